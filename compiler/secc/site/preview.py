"""The website while it is being written: each page is drawn when it is asked for, and none is written to disk."""

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from pathlib import Path
from threading import Condition

from secc.diagnostics import Severity
from secc.site.building import by_hand, made
from secc.site.host import Making
from secc.site.in_time.left_out import left_out
from secc.site.made import StreamedFile
from secc.site.sources import SiteSources

_A_MOMENT = 0.001  # seconds, in which whoever waits to draw a page can begin


class Preview:
    """A website that is ready to be looked at, by several readers at once.

    `hand_written` are the files that MkDocs made of the same pages before, none where these may have changed.
    """

    def __init__(self, sources: SiteSources, place: Path, hand_written: Mapping[str, bytes]) -> None:
        self.making: Making = made(sources, place)
        self._sources = sources
        self._place = place
        self._any_day = sources.any_day
        self.making.by_hand = hand_written
        self._drawing = Condition()
        self._pages = {each.url: each for each in self.making.site.pages}

    @property
    def is_whole(self) -> bool:
        """Whether everything is shown; otherwise, what follows from the texts of all days is not."""
        return self._any_day is None or self._any_day.is_whole

    def work_out(self, between: Callable[[], object] = lambda: None) -> None:
        """Work out what is still to be, so that everything is shown; pages are drawn in between, and `between` called.

        Raises `CannotProceed`; and whatever `between` does, to put an end to it.
        """

        def let_draw() -> None:
            self._drawing.wait(_A_MOMENT)
            between()

        if self._any_day is not None:
            with self._drawing:
                self._any_day.work_out(let_draw)

    @property
    def count(self) -> int:
        """How many pages of the Code there are."""
        return len(self._pages)

    @property
    def faults(self) -> tuple[str, ...]:
        """What in the files cannot be read, by file and line, or carried out.

        That is by the day of the website, and on any day once the texts of all are worked out.
        """
        moment = self._sources.moment
        if moment is None:
            return self._unread
        wordings = moment.timeline.last() if self.is_whole else moment.base
        return (*self._unread, *left_out(moment, wordings))

    @cached_property
    def _unread(self) -> tuple[str, ...]:
        return tuple(
            f"{finding.path}:{each.source.place(finding.span.start)[0]}: {finding.headline}"
            for each in self._sources.code.loaded.documents
            for finding in each.findings
            if finding.severity is Severity.ERROR
        )

    def contents(self, url: str) -> bytes | None:
        """What is at an address, relative to the home page; None for nothing.

        Raises `CannotProceed`; and `NotYet`, where it follows from what is still to be worked out.
        """
        with self._drawing:
            if url in self._pages:
                return self._pages[url].contents
            path = f"{url}index.html" if not url or url.endswith("/") else url
            found = self._file(path)
            if found is None:
                found = self.hand_written.get(path)
            found = found if found is not None else self._streamed(path, self.making.site.streamed)
            return found if found is not None else self._streamed(path, self.making.site_map())

    @property
    def hand_written(self) -> Mapping[str, bytes]:
        """The files that MkDocs makes, by their paths; made when one is asked for."""
        return self.making.by_hand or by_hand(self.making, self._place)

    def _file(self, path: str) -> bytes | None:
        if path.endswith("/index.html"):
            return None
        return next((each.contents for each in self.making.site.files if each.url == path), None)

    def _streamed(self, path: str, files: Iterable[StreamedFile]) -> bytes | None:
        return next((each.contents for each in files if each.url == path), None)

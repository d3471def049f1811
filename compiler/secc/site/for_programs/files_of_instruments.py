"""The data beside the pages of instruments, kept by what they are made of."""

from collections.abc import Iterator
from functools import cached_property, partial

from secc.instruments.model import Instrument
from secc.instruments.printing import printed
from secc.render.exports.files import TheCode
from secc.render.exports.instrument_files import Register
from secc.render.exports.schemas import to_json
from secc.site.for_programs.placing import beside
from secc.site.in_time.ahead import refused_ahead
from secc.site.in_time.changes import every_change
from secc.site.in_time.instrument_keys import instrument_keys
from secc.site.in_time.moment import Moment
from secc.site.in_time.register import Register as Pages
from secc.site.kept_files import FileGroup, KeptFile, KeptFiles
from secc.site.made import LateFile


class FilesOfInstruments:
    """Makes the data of instruments; `pages` are theirs."""

    def __init__(self, code: TheCode, moment: Moment, pages: Pages, kept: KeptFiles) -> None:
        self._code = code
        self._moment = moment
        self._pages = pages
        self._kept = kept

    def files(self) -> Iterator[KeptFile]:
        """All of them."""
        for name, url in self._pages.urls.items():
            yield from self._of(self._moment.timeline.by_name[name], url)

    def _of(self, instrument: Instrument, url: str) -> Iterator[KeptFile]:
        files = [
            LateFile(beside(url, "json"), partial(self._data, instrument)),
            LateFile(beside(url, "txt"), lambda: printed(instrument).encode()),
        ]
        own = partial(self._own, instrument, url)
        return self._kept.of(FileGroup(f"data of instrument {instrument.name}", own, files))

    def _own(self, instrument: Instrument, url: str) -> object:
        return (self._code, url, instrument_keys(self._moment).of(instrument))

    def _data(self, instrument: Instrument) -> bytes:
        refused = {**refused_ahead(self._moment, instrument.name), **instrument_keys(self._moment).refused}
        return to_json(self._making.file(instrument, refused))

    @cached_property
    def _making(self) -> Register:
        moment = self._moment
        return Register(
            self._code, moment.timeline.known(), moment.timeline.occurrences(), every_change(moment), moment.overtaken
        )

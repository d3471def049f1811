"""Files that are made when they are written, since they are many, and kept in groups between builds."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from secc.site.kept_pages import Drawn, KeptPages
from secc.site.made import LateFile


@dataclass(frozen=True, slots=True)
class FileGroup:
    """Files that are kept together, by the name of the group. `own` gives what `KeptPages.of` calls so."""

    name: str
    own: Callable[[], object]
    files: Sequence[LateFile]

    def made(self) -> list[Drawn]:
        """All of them, made anew."""
        return [Drawn(each.url, each.contents) for each in self.files]


class KeptFiles:
    """The files of groups. Before `recall`, each is made by itself when it is asked for, and nothing is kept.

    Nor is it afterwards, where nothing can be kept.
    """

    def __init__(self, kept: KeptPages | None) -> None:
        self._kept = kept
        self._recalls = False
        self._name = ""
        self._last: dict[str, bytes] = {}

    def recall(self) -> None:
        """From now on, have the files as they were kept, or make and keep all of their group."""
        self._recalls = True

    def of(self, group: FileGroup) -> Iterator[LateFile]:
        """The files of a group."""
        for each in group.files:
            yield LateFile(each.url, partial(self._contents, each, group))

    def _contents(self, file: LateFile, group: FileGroup) -> bytes:
        """Only the group that was asked for last is held: they are written one after another."""
        if not self._recalls or self._kept is None:
            return file.contents
        if self._name != group.name:
            drawn = self._kept.of(group.name, group.own(), group.made)
            self._name, self._last = group.name, {each.url: each.contents for each in drawn}
        return self._last[file.url]

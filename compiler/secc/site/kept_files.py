"""Files that are made when they are written, since they are many, and kept in groups between builds."""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from msgspec import Struct

from secc.site.batches import Batch
from secc.site.kept_pages import Drawn, KeptPages, Recalled
from secc.site.made import LateFile


class FileGroup(Struct, frozen=True):
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
        self._last: RecalledFiles | None = None

    def recall(self) -> None:
        """From now on, have the files as they were kept, or make and keep all of their group."""
        self._recalls = True

    def of(self, group: FileGroup) -> "Iterator[KeptFile]":
        """The files of a group."""
        for each in group.files:
            yield KeptFile(each.url, each.make, group, self)

    def recalled(self, group: FileGroup) -> "RecalledFiles | None":
        """A group as it was kept or made; None where nothing is kept.

        Only the group that was asked for last is held: they are written one after another.
        """
        if not self._recalls or self._kept is None:
            return None
        if self._last is None or self._last.group is not group:
            self._last = RecalledFiles(group, self._kept.of(group.name, group.own(), group.made))
        return self._last


class RecalledFiles:
    """A group as it was kept or made; `batch` are its files, with what they are known by."""

    def __init__(self, group: FileGroup, recalled: Recalled) -> None:
        self.group = group
        self.batch = Batch(recalled.mark, tuple(each.url for each in group.files))
        self._recalled = recalled

    def read(self) -> list[bytes]:
        """What is in its files, in their order."""
        return [each.contents for each in self._recalled.drawn]

    @cached_property
    def contents(self) -> dict[str, bytes]:
        """What is in its files, by their addresses."""
        return dict(zip(self.batch.paths, self.read(), strict=True))


class KeptFile(LateFile, frozen=True):
    """A file of a group."""

    group: FileGroup
    kept: KeptFiles

    @property
    def contents(self) -> bytes:
        """What is in it."""
        recalled = self.recalled
        return recalled.contents[self.url] if recalled is not None else self.make()

    @property
    def recalled(self) -> RecalledFiles | None:
        """Its group as it was kept or made; None where nothing is kept."""
        return self.kept.recalled(self.group)

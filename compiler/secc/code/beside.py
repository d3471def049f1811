"""What lies in the folders of the sources beside the documents of a Code."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import PurePosixPath

from secc.history import SourceTree
from secc.source import Source

_FOLDERS = ("sections", "schedules", "appendices")
"""Where documents are looked for, besides the folders in which those listed lie."""


class Beside:
    """The tree from which a Code was read. `prefix` goes before the paths that findings name."""

    def __init__(self, tree: SourceTree, listed: Sequence[str], prefix: str) -> None:
        self._tree = tree
        self._listed = listed
        self._prefix = prefix

    def has(self, path: str) -> bool:
        """Whether there is a file that a document names."""
        return self._tree.has(path)

    def read(self, path: str) -> bytes:
        """What is in it. Raises `CannotProceed`, saying which file and why, where it cannot be read."""
        return self._tree.read(path)

    @cached_property
    def unlisted(self) -> tuple[Source, ...]:
        """The sources of documents that no list of code.toml has, in order.

        They lie in the folders in which documents do.
        """
        listed = set(self._listed)
        first = {PurePosixPath(path).parts[0] for path in self._listed if "/" in path}
        folders = sorted({*_FOLDERS, *first} - {"instruments"})
        paths = (path for folder in folders for path in self._tree.paths(folder))
        return tuple(self._source(path) for path in paths if path.endswith(".sec") and path not in listed)

    def _source(self, path: str) -> Source:
        return Source(self._prefix + path, self._tree.read(path).decode("utf-8-sig", errors="replace"))

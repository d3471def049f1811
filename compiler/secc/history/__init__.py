"""Where sources come from: a folder or memory. What is in the files is not this layer's business."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from secc.diagnostics import CannotProceed


class SourceTree(Protocol):
    """A tree of files; paths are relative, with forward slashes."""

    def read(self, path: str) -> bytes:
        """The bytes of a file. Raises `CannotProceed`, saying which file and why, where it cannot be read."""
        ...

    def has(self, path: str) -> bool:
        """Whether there is such a file."""
        ...

    def paths(self, folder: str) -> tuple[str, ...]:
        """The files below a folder, sorted; none where there is no such folder. Links are left out."""
        ...


class Folder:
    """The files below a folder; nothing outside it is ever read, links included."""

    def __init__(self, root: Path) -> None:
        self.root = root.resolve()
        self._inside = str(self.root).rstrip(os.sep) + os.sep

    def read(self, path: str) -> bytes:
        """The bytes of a file below the folder."""
        place = self._place(path)
        if place is None:
            raise CannotProceed(f"{path} lies outside the folder of sources")
        try:
            return place.read_bytes()
        except FileNotFoundError:
            raise CannotProceed(f"there is no file {path}") from None
        except OSError as error:
            raise CannotProceed(f"{path} cannot be read: {error.strerror}") from None

    def has(self, path: str) -> bool:
        """Whether there is such a file below the folder."""
        place = self._place(path)
        return place is not None and place.is_file()

    def paths(self, folder: str) -> tuple[str, ...]:
        """The files below a folder, sorted. Links, which could lead outside, are left out; so is what they lead to."""
        place = self._place(folder)
        if place is None:
            raise CannotProceed(f"{folder} lies outside the folder of sources")
        found: list[str] = []
        for within, _, names in os.walk(place, followlinks=False):
            files = [os.path.join(within, name) for name in names]  # Path is slow
            found += [file.removeprefix(self._inside) for file in files if not os.path.islink(file)]
        return tuple(sorted(each.replace(os.sep, "/") for each in found))

    def _place(self, path: str) -> Path | None:
        """Where a file is; None for one outside. A path that no file can have is taken for one."""
        try:
            place = os.path.realpath(os.path.join(self.root, path))  # Path.resolve asks once more
        except ValueError:  # a null character
            return None
        return Path(place) if place.startswith(self._inside) or place == str(self.root) else None


class Memory:
    """Files held in memory: path to bytes."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._files = dict(files)

    def read(self, path: str) -> bytes:
        """The bytes of a file."""
        if path not in self._files:
            raise CannotProceed(f"there is no file {path}")
        return self._files[path]

    def has(self, path: str) -> bool:
        """Whether there is such a file."""
        return path in self._files

    def paths(self, folder: str) -> tuple[str, ...]:
        """The files below a folder, sorted."""
        return tuple(sorted(path for path in self._files if path.startswith(f"{folder}/")))


class Overlaid:
    """A tree with some of its files in other words: path to bytes."""

    def __init__(self, tree: SourceTree, files: Mapping[str, bytes]) -> None:
        self._tree = tree
        self._files = dict(files)

    def read(self, path: str) -> bytes:
        """The bytes of a file."""
        return self._files[path] if path in self._files else self._tree.read(path)

    def has(self, path: str) -> bool:
        """Whether there is such a file."""
        return path in self._files or self._tree.has(path)

    def paths(self, folder: str) -> tuple[str, ...]:
        """The files below a folder, sorted."""
        own = {path for path in self._files if path.startswith(f"{folder}/")}
        return tuple(sorted(own.union(self._tree.paths(folder))))

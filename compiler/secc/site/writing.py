"""Brings a folder up to date: only what is not in it as it should be is written, and what should not be is deleted."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from secc.site.on_disk import OnDisk, holders, look_through

_AS_BYTES = getattr(os, "O_BINARY", 0)  # there is another way on Windows


def bring_up_to_date(folder: Path, files: Iterable[tuple[str, bytes]]) -> OnDisk:
    """Have a folder hold these files, by their paths, and no others. Each is written whole or not at all.

    What is in it afterwards is told as it was when it was compared or written, whoever changes it meanwhile.
    """
    there = _Folder(folder)
    for path, contents in files:
        there.hold(path, contents)
    there.delete_others()
    return there.found


class _Folder:
    """A folder as it was found, and what is wanted in it."""

    def __init__(self, folder: Path) -> None:
        self.found = look_through(str(folder))
        self._wanted: set[str] = set()

    def hold(self, path: str, contents: bytes) -> None:
        """Have a file be there; it is only read where it is as long."""
        self._wanted.add(path)
        place = f"{self.found.folder}/{path}"
        if self.found.size(path) != len(contents) or not _says(place, contents):
            self._write(path, place, contents)

    def _write(self, path: str, place: str, contents: bytes) -> None:
        above, _, name = path.rpartition("/")
        if path in self.found.folders:
            self._delete(each for each in self._all if f"{each}/".startswith(f"{path}/"))
        if above not in self.found.folders:
            self._delete(each for each in holders(path) if each in self.found.files)
            os.makedirs(f"{self.found.folder}/{above}", exist_ok=True)
            self.found.folders.update(holders(path))
        new = f"{self.found.folder}/{above}/.{name}.new"
        with open(new, "wb") as file:
            file.write(contents)
        os.replace(new, place)
        self.found.look_again(path)

    def delete_others(self) -> None:
        """Delete every file but those wanted, and the folders in which none is left. No link is followed."""
        needed = {path.rpartition("/")[0] for path in self._wanted}
        needed |= {each for path in needed for each in holders(path)}
        self._delete(self._all - self._wanted - needed)

    @property
    def _all(self) -> set[str]:
        return self.found.files.keys() | self.found.folders

    def _delete(self, paths: Iterable[str]) -> None:
        """Delete files and links, and the folders that held nothing else."""
        for path in sorted(paths, reverse=True):
            place = f"{self.found.folder}/{path}"
            with suppress(FileNotFoundError):  # it was deleted meanwhile
                if path in self.found.folders:
                    os.rmdir(place)
                else:
                    os.unlink(place)
            self.found.folders.discard(path)
            self.found.files.pop(path, None)


def _says(place: str, contents: bytes) -> bool:
    """Whether a file has these contents, and can be read."""
    with suppress(OSError):
        opened = os.open(place, os.O_RDONLY | _AS_BYTES)  # a third less than `open` takes, of many thousand files
        try:
            return os.read(opened, len(contents) + 1) == contents
        finally:
            os.close(opened)
    return False

"""Brings a folder up to date: only what is not in it as it should be is written, and what should not be is deleted."""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path


def bring_up_to_date(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Have a folder hold these files, by their paths, and no others. Each is written whole or not at all."""
    there = _Folder(folder)
    for path, contents in files:
        there.hold(path, contents)
    there.delete_others()


class _Folder:
    """A folder as it was found, and what is wanted in it. It is looked through once, since there are many files."""

    def __init__(self, folder: Path) -> None:
        self._folder = str(folder)
        self._sizes = dict(_files(self._folder))
        self._folders = {path for path, size in self._sizes.items() if size is None}
        self._wanted: set[str] = set()

    def hold(self, path: str, contents: bytes) -> None:
        """Have a file be there; it is only read where it is as long."""
        self._wanted.add(path)
        place = f"{self._folder}/{path}"
        if self._sizes.get(path) != len(contents) or not _says(place, contents):
            self._write(path, place, contents)

    def _write(self, path: str, place: str, contents: bytes) -> None:
        above, _, name = path.rpartition("/")
        if path in self._folders:
            self._delete(each for each in self._sizes if f"{each}/".startswith(f"{path}/"))
        if above not in self._folders:
            self._delete(each for each in _holders(path) if self._sizes.get(each) is not None)
            os.makedirs(f"{self._folder}/{above}", exist_ok=True)
            self._folders.add(above)
        new = f"{self._folder}/{above}/.{name}.new"
        with open(new, "wb") as file:
            file.write(contents)
        os.replace(new, place)

    def delete_others(self) -> None:
        """Delete every file but those wanted, and the folders in which none is left. No link is followed."""
        needed = {each for path in self._wanted for each in _holders(path)}
        self._delete(self._sizes.keys() - self._wanted - needed)

    def _delete(self, paths: Iterable[str]) -> None:
        """Delete files and links, and the folders that held nothing else."""
        for path in sorted(paths, reverse=True):
            place = f"{self._folder}/{path}"
            with suppress(FileNotFoundError):  # it was deleted meanwhile
                if self._sizes[path] is None:
                    os.rmdir(place)
                else:
                    os.unlink(place)
            self._folders.discard(path)
            del self._sizes[path]


def _says(place: str, contents: bytes) -> bool:
    """Whether a file has these contents, and can be read."""
    with suppress(OSError):
        return Path(place).read_bytes() == contents
    return False


def _holders(path: str) -> Iterator[str]:
    """The folders in which a file is."""
    while path := path.rpartition("/")[0]:
        yield path


def _files(folder: str, above: str = "") -> Iterator[tuple[str, int | None]]:
    """What is in a folder, by its path: the size of a file, -1 of a link, None of a folder."""
    with suppress(FileNotFoundError), os.scandir(f"{folder}/{above}") as found:
        for each in found:
            path = above + each.name
            if each.is_symlink():
                yield path, -1
            elif each.is_dir():
                yield path, None
                yield from _files(folder, f"{path}/")
            else:
                yield path, each.stat().st_size

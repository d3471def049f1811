"""Whether a website is still what it was when it was built last, so that it need not be built again.

It is where the sources would answer all that they were asked then as they did, what makes it of them is the same, and
the folder holds what was written to it. What the website never asked about, such as the working text of documents
whose text on its day comes from instruments, may have changed.
"""

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec
from msgspec import Struct

import secc
from secc.code.load import DocumentCache
from secc.history import SourceTree
from secc.history.asked import Answer, answers_alike
from secc.site.host import Making
from secc.site.in_time.kept import decoded

_FROM_ELSEWHERE = (b"!ENV", b"INHERIT")
"""What in mkdocs.yml brings in settings that are not in it: such a website is always built."""


class AsBuilt(Struct, frozen=True, array_like=True):
    """A website as it was built: what it followed from, and what was in its folder.

    `by_hand` are the files that MkDocs made of pages written by hand.
    """

    folder: str
    pages: int
    by_hand: tuple[str, ...]
    answers: tuple[Answer, ...]
    makers: tuple[str, ...]
    made_by: str
    written: str

    def read_by_hand(self) -> dict[str, bytes]:
        """The files that MkDocs made, by their paths."""
        return {path: Path(self.folder, path).read_bytes() for path in self.by_hand}


def built_before(cache: DocumentCache, way: str, tree: SourceTree) -> AsBuilt | None:
    """The website as it was built in this way, where it still is what it was; otherwise None.

    `way` names everything that was asked for: what, of which day, and to where.
    """
    found = decoded(cache.kept(_name(way)), AsBuilt)
    if found is None or found.made_by != _digest(found.makers) or found.written != _written(found.folder):
        return None
    return found if answers_alike(tree, found.answers) else None


def keep_built(cache: DocumentCache, way: str, answers: Iterable[Answer], making: Making, folder: Path) -> None:
    """Remember a website that has been built into a folder."""
    configuration = making.makers[0]
    if any(each in configuration.read_bytes() for each in _FROM_ELSEWHERE):
        return
    makers = tuple(sorted(str(each) for each in (*making.makers, Path(secc.__file__).parent)))
    pages, written = len(making.site.pages), _written(str(folder))
    made = AsBuilt(str(folder), pages, tuple(making.by_hand), tuple(answers), makers, _digest(makers), written)
    cache.keep(_name(way), msgspec.msgpack.encode(made))


def _name(way: str) -> str:
    return f"built-{hashlib.sha256(way.encode()).hexdigest()}"


def _digest(makers: Iterable[str]) -> str:
    """Of the compiler, the theme, the pages written by hand, the settings, Python, and what is installed beside it."""
    digest = hashlib.sha256(sys.version.encode())
    for place in sys.path:
        if os.path.isdir(place):
            digest.update("\0".join(sorted(each for each in os.listdir(place) if "-info" in each)).encode())
    for path in (path for each in makers for path in _files(Path(each))):
        digest.update(f"\0{path}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _files(place: Path) -> Iterator[Path]:
    if place.is_file():
        yield place
    for within, folders, names in os.walk(place):
        folders[:] = sorted(each for each in folders if each != "__pycache__")
        yield from (Path(within, name) for name in sorted(names))


def _written(folder: str) -> str:
    """The digest of what is in a folder: the names of folders, and of files the sizes and times too."""
    found = []
    for within, folders, names in os.walk(folder):
        found += [f"{within}/{name} {os.lstat(f'{within}/{name}').st_mode}" for name in folders]
        for name in names:
            status = os.lstat(f"{within}/{name}")
            found.append(f"{within}/{name} {status.st_mode} {status.st_size} {status.st_mtime_ns}")
    return hashlib.sha256("\0".join(sorted(found)).encode()).hexdigest()

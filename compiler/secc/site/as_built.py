"""Whether a website is still what it was when it was built last, so that it need not be built again.

It is where the sources would answer all that they were asked then as they did, what makes it of them is the same, and
the folder holds what was written to it. What the website never asked about, such as the working text of documents
whose text on its day comes from instruments, may have changed.
"""

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct

import secc
from secc.code.load import DocumentCache
from secc.history import SourceTree
from secc.history.asked import Answer, answers_alike
from secc.site.building import CONFIGURATION
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


class Building:
    """A website that is asked for. `way` names everything that is asked: what, of which day, and to where.

    It begins before anything that the website is made with is read: what is edited meanwhile is not taken for built.
    """

    def __init__(self, cache: DocumentCache, way: str, place: Path) -> None:
        self._cache = cache
        self._name = f"built-{hashlib.sha256(way.encode()).hexdigest()}"
        self._beside = (str(place / CONFIGURATION), str(place / "site"), str(Path(secc.__file__).parent))
        self._begun = _digest(self._beside)

    def before(self, tree: SourceTree) -> AsBuilt | None:
        """The website as it was built in this way, where it still is what it was; otherwise None."""
        found = decoded(self._cache.kept(self._name), AsBuilt)
        if found is None or found.made_by != _digest(found.makers) or found.written != _written(found.folder):
            return None
        return found if answers_alike(tree, found.answers) else None

    def keep(self, answers: Iterable[Answer], making: Making, folder: Path) -> None:
        """Remember the website, which has been built into a folder."""
        configuration = making.makers[0]
        is_edited = _digest(self._beside) != self._begun
        if is_edited or making.has_others or any(each in configuration.read_bytes() for each in _FROM_ELSEWHERE):
            return
        makers = tuple(sorted({*self._beside, *map(str, making.makers)}))
        pages, written = len(making.site.pages), _written(str(folder))
        made = AsBuilt(str(folder), pages, tuple(making.by_hand), tuple(answers), makers, _digest(makers), written)
        self._cache.keep(self._name, msgspec.msgpack.encode(made))


def _digest(makers: Iterable[str]) -> str:
    """Of the compiler, the theme, the pages written by hand, the settings, Python, and what is installed beside it."""
    digest = hashlib.sha256(sys.version.encode())
    for place in sys.path:
        if os.path.isdir(place):
            digest.update("\0".join(sorted(each for each in os.listdir(place) if "-info" in each)).encode())
    for path in (path for each in makers for path in _paths(Path(each))):
        digest.update(f"\0{path}\0".encode())
        digest.update(_contents(path))
    return digest.hexdigest()


def _paths(place: Path) -> Iterator[Path]:
    """A file; or all that is below a folder, and below those to which links in it lead, each folder once."""
    if place.is_file():
        yield place
    walked: set[str] = set()
    for within, folders, names in os.walk(place, followlinks=True):
        real = os.path.realpath(within)
        folders[:] = sorted(each for each in folders if each != "__pycache__" and real not in walked)
        names = names if real not in walked else []
        walked.add(real)
        yield from (Path(within, name) for name in sorted([*folders, *names]))


def _contents(path: Path) -> bytes:
    """What is in a file; nothing, where it is none, or a link that leads nowhere, as editors make for a while."""
    with suppress(OSError):
        return path.read_bytes() if path.is_file() else b""
    return b""


def _written(folder: str) -> str:
    """The digest of what is in a folder: the names of folders, and of files the sizes and times too.

    Of the times, that of writing can be set to what it was; that of the last change of any kind cannot.
    """
    found = []
    for within, folders, names in os.walk(folder):
        found += [f"{within}/{name} {os.lstat(f'{within}/{name}').st_mode}" for name in folders]
        for name in names:
            status = os.lstat(f"{within}/{name}")
            times = f"{status.st_mtime_ns} {status.st_ctime_ns}"
            found.append(f"{within}/{name} {status.st_mode} {status.st_size} {times}")
    return hashlib.sha256("\0".join(sorted(found)).encode()).hexdigest()

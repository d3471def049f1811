"""Whether a website is still what it was when it was built last, so that it need not be built again.

It is where the sources would answer all that they were asked then as they did, what makes it of them is the same, and
the folder holds what was written to it. What the website never asked about, such as the working text of documents
whose text on its day comes from instruments, may have changed.
"""

import hashlib
import os
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

import secc
from secc.code.load import DocumentCache
from secc.history import SourceTree
from secc.history.asked import Answer, answers_alike
from secc.site.file_digests import digest_of_file
from secc.site.in_time.kept import decoded
from secc.site.installed import installed
from secc.site.on_disk import look_through

if TYPE_CHECKING:
    from secc.site.host import Making  # MkDocs is not needed to tell that nothing has changed

CONFIGURATION = "mkdocs.yml"
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
        self._at_first = _Makers()
        self._begun = self._at_first.digest(self._beside)
        self.only_sources_differ = False
        """Whether what it was made with is as it was when it was built last: known when `before` has been asked."""

    def before(self, tree: SourceTree) -> AsBuilt | None:
        """The website as it was built in this way, where it still is what it was; otherwise None."""
        found = decoded(self._cache.kept(self._name), AsBuilt)
        if found is None or not set(self._beside) <= set(found.makers):  # another compiler made it, elsewhere
            return None
        self.only_sources_differ = found.made_by == self._at_first.digest(found.makers)
        if not self.only_sources_differ or not answers_alike(tree, found.answers):
            return None
        return found if found.written == look_through(found.folder).digest else None

    def keep(self, answers: Iterable[Answer], making: "Making", folder: Path) -> None:
        """Remember the website, which has been built into a folder."""
        configuration, in_the_end = making.makers[0], _Makers()
        is_edited = in_the_end.digest(self._beside) != self._begun
        if is_edited or making.has_others or any(each in configuration.read_bytes() for each in _FROM_ELSEWHERE):
            return
        if making.on_disk is None:  # it was not written
            return
        makers = tuple(sorted({*self._beside, *map(str, making.makers)}))
        made = AsBuilt(
            folder=str(folder),
            pages=len(making.site.pages),
            by_hand=tuple(making.by_hand),
            answers=tuple(answers),
            makers=makers,
            made_by=in_the_end.digest(makers),
            written=making.on_disk.digest,
        )
        self._cache.keep(self._name, msgspec.msgpack.encode(made))


class _Makers:
    """The compiler, the theme, the pages written by hand and the settings, each file looked at once."""

    def __init__(self) -> None:
        self._digests = cache(_contents)

    def digest(self, makers: Iterable[str]) -> str:
        """Of some of them, of Python, and of what is installed beside it."""
        digest = hashlib.sha256("\0".join(installed()).encode())
        for path in (path for each in makers for path in _paths(each)):
            digest.update(f"\0{path}\0".encode(errors="surrogateescape"))
            digest.update(self._digests(path))
        return digest.hexdigest()


def _paths(place: str) -> Iterator[str]:
    """A file; or all that is below a folder, and below those to which links in it lead, each folder once."""
    if os.path.isfile(place):
        yield place
    walked: set[tuple[int, int]] = set()
    for within, folders, names in os.walk(place, followlinks=True):
        status = os.stat(within)
        real = status.st_dev, status.st_ino
        folders[:] = sorted(each for each in folders if each != "__pycache__" and real not in walked)
        names = names if real not in walked else []
        walked.add(real)
        yield from (f"{within}/{name}" for name in sorted([*folders, *names]))


def _contents(path: str) -> bytes:
    """The digest of what is in a file; nothing, where it is none, or a link that leads nowhere, as editors make."""
    try:
        return digest_of_file(path)
    except OSError:
        return b""

"""Pages that are kept between builds with what was asked to draw them, and drawn again where an answer is another."""

import hashlib
from collections.abc import Callable, Sequence
from functools import cache, cached_property
from pathlib import Path

import msgspec
from msgspec import Struct

import secc
from secc.code.load import DocumentCache
from secc.site.in_time.kept import decoded, digest_of_modules
from secc.site.installed import installed
from secc.site.noted import Asked, Notes, encoded


class Drawn(Struct, frozen=True, array_like=True):
    """A page or file as it was made: where it is, what is in it, and the `id`s in its text."""

    url: str
    contents: bytes
    identifiers: tuple[str, ...] = ()


class _Kept(Struct, frozen=True, array_like=True):
    """A group of pages. `own` is the digest of what they show that nobody is asked for; `answers` of all answers."""

    own: str
    asked: Asked
    answers: str
    drawn: msgspec.Raw


class KeptPages:
    """Groups of pages, by name. `theme` is that, and whatever else all pages have."""

    def __init__(self, cache: DocumentCache, notes: Notes, theme: object) -> None:
        self._cache = cache
        self._notes = notes
        self._theme = theme

    @cached_property
    def _made_by(self) -> str:
        return hashlib.sha256(encoded((_own_code(), installed(), self._theme))).hexdigest()

    def of(self, name: str, own: object, draw: Callable[[], Sequence[Drawn]]) -> Sequence[Drawn]:
        """A group as it was kept, where it was drawn of the same and of the same answers; otherwise drawn anew."""
        entry = f"pages-{hashlib.sha256(name.encode()).hexdigest()}"
        digest = hashlib.sha256(self._made_by.encode() + encoded(own)).hexdigest()
        found = decoded(self._cache.kept(entry), _Kept)
        if found is not None and found.own == digest and found.answers == self._notes.answers(found.asked):
            drawn = decoded(bytes(found.drawn), tuple[Drawn, ...])
            if drawn is not None:
                return drawn
        made, asked = self._notes.listen(draw)
        kept = _Kept(digest, asked, self._notes.answers(asked), msgspec.Raw(msgspec.msgpack.encode(made)))
        self._cache.keep(entry, msgspec.msgpack.encode(kept))
        return made


@cache
def _own_code() -> str:
    """That of the compiler."""
    return digest_of_modules(sorted(Path(str(secc.__file__)).parent.rglob("*.py")))

"""Pages that are kept between builds with what was asked to draw them, and drawn again where an answer is another."""

import hashlib
from collections.abc import Callable, Sequence
from functools import cached_property

import msgspec
from msgspec import Struct

from secc.code.load import DocumentCache
from secc.site.in_time.kept import compiler, decoded
from secc.site.installed import installed
from secc.site.noted import Asked, Notes, encoded


class Drawn(Struct, frozen=True, array_like=True):
    """A page or file as it was made: where it is, what is in it, and the `id`s in its text."""

    url: str
    contents: bytes
    identifiers: tuple[str, ...] = ()


class _Kept(Struct, frozen=True, array_like=True):
    """A group of pages, but for what is on them.

    `own` is the digest of what they show that nobody is asked for; `answers` of all answers; `mark` of what was drawn.
    """

    own: str
    asked: Asked
    answers: str
    mark: str


class _KeptDrawn(Struct, frozen=True, array_like=True):
    """What was drawn of a group, with its digest."""

    mark: str
    drawn: tuple[Drawn, ...]


class Recalled:
    """A group as it was kept or drawn. `mark` is the digest of what is in its pages, which are read when looked at."""

    def __init__(self, mark: str, read: Callable[[], Sequence[Drawn]]) -> None:
        self.mark = mark
        self._read = read

    @cached_property
    def drawn(self) -> Sequence[Drawn]:
        """The pages."""
        return self._read()


class KeptPages:
    """Groups of pages, by name. `theme` is that, and whatever else all pages have."""

    def __init__(self, cache: DocumentCache, notes: Notes, theme: object) -> None:
        self._cache = cache
        self._notes = notes
        self._theme = theme

    @cached_property
    def _made_by(self) -> str:
        return hashlib.sha256(encoded((compiler(), installed(), self._theme))).hexdigest()

    def of(self, name: str, own: object, draw: Callable[[], Sequence[Drawn]]) -> Recalled:
        """A group as it was kept, where it was drawn of the same and of the same answers; otherwise drawn anew."""
        entry = f"pages-{hashlib.sha256(name.encode()).hexdigest()}"
        digest = hashlib.sha256(self._made_by.encode() + encoded(own)).hexdigest()
        found = decoded(self._cache.kept(entry), _Kept)
        if found is None or found.own != digest or found.answers != self._notes.answers(found.asked):
            mark, made = self._drawn(entry, digest, draw)
            return Recalled(mark, lambda: made)
        asked, mark = self._notes.renewed(found.asked), found.mark
        if asked != found.asked:
            self._cache.keep(entry, msgspec.msgpack.encode(_Kept(digest, asked, found.answers, mark)))
        return Recalled(mark, lambda: self._kept_drawn(entry, mark) or self._drawn(entry, digest, draw)[1])

    def _drawn(self, entry: str, own: str, draw: Callable[[], Sequence[Drawn]]) -> tuple[str, tuple[Drawn, ...]]:
        """A group drawn anew, and kept."""
        made, asked = self._notes.listen(lambda: tuple(draw()))
        mark = hashlib.sha256(encoded(made)).hexdigest()
        self._cache.keep(f"{entry}-drawn", msgspec.msgpack.encode(_KeptDrawn(mark, made)))
        self._cache.keep(entry, msgspec.msgpack.encode(_Kept(own, asked, self._notes.answers(asked), mark)))
        return mark, made

    def _kept_drawn(self, entry: str, mark: str) -> tuple[Drawn, ...] | None:
        """What was drawn; None where the cache has lost it."""
        found = decoded(self._cache.kept(f"{entry}-drawn"), _KeptDrawn)
        return found.drawn if found is not None and found.mark == mark else None

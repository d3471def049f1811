"""Pages that are kept between builds with what was asked to draw them, and drawn again where an answer is another."""

import hashlib
from collections.abc import Callable, Sequence
from functools import cached_property, partial

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


class Recalled:
    """A group as it was kept or drawn. `mark` is the digest of what is in its pages, which are read when looked at."""

    def __init__(self, mark: str, read: Callable[[], Sequence[Drawn]]) -> None:
        self.mark = mark
        self._read = read

    @property
    def drawn(self) -> Sequence[Drawn]:
        """The pages. Only those of the group that was drawn or looked at last are held: all would fill memory."""
        return self._read()


class KeptPages:
    """Groups of pages, by name. `theme` is that, and whatever else all pages have."""

    def __init__(self, cache: DocumentCache, notes: Notes, theme: object) -> None:
        self._cache = cache
        self._notes = notes
        self._theme = theme
        self._held: tuple[str, Sequence[Drawn]] = ("", ())

    @cached_property
    def _made_by(self) -> str:
        return hashlib.sha256(encoded((compiler(), installed(), self._theme))).hexdigest()

    def of(self, name: str, own: object, draw: Callable[[], Sequence[Drawn]]) -> Recalled:
        """A group as it was kept, where it was drawn of the same and of the same answers; otherwise drawn anew."""
        entry = f"pages-{hashlib.sha256(name.encode()).hexdigest()}"
        digest = hashlib.sha256(self._made_by.encode() + encoded(own)).hexdigest()
        mark = self._still(entry, digest) or self._draw(entry, digest, draw)
        return Recalled(mark, partial(self._drawn, entry, mark, lambda: self._draw(entry, digest, draw)))

    def _still(self, entry: str, own: str) -> str:
        """The mark of a group that need not be drawn again; empty where it has to be."""
        found = decoded(self._cache.kept(entry), _Kept)
        if found is None or found.own != own:
            return ""
        answers, asked = self._notes.answers(found.asked)
        if answers != found.answers:
            return ""
        if asked != found.asked:
            self._cache.keep(entry, msgspec.msgpack.encode(_Kept(own, asked, answers, found.mark)))
        return found.mark

    def _draw(self, entry: str, own: str, draw: Callable[[], Sequence[Drawn]]) -> str:
        """Draw a group anew, hold and keep it."""
        made, noted = self._notes.listen(draw)
        answers, asked = self._notes.answers(noted)
        contents = encoded(made)
        mark = hashlib.sha256(contents).hexdigest()
        self._held = (mark, made)
        self._cache.keep(f"{entry}-drawn", contents)
        self._cache.keep(entry, msgspec.msgpack.encode(_Kept(own, asked, answers, mark)))
        return mark

    def _drawn(self, entry: str, mark: str, draw_again: Callable[[], object]) -> Sequence[Drawn]:
        """What was drawn; where the cache has lost it, what is drawn again."""
        if self._held[0] != mark:
            kept = self._kept_drawn(entry, mark)
            if kept is not None:
                self._held = (mark, kept)
            else:
                draw_again()
        return self._held[1]

    def _kept_drawn(self, entry: str, mark: str) -> tuple[Drawn, ...] | None:
        """What was drawn; None where the cache has lost it."""
        kept = self._cache.kept(f"{entry}-drawn") or b""
        return decoded(kept, tuple[Drawn, ...]) if hashlib.sha256(kept).hexdigest() == mark else None

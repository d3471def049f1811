"""Source to words with marks."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from secc.syntax.inline.spaces import SAME, Pairs, even, through
from secc.syntax.marks import AnyMark, Code, Emphasis, FootnoteCall, Hyperlink, Strong, Symbols
from secc.syntax.patterns import MARKED, UNUSUAL

if TYPE_CHECKING:
    from markdown_it.token import Token

_Maker: TypeAlias = Callable[[int, int], AnyMark]

_OUTERMOST_FIRST = (Hyperlink, Emphasis, Strong, Code, Symbols, FootnoteCall)
"""The order of marks over the same words."""


class Inline(Struct, frozen=True, gc=False):
    """Words as read: `text` has single spaces, none at its ends, straight quotes and no mark-up.

    `marks` are sorted by start, longer first, and properly nested; none begins or ends with a space, and none stands
    in another of its own kind. `pairs` are pairs (offset in the text, offset in the source), flattened, ascending:
    from each on, text and source run together until the next.
    """

    text: str
    marks: tuple[AnyMark, ...]
    pairs: Pairs


def parse(raw: str) -> Inline:
    """The words of one paragraph, source line breaks and all.

    Never fails: a mark that is not closed, or that leads to no address on the web, is text. Linear in the length.
    """
    words = raw.replace("\n", " ")
    if UNUSUAL.search(words) is None and "  " not in words and words[:1] != " " and words[-1:] != " ":
        return Inline(words, (), SAME)
    words, pairs = even(words)
    if MARKED.search(words) is None:
        return Inline(words, (), pairs)
    from secc.syntax.inline.rules import tokens_of  # most words have no marks to be read

    writer = _Writer(words)
    for token in tokens_of(words):
        writer.take(token)
    text = "".join(writer.pieces)
    return Inline(text, _settled(text, writer.marks), through(writer.pairs or SAME, pairs, len(text)))


class _Writer:
    """Puts tokens together as text, with a space wherever there is one on either side of a mark's boundary."""

    def __init__(self, words: str) -> None:
        self.pieces: list[str] = []
        self.pairs: list[int] = []
        self.marks: list[AnyMark] = []
        self._words = words
        self._length = 0
        self._space: int | None = None
        self._open: list[tuple[int, _Maker]] = []

    def take(self, token: "Token") -> None:
        """Write one token's words, or begin or end its mark."""
        match token.type:
            case "text":
                self._write(token)
            case "code_inline":
                self._cover(token, Code)
            case "formula":
                self._cover(token, Symbols)
            case "call":
                self.marks.append(FootnoteCall(self._length, self._length, token.content))
            case "em_open":
                self._open.append((self._length, Emphasis))
            case "strong_open":
                self._open.append((self._length, Strong))
            case "link_open":
                href = token.content
                self._open.append((self._length, lambda start, end: Hyperlink(start, end, href)))
            case _:
                self._close()

    def _cover(self, token: "Token", make: _Maker) -> None:
        self._open.append((self._length, make))
        self._write(token)
        self._close()

    def _close(self) -> None:
        start, make = self._open.pop()
        self.marks.append(make(start, self._length))

    def _write(self, token: "Token") -> None:
        """Write a token's words, a space at their end only when more words follow."""
        if not token.content or token.map is None:  # a star that came to be part of `**`
            return
        start, end = token.map
        if self._words[start] == " ":
            self._space = start
            start += 1
        if start == end:
            return
        if self._space is not None and self._length:
            self._copy(self._space, self._space + 1)
        self._space = None
        if self._words[end - 1] == " ":
            self._space = end - 1
            end -= 1
        self._copy(start, end)

    def _copy(self, start: int, end: int) -> None:
        if not self.pairs or start - self._length != self.pairs[-1] - self.pairs[-2]:
            self.pairs += (self._length, start)
        self.pieces.append(self._words[start:end])
        self._length += end - start


def _settled(text: str, marks: Iterable[AnyMark]) -> tuple[AnyMark, ...]:
    """The marks in order, each as long as it can be, without spaces at its beginning, and none that adds nothing."""
    trimmed = [_trimmed(text, mark) for mark in marks]
    ordered = sorted(trimmed, key=lambda mark: (mark.start, -mark.end, _OUTERMOST_FIRST.index(type(mark))))
    called = frozenset(mark.start for mark in ordered if isinstance(mark, FootnoteCall))
    joined = _joined(ordered, called)
    while joined != ordered:  # what joins may bring together what stands in it
        ordered, joined = joined, _joined(joined, called)
    return tuple(joined)


def _joined(marks: list[AnyMark], called: frozenset[int]) -> list[AnyMark]:
    """One mark for neighbours that touch, and none for those in another of their kind."""
    kept: list[AnyMark] = []
    around: list[int] = []
    for mark in marks:
        if isinstance(mark, FootnoteCall):
            kept.append(mark)
            continue
        before = None
        while around and kept[around[-1]].end <= mark.start:
            before = around.pop()
        if mark.start == mark.end or any(type(kept[place]) is type(mark) for place in around):
            continue
        if before is not None and _continues(mark, kept[before], called):
            kept[before] = replace(kept[before], end=mark.end)
            around.append(before)
        else:
            around.append(len(kept))
            kept.append(mark)
    return kept


def _continues(mark: AnyMark, before: AnyMark, called: frozenset[int]) -> bool:
    if type(mark) is not type(before) or before.end != mark.start:
        return False
    return isinstance(mark, Emphasis | Strong) or (isinstance(mark, Code) and mark.start not in called)


def _trimmed(text: str, mark: AnyMark) -> AnyMark:
    """The mark without the space that it may begin with; it never ends with one."""
    is_spaced = mark.start < mark.end and text[mark.start] == " "
    return replace(mark, start=mark.start + 1) if is_spaced else mark

"""The lines of an instrument's file as paragraphs: its first line, attributes, notes, operations, comments.

What the paragraphs say is read elsewhere. Every line of the file stands in exactly one paragraph or comment.
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct

from secc.instruments import faults, patterns
from secc.instruments.tokens import verbs
from secc.source import Span
from secc.syntax.faults import Faults
from secc.syntax.lines import Line


class Stretch(Struct, frozen=True):
    """Words of a sentence, from the first to the last, line breaks included."""

    span: Span


class SetOut(Struct, frozen=True):
    """Text set out on lines that begin `>`: each line without the mark, and where in the file it begins."""

    span: Span
    lines: tuple[str, ...]
    starts: tuple[int, ...]


Piece: TypeAlias = Stretch | SetOut


class Kind(StrEnum):
    """What a paragraph is."""

    HEADER = "header"
    ATTRIBUTE = "attribute"
    NOTE = "note"
    OPERATION = "operation"


class Paragraph(Struct, frozen=True):
    """Lines that belong together. `key` is the number of an operation or the name of an attribute, `written` its place.

    `pieces` are what stands after it; `comments` the texts of the comments above it.
    """

    kind: Kind
    key: str
    written: Span
    pieces: tuple[Piece, ...]
    comments: tuple[str, ...] = ()

    @property
    def span(self) -> Span:
        """From the number or key to the last word."""
        return Span(self.written.start, self.pieces[-1].span.end if self.pieces else self.written.end)


class _Lines(Struct):
    """Text set out to which lines are still added."""

    start: int
    end: int
    lines: list[str]
    starts: list[int]

    def done(self) -> SetOut:
        """The text as it is now."""
        return SetOut(Span(self.start, self.end), tuple(self.lines), tuple(self.starts))


class _Open(Struct):
    """A paragraph to which lines are still added; `parted` by a blank line below it, `broken` by a comment."""

    kind: Kind
    key: str
    written: Span
    comments: tuple[str, ...]
    pieces: list[Stretch | _Lines]
    parted: bool = False
    broken: bool = False


class Paragraphs:
    """Reads the lines of one file. `found` has the paragraphs afterwards, `closing` the comments below the last."""

    def __init__(self, text: str, lines: Sequence[Line], told: Faults) -> None:
        self._text = text
        self._faults = told
        self._open: _Open | None = None
        self._in_head = True
        self._waiting: list[str] = []
        self.found: list[Paragraph] = []
        for line in lines:
            self._line(line)
        self._close()
        self.closing = tuple(self._waiting)

    def _line(self, line: Line) -> None:
        text = self._text
        if line.start == line.end:
            if self._open is not None:
                self._open.parted = True
                self._in_head = False
        elif text.startswith("//", line.start):
            self._waiting.append(text[line.start + 2 : line.end].strip())
            if self._open is not None:
                self._open.broken = True
        elif text[line.start] == ">":
            self._set_out(line)
        elif self._open is None and not self.found:
            self._begin(Kind.HEADER, "", Span(line.start, line.start), line.start, line.end)
        elif line.column and self._open is not None and self._goes_on(self._open):
            self._run_on(line)
        else:
            self._at_margin(line)

    def _goes_on(self, above: _Open) -> bool:
        """Whether an indented line goes on with the paragraph above it: in an operation a blank line may part them."""
        return not above.parted or above.kind is Kind.OPERATION

    def _at_margin(self, line: Line) -> None:
        text, above = self._text, self._open
        number = patterns.OPERATION.match(text, line.start, line.end)
        if number is not None and self._begins_operation(number.end(), number["number"], line):
            written = Span(*number.span("number"))
            self._begin(Kind.OPERATION, number["number"], written, number.end(), line.end)
        elif note := patterns.NOTE.match(text, line.start, line.end):
            self._begin(Kind.NOTE, "note", Span(*note.span("key")), note.end(), line.end)
        elif self._in_head:
            self._attribute(line)
        elif above is not None and not above.parted:
            self._run_on(line)
        else:
            self._begin(Kind.OPERATION, "", Span(line.start, line.start), line.start, line.end)

    def _begins_operation(self, after: int, number: str, line: Line) -> bool:
        """Whether a number at the margin is an operation's: after a blank line, the next one, or before a verb.

        `6 months after …` goes on with a sentence.
        """
        if patterns.COUNTING.match(self._text, line.start, line.end):
            return False
        above = self._open
        if self._in_head or above is None or above.parted or above.kind is not Kind.OPERATION:
            return True
        return follows(above.key, number) or begins_with_verb(self._text[after : line.end])

    def _attribute(self, line: Line) -> None:
        found = patterns.ATTRIBUTE.match(self._text, line.start, line.end)
        if found is None:
            self._faults.add(Span(line.start, line.end), faults.NO_ATTRIBUTE)
            self._begin(Kind.ATTRIBUTE, "", Span(line.start, line.start), line.start, line.end)
        else:
            self._begin(Kind.ATTRIBUTE, found["key"], Span(*found.span("key")), found.end(), line.end)

    def _begin(self, kind: Kind, key: str, written: Span, start: int, end: int) -> None:
        self._close()
        comments, self._waiting = tuple(self._waiting), []
        self._open = _Open(kind, key, written, comments, [Stretch(Span(start, end))] if start < end else [])
        self._in_head = kind in (Kind.HEADER, Kind.ATTRIBUTE)

    def _run_on(self, line: Line) -> None:
        """A line that goes on with the paragraph above it."""
        above = self._open
        assert above is not None
        last = above.pieces[-1] if above.pieces and not above.broken else None
        self._interrupted(above, line)
        if isinstance(last, Stretch):
            above.pieces[-1] = Stretch(Span(last.span.start, line.end))
        else:
            above.pieces.append(Stretch(Span(line.start, line.end)))
        above.parted = False

    def _set_out(self, line: Line) -> None:
        """A line that begins `>`; it stands in the operation above it, a blank line between them or not."""
        above = self._open
        if above is None or above.kind is not Kind.OPERATION:
            self._faults.add(Span(line.start, line.end), faults.STRAY_TEXT)
            return
        self._interrupted(above, line)
        start = line.start + 1
        start += self._text.startswith(" ", start)
        words = self._text[start : line.end]
        last = above.pieces[-1] if above.pieces else None
        if not isinstance(last, _Lines):
            last = _Lines(line.start, line.end, [], [])
            above.pieces.append(last)
        elif above.parted:
            last.lines.append("")
            last.starts.append(start)
        last.lines.append(words)
        last.starts.append(start)
        last.end = line.end
        above.parted = False

    def _interrupted(self, above: _Open, line: Line) -> None:
        if above.broken:
            self._faults.add(Span(line.start, line.end), faults.COMMENT_INSIDE)
            above.broken = False

    def _close(self) -> None:
        if self._open is not None:
            made = self._open
            pieces = tuple(each.done() if isinstance(each, _Lines) else each for each in made.pieces)
            self.found.append(Paragraph(made.kind, made.key, made.written, pieces, made.comments))
            self._open = None


def follows(number: str, after: str) -> bool:
    """Whether `after` is the next number: 3 and 2A after 2, 2B and 3 after 2A; 1 after none."""
    if not number:
        return after == "1"
    before, next_ = patterns.NUMBER_PARTS.fullmatch(number), patterns.NUMBER_PARTS.fullmatch(after)
    if before is None or next_ is None:
        return False
    if next_["letters"]:
        last = before["letters"] or "@"
        return next_["number"] == before["number"] and next_["letters"] == last[:-1] + chr(ord(last[-1]) + 1)
    return int(next_["number"]) == int(before["number"]) + 1


def order(number: str) -> tuple[int, int, str]:
    """By which operations are in order: 2, 2A, 2B, 3."""
    found = patterns.NUMBER_PARTS.fullmatch(number)
    assert found is not None
    return int(found["number"]), len(found["letters"]), found["letters"]


def begins_with_verb(words: str) -> bool:
    """Whether words begin as an operation does: with a verb, or with `in`, `for`, `from` and the like."""
    first = patterns.FIRST_WORD.match(words)
    return first is not None and first.group().lower() in verbs()

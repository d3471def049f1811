"""A file as lines with their indentation, and the findings about characters that no line may hold."""

from collections.abc import Iterator

from msgspec import Struct

from secc.diagnostics import Diagnostic, Severity
from secc.source import Source, Span
from secc.syntax.patterns import CONTROL, HIDDEN, INDENT

SYNTAX = "syntax"
"""The rule under which everything that the language does not allow is reported."""

_NAMES = {
    "\u00ad": "soft hyphen",
    "\u200b": "zero-width space",
    "\u200c": "zero-width non-joiner",
    "\u200d": "zero-width joiner",
    "\u2028": "line separator",
    "\u2029": "paragraph separator",
    "\u2060": "word joiner",
    "\ufeff": "byte-order mark",
}


class Line(Struct, frozen=True, gc=False):
    """A line of the file: `start` is its first character that is not blank, `end` past its last, `column` from 0.

    A tab in the indentation counts as two columns. A blank line has `start == end`.
    """

    column: int
    start: int
    end: int


def lines_of(text: str) -> list[Line]:
    """Every line of a text."""
    lines: list[Line] = []
    position = 0
    for raw in text.split("\n"):
        stripped = raw.strip(" \t\u00a0")
        if stripped:
            column = raw.index(stripped[0])
            if column and "\t" in raw[:column]:
                column += raw.count("\t", 0, column)
            start = position + raw.index(stripped[0])
            lines.append(Line(column, start, start + len(stripped)))
        else:
            lines.append(Line(0, position, position))
        position += len(raw) + 1
    return lines


def inner_line(text: str, line: Line) -> Line:
    """The line after its quotation mark `>` and one space."""
    after = line.start + 1
    if text[after : after + 1] == " ":
        after += 1
    indent = INDENT.match(text, after, line.end)
    start = indent.end() if indent else after
    return Line(start - after, start, max(start, line.end))


def refused_characters(source: Source) -> Iterator[Diagnostic]:
    """Findings for hidden, bidirectional and control characters, and for tabs that indent."""
    text = source.text
    if not text.isascii():
        for found in HIDDEN.finditer(text):
            yield _refused(source, found.start(), _hidden_name(found[0]))
    for found in CONTROL.finditer(text):
        yield _refused(source, found.start(), f"control character U+{ord(found[0]):04X}")
    if "\t" in text:
        yield from _tab_indents(source)


def _hidden_name(character: str) -> str:
    if "\u202a" <= character <= "\u202e" or "\u2066" <= character <= "\u2069" or character in "\u200e\u200f\u061c":
        return f"character that turns the direction of the text (U+{ord(character):04X})"
    return f"{_NAMES.get(character, 'hidden character')} (U+{ord(character):04X})"


def _refused(source: Source, offset: int, name: str) -> Diagnostic:
    return Diagnostic(
        rule=SYNTAX,
        severity=Severity.ERROR,
        headline=f"the text holds a {name}, which a reader cannot see",
        path=source.path,
        span=Span(offset, offset + 1),
        label="here",
        helps=("delete it: retype the words on both sides of it",),
    )


def _tab_indents(source: Source) -> Iterator[Diagnostic]:
    position = 0
    for raw in source.text.split("\n"):
        indent = raw[: len(raw) - len(raw.lstrip(" \t\u00a0"))]
        if "\t" in indent:
            yield Diagnostic(
                rule=SYNTAX,
                severity=Severity.WARNING,
                headline="a tab indents this line; it is read as two spaces",
                path=source.path,
                span=Span(position, position + len(indent)),
                helps=("use two spaces for each level, or let `secc fmt` settle it",),
            )
        position += len(raw) + 1

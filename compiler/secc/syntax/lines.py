"""A file as lines with their indentation, and the findings about characters that no line may hold."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from secc.source import Source, Span
from secc.syntax.faults import Fault, Faults
from secc.syntax.patterns import CONTROL, HIDDEN, INDENT
from secc.syntax.tree import Words

_NAMES = {
    "\u00ad": "soft hyphen",
    "\u200b": "zero-width space",
    "\u200c": "zero-width non-joiner",
    "\u200d": "zero-width joiner",
    "\u2028": "line separator",
    "\u2029": "paragraph separator",
    "\u2060": "word joiner",
    "\ufeff": "byte-order mark",
    "\ufffc": "sign of an object that was left out",
}


class Line(Struct, frozen=True, gc=False):
    """A line of the file: `start` is its first character that is not blank, `end` past its last, `column` from 0.

    A tab in the indentation counts as two columns. A blank line has `start == end`.
    """

    column: int
    start: int
    end: int


class Reader:
    """The lines of a file or of a quotation, read one after the other: `at` is the next."""

    def __init__(self, text: str, lines: Sequence[Line], faults: Faults) -> None:
        self.text = text
        self.lines = lines
        self.at = 0
        self.faults = faults
        self.unclosed = {"$$": -1, "```": -1}
        """Up to which line it is known that nothing closes a block that begins with these marks."""

    def marked(self, mark: str, first: Line) -> Iterator[Line]:
        """`first`, just read, and the lines directly below it that begin with the same mark."""
        yield first
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if line.start == line.end or self.text[line.start] != mark:
                return
            self.at += 1
            yield line

    def words(self, start: int, end: int) -> Words:
        """The stretch without the blanks around it; nothing where it is blank."""
        piece = self.text[start:end]
        stripped = piece.strip()
        if not stripped:
            return ()
        start += piece.index(stripped[0])
        return (start, start + len(stripped))


def lines_of(text: str) -> list[Line]:
    """Every line of a text."""
    lines: list[Line] = []
    position = 0
    for raw in text.split("\n"):
        stripped = raw.strip()
        if stripped:
            column = raw.index(stripped[0])
            start = position + column
            if column and "\t" in raw[:column]:
                column += raw.count("\t", 0, column)
            lines.append(Line(column, start, start + len(stripped)))
        else:
            lines.append(Line(0, position, position))
        position += len(raw) + 1
    return lines


def inner_lines(text: str, lines: Sequence[Line]) -> tuple[Line, ...]:
    """Lines without their quotation marks `>`, their indentation counted from the first line's."""
    inner = [_inner_line(text, line) for line in lines]
    margin = next((line.column for line in inner if line.start < line.end), 0)
    return tuple(Line(max(0, line.column - margin), line.start, line.end) for line in inner)


def _inner_line(text: str, line: Line) -> Line:
    after = line.start + 1
    if text[after : after + 1].isspace() and after < line.end:
        after += 1
    indent = INDENT.match(text, after, line.end)
    start = indent.end() if indent else after
    return Line(start - after + text.count("\t", after, start), start, max(start, line.end))


def character_faults(source: Source, faults: Faults) -> None:
    """Find hidden, bidirectional and control characters, and tabs that indent."""
    text = source.text
    if text.replace("\n", "").isprintable() and not HIDDEN.search("".join(set(text))):  # which is quick to ask
        return
    for kind in (HIDDEN, CONTROL):
        for found in kind.finditer(text):
            faults.add(Span(found.start(), found.end()), _refused(_name(found[0])))
    if "\t" in text:
        _find_tabs(text, faults)


def hidden_in(text: str) -> str:
    """What the first character of a text is that a reader cannot see, as `character_faults` says it; empty for none."""
    found = HIDDEN.search(text) or CONTROL.search(text)
    return _name(found[0]) if found is not None else ""


def _name(character: str) -> str:
    if CONTROL.match(character):
        return f"control character (U+{ord(character):04X})"
    if "\u202a" <= character <= "\u202e" or "\u2066" <= character <= "\u2069" or character in "\u200e\u200f\u061c":
        return f"character that turns the direction of the text (U+{ord(character):04X})"
    if ord(character) & 0xFFFE == 0xFFFE or "\ufdd0" <= character <= "\ufdef":
        return f"code that is no character (U+{ord(character):04X})"
    return f"{_NAMES.get(character, 'hidden character')} (U+{ord(character):04X})"


def _refused(name: str) -> Fault:
    return Fault(
        f"the text holds a {name}, which a reader cannot see", "here", "delete it: retype the words on both sides of it"
    )


def _find_tabs(text: str, faults: Faults) -> None:
    """One warning for the whole file, at the first tab."""
    indents = list(_tab_indents(text))
    if not indents:
        return
    headline, label = "a tab indents this line; it is read as two spaces", "the tab"
    if len(indents) > 1:
        headline, label = f"tabs indent {len(indents)} lines of this file; each is read as two spaces", "the first"
    faults.warn(indents[0], Fault(headline, label, "use two spaces for each level, or let `secc fmt` settle it"))


def _tab_indents(text: str) -> Iterator[Span]:
    position = 0
    for raw in text.split("\n"):
        indent = raw[: len(raw) - len(raw.lstrip())]
        if "\t" in indent and len(indent) < len(raw):
            yield Span(position, position + len(indent))
        position += len(raw) + 1

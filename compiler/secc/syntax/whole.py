"""Blocks that are read whole: tables, formulas, code, figures, attachments, quotations, comments.

Each function is given the reader and the line with which the block seems to begin, and returns the block, or None
where the line is words after all; then it has read no further.
"""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from secc.source import Span
from secc.syntax import faults, patterns
from secc.syntax.inline.spaces import even
from secc.syntax.lines import Line, Reader, inner_lines
from secc.syntax.tree import (
    AnyHead,
    AttachmentHead,
    AttributeLine,
    CodeHead,
    CommentLine,
    FigureHead,
    FormulaHead,
    TableHead,
    TextHead,
    Words,
)


class Scanned(Struct, frozen=True, gc=False):
    """A block as scanned: the name of its token in document.lark, its column, and its head."""

    token: str
    column: int
    head: AnyHead | AttributeLine


class QuotedLines(Struct, frozen=True):
    """The lines of a quotation, without their marks, waiting to be parsed."""

    column: int
    span: Span
    lines: tuple[Line, ...]


def quotation(reader: Reader, first: Line) -> QuotedLines:
    """Lines that begin with `>`."""
    lines = tuple(reader.marked(">", first))
    return QuotedLines(first.column, Span(first.start, lines[-1].end), inner_lines(reader.text, lines))


def comment(reader: Reader, line: Line) -> CommentLine | None:
    """A line that begins with `//`."""
    if not reader.text.startswith("//", line.start):
        return None
    span = Span(line.start, line.end)
    text = reader.text[line.start + 2 : line.end].strip()
    allow = patterns.SUPPRESSION.match(reader.text, line.start, line.end)
    if allow is None:
        if patterns.UNTIL.match(reader.text, line.start, line.end):
            reader.faults.add(span, faults.NO_DAY)
        elif patterns.CONFLICT.match(reader.text, line.start, line.end):
            reader.faults.add(span, faults.CONFLICT)
        elif patterns.NEAR_SUPPRESSION.match(reader.text, line.start, line.end):
            reader.faults.add(span, faults.NO_COLON)
        return CommentLine(span, text)
    if allow["reason"] is None:
        reader.faults.add(span, faults.NO_REASON)
        return CommentLine(span, text)
    until = _day(allow["until"] or "")
    if until is None and allow["until"] is not None:
        reader.faults.add(span, faults.NO_DAY)
        return CommentLine(span, text)
    return CommentLine(span, text, allow["rule"], allow["reason"], until)


def _day(written: str) -> date | None:
    """The day of a date in ISO 8601, YYYY-MM-DD; None for anything else."""
    try:
        return date.fromisoformat(written) if len(written) == len("YYYY-MM-DD") else None
    except ValueError:
        return None


def captioned_table(reader: Reader, line: Line) -> Scanned | None:
    """`table: …` and the table below it."""
    keyword = patterns.KEYWORD.match(reader.text, line.start, line.end)
    if keyword is None or keyword["keyword"] != "table":
        return None
    caption = reader.words(keyword.end(), line.end)
    ahead = reader.at
    while ahead < len(reader.lines) and reader.lines[ahead].start == reader.lines[ahead].end:
        ahead += 1
    if ahead == len(reader.lines) or reader.text[reader.lines[ahead].start] != "|":
        span = Span(line.start, line.end)
        reader.faults.add(span, faults.NO_TABLE)
        return Scanned("TEXT", line.column, TextHead(span, (line.start, line.end)))
    reader.at = ahead + 1
    return _rows(reader, reader.lines[ahead], caption, line)


def table(reader: Reader, line: Line) -> Scanned:
    """Lines that begin with a bar."""
    return _rows(reader, line, (), line)


def _rows(reader: Reader, first: Line, caption: Words, opening: Line) -> Scanned:
    rows: list[tuple[Words, ...]] = []
    rule, last = 0, first
    for line in reader.marked("|", first):
        cells = tuple(_cells(reader, line))
        if rows and len(cells) != len(rows[0]):
            reader.faults.add(Span(line.start, line.end), faults.uneven_row(len(cells), len(rows[0])))
        if rows and not rule and _is_rule(reader.text, cells):
            rule = len(rows)
        else:
            rows.append(cells)
        last = line
    head = TableHead(Span(opening.start, last.end), caption, tuple(rows), rule)
    return Scanned("TABLE", opening.column, head)


def _cells(reader: Reader, row: Line) -> Iterator[Words]:
    start = row.start + 1
    for bar in patterns.BAR.finditer(reader.text, start, row.end):
        yield reader.words(start, bar.start())
        start = bar.end()
    if reader.text[start : row.end].strip():
        yield reader.words(start, row.end)


def _is_rule(text: str, cells: tuple[Words, ...]) -> bool:
    return any(cells) and all(not cell or patterns.RULE_CELL.fullmatch(text, *cell) for cell in cells)


def formula(reader: Reader, line: Line) -> Scanned | None:
    """A formula between `$$` and `$$`, on one line or over several."""
    text, marks = reader.text, "$$"
    if not text.startswith(marks, line.start):
        return None
    if line.end - line.start >= 4 and text.endswith(marks, line.start, line.end):
        return _formula(reader, line, line, reader.words(line.start + 2, line.end - 2))
    closing = _closing(reader, marks)
    if closing is None:
        reader.faults.add(Span(line.start, line.start + 2), faults.OPEN_FORMULA)
        return None
    words = reader.words(line.start + 2, line.end)
    for each in reader.lines[reader.at : closing]:
        words += (each.start, each.end)
    last = reader.lines[closing]
    words += reader.words(last.start, last.end - 2)
    reader.at = closing + 1
    return _formula(reader, line, last, words)


def _formula(reader: Reader, first: Line, last: Line, words: Words) -> Scanned:
    for start, end in zip(words[::2], words[1::2], strict=True):
        inside = reader.text.find("$$", start, end)
        if inside >= 0:
            reader.faults.add(Span(inside, inside + 2), faults.MARKS_IN_FORMULA)
    return Scanned("FORMULA", first.column, FormulaHead(Span(first.start, last.end), words))


def code(reader: Reader, line: Line) -> Scanned | None:
    """Lines between ``` and ```."""
    found = patterns.FENCE.match(reader.text, line.start, line.end)
    if found is None:
        return None
    closing = _closing(reader, "```")
    if closing is None:
        reader.faults.add(Span(line.start, line.end), faults.OPEN_CODE)
        return None
    inside = tuple(_code_line(reader.text, line.column, each) for each in reader.lines[reader.at : closing])
    last = reader.lines[closing]
    reader.at = closing + 1
    return Scanned("CODE", line.column, CodeHead(Span(line.start, last.end), found["language"], inside))


def _code_line(text: str, column: int, line: Line) -> str:
    return " " * max(0, line.column - column) + text[line.start : line.end] if line.start < line.end else ""


def _closing(reader: Reader, marks: str) -> int | None:
    """The line below that closes what has begun with these marks.

    A formula ends before the next blank line. Each line is looked at once, however many open in vain.
    """
    for ahead in range(max(reader.at, reader.unclosed[marks]), len(reader.lines)):
        line = reader.lines[ahead]
        if marks == "```" and reader.text[line.start : line.end] == marks:
            return ahead
        if marks == "$$" and line.start == line.end:
            reader.unclosed[marks] = ahead
            return None
        if marks == "$$" and reader.text.endswith(marks, line.start, line.end):
            return ahead
    reader.unclosed[marks] = len(reader.lines)
    return None


def figure(reader: Reader, line: Line) -> Scanned | None:
    """`![alt](path)`, alone on its line."""
    if not reader.text.startswith("![", line.start):
        return None
    span = Span(line.start, line.end)
    found = patterns.FIGURE.match(reader.text, line.start, line.end)
    if found is None:
        reader.faults.add(span, faults.FIGURE_FORM)
        return None
    return Scanned("FIGURE", line.column, FigureHead(span, even(found["alt"])[0], found["path"]))


def attachment(reader: Reader, line: Line) -> Scanned | None:
    """`attachment: path "title"`."""
    keyword = patterns.KEYWORD.match(reader.text, line.start, line.end)
    if keyword is None or keyword["keyword"] != "attachment":
        return None
    found = patterns.ATTACHMENT.match(reader.text, line.start, line.end)
    span = Span(line.start, line.end)
    if found is None:
        reader.faults.add(span, faults.ATTACHMENT_FORM)
        return Scanned("TEXT", line.column, TextHead(span, (line.start, line.end)))
    return Scanned("ATTACHMENT", line.column, AttachmentHead(span, found["path"], even(found["title"] or "")[0]))

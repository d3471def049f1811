"""The provisions in the columns of tables headed "SEC Section": `A`, `F2`, `H8-H9`, which nothing else marks."""

import re
from collections.abc import Iterator

from secc.resolve import patterns
from secc.resolve.citation.find import find
from secc.resolve.citation.model import Citation, Provisions, TheCode

# What makes a citation of a cell's letters.
_LEAD = "Sections "
# How far a table without marks goes on below its heads, in lines with words.
_LONGEST = 60


def cited_in_columns(text: str) -> Iterator[Citation]:
    """The citations that are whole cells of such columns; offsets are those of `text`, a letter as it came."""
    for table in patterns.TABLE.finditer(text):
        rows = [list(patterns.CELL.finditer(text, *row.span())) for row in patterns.ROW.finditer(text, *table.span())]
        yield from _in_rows(text, rows)
    for table in patterns.BARRED_TABLE.finditer(text):
        lines = patterns.BARRED_ROW.finditer(text, *table.span())
        yield from _in_rows(text, [list(patterns.BARRED_CELL.finditer(text, *line.span("row"))) for line in lines])
    for heads in patterns.PROVISIONS_HEADS.finditer(text):
        yield from _in_lines(text, heads.end() + 1)


def _in_rows(text: str, rows: list[list[re.Match[str]]]) -> Iterator[Citation]:
    """Of each column whose first cell is such a head, the cells below."""
    for place, head in enumerate(rows[0] if rows else []):
        if not any(patterns.PROVISIONS_HEAD.fullmatch(words.group().strip(" *")) for words in _words(text, head)):
            continue
        for row in rows[1:]:
            for words in _words(text, row[place]) if place < len(row) else ():
                yield from _cited(text, words.start(), words.end())


def _words(text: str, cell: re.Match[str]) -> Iterator[re.Match[str]]:
    """The runs of words of a cell, between its tags and line ends."""
    return patterns.CELL_WORDS.finditer(text, *cell.span("cell"))


def _in_lines(text: str, position: int) -> Iterator[Citation]:
    """Below such heads, the letters with which lines begin, up to the next numbered heading."""
    for _ in range(_LONGEST):
        end = text.find("\n", position)
        line = text[position : end if end >= 0 else len(text)]
        if end < 0 or (line.strip() and patterns.NUMBERED_HEADING.match(line)):
            return
        match = patterns.PROVISIONS_LINE.match(line)
        if match:
            yield from _cited(text, position + match.start("cell"), position + match.end("cell"))
        position = end + 1


def _cited(text: str, start: int, end: int) -> Iterator[Citation]:
    """The citation that the words of a cell are, if they are nothing else."""
    words = text[start:end]
    start += len(words) - len(words.lstrip(" *\t"))
    words = words.strip(" *\t")
    if not patterns.PROVISIONS_CELL.fullmatch(words):
        return
    for citation in find(_LEAD + words):
        if isinstance(citation.reference, Provisions) and citation.end == len(_LEAD) + len(words):
            found = citation.reference
            yield Citation(start, start + len(words), Provisions(None, found.extents, TheCode()))

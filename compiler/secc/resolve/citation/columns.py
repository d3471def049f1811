"""The provisions in the columns of tables headed "SEC Section": `A`, `F2`, `H8-H9`, which nothing else marks."""

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import TypeAlias

from secc.reading.patterns import NUMBERED_HEADING
from secc.resolve import patterns_letters
from secc.resolve.citation.find import find
from secc.resolve.citation.model import Citation, Provisions, TheCode

# The start and end of a cell's words in the letter, and the rows of a table made of them.
_Cell: TypeAlias = tuple[int, int]
_Rows: TypeAlias = list[list[_Cell]]

# What makes a citation of a cell's letters.
_LEAD = "Sections "
# How far a table without marks goes on below its heads, in lines.
_LONGEST = 120


def cited_in_columns(text: str) -> Iterator[Citation]:
    """The citations that are whole cells of such columns; offsets are those of `text`, a letter as it came."""
    for rows in (*_tagged_tables(text), *_barred_tables(text)):
        yield from _in_rows(text, rows)
    for heads in patterns_letters.PROVISIONS_HEADS.finditer(text):
        yield from _in_lines(text, heads.end() + 1)


def _tagged_tables(text: str) -> Iterator[_Rows]:
    """The tables written in tags."""
    rows: _Rows = []
    start = -1
    for tag in patterns_letters.TABLE_TAG.finditer(text):
        match tag["tag"], bool(tag["end"]):
            case "table", _:
                yield rows
                rows = []
            case "tr", False:
                rows.append([])
            case "th" | "td", False:
                start = tag.end()
            case "th" | "td", True if rows and start >= 0:
                rows[-1].append((start, tag.start()))
                start = -1
    yield rows


def _barred_tables(text: str) -> Iterator[_Rows]:
    """The tables whose rows are lines between bars."""
    lines = text.split("\n")
    starts = (0, *accumulate(len(line) + 1 for line in lines))
    rows: _Rows = []
    for line, start in zip(lines, starts, strict=False):
        if line.strip().startswith("|"):
            bars = [start + place for place, letter in enumerate(line) if letter == "|"]
            rows.append([(bar + 1, after) for bar, after in pairwise(bars)])
        elif rows:
            yield rows
            rows = []
    yield rows


def _in_rows(text: str, rows: Sequence[Sequence[_Cell]]) -> Iterator[Citation]:
    """Of each column whose first cell is such a head, the cells below."""
    for column, head in enumerate(rows[0] if rows else ()):
        if not any(
            patterns_letters.PROVISIONS_HEAD.fullmatch(text[start:end].strip(" *")) for start, end in _words(text, head)
        ):
            continue
        for row in rows[1:]:
            for start, end in _words(text, row[column]) if column < len(row) else ():
                yield from _cited(text, start, end)


def _words(text: str, cell: _Cell) -> Iterator[_Cell]:
    """The runs of words of a cell, between its tags and line ends."""
    return (words.span() for words in patterns_letters.CELL_WORDS.finditer(text, *cell) if words["words"])


def _in_lines(text: str, position: int) -> Iterator[Citation]:
    """Below such heads, the letters with which lines begin, up to the next numbered heading."""
    for _ in range(_LONGEST):
        end = text.find("\n", position)
        line = text[position : end if end >= 0 else len(text)]
        if end < 0 or NUMBERED_HEADING.match(line):
            return
        match = patterns_letters.PROVISIONS_LINE.match(line)
        if match:
            yield from _cited(text, position + match.start("cell"), position + match.end("cell"))
        position = end + 1


def _cited(text: str, start: int, end: int) -> Iterator[Citation]:
    """The citation that the words of a cell are, if they are nothing else."""
    words = text[start:end]
    start += len(words) - len(words.lstrip(" *\t"))
    words = words.strip(" *\t")
    if not patterns_letters.PROVISIONS_CELL.fullmatch(words):
        return
    for citation in find(_LEAD + words):
        if isinstance(citation.reference, Provisions) and citation.end == len(_LEAD) + len(words):
            yield Citation(start, start + len(words), Provisions(None, citation.reference.extents, TheCode()))

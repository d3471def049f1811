"""How wide the columns of a table are, how small its letters, and what of it stands on one page; in points."""

from collections.abc import Sequence
from math import ceil, sqrt
from statistics import fmean

from msgspec.structs import replace

from secc.render.pdf.measures import WIDTH
from secc.render.pdf.sheet import Row, Sheet, Words
from secc.render.pdf.words import LONGEST, length, longest_word, loosened, said

_LETTER, _WIDE_LETTER, _AROUND = 4.6, 5.1, 11.0
"""The width of a letter in a cell, on average and with some room to spare, and the room left and right of its words."""
_LINE, _ABOVE = 11.5, 8.0
_SHORT_ROW, _SHORT_TABLE = 120.0, 220.0
"""The height of a row, and of a table, that there is always room for on one page."""
_SMALLEST = 0.6
"""How small the letters of a wide table may become; words that have no room then are broken anywhere."""


def laid_out(table: Sheet) -> Sheet:
    """A table with its columns. Short rows, and a short table as a whole, stand on one page.

    One that is wide begins at the margin, and is set in letters as small as it needs.
    """
    least = [_AROUND + _WIDE_LETTER * _longest(column) for column in _cells(table.rows)]
    if sum(least) > WIDTH - table.left:
        table = replace(table, left=0.0)
    room = WIDTH - table.left
    if sum(least) <= room:
        return _unbroken(replace(table, columns=_shared(table.rows, least, room)))
    columns = tuple(each * room / sum(least) for each in least)
    size = max(_SMALLEST, min(_within(wide) / _within(each) for wide, each in zip(columns, least, strict=True)))
    rows = tuple(_loosened(row, columns, size) for row in table.rows)
    return _unbroken(replace(table, columns=columns, size=size, rows=rows))


def _shared(rows: Sequence[Row], least: Sequence[float], room: float) -> tuple[float, ...]:
    """The room, none less than its longest word.

    What is left they share so that each has the longest of its cells on one line; where not all can have that, by
    how long their cells are, in the mean of squares, so that one long cell does not take the room of many.
    """
    columns = _cells(rows)
    wanted = [_AROUND + _LETTER * max(map(length, column)) for column in columns]
    if sum(wanted) > room:
        wanted = [_AROUND + _LETTER * sqrt(fmean(length(cell) ** 2 for cell in column)) for column in columns]
    more = [max(1.0, want - each) for want, each in zip(wanted, least, strict=True)]
    spare = room - sum(least)
    return tuple(each + spare * share / sum(more) for each, share in zip(least, more, strict=True))


def _loosened(row: Row, columns: Sequence[float], size: float) -> Row:
    rooms = (max(1, int(_within(wide) / _WIDE_LETTER / size)) for wide in columns)
    return replace(row, cells=tuple(loosened(cell, room) for cell, room in zip(row.cells, rooms, strict=False)))


def _unbroken(table: Sheet) -> Sheet:
    heights = [_height(row, table.columns) for row in table.rows]
    rows = [
        replace(row, unbroken=height <= _SHORT_ROW and not row.head)
        for row, height in zip(table.rows, heights, strict=True)
    ]
    return replace(table, rows=tuple(rows), unbroken=sum(heights) <= _SHORT_TABLE)


def _height(row: Row, columns: Sequence[float]) -> float:
    lines = (ceil(_LETTER * length(cell) / _within(wide)) for cell, wide in zip(row.cells, columns, strict=False))
    return _ABOVE + _LINE * max((1, *lines))


def _within(wide: float) -> float:
    return max(1.0, wide - _AROUND)


def _cells(rows: Sequence[Row]) -> list[list[Words]]:
    """The cells of each column."""
    count = max((len(row.cells) for row in rows), default=0)
    return [[row.cells[place] for row in rows if place < len(row.cells)] for place in range(count)]


def _longest(column: Sequence[Words]) -> int:
    return min(LONGEST, max(1, *(longest_word(said(cell)) for cell in column)))

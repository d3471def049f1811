"""The tables of a redline: rows and cells in their states, with the words of both tables."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from secc.code.model import Prose, Table
from secc.compare import MergedBlock, MergedRow, Place, State
from secc.document.redline_model import Cell, Row, Words
from secc.document.redline_words import Marked, words_between

_Rows = Sequence[tuple[Prose, ...]]


def rows_of(merged: MergedBlock, marked: Marked) -> tuple[Row, ...]:
    """The rows of a merged table. The next row of either table is the next that stands in that table."""
    old, new = _rows(merged.before), _rows(merged.after)
    made = []
    for row in merged.rows:
        before = old.pop(0) if row.state is not State.INSERTED and old else ()
        after = new.pop(0) if row.state is not State.DELETED and new else ()
        made.append(Row(row.state, row.head, tuple(_cells(row, before, after, marked))))
    return tuple(made)


def _rows(place: Place | None) -> list[tuple[Prose, ...]]:
    table = place.block if place is not None else None
    return [*table.head, *table.rows] if isinstance(table, Table) else []


def _cells(row: MergedRow, before: tuple[Prose, ...], after: tuple[Prose, ...], marked: Marked) -> Iterator[Cell]:
    old, new = list(before), list(after)
    for cell in row.cells:
        first = old.pop(0) if cell.state is not State.INSERTED and old else None
        second = new.pop(0) if cell.state is not State.DELETED and new else None
        yield Cell(cell.state, _words(words_between(cell.text, first, second), marked))


def _words(words: Words, marked: Marked) -> Words:
    return tuple(replace(each, moved=True) for each in words) if marked.moved else words

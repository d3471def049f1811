"""The tables of a redline: rows and cells in their states, with the words of both tables."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from secc.code.model import Prose, Table
from secc.compare import MergedBlock, MergedRow, Place, State
from secc.compare.tables import correspondence
from secc.document.redline_model import Cell, Row, Words
from secc.document.redline_words import Marked, words_between

_Rows = Sequence[tuple[Prose, ...]]


def rows_of(merged: MergedBlock, marked: Marked) -> tuple[Row, ...]:
    """The rows of a merged table, each with a cell for every column of either.

    The next row of either table is the next that stands in that table; a cell that neither has is empty.
    """
    old, new = _rows(merged.before), _rows(merged.after)
    columns = _columns(merged)
    made = []
    for row in merged.rows:
        before = old.pop(0) if row.state is not State.INSERTED and old else ()
        after = new.pop(0) if row.state is not State.DELETED and new else ()
        made.append(Row(row.state, row.head, tuple(_filled(_cells(row, before, after, marked), row.state, columns))))
    return tuple(made)


def _columns(merged: MergedBlock) -> tuple[State, ...]:
    """The state of each column of two tables; nothing where there is one table."""
    before = merged.before.block if merged.before is not None else None
    after = merged.after.block if merged.after is not None else None
    if not isinstance(before, Table) or not isinstance(after, Table):
        return ()
    _, columns = correspondence(before, after)
    return tuple(State.INSERTED if i is None else State.DELETED if j is None else State.SAME for i, j in columns)


def _filled(cells: Iterator[Cell], state: State, columns: Sequence[State]) -> Iterator[Cell]:
    """The cells of a row that is in one text only, with an empty one for each column that is in the other only."""
    if state is State.SAME or not columns:
        yield from cells
        return
    other = State.INSERTED if state is State.DELETED else State.DELETED
    for column in columns:
        yield Cell(other, ()) if column is other else next(cells)


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

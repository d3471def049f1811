"""The two texts merged into one list of blocks, which renderers walk.

Two laws: the labels, words and cells that are the same or deleted are exactly the old text; those that are the same or
inserted are exactly the new one.
"""

from collections.abc import Iterable, Iterator

from secc.code.model import Table
from secc.compare.changes import Wording, whole_text
from secc.compare.merged_text import MergedBlock, MergedCell, MergedRow
from secc.compare.merging import Met, met
from secc.compare.model import State
from secc.compare.said import label_of
from secc.compare.segments import cut, replaced, segments, single
from secc.compare.tables import Correspondence, Row, cell_text, correspondence
from secc.compare.unit import Unit


class Stream:
    """Makes the blocks of a merged text."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording

    def blocks(self, meetings: Iterable[Met]) -> Iterator[MergedBlock]:
        """The blocks that were met, each before what stands in it."""
        for old, new in meetings:
            if old is not None and new is not None:
                yield from self._both(old, new)
                yield from self.blocks(met(old, new))
            elif old is not None:
                yield from self._alone(old, State.DELETED, 0)
            elif new is not None:
                yield from self._alone(new, State.INSERTED, 0)

    def _alone(self, unit: Unit, state: State, move: int) -> Iterator[MergedBlock]:
        """What stands here in one of the texts only, whole; `move` is that of what it stands in."""
        move = unit.move or move
        place = unit.stands
        before, after = (place, None) if state is State.DELETED else (None, place)
        label, text = single(label_of(unit.block), state), single(unit.text, state)
        yield MergedBlock(before, after, place.depth, label, text, _rows_alone(unit, state), move=move)
        for each in unit.children:
            yield from self._alone(each, state, move)

    def _both(self, old: Unit, new: Unit) -> Iterator[MergedBlock]:
        if old.half is not None or new.half is not None:
            yield from self._halves(old, new)
            return
        label = segments(label_of(old.block), label_of(new.block), replaced)
        if old.text == new.text:
            text = single(new.text, State.SAME)
        else:
            text = segments(old.text, new.text, replaced if old.is_whole else self._wording)
        yield MergedBlock(old.stands, new.stands, new.stands.depth, label, text, self._rows(old, new))

    def _halves(self, old: Unit, new: Unit) -> Iterator[MergedBlock]:
        """One provision that is two in the other text: both halves, the end between them marked."""
        text, new_text = whole_text(old, new.half), whole_text(new, old.half)
        merged = segments(text, new_text, self._wording)
        if old.half is not None:
            (first, second), state, end = _by_place(new, old.half), State.DELETED, State.INSERTED
        else:
            (first, second), state, end = _by_place(old, new.half or old), State.INSERTED, State.DELETED
        head, tail = cut(merged, len(first.text), state)
        for half, words, marked in ((first, head, end), (second, tail, State.SAME)):
            before, after = (old, half) if end is State.INSERTED else (half, new)
            if half is old or half is new:
                label = segments(label_of(old.block), label_of(new.block), replaced)
            else:
                label = single(label_of(half.block), end)
            yield MergedBlock(before.stands, after.stands, after.stands.depth, label, tuple(words), end=marked)

    def _rows(self, old: Unit, new: Unit) -> tuple[MergedRow, ...]:
        if not isinstance(old.block, Table) or not isinstance(new.block, Table):
            return ()
        rows, columns = correspondence(old.block, new.block)
        old_rows, new_rows = (*old.block.head, *old.block.rows), (*new.block.head, *new.block.rows)
        heads = len(old.block.head), len(new.block.head)
        made = []
        for i, j in rows:
            head = i < heads[0] if i is not None else j is not None and j < heads[1]
            cells = self._cells(old_rows[i] if i is not None else None, new_rows[j] if j is not None else None, columns)
            made.append(MergedRow(_state(i, j), head, tuple(cells)))
        return tuple(made)

    def _cells(self, before: Row | None, after: Row | None, columns: Correspondence) -> Iterator[MergedCell]:
        for i, j in columns:
            old, new = cell_text(before, i), cell_text(after, j)
            if old is not None and new is not None:
                yield MergedCell(State.SAME, segments(old, new, self._wording))
            elif old is not None:
                yield MergedCell(State.DELETED, single(old, State.DELETED))
            elif new is not None:
                yield MergedCell(State.INSERTED, single(new, State.INSERTED))


def _state(before: int | None, after: int | None) -> State:
    if before is None:
        return State.INSERTED
    return State.DELETED if after is None else State.SAME


def _by_place(first: Unit, second: Unit) -> tuple[Unit, Unit]:
    return (first, second) if first.place < second.place else (second, first)


def _rows_alone(unit: Unit, state: State) -> tuple[MergedRow, ...]:
    table = unit.block
    if not isinstance(table, Table):
        return ()
    return tuple(
        MergedRow(state, place < len(table.head), tuple(MergedCell(state, single(cell.text, state)) for cell in row))
        for place, row in enumerate((*table.head, *table.rows))
    )

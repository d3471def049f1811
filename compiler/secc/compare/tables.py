"""What changed in a table: which rows and columns correspond, and the words of each cell."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise, product
from typing import TypeAlias

from secc.code.model import Prose, Table
from secc.compare.bags import Vocabulary, dice
from secc.compare.chain import heaviest_chain
from secc.compare.model import CellChanged, Hunk, TableChanged

Row: TypeAlias = tuple[Prose, ...]
_Cells: TypeAlias = tuple[str, ...]
_Columns: TypeAlias = list[tuple[str, str]]
"""Of each column what heads it, and all its words."""
_Kept: TypeAlias = list[tuple[int, int]]
Correspondence: TypeAlias = tuple[tuple[int | None, int | None], ...]
Wording: TypeAlias = Callable[[str, str], tuple[Hunk, ...]]

_ALIKE = 0.45
_COLUMN_ALIKE = 0.3
_FIRST_CELL = 0.3
_PAIRS = 40_000
_FEW = 20


def table_changed(before: Table, after: Table, wording: Wording) -> TableChanged | None:
    """What changed in a table's rows, columns and cells, its caption apart; None for nothing."""
    rows, columns = correspondence(before, after)
    cells = tuple(_cells(before, after, (_kept(rows), _kept(columns)), wording))
    whole = all(None not in each for each in (*rows, *columns))
    return None if whole and not cells else TableChanged(rows, columns, cells)


def correspondence(before: Table, after: Table) -> tuple[Correspondence, Correspondence]:
    """The rows and the columns of two tables, merged; rows above the rule correspond only to such."""
    columns = _columns(before, after)
    kept = _kept(columns)
    heads = _rows(before.head, after.head, kept, (0, 0))
    return (*heads, *_rows(before.rows, after.rows, kept, (len(before.head), len(after.head)))), columns


def cell_text(row: Row | None, column: int | None) -> str | None:
    """The words of a cell; None where there is no such cell."""
    return row[column].text if row is not None and column is not None and column < len(row) else None


def _kept(places: Correspondence) -> _Kept:
    return [(i, j) for i, j in places if i is not None and j is not None]


def _cells(before: Table, after: Table, kept: tuple[_Kept, _Kept], wording: Wording) -> Iterator[CellChanged]:
    old_rows, new_rows = (*before.head, *before.rows), (*after.head, *after.rows)
    rows, columns = kept
    in_step = all(i == j for i, j in columns)
    for i, j in rows:
        if in_step and old_rows[i] == new_rows[j]:
            continue
        for column, other in columns:
            old, new = cell_text(old_rows[i], column) or "", cell_text(new_rows[j], other) or ""
            if old != new:
                yield CellChanged((i, j), (column, other), old, new, wording(old, new))


def _columns(before: Table, after: Table) -> Correspondence:
    """By the words of the head, or of all cells; where as many are left over between two pairs, by place."""
    width = _same_width(before, after)
    if width and before.head == after.head:
        return tuple((place, place) for place in range(width))
    old, new = _column_words(before), _column_words(after)
    if _keep_their_heads([head for head, _ in old], [head for head, _ in new]):
        return tuple((place, place) for place in range(len(old)))
    likeness = _column_likeness(old, new)
    scored = [(i, j, likeness(i, j)) for i in range(len(old)) for j in range(len(new))]
    pairs: list[tuple[int, int]] = []
    last_i = last_j = -1
    for i, j, _ in (*heaviest_chain([each for each in scored if each[2] > _COLUMN_ALIKE]), (len(old), len(new), 0)):
        if i - last_i == j - last_j:
            pairs += zip(range(last_i + 1, i), range(last_j + 1, j), strict=True)
        pairs.append((i, j))
        last_i, last_j = i, j
    return _merged(pairs[:-1], len(old), len(new))


def _keep_their_heads(old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether columns have the same heads in the same order, but for some that stand alone between these."""
    if len(old) != len(new):
        return False
    if old == new:
        return True
    if len({*old}) < len(old) or len({*new}) < len(new):
        return False
    apart = [place for place, (head, other) in enumerate(zip(old, new, strict=True)) if head != other or not head]
    return all(place + 1 < following for place, following in pairwise(apart))


def _column_likeness(old: _Columns, new: _Columns) -> Callable[[int, int], float]:
    """What pairing two columns is worth: their heads, and where several have the same head, all their words."""
    bag_of = Vocabulary().bag
    bags, new_bags = ([tuple(bag_of(text) for text in each) for each in side] for side in (old, new))

    def likeness(i: int, j: int) -> float:
        head, whole = map(dice, bags[i], new_bags[j])
        return 2.0 + whole if old[i][0] == new[j][0] != "" else max(head, whole)

    return likeness


def _same_width(before: Table, after: Table) -> int:
    """How many columns there are, if they are as many in all rows of both tables and have a head; otherwise 0."""
    widths = {len(row) for table in (before, after) for row in (*table.head, *table.rows)}
    return widths.pop() if len(widths) == 1 and before.head else 0


def _column_words(table: Table) -> _Columns:
    """What heads each column, and all its words."""
    rows = (*table.head, *table.rows)
    width = max(map(len, rows), default=0)
    texts = [[cell_text(row, place) or "" for row in rows] for place in range(width)]
    return [(" ".join(column[: len(table.head)]), " ".join(column)) for column in texts]


def _rows(
    before: Sequence[Row], after: Sequence[Row], columns: Sequence[tuple[int, int]], first: tuple[int, int]
) -> Correspondence:
    """By their cells in the columns that both tables have. `first` is the place of the first row in each table."""
    if before == after:
        return tuple((first[0] + place, first[1] + place) for place in range(len(before)))
    old = [_texts(row, [i for i, _ in columns]) for row in before]
    new = [_texts(row, [j for _, j in columns]) for row in after]
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    pairs = [(place, place) for place in range(start)]
    pairs += [(start + i, start + j) for i, j in _alike_rows(old[start : len(old) - end], new[start : len(new) - end])]
    pairs += [(len(old) - place, len(new) - place) for place in range(end, 0, -1)]
    return tuple([(_moved(i, first[0]), _moved(j, first[1])) for i, j in _merged(pairs, len(old), len(new))])


def _texts(row: Row, places: Sequence[int]) -> _Cells:
    """The words of the cells at some places; empty where there is no such cell."""
    width = len(row)
    return tuple([row[place].text if place < width else "" for place in places])


def _common(before: Sequence[_Cells], after: Sequence[_Cells]) -> int:
    count = 0
    while count < min(len(before), len(after)) and before[count] == after[count]:
        count += 1
    return count


def _alike_rows(before: Sequence[_Cells], after: Sequence[_Cells]) -> list[tuple[int, int]]:
    """Rows that have much in common; one that alone stands where one stood."""
    if not before or not after:
        return []
    if len(before) == len(after) == 1:
        return [(0, 0)]
    bag_of = Vocabulary().bag
    bags, new_bags = [bag_of(*row) for row in before], [bag_of(*row) for row in after]
    scored = [
        (i, j, _equal_cells(before[i], after[j]) + dice(bags[i], new_bags[j]) / 2) for i, j in _likely(before, after)
    ]
    chain = heaviest_chain([each for each in scored if each[2] > _ALIKE])
    return [(i, j) for i, j, _ in chain]


def _likely(before: Sequence[_Cells], after: Sequence[_Cells]) -> Iterator[tuple[int, int]]:
    """All pairs of rows; in long tables only those that share a cell which few rows have."""
    if len(before) * len(after) <= _PAIRS:
        yield from product(range(len(before)), range(len(after)))
        return
    holders: dict[tuple[int, str], list[int]] = {}
    for j, row in enumerate(after):
        for place, cell in enumerate(row):
            holders.setdefault((place, cell), []).append(j)
    for i, row in enumerate(before):
        found = (holders.get((place, cell), ()) for place, cell in enumerate(row))
        yield from sorted({(i, j) for rows in found if len(rows) <= _FEW for j in rows})


def _equal_cells(before: _Cells, after: _Cells) -> float:
    """The share of equal cells, and something for the same first cell."""
    equal = sum(a == b != "" for a, b in zip(before, after, strict=True)) / max(1, len(before))
    return equal + (_FIRST_CELL if before and before[0] and before[0] == after[0] else 0.0)


def _moved(place: int | None, by: int) -> int | None:
    return None if place is None else place + by


def _merged(pairs: Sequence[tuple[int, int]], count: int, count_after: int) -> Correspondence:
    """All places of both sides: what is only in the old one before what is only in the new one."""
    result: list[tuple[int | None, int | None]] = []
    last_i = last_j = 0
    for i, j in (*pairs, (count, count_after)):
        result += [(place, None) for place in range(last_i, i)]
        result += [(None, place) for place in range(last_j, j)]
        result.append((i, j))
        last_i, last_j = i + 1, j + 1
    return tuple(result[:-1])

"""Operations that turn one table into another: rows put in and left out, words of cells changed."""

from collections.abc import Iterator

from secc.amending.deriving.draft import Piece, Register
from secc.amending.deriving.foreseeing import Reach
from secc.amending.deriving.quoting import rewordings
from secc.code.model import Prose, Table
from secc.compare import TableChanged
from secc.instruments.model import (
    AfterPlace,
    BeforePlace,
    InsertProvisions,
    OmitProvisions,
    SourceText,
    SubstituteProvisions,
    Wording,
)
from secc.instruments.places import Place, TableRow
from secc.syntax.inline.printing import to_source
from secc.syntax.inline.reading import Inline


class _Unsayable(Exception):  # noqa: N818  # never leaves this module
    """No operation on a row says it."""


def row_operations(piece: Piece, new: Piece, name: Place, changed: TableChanged) -> list[Wording] | None:
    """The operations on rows and cells; the piece then has the new words. None where the table is better set out."""
    before, after = piece.block, new.block
    assert isinstance(before, Table)
    assert isinstance(after, Table)
    if any(None in each for each in changed.columns) or len(before.head) != len(after.head):
        return None
    if 2 * sum(None in each for each in changed.rows) > len(changed.rows):
        return None
    try:
        done = list(_Rows(piece, before, after, name).operations(changed))
    except _Unsayable:
        return None
    piece.texts = list(new.texts)
    return done


class _Rows:
    """The rows of a table as they stand between two operations."""

    def __init__(self, piece: Piece, before: Table, after: Table, name: Place) -> None:
        assert isinstance(name.part, TableRow)
        self._piece = piece
        self._before = (*before.head, *before.rows)
        self._after = (*after.head, *after.rows)
        self._name = name
        self._caption = name.part.table
        self._rows = [[cell.text for cell in row] for row in self._before]
        self._head = self._rows[0] if before.head else []

    def operations(self, changed: TableChanged) -> Iterator[Wording]:
        """All of them, in the order of the rows."""
        place = 0
        for old, new in changed.rows:
            if new is None:
                yield OmitProvisions(self._row(place))
                del self._rows[place]
                continue
            if old is None:
                yield self._insertion(place, self._after[new])
                self._rows.insert(place, [cell.text for cell in self._after[new]])
            else:
                yield from self._reworded(place, self._before[old], self._after[new])
            place += 1

    def _row(self, place: int, column: str = "") -> Place:
        first = " ".join(self._rows[place][0].split())
        alike = [row for row in self._rows if " ".join(row[0].split()).casefold() == first.casefold()]
        if not first or len(alike) != 1:
            raise _Unsayable
        return Place(self._name.address, TableRow(first, column, self._caption))

    def _insertion(self, place: int, row: tuple[Prose, ...]) -> Wording:
        beside = AfterPlace(self._row(place - 1)) if place else BeforePlace(self._row(place))
        return InsertProvisions(self._name, beside, SourceText((row_source(row),)))

    def _reworded(self, place: int, old: tuple[Prose, ...], new: tuple[Prose, ...]) -> Iterator[Wording]:
        changed = [k for k, (one, other) in enumerate(zip(old, new, strict=True)) if one != other]
        if not changed:
            return
        done: list[Wording] = []
        for column in changed:
            found = self._in_cell(place, column, old[column], new[column])
            if found is None:
                whole = SubstituteProvisions(self._row_as_it_was(place, old), SourceText((row_source(new),)))
                done = [whole]
                break
            done += found
        self._rows[place] = [cell.text for cell in new]
        yield from done

    def _row_as_it_was(self, place: int, old: tuple[Prose, ...]) -> Place:
        self._rows[place] = [cell.text for cell in old]
        return self._row(place)

    def _in_cell(self, place: int, column: int, old: Prose, new: Prose) -> list[Wording] | None:
        if not old.text or not new.text or old.marks or new.marks:
            return None
        cells = Piece(self._piece.version, self._piece.number, self._piece.parent, Register())
        cells.texts = self._rows[place]
        head = self._head[column] if self._head and self._head.count(self._head[column]) == 1 else ""
        reaches = [Reach(self._row(place), tuple((cells, each) for each in range(len(cells.texts))))]
        if head:
            reaches.append(Reach(self._row(place, head), ((cells, column),)))
        found = rewordings(cells, column, new.text, reaches)
        return list(found) if found is not None else None


def row_source(row: tuple[Prose, ...]) -> str:
    """A row as the language writes it."""
    cells = (to_source(Inline(cell.text, cell.marks, ())).replace("|", "\\|") for cell in row)
    return f"| {' | '.join(cells)} |"

"""Tables: the caption as a paragraph before, then the rows, then a narrow paragraph that keeps the next table apart."""

from collections.abc import Iterator, Sequence

from secc.render.docx.kinds import AFTER_TABLE
from secc.render.docx.sheet import Cell, Grid, Line, Mark, Piece, Row, Setting, Sheet


def table(caption: tuple[Piece, ...], rows: Sequence[Row], left: int) -> Iterator[Sheet]:
    """What a table is on the page. In each of the texts it has only what has something in it there."""
    if caption:
        yield Line(Setting("Caption", left), caption, end=whole(caption))
    made = tuple(row for each in rows if (row := _present(each)) is not None)
    if made:
        yield Grid(left, made)
        yield Line(AFTER_TABLE, end=together([row.mark for row in made]))


def whole(pieces: Sequence[Piece]) -> Mark:
    """The mark of all that is said; none where anything of it is in both texts, or something in each."""
    return together([each.mark for each in pieces])


def together(marks: Sequence[Mark]) -> Mark:
    """The mark of what is there where one of these is."""
    old, new = any(each.in_old for each in marks), any(each.in_new for each in marks)
    if old and new:
        return Mark.NONE
    plain = Mark.DELETED if old else Mark.INSERTED
    return marks[0] if all(each is marks[0] for each in marks) else plain


def _present(row: Row) -> Row | None:
    """The row, in those texts in which it has a cell; None where it has none in any.

    In a row that is in one of the texts, only the cells that are not in that text are marked themselves.
    """
    marks = [cell.mark for cell in row.cells]
    old = row.mark.in_old and any(each.in_old for each in marks)
    new = row.mark.in_new and any(each.in_new for each in marks)
    if old and new:
        return row
    if not (old or new):
        return None
    mark, other = (Mark.DELETED, Mark.INSERTED) if old else (Mark.INSERTED, Mark.DELETED)
    return Row(
        mark, row.head, tuple(Cell(other if cell.mark is other else Mark.NONE, cell.pieces) for cell in row.cells)
    )

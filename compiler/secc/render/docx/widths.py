"""How wide the columns of a table are, in twips: by what the longest of their cells says."""

from collections.abc import Sequence

from secc.document.model import Run
from secc.render.docx.sheet import Cell, Grid

WIDTH = 9298
"""The width of the text on A4 with margins of 2.3 cm."""
_NARROWEST, _WIDEST = 5, 45


def widths(grid: Grid) -> tuple[int, ...]:
    """The widths of the columns, which together fill the line."""
    count = max(len(row.cells) for row in grid.rows)
    longest = [_NARROWEST] * count
    for row in grid.rows:
        for place, cell in enumerate(row.cells):
            longest[place] = max(longest[place], min(_WIDEST, _length(cell)))
    room = max(WIDTH - grid.left, WIDTH // 2)
    return _shared(longest, room)


def _shared(longest: Sequence[int], room: int) -> tuple[int, ...]:
    total = sum(longest)
    return tuple(room * each // total for each in longest)


def _length(cell: Cell) -> int:
    return sum(len(run.text) if isinstance(run, Run) else 4 for piece in cell.pieces for run in piece.runs)

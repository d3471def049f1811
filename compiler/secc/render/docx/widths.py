"""How wide the columns of a table are, in twips: none less than its longest word, and the rest by what they say."""

from collections.abc import Sequence

from secc.document.model import Run
from secc.render.docx.sheet import Cell, Grid

WIDTH = 9298
"""The width of the text on A4 with margins of 2.3 cm."""
_LETTER, _AROUND = 118, 190
"""Of a letter of a bold word, with some room to spare, and of what stands around the words of a cell."""
_WIDEST = 60
"""Letters: very long cells want no more than long ones."""


def widths(grid: Grid) -> tuple[int, ...]:
    """The widths of the columns, which together fill the line."""
    count = max(len(row.cells) for row in grid.rows)
    longest, words = [1] * count, [1] * count
    for row in grid.rows:
        for place, cell in enumerate(row.cells):
            said = _said(cell)
            longest[place] = max(longest[place], min(_WIDEST, len(said)))
            words[place] = max(words[place], max(map(len, said.split()), default=0))
    return _shared(longest, words, max(WIDTH - grid.left, WIDTH // 2))


def _shared(longest: Sequence[int], words: Sequence[int], room: int) -> tuple[int, ...]:
    least = [_AROUND + _LETTER * each for each in words]
    left = room - sum(least)
    if left <= 0:
        return tuple(room * each // sum(least) for each in least)
    more = [1 + want - word for want, word in zip(longest, [min(each, _WIDEST) for each in words], strict=True)]
    return tuple(each + left * share // sum(more) for each, share in zip(least, more, strict=True))


def _said(cell: Cell) -> str:
    return "".join(run.text if isinstance(run, Run) else "x = y" for piece in cell.pieces for run in piece.runs)

"""How far blocks and their labels stand in, and how wide the columns of tables are; in points."""

from collections.abc import Sequence

from secc.document.redline_model import Kind
from secc.render.pdf.sheet import Row, Words
from secc.render.pdf.words import length, said

_CLAUSE, _PARAGRAPH, _BULLET, _QUOTATION = 44.0, 28.0, 16.0, 24.0
_HANGING = {
    Kind.SUB_SECTION: _CLAUSE, Kind.CLAUSE: _CLAUSE, Kind.PARAGRAPH: _PARAGRAPH, Kind.BULLET: _BULLET,
    Kind.FOOTNOTE: _PARAGRAPH,
}  # fmt: skip
_STEPS = {
    Kind.CLAUSE: _CLAUSE, Kind.PARAGRAPH: _PARAGRAPH, Kind.BULLET: _BULLET, Kind.QUOTATION: _QUOTATION,
}  # fmt: skip
_DEEPEST = 220.0
_LETTER = 5.4
"""The width of a letter of a label, with some room to spare."""
_CELL_LETTER, _AROUND, _WIDEST = 5.1, 11.0, 60
WIDTH = 459.0
"""The width of the text on the page."""


def hang_of(kind: Kind) -> float:
    """The room of the label of a block."""
    return _HANGING.get(kind, 0.0)


def step_in(left: float, kind: Kind) -> float:
    """Where what stands in a block begins; nothing begins so far in that its lines would be too short to read."""
    return min(_DEEPEST, left + _STEPS.get(kind, 0.0))


def is_wide(label: Words, hang: float) -> bool:
    """Whether a label needs more than its room."""
    return (length(label) + 1) * _LETTER > hang


def columns_of(rows: Sequence[Row], left: float) -> tuple[float, ...]:
    """The widths of the columns of a table that begins at `left`: none less than its longest word, where there is room.

    What room is left they share by how much their longest cells want, of which very long ones want no more than long.
    """
    count = max((len(row.cells) for row in rows), default=0)
    columns = [[row.cells[place] for row in rows if place < len(row.cells)] for place in range(count)]
    least = [_AROUND + _CELL_LETTER * max(map(_longest_word, column)) for column in columns]
    wanted = [_AROUND + _CELL_LETTER * min(_WIDEST, max(map(length, column))) for column in columns]
    room = WIDTH - left - sum(least)
    if room <= 0:
        return tuple(least)
    more = [max(1.0, want - each) for want, each in zip(wanted, least, strict=True)]
    return tuple(each + room * share / sum(more) for each, share in zip(least, more, strict=True))


def _longest_word(words: Words) -> int:
    return max(map(len, said(words).split()), default=0)

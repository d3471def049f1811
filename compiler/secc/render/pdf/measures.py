"""How far blocks and their labels stand in; in points."""

from secc.document.redline_model import Kind
from secc.render.pdf.sheet import Words
from secc.render.pdf.words import length

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

"""The blocks of a redline as paragraphs and tables with tracked changes."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from secc.compare import How, State
from secc.document.model import Run
from secc.document.redline_model import Block, Kind, Stretch, Words
from secc.document.redline_model import Row as RedlineRow
from secc.render.docx.indents import Indents
from secc.render.docx.kinds import label_text, labelled, literal_of, setting_of
from secc.render.docx.sheet import Cell, Line, Mark, Piece, Row, Sheet, mark_of
from secc.render.docx.tables import table

_Sides = tuple[str, str]
"""A label in the old and in the new text."""


def sheets(blocks: Sequence[Block]) -> Iterator[Sheet]:
    """What stands on the page for blocks of one document, in order."""
    indents = Indents()
    moves = _whole_moves(blocks)
    first_half: Block | None = None
    for place, block in enumerate(blocks):
        here = indents.deleted if block.state is State.DELETED else indents.standing
        left = here(block.kind, block.depth)
        moved = block.move in moves
        if block.kind is Kind.TABLE:
            yield from table(_pieces(block.words, moved), tuple(map(_row, block.rows)), left, block.move * moved)
        elif block.kind is not Kind.QUOTATION:
            if first_half is not None or block.end is not State.SAME:
                second = blocks[place + 1] if block.end is not State.SAME else None
                label = tuple(_label_of_half(block, first_half, second))
            else:
                label = tuple(_label(block, moved))
            yield _line(block, left, label, moved)
        first_half = block if block.end is not State.SAME else None


def _whole_moves(blocks: Sequence[Block]) -> frozenset[int]:
    """The moves that can be written as such: what left and what came are each in one stretch."""
    stretches = [(move, state) for (move, state), _ in groupby(blocks, lambda each: (each.move, each.state)) if move]
    sides = {move: [state for each, state in stretches if each == move] for move, _ in stretches}
    return frozenset(move for move, states in sides.items() if sorted(states) == [State.INSERTED, State.DELETED])


def _line(block: Block, left: int, label: Sequence[Piece], moved: bool) -> Line:  # noqa: FBT001  # of the block
    pieces = labelled(block.kind, label, _pieces(block.words, moved))
    return Line(
        setting_of(block.kind, block.level, left),
        tuple(pieces),
        end=_end(block, moved),
        move=block.move if moved else 0,
    )

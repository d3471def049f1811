"""The blocks of a redline as paragraphs and tables with tracked changes."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from secc.compare import State
from secc.document.model import Run, Runs, SymbolsRun
from secc.document.redline_model import Block, Kind, Redline, Weight, Words
from secc.document.redline_model import Row as RedlineRow
from secc.render.docx.indents import Indents
from secc.render.docx.kinds import FILES, label_text, labelled, literal_of, separator_of, setting_of
from secc.render.docx.sheet import Cell, Line, Mark, Piece, Row, Sheet, mark_of
from secc.render.docx.tables import table

_OTHERWISE = (Kind.TABLE, Kind.QUOTATION, Kind.FORMULA, *FILES)


class FromRedline:
    """Lays out the documents of one redline."""

    def __init__(self, redline: Redline) -> None:
        self._moves = _whole_moves(redline.blocks)
        self._broken_off: set[tuple[int, State]] = set()

    def sheets(self, blocks: Iterable[Block]) -> Iterator[Sheet]:
        """What stands on the page for the blocks of one document, in order."""
        indents = Indents()
        held: Block | None = None
        for block in blocks:
            here = indents.deleted if block.state is State.DELETED else indents.standing
            left = here(block.kind, block.depth)
            if block.end is not State.SAME:
                held, held_left = block, left
            elif held is None and _is_plain(block):
                yield Line(setting_of(block.kind, block.level, left), _plain_pieces(block))
            elif held is not None:
                first, second = _labels_of_halves(held, block)
                yield self._line(held, held_left, first)
                yield self._line(block, left, second)
                held = None
            else:
                yield from self._sheets(block, left)

    def _sheets(self, block: Block, left: int) -> Iterator[Sheet]:
        if block.kind is Kind.TABLE:
            self._broken_off.add((block.move, block.state))
            yield from table(_plain(block.words), tuple(map(_row, block.rows)), left)
        elif block.kind is not Kind.QUOTATION:
            yield self._line(block, left, tuple(self._label(block)))

    def _line(self, block: Block, left: int, label: Sequence[Piece]) -> Line:
        return Line(
            setting_of(block.kind, block.level, left),
            tuple(labelled(block.kind, label, self._pieces(block, block.words))),
            end=self._end(block),
            move=self._move(block),
        )

    def _move(self, block: Block) -> int:
        """The number of the move that a block is tracked as part of. There is no tracking of moved tables: from the
        first on, what moved is deleted here and inserted there.
        """
        return block.move if block.move in self._moves and (block.move, block.state) not in self._broken_off else 0

    def _end(self, block: Block) -> Mark:
        """The mark of the end: that of the block, or of the end alone of what was split or joined."""
        if block.state is State.SAME:
            return mark_of(block.end)
        return mark_of(block.state, moved=bool(self._move(block)))

    def _pieces(self, block: Block, words: Words) -> tuple[Piece, ...]:
        """Words with their marks. What moved is so marked with all that is in it: changes within are another view's,
        since Word and LibreOffice do not agree on marks in a move.
        """
        moved = bool(self._move(block))
        is_formula = block.kind is Kind.FORMULA
        return tuple(
            Piece(mark_of(each.state, moved=moved), _symbols(each.runs) if is_formula else each.runs) for each in words
        )

    def _label(self, block: Block) -> Iterator[Piece]:
        literal = literal_of(block.kind)
        if literal:
            mark = Mark.NONE if block.state is State.SAME else self._end(block)
            yield Piece(mark, (Run(literal),))
        for each in self._pieces(block, block.label):
            yield Piece(each.mark, _label_runs(block.kind, each.runs)) if block.kind in FILES else each


def _is_plain(block: Block) -> bool:
    """Whether nothing of it is marked, nor set otherwise than in its words, as of most blocks."""
    if block.weight is not Weight.SAME or block.kind in _OTHERWISE:
        return False
    return len(block.label) <= 1 and len(block.words) <= 1


def _plain_pieces(block: Block) -> tuple[Piece, ...]:
    """Label and words as one piece, in as few runs as can be."""
    runs = block.words[0].runs if block.words else ()
    label = literal_of(block.kind) or (block.label[0].text if block.label else "")
    if label:
        label += separator_of(block.kind, has_words=bool(runs))
        first = runs[0] if runs else None
        if isinstance(first, Run) and not first.styles:
            runs = (Run(label + first.text), *runs[1:])
        else:
            runs = (Run(label), *runs)
    return (Piece(Mark.NONE, runs),) if runs else ()


def _whole_moves(blocks: Iterable[Block]) -> frozenset[int]:
    """The moves that can be tracked as moves: what left and what came are each in one stretch."""
    sides: dict[int, list[State]] = {}
    for (move, state), _ in groupby(blocks, lambda each: (each.move, each.state)):
        if move:
            sides.setdefault(move, []).append(state)
    both = {State.DELETED, State.INSERTED}
    return frozenset(move for move, states in sides.items() if len(states) == len(both) and set(states) == both)


def _plain(words: Words) -> tuple[Piece, ...]:
    return tuple(Piece(mark_of(each.state), each.runs) for each in words)


def _symbols(runs: Runs) -> Runs:
    return tuple(SymbolsRun(run.text) if isinstance(run, Run) else run for run in runs)


def _row(row: RedlineRow) -> Row:
    return Row(mark_of(row.state), row.head, tuple(Cell(mark_of(cell.state), _plain(cell.words)) for cell in row.cells))


# The labels of what was split or joined


def _labels_of_halves(first: Block, second: Block) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """The labels of both halves, so that the text in which they are one has its label before the first."""
    old, new = (_label_in(first, state) for state in (State.DELETED, State.INSERTED))
    second_old, second_new = (_label_in(second, state) for state in (State.DELETED, State.INSERTED))
    if first.end is State.INSERTED:
        old, second_old = old or second_old, ""
    else:
        new, second_new = new or second_new, ""
    return tuple(_changed(old, new)), tuple(_changed(second_old, second_new))


def _label_in(block: Block, side: State) -> str:
    """The label that a half has in one of the texts."""
    words = "".join(each.text for each in block.label if each.state in (State.SAME, side))
    return literal_of(block.kind) or label_text(block.kind, words)


def _changed(old: str, new: str) -> Iterator[Piece]:
    if old == new and old:
        yield Piece(Mark.NONE, (Run(old),))
        return
    for mark, label in ((Mark.DELETED, old), (Mark.INSERTED, new)):
        if label:
            yield Piece(mark, (Run(label),))


def _label_runs(kind: Kind, runs: tuple[object, ...]) -> tuple[Run, ...]:
    return tuple(Run(label_text(kind, each.text)) for each in runs if isinstance(each, Run))

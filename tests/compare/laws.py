"""The two laws of a comparison, as functions: what each of the texts says, read off the stream of both merged."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from secc.code.model import AnyBlock, Document, Table
from secc.code.walk import blocks_in
from secc.compare import ChangeSet, Hunk, MergedBlock, Place, Segment, State
from secc.compare.said import label_of, text_of


class Line(NamedTuple):
    """A block as it stands on the page."""

    kind: str
    depth: int
    label: str
    text: str
    rows: tuple[tuple[bool, tuple[str, ...]], ...]


def lines(document: Document) -> Iterator[Line]:
    """What a document says, block by block; marks and attributes apart."""
    yield _line(document, 0)
    for block in document.blocks:
        yield from _lines(block, 1)


def _lines(block: AnyBlock, depth: int) -> Iterator[Line]:
    yield _line(block, depth)
    for each in blocks_in(block):
        yield from _lines(each, depth + 1)


def _line(block: AnyBlock | Document, depth: int) -> Line:
    rows: tuple[tuple[bool, tuple[str, ...]], ...] = ()
    if isinstance(block, Table):
        every = (*block.head, *block.rows)
        rows = tuple((place < len(block.head), tuple(cell.text for cell in row)) for place, row in enumerate(every))
    return Line(type(block).__name__, depth, label_of(block), text_of(block), rows)


def told(changes: ChangeSet, side: State) -> Iterator[Line]:
    """What one side of the stream says: the old text where `side` is `DELETED`, the new one where it is `INSERTED`."""
    running: Line | None = None
    for block in changes.stream:
        place = block.before if side is State.DELETED else block.after
        if place is None:
            continue
        line = _told(block, place, side)
        if running is not None:
            line = Line(line.kind, line.depth, running.label + line.label, running.text + line.text, line.rows)
        runs_on = block.end not in (State.SAME, side)
        running = line if runs_on else None
        if not runs_on:
            yield line


def _told(block: MergedBlock, place: Place, side: State) -> Line:
    rows = tuple(
        (row.head, tuple(kept(cell.text, side) for cell in row.cells if cell.state in (State.SAME, side)))
        for row in block.rows
        if row.state in (State.SAME, side)
    )
    return Line(type(place.block).__name__, place.depth, kept(block.label, side), kept(block.text, side), rows)


def kept(segments: Sequence[Segment], side: State) -> str:
    """The words of one side."""
    return "".join(each.text for each in segments if each.state in (State.SAME, side))


def applied(hunks: Sequence[Hunk], before: str, after: str) -> str:
    """The old text with its changes made, the new words taken from where they stand in the new text."""
    result, place = "", 0
    for hunk in hunks:
        result += before[place : hunk.before_start] + after[hunk.after_start : hunk.after_end]
        place = hunk.before_end
    return result + before[place:]

"""The two texts merged into one: blocks, their words in stretches, and in which of the texts each stands."""

from msgspec import Struct

from secc.compare.model import Place, State


class Segment(Struct, frozen=True, array_like=True, gc=False):
    """A stretch of a block's words; `before` and `after` are where it begins in each text's words."""

    state: State
    text: str
    before: int
    after: int


class MergedCell(Struct, frozen=True, gc=False):
    """A cell of a merged table."""

    state: State
    text: tuple[Segment, ...]


class MergedRow(Struct, frozen=True, gc=False):
    """A row of a merged table; `head` where it stands above the rule."""

    state: State
    head: bool
    cells: tuple[MergedCell, ...]


class MergedBlock(Struct, frozen=True, gc=False):
    """A block of the two texts merged.

    `end` says where its end is: `INSERTED` where the old text runs on into the next block (a split), `DELETED` where
    the new one does (a join). `move` is as in `Pair`; a block that moved is in the stream twice, each time whole.
    """

    before: Place | None
    after: Place | None
    depth: int
    label: tuple[Segment, ...]
    text: tuple[Segment, ...]
    rows: tuple[MergedRow, ...] = ()
    end: State = State.SAME
    move: int = 0

    @property
    def state(self) -> State:
        """In which of the texts it stands here."""
        if self.before is None:
            return State.INSERTED
        return State.DELETED if self.after is None else State.SAME

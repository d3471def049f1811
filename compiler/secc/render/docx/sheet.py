"""What stands in a Word file, in order: paragraphs and tables with the mark that each of their parts bears."""

from enum import Enum
from typing import NamedTuple, TypeAlias

from msgspec import Struct

from secc.compare import State
from secc.document.model import Runs


class Mark(Enum):
    """How a change is tracked."""

    NONE = ""
    INSERTED = "ins"
    DELETED = "del"
    MOVED_HERE = "moveTo"
    MOVED_AWAY = "moveFrom"

    @property
    def in_old(self) -> bool:
        """Whether what bears it is in the old text."""
        return self not in (Mark.INSERTED, Mark.MOVED_HERE)

    @property
    def in_new(self) -> bool:
        """Whether what bears it is in the new text."""
        return self not in (Mark.DELETED, Mark.MOVED_AWAY)


_PLAIN = {State.SAME: Mark.NONE, State.INSERTED: Mark.INSERTED, State.DELETED: Mark.DELETED}
_MOVED = {State.SAME: Mark.NONE, State.INSERTED: Mark.MOVED_HERE, State.DELETED: Mark.MOVED_AWAY}


def mark_of(state: State, *, moved: bool = False) -> Mark:
    """The mark of something in a state; `moved` if it stands elsewhere in the other text."""
    return (_MOVED if moved else _PLAIN)[state]


class Piece(NamedTuple):
    """Words with one mark."""

    mark: Mark
    runs: Runs


class Setting(NamedTuple):
    """How a paragraph is set: its style, and where it begins and how far its first line hangs out, in twips."""

    style: str
    left: int = 0
    hanging: int = 0


class Line(Struct, frozen=True):
    """A paragraph. `end` is the mark of its end: a paragraph ends in the text that its end is in.

    `move` numbers the move it is part of, 0 for none. `formerly` is how the paragraph is set that is left here when
    all is rejected, where that is something else. `later`: its marks say a later minute, to be told from those of the
    paragraph before.
    """

    setting: Setting
    pieces: tuple[Piece, ...] = ()
    end: Mark = Mark.NONE
    move: int = 0
    formerly: Setting | None = None
    later: bool = False


class Cell(NamedTuple):
    """A cell; `mark` where its whole column is in one of the texts only."""

    mark: Mark
    pieces: tuple[Piece, ...]


class Row(NamedTuple):
    """A row of a table."""

    mark: Mark
    head: bool
    cells: tuple[Cell, ...]


class Grid(Struct, frozen=True):
    """A table. There is at least one row, and in each row a cell."""

    left: int
    rows: tuple[Row, ...]


Sheet: TypeAlias = Line | Grid

"""What stands in a Word file, in order: paragraphs and tables with the mark that each of their parts bears.

None of it can refer to itself, so that the collector of garbage need not look at it.
"""

from enum import Enum
from typing import TypeAlias

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


_PLAIN = {State.INSERTED: Mark.INSERTED, State.DELETED: Mark.DELETED}
_MOVED = {State.INSERTED: Mark.MOVED_HERE, State.DELETED: Mark.MOVED_AWAY}


def mark_of(state: State, *, moved: bool = False) -> Mark:
    """The mark of something in a state; `moved` if it stands elsewhere in the other text."""
    if state is State.SAME:
        return Mark.NONE
    return (_MOVED if moved else _PLAIN)[state]


class Piece(Struct, frozen=True, gc=False):
    """Words with one mark."""

    mark: Mark
    runs: Runs


class Setting(Struct, frozen=True, gc=False):
    """How a paragraph is set: its style, and where it begins and how far its first line hangs out, in twips."""

    style: str
    left: int = 0
    hanging: int = 0


class Line(Struct, frozen=True, gc=False):
    """A paragraph. `end` is the mark of its end: a paragraph ends in the text that its end is in.

    `move` numbers the move it is part of, 0 for none. `formerly` is how the paragraph is set that is left here when
    all is rejected, where that is something else. `later`: its marks say a later minute, to be told from those of the
    paragraph before. `anchor` is what the contents lead to.
    """

    setting: Setting
    pieces: tuple[Piece, ...] = ()
    end: Mark = Mark.NONE
    move: int = 0
    formerly: Setting | None = None
    later: bool = False
    anchor: str = ""


class Cell(Struct, frozen=True, gc=False):
    """A cell; `mark` where its whole column is in one of the texts only."""

    mark: Mark
    pieces: tuple[Piece, ...]


class Row(Struct, frozen=True, gc=False):
    """A row of a table."""

    mark: Mark
    head: bool
    cells: tuple[Cell, ...]


class Grid(Struct, frozen=True, gc=False):
    """A table. There is at least one row, and in each row a cell."""

    left: int
    rows: tuple[Row, ...]


class Drawing(Struct, frozen=True, gc=False):
    """A picture: the part that it is, what is said to who cannot see it, and its size in English metric units."""

    part: str
    alt: str
    left: int
    width: int
    height: int


class Equation(Struct, frozen=True, gc=False):
    """A sound formula on a line of its own, as LaTeX."""

    latex: str
    left: int


class Entry(Struct, frozen=True, gc=False):
    """A line of the contents, which leads to an anchor; `depth` is 0 for the outermost."""

    anchor: str
    depth: int
    label: str
    words: Runs


Sheet: TypeAlias = Line | Grid | Drawing | Equation | Entry

"""What is to be set, as the template reads it: JSON of these structures. Lengths are in points."""

from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from secc.document.model import Style


class Mark(StrEnum):
    """What became of words between two texts."""

    NONE = ""
    DELETED = "deleted"
    INSERTED = "inserted"
    MOVED_AWAY = "moved-away"
    MOVED_HERE = "moved-here"


class Symbol(Struct, frozen=True, omit_defaults=True, tag=True):
    """A part of a formula. What `text` and `inside` are depends on `kind`; the template has a function for each."""

    kind: str
    text: str = ""
    inside: tuple["Symbol", ...] = ()


class Said(Struct, frozen=True, omit_defaults=True, tag=True):
    """Words set in one way; `to` is the anchor that they lead to, `web` an address on the web.

    A word of more letters than `room` may be broken anywhere; 0 is for none.
    """

    text: str
    styles: tuple[Style, ...] = ()
    to: str = ""
    web: str = ""
    mark: Mark = Mark.NONE
    raised: bool = False
    room: int = 0


class Symbols(Struct, frozen=True, omit_defaults=True, tag=True):
    """A formula; `latex` is said in its stead to who cannot see it, and shown where there is no `tree`."""

    latex: str
    tree: Symbol | None = None
    mark: Mark = Mark.NONE


Piece: TypeAlias = str | Said | Symbols
"""A string is words with nothing to them."""

Words: TypeAlias = tuple[Piece, ...]


class Kind(StrEnum):
    """How a block is set."""

    HEADING = "heading"
    LINE = "line"
    LIST = "list"
    NOTE = "note"
    SMALL = "small"
    CODE = "code"
    FORMULA = "formula"
    FIGURE = "figure"
    TABLE = "table"


class Picture(Struct, frozen=True, omit_defaults=True):
    """A picture: as text for SVG, otherwise its bytes."""

    form: str
    svg: str = ""
    raster: tuple[int, ...] = ()


class Row(Struct, frozen=True, omit_defaults=True):
    """A row of a table; one that is `head` is repeated on every page, one that is `unbroken` stands on one."""

    cells: tuple[Words, ...]
    head: bool = False
    unbroken: bool = False


class Sheet(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A block on the page.

    `left` is where it begins and `hang` the room of its label, which is `wide` where it needs more. `level` and
    `listed` are of headings: how high, and whether the contents list it. `running` stands in the running head from
    here on; None leaves it as it is. `bar` draws a bar in the margin, `told` says above what changed. A table that is
    `unbroken` stands on one page, and `size` is how large its letters are beside those of others. `inside` are the
    lines of a list, which begin as far in as each other, and what stands in each of them. What `leads` stands on the
    page of what comes after it.
    """

    kind: Kind
    left: float = 0.0
    hang: float = 0.0
    wide: bool = False
    label: Words = ()
    words: Words = ()
    level: int = 0
    listed: bool = False
    anchor: str = ""
    running: str | None = None
    bar: bool = False
    told: str = ""
    leads: bool = False
    rows: tuple[Row, ...] = ()
    columns: tuple[float, ...] = ()
    size: float = 1.0
    unbroken: bool = False
    picture: Picture | None = None
    inside: tuple["Sheet", ...] = ()


def headed(sheet: Sheet) -> Sheet:
    """A heading as it can be set: one without words has its label for them; one that says nothing is a line."""
    if says_something(sheet.words):
        return sheet
    if says_something(sheet.label):
        return replace(sheet, label=(), words=sheet.label)
    return replace(sheet, kind=Kind.LINE, listed=False, level=0)


def says_something(words: Words) -> bool:
    """Whether there is more than blanks, and calls of footnotes, in words."""
    return any(not _is_blank(piece) for piece in words)


def _is_blank(piece: Piece) -> bool:
    if isinstance(piece, Symbols):
        return False
    return not piece.strip() if isinstance(piece, str) else piece.raised or not piece.text.strip()


class Listed(Struct, frozen=True):
    """A line of the list of changes: the anchor it leads to, and what it says."""

    to: str
    name: str
    what: str


class Chapter(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A document with a running head of its own: its first line, and the smaller ones below it.

    `name` and `title` make its heading, below which stand the lines of `about`.
    """

    head: str
    lines: tuple[str, ...]
    title: Words
    name: str = ""
    anchor: str = ""
    about: tuple[str, ...] = ()
    sheets: tuple[Sheet, ...]


class Book(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """All that is set in one file.

    `cover` is the title where there are several documents, and empty otherwise; `lines` stand below it in the running
    head of the pages that follow on the first. `legend` explains the marks of a redline; `foot` stands at the foot of
    every page. `day` is year, month and day.
    """

    title: str
    foot: str
    day: tuple[int, int, int] | None
    cover: str = ""
    lines: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    contents: bool = False
    legend: bool = False
    notices: tuple[str, ...] = ()
    changes: tuple[Listed, ...] = ()
    chapters: tuple[Chapter, ...]

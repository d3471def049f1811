"""The display form of a redline: two texts in one, block by block, with every change marked; what renderers print.

The laws of the merged stream hold of it: the labels, words and cells that are the same or deleted make the old text as
printed, those that are the same or inserted the new one. Of words that stand in both, the quotation marks are those of
the new text.
"""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from msgspec import Struct

from secc.compare import How, State
from secc.document.model import FootnoteRun, Run, Runs
from secc.document.typography import curled
from secc.ids import Address


class Edition(Struct, frozen=True, kw_only=True):
    """A document as one of the texts has it; `version` is empty where its administrator gave it none."""

    printed: str
    version: str
    digest: str


class Described(Struct, frozen=True, kw_only=True):
    """What one of the two texts is.

    `said` completes "the text": `as at 8 November 2016`, `of version 27.0`. `day` is the legal day, where there is one.
    `digest` is that of all its documents together.
    """

    said: str
    day: date | None
    known: date | None
    digest: str


class Stretch(Struct, frozen=True, gc=False):
    """Some words in one state.

    `moved`: the words themselves are in both texts, here and elsewhere. `follows`: a reference that only follows a
    renumbering. `everywhere` is the number of the change made everywhere that this is one of, 0 for none.
    """

    state: State
    runs: Runs
    moved: bool = False
    follows: bool = False
    everywhere: int = 0

    @property
    def text(self) -> str:
        """The words; calls of footnotes have none."""
        return "".join(map(_said, (each for each in self.runs if not isinstance(each, FootnoteRun))))


def _said(run: object) -> str:
    return run.text if isinstance(run, Run) else str(getattr(run, "latex", ""))


Words = tuple[Stretch, ...]


class Cell(Struct, frozen=True, gc=False):
    """A cell of a table that may be in one of the texts only."""

    state: State
    words: Words


class Row(Struct, frozen=True, gc=False):
    """A row of a table; `head` where it stands above the rule."""

    state: State
    head: bool
    cells: tuple[Cell, ...]


class Kind(StrEnum):
    """What a block is."""

    DOCUMENT = "document"
    DIVISION = "division"
    SUB_SECTION = "sub-section"
    HEADING = "heading"
    CLAUSE = "clause"
    PARAGRAPH = "paragraph"
    DEFINITION = "definition"
    BULLET = "bullet"
    TEXT = "text"
    TABLE = "table"
    FORMULA = "formula"
    FIGURE = "figure"
    CODE = "code"
    ATTACHMENT = "attachment"
    NOTE = "note"
    FOOTNOTE = "footnote"
    QUOTATION = "quotation"


CONTAINERS = frozenset({Kind.DOCUMENT, Kind.DIVISION, Kind.SUB_SECTION})


class Weight(StrEnum):
    """How much there is to tell of a block: nothing, only what follows from other changes, or a change."""

    SAME = "same"
    FOLLOWS = "follows"
    CHANGE = "change"


class Block(Struct, frozen=True, kw_only=True, gc=False):
    """A block of the two texts merged.

    `depth` is how deep it stands, 0 for the outermost shown; `level` is that of an unnumbered heading, 1 the highest.
    `before` and `after` are where it stands in each text, as printed, and `own` whether that is its own address and not
    that of what it stands in. `end` says where its end is: inserted where the
    old text runs on into the next block, deleted where the new one does. `change` numbers the changes from 1, all that
    stands in what was inserted, deleted or moved being one; it is 0 where there is none, and `first` says whether the
    change begins here. `told` are its changes in words, of which the first is what became of it. `base` is what the
    text said that both were made from, where each has other words.
    """

    kind: Kind
    state: State
    how: How
    weight: Weight
    depth: int
    level: int
    own: bool
    before: Address | None
    after: Address | None
    label: Words
    words: Words
    rows: tuple[Row, ...] = ()
    end: State = State.SAME
    move: int = 0
    change: int = 0
    first: bool = False
    told: tuple[str, ...] = ()
    base: str = ""

    @property
    def name(self) -> str:
        """What a lawyer calls it, in the new text where it is there."""
        address = self.after or self.before
        assert address is not None, "a block is in one of the texts"
        return called(self.kind, address, own=self.own)

    @property
    def has_effect(self) -> bool:
        """Whether it has legal effect: notes have none."""
        return self.kind is not Kind.NOTE


_CALLED = {
    Kind.TEXT: "an unnumbered paragraph",
    Kind.BULLET: "an item of a list",
    Kind.HEADING: "a heading",
    Kind.CODE: "text set as code",
    Kind.ATTACHMENT: "an attachment",
    Kind.QUOTATION: "a quotation",
}


def called(kind: Kind, address: Address, *, own: bool) -> str:
    """What a lawyer calls a block: its number, or where it has no `own` address, its kind and where it stands."""
    printed = curled(address.printed)
    return printed if own else f"{_CALLED.get(kind, f'a {kind}')} in {printed}"


class Group(Struct, frozen=True, gc=False):
    """Neighbouring blocks to be shown, or to be folded away under a `summary`, which is then not empty."""

    summary: str
    blocks: tuple[Block, ...]


class Occurring(Struct, frozen=True):
    """Where something occurs: what a reader calls it, and the number of the change, 0 where it is folded away."""

    name: str
    change: int


class Everywhere(Struct, frozen=True):
    """Words put in the place of the same others in several places."""

    before: str
    after: str
    places: tuple[Occurring, ...]


class Follows(Struct, frozen=True):
    """A change that only follows from another: what a reader calls its place, and what was and is."""

    name: str
    before: str
    after: str


class Entry(Struct, frozen=True):
    """A line of the list of changes."""

    change: int
    name: str
    what: str
    how: How
    has_effect: bool


class Tally(Struct, frozen=True, kw_only=True):
    """How many changes there are of each kind. `typographic` are among those changed."""

    inserted: int = 0
    omitted: int = 0
    substituted: int = 0
    changed: int = 0
    moved: int = 0
    split: int = 0
    joined: int = 0
    renumbered: int = 0
    consequential: int = 0

    @property
    def changes(self) -> int:
        """Those that are not only renumbering or what follows from it."""
        own = (self.inserted, self.omitted, self.substituted, self.changed, self.moved, self.split, self.joined)
        return sum(own)


class DocumentRedline(Struct, frozen=True, kw_only=True):
    """One document, or a part of it, in both texts; None where a text has no such document."""

    title: str
    before: Edition | None
    after: Edition | None
    groups: tuple[Group, ...]

    @property
    def blocks(self) -> Iterator[Block]:
        """Every block, folded away or not."""
        return (block for group in self.groups for block in group.blocks)


class Redline(Struct, frozen=True, kw_only=True):
    """Two texts compared, ready to be printed.

    `of` is what it is of: a document, a provision, or the Code. `same` is how many documents are not in it because
    nothing changed in them. `renumbered` tells each run of neighbours that have other numbers. `against` is the text
    that both were made from, where that was asked for, and `standing` how much differs from it in both alike.
    """

    of: str
    before: Described
    after: Described
    documents: tuple[DocumentRedline, ...]
    tally: Tally
    entries: tuple[Entry, ...]
    everywhere: tuple[Everywhere, ...]
    renumbered: tuple[Follows, ...]
    consequential: tuple[Follows, ...]
    same: int = 0
    against: Described | None = None
    standing: int = 0

    @property
    def blocks(self) -> Iterator[Block]:
        """Every block of every document."""
        return (block for each in self.documents for block in each.blocks)

"""What a comparison says: which provisions correspond, how each changed, and the two texts merged into one."""

from enum import StrEnum
from typing import NamedTuple, Protocol, TypeAlias

from msgspec import Struct

from secc.code.model import AnyBlock, Clause, Document, Note, Paragraph
from secc.ids import Address

Held: TypeAlias = AnyBlock | Document
"""Whatever is compared: a block, or the document itself."""


Different: TypeAlias = tuple[int, int, int, int]
"""From where to where two lists differ: start and end in the one, start and end in the other."""


class State(StrEnum):
    """Where something stands: in both texts, only in the old one, or only in the new one."""

    SAME = "="
    DELETED = "-"
    INSERTED = "+"


class How(StrEnum):
    """What became of a block of the old text, or where one of the new text came from.

    They speak of the block itself, not of what stands in it. `RENUMBERED`: nothing changed but its number or letter,
    which may have changed in the others too. `SUBSTITUTED`: it was written anew, so that no words are worth marking,
    and what stands in it was not aligned.
    """

    SAME = "same"
    RENUMBERED = "renumbered"
    CHANGED = "changed"
    SUBSTITUTED = "substituted"
    MOVED = "moved"
    SPLIT = "split"
    JOINED = "joined"
    INSERTED = "inserted"
    DELETED = "deleted"


class Where(NamedTuple):
    """The address of a block or of the provision it belongs to, whether it is its own, and how deep it stands."""

    address: Address
    own: bool
    depth: int


class Standing(Protocol):
    """Something that knows its block, and can work out where it stands."""

    block: Held

    def where(self) -> Where:
        """Where it stands."""
        ...


class Place(Struct, frozen=True, eq=False):
    """A block where it stands in one of the texts. Where that is, is worked out when first asked for."""

    block: Held
    _standing: Standing

    def __repr__(self) -> str:
        return f"Place({type(self.block).__name__} {self.address})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Place) and self._where == other._where and self.block == other.block

    def __hash__(self) -> int:
        return hash(self._where)

    @property
    def _where(self) -> Where:
        return self._standing.where()

    @property
    def address(self) -> Address:
        """Its own where it has one (`own`), otherwise that of the provision it belongs to."""
        return self._where.address

    @property
    def own(self) -> bool:
        """Whether the address is its own."""
        return self._where.own

    @property
    def depth(self) -> int:
        """In how many blocks and documents it stands."""
        return self._where.depth


class Hunk(Struct, frozen=True, array_like=True, gc=False):
    """`before[before_start:before_end]` became `after[after_start:after_end]`; either may be empty, not both."""

    before_start: int
    before_end: int
    after_start: int
    after_end: int


class Part(StrEnum):
    """Which words of a block."""

    WORDS = "words"
    TITLE = "title"
    CAPTION = "caption"
    FORMULA = "formula"
    CODE = "code"
    PICTURE = "picture"


class WordsChanged(Struct, frozen=True, gc=False):
    """Some words of one part of a block. For a split or joined one, the halves count as one text, a space between."""

    part: Part
    before: str
    after: str
    hunks: tuple[Hunk, ...]

    @property
    def is_typographic(self) -> bool:
        """Whether only signs changed, such as quotation marks and dashes: no letter or figure."""
        return list(filter(str.isalnum, self.before)) == list(filter(str.isalnum, self.after))


class LabelChanged(Struct, frozen=True, gc=False):
    """The number, letter or other label, as written; or the level of a sub-heading, as its `#` signs."""

    before: str
    after: str


class AttributeChanged(Struct, frozen=True, gc=False):
    """An attribute of a document, annex or part; empty where there was, or is, none."""

    key: str
    before: str
    after: str


class MarksChanged(Struct, frozen=True, gc=False):
    """The same words, but set as code, as a formula, as a title, linked elsewhere, or with another footnote."""

    part: Part


class CellChanged(Struct, frozen=True, gc=False):
    """The words of one cell; rows and columns by their place in each table, head rows counted with the others."""

    row: tuple[int, int]
    column: tuple[int, int]
    before: str
    after: str
    hunks: tuple[Hunk, ...]


class TableChanged(Struct, frozen=True, gc=False):
    """A table whose cells, rows or columns changed.

    `rows` and `columns` are those of both tables in merged order: the place of each in the old and in the new table,
    None where it is in one only.
    """

    rows: tuple[tuple[int | None, int | None], ...]
    columns: tuple[tuple[int | None, int | None], ...]
    cells: tuple[CellChanged, ...]


Change: TypeAlias = WordsChanged | LabelChanged | AttributeChanged | MarksChanged | TableChanged


class Pair(Struct, frozen=True, gc=False):
    """A block of the old text and what it is in the new one. Every block of either is in exactly one pair.

    `rest` is the other half of a split (in the new text) or joined (in the old text) provision, and `rest_first` says
    whether it stands before the half that the pair names. `move` numbers the moves from 1, 0 for none: what stands in
    something that moved has none of its own.
    """

    before: Place | None
    after: Place | None
    how: How
    changes: tuple[Change, ...] = ()
    move: int = 0
    rest: Place | None = None
    rest_first: bool = False

    @property
    def place(self) -> Place:
        """Where it stands now, or stood."""
        place = self.after or self.before
        assert place is not None
        return place

    @property
    def relabelled(self) -> LabelChanged | None:
        """Its change of number or letter."""
        return next((each for each in self.changes if isinstance(each, LabelChanged)), None)

    @property
    def is_same(self) -> bool:
        """Whether nothing is to be told of it."""
        return self.how is How.SAME

    @property
    def has_effect(self) -> bool:
        """Whether it has legal effect: notes have none."""
        return not isinstance(self.place.block, Note)

    @property
    def promoted(self) -> bool:
        """Whether a paragraph became a clause or the reverse."""
        if self.before is None or self.after is None:
            return False
        before, after = self.before.block, self.after.block
        return isinstance(before, Clause | Paragraph) and type(before) is not type(after)


class Occurrence(Struct, frozen=True, gc=False):
    """One change of words, where it is made."""

    pair: Pair
    change: WordsChanged
    hunk: Hunk

    @property
    def removed(self) -> str:
        """The words taken out."""
        return self.change.before[self.hunk.before_start : self.hunk.before_end]

    @property
    def put(self) -> str:
        """The words put in their place."""
        return self.change.after[self.hunk.after_start : self.hunk.after_end]


class GlobalChange(Struct, frozen=True, gc=False):
    """The same words put in the place of the same others: "for X, in each place it occurs, substitute Y"."""

    before: str
    after: str
    places: tuple[Occurrence, ...]


class Certainty(StrEnum):
    """Why two provisions are taken for the same one."""

    EQUAL = "equal"
    SIMILAR = "similar"
    NUMBER = "number"


class Match(Struct, frozen=True, gc=False):
    """A provision of the old text and what it is in the new one, None where it is in one text only.

    `score` is how alike their words are with all that stands in them, from 0 to 1; `certainty` is `NUMBER` where
    little but the number speaks for it, so that a person should look.
    """

    before: Address | None
    after: Address | None
    certainty: Certainty | None
    score: float

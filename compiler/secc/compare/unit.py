"""A block in its tree, as the comparison sees it: what it says, what it was paired with, where it stands."""

from collections.abc import Iterator, Sequence

from secc.code.model import (
    AnyBlock,
    Clause,
    Definition,
    Division,
    Document,
    Paragraph,
    Quotation,
    SubSection,
)
from secc.compare.model import Different, Held, Place, Where
from secc.compare.said import Saying, evidence_of, saying_of, text_of, texts_in
from secc.ids import Address, division_step

CONTAINERS = (SubSection, Division, Document, Quotation)
_PROVISIONS = (Clause, Paragraph)


class Unit:
    """One block of one of the two texts. What stands in it is made when first asked for.

    `label` is as evidence, `text` its own words, `inside` the blocks that stand directly in it. `mate` is the unit of
    the other text that it was paired with, `half` the other half of what it was split into or joined from. Where
    `in_place`, the two stand in units that are paired, in an order that both texts share. `is_same`: the two and all in
    them are equal; `is_whole`: they are substituted as a whole, and nothing in them is aligned. `different` says where
    what stands in it is not equal, one for one, to what stands in its mate, and `kept` are the units of that.
    """

    __slots__ = (
        "_children",
        "_numbering",
        "_size",
        "_stands",
        "_texts",
        "_where",
        "block",
        "different",
        "half",
        "in_place",
        "inside",
        "is_half",
        "is_same",
        "is_whole",
        "kept",
        "label",
        "mate",
        "move",
        "parent",
        "place",
        "text",
    )  # fmt: skip

    def __init__(self, block: Held, parent: "Unit | None", place: int) -> None:
        self.block = block
        self.inside: tuple[AnyBlock, ...]
        if type(block) is Paragraph or type(block) is Clause:
            self.inside, self.label, self.text = block.blocks, block.label, block.prose.text
        else:
            self.inside, self.label, self.text = getattr(block, "blocks", ()), evidence_of(block), text_of(block)
        self.parent = parent
        self.place = place
        self.mate: Unit | None = None
        self.half: Unit | None = None
        self.is_half = self.in_place = self.is_same = self.is_whole = False
        self.move = 0
        self.different: Sequence[Different] | None = None
        self.kept: Sequence[Unit] = ()
        self._children: list[Unit] | None = None
        self._size = -1
        self._texts: list[str] | None = None
        self._stands: Place | None = None
        self._where: Where | None = None
        self._numbering: Address | None = None

    def __repr__(self) -> str:
        return f"Unit({type(self.block).__name__} {self.label} {self.text[:40]!r})"

    @property
    def children(self) -> list["Unit"]:
        """The units of what stands directly in it."""
        children = self._children
        if children is None:
            children = []
            for unit in self.kept:
                children += self._made(len(children), unit.place)
                children.append(unit)
            children += self._made(len(children), len(self.inside))
            self._children = children
        return children

    def standing(self, start: int, end: int) -> list["Unit"]:
        """The units of what stands from one place to another directly in it."""
        return self._made(start, end) if self._children is None else self._children[start:end]

    def differing(self, mate: "Unit") -> Iterator[tuple[Sequence["Unit"], Sequence["Unit"]]]:
        """What is kept in it and in its mate, stretch by stretch."""
        mine, other = self.kept, mate.kept
        place = other_place = 0
        for start, end, other_start, other_end in self.different or ():
            last, other_last = place + end - start, other_place + other_end - other_start
            yield mine[place:last], other[other_place:other_last]
            place, other_place = last, other_last

    def lets_go_of(self, child: "Unit") -> bool:
        """Whether what stands directly in it equals what stands there in its mate, and so is paired with that."""
        return self.different is not None and child not in self.kept

    def _made(self, first: int, last: int) -> list["Unit"]:
        inside = self.inside
        return [Unit(inside[place], self, place) for place in range(first, last)]

    @property
    def size(self) -> int:
        """How many characters it has, with all that stands in it."""
        if self._size < 0:
            self._size = sum(map(len, self.texts)) if self.inside else len(self.text)
        return self._size

    @property
    def texts(self) -> Sequence[str]:
        """Its own words, and those of all that stands in it, block by block."""
        texts = self._texts
        if texts is None:
            if not self.inside:
                return (self.text,)
            texts = self._texts = texts_in(self.block)
        return texts

    @property
    def is_container(self) -> bool:
        """Whether it is of the kind that only holds others: a document, division, sub-section or quotation."""
        return isinstance(self.block, CONTAINERS)

    @property
    def is_provision(self) -> bool:
        """Whether it is a clause or paragraph."""
        return isinstance(self.block, _PROVISIONS)

    @property
    def down(self) -> Iterator["Unit"]:
        """It and all that stands in it, in the order of the page."""
        yield self
        for each in self.children:
            yield from each.down

    # Where it stands: the same as in secc.code.walk, for one block at a time.

    @property
    def stands(self) -> Place:
        """Where it stands, for the outcome."""
        stands = self._stands
        if stands is None:
            stands = self._stands = Place(self.block, self)
        return stands

    def where(self) -> Where:
        """Where it stands, in full."""
        where = self._where
        if where is None:
            where = self._where = self._placed()
        return where

    @property
    def address(self) -> Address:
        """Its address, or that of the provision it belongs to."""
        return self.where().address

    def _placed(self) -> Where:
        block, parent = self.block, self.parent
        if parent is None or isinstance(block, Document):
            assert isinstance(block, Document)
            return Where(Address(block.id), own=True, depth=0)
        above = parent.where()
        step = "" if isinstance(block, Quotation) or parent._is_quoted() else _step(block)
        if not step:
            return Where(above.address, own=False, depth=above.depth + 1)
        return Where(_base(block, parent).below(step), own=True, depth=above.depth + 1)

    def _is_quoted(self) -> bool:
        if isinstance(self.block, Quotation):
            return True
        return self.parent is not None and self.parent._is_quoted()

    def numbering(self) -> Address:
        """Where the numbers of clauses in it begin."""
        found = self._numbering
        if found is None:
            block, parent = self.block, self.parent
            begins = parent is None or (isinstance(block, Division) and block.own_numbering)
            found = self._numbering = self.address if begins or parent is None else parent.numbering()
        return found


def _base(block: AnyBlock, parent: Unit) -> Address:
    """The address that a block's own step completes."""
    if isinstance(block, Paragraph):
        return parent.address
    if isinstance(block, Definition):
        address = parent.address
        while address.path and address.path[-1].startswith('"'):
            address = address.parent
        return address
    return parent.numbering()


def _step(block: AnyBlock) -> str:
    """What it adds to an address; empty where it has none of its own."""
    match block:
        case Clause() | SubSection() | Paragraph():
            return block.label
        case Definition():
            return f'"{block.terms[0].name}"' if block.terms else ""
        case Division():
            return division_step(block.kind, block.label)
        case _:
            return ""


class Contents:
    """Numbers for what blocks say with all that stands in them, labels apart: equal numbers, equal content.

    One for both texts. Exact: nothing is hashed that is not compared as well. Linear in what it is asked about.
    """

    def __init__(self) -> None:
        self._numbers: dict[Saying, int] = {}

    def are_equal(self, before: Held, after: Held) -> bool:
        """Whether two blocks are of equal content. Cheap where what stands in them has the same labels too."""
        if saying_of(before) != saying_of(after):
            return False
        inside, others = (getattr(each, "blocks", ()) for each in (before, after))
        return inside == others or (len(inside) == len(others) and all(map(self.are_equal, inside, others)))

    def of(self, block: Held) -> int:
        """The number of a block's content."""
        saying = saying_of(block)
        inside: tuple[AnyBlock, ...] = getattr(block, "blocks", ())
        if inside:
            saying = (saying, *map(self.of, inside))
        numbers = self._numbers
        return numbers.setdefault(saying, len(numbers))

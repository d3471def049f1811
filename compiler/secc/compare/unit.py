"""A block in its tree, as the comparison sees it: what it says, what it was paired with, where it stands."""

from collections.abc import Iterator
from functools import cached_property

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
from secc.compare.model import Held, Place
from secc.compare.said import Saying, evidence_of, saying_of, text_of
from secc.ids import Address, division_step

_CONTAINERS = (SubSection, Division, Document, Quotation)
_PROVISIONS = (Clause, Paragraph)


class Unit:
    """One block of one of the two texts. What stands in it is made when first asked for.

    `mate` is the unit of the other text that it was paired with, `half` the other half of what it was split into or
    joined from. Where `in_place`, the two stand in units that are paired, in an order that both texts share. `is_same`:
    the two and all in them are equal; `is_whole`: they are substituted as a whole, and nothing in them is aligned.
    """

    def __init__(self, block: Held, parent: "Unit | None", place: int) -> None:
        self.block = block
        self.parent = parent
        self.place = place
        self.mate: Unit | None = None
        self.half: Unit | None = None
        self.is_half = False
        self.in_place = False
        self.is_same = False
        self.is_whole = False
        self.move = 0

    def __repr__(self) -> str:
        return f"Unit({type(self.block).__name__} {self.label} {self.text[:40]!r})"

    @cached_property
    def children(self) -> list["Unit"]:
        """The units of what stands in it."""
        inside: tuple[AnyBlock, ...] = getattr(self.block, "blocks", ())
        return [Unit(block, self, place) for place, block in enumerate(inside)]

    @cached_property
    def label(self) -> str:
        """Its label, as evidence."""
        return evidence_of(self.block)

    @cached_property
    def text(self) -> str:
        """Its own words."""
        return text_of(self.block)

    @cached_property
    def size(self) -> int:
        """How many characters it has, with all that stands in it."""
        return len(self.text) + sum(each.size for each in self.children)

    @property
    def is_container(self) -> bool:
        """Whether it is of the kind that only holds others: a document, division, sub-section or quotation."""
        return isinstance(self.block, _CONTAINERS)

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

    @cached_property
    def _stands(self) -> tuple[Address, bool]:
        """Its address, or that of the provision it belongs to; and whether it is its own."""
        block, parent = self.block, self.parent
        if isinstance(block, Document):
            return Address(block.id), True
        assert parent is not None
        step = "" if parent._is_quoted or isinstance(block, Quotation) else _step(block)
        return (self._base(block).below(step), True) if step else (parent.address, False)

    def _base(self, block: AnyBlock) -> Address:
        assert self.parent is not None
        if isinstance(block, Paragraph):
            return self.parent.address
        if isinstance(block, Definition):
            address = self.parent.address
            while address.path and address.path[-1].startswith('"'):
                address = address.parent
            return address
        return self.parent._numbering

    @property
    def address(self) -> Address:
        """Its address, or that of the provision it belongs to."""
        return self._stands[0]

    @cached_property
    def _numbering(self) -> Address:
        """Where the numbers of clauses in it begin."""
        if isinstance(self.block, Document) or (isinstance(self.block, Division) and self.block.own_numbering):
            return self.address
        assert self.parent is not None
        return self.parent._numbering

    @cached_property
    def _is_quoted(self) -> bool:
        if isinstance(self.block, Quotation):
            return True
        return self.parent is not None and self.parent._is_quoted

    @cached_property
    def depth(self) -> int:
        """How deep it stands: 0 for the document."""
        return 0 if self.parent is None else self.parent.depth + 1

    @cached_property
    def stands(self) -> Place:
        """Where it stands, for the outcome."""
        address, own = self._stands
        return Place(self.block, address, own, self.depth)


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

    def of(self, block: Held) -> int:
        """The number of a block's content."""
        saying = saying_of(block)
        inside: tuple[AnyBlock, ...] = getattr(block, "blocks", ())
        if inside:
            saying = (saying, *map(self.of, inside))
        numbers = self._numbers
        return numbers.setdefault(saying, len(numbers))

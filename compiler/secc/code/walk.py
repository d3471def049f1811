"""Every block of a document with its address, in the order of the page."""

from msgspec import Struct

from secc.code.model import (
    AnyBlock,
    Clause,
    Definition,
    Division,
    Document,
    Paragraph,
    Prose,
    Quotation,
    SubHeading,
    SubSection,
    Table,
)
from secc.ids import Address, division_step


class Placed(Struct, frozen=True):
    """A block where it stands.

    `address` is its own where it has one, otherwise that of the provision it belongs to (`own` says which).
    `numbering` is where the numbers of the clauses around it begin: its document, or a division with its own.
    `heading` is the nearest unnumbered sub-heading above it, empty where there is none; `sub_section` and `division`
    are those it stands in. In a quotation nothing has an address of its own (`quoted`).
    """

    block: AnyBlock
    address: Address
    own: bool
    numbering: Address
    heading: str
    sub_section: SubSection | None
    division: Division | None
    quoted: bool
    depth: int

    @property
    def clause(self) -> Address:
        """The clause in which it stands, or what it stands in outside any."""
        return Address(self.address.document, self.address.path[: len(self.numbering.path) + 1])


class _Context(Struct):
    address: Address
    numbering: Address
    sub_section: SubSection | None
    division: Division | None
    heading: str
    quoted: bool
    depth: int


_NUMBERED, _TITLED = (Clause, SubSection), (SubSection, Division)


def placed(document: Document) -> tuple[Placed, ...]:
    """Every block in order, each before what stands in it."""
    start, found = Address(document.id), list[Placed]()
    _add(found, document.blocks, _Context(start, start, None, None, "", quoted=False, depth=0))
    return tuple(found)


def _add(found: list[Placed], blocks: tuple[AnyBlock, ...], context: _Context) -> None:
    heading = context.heading
    for block in blocks:
        if isinstance(block, SubHeading):
            heading = block.prose.text
        address, own = _address(block, context)
        quoted = context.quoted or isinstance(block, Quotation)
        sub_section, division, numbering, depth = (
            context.sub_section,
            context.division,
            context.numbering,
            context.depth,
        )
        found.append(Placed(block, address, own, numbering, heading, sub_section, division, quoted, depth))
        inside = blocks_in(block)
        if inside:
            above = heading
            if isinstance(block, SubSection):
                sub_section, above = block, ""
            elif isinstance(block, Division):
                sub_section, division, above = None, block, ""
                numbering = address if block.own_numbering else numbering
            _add(found, inside, _Context(address, numbering, sub_section, division, above, quoted, depth + 1))


def _address(block: AnyBlock, context: _Context) -> tuple[Address, bool]:
    if context.quoted:
        return context.address, False
    if isinstance(block, _NUMBERED):
        return context.numbering.below(block.label), True
    if isinstance(block, Paragraph):
        return context.address.below(block.label), True
    if isinstance(block, Definition) and block.terms:
        return _scope(context.address).below(f'"{block.terms[0].name}"'), True
    if isinstance(block, Division):
        return context.numbering.below(division_step(block.kind, block.label)), True
    return context.address, False


def _scope(address: Address) -> Address:
    """A definition within a definition belongs to the outer one's provision."""
    while address.path and address.path[-1].startswith('"'):
        address = address.parent
    return address


def blocks_in(block: AnyBlock) -> tuple[AnyBlock, ...]:
    """What stands in a block; nothing for those in which nothing can."""
    found: tuple[AnyBlock, ...] = getattr(block, "blocks", ())  # asked of every block of every text, so not by its type
    return found


def prose_in(block: AnyBlock) -> tuple[Prose, ...]:
    """A block's own running words, in the order of the page, without those of what stands in it."""
    prose: Prose | None = getattr(block, "prose", None)
    if prose is not None:
        return (prose,)
    if isinstance(block, _TITLED):
        return (block.title,)
    if isinstance(block, Table):
        caption = (block.caption,) if block.caption is not None else ()
        return (*caption, *(cell for row in (*block.head, *block.rows) for cell in row))
    return ()

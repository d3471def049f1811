"""What stands in what in a display document, the words of each part, and the part at an address."""

from collections.abc import Iterable, Iterator

from secc.document.model import (
    BulletPart,
    ClausePart,
    DefinitionPart,
    DisplayDocument,
    DivisionPart,
    FootnotePart,
    HeadingPart,
    NotePart,
    ParagraphPart,
    Part,
    QuotationPart,
    Runs,
    SubSectionPart,
    TablePart,
    TextPart,
)
from secc.ids import Address

Addressed = DivisionPart | SubSectionPart | ClausePart | ParagraphPart | DefinitionPart
"""The parts that may have an address of their own; those in a quotation have none."""
_Holder = Addressed | BulletPart | TextPart | QuotationPart


def all_parts(parts: Iterable[Part]) -> Iterator[Part]:
    """Every part, each before those that stand in it."""
    for part in parts:
        yield part
        yield from all_parts(parts_in(part))


def parts_in(part: Part) -> tuple[Part, ...]:
    """The parts that stand in one; none in those in which nothing can."""
    return part.parts if isinstance(part, _Holder) else ()


def address_of(part: Part) -> Address | None:
    """The address of a part that has one of its own."""
    return part.address if isinstance(part, Addressed) else None


def words_of(part: Part) -> tuple[Runs, ...]:
    """A part's own words, without those of what stands in it."""
    match part:
        case ClausePart() | ParagraphPart() | DefinitionPart() | BulletPart() | TextPart() | HeadingPart():
            return (part.words,)
        case NotePart() | FootnotePart():
            return (part.words,)
        case DivisionPart() | SubSectionPart():
            return (part.title,)
        case TablePart():
            return (part.caption, *(cell for row in (*part.head, *part.rows) for cell in row))
        case _:
            return ()


def path_to(document: DisplayDocument, address: Address) -> tuple[Part, ...]:
    """The first part at an address, last, with all that it stands in, outermost first; empty where there is none."""
    return _path(document.parts, address)


def _path(parts: Iterable[Part], address: Address) -> tuple[Part, ...]:
    for part in parts:
        if address_of(part) == address:
            return (part,)
        inner = _path(parts_in(part), address)
        if inner:
            return (part, *inner)
    return ()

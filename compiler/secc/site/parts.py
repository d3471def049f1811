"""Goes over the parts of a document."""

from collections.abc import Iterable, Iterator

from secc.document.model import (
    BulletPart,
    ClausePart,
    DefinitionPart,
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


def all_parts(parts: Iterable[Part]) -> Iterator[Part]:
    """Every part, each before those that stand in it."""
    for part in parts:
        yield part
        yield from all_parts(parts_in(part))


def parts_in(part: Part) -> tuple[Part, ...]:
    """The parts that stand in one; none in those in which nothing can."""
    match part:
        case (
            DivisionPart()
            | SubSectionPart()
            | ClausePart()
            | ParagraphPart()
            | DefinitionPart()
            | BulletPart()
            | TextPart()
            | QuotationPart()
        ):
            return part.parts
        case _:
            return ()


def address_of(part: Part) -> Address | None:
    """The address of a part that has one of its own."""
    match part:
        case DivisionPart() | SubSectionPart() | ClausePart() | ParagraphPart() | DefinitionPart():
            return part.address
        case _:
            return None


def runs_of(part: Part) -> tuple[Runs, ...]:
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

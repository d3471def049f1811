"""What the running head calls a provision that begins on a page: `H14.31`, `Annex B, 3.1`, `A1.1 “Device”`."""

from collections.abc import Iterable
from itertools import takewhile

from secc.document.model import ClausePart, DefinitionPart, DivisionPart, HeadingPart, Part, SubSectionPart
from secc.document.typography import curled
from secc.ids import Address

_NAMED = (ClausePart, DefinitionPart, DivisionPart, SubSectionPart)


def numbered(address: Address, number: str) -> str:
    """A number, behind the annex or part that it is counted in."""
    division = address.numbering.printed.removeprefix(address.document.printed).strip()
    return ", ".join(filter(None, (division, number)))


def defined(address: Address, term: str) -> str:
    """A definition, so that a reader who leafs through definitions sees where they are."""
    where = takewhile(lambda step: not step.startswith('"'), address.path)
    named = _named(Address(address.document, tuple(where)))
    return " ".join(filter(None, (named, curled(f'"{term}"'))))


def headed(part: DivisionPart | SubSectionPart) -> str | None:
    """What begins with words of its own; None where the provisions in it are named."""
    first = _first(part.parts)
    return None if isinstance(first, _NAMED) else _named(part.address)


def _first(parts: Iterable[Part]) -> Part | None:
    return next((each for each in parts if not isinstance(each, HeadingPart)), None)


def _named(address: Address) -> str:
    own = address.path[len(address.numbering.path) :]
    return numbered(address, Address(address.document, own).local)

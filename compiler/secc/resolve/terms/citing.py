"""What the words of a definition cite, and what is to be found in them where its meaning stands elsewhere."""

from collections.abc import Iterator
from typing import TypeAlias

from secc.ids import Address, DocumentKind
from secc.resolve.citation.find import find
from secc.resolve.citation.model import Place, Provisions, Reference, Relative, Unit
from secc.resolve.citation.places import places_in

Called: TypeAlias = tuple[str, str]
"""What a text cites, and what a place is called: a document and a label in it, empty for all of it."""
POINTS = "meaning given"
BY_NAME = "of that name"
SET_OUT = "set out"


def cited(text: str, at: Address) -> Iterator[Called]:
    """What the words at an address cite."""
    for citation in find(text):
        yield from _named_by(citation.reference, at)


def _named_by(reference: Reference, at: Address) -> Iterator[Called]:
    if not isinstance(reference, Provisions | Relative):
        return
    document = str(at.document)
    if isinstance(reference, Provisions) and reference.within is not None:
        document = next((outer for outer, label in _named_by(reference.within, at) if not label), "")
    for place in places_in(reference.extents):
        yield _named(place, reference.unit, document)


def _named(place: Place, unit: Unit | None, document: str) -> Called:
    label = place.label
    if unit is Unit.APPENDIX or unit is Unit.SCHEDULE:
        return f"{unit}-{label}", ""
    if place.letter:
        return f"{DocumentKind.SECTION}-{place.letter}", label if place.numbers else ""
    return document, label

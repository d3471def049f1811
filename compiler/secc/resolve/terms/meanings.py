"""One term for each meaning: definitions that point to words in the prose are joined with those words.

Section A1.1 says of most terms that they have "the meaning given to that expression in Section H14.31". The words
`(the "Device and User System Tests")` there are then that meaning, and no second, narrower one.
"""

from collections.abc import Iterator, Sequence

from secc.code.walk import Placed
from secc.ids import Address, DocumentKind
from secc.resolve.citation import find
from secc.resolve.citation.model import Extent, Place, Provisions, Range, Reference, Relative, Unit
from secc.resolve.terms.draft import Draft
from secc.resolve.terms.scope import around

_BY_NAME = "of that name"
"""Two definitions of one name as "the document of that name" mean one document."""


def one_for_each_meaning(drafts: Sequence[Draft]) -> Sequence[Draft]:
    """The drafts in their order, without those in the prose whose meaning another one is."""
    in_prose: dict[str, list[Draft]] = {}
    for draft in drafts:
        if draft.in_prose:
            for name in draft.names:
                in_prose.setdefault(name, []).append(draft)
    joined: set[int] = set()
    for draft in drafts:
        if not draft.in_prose:
            joined.update(id(each) for each in _join(draft, in_prose))
    return [draft for draft in drafts if id(draft) not in joined]


def _join(draft: Draft, in_prose: dict[str, list[Draft]]) -> Iterator[Draft]:
    """Join a definition with the words in the prose that are its meaning, or repeat it."""
    alike = {id(each): each for form in draft.forms() for each in in_prose.get(form, ())}
    covered = [each for each in alike.values() if _covers(draft, each)]
    if not covered:
        return
    cited = frozenset(_cited(draft.text, draft.placed.address))
    for each in covered:
        points = not cited.isdisjoint(_called(each.placed)) or _names_its_document(draft, each)
        if points or (_BY_NAME in draft.text and _BY_NAME in each.text) or _restates(draft, each):
            draft.add_names([name for name in each.names if name not in draft.forms()])
            draft.cognates += each.cognates
            draft.introductions += each.introductions
            if points and draft.given is None:
                draft.given = each.placed.address
            yield each


def _covers(wide: Draft, narrow: Draft) -> bool:
    if wide.reach.within is None:
        return True
    return narrow.reach.within is not None and wide.reach.within in around(narrow.placed)


def _restates(draft: Draft, each: Draft) -> bool:
    """Whether words like `the DCC User Interface Specification (the "DUIS")` repeat two names of one definition."""
    before = each.before.removesuffix("the ").rstrip(" (")
    return len(draft.names) > 1 and before.endswith(tuple(draft.names))


def _names_its_document(draft: Draft, each: Draft) -> bool:
    """Whether it "has the meaning given to that expression in the Incident Management Policy"."""
    document = each.document
    if document.id.kind is DocumentKind.SECTION or "meaning given" not in draft.text:
        return False
    return any(name and name in draft.text for name in (document.title.text, document.attribute("known-as")))


# What a text cites and what a place is called, in the same terms: a document and a label within it, "" for all of it.

_Called = tuple[str, str]


def _called(placed: Placed) -> Iterator[_Called]:
    """All that a reference to this place, or to a provision around it, may be to."""
    address = placed.address
    document = str(address.document)
    numbering = len(address.numbering.path)
    for each in around(placed):
        yield document, "".join(each.path[numbering:])


def _cited(text: str, at: Address) -> Iterator[_Called]:
    for citation in find(text):
        yield from _named_by(citation.reference, at)


def _named_by(reference: Reference, at: Address) -> Iterator[_Called]:
    if not isinstance(reference, Provisions | Relative):
        return
    document = str(at.document)
    if isinstance(reference, Provisions) and reference.within is not None:
        document = next((outer for outer, label in _named_by(reference.within, at) if not label), "")
    for place in _places(reference.extents):
        yield _named(place, reference.unit, document)


def _named(place: Place, unit: Unit | None, document: str) -> _Called:
    label = place.letter + ".".join(place.numbers) + "".join(f"({each})" for each in place.paragraphs)
    if unit is Unit.APPENDIX or unit is Unit.SCHEDULE:
        return f"{unit}-{label}", ""
    if place.letter:
        return f"{DocumentKind.SECTION}-{place.letter}", label if place.numbers else ""
    return document, label


def _places(extents: Sequence[Extent]) -> Iterator[Place]:
    for extent in extents:
        if isinstance(extent, Place):
            yield extent
        elif isinstance(extent, Range):
            yield from (extent.first, extent.last)

"""One term for each meaning: definitions that point to words in the prose are joined with those words.

Section A1.1 says of most terms that they have "the meaning given to that expression in Section H14.31". The words
`(the "Device and User System Tests")` there are then that meaning, and no second, narrower one.
"""

from collections.abc import Iterator, Sequence, Set
from typing import TypeAlias

from secc.code.walk import Placed
from secc.ids import Address, DocumentKind
from secc.resolve.citation import find
from secc.resolve.citation.model import Place, Provisions, Reference, Relative, Unit
from secc.resolve.terms.draft import Draft
from secc.resolve.terms.scope import around, inside, label_of, places_in

_Called: TypeAlias = tuple[str, str]
"""What a text cites, and what a place is called: a document and a label in it, empty for all of it."""
_POINTS = "meaning given"
_BY_NAME = "of that name"
_SET_OUT = "set out"


def one_for_each_meaning(drafts: Sequence[Draft]) -> Sequence[Draft]:
    """The drafts in their order, without those in the prose whose meaning another one is."""
    named: dict[str, list[Draft]] = {}
    for draft in drafts:
        for name in draft.names:
            named.setdefault(name, []).append(draft)
    joined: set[int] = set()
    for draft in drafts:
        if not draft.in_prose:
            alike = {id(each): each for form in draft.forms() for each in named.get(form, ()) if each is not draft}
            joined.update(_join(draft, tuple(alike.values())) if alike else ())
    return [draft for draft in drafts if id(draft) not in joined]


def _join(draft: Draft, alike: Sequence[Draft]) -> Iterator[int]:
    """Join a definition with the words in the prose that are its meaning, or repeat it; the identities of those."""
    cited = frozenset(_cited(draft.text, draft.placed.address))
    for each in alike:
        points = not cited.isdisjoint(_called(each.placed)) or _names_its_document(draft, each)
        if points and draft.given is None and (each.in_prose or _POINTS in draft.text):
            draft.given = each.placed.address
        if each.in_prose and _covers(draft, each) and (points or _repeats(draft, cited, each)):
            draft.add_names([name for name in each.names if name not in draft.forms()])
            draft.cognates += each.cognates
            draft.introductions += each.introductions
            yield id(each)


def _covers(wide: Draft, narrow: Draft) -> bool:
    if wide.reach.within is None:
        return True
    return narrow.reach.within is not None and inside(narrow.placed, wide.reach.within)


def _repeats(draft: Draft, cited: Set[_Called], each: Draft) -> bool:
    """Whether two definitions say the same: that a name is of one document, or that a thing has both of two names.

    "The SEC Subsidiary Document of that name" is one document, as is that "set out in Appendix D". In `the DCC User
    Interface Specification (the "DUIS")` the words before the bracket are another name of the definition.
    """
    if _BY_NAME in draft.text and _BY_NAME in each.text:
        return True
    whole = {document for document in cited if not document[1]} - {(str(draft.document.id), "")}
    if (
        _SET_OUT in draft.text
        and _SET_OUT in each.text
        and not whole.isdisjoint(_cited(each.text, each.placed.address))
    ):
        return True
    before = each.before.removesuffix("the ").rstrip(" (")
    return len(draft.names) > 1 and before.endswith(tuple(draft.names))


def _names_its_document(draft: Draft, each: Draft) -> bool:
    """Whether it "has the meaning given to that expression in the Incident Management Policy"."""
    document = each.document
    if document.id.kind is DocumentKind.SECTION or _POINTS not in draft.text:
        return False
    return any(name and name in draft.text for name in (document.title.text, document.attribute("known-as")))


def _called(placed: Placed) -> Iterator[_Called]:
    """All that a reference to this place, or to a provision around it, may be to."""
    address = placed.address
    document = str(address.document)
    numbering = len(placed.numbering.path)
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
    for place in places_in(reference.extents):
        yield _named(place, reference.unit, document)


def _named(place: Place, unit: Unit | None, document: str) -> _Called:
    label = label_of(place)
    if unit is Unit.APPENDIX or unit is Unit.SCHEDULE:
        return f"{unit}-{label}", ""
    if place.letter:
        return f"{DocumentKind.SECTION}-{place.letter}", label if place.numbers else ""
    return document, label

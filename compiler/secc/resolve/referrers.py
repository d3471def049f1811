"""The other way round: what refers to each provision, and what uses each term."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from secc.ids import Address
from secc.resolve.model import Link, Reference, ResolvedCode, ResolvedDocument, Words


class Referrer(Struct, frozen=True):
    """A place that refers to something: `words.prose.text[start:end]` of a document."""

    document: ResolvedDocument
    words: Words
    start: int
    end: int

    @property
    def address(self) -> Address:
        """The provision that refers."""
        return self.words.placed.address


def referrers(code: ResolvedCode) -> Mapping[Address, tuple[Referrer, ...]]:
    """For each provision the places that refer to it itself, in order, but for those in the provision itself."""
    found: dict[Address, list[Referrer]] = {}
    for place, reference in _references(code):
        for target in reference.targets if isinstance(reference, Link) else ():
            if target != place.address:
                found.setdefault(target, []).append(place)
    return {address: tuple(places) for address, places in found.items()}


def users(code: ResolvedCode) -> Mapping[int, tuple[Referrer, ...]]:
    """For each term, by its place in `code.terms`, the places that use it, in order."""
    found: dict[int, list[Referrer]] = {}
    for document in code.documents:
        for words in document.words:
            for use in words.uses:
                if use.term is not None:
                    found.setdefault(use.term, []).append(Referrer(document, words, use.start, use.end))
    return {term: tuple(places) for term, places in found.items()}


def referring_to(code: ResolvedCode, address: Address) -> Iterator[tuple[Referrer, Link]]:
    """Every place outside a provision that refers to it or to something in it, with its link; in the Code's order."""
    inside = _inside(code, address)
    for place, reference in _references(code):
        if place.address not in inside and isinstance(reference, Link) and not inside.isdisjoint(reference.targets):
            yield place, reference


def referred_to(code: ResolvedCode, address: Address) -> Iterator[tuple[Referrer, Reference]]:
    """Every reference in a provision to something outside it, of whatever kind, in the Code's order."""
    inside = _inside(code, address)
    for place, reference in _references(code):
        if place.address in inside and not (isinstance(reference, Link) and inside.issuperset(reference.targets)):
            yield place, reference


def _references(code: ResolvedCode) -> Iterator[tuple[Referrer, Reference]]:
    for document in code.documents:
        for words in document.words:
            for reference in words.references:
                yield Referrer(document, words, reference.start, reference.end), reference


def _inside(code: ResolvedCode, address: Address) -> set[Address]:
    return {each for each in code.provisions if stands_in(code, each, address)} | {address}


def stands_in(code: ResolvedCode, address: Address, outer: Address) -> bool:
    """Whether a provision is `outer` or stands in it, as H14.31(a) stands in H14.31, in H14 and in Section H.

    The labels alone do not say what stands in a sub-section, nor in a part without a numbering of its own.
    """
    if address.within(outer):
        return True
    provision, holder = code.provisions.get(address), code.provisions.get(outer)
    if provision is None or holder is None or address.document != outer.document:
        return False
    return any(holder.placed.block is each for each in (provision.placed.sub_section, provision.placed.division))

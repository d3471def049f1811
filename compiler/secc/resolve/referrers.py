"""The other way round: what refers to each provision, and what uses each term."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from secc.ids import Address
from secc.resolve.model import Link, ResolvedCode, ResolvedDocument, Words


@dataclass(frozen=True, slots=True)
class Referrer:
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
    for document in code.documents:
        for words in document.words:
            for reference in words.references:
                if isinstance(reference, Link):
                    for target in reference.targets:
                        if target != words.placed.address:
                            place = Referrer(document, words, reference.start, reference.end)
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


def referring_to(code: ResolvedCode, address: Address) -> Iterator[tuple[Address, Referrer]]:
    """Every place that refers to a provision or to something in it, with what exactly it refers to."""
    inside = {each for each in code.provisions if stands_in(code, each, address)} | {address}
    for target, places in referrers(code).items():
        if target in inside:
            for place in places:
                if place.address not in inside:
                    yield target, place


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

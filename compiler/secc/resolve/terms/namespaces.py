"""Terms used with the meaning that another document gives them: "a Use Case (with its GBCS meaning)".

SEC A2.11: such words bind the expressions before them to the document that they name.
"""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from msgspec import Struct

from secc.ids import Address
from secc.resolve.model import Term, TermUse
from secc.resolve.patterns_terms import BEFORE_LISTED, CAPITALISED_RUN, WITH_MEANING

Sighting: TypeAlias = tuple[int, int, int]
"""A form that stands in a text: its start, its end negated, the number of the form. They sort the longest first."""

_LONGEST = 160  # of a name, in characters


class Meaning(Struct, frozen=True):
    """A term that a form may stand for, in the provision to which it is limited."""

    term: int
    within: Address | None


class Namespaces:
    """The documents with meanings of their own, and what they define."""

    def __init__(self, terms: Sequence[Term], meanings: Sequence[Sequence[Meaning]]) -> None:
        self._terms = terms
        self._meanings = meanings
        known = {term.namespace for term in terms} - {""}
        # The other names of a namespace: those of the term that has its name ("GB Companion Specification" for GBCS).
        self._called = {
            name: own
            for term in terms
            for own in known.intersection(term.names)
            for name in term.names
            if name not in known
        }

    def named(self, text: str, sightings: Sequence[Sighting], uses: Sequence[TermUse]) -> list[TermUse]:
        """The uses before each "with their GBCS meanings". `uses` are those that would be bound without these words."""
        found: list[TermUse] = []
        for words in WITH_MEANING.finditer(text):
            namespace = self._called.get(words["namespace"], words["namespace"])
            listing = _Listing(self, namespace, text, sightings, uses)
            single = words["number"] != "their"
            found += listing.before(words.start(), single=single, each=bool(words["each"]))
        return found

    def defined(self, namespace: str, form: int) -> int | None:
        """The term of a namespace for which a form stands."""
        return next((each.term for each in self._meanings[form] if self._terms[each.term].namespace == namespace), None)


class _Listing(Struct, frozen=True):
    """The expressions that a phrase like "(with their GBCS meanings)" may be about."""

    namespaces: Namespaces
    namespace: str
    text: str
    sightings: Sequence[Sighting]
    uses: Sequence[TermUse]

    def before(self, end: int, *, single: bool, each: bool) -> Iterator[TermUse]:
        """The last expression, and those listed before it that the phrase is about too.

        "Their" is about several, unless the last is itself plural: then the others count only where the namespace
        defines them or nothing else does.
        """
        last = self._ending(end)
        if last is None:
            return
        yield last
        several = each or not self.text[last.start : last.end].endswith("s")
        while not single and (joined := BEFORE_LISTED.search(self.text, max(0, last.start - 12), last.start)):
            listed = self._ending(joined.start())
            if listed is None or not (several or listed.term is not None or self._use(listed.end) is None):
                return
            yield listed
            last = listed

    def _ending(self, end: int) -> TermUse | None:
        """The expression that ends at a place: a term of the namespace, else any term, else a run of capitals."""
        for start, negative_end, form in self.sightings:
            term = self.namespaces.defined(self.namespace, form) if -negative_end == end else None
            if term is not None:
                return TermUse(start, end, term, self.namespace)
        use = self._use(end)
        if use is not None:
            return TermUse(use.start, end, None, self.namespace)
        run = CAPITALISED_RUN.search(self.text, max(0, end - _LONGEST), end)
        return TermUse(run.start("run"), end, None, self.namespace) if run is not None else None

    def _use(self, end: int) -> TermUse | None:
        return next((use for use in self.uses if use.end == end), None)

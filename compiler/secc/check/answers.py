"""The answers of a state to questions about it, as digests: equal answers, equal digests."""

from collections.abc import Iterable, Sequence
from functools import cached_property

from secc.check.calls import Calls
from secc.check.digests import digest_of
from secc.check.known import Known
from secc.check.term_tables import TermTables
from secc.ids import DocumentId, DocumentKind
from secc.resolve.asking import About, Local, Whole
from secc.resolve.index import address_of
from secc.resolve.state import State
from secc.resolve.survey import said_of

ABOUT_TERMS = (Whole.DEFINED, Whole.FORMS, Whole.NAMED, Whole.INITIALS, Whole.NEAR, Whole.TERMS)
"""The questions whose answers follow from the terms and definitions."""
NOT_THERE = b""


class Answers:
    """Answers for one state. Whoever asks here leaves no trace in what the rules are noted to have asked."""

    def __init__(self, state: State, known: Known, terms: TermTables) -> None:
        self._state = state
        self._known = known
        self.terms = terms
        self.calls = Calls(state)

    def offered(self, document: DocumentId) -> bytes:
        """All that a document offers about its addresses."""
        standings = self._state.index.provisions.documents.get(document)
        return standings.offered if standings is not None else NOT_THERE

    @cached_property
    def all_offered(self) -> bytes:
        """The same of all documents."""
        return digest_of([(each.id, self.offered(each.id)) for each in self._state.documents])

    def about(self, document: DocumentId, questions: Sequence[tuple[About, Sequence[Local]]]) -> bytes:
        """About addresses in a document."""
        return digest_of([[self._address(document, about, place) for place in places] for about, places in questions])

    def about_the_whole(self, questions: Iterable[tuple[Whole, str]]) -> bytes:
        """About the state as a whole."""
        return digest_of([self._whole(about, words) for about, words in questions])

    @cached_property
    def _numbers(self) -> dict[int, int]:
        return {id(term): number for number, term in enumerate(self._state.terms)}

    def _address(self, document: DocumentId, about: About, place: Local) -> object:
        standings = self._state.index.provisions.documents.get(document)
        if standings is None:
            return None
        match about:
            case About.ITSELF if not place:
                return True
            case About.ITSELF:
                holder = standings.holders.get(place)
                return said_of(holder.standings.rows[place], holder.standings.strings) if holder is not None else None
            case About.BELOW:
                return [each.path[-1] for each in standings.below.get(place, ())]
            case About.NUMBERINGS:
                return standings.numberings
            case About.LEADS:
                return self._state.binder.standing.elsewhere(address_of(document, place))
            case About.CALLED:
                return self.calls.head(document)

    def _whole(self, about: Whole, words: str) -> object:
        return self._about_terms(about, words) if about in ABOUT_TERMS else self._about_others(about, words)

    def _about_terms(self, about: Whole, words: str) -> object:
        match about:
            case Whole.DEFINED:
                return self._state.index.defined(words)
            case Whole.FORMS:
                return words in self._known.forms
            case Whole.NAMED:
                return [self.terms.keys[number] for number in self._known.numbers_by_name.get(words, ())]
            case Whole.INITIALS:
                return [self.terms.keys[self._numbers[id(term)]] for term in self._known.initials.get(words, ())]
            case Whole.NEAR:
                return self._known.perhaps_term(words)
            case _:
                return self.terms.keys

    def _about_others(self, about: Whole, words: str) -> object:
        match about:
            case Whole.NEAR_NAME:
                cutoff, _, name = words.partition(" ")
                return self._known.near_name(name, float(cutoff))
            case Whole.NEAR_DOCUMENT:
                kind, _, label = words.partition("-")
                return self._known.near_documents(DocumentId(DocumentKind(kind), label))
            case Whole.HEADS:
                return self.calls.heads
            case Whole.PROVISIONS:
                return [self.offered(each.id) for each in self._state.documents]
            case Whole.AS_AT | Whole.OUTDATED | Whole.TITLED | Whole.SETTINGS:
                return self._about_settings(about, words)
            case _:
                return [each.loaded.key for each in self._state.documents]

    def _about_settings(self, about: Whole, words: str) -> object:
        match about:
            case Whole.AS_AT:
                return self._known.as_at
            case Whole.OUTDATED:
                return [self._known.is_outdated(work) for work in self._known.register.works if work.called == words]
            case Whole.TITLED:
                return self._known.registered_title(*words.split(": ", 1))
            case _:
                return self._known.settings


__all__ = ["ABOUT_TERMS", "NOT_THERE", "Answers", "digest_of"]

"""Who is affected elsewhere: what uses a term whose meaning changes, and what refers to a provision that changes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from secc.code.load import DocumentCache, LoadedCode
from secc.code.model import SubHeading
from secc.compare import ChangeSet, How, Pair
from secc.document.pack.model import ChangedTerm, Drift, ReferredTo, Users
from secc.document.pack.provisions import only_following, section_of
from secc.document.typography import curled
from secc.ids import Address, DocumentId
from secc.resolve.model import Broken, Link, Reference, ResolvedDocument, Term, TermScope
from secc.resolve.state import State
from secc.timeline.replay import Wordings
from secc.timeline.states import code_of


class Text:
    """One of the two texts as a Code: its terms, and its documents bound, each when it is asked for."""

    def __init__(self, wordings: Wordings, on_disk: LoadedCode, cache: DocumentCache) -> None:
        self.wordings = wordings
        self.state = State(code_of(wordings, on_disk, files=False), cache)
        self._surveyed = {each.id: each for each in self.state.documents}
        self._bound: dict[DocumentId, ResolvedDocument] = {}

    def document(self, document: DocumentId) -> ResolvedDocument:
        """A document of it, bound."""
        if document not in self._bound:
            self._bound[document] = self.state.bind(self._surveyed[document])
        return self._bound[document]

    @cached_property
    def documents(self) -> tuple[ResolvedDocument, ...]:
        """All its documents, bound."""
        return tuple(map(self.document, self._surveyed))

    @cached_property
    def titles(self) -> Mapping[DocumentId, str]:
        """What its documents are called."""
        return {document: each.survey.title for document, each in self._surveyed.items()}

    @cached_property
    def references(self) -> Mapping[Address, tuple[Address, ...]]:
        """The provisions in other documents that refer to each place; what is broken, to where it should lead."""
        found: dict[Address, dict[Address, None]] = {}
        for document in self.documents:
            for source, target in _references_in(document):
                if target.document != source.document:
                    found.setdefault(target, {})[source] = None
        return {target: tuple(sources) for target, sources in found.items()}

    def refers(self, source: Address, target: Address) -> bool:
        """Whether a provision refers to a place."""
        known = source.document in self._surveyed
        return known and (source, target) in _references_in(self.document(source.document))

    def reads_as(self, other: "Text", document: DocumentId) -> bool:
        """Whether a document has the same text in both."""
        texts = [each.wordings.documents.get(document) for each in (self, other)]
        return None not in texts and len({each.text_key for each in texts if each is not None}) == 1

    def users(self, term: Term) -> tuple[Users, ...]:
        """The places that use a term, but for its own definition."""
        number = self.state.terms.index(term)
        places = dict.fromkeys(
            words.placed.address
            for document in self.documents
            for words in document.words
            if any(use.term == number for use in words.uses)
        )
        return self.gathered(each for each in places if not each.within(term.address) or term.in_prose)

    def gathered(self, places: Iterable[Address]) -> tuple[Users, ...]:
        """Places by their documents, in the order of the Code."""
        held: dict[DocumentId, list[Address]] = {}
        for each in places:
            held.setdefault(each.document, []).append(each)
        return tuple(self._users(document, held[document]) for document in sorted(held))

    def _users(self, document: DocumentId, places: Sequence[Address]) -> Users:
        definitions = [each for each in places if any(step.startswith('"') for step in each.path)]
        others = [each for each in places if each not in definitions]
        return Users(
            document=document,
            title=curled(self.titles[document]),
            provisions=tuple(map(section_of, others)),
            definitions=tuple(dict.fromkeys(_term_of(each) for each in definitions)),
        )


@dataclass(frozen=True, slots=True)
class Changed:
    """Where provisions changed, by what became of them: their addresses in each text, in the order of the page."""

    before: Mapping[Address, str]
    after: Mapping[Address, str]
    former: Mapping[Address, Address | None]
    """What other number a provision now has, None where it is gone."""


def changed(changes: ChangeSet) -> Changed:
    """What a comparison says of addresses."""
    before: dict[Address, str] = {}
    after: dict[Address, str] = {}
    former: dict[Address, Address | None] = {}
    following = only_following(changes)
    for pair in changes.changed:
        places = tuple(each.address if each is not None else None for each in (pair.before, pair.after))
        if _has_meaning(pair) and places not in following:
            what = _WHAT.get(pair.how, "changed") if pair.place.own else "changed"
            _noted(before, places[0], what)
            _noted(after, places[1], what)
        if places[0] is not None and places[0] != places[1] and pair.place.own:
            former[places[0]] = places[1]
    return Changed(before, after, former)


def _has_meaning(pair: Pair) -> bool:
    """Whether more changed than a number, or words without legal effect."""
    return pair.how is not How.RENUMBERED and pair.has_effect and not isinstance(pair.place.block, SubHeading)


def _noted(found: dict[Address, str], address: Address | None, what: str) -> None:
    """A place that changed; of a paragraph, the clause in which it stands too."""
    while address is not None:
        found.setdefault(address, what)
        what = "changed"
        address = address.parent if address.path and address.path[-1].startswith("(") else None


_WHAT = {How.INSERTED: "new", How.DELETED: "omitted", How.MOVED: "moved", How.SUBSTITUTED: "written anew"}


def drift(before: Text, after: Text, found: Changed) -> Drift:
    """Terms and references, in the order of the Code."""
    return Drift(terms=tuple(_terms(before, after, found)), references=tuple(_references(after, found)))


def stale(before: Text, after: Text, found: Changed) -> Iterator[str]:
    """References in other documents that named a provision by its former number, and do so still."""
    for target, now in found.former.items():
        for source in sorted(after.references.get(target, ()), key=str):
            if before.reads_as(after, source.document) or before.refers(source, target):
                became = f"which is now {section_of(now)}" if now is not None else "which is omitted"
                yield f"{section_of(source)} refers to {section_of(target)}, {became}"


# Terms


def _terms(before: Text, after: Text, found: Changed) -> Iterator[ChangedTerm]:
    old = {_key(term): term for term in before.state.terms}
    new = {_key(term): term for term in after.state.terms}
    renamed = {found.former.get(term.address): term for key, term in old.items() if key not in new}
    for key, term in new.items():
        if _is_changed(term, found.after) and not _is_its_documents_own(term, found.after):
            was = renamed.get(term.address) if key not in old else None
            what = f"renamed from “{curled(was.name)}”" if was is not None else "changed" if key in old else "new"
            yield _term(term, what, after)
    kept = {term.address for term in after.state.terms}
    for key, term in old.items():
        if key in new or found.former.get(term.address) in kept:
            continue
        if _is_changed(term, found.before) and not _is_its_documents_own(term, found.before):
            yield _term(term, "omitted", before)


def _term(term: Term, what: str, text: Text) -> ChangedTerm:
    return ChangedTerm(
        names=tuple(map(curled, term.names)), place=section_of(term.address), what=what, users=text.users(term)
    )


def _key(term: Term) -> tuple[str, DocumentId, Address | None]:
    return term.name.casefold(), term.address.document, term.within


def _is_changed(term: Term, found: Mapping[Address, str]) -> bool:
    """Whether the words that define it, or those that give its meaning, changed."""
    if term.given is not None and term.given in found:
        return True
    if term.in_prose:
        return term.address in found
    return any(each.within(term.address) for each in found if each.document == term.address.document)


def _is_its_documents_own(term: Term, found: Mapping[Address, str]) -> bool:
    """Whether it comes, or goes, with a whole document, for that alone."""
    return term.scope is not TermScope.CODE and found.get(Address(term.address.document)) in ("new", "omitted")


def _term_of(address: Address) -> str:
    return curled(next(step for step in address.path if step.startswith('"')))


# References


def _references(after: Text, found: Changed) -> Iterator[ReferredTo]:
    for target, what in found.after.items():
        sources = after.references.get(target, ())
        if sources:
            yield ReferredTo(place=section_of(target), what=what, users=after.gathered(sources))


def _references_in(document: ResolvedDocument) -> Iterator[tuple[Address, Address]]:
    """Where each reference of a document stands, and where it leads, or would."""
    for words in document.words:
        for reference in words.references:
            yield from ((words.placed.address, target) for target in _targets(reference))


def _targets(reference: Reference) -> Sequence[Address]:
    match reference:
        case Link(targets=targets):
            return targets
        case Broken(wanted=wanted):
            return () if wanted is None else (wanted,)
        case _:
            return ()

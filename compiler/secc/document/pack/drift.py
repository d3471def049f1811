"""Who is affected elsewhere: what uses a term whose meaning changes, and what refers to a provision that changes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from secc.code.load import DocumentCache, LoadedCode
from secc.compare import ChangeSet, How
from secc.document.pack.model import ChangedTerm, Drift, ReferredTo, Users
from secc.document.pack.provisions import only_following, section_of
from secc.document.typography import curled
from secc.ids import Address, DocumentId
from secc.resolve.model import Broken, Link, Reference, ResolvedDocument, Term, TermScope
from secc.resolve.state import State
from secc.timeline.replay import Wordings
from secc.timeline.states import code_of


class Text:
    """One of the two texts as a Code: its terms, and everything bound, each worked out once."""

    def __init__(self, wordings: Wordings, on_disk: LoadedCode, cache: DocumentCache) -> None:
        self.state = State(code_of(wordings, on_disk, files=False), cache)

    @cached_property
    def documents(self) -> tuple[ResolvedDocument, ...]:
        """Its documents, bound."""
        return tuple(map(self.state.bind, self.state.documents))

    @cached_property
    def titles(self) -> Mapping[DocumentId, str]:
        """What its documents are called."""
        return {each.id: each.survey.title for each in self.state.documents}

    @cached_property
    def references(self) -> Mapping[Address, tuple[Address, ...]]:
        """The provisions in other documents that refer to each place; what is broken, to where it should lead."""
        found: dict[Address, dict[Address, None]] = {}
        for document in self.documents:
            for words in document.words:
                for target in (each for reference in words.references for each in _targets(reference)):
                    if target.document != words.placed.address.document:
                        found.setdefault(target, {})[words.placed.address] = None
        return {target: tuple(sources) for target, sources in found.items()}

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
        own_before = pair.before.address if pair.before is not None else None
        own_after = pair.after.address if pair.after is not None else None
        if pair.how is not How.RENUMBERED and pair.has_effect and (own_before, own_after) not in following:
            what = _WHAT.get(pair.how, "changed")
            before.update({own_before: what} if own_before is not None else {})
            after.update({own_after: what} if own_after is not None else {})
        if own_before is not None and own_before != own_after and pair.place.own:
            former[own_before] = own_after
    return Changed(before, after, former)


_WHAT = {How.INSERTED: "new", How.DELETED: "omitted", How.MOVED: "moved", How.SUBSTITUTED: "written anew"}


def drift(before: Text, after: Text, found: Changed) -> Drift:
    """Terms and references, in the order of the Code."""
    return Drift(terms=tuple(_terms(before, after, found)), references=tuple(_references(after, found)))


def stale(before: Text, after: Text, found: Changed) -> Iterator[str]:
    """References in other documents that named a provision by its former number, and do so still."""
    for target, now in found.former.items():
        same = set(before.references.get(target, ())) & set(after.references.get(target, ()))
        for source in sorted(same, key=str):
            became = f"which is now {section_of(now)}" if now is not None else "which is omitted"
            yield f"{section_of(source)} refers to {section_of(target)}, {became}"


# Terms


def _terms(before: Text, after: Text, found: Changed) -> Iterator[ChangedTerm]:
    old = {_key(term): term for term in before.state.terms}
    new = {_key(term): term for term in after.state.terms}
    for key, term in new.items():
        what = "changed" if key in old else "new"
        if _is_changed(term, found.after) and not _is_its_documents_own(term, found):
            yield _term(term, what, after)
    for key, term in old.items():
        if key not in new and _is_changed(term, found.before):
            yield _term(term, "omitted, or defined under another name", before)


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


def _is_its_documents_own(term: Term, found: Changed) -> bool:
    """Whether it comes with a new document, for that alone."""
    return term.scope is not TermScope.CODE and found.after.get(Address(term.address.document)) == "new"


def _term_of(address: Address) -> str:
    return curled(next(step for step in address.path if step.startswith('"')))


# References


def _references(after: Text, found: Changed) -> Iterator[ReferredTo]:
    for target, what in found.after.items():
        sources = after.references.get(target, ())
        if sources:
            yield ReferredTo(place=section_of(target), what=what, users=after.gathered(sources))


def _targets(reference: Reference) -> Sequence[Address]:
    match reference:
        case Link(targets=targets):
            return targets
        case Broken(wanted=wanted):
            return () if wanted is None else (wanted,)
        case _:
            return ()

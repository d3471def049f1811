"""One term for each meaning: definitions that point to words in the prose are joined with those words.

Section A1.1 says of most terms that they have "the meaning given to that expression in Section H14.31". The words
`(the "Device and User System Tests")` there are then that meaning, and no second, narrower one.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from typing import TypeAlias

from secc.ids import Address, DocumentId, DocumentKind
from secc.resolve.model import BoundPlace, Term
from secc.resolve.terms.citing import Called
from secc.resolve.terms.draft import Drafted
from secc.resolve.terms.forms import forms_of

DocumentNames: TypeAlias = Mapping[DocumentId, Sequence[str]]
"""The title and the short name of each document; either may be empty."""


def one_for_each_meaning(drafted: Sequence[Drafted], names: DocumentNames) -> tuple[Term, ...]:
    """The terms in the order of their definitions, without those in the prose whose meaning another one is."""
    drafts = [_Joining(each) for each in drafted]
    named: dict[str, list[_Joining]] = {}
    for draft in drafts:
        for name in draft.drafted.names:
            named.setdefault(name, []).append(draft)
    joined: set[int] = set()
    for draft in drafts:
        if not draft.drafted.in_prose:
            alike = {id(each): each for form in draft.forms for each in named.get(form, ()) if each is not draft}
            joined.update(_join(draft, tuple(alike.values()), names) if alike else ())
    return tuple(draft.term() for draft in drafts if id(draft) not in joined)


class _Joining:
    """A definition with what other words add to it."""

    __slots__ = ("cognates", "drafted", "forms", "given", "introductions", "names")

    def __init__(self, drafted: Drafted) -> None:
        self.drafted = drafted
        self.names: tuple[str, ...] = drafted.names
        self.cognates: tuple[str, ...] = drafted.cognates
        self.forms: tuple[str, ...] = drafted.forms
        self.introductions: tuple[BoundPlace, ...] = drafted.introductions
        self.given: Address | None = None

    def take(self, other: "_Joining") -> None:
        """Add the names, forms and places of words that are its meaning."""
        new = (name for name in other.names if name not in self.forms)
        self.names = tuple(dict.fromkeys((*self.names, *new)))
        self.cognates += other.cognates
        self.introductions += other.introductions
        self.forms = forms_of(self.names, self.cognates)

    def term(self) -> Term:
        """The term, when all has been joined."""
        drafted = self.drafted
        return Term(
            names=self.names,
            address=drafted.address,
            scope=drafted.scope,
            within=drafted.within,
            forms=self.forms,
            namespace=drafted.namespace,
            in_prose=drafted.in_prose,
            introductions=self.introductions,
            given=self.given,
            borrowed=drafted.borrowed,
        )


def _join(draft: _Joining, alike: Sequence[_Joining], names: DocumentNames) -> Iterator[int]:
    """Join a definition with the words in the prose that are its meaning, or repeat it; the identities of those."""
    wide = draft.drafted
    cited = frozenset(wide.cites)
    for each in alike:
        narrow = each.drafted
        points = not cited.isdisjoint(narrow.called) or _names_its_document(wide, narrow, names)
        if points and draft.given is None and (narrow.in_prose or wide.pointing):
            draft.given = narrow.address
        if narrow.in_prose and _covers(wide, narrow) and (points or _repeats(draft, cited, narrow)):
            draft.take(each)
            yield id(each)


def _covers(wide: Drafted, narrow: Drafted) -> bool:
    if wide.within is None:
        return True
    return narrow.within is not None and wide.within in narrow.around


def _repeats(draft: _Joining, cited: Set[Called], each: Drafted) -> bool:
    """Whether two definitions say the same: that a name is of one document, or that a thing has both of two names.

    "The SEC Subsidiary Document of that name" is one document, as is that "set out in Appendix D". In `the DCC User
    Interface Specification (the "DUIS")` the words before the bracket are another name of the definition.
    """
    if draft.drafted.by_name and each.by_name:
        return True
    whole = {document for document in cited if not document[1]} - {(str(draft.drafted.address.document), "")}
    if draft.drafted.set_out and each.set_out and not whole.isdisjoint(each.cites):
        return True
    before = each.before.removesuffix("the ").rstrip(" (")
    return len(draft.names) > 1 and before.endswith(draft.names)


def _names_its_document(draft: Drafted, each: Drafted, names: DocumentNames) -> bool:
    """Whether it "has the meaning given to that expression in the Incident Management Policy"."""
    document = each.address.document
    if document.kind is DocumentKind.SECTION or not draft.pointing:
        return False
    return any(name and name in draft.pointing for name in names[document])

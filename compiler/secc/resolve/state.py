"""One state of the Code while it is looked at: its surveys, its index and its terms, each made when it is asked for."""

from collections.abc import Sequence
from functools import cached_property

from secc.code.load import DocumentCache, LoadedCode
from secc.resolve.asking import Asking
from secc.resolve.binding import bound
from secc.resolve.index import Index
from secc.resolve.model import ResolvedCode, ResolvedDocument, Term
from secc.resolve.references import ReferenceBinder
from secc.resolve.surveyed import Surveyed, surveyed
from secc.resolve.terms import TermFinder
from secc.resolve.terms.meanings import one_for_each_meaning


class State:
    """A state. `asking` notes down what is asked of it; its documents are bound one by one.

    `documents` are those that are loaded with their surveys, where these are known.
    """

    def __init__(self, loaded: LoadedCode, cache: DocumentCache, documents: tuple[Surveyed, ...] | None = None) -> None:
        self.loaded = loaded
        self.asking = Asking()
        self.documents = documents if documents is not None else surveyed(loaded.documents, cache)
        self._bound: dict[str, ResolvedDocument] = {}

    @cached_property
    def index(self) -> Index:
        """Its provisions, and the names of its documents."""
        return Index(self.documents, self.asking)

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """Its terms, in the order of the page."""
        return terms_of(self.documents)

    @cached_property
    def binder(self) -> ReferenceBinder:
        """Binds references."""
        return ReferenceBinder(self.index)

    @cached_property
    def finder(self) -> TermFinder:
        """Finds uses of terms."""
        return TermFinder(self.terms)

    def bind(self, document: Surveyed) -> ResolvedDocument:
        """A document of the state with its references and terms bound, made again each time, as it asks again."""
        return bound(document.loaded, document.blocks, self.binder, self.finder)

    def resolved(self) -> ResolvedCode:
        """All of it bound."""
        documents = tuple(map(self.bind, self.documents))
        return ResolvedCode(self.loaded, documents, self.index.provisions, self.terms)


def terms_of(documents: Sequence[Surveyed]) -> tuple[Term, ...]:
    """Every term of these documents, in the order of the page: a definition and the words that it points to are one."""
    surveys = (each.survey for each in documents)
    names = {each.id: (each.title, each.attributes.get("known-as", "")) for each in surveys}
    return one_for_each_meaning([draft for each in documents for draft in each.drafts], names)

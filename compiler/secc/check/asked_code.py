"""A state of the Code as the rules see it, which notes down what they ask of it."""

from collections.abc import Mapping
from functools import cached_property

from secc.check.asked import AskedTerms
from secc.code.load import LoadedCode
from secc.ids import DocumentId
from secc.resolve.asking import About, Whole
from secc.resolve.index import Provisions
from secc.resolve.model import DocumentHead, ResolvedCode, ResolvedDocument
from secc.resolve.state import State


class AskedCode(ResolvedCode):
    """A state as the rules see it. Whoever asks for its documents or all its settings is told, and asks everything."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.asking = state.asking

    @property
    def loaded(self) -> LoadedCode:
        """As it was read."""
        self.asking.whole(Whole.EVERYTHING)
        return self.state.loaded

    @property
    def documents(self) -> tuple[ResolvedDocument, ...]:
        """All its documents, bound."""
        self.asking.whole(Whole.EVERYTHING)
        return self._all

    def document(self, document: DocumentId) -> ResolvedDocument:
        """One of its documents, bound alone."""
        self.asking.whole(Whole.EVERYTHING)
        return self.state.bind(next(each for each in self.state.documents if each.id == document))

    @property
    def heads(self) -> tuple[DocumentHead, ...]:
        """How its documents are called."""
        self.asking.whole(Whole.HEADS)
        return self._heads

    def head(self, document: DocumentId) -> DocumentHead | None:
        """How one of its documents is called."""
        self.asking.address(document, About.CALLED, "")
        return self._by_document.get(document)

    @property
    def provisions(self) -> Provisions:
        """What stands at each address."""
        return self.state.index.provisions

    @cached_property
    def terms(self) -> AskedTerms:
        """Its terms."""
        return AskedTerms.of(self.state.terms, self.asking)

    @cached_property
    def _by_document(self) -> Mapping[DocumentId, DocumentHead]:
        return {each.id: each for each in reversed(self._heads)}

    @cached_property
    def _heads(self) -> tuple[DocumentHead, ...]:
        return tuple(
            DocumentHead(
                each.id,
                each.loaded.source.path,
                each.survey.title,
                each.survey.attributes.get("known-as", ""),
                each.survey.attributes.get("unit", ""),
            )
            for each in self.state.documents
        )

    @cached_property
    def _all(self) -> tuple[ResolvedDocument, ...]:
        return tuple(map(self.state.bind, self.state.documents))

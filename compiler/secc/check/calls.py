"""What the documents of a state are called, and which of their names could matter to one of them.

A name can stand in a document only where all its words do. That is more than do: so a document is looked at again too
often rather than too seldom.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property

from secc.check.digests import digest_of
from secc.ids import Address, DocumentId
from secc.resolve.state import State
from secc.resolve.survey import words_in
from secc.resolve.surveyed import Surveyed


class Calls:
    """The names in a state of documents, and of annexes and inner documents."""

    def __init__(self, state: State) -> None:
        self._state = state

    @cached_property
    def heads(self) -> Sequence[tuple[DocumentId, str, str, str]]:
        """What the documents are called: title, short name, and what they call their provisions."""
        return [_head(each) for each in self._state.documents]

    def head(self, document: DocumentId) -> object:
        """What one is called; None where there is no such document."""
        return next((each for each in self.heads if each[0] == document), None)

    @cached_property
    def digest(self) -> bytes:
        """Of all names, with what they stand for."""
        return digest_of([(name, address) for name, address, _ in self._named])

    def within(self, document: Surveyed) -> bytes:
        """The digest of the names that may stand in a document, with what they stand for."""
        return digest_of(list(self._in_words(document.vocabulary)))

    def _in_words(self, vocabulary: frozenset[str]) -> Iterator[tuple[str, Address]]:
        return ((name, address) for name, address, words in self._named if words <= vocabulary)

    @cached_property
    def _named(self) -> Sequence[tuple[str, Address, frozenset[str]]]:
        named = {*self._state.index.names.items(), *self._of_documents()}
        return [(name, address, frozenset(words_in(name))) for name, address in sorted(named, key=_order)]

    def _of_documents(self) -> Iterator[tuple[str, Address]]:
        for document, title, known_as, _ in self.heads:
            yield from ((name, Address(document)) for name in (title, known_as) if name)


def _order(named: tuple[str, Address]) -> tuple[str, str]:
    return named[0], str(named[1])


def _head(each: Surveyed) -> tuple[DocumentId, str, str, str]:
    attributes = each.survey.attributes
    return each.id, each.survey.title, attributes.get("known-as", ""), attributes.get("unit", "")

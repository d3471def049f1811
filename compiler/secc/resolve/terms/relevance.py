"""Which terms could matter to a document: those whose forms may stand in its words, and those it introduces.

All that this takes of the terms of a state is a table, small enough to be kept when the state is gone.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cached_property

import msgspec
from msgspec import Raw, Struct

from secc.ids import DocumentId
from secc.resolve.model import Term
from secc.resolve.survey import words_in

_encode = msgspec.msgpack.Encoder().encode
_Words = tuple[tuple[tuple[str, ...], ...], ...]
_Documents = tuple[tuple[DocumentId, ...], ...]
_WORDS = msgspec.msgpack.Decoder(_Words)
_DOCUMENTS = msgspec.msgpack.Decoder(_Documents)


class TermTable(Struct, frozen=True, array_like=True):
    """What each term of a state says, as a digest, the words of its forms, and the documents that introduce it."""

    keys: tuple[bytes, ...]
    words: Raw
    documents: Raw


def table_of(terms: Sequence[Term]) -> TermTable:
    """The table of these terms, by their numbers."""
    words: _Words = tuple(tuple(tuple(words_in(form)) for form in term.forms) for term in terms)
    documents: _Documents = tuple(
        tuple(dict.fromkeys((term.address.document, *(each.document for each in term.introductions)))) for term in terms
    )
    return TermTable(_keys(terms), Raw(_encode(words)), Raw(_encode(documents)))


def _keys(terms: Iterable[Term]) -> tuple[bytes, ...]:
    """What each term says, places aside, as a digest; of terms that say the same each has its own."""
    met: dict[bytes, int] = {}
    keys: list[bytes] = []
    for term in terms:
        introduced = [(each.document, each.said) for each in term.introductions]
        names, address, scope, within, forms, namespace, in_prose, _, given, borrowed = msgspec.structs.astuple(term)
        said = _encode((names, address, scope, within, forms, namespace, in_prose, introduced, given, borrowed))
        count = met[said] = met.get(said, -1) + 1
        keys.append(hashlib.blake2b(said, digest_size=12, salt=count.to_bytes(4, "big")).digest())
    return tuple(keys)


class Relevance:
    """Which terms could matter to a document. That is more than do: a form may stand where all its words do."""

    def __init__(self, table: TermTable) -> None:
        self._table = table

    def to(self, document: DocumentId, vocabulary: frozenset[str]) -> bytes:
        """What the terms say that could matter to a document with these words, in order, as a digest."""
        always, anchored = self._forms
        numbers = set(always | self._introduced.get(document, set()))
        for anchor in anchored.keys() & vocabulary:
            numbers.update(number for number, words in anchored[anchor] if words <= vocabulary)
        keys = self._table.keys
        return hashlib.sha256(b"".join([keys[number] for number in sorted(numbers)])).digest()[:16]

    @cached_property
    def _forms(self) -> tuple[Set[int], dict[str, list[tuple[int, Set[str]]]]]:
        """The terms with a form without words, and the others by the longest word of each form."""
        always: set[int] = set()
        anchored: dict[str, list[tuple[int, Set[str]]]] = {}
        for number, words in self._each_form():
            if words:
                anchored.setdefault(max(words, key=len), []).append((number, frozenset(words)))
            else:
                always.add(number)
        return always, anchored

    def _each_form(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        for number, forms in enumerate(_WORDS.decode(self._table.words)):
            for words in forms:
                yield number, words

    @cached_property
    def _introduced(self) -> dict[DocumentId, set[int]]:
        found: dict[DocumentId, set[int]] = {}
        for number, documents in enumerate(_DOCUMENTS.decode(self._table.documents)):
            for document in documents:
                found.setdefault(document, set()).add(number)
        return found

"""The terms of a state by what its documents offer, and whether those of two states could matter otherwise to one.

States in which few terms differ are compared by those alone.
"""

from collections.abc import Iterator
from functools import cached_property
from itertools import chain

import msgspec

from secc.check.term_tables import TermTables
from secc.code.load import DocumentCache
from secc.ids import DocumentId
from secc.resolve.state import State
from secc.resolve.surveyed import Surveyed
from secc.resolve.terms.relevance import TermTable
from secc.site.any_day.offers import Offer
from secc.site.in_time.kept import decoded

_FORMS = msgspec.msgpack.Decoder(tuple[tuple[tuple[str, ...], ...], ...])
_DOCUMENTS = msgspec.msgpack.Decoder(tuple[tuple[DocumentId, ...], ...])


class Difference:
    """The terms of which one of two tables says something that the other does not.

    `is_ordered` says whether those that both have stand in one order in both. Then the terms that could matter to a
    document (`Relevance`) are the same in both where none of those that differ could.
    """

    def __init__(self, one: TermTable, other: TermTable) -> None:
        here, there = frozenset(one.keys), frozenset(other.keys)
        common = [[key for key in table.keys if key in keys] for table, keys in ((one, there), (other, here))]
        self.is_ordered = common[0] == common[1]
        self._differing = tuple(chain(_but(there, one), _but(here, other)))

    def may_matter(self, document: DocumentId, vocabulary: frozenset[str]) -> bool:
        """Whether any of them could matter to a document with these words."""
        return any(
            document in documents or any(words <= vocabulary for words in forms) for forms, documents in self._differing
        )


def _but(
    keys: frozenset[bytes], table: TermTable
) -> Iterator[tuple[tuple[frozenset[str], ...], tuple[DocumentId, ...]]]:
    """Of each term of a table but those of some keys, the words of its forms, and the documents that introduce it."""
    numbers = [number for number, key in enumerate(table.keys) if key not in keys]
    if numbers:
        forms, documents = _FORMS.decode(table.words), _DOCUMENTS.decode(table.documents)
        yield from ((tuple(map(frozenset, forms[number])), documents[number]) for number in numbers)


class Tables:
    """The tables of terms of states, by their digests, and how two of them differ; each worked out once."""

    def __init__(self, cache: DocumentCache) -> None:
        self._cache = cache
        self._differences: dict[tuple[bytes, bytes], Difference | None] = {}

    def difference(self, then: bytes, now: bytes) -> Difference | None:
        """How two tables differ; None where one of them is kept no more."""
        if (then, now) not in self._differences:
            one, other = self._table(then), self._table(now)
            self._differences[then, now] = Difference(one, other) if one is not None and other is not None else None
        return self._differences[then, now]

    def _table(self, digest: bytes) -> TermTable | None:
        return decoded(self._cache.kept(f"{digest.hex()}.table"), TermTable)


class TermsOffered(TermTables):
    """The terms of a state, which follow from what its documents offer."""

    def __init__(self, state: State, cache: DocumentCache, offered: Offer, tables: Tables) -> None:
        super().__init__(state, cache)
        self._offered = offered
        self._tables = tables

    @cached_property
    def drafts(self) -> bytes:
        """By what the documents offer."""
        return self._offered.terms

    def same_matter(self, document: Surveyed, then: bytes) -> bool:
        """As of any state; at once, where no term that differs could matter to the document."""
        found = self._tables.difference(then, self.digest)
        if found is not None and found.is_ordered:
            return not found.may_matter(document.id, document.vocabulary)
        return super().same_matter(document, then)

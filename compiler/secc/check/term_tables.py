"""The terms of a state as what is kept needs them, and those of earlier states, by digests."""

import hashlib
from collections.abc import Callable
from functools import cached_property

import msgspec

from secc.check.digests import digest_of
from secc.code.load import DocumentCache
from secc.resolve.state import State
from secc.resolve.surveyed import Surveyed
from secc.resolve.terms.relevance import Relevance, TermTable, table_of

_TABLE = msgspec.msgpack.Decoder(TermTable)
_STOOD = msgspec.msgpack.Decoder(dict[bytes, bool])
_encode = msgspec.msgpack.Encoder().encode


class TermTables:
    """`drafts` is the digest of all that the terms of a state follow from, `digest` that of what they say themselves.

    Places in files are in the first and not in the second.
    """

    def __init__(self, state: State, cache: DocumentCache) -> None:
        self._state = state
        self._cache = cache
        self._relevances: dict[bytes, Relevance | None] = {}
        self._has_new = False

    @cached_property
    def drafts(self) -> bytes:
        """Of the definitions of all documents, each with its file."""
        digest = hashlib.sha256()
        for each in self._state.documents:
            survey = each.survey
            digest.update(hashlib.sha256(survey.drafts).digest())
            names = survey.title, survey.attributes, survey.definitions
            digest.update(_encode((each.loaded.source.path, survey.id, names)))
        return digest.digest()[:16]

    @cached_property
    def digest(self) -> bytes:
        """Of the terms and definitions, places aside."""
        name = f"{self.drafts.hex()}.terms"
        kept = self._cache.kept(name)
        if kept is not None and len(kept) == len(self.drafts):
            return kept
        definitions = [(each.id, each.survey.definitions) for each in self._state.documents]
        made = hashlib.sha256(_encode((self._made.keys, definitions))).digest()[:16]
        self._cache.keep(f"{made.hex()}.table", _encode(self._made))
        self._cache.keep(name, made)
        return made

    def stands(self, question: object, ask: Callable[[], bool]) -> bool:
        """The answer to a question that follows from the terms alone, and from what it says itself; asked once."""
        key = digest_of(question)
        if key not in self._stood:
            self._stood[key], self._has_new = ask(), True
        return self._stood[key]

    def keep(self) -> None:
        """Keep these answers, for states of the same terms."""
        if self._has_new:
            self._cache.keep(f"{self.digest.hex()}.stood", _encode(self._stood))
            self._has_new = False

    @cached_property
    def _stood(self) -> dict[bytes, bool]:
        contents = self._cache.kept(f"{self.digest.hex()}.stood")
        try:
            return _STOOD.decode(contents) if contents is not None else {}
        except msgspec.DecodeError:
            return {}

    @cached_property
    def keys(self) -> tuple[bytes, ...]:
        """What each term says, by its number."""
        return self._table.keys

    @cached_property
    def numbers(self) -> dict[bytes, int]:
        """The number of each term by what it says."""
        return {key: number for number, key in enumerate(self.keys)}

    def same_matter(self, document: Surveyed, then: bytes) -> bool:
        """Whether the terms that could matter to a document say now what they said then, when their digest was `then`.

        Not, where nothing is known of those any more.
        """
        earlier, now = self._relevance(then), self._relevance(self.digest)
        if earlier is None or now is None:
            return False
        return earlier.to(document.id, document.vocabulary) == now.to(document.id, document.vocabulary)

    def _relevance(self, digest: bytes) -> Relevance | None:
        if digest not in self._relevances:
            table = self._table if digest == self.digest else self._kept(digest)
            self._relevances[digest] = Relevance(table) if table is not None else None
        return self._relevances[digest]

    @cached_property
    def _table(self) -> TermTable:
        return self._kept(self.digest) or self._made

    @cached_property
    def _made(self) -> TermTable:
        return table_of(self._state.terms)

    def _kept(self, digest: bytes) -> TermTable | None:
        contents = self._cache.kept(f"{digest.hex()}.table")
        try:
            return _TABLE.decode(contents) if contents is not None else None
        except msgspec.DecodeError:
            return None

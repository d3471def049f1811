"""Wordings kept between runs, so that a state on a day costs reading it, not making it again.

A wording is kept under the digest of everything that it follows from: the operations that lead to it, with the text of
their instruments and annexes. What cannot be read from the cache is made again.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from operator import attrgetter
from typing import TypeVar

import msgspec
from msgspec import Struct

from secc.amending.refusal import Refusal
from secc.amending.version import DocumentVersion
from secc.code.load import DocumentCache
from secc.ids import DocumentId
from secc.instruments.when import OperationRef
from secc.timeline.kept_versions import Body, KeptVersion, KeptWordings, VersionKept, decoded
from secc.timeline.replay import Came, Onwards, Step, Wordings
from secc.timeline.wordings import OnDays

Fingerprint = Callable[[str], str]
"""A digest of an instrument, by its name: of its file and of what lies beside it, or of what it says but words."""


_Kind = TypeVar("_Kind")
_instrument: Callable[[OperationRef], str] = attrgetter("instrument")


_Refused = tuple[tuple[OperationRef, str, str], ...]


class _Wordings(Struct, frozen=True, array_like=True):
    """`used` names where the identities are kept."""

    documents: tuple[VersionKept, ...]
    refused: _Refused
    used: str


class _Carried(Struct, frozen=True, array_like=True):
    """What came of a document, if anything; `used` are the identities that were given."""

    version: VersionKept | None
    refused: _Refused
    used: tuple[str, ...]


class KeptStates:
    """Wordings by the operations that lead to them.

    What of them was read for `earlier` ones, of the same cache, is not read again.
    """

    def __init__(
        self,
        cache: DocumentCache,
        fingerprint: Fingerprint,
        but_words: Fingerprint,
        earlier: "KeptStates | None" = None,
    ) -> None:
        self._cache = cache
        self._fingerprint = lru_cache(maxsize=None)(fingerprint)
        self._but_words = but_words
        self._versions: dict[str, DocumentVersion] = {}
        self._earlier = earlier._versions if earlier is not None else {}  # not theirs: what nobody asked for is let go
        self._names: dict[int, tuple[DocumentVersion, str, bytes]] = {}
        self._there: dict[int, VersionKept] = {}
        self._used_names: dict[int, tuple[frozenset[str], str]] = {}
        self._chained: tuple[list[OperationRef], dict[int, str]] = ([], {})

    def keys(self, steps: Sequence[Step], ends: Sequence[int]) -> Iterator[str]:
        """The key of the wording after each of these numbers of operations, ascending."""
        refs = [step.ref for step in steps]
        chained, keys = self._chained
        if refs != chained[: len(refs)] or any(end not in keys for end in ends):
            keys = dict(self._chain(refs, ends))
            self._chained = (refs, keys)  # both at once: pages are drawn in several threads
        yield from (keys[end] for end in ends)

    def _chain(self, refs: Sequence[OperationRef], ends: Sequence[int]) -> Iterator[tuple[int, str]]:
        digest = hashlib.sha256()
        start = 0
        for end in ends:
            for name, of_it in groupby(refs[start:end], key=_instrument):
                numbers = "\0".join([ref.number for ref in of_it])
                digest.update(f"{name}\0{self._fingerprint(name)}\0{numbers}\0\0".encode())
            start = end
            yield end, f"wordings-{digest.hexdigest()}"

    def get(self, key: str, anew: Callable[[], Wordings]) -> Wordings | None:
        """The wording kept under a key; what of it turns out to be lost is taken from one made anew."""
        kept = self._decoded(key, _Wordings)
        if kept is None:
            return None
        documents = {each.document: self._version(each, anew) for each in kept.documents}
        return KeptWordings(documents, _refusals(kept.refused), kept.used, lambda: self._used(kept.used, anew))

    def carried(
        self, document: DocumentId, before: Wordings, steps: Sequence[Step], anew: Callable[[], Wordings]
    ) -> Came:
        """What comes of one document by operations on it alone; kept by its text, and what these say."""
        version = before.documents.get(document)
        text = f"{self.name_of(version)} {version.label}" if version is not None else ""
        said = "\0".join([str(document), text, self.used_name(before), self.said(steps)])
        name = f"carried-{hashlib.sha256(said.encode()).hexdigest()}"
        kept = self._decoded(name, _Carried)
        if kept is not None:
            documents = {document: self._version(kept.version, anew)} if kept.version is not None else {}
            return Came(documents, _refusals(kept.refused), frozenset(kept.used))
        made = anew()
        given = made.used - before.used
        after = {each: self._kept(version) for each, version in made.documents.items()}
        found = _Carried(next(iter(after.values()), None), _told(made.refused), tuple(sorted(given)))
        self._cache.keep(name, msgspec.msgpack.encode(found))
        documents = {each: self._same(after[each], version) for each, version in made.documents.items()}
        return Came(documents, made.refused, given)

    def said(self, steps: Sequence[Step]) -> str:
        """The digest of what operations say, in their order."""
        return next((key for _, key in self._chain([step.ref for step in steps], [len(steps)])), "")

    def steps(self, names: Sequence[str], question: str) -> list[OnDays] | None:
        """The operations on the wording with their days, as kept for what these instruments say but words."""
        return self._decoded(self._steps_name(names, question), list[OnDays])

    def put_steps(self, names: Sequence[str], question: str, steps: Sequence[OnDays]) -> None:
        """Keep them."""
        self._cache.keep(self._steps_name(names, question), msgspec.msgpack.encode(steps))

    def _steps_name(self, names: Sequence[str], question: str) -> str:
        said = "\0".join([question, *map(self._but_words, names)])
        return f"steps-{hashlib.sha256(said.encode()).hexdigest()}"

    def following(self, name: str, kind: type[_Kind]) -> _Kind | None:
        """What follows from wordings, as kept under a name made of their keys."""
        return self._decoded(name, kind)

    def put_following(self, name: str, found: object) -> None:
        """Keep it."""
        self._cache.keep(name, msgspec.msgpack.encode(found))

    def put(self, key: str, wordings: Wordings) -> None:
        """Keep a wording."""
        documents = tuple(self._kept(each) for each in wordings.documents.values())
        kept = _Wordings(documents, _told(wordings.refused), self.used_name(wordings))
        self._cache.keep(key, msgspec.msgpack.encode(kept))

    def name_of(self, version: DocumentVersion) -> str:
        """A name for a text, with whose its words and provisions are: the same for the same, whenever it was made."""
        return version.kept.body if isinstance(version, KeptVersion) else self._named(version)[0]

    def _kept(self, version: DocumentVersion) -> VersionKept:
        if isinstance(version, KeptVersion):
            return version.kept
        if id(version) not in self._there:
            name, body = self._named(version)
            self._cache.keep(name, body)
            digests = (version.digest, version.text_key, version.loaded.key)
            kept = VersionKept(version.id, version.identity, version.label, *digests, name)
            self._there[id(version)] = kept
        return self._there[id(version)]

    def _named(self, version: DocumentVersion) -> tuple[str, bytes]:
        """The name of a text, and the text as it is kept."""
        if id(version) not in self._names:
            origins = tuple(dict.fromkeys(version.traced.origins))
            numbers = {origin: number for number, origin in enumerate(origins)}
            whose = tuple(numbers[each] for each in version.traced.origins)
            body = msgspec.msgpack.encode(
                Body(version.text, version.traced.ends, whose, origins, tuple(version.identities.items()))
            )
            name = f"version-{hashlib.sha256(version.identity.encode() + body).hexdigest()}"
            self._names[id(version)] = (version, name, body)
        return self._names[id(version)][1:]

    def _version(self, kept: VersionKept, anew: Callable[[], Wordings]) -> DocumentVersion:
        key = _key(kept)
        if key not in self._versions:
            self._versions[key] = self._earlier.get(key) or KeptVersion(kept, self._cache, anew)
        return self._versions[key]

    def _same(self, kept: VersionKept, made: DocumentVersion) -> DocumentVersion:
        """A text that was made; the one that was there, where it was come to before."""
        return self._versions.setdefault(_key(kept), made)

    def used_name(self, wordings: Wordings) -> str:
        """A name for the identities that were given: the same for the same, whenever they were."""
        while isinstance(wordings, Onwards) and not wordings.given:
            wordings = wordings.before
        return wordings.used_name if isinstance(wordings, KeptWordings) else self._used_name(wordings.used)

    def _used_name(self, used: frozenset[str]) -> str:
        """The name under which identities that were given are kept: the same for the same, and they are kept once."""
        if id(used) not in self._used_names:
            encoded = msgspec.msgpack.encode(sorted(used))
            name = f"used-{hashlib.sha256(encoded).hexdigest()}"
            if all(name != other for _, other in self._used_names.values()):
                self._cache.keep(name, encoded)
            self._used_names[id(used)] = (used, name)
        return self._used_names[id(used)][1]

    def _used(self, name: str, anew: Callable[[], Wordings]) -> frozenset[str]:
        used = self._decoded(name, list[str])
        return frozenset(used) if used is not None else anew().used

    def _decoded(self, name: str, kind: type[_Kind]) -> _Kind | None:
        return decoded(self._cache, name, kind)


def _key(kept: VersionKept) -> str:
    return f"{kept.body} {kept.label}"


def _told(refused: Mapping[OperationRef, Refusal]) -> _Refused:
    return tuple((ref, each.words, each.advice) for ref, each in refused.items())


def _refusals(told: _Refused) -> dict[OperationRef, Refusal]:
    return {ref: Refusal(words, advice) for ref, words, advice in told}

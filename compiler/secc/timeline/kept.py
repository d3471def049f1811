"""Wordings kept between runs, so that a state on a day costs reading it, not making it again.

A wording is kept under the digest of everything that it follows from: the operations that lead to it, with the text of
their instruments and annexes. What cannot be read from the cache is made again.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from functools import cached_property, lru_cache
from typing import TypeVar

import msgspec
from msgspec import Struct

from secc.amending.refusal import Refusal
from secc.amending.traced import TracedText
from secc.amending.version import DocumentVersion, Path, Versions, path_of, read
from secc.code.load import DocumentCache, LoadedDocument
from secc.code.model import Document
from secc.diagnostics import Diagnostic
from secc.ids import DocumentId
from secc.instruments.when import OperationRef
from secc.source import Source, Span
from secc.timeline.replay import Step, Wordings

Fingerprint = Callable[[str], str]
"""What an instrument follows from: the digest of its file and of what lies beside it, by its name."""


_Kind = TypeVar("_Kind")


class _Version(Struct, frozen=True, array_like=True):
    document: DocumentId
    label: str
    digest: str
    text_key: str
    loaded_key: str
    body: str


class _Body(Struct, frozen=True, array_like=True):
    text: str
    ends: tuple[int, ...]
    whose: tuple[int, ...]
    origins: tuple[OperationRef, ...]
    identities: tuple[tuple[Path, str], ...]


class _Wordings(Struct, frozen=True, array_like=True):
    documents: tuple[_Version, ...]
    refused: tuple[tuple[OperationRef, str, str], ...]


class KeptStates:
    """Wordings by the operations that lead to them.

    What of them was read for `earlier` ones, of the same cache, is not read again.
    """

    def __init__(
        self, cache: DocumentCache, names: Sequence[str], fingerprint: Fingerprint, earlier: "KeptStates | None" = None
    ) -> None:
        self._cache = cache
        self._names_of_all = sorted(names)
        self._fingerprint = lru_cache(maxsize=None)(fingerprint)
        self._versions: dict[str, DocumentVersion] = {}
        self._earlier = earlier._versions if earlier is not None else {}  # not theirs: what nobody asked for is let go
        self._names: dict[int, tuple[DocumentVersion, str, bytes]] = {}
        self._there: dict[int, _Version] = {}
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
            for ref in refs[start:end]:
                digest.update(f"{ref}\0{self._fingerprint(ref.instrument)}\0".encode())
            start = end
            yield end, f"wordings-{digest.hexdigest()}"

    def get(self, key: str, anew: Callable[[], Wordings]) -> Wordings | None:
        """The wording kept under a key; what of it turns out to be lost is taken from one made anew."""
        kept = self._decoded(key, _Wordings)
        if kept is None:
            return None
        documents = {each.document: self._version(each, anew) for each in kept.documents}
        refused = {ref: Refusal(words, advice) for ref, words, advice in kept.refused}
        return KeptWordings(documents, refused, lambda: self._used(key, anew))

    def steps(self, question: str) -> list[tuple[OperationRef, date, date | None]] | None:
        """The operations on the wording with their days, as kept for these instruments and this question."""
        return self._decoded(self._steps_name(question), list[tuple[OperationRef, date, date | None]])

    def put_steps(self, question: str, steps: Sequence[tuple[OperationRef, date, date | None]]) -> None:
        """Keep them."""
        self._cache.keep(self._steps_name(question), msgspec.msgpack.encode(steps))

    def _steps_name(self, question: str) -> str:
        said = "\0".join([question, *map(self._fingerprint, self._names_of_all)])
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
        refused = tuple((ref, each.words, each.advice) for ref, each in wordings.refused.items())
        self._cache.keep(f"{key}-used", msgspec.msgpack.encode(sorted(wordings.used)))
        self._cache.keep(key, msgspec.msgpack.encode(_Wordings(documents, refused)))

    def name_of(self, version: DocumentVersion) -> str:
        """A name for a text, with whose its words and provisions are: the same for the same, whenever it was made."""
        return version.kept.body if isinstance(version, KeptVersion) else self._named(version)[0]

    def _kept(self, version: DocumentVersion) -> _Version:
        if isinstance(version, KeptVersion):
            return version.kept
        if id(version) not in self._there:
            name, body = self._named(version)
            self._cache.keep(name, body)
            kept = _Version(version.id, version.label, version.digest, version.text_key, version.loaded.key, name)
            self._there[id(version)] = kept
        return self._there[id(version)]

    def _named(self, version: DocumentVersion) -> tuple[str, bytes]:
        """The name of a text, and the text as it is kept."""
        if id(version) not in self._names:
            origins = tuple(dict.fromkeys(version.traced.origins))
            numbers = {origin: number for number, origin in enumerate(origins)}
            whose = tuple(numbers[each] for each in version.traced.origins)
            body = msgspec.msgpack.encode(
                _Body(version.text, version.traced.ends, whose, origins, tuple(version.identities.items()))
            )
            name = f"version-{hashlib.sha256(str(version.id).encode() + body).hexdigest()}"
            self._names[id(version)] = (version, name, body)
        return self._names[id(version)][1:]

    def _version(self, kept: _Version, anew: Callable[[], Wordings]) -> DocumentVersion:
        key = f"{kept.body} {kept.label}"
        if key not in self._versions:
            self._versions[key] = self._earlier.get(key) or KeptVersion(kept, self._cache, anew)
        return self._versions[key]

    def _used(self, key: str, anew: Callable[[], Wordings]) -> frozenset[str]:
        used = self._decoded(f"{key}-used", list[str])
        return frozenset(used) if used is not None else anew().used

    def _decoded(self, name: str, kind: type[_Kind]) -> _Kind | None:
        return decoded(self._cache, name, kind)


class KeptWordings(Wordings):
    """A wording of which only what is asked for is read."""

    def __init__(
        self,
        documents: Versions,
        refused: Mapping[OperationRef, Refusal],
        used: Callable[[], frozenset[str]],
    ) -> None:
        super().__init__(documents, refused)
        self._used = used

    @cached_property
    def used(self) -> frozenset[str]:
        """Every identity that was ever given."""
        return self._used()


class KeptVersion(DocumentVersion):
    """A wording of a document of which only what is asked for is read."""

    def __init__(self, kept: _Version, cache: DocumentCache, anew: Callable[[], Wordings]) -> None:
        self.id = kept.document
        self.label = kept.label
        self.kept = kept
        self._cache = cache
        self._anew = anew

    @cached_property
    def digest(self) -> str:
        """As it was when it was kept."""
        return self.kept.digest

    @cached_property
    def text_key(self) -> str:
        """As it was when it was kept."""
        return self.kept.text_key

    @cached_property
    def traced(self) -> TracedText:  # type: ignore[override]  # read when asked for
        """Its text."""
        return self._body[0]

    @cached_property
    def identities(self) -> Mapping[Path, str]:  # type: ignore[override]  # read when asked for
        """The identity of each provision."""
        return self._body[1]

    @cached_property
    def loaded(self) -> LoadedDocument:  # type: ignore[override]  # read when asked for
        """Typed."""
        return KeptReading(self, self._cache)

    @cached_property
    def _body(self) -> tuple[TracedText, Mapping[Path, str]]:
        body = decoded(self._cache, self.kept.body, _Body)
        if body is None:
            made = self._anew().documents[self.id]
            return made.traced, made.identities
        return TracedText(body.text, body.ends, tuple(body.origins[each] for each in body.whose)), dict(body.identities)


class KeptReading(LoadedDocument):
    """A wording of a document, typed, of which nothing is read before it is asked for."""

    def __init__(self, version: KeptVersion, cache: DocumentCache) -> None:
        self.id = version.id
        self.key = version.kept.loaded_key
        self._version = version
        self._cache = cache

    @cached_property
    def source(self) -> Source:  # type: ignore[override]  # read when asked for
        """Its text."""
        return Source(path_of(self.id), self._version.text)

    @cached_property
    def span(self) -> Span:  # type: ignore[override]  # read when asked for
        """Where its header stands."""
        return self._whole.span

    @cached_property
    def findings(self) -> tuple[Diagnostic, ...]:  # type: ignore[override]  # read when asked for
        """What the parser found."""
        return self._whole.findings

    @cached_property
    def document(self) -> Document:
        """What it says."""
        return self._whole.document

    @cached_property
    def _whole(self) -> LoadedDocument:
        return read(self._version.text, self.id, self._cache)


def decoded(cache: DocumentCache, name: str, kind: type[_Kind]) -> _Kind | None:
    """What is kept under a name, or None where there is nothing, or nothing of that kind."""
    kept = cache.kept(name)
    if kept is not None:
        with suppress(msgspec.DecodeError):  # then it is as if nothing had been kept
            return msgspec.msgpack.decode(kept, type=kind)
    return None

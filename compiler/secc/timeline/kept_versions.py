"""Wordings, and wordings of documents, of which only what is asked for is read from a cache."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cached_property
from typing import TypeVar

import msgspec
from msgspec import Struct

from secc.amending.refusal import Refusal
from secc.amending.traced import TracedText
from secc.amending.version import DocumentVersion, Path, Versions, path_of, read
from secc.code.head import NamedFile
from secc.code.load import DocumentCache, LoadedDocument
from secc.code.model import Document
from secc.diagnostics import Diagnostic
from secc.ids import DocumentId
from secc.instruments.when import OperationRef
from secc.source import Source, Span
from secc.timeline.replay import Wordings

_Kind = TypeVar("_Kind")


class VersionKept(Struct, frozen=True, array_like=True):
    """What is known of a wording of a document before it is read; `body` names where that is kept."""

    document: DocumentId
    identity: str
    label: str
    digest: str
    text_key: str
    loaded_key: str
    body: str


class Body(Struct, frozen=True, array_like=True):
    """Its text with its origins, and whose its provisions are."""

    text: str
    ends: tuple[int, ...]
    whose: tuple[int, ...]
    origins: tuple[OperationRef, ...]
    identities: tuple[tuple[Path, str], ...]


class KeptWordings(Wordings):
    """A wording of which only what is asked for is read."""

    def __init__(
        self,
        documents: Versions,
        refused: Mapping[OperationRef, Refusal],
        used_name: str,
        used: Callable[[], frozenset[str]],
    ) -> None:
        super().__init__(documents, refused)
        self.used_name = used_name
        self._used = used

    @cached_property
    def used(self) -> frozenset[str]:
        """Every identity that was ever given."""
        return self._used()


class KeptVersion(DocumentVersion):
    """A wording of a document of which only what is asked for is read."""

    def __init__(self, kept: VersionKept, cache: DocumentCache, anew: Callable[[], Wordings]) -> None:
        self.id = kept.document
        self.identity = kept.identity
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
        body = decoded(self._cache, self.kept.body, Body)
        if body is None:
            made = self._anew().documents[self.id]
            return made.traced, made.identities
        return TracedText(body.text, body.ends, tuple(body.origins[each] for each in body.whose)), dict(body.identities)


class KeptReading(LoadedDocument):
    """A wording of a document, typed, of which nothing is read before it is asked for."""

    def __init__(self, version: KeptVersion, cache: DocumentCache) -> None:
        self.id = version.id
        self.key = version.kept.loaded_key
        self.digest = version.kept.digest
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
    def files(self) -> tuple[NamedFile, ...]:  # type: ignore[override]  # read when asked for
        """Those that its figures and attachments name."""
        return self._whole.files

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

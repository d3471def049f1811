"""All files of one state of the Code, read and typed, each at most once for its content."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import Protocol

from secc.code.beside import Beside
from secc.code.digest import digest
from secc.code.head import Head, ReadDocument, head_of
from secc.code.house_style import NO_HOUSE_STYLE, HouseStyle, read_house_style
from secc.code.model import Document
from secc.code.settings import FILE, Settings, read_settings
from secc.code.standards import Register, read_register
from secc.diagnostics import CannotProceed, Diagnostic, in_order
from secc.history import SourceTree
from secc.ids import DocumentId
from secc.source import Source
from secc.syntax.faults import Fault, Faults


class DocumentCache(Protocol):
    """Keeps what a file was read as, by the digest of its path and bytes, and what was worked out from it, by name."""

    def head(self, key: str) -> Head | None:
        """The head of the reading that was kept, or None."""
        ...

    def get(self, key: str) -> ReadDocument | None:
        """The reading that was kept, or None."""
        ...

    def put(self, key: str, read: ReadDocument) -> None:
        """Keep a reading."""
        ...

    def kept(self, name: str) -> bytes | None:
        """What was kept under a name, or None."""
        ...

    def keep(self, name: str, contents: bytes) -> None:
        """Keep something under a name."""
        ...


class NoCache:
    """Keeps nothing."""

    def head(self, key: str) -> Head | None:  # noqa: ARG002  # keeps nothing
        """Always None."""
        return None

    def get(self, key: str) -> ReadDocument | None:  # noqa: ARG002  # keeps nothing
        """Always None."""
        return None

    def put(self, key: str, read: ReadDocument) -> None:
        """Does nothing."""

    def kept(self, name: str) -> bytes | None:  # noqa: ARG002  # keeps nothing
        """Always None."""
        return None

    def keep(self, name: str, contents: bytes) -> None:
        """Does nothing."""


class LoadedDocument:
    """A file of the Code: its source, its document, what is wrong with it, and its legal digest (made when asked).

    `files` are those that its figures and attachments name.
    """

    def __init__(self, source: Source, read: ReadDocument | Head) -> None:
        head = read if isinstance(read, Head) else head_of(read)
        self.source = source
        self.id = head.id
        self.span = head.span
        self.findings: tuple[Diagnostic, ...] = head.findings
        self.files = head.files
        if isinstance(read, ReadDocument):
            self.document = read.document

    @property
    def read(self) -> ReadDocument:
        """All that it was read as."""
        return ReadDocument(self.document, self.findings, self.files)

    @cached_property
    def document(self) -> Document:
        """What it says."""
        return self._read().document

    @cached_property
    def key(self) -> str:
        """What anything that follows from the file alone is kept by."""
        return _key(self.source.path, self.source.text.encode())

    @cached_property
    def digest(self) -> str:
        """`sec1:…`."""
        return digest(self.document)

    def _read(self) -> ReadDocument:
        return read_document(self.source)


class KeptDocument(LoadedDocument):
    """A file of which only the head is read until the rest is asked for."""

    def __init__(self, source: Source, head: Head, cache: DocumentCache, key: str) -> None:
        super().__init__(source, head)
        self._cache = cache
        self.key = key

    def _read(self) -> ReadDocument:
        return self._cache.get(self.key) or super()._read()


class LoadedCode:
    """The documents of a state, in the order of code.toml, and the register of the works outside that they cite.

    `beside` is what else lies in the folders of its sources, where it was read from such.
    """

    def __init__(
        self,
        settings: Settings,
        documents: tuple[LoadedDocument, ...],
        register: Register,
        house_style: HouseStyle = NO_HOUSE_STYLE,
        beside: Beside | None = None,
    ) -> None:
        self.settings = settings
        self.documents = documents
        self.register = register
        self.house_style = house_style
        self.beside = beside

    @cached_property
    def sources(self) -> dict[str, Source]:
        """The source of each document by its path."""
        return {each.source.path: each.source for each in self.documents}


def load(tree: SourceTree, cache: DocumentCache, prefix: str = "") -> LoadedCode:
    """Read every document that code.toml lists. `prefix` goes before the paths that findings name.

    Raises `CannotProceed` where a file is missing or not UTF-8.
    """
    settings, register = read_settings(tree), read_register(tree)
    documents = tuple(_documents(tree, settings, cache, prefix))
    _find_repeated(documents)
    return LoadedCode(settings, documents, register, read_house_style(tree), Beside(tree, settings.documents, prefix))


def load_settings(tree: SourceTree) -> LoadedCode:
    """The settings and registers of a Code alone, for texts that come from elsewhere. Raises `CannotProceed`."""
    return LoadedCode(read_settings(tree), (), read_register(tree), read_house_style(tree))


def _documents(tree: SourceTree, settings: Settings, cache: DocumentCache, prefix: str) -> Iterator[LoadedDocument]:
    for path in settings.documents:
        try:
            contents = tree.read(path)
        except CannotProceed as error:
            if tree.has(path):
                raise
            raise CannotProceed(f"{error}: mend its name in `documents` of {FILE}, or put the file there") from None
        yield load_document(prefix + path, contents, cache)


def _find_repeated(documents: Sequence[LoadedDocument]) -> None:
    """Two files that say they are the same document: what refers to it could lead to either."""
    first: dict[DocumentId, LoadedDocument] = {}
    for each in documents:
        earlier = first.setdefault(each.id, each)
        if earlier is not each:
            faults = Faults(each.source)
            faults.add(each.span, _repeated(each.id, earlier.source.path))
            each.findings = tuple(in_order([*each.findings, *faults.found]))


def _repeated(document: DocumentId, path: str) -> Fault:
    return Fault(
        f"{document.printed} stands in two files",
        f"{path} is {document.printed} too",
        f"give one of the two another label, or take one of the files out of `documents` in {FILE}",
    )


def load_document(
    path: str, contents: bytes, cache: DocumentCache, reading: Callable[[Source], ReadDocument] | None = None
) -> LoadedDocument:
    """One file, from the cache where it holds it; otherwise read, by `reading` where that knows a shorter way."""
    source = source_of(path, contents)
    key = _key(path, contents)
    kept = cache.head(key)
    if kept is not None:
        return KeptDocument(source, kept, cache, key)
    read = (reading or read_document)(source)
    cache.put(key, read)
    document = LoadedDocument(source, read)
    document.key = key
    return document


def _key(path: str, contents: bytes) -> str:
    return hashlib.sha256(path.encode() + b"\0" + contents).hexdigest()


def read_document(source: Source) -> ReadDocument:
    """Source text to typed document."""
    from secc.code.from_syntax import from_syntax  # what was read before needs no parser
    from secc.syntax import parse

    return from_syntax(source, parse(source))


def source_of(path: str, contents: bytes) -> Source:
    """A file's text: UTF-8, a byte-order mark dropped, every kind of line end as a line feed."""
    try:
        text = contents.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = contents.count(b"\n", 0, error.start) + 1
        raise CannotProceed(
            f"{path} is not in UTF-8: line {line} has a byte that is not text; save it as UTF-8"
        ) from None
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return Source(path, text)

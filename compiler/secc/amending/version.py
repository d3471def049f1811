"""One wording of one document: its text with origins, what it says typed, and who its provisions are."""

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from typing import TypeAlias

from secc.amending.patterns import QUOTED_NAME
from secc.amending.traced import Edit, TracedText
from secc.code.digest import digest
from secc.code.head import ReadDocument
from secc.code.load import DocumentCache, LoadedDocument, load_document, read_document
from secc.code.model import Document, Note, Prose, SubHeading
from secc.code.rereading import Stretch, read_again
from secc.code.walk import Placed, placed, prose_in
from secc.ids import DocumentId
from secc.source import Source

Path = tuple[str, ...]
"""The steps of an address within its document."""


class DocumentVersion:
    """A wording of a document. `label` is its version as the administrator numbers it, such as `7.0`.

    `identities` gives each provision, by its path, the first address that it ever held; `identity` is who the document
    itself is: `appendix-B`, with `~2` for one that was designated under the letter of another that was revoked.
    """

    def __init__(
        self,
        document: DocumentId,
        label: str,
        traced: TracedText,
        identities: Mapping[Path, str],
        loaded: LoadedDocument,
        identity: str = "",
    ) -> None:
        self.id = document
        self.identity = identity or str(document)
        self.label = label
        self.traced = traced
        self.identities: Mapping[Path, str] = identities
        self.loaded = loaded

    @property
    def document(self) -> Document:
        """What it says."""
        return self.loaded.document

    @property
    def text(self) -> str:
        """Its source text."""
        return self.traced.text

    @cached_property
    def blocks(self) -> tuple[Placed, ...]:
        """Every block with its address, in the order of the page."""
        return placed(self.document)

    @cached_property
    def by_path(self) -> dict[Path, int]:
        """The place in `blocks` of what stands at a path; the first, where a number stands twice."""
        found: dict[Path, int] = {}
        for place, each in enumerate(self.blocks):
            if each.own:
                found.setdefault(each.address.path, place)
        return found

    @cached_property
    def holders(self) -> Mapping[Path, tuple[Path, ...]]:
        """What each provision stands in, from the nearest outwards, but for the document.

        The sub-section of a clause, which its number alone tells, is among them.
        """
        found: dict[Path, tuple[Path, ...]] = {}
        around: list[tuple[int, Path]] = []
        for each in self.blocks:
            while around and around[-1][0] >= each.depth:
                around.pop()
            if each.own:
                found.setdefault(each.address.path, tuple(path for _, path in reversed(around)))
                around.append((each.depth, each.address.path))
        return found

    @cached_property
    def words(self) -> "Words":
        """Its words, block by block."""
        return Words(self.blocks)

    @cached_property
    def running(self) -> str:
        """All its running words, titles and notes among them, a line for each paragraph."""
        proses = (prose for each in self.blocks for prose in prose_in(each.block))
        return "\n".join((self.document.title.text, *(prose.text for prose in proses)))

    @cached_property
    def quoted_names(self) -> frozenset[str]:
        """Every name in quotation marks in it: of a definition, or introduced in the words of a provision."""
        return frozenset(name for line in self.running.split("\n") for name in QUOTED_NAME.findall(line))

    @cached_property
    def sub_headings(self) -> tuple[int, ...]:
        """The places in `blocks` of the sub-headings."""
        return tuple(place for place, each in enumerate(self.blocks) if isinstance(each.block, SubHeading))

    @cached_property
    def by_identity(self) -> dict[str, Path]:
        """The path of each provision, by who it is."""
        return {identity: path for path, identity in self.identities.items()}

    @cached_property
    def text_key(self) -> str:
        """The SHA-256 of its text, layout and all: what anything that follows from the text is kept by."""
        return text_key(self.text)

    @cached_property
    def digest(self) -> str:
        """`sec1:…`, of what it says."""
        return digest(self.document)


class Words:
    """The words of the blocks of a text, a string for each paragraph of it or cell of a table; notes have none."""

    def __init__(self, blocks: Sequence[Placed]) -> None:
        proses: list[Prose] = []
        starts: list[int] = []
        for each in blocks:
            starts.append(len(proses))
            if not isinstance(each.block, Note):
                proses += prose_in(each.block)
        self._proses = tuple(proses)
        self._texts = tuple(each.text for each in proses)
        self._starts = (*starts, len(proses))
        self._ends = _ends(blocks)

    def whole(self, place: int) -> tuple[str, ...]:
        """Those of a block, by its place among them, and of all that stands in it; at -1, of all blocks."""
        return self._texts[self._within(place)]

    def proses(self, place: int) -> tuple[Prose, ...]:
        """The same with their places in the file."""
        return self._proses[self._within(place)]

    def between(self, place: int, other: int) -> tuple[str, ...]:
        """Those of the blocks from one place up to another."""
        return self._texts[self._starts[place] : self._starts[other]]

    def _within(self, place: int) -> slice:
        return slice(self._starts[place], self._starts[self._ends[place]]) if place >= 0 else slice(None)


def _ends(blocks: Sequence[Placed]) -> list[int]:
    """Of each block, the place of the first that neither is it nor stands in it."""
    ends = [len(blocks)] * len(blocks)
    around: list[int] = []
    for place, each in enumerate(blocks):
        while around and blocks[around[-1]].depth >= each.depth:
            ends[around.pop()] = place
        around.append(place)
    return ends


Versions: TypeAlias = Mapping[DocumentId, DocumentVersion]
"""Documents as they read, by who they are."""


def text_key(text: str) -> str:
    """What anything that follows from a text is kept by."""
    return hashlib.sha256(text.encode()).hexdigest()


def path_of(document: DocumentId) -> str:
    """The path that findings in a replayed text name."""
    return f"{document}.sec"


def read(text: str, document: DocumentId, cache: DocumentCache) -> LoadedDocument:
    """A text of a document, typed; from the cache where it holds it."""
    return load_document(path_of(document), text.encode(), cache)


def read_edited(version: DocumentVersion, text: str, edits: Sequence[Edit], cache: DocumentCache) -> LoadedDocument:
    """The text that edits made of a version, typed; only what they touch is read where that is enough."""
    in_order = sorted(edits, key=lambda each: (each.start, each.end))
    edited = [Stretch(each.start, each.end, sum(len(strand.text) for strand in each.new)) for each in in_order]

    def reading(source: Source) -> ReadDocument:
        return read_again(version.loaded.read, version.text, source, edited) or read_document(source)

    return load_document(path_of(version.id), text.encode(), cache, reading)


def identified(blocks: Iterable[Placed], known: Mapping[Path, str], used: set[str]) -> dict[Path, str]:
    """The identity of each provision: what is known, otherwise its address, with `~2` where that was used before.

    `used` is added to.
    """
    identities: dict[Path, str] = {}
    for each in blocks:
        if not each.own or each.address.path in identities:
            continue
        identity = known.get(each.address.path) or fresh(str(each.address), used)
        used.add(identity)
        identities[each.address.path] = identity
    return identities


def fresh(identity: str, used: Collection[str]) -> str:
    """An identity that nobody ever had: an address, with `~2` and so on where that was used before."""
    if identity not in used:
        return identity
    count = 2
    while f"{identity}~{count}" in used:
        count += 1
    return f"{identity}~{count}"

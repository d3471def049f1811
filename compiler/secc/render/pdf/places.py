"""Where everything leads to within one file."""

from collections.abc import Iterable, Iterator

from secc.document.model import DisplayDocument, FootnotePart
from secc.document.parts import address_of, all_parts
from secc.ids import Address, DocumentId


class Places:
    """The anchors of a file: of each provision in it, and of the footnotes of each document."""

    def __init__(self, documents: Iterable[DisplayDocument] = ()) -> None:
        self._there = frozenset(anchor for document in documents for anchor in _anchors(document))
        self._taken: set[str] = set()

    def link(self, address: Address) -> str:
        """The anchor of a provision; empty where it is not in the file."""
        return self._known(str(address))

    def call(self, document: DocumentId, label: str) -> str:
        """The anchor of the text of a footnote; empty where there is none."""
        return self._known(_footnote(document, label))

    def claim(self, address: Address | None) -> str:
        """The anchor to stand at a provision: at the first of two that have one address."""
        return self._claimed(str(address)) if address is not None else ""

    def claim_footnote(self, document: DocumentId, label: str) -> str:
        """The anchor to stand at the text of a footnote."""
        return self._claimed(_footnote(document, label))

    def _known(self, anchor: str) -> str:
        return anchor if anchor in self._there else ""

    def _claimed(self, anchor: str) -> str:
        if anchor in self._taken:
            return ""
        self._taken.add(anchor)
        return anchor


def _anchors(document: DisplayDocument) -> Iterator[str]:
    yield str(Address(document.id))
    for part in all_parts(document.parts):
        address = address_of(part)
        if address is not None:
            yield str(address)
        elif isinstance(part, FootnotePart):
            yield _footnote(document.id, part.label)


def _footnote(document: DocumentId, label: str) -> str:
    return f"{document}/footnote {label}"

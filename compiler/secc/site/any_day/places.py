"""Where everything was on each day, and nothing else: all that the links of kept texts follow from."""

import hashlib
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property

from msgspec import Struct

from secc.code.load import DocumentCache
from secc.ids import DocumentId
from secc.site.any_day.model import Chronicle, DocumentChronicle
from secc.site.any_day.texts import Texts
from secc.site.in_time.kept import latest
from secc.site.noted import encoded
from secc.site.patterns_days import IDENTIFIER

OnPages = tuple[tuple[str, tuple[str, ...]], ...]
"""The pages of an edition by address, in order, each with the `id`s on it."""


_Effective = tuple[tuple[date, OnPages | None], ...]


class DocumentPlaces(Struct, frozen=True):
    """The places in a document from each day on which these came to be others; None while it was none."""

    id: DocumentId
    effective: Sequence[tuple[date, OnPages | None]]


class TextPlace(Struct, frozen=True):
    """A text of a page: the number of its document, its first day, and the day on which it ended."""

    document: int
    start: date
    end: date | None


class Places:
    """The documents, and the texts of each page by its address, oldest first."""

    def __init__(self, documents: Sequence[DocumentPlaces], texts: Mapping[str, Sequence[TextPlace]]) -> None:
        self.documents = documents
        self.texts = texts

    @cached_property
    def digest(self) -> bytes:
        """The digest of them all."""
        return hashlib.sha256(encoded((self.documents, self.texts))).digest()

    def begun(self, url: str, day: date) -> int:
        """How many texts of a page had begun by a day."""
        return bisect_right(self.texts.get(url, ()), day, key=_by_start)

    def text(self, url: str, day: date) -> TextPlace | None:
        """The text that a page had on a day."""
        begun = self.begun(url, day)
        text = self.texts[url][begun - 1] if begun else None
        return text if text is not None and (text.end is None or day < text.end) else None


def places(chronicle: Chronicle, texts: Texts, cache: DocumentCache) -> Places:
    """The places of all documents; those of each are kept, since to find them is to read all that it ever said."""
    numbers = {each.id: number for number, each in enumerate(chronicle.documents)}
    return Places(
        [DocumentPlaces(each.id, _kept(each, chronicle, cache)) for each in chronicle.documents],
        {
            url: [TextPlace(numbers[each.document.id], each.start, each.end) for each in of_page]
            for url, of_page in texts.items()
        },
    )


def _by_start(text: TextPlace) -> date:
    return text.start


def _kept(document: DocumentChronicle, chronicle: Chronicle, cache: DocumentCache) -> _Effective:
    said = chronicle.recalled.documents[document.id].said.effective
    return latest(cache, f"places of {document.id}", said, _Effective, lambda: tuple(_effective(document)))


def _effective(document: DocumentChronicle) -> Iterator[tuple[date, OnPages | None]]:
    """Of pages with the same pieces, the `id`s are collected once."""
    of_piece = [tuple(IDENTIFIER.findall(each.html)) for each in document.pieces]
    on_page: dict[tuple[int, ...], tuple[str, ...]] = {}
    for day, number in document.effective:
        pages = document.editions[number].pages if number is not None else ()
        for page in pages:
            if page.pieces not in on_page:
                on_page[page.pieces] = tuple(identifier for each in page.pieces for identifier in of_piece[each])
        found = tuple((page.url, on_page[page.pieces]) for page in pages)
        yield day, found if number is not None else None

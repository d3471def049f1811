"""Where the links of a text lead on one day: each to the page with the text that was there on that day."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from urllib.parse import unquote

from secc.site.any_day.model import Chronicle, DocumentChronicle, Edition
from secc.site.any_day.texts import Text, Texts, text_on
from secc.site.any_day.tokens import root
from secc.site.patterns_days import IDENTIFIER


class Editions:
    """Which page of an edition each `id` is on, worked out once for each edition."""

    def __init__(self, chronicle: Chronicle) -> None:
        self._identifiers: dict[tuple[int, int], tuple[str, ...]] = {}
        self._pages: dict[int, Mapping[str, str]] = {}
        self._chronicle = chronicle

    @cached_property
    def roots(self) -> Mapping[str, DocumentChronicle]:
        """The documents by the first step of their addresses: `H`, `appendix-AL`."""
        return {root(each.id).removesuffix("/"): each for each in self._chronicle.documents}

    def pages(self, document: DocumentChronicle, edition: Edition) -> Mapping[str, str]:
        """The address of the page that each `id` is on."""
        if id(edition) not in self._pages:
            found: dict[str, str] = {}
            for page in edition.pages:
                for each in page.pieces:
                    for identifier in self._of_piece(document, each):
                        found.setdefault(identifier, page.url)
            self._pages[id(edition)] = found
        return self._pages[id(edition)]

    def _of_piece(self, document: DocumentChronicle, number: int) -> tuple[str, ...]:
        key = (id(document), number)
        if key not in self._identifiers:
            self._identifiers[key] = tuple(IDENTIFIER.findall(document.pieces[number].html))
        return self._identifiers[key]


class PlacesOnDay:
    """The places of one day."""

    def __init__(self, day: date, editions: Editions, texts: Texts) -> None:
        self._day = day
        self._editions = editions
        self._texts = texts

    def text(self, url: str) -> Text | None:
        """The text that a page had on the day."""
        return text_on(self._texts, url, self._day)

    def link(self, target: str) -> str:
        """The address for a link of a kept text, relative to the home page: to the nearest that there was on the day.

        Empty where there was no such document.
        """
        url, _, rest = target.partition("#")
        if rest and (text := self.text(url)) is not None:
            identifier = unquote(rest)
            if self._page(text.document, text.edition, identifier) == url:  # a footnote, or its call
                return f"{text.url}#{rest}"
        document, steps = self._split(url)
        edition = document.edition(self._day) if document is not None else None
        if document is None or edition is None:
            return ""
        for identifier in _outwards(".".join([*steps, *([unquote(rest)] if rest else [])])):
            page = self._page(document, edition, identifier)
            text = self.text(page) if page else None
            if text is not None:
                return text.url if page == f"{identifier}/" and not rest else f"{text.url}#{identifier}"
        text = self.text(url) or self.text(root(document.id))
        return text.url if text is not None else ""

    def _page(self, document: DocumentChronicle, edition: Edition, identifier: str) -> str:
        return self._editions.pages(document, edition).get(identifier, "")

    def _split(self, url: str) -> tuple[DocumentChronicle | None, list[str]]:
        """The document that an address is in, and the steps of the provision."""
        first, *rest = [unquote(step) for step in url.removesuffix("/").split("/")]
        roots = self._editions.roots
        if first in roots:
            return roots[first], rest
        letters = next((first[:end] for end in range(len(first), 0, -1) if first[:end] in roots), "")
        return roots.get(letters), [first, *rest]


def _outwards(identifier: str) -> Iterator[str]:
    """It, and what it stands in by its name alone."""
    while identifier:
        yield identifier
        identifier = identifier.rpartition(".")[0]

"""Where the links of a text lead on one day: each to the page with the text that was there on that day."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from urllib.parse import unquote

from secc.ids import DocumentId
from secc.site.any_day.model import Chronicle, DocumentChronicle, Edition
from secc.site.any_day.texts import Texts, days_of, text_on, turns
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


@dataclass(frozen=True, slots=True)
class _Target:
    """Where a link is to lead: the address, the `id`, and each that it stands in, from the innermost outwards.

    `turns` are the days from which it may lead elsewhere than before, `found` where it leads, by how many have come.
    """

    url: str
    identifier: str
    document: DocumentChronicle | None
    outwards: tuple[str, ...]
    turns: tuple[date, ...]
    found: dict[int, str]


class Links(Mapping[tuple[date, str], str]):
    """Where a link of a kept text leads on a day, relative to the home page: to the nearest place that there was.

    By the day, and what the text says of where to (`tokens`). Empty where there was no such document.
    """

    def __init__(self, chronicle: Chronicle, texts: Texts) -> None:
        self._editions = Editions(chronicle)
        self._texts = texts
        self._turns: dict[DocumentId, tuple[date, ...]] = {}
        self._targets: dict[str, _Target] = {}

    def __getitem__(self, asked: tuple[date, str]) -> str:
        day, words = asked
        target = self._targets.get(words)
        if target is None:
            self._targets[words] = target = self._target(words)
        turn = bisect_right(target.turns, day)
        if turn not in target.found:
            target.found[turn] = self._lead(target, day)
        return target.found[turn]

    def __iter__(self) -> Iterator[tuple[date, str]]:
        """What was asked for and can change: there is no end of what can be asked."""
        return ((day, words) for words, target in self._targets.items() for day in target.turns)

    def __len__(self) -> int:
        return sum(len(target.turns) for target in self._targets.values())

    def _lead(self, target: _Target, day: date) -> str:
        rest = target.identifier
        if rest and (text := text_on(self._texts, target.url, day)) is not None:
            identifier = unquote(rest)
            if self._page(text.document, text.edition, identifier) == target.url:  # a footnote, or its call
                return f"{text.url}#{rest}"
        edition = target.document.edition(day) if target.document is not None else None
        if target.document is None or edition is None:
            return ""
        for identifier in target.outwards:
            page = self._page(target.document, edition, identifier)
            text = text_on(self._texts, page, day) if page else None
            if text is not None:
                return text.url if page == f"{identifier}/" and not rest else f"{text.url}#{identifier}"
        text = text_on(self._texts, target.url, day) or text_on(self._texts, root(target.document.id), day)
        return text.url if text is not None else ""

    def _page(self, document: DocumentChronicle, edition: Edition, identifier: str) -> str:
        return self._editions.pages(document, edition).get(identifier, "")

    def _target(self, words: str) -> _Target:
        url, _, identifier = words.partition("#")
        document, steps = self._split(url)
        outwards = _outwards(".".join([*steps, *([unquote(identifier)] if identifier else [])]))
        return _Target(url, identifier, document, tuple(outwards), self._days(document, url), {})

    def _days(self, document: DocumentChronicle | None, url: str) -> tuple[date, ...]:
        """The days from which a link to a page may lead elsewhere than before."""
        own = days_of(self._texts.get(url, ()))
        if document is None:
            return tuple(sorted(own))
        if document.id not in self._turns:
            self._turns[document.id] = turns(document, self._texts)
        return tuple(sorted({*own, *self._turns[document.id]}))

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

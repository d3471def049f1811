"""Where the links of a text lead on one day: each to the page with the text that was there on that day."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from datetime import date
from urllib.parse import unquote

from msgspec import Struct

from secc.ids import DocumentId
from secc.site.any_day.places import DocumentPlaces, OnPages, Places, TextPlace
from secc.site.any_day.tokens import root


class _Target(Struct, frozen=True):
    """Where a link is to lead: the address, the `id`, and each that it stands in, from the innermost outwards.

    `turns` are the days from which it may lead elsewhere than before, `found` where it leads, by how many have come.
    """

    url: str
    identifier: str
    document: DocumentPlaces | None
    outwards: tuple[str, ...]
    turns: tuple[date, ...]
    found: dict[int, str]


class Links:
    """Where a link of a kept text leads on a day."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._roots = {root(each.id).removesuffix("/"): each for each in places.documents}
        self._pages: dict[int, Mapping[str, str]] = {}
        self._turns: dict[DocumentId, frozenset[date]] = {}
        self._targets: dict[str, _Target] = {}

    def to(self, asked: tuple[date, str]) -> str:
        """The address, relative to the home page, of the nearest place that there was to the one that is asked for.

        Asked by the day, and what the text says of where to (`tokens`). Empty where there was no such document.
        """
        day, words = asked
        target = self._targets.get(words)
        if target is None:
            self._targets[words] = target = self._target(words)
        turn = bisect_right(target.turns, day)
        if turn not in target.found:
            target.found[turn] = self._lead(target, day)
        return target.found[turn]

    def _lead(self, target: _Target, day: date) -> str:
        url, rest, document = target.url, target.identifier, target.document
        if rest and (text := self._places.text(url, day)) is not None:
            edition = _edition(self._places.documents[text.document], text.start)
            if self._page(edition, unquote(rest)) == url:  # a footnote, or its call
                return f"{_url(url, text)}#{rest}"
        edition = _edition(document, day) if document is not None else None
        if document is None or edition is None:
            return ""
        for identifier in target.outwards:
            page = self._page(edition, identifier)
            text = self._places.text(page, day) if page else None
            if text is not None:
                is_page = page == f"{identifier}/" and not rest
                return _url(page, text) if is_page else f"{_url(page, text)}#{identifier}"
        text_of, first = self._places.text, root(document.id)
        return next((_url(each, text) for each in (url, first) if (text := text_of(each, day)) is not None), "")

    def _page(self, edition: OnPages | None, identifier: str) -> str:
        """The address of the page that an `id` is on: of several, of the first."""
        if id(edition) not in self._pages:
            every = ((each, url) for url, identifiers in reversed(edition or ()) for each in identifiers)
            self._pages[id(edition)] = dict(every)
        return self._pages[id(edition)].get(identifier, "")

    def _target(self, words: str) -> _Target:
        url, _, identifier = words.partition("#")
        document, steps = self._split(url)
        outwards = _outwards(".".join([*steps, *([unquote(identifier)] if identifier else [])]))
        return _Target(url, identifier, document, tuple(outwards), self._days(document, url), {})

    def _days(self, document: DocumentPlaces | None, url: str) -> tuple[date, ...]:
        """The days from which a link to a page may lead elsewhere than before."""
        return tuple(sorted(self._turns_of(url).union(self._turns_in(document) if document is not None else ())))

    def _turns_in(self, document: DocumentPlaces) -> frozenset[date]:
        """The days on which anything in a document came to be elsewhere, or under another address."""
        if document.id not in self._turns:
            urls = {root(document.id), *(url for _, pages in document.effective for url, _ in pages or ())}
            days = self._turns_of(*urls)
            self._turns[document.id] = days.union(day for day, _ in document.effective)
        return self._turns[document.id]

    def _turns_of(self, *urls: str) -> frozenset[date]:
        """The days on which the texts of pages begin and end."""
        texts = (text for url in urls for text in self._places.texts.get(url, ()))
        return frozenset(day for text in texts for day in (text.start, text.end) if day is not None)

    def _split(self, url: str) -> tuple[DocumentPlaces | None, list[str]]:
        """The document that an address is in, and the steps of the provision."""
        first, *rest = [unquote(step) for step in url.removesuffix("/").split("/")]
        if first in self._roots:
            return self._roots[first], rest
        letters = next((first[:end] for end in range(len(first), 0, -1) if first[:end] in self._roots), "")
        return self._roots.get(letters), [first, *rest]


def _edition(document: DocumentPlaces, day: date) -> OnPages | None:
    place = bisect_right(document.effective, day, key=_from) - 1
    return document.effective[place][1] if place >= 0 else None


def _from(places: tuple[date, object]) -> date:
    return places[0]


def _url(page: str, text: TextPlace) -> str:
    return f"{page}{text.start}/"


def _outwards(identifier: str) -> Iterator[str]:
    """It, and what it stands in by its name alone."""
    while identifier:
        yield identifier
        identifier = identifier.rpartition(".")[0]

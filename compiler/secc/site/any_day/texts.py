"""The distinct texts of each reading page, each with the days on which the page said it, and a page of its own."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from secc.site.any_day.model import Chronicle, DocumentChronicle, Edition, Page
from secc.site.any_day.tokens import root
from secc.site.patterns_days import ANCHOR


@dataclass(frozen=True, slots=True)
class Text:
    """What a reading page said from a day on, until another (not included); None where no end of it is known.

    `edition` is that of the document on the first day; `page` is the page in it.
    """

    document: DocumentChronicle
    edition: Edition
    page: Page
    start: date
    end: date | None

    @property
    def url(self) -> str:
        """Its own address, which never changes: `H14/2016-11-10/`."""
        return f"{self.page.url}{self.start}/"


Texts = dict[str, tuple[Text, ...]]
"""The texts of each page by its address, oldest first."""


def texts(chronicle: Chronicle) -> Texts:
    """Every text of every page. What leads elsewhere without a change of words is the same text."""
    found: dict[str, list[Text]] = {}
    for document in chronicle.documents:
        for text in _of(document):
            found.setdefault(text.page.url, []).append(text)
    return {url: tuple(sorted(each, key=_by_start)) for url, each in found.items()}


def text_on(found: Texts, url: str, day: date) -> Text | None:
    """The text that a page had on a day."""
    of_page = found.get(url, ())
    place = bisect_right(of_page, day, key=_by_start) - 1
    text = of_page[place] if place >= 0 else None
    return text if text is not None and (text.end is None or day < text.end) else None


def turns(document: DocumentChronicle, found: Texts) -> tuple[date, ...]:
    """The days from which a list of a document's pages, each with its text, may be another than before."""
    urls = {root(document.id), *(page.url for edition in document.editions for page in edition.pages)}
    days = days_of(text for url in urls for text in found.get(url, ()))
    return tuple(sorted(days.union(day for day, _ in document.effective)))


def days_of(found: Iterable[Text]) -> set[date]:
    """The days on which texts begin and end."""
    return {day for text in found for day in (text.start, text.end) if day is not None}


def _of(document: DocumentChronicle) -> Iterator[Text]:
    there: dict[str, tuple[object, Edition, Page, date]] = {}
    for day, number in document.effective:
        edition = document.editions[number] if number is not None else None
        now = (
            {page.url: (_said(document, edition, page), page) for page in edition.pages} if edition is not None else {}
        )
        for url in [each for each in there if each not in now or now[each][0] != there[each][0]]:
            _, old, page, start = there.pop(url)
            yield Text(document, old, page, start, day)
        for url, (said, page) in now.items():
            if url not in there and edition is not None:
                there[url] = (said, edition, page, day)
    for _, old, page, start in there.values():
        yield Text(document, old, page, start, None)


def _said(document: DocumentChronicle, edition: Edition, page: Page) -> object:
    """What a page says: its words, and for a page that lists others, which these are."""
    words = tuple(worded(document.pieces[each].html) for each in page.pieces)
    return (page.number, page.title, words, *((each.number, each.title, each.url) for each in below(edition, page)))


def below(edition: Edition, page: Page) -> Iterator[Page]:
    """The pages that stand below one, at any depth."""
    inside = False
    for each in edition.pages:
        if each is page:
            inside = True
        elif inside and each.depth <= page.depth:
            return
        elif inside:
            yield each


@lru_cache(maxsize=1 << 16)
def worded(html: str) -> str:
    """A piece without its links."""
    return ANCHOR.sub("", html)


def _by_start(text: Text) -> date:
    return text.start

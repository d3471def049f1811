"""The distinct texts of each reading page, each with the days on which the page said it, and a page of its own."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property, lru_cache

from msgspec import Struct

from secc.code.load import DocumentCache
from secc.site.any_day.model import Chronicle, DocumentChronicle, Edition, Page, ThroughTime
from secc.site.any_day.tokens import root
from secc.site.in_time.kept import latest
from secc.site.noted import digest_of
from secc.site.patterns_days import ANCHOR, IDENTIFIER


class Text(Struct, frozen=True):
    """What a reading page said from a day on, until another (not included); None where no end of it is known.

    `edition` is that of the document on the first day; `page` is the page in it. `digest` is that of all that the text
    can show of its document.
    """

    document: DocumentChronicle
    edition: Edition
    page: Page
    start: date
    end: date | None
    digest: bytes

    @property
    def url(self) -> str:
        """Its own address, which never changes: `H14/2016-11-10/`."""
        return f"{self.page.url}{self.start}/"

    def has(self, identifier: str) -> bool:
        """Whether something on it has an `id`."""
        pieces = (self.document.pieces[each] for each in self.page.pieces)
        return any(identifier in IDENTIFIER.findall(each.html) for each in pieces)


Texts = dict[str, tuple[Text, ...]]
"""The texts of each page by its address, oldest first."""


class _Found(Struct, frozen=True, array_like=True):
    """A text as it is kept, by the number of its edition and of its page there."""

    edition: int
    page: int
    start: date
    end: date | None
    digest: bytes


def texts(chronicle: Chronicle, cache: DocumentCache) -> Texts:
    """Every text of every page. What leads elsewhere without a change of words is the same text.

    Those of a document are kept, since to find them is to read all that it ever said.
    """
    found: dict[str, list[Text]] = {}
    for document in chronicle.documents:
        for text in _of(document, chronicle.recalled.documents[document.id].said, cache):
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


def _of(document: DocumentChronicle, said: ThroughTime, cache: DocumentCache) -> Iterator[Text]:
    kind = tuple[_Found, ...]
    for each in latest(cache, f"texts of {document.id}", said, kind, lambda: tuple(_Finding(document).texts())):
        edition = document.editions[each.edition]
        yield Text(document, edition, edition.pages[each.page], each.start, each.end, each.digest)


class _Finding:
    """Finds the texts of a document."""

    def __init__(self, document: DocumentChronicle) -> None:
        self._document = document
        self._editions: dict[int, bytes] = {}

    def texts(self) -> Iterator[_Found]:
        """All of them."""
        there: dict[str, tuple[object, int, int, date]] = {}
        for day, number in self._document.effective:
            now = dict(self._on(number)) if number is not None else {}
            for url in [each for each in there if each not in now or now[each][0] != there[each][0]]:
                _, edition, place, start = there.pop(url)
                yield self._found(edition, place, start, day)
            for url, said in now.items():
                if url not in there:
                    there[url] = (*said, day)
        for _, edition, place, start in there.values():
            yield self._found(edition, place, start, None)

    def _on(self, number: int) -> Iterator[tuple[str, tuple[object, int, int]]]:
        """What each page says in an edition, with the number of that and its own."""
        edition = self._document.editions[number]
        for place, page in enumerate(edition.pages):
            yield page.url, (self._said(edition, page), number, place)

    def _said(self, edition: Edition, page: Page) -> object:
        """What a page says: its words, and for a page that lists others, which these are."""
        words = tuple(worded(self._document.pieces[each].html) for each in page.pieces)
        return (page.number, page.title, words, *((each.number, each.title, each.url) for each in below(edition, page)))

    def _found(self, number: int, place: int, start: date, end: date | None) -> _Found:
        page = self._document.editions[number].pages[place]
        pieces = [self._pieces[each] for each in page.pieces]
        plain = [self._plain[each] for each in page.plain]
        shown = (page.url, start, end, place, self._edition(number), pieces, plain)
        return _Found(number, place, start, end, digest_of(shown))

    def _edition(self, number: int) -> bytes:
        """The digest of an edition: of the words on its pages, a text can show only its own."""
        if number not in self._editions:
            edition = self._document.editions[number]
            pages = [(each.url, each.path, each.number, each.title, each.depth) for each in edition.pages]
            said = (self._document.id, edition.title, edition.known_as, edition.digest, pages)
            self._editions[number] = digest_of(said)
        return self._editions[number]

    @cached_property
    def _pieces(self) -> Sequence[bytes]:
        return [*map(digest_of, self._document.pieces)]

    @cached_property
    def _plain(self) -> Sequence[bytes]:
        return [*map(digest_of, self._document.plain)]


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

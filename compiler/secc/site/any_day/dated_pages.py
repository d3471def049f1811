"""The pages of former, present and decided texts: one for each text that a reading page ever had.

A page leads to the texts that other provisions had on its first day, and says nothing that changes later but the day
on which its text ended, and what came after.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from msgspec.structs import replace

from secc.document.typography import curled
from secc.site.any_day.beside import Beside
from secc.site.any_day.model import Page
from secc.site.any_day.stays import Stay
from secc.site.any_day.texts import Text, below
from secc.site.any_day.tokens import resolved, root
from secc.site.any_day.versions_then import VersionThen
from secc.site.any_day.views import DatedView, TextView
from secc.site.any_day.ways import Ways
from secc.site.naming import up
from secc.site.views import EntryView, HeadingView, LinkView
from secc.timeline.dates import printed_day


class DatedPages:
    """Makes the views of texts, of which nobody is asked for what is in their own document but for days."""

    def __init__(self, ways: Ways, beside: Beside, versions: Mapping[date, VersionThen]) -> None:
        self._ways = ways
        self._beside = beside
        self._versions = versions

    def view(self, text: Text) -> DatedView:
        """A text on its page."""
        page, url = text.page, text.url
        around = list(text.edition.pages)
        place = around.index(page)
        near = self._ways.near[text.start, page.url]
        return DatedView(
            name=page.number or page.title,
            title=f"{page.number} {page.title}".strip(),
            heading=_heading(text),
            article=self._article(text),
            of=text.document.id.printed,
            document=str(text.document.id),
            page=page.url,
            day=text.start.isoformat(),
            from_words=printed_day(text.start),
            until=text.end.isoformat() if text.end is not None else "",
            until_words=printed_day(text.end - timedelta(days=1)) if text.end is not None else "",
            crumbs=tuple(self._crumbs(text)),
            listed=tuple(EntryView(self._link(each, text)) for each in below(text.edition, page)),
            statuses=self._beside.statuses(text),
            asides=self._beside.said(text),
            texts=(*_next(near.next, url), *text_views(near.so_far, url)),
            previous=self._step(around[place - 1], text) if place else None,
            next=self._step(around[place + 1], text) if place + 1 < len(around) else None,
            digest=text.edition.digest,
            version=self._versions[text.start].html(url),
        )

    def _article(self, text: Text) -> str:
        html = "".join(self._beside.piece(text, each) for each in text.page.pieces)
        day, home, links = text.start, up(text.url), self._ways.links
        return resolved(html, lambda target: home + links[day, target], home)

    def _crumbs(self, text: Text) -> Iterator[LinkView]:
        """The list of the day's pages, and the pages above this one."""
        yield LinkView(f"{up(text.url)}as-at/{text.start}/", "", printed_day(text.start))
        first = text.edition.pages[0]
        for page in text.edition.pages:
            if page is text.page:
                return
            if page is first or (text.page.url.startswith(page.url) and page.url != root(text.document.id)):
                yield self._link(page, text)

    def _link(self, page: Page, text: Text) -> LinkView:
        """To the text that another page of the document had on the first day of a text."""
        return LinkView(up(text.url) + self._ways.texts[text.start, page.url], page.number, curled(page.title))

    def _step(self, page: Page, text: Text) -> LinkView:
        """The same; of a text that began on another day, from which."""
        link = self._link(page, text)
        since = date.fromisoformat(self._ways.texts[text.start, page.url].removeprefix(page.url).removesuffix("/"))
        return link if since == text.start else replace(link, words=f"{link.words}, from {printed_day(since)}")


def _heading(text: Text) -> HeadingView | None:
    """A document's own heading is not in its pieces."""
    if text.page.path:
        return None
    return HeadingView(text.page.number, text.edition.title, text.edition.known_as)


def text_views(texts: Sequence[Text | Stay], url: str, fragment: str = "") -> tuple[TextView, ...]:
    """The texts of a page, the latest first, as seen from a page; `fragment` is what in them is led to."""
    return tuple(TextView(_text_link(each, url, fragment), each.url == url) for each in reversed(texts))


def _next(text: Stay | None, url: str) -> Iterator[TextView]:
    """The text that came next, and not until when it held: so that what comes after that changes nothing here."""
    if text is not None:
        yield TextView(_text_link(text, url), here=False)


def _text_link(text: Text | Stay, url: str, fragment: str = "") -> LinkView:
    words = f"from {printed_day(text.start)}"
    if text.end is not None:
        words += f" to {printed_day(text.end - timedelta(days=1))}"
    return LinkView(f"{up(url)}{text.url}{fragment}", "", words)

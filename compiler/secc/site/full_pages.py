"""Whole documents, each on one page: to print, and to search in with the browser."""

from collections.abc import Iterator, Sequence
from functools import partial

from msgspec import Struct

from secc.ids import Address
from secc.render.html import to_html
from secc.render.html_runs import CALL_PREFIX, NOTE_PREFIX, fragment
from secc.site.in_time.page_changes import PageChanges
from secc.site.in_time.telling import Telling
from secc.site.in_time.views import ChangeView
from secc.site.made import LatePage, MadePage, Maker
from secc.site.plan import PlannedPage
from secc.site.seen import SeenFrom, ShownAt, Web
from secc.site.views import HeadingView

STEP = "full/"
_RANK = 2


class FullView(Struct, frozen=True):
    """A whole document, on one page; `url` is where it is read in parts, relative to the home page."""

    heading: HeadingView
    article_html: str
    url: str
    digest: str


def full_url(first: PlannedPage) -> str:
    """Where a document is whole: its own page, where that is all of it."""
    return first.url + STEP if first.below else first.url


def full_pages(
    documents: Sequence[PlannedPage],
    web: Web,
    telling: Telling | None,
    maker: Maker,
    changes: PageChanges | None,
) -> Iterator[LatePage]:
    """The pages of the documents that have several. `changes` says when a document next changes."""
    for first in documents:
        if first.below:
            change = changes.of_document(first.document.id) if changes is not None else None
            title = f"{first.number} {first.title}".strip()
            yield maker.late(full_url(first), title, partial(_page, first, web, telling, maker, change))


def _page(first: PlannedPage, web: Web, telling: Telling | None, maker: Maker, change: ChangeView | None) -> MadePage:
    url, document = full_url(first), first.document

    def status(address: Address, seen: SeenFrom) -> str:
        told = telling.status(address, seen) if telling is not None else ""
        return f'<div class="beside">\n{told}</div>\n' if told else ""

    html = to_html(document.parts, _Whole(web, url, document.id, status), _RANK)
    heading = HeadingView(first.number, first.title, document.known_as)
    view = FullView(heading, html.text, first.url, document.digest)
    title = f"{first.number} {first.title}".strip()
    description = f"The whole of {document.id.printed} of the {maker.theme.facts.title} on one page."
    return maker.page(url, title, description, "full.html", {"page": view, "change": change}, html.identifiers)


class _Whole(ShownAt, frozen=True):
    """The surroundings of a whole document: what it refers to in itself is on this page."""

    def provision(self, address: Address) -> str:
        """The link to a provision."""
        identifier = self.identifier(address)
        if identifier and address.document == self.document:
            return f"#{identifier}"
        return self._to(self.web.addresses.places.get(address))

    def footnote(self, label: str) -> str:
        """The link to a footnote's text."""
        known = (self.document, label) in self.web.addresses.footnotes
        return f"#{NOTE_PREFIX}{fragment(label)}" if known else ""

    def call(self, label: str) -> str:
        """The link to where a footnote is called."""
        known = (self.document, label) in self.web.addresses.calls
        return f"#{CALL_PREFIX}{fragment(label)}" if known else ""

"""The pages of documents, from their plan."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from secc.document.model import DisplayDocument
from secc.ids import Address
from secc.render.html import Entry, Html, to_html
from secc.site.apparatus import Apparatus
from secc.site.full_pages import full_url
from secc.site.in_time.telling import Telling
from secc.site.labels import short
from secc.site.naming import up
from secc.site.pdf_files import pdf_url
from secc.site.plan import PlannedPage
from secc.site.seen import SeenFrom, ShownAt, Web
from secc.site.views import DocumentPageView, EntryView, HeadingView, LinkView, by_document

_BELOW = 2
"""How many ranks of headings a table of contents shows."""


class DrawnPage(Struct, frozen=True):
    """A page whose article is made: what it was planned as, and the HTML."""

    plan: PlannedPage
    html: Html


class Said(Struct, frozen=True):
    """What the site has to say of provisions; `telling` is None where nothing is known of time.

    `with_pdf` says whether there is a PDF of each document.
    """

    cited: Mapping[Address, tuple[Address, ...]]
    telling: Telling | None = None
    with_pdf: bool = False


class DocumentPages:
    """Draws the pages of documents, each when it is first asked for."""

    def __init__(self, documents: Sequence[PlannedPage], web: Web, said: Said) -> None:
        self._web = web
        self._said = said
        self._apparatus = Apparatus(said.cited, said.telling)
        self._firsts = {first.document.id: first for first in documents}
        self._drawn: dict[str, DrawnPage] = {}
        pages = [page for first in documents for page in first.walk()]
        self._around = {
            page.url: (before, after)
            for before, page, after in zip((None, *pages), pages, (*pages[1:], None), strict=False)
        }

    def drawn(self, page: PlannedPage) -> DrawnPage:
        """A page with its article."""
        if page.url not in self._drawn:
            around = ShownAt(self._web, page.url, page.document.id, self._apparatus)
            self._drawn[page.url] = DrawnPage(page, to_html(page.parts, around, _rank(page)))
        return self._drawn[page.url]

    def view(self, page: PlannedPage) -> DocumentPageView:
        """What the template is given for a page."""
        seen = SeenFrom(self._web, page.url, page.document.id)
        viewing = _Viewing(self.drawn(page), self._firsts[page.document.id], self, self._said, seen)
        return viewing.view(*self._around[page.url])


def _rank(page: PlannedPage) -> int:
    """A document's own heading is the template's, so that its article begins a rank lower."""
    return 1 if page.address.path else 2


class _Viewing(Struct, frozen=True):
    page: DrawnPage
    first: PlannedPage
    pages: DocumentPages
    said: Said
    seen: SeenFrom

    def view(self, before: PlannedPage | None, after: PlannedPage | None) -> DocumentPageView:
        plan, telling = self.page.plan, self.said.telling
        return DocumentPageView(
            name=plan.number or plan.title,
            heading=None if plan.address.path else _heading(plan.document, plan),
            article=self.page.html.text,
            crumbs=tuple(self._crumbs()),
            document=self._link(self.first),
            contents=tuple(self._contents()),
            listed=tuple(EntryView(self._link(page), self._headings(page)) for page in plan.below),
            cited=tuple(by_document(self.said.cited.get(plan.address, ()), self.seen)),
            previous=self._link(before) if before is not None else None,
            next=self._link(after) if after is not None else None,
            digest=plan.document.digest,
            pdf=up(plan.url) + pdf_url(self.first) if self.said.with_pdf else "",
            full=up(plan.url) + full_url(self.first) if self.first.below else "",
            status=telling.status(plan.address, self.seen) if telling is not None else "",
            has_status=telling is not None and telling.has_status(plan.address),
            elsewhere=tuple(self._elsewhere()),
            history=tuple(telling.lines(plan.address, self.seen)) if telling is not None else (),
        )

    def _elsewhere(self) -> Iterator[LinkView]:
        """The provisions on the page with a status of their own."""
        plan = self.page.plan
        telling = self.said.telling
        for address in telling.with_status(plan.document.id) if telling is not None else ():
            place = self.seen.web.addresses.places.get(address)
            if place is not None and place.url == plan.url and address != plan.address:
                yield LinkView(place.seen_from(plan.url), "", short(address))

    def _crumbs(self) -> Iterator[LinkView]:
        """The home page and the pages above this one."""
        yield LinkView(up(self.page.plan.url), "", "Contents")
        for page in self.first.walk():
            if page is not self.page.plan and self.page.plan in page.walk():
                yield self._link(page)

    def _contents(self) -> Iterator[EntryView]:
        """The contents of the document: its pages, or, where it is one page, its headings.

        None for the page that lists the others itself.
        """
        if not self.first.below:
            yield from self._own_contents()
        elif self.page.plan is self.first:
            return
        for page in self.first.below:
            if self.page.plan is page:
                yield EntryView(self._link(page), (*self._pages(page), *self._headings(page)), "page")
            elif self.page.plan in page.walk():
                yield EntryView(self._link(page), self._pages(page), "true")
            else:
                yield EntryView(self._link(page))

    def _own_contents(self) -> Iterator[EntryView]:
        entries = self.page.html.outline
        top = min((entry.rank for entry in entries), default=0)
        for place, entry in enumerate(entries):
            if entry.rank == top:
                below = []
                for each in entries[place + 1 :]:
                    if each.rank == top:
                        break
                    below.append(each)
                yield EntryView(self._to(self.page.plan, entry), tuple(self._some(self.page.plan, below)))

    def _pages(self, page: PlannedPage) -> tuple[LinkView, ...]:
        return tuple(self._link(each) for each in page.below)

    def _headings(self, page: PlannedPage) -> tuple[LinkView, ...]:
        """The headings of a page below its own."""
        return tuple(self._some(page, self.pages.drawn(page).html.outline[1:]))

    def _some(self, page: PlannedPage, entries: Sequence[Entry]) -> Iterator[LinkView]:
        top = min((entry.rank for entry in entries), default=0)
        for entry in entries:
            if entry.rank < top + _BELOW - 1:
                yield self._to(page, entry)

    def _link(self, page: PlannedPage) -> LinkView:
        return LinkView(up(self.page.plan.url) + page.url, page.number, page.title, here=page is self.page.plan)

    def _to(self, page: PlannedPage, entry: Entry) -> LinkView:
        href = "" if page is self.page.plan else up(self.page.plan.url) + page.url
        return LinkView(f"{href}#{entry.identifier}", entry.number, entry.words)


def _heading(document: DisplayDocument, page: PlannedPage) -> HeadingView:
    return HeadingView(page.number, page.title, document.known_as)

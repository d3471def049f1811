"""The next day on which what a page says changes: of its own words or their effect, not of the Code as a whole."""

from collections.abc import Iterable
from datetime import date

from secc.document.parts import address_of, all_parts
from secc.document.typography import curled
from secc.ids import Address, DocumentId
from secc.site.any_day.stays import Stays
from secc.site.in_time.making import TimePages
from secc.site.in_time.upcoming import next_days
from secc.site.in_time.views import ChangeView, change_view
from secc.site.noted import Notes
from secc.site.plan import PlannedPage
from secc.site.terms import TermPage
from secc.timeline.dates import printed_day


class PageChanges:
    """When pages next change. `stays` are the texts of reading pages, by their addresses."""

    def __init__(self, in_time: TimePages, stays: Stays, notes: Notes) -> None:
        self._account = in_time.account
        self._stories = in_time.stories
        self._stays = stays
        self._documents = notes.of("next days", next_days(in_time.moment), DocumentId)

    def of_document(self, document: DocumentId) -> ChangeView | None:
        """Of a whole document."""
        return change_view(self._documents.get(document), document.printed)

    def of_page(self, page: PlannedPage) -> ChangeView | None:
        """Of a reading page; the first of a document tells of all of it."""
        if not page.address.path:
            return self.of_document(page.document.id)
        inside = (address_of(part) for part in all_parts(page.parts))
        days = [*self._of(each for each in (page.address, *inside) if each is not None), *self._starts(page.url)]
        return change_view(min(days, default=None), curled(page.address.printed))

    def of_term(self, page: TermPage) -> ChangeView | None:
        """Of what a term means."""
        terms = [meaning.term for meaning in page.meanings]
        given = [term.given for term in terms if term.given is not None]
        days = self._of([*(term.address for term in terms), *given])
        return change_view(min(days, default=None), "what is said here")

    def since(self, url: str) -> str:
        """From which day a reading page has said what it says; empty where that is not known."""
        starts = [each.start for each in self._stays.get(url, ()) if self._account.has_come[each.start]]
        return printed_day(max(starts)) if starts else ""

    def _of(self, addresses: Iterable[Address]) -> list[date]:
        identities = {self._account.identities.get(address) for address in addresses}
        days = (self._stories.next_day(identity) for identity in identities if identity is not None)
        return [day for day in days if day is not None]

    def _starts(self, url: str) -> list[date]:
        """The days on which the page comes to say something else, or ends."""
        days = (day for each in self._stays.get(url, ()) for day in (each.start, each.end))
        return [day for day in days if day is not None and not self._account.has_come[day]]

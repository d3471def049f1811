"""The timeline: every day on which something changes, past and future, with what does."""

from collections.abc import Iterator
from datetime import date

from secc.ids import Address, DocumentId
from secc.site.in_time.moment import Moment
from secc.site.in_time.occurring import Happening, happenings
from secc.site.in_time.placing import Placing
from secc.site.in_time.register import Register
from secc.site.in_time.version_pages import version_link
from secc.site.in_time.views import DayOfChangeView, HappeningView
from secc.site.naming import up
from secc.site.views import LinkView, counted
from secc.timeline.dates import printed_day

URL = "timeline/"
_FEW = 8
"""So many documents are named; of more, how many they are."""


def days_of_change(moment: Moment, register: Register, placing: Placing, url: str) -> tuple[DayOfChangeView, ...]:
    """Every day, oldest first, as seen from a page."""
    versions = {entry.in_effect: entry for entry in moment.log}
    return tuple(
        DayOfChangeView(
            day.isoformat(),
            printed_day(day),
            version_link(versions[day], url) if day in versions else None,
            tuple(_views(of_day, register, placing, url)),
        )
        for day, of_day in happenings(moment).items()
    )


def is_to_come(day: DayOfChangeView, moment: Moment) -> bool:
    """Whether it is after the day that the site is of."""
    return date.fromisoformat(day.address) > moment.day


def _views(of_day: tuple[Happening, ...], register: Register, placing: Placing, url: str) -> Iterator[HappeningView]:
    for each in of_day:
        link = LinkView(up(url) + register.urls[each.instrument], "", register.title(each.instrument))
        documents = each.documents
        named = tuple(_document(document, placing, url) for document in documents) if len(documents) <= _FEW else ()
        what = counted(each.count, "paragraph") + ("" if named or not documents else f" on {len(documents)} documents")
        yield HappeningView(link, each.how, what, named)


def _document(document: DocumentId, placing: Placing, url: str) -> LinkView:
    place = placing.here(Address(document))
    return LinkView(up(url) + place if place else "", "", document.printed)

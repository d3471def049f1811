"""The timeline: every day on which something changes, past and future, with what does."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from secc.ids import Address, DocumentId
from secc.instruments.model import Vary
from secc.site.in_time.moment import Moment
from secc.site.in_time.occurring import FROM, UNTIL, Happening, happenings
from secc.site.in_time.placing import Placing
from secc.site.in_time.register import Register
from secc.site.in_time.version_pages import version_link
from secc.site.in_time.views import DayOfChangeView, HappeningView
from secc.site.naming import up
from secc.site.views import LinkView, counted
from secc.timeline.applying import is_wording
from secc.timeline.dates import printed_day
from secc.timeline.occurrences import Occurrence
from secc.timeline.scopes import Extent

URL = "timeline/"
_FEW = 8
"""So many documents are named; of more, how many they are."""


def days_of_change(moment: Moment, register: Register, placing: Placing, url: str) -> tuple[DayOfChangeView, ...]:
    """Every day, oldest first, as seen from a page."""
    return views_of_days(happenings(moment), moment, register, placing, url)


def views_of_days(
    days: Iterable[date], moment: Moment, register: Register, placing: Placing, url: str
) -> tuple[DayOfChangeView, ...]:
    """Some of these days, in their order."""
    versions, happening = {entry.in_effect: entry for entry in moment.log}, happenings(moment)
    return tuple(
        DayOfChangeView(
            day.isoformat(),
            printed_day(day),
            version_link(versions[day], url) if day in versions else None,
            tuple(_views(day, happening[day], register, placing, url)),
        )
        for day in days
    )


def is_to_come(day: DayOfChangeView, moment: Moment) -> bool:
    """Whether it is after the day that the site is of."""
    return date.fromisoformat(day.address) > moment.day


def _views(
    day: date, of_day: tuple[Happening, ...], register: Register, placing: Placing, url: str
) -> Iterator[HappeningView]:
    for each in of_day:
        link = LinkView(up(url) + register.urls[each.instrument], "", register.title(each.instrument))
        documents = each.documents
        named = documents if len(documents) <= _FEW else ()
        places = (
            _changed(day, document) if day > date.min and _is_text(each, document) else _here(document, placing)
            for document in named
        )
        links = (
            LinkView(up(url) + place if place else "", "", of.printed) for of, place in zip(named, places, strict=True)
        )
        what = counted(each.count, "paragraph") + ("" if named or not documents else f" on {len(documents)} documents")
        yield HappeningView(link, each.how, what, tuple(links))


def _is_text(happening: Happening, document: DocumentId) -> bool:
    """Whether what happens certainly changes what a document says on that day, and not its effect alone."""
    named = happening.by_document.get(document)
    is_certain = happening.how in (FROM, UNTIL)
    return is_certain and (named is None or any(is_wording(each.action) or _is_for_all(each) for each in named))


def _is_for_all(each: Occurrence) -> bool:
    return isinstance(each.action, Vary) and each.extent == Extent()


def _changed(day: date, document: DocumentId) -> str:
    """Where a document is compared with what it said on the day before."""
    return f"compare/?doc={document}&from={day - timedelta(days=1)}&to={day}"


def _here(document: DocumentId, placing: Placing) -> str:
    return placing.here(Address(document))

"""The lists by which any day is found without a script: of the days, and of the pages that there were on each."""

from collections.abc import Iterator
from datetime import date, timedelta

from secc.site.any_day.model import Chronicle, Edition
from secc.site.any_day.places_on_day import PlacesOnDay
from secc.site.any_day.views import OnDayView, PeriodView
from secc.site.naming import up
from secc.site.views import LinkView, counted
from secc.timeline.dates import printed_day

FOLDER = "as-at/"


def day_url(day: date) -> str:
    """`as-at/2016-11-08/`."""
    return f"{FOLDER}{day}/"


def period_views(chronicle: Chronicle, to_home: str) -> Iterator[PeriodView]:
    """The days on which anything changed, the latest first, each with those on which nothing did."""
    ends = [*chronicle.days[1:], None]
    for day, end in reversed(list(zip(chronicle.days, ends, strict=True))):
        words = period_words(day, end)
        changed = sum(day in {start for start, _ in each.effective} for each in chronicle.documents)
        said = f"the text of {counted(changed, 'document')}" if changed else "what has effect, and no text"
        yield PeriodView(LinkView(to_home + day_url(day), "", words), said)


def period_words(day: date, end: date | None) -> str:
    """`8 November 2016 to 24 November 2016`."""
    if end is None:
        return f"from {printed_day(day)}"
    last = end - timedelta(days=1)
    return printed_day(day) if last == day else f"{printed_day(day)} to {printed_day(last)}"


def documents_on(chronicle: Chronicle, day: date, places: PlacesOnDay) -> Iterator[OnDayView]:
    """The documents that there were on a day, with their pages."""
    url = day_url(day)
    for document in chronicle.documents:
        edition = document.edition(day)
        if edition is not None:
            links = tuple(_links(edition, places, url))
            since = max(start for start, _ in document.effective if start <= day)
            name = LinkView(links[0].href, document.id.printed, edition.title)
            yield OnDayView(name, printed_day(since), since == day, links[1:])


def _links(edition: Edition, places: PlacesOnDay, url: str) -> Iterator[LinkView]:
    for page in edition.pages:
        text = places.text(page.url)
        if text is not None:
            yield LinkView(up(url) + text.url, page.number, page.title)

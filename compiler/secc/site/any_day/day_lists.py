"""The lists by which any day is found without a script: of the days, and of the pages that there were on each."""

from collections.abc import Iterator
from datetime import date, timedelta

from secc.site.any_day.listed import Listed, since
from secc.site.any_day.model import Chronicle, DocumentChronicle, Edition
from secc.site.any_day.texts import Texts, text_on
from secc.site.any_day.views import OnDayView, PeriodView
from secc.site.naming import up
from secc.site.theme import Theme
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
        said = (
            f"the text of {counted(changed, 'document')} changed" if changed else "what has effect changed, and no text"
        )
        yield PeriodView(LinkView(to_home + day_url(day), "", words), said)


def period_words(day: date, end: date | None) -> str:
    """`8 November 2016 to 24 November 2016`."""
    if end is None:
        return f"from {printed_day(day)}"
    last = end - timedelta(days=1)
    return printed_day(day) if last == day else f"{printed_day(day)} to {printed_day(last)}"


class DayLists:
    """Lists the documents of any day, with their pages, as HTML."""

    def __init__(self, chronicle: Chronicle, texts: Texts, theme: Theme) -> None:
        self._chronicle = chronicle
        self._texts = texts
        self._theme = theme
        self._listed = Listed(texts, self._made)

    def documents_on(self, day: date) -> str:
        """The documents that there were on a day."""
        listed = (self._listed.on(each, day) for each in self._chronicle.documents)
        found = [each for each in listed if each is not None]
        alone = len(found) == 1
        return "".join(
            self._draw(view, alone=alone, changed=view.since == day) if alone or view.since == day else drawn
            for view, drawn in found
        )

    def _made(self, document: DocumentChronicle, edition: Edition, day: date) -> tuple[OnDayView, str]:
        """A document, drawn as in most lists: not alone, and with a text that began before."""
        home = up(day_url(day))
        found = ((page, text_on(self._texts, page.url, day)) for page in edition.pages)
        links = tuple(LinkView(home + text.url, page.number, page.title) for page, text in found if text is not None)
        first = since(document, day)
        view = OnDayView(document.id.printed, edition.title, links[0].href, first, printed_day(first), links[1:])
        return view, self._draw(view, alone=False, changed=False)

    def _draw(self, view: OnDayView, *, alone: bool, changed: bool) -> str:
        context = {"document": view, "open": alone, "changed": changed}
        return self._theme.render("document-on-day.html", context) + "\n"

"""What pages of today are told of other texts: those of other days, those for some, and what can be laid over them."""

from collections.abc import Collection, Mapping

from msgspec import Struct

from secc.site.any_day.dated_pages import text_views
from secc.site.any_day.making import AnyDay
from secc.site.any_day.stays import Stays, stays
from secc.site.any_day.views import LayerView, ScopeView, TextView
from secc.site.noted import Computed, Later, Notes


class OnPages(Struct, frozen=True):
    """By the addresses of pages, noting what is asked: when they had what text, and what is ahead.

    `read_for` are those for whom they read otherwise on the day of the site.
    """

    stays: Stays
    ahead: Mapping[str, tuple[LayerView, ...]]
    read_for: Mapping[str, tuple[ScopeView, ...]]

    def texts_of(self, url: str) -> tuple[TextView, ...]:
        """The texts of a page, as a list."""
        return text_views(self.stays.get(url, ()), url)


def on_pages(any_day: AnyDay | None, urls: Collection[str], notes: Notes) -> OnPages:
    """What is told to the pages at some addresses; nothing where nothing is known of time."""
    if any_day is None:
        return OnPages({}, {}, {})
    return OnPages(
        notes.of("texts", Later(lambda: stays(any_day.texts)), str),
        notes.of("ahead", Computed(urls, any_day.ahead_of), str),
        notes.of("read for", Computed(urls, any_day.read_for), str),
    )

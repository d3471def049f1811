"""The pages that show what is data elsewhere: comparing, searching."""

from collections.abc import Iterator

from secc.site.any_day.making import COMPARE
from secc.site.any_day.manifest import MANIFEST
from secc.site.for_programs.beside import AlternateView
from secc.site.search.index import INDEX
from secc.site.search.making import PAGE as SEARCH


def elsewhere(url: str) -> Iterator[AlternateView]:
    """Where a program finds what such a page shows, relative to the home page; nothing of other pages."""
    if url == COMPARE:
        yield AlternateView("application/json", MANIFEST, "All texts of all days")
    elif url == SEARCH:
        yield AlternateView("application/json", INDEX, "The index of the search")

"""The pages that show what is data elsewhere: whole documents, comparing, searching."""

from collections.abc import Iterator, Mapping

from secc.site.any_day.making import COMPARE
from secc.site.any_day.manifest import MANIFEST
from secc.site.for_programs.beside import AlternateView
from secc.site.for_programs.placing import beside
from secc.site.search.index import INDEX
from secc.site.search.making import PAGE as SEARCH


def elsewhere(url: str, whole: Mapping[str, str]) -> Iterator[AlternateView]:
    """Where a program finds what such a page shows, relative to the home page; nothing of other pages.

    `whole` are the documents that have a page with all of them, by the address of that.
    """
    if url in whole:
        yield AlternateView("application/json", beside(whole[url], "json"), "Data")
        yield AlternateView("text/plain", beside(whole[url], "txt"), "Text")
    elif url == COMPARE:
        yield AlternateView("application/json", MANIFEST, "All texts of all days")
    elif url == SEARCH:
        yield AlternateView("application/json", INDEX, "The index of the search")

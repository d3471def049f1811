"""The files of the search, and its page."""

from collections.abc import Iterator, Sequence
from functools import partial

from secc.site.any_day.model import Chronicle
from secc.site.any_day.periods import Effect, periods
from secc.site.in_time.moment import Moment
from secc.site.made import MadePage, Maker
from secc.site.published import PublishedFile
from secc.site.search.index import index, known_names, names_of_terms
from secc.site.search.kept_words import Searched, all_searched
from secc.site.search.named import named, named_as_known
from secc.site.search.postings import postings
from secc.site.search.proposed import proposed
from secc.site.search.shards import shards

PAGE = "search/"
_WORDS, _PLACES, _NEXTS, _TERMS = 5_000, 12_000, 24_000, 8_000
"""How many characters a shard of each kind has, about."""


def search_files(chronicle: Chronicle, moment: Moment) -> Iterator[PublishedFile]:
    """The index, and the shards that it names."""
    found = all_searched(chronicle, moment.cache)
    return index_files(chronicle, moment.day.isoformat(), periods(moment), found)


def index_files(
    chronicle: Chronicle, today: str, effects: tuple[Effect, ...], documents: Sequence[Searched]
) -> Iterator[PublishedFile]:
    """The same of what is searched of each document, in the order of the chronicle."""
    found = [each.index for each in documents]
    known = postings(each.postings for each in documents)
    cut = {
        "words": shards("words", known.words, _WORDS),
        "places": shards("places", known.places, _PLACES),
        "nexts": shards("nexts", known.nexts, _NEXTS),
        "terms": shards("terms", named(chronicle.terms), _TERMS),
    }
    yield index(chronicle, today, found, known.lengths, effects, cut)
    yield names_of_terms(cut["terms"])
    yield known_names(named_as_known(chronicle.known_terms))
    yield proposed(chronicle)
    files = {each.file.url: each.file for of_kind in cut.values() for each in of_kind}
    yield from (files[url] for url in sorted(files))


def search_page(maker: Maker) -> MadePage:
    """The page with all results."""
    description = f"Search the {maker.theme.facts.title} as it was, is or will be on any day."
    draw = partial(maker.page, PAGE, "Search", description, "search.html", {"change": None})
    return maker.late(PAGE, "Search", draw)

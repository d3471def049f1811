"""Which feeds are made again: those of which an entry is another, with those that are kept with them."""

from datetime import date
from functools import partial

from secc.code.shared_cache import SharedCache
from secc.site.for_programs.atom import Entry, Feed, Publisher
from secc.site.for_programs.feed_groups import feed_groups
from secc.site.kept_files import KeptFiles
from secc.site.kept_pages import KeptPages
from secc.site.noted import Notes

DAY = date(2020, 1, 1)
PAGES = ("", "H/", "A/", "terms/meter/", "terms/party/", "terms/month/")


def feeds(titles: dict[str, str]) -> list[Feed]:
    entries = [Entry(page, titles.get(page, "so"), DAY, DAY, page, ()) for page in PAGES]
    return [Feed(each.url, each.url, partial(tuple, [each]), each) for each in entries]


def marks(cache: SharedCache, titles: dict[str, str], publisher: Publisher) -> dict[str, tuple[str, bytes]]:
    """By their addresses, what the feeds say, with the mark of all that each is written with."""
    kept = KeptFiles(KeptPages(cache, Notes(), ""))
    kept.recall()
    files = [each for group in feed_groups(feeds(titles), publisher) for each in kept.of(group)]
    found = {each.url: (each.recalled.batch.mark, each.contents) for each in files if each.recalled is not None}
    assert len(found) == len(PAGES)
    return found


def test_a_feed_is_as_its_entries_say_and_others_stay() -> None:
    cache, publisher = SharedCache(), Publisher("A Code", "AC", "", "", DAY)
    before = marks(cache, {}, publisher)
    after = marks(cache, {"terms/month/": "otherwise"}, publisher)
    assert {url for url in before if before[url] != after[url]} == {"terms/meter/feed.atom", "terms/month/feed.atom"}
    assert b"otherwise" in after["terms/month/feed.atom"][1]
    assert after == marks(SharedCache(), {"terms/month/": "otherwise"}, publisher)


def test_all_are_of_whose_they_are() -> None:
    cache = SharedCache()
    before, after = (marks(cache, {}, Publisher(title, "AC", "", "", DAY)) for title in ("A Code", "Another"))
    assert all(b"Another" in contents for _, contents in after.values())
    assert all(before[url] != after[url] for url in before)

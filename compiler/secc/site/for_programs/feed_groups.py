"""Which feeds are kept together: that of each page by itself, those of the terms under one letter."""

from collections.abc import Iterable, Iterator
from functools import partial

from secc.site.for_programs.atom import Feed, Publisher, to_atom
from secc.site.kept_files import FileGroup
from secc.site.made import LateFile
from secc.site.terms import FOLDER as TERMS


def feed_groups(feeds: Iterable[Feed], publisher: Publisher) -> Iterator[FileGroup]:
    """The files of feeds, which follow from what is in them, and from whose they are, alone."""
    groups: dict[str, list[Feed]] = {}
    for each in feeds:
        groups.setdefault(_together(each.page), []).append(each)
    for name, found in groups.items():
        files = [LateFile(each.url, partial(to_atom, each, publisher)) for each in found]
        own = (publisher, [(each.page, each.title, each.follows_from) for each in found])
        yield FileGroup(f"feeds {name}", partial(tuple, own), files)


def _together(page: str) -> str:
    """The address of a page; of a term, only as far as its first letter."""
    return page[: len(TERMS) + 1] if page.startswith(TERMS) else page

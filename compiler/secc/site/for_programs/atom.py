"""Atom feeds (RFC 4287), from entries: the same entries give the same bytes, and no clock is read."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from urllib.parse import quote, urlsplit

from msgspec import Struct

from secc.render.escaping import escape
from secc.site.naming import slug, up

NAME = "feed.atom"
MOST = 100
"""So many entries of a feed are kept, the latest."""

_NOT_IN_XML = dict.fromkeys(
    (*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF), "\ufffd"
)


class Entry(Struct, frozen=True):
    """An entry. `path` tells it from all others, for ever; `url` is its page, relative to the home page."""

    path: str
    title: str
    published: date
    updated: date
    url: str
    lines: tuple[str, ...]


class Publisher(Struct, frozen=True):
    """Whose feeds they are. `address` is where the site is, empty where that is not set; `since` the Code's first day.

    Identifiers are tag URIs (RFC 4151). Without an address their authority is a name that can never be anybody's.
    """

    title: str
    short: str
    notice: str
    address: str
    since: date

    def identifier(self, path: str) -> str:
        """The name of something for ever: `tag:example.org,2013-09-23:instruments/2016-11-08-dcc-live`."""
        authority = urlsplit(self.address).hostname or f"{slug(self.short)}.invalid"
        return f"tag:{authority},{self.since.isoformat()}:{quote(path, safe='/~')}"

    def link(self, url: str, seen_from: str) -> str:
        """A link from one address of the site to another: absolute where it is known where the site is."""
        return f"{self.address}{quote(url, safe='/~#')}" if self.address else up(seen_from) + quote(url, safe="/~#")


class Feed(Struct, frozen=True):
    """A feed beside the page at `page`, relative to the home page.

    `entries` gives what is in it, and `follows_from` is all that this follows from, but for the day of the site.
    """

    page: str
    title: str
    entries: Callable[[], Sequence[Entry]]
    follows_from: object

    @property
    def url(self) -> str:
        """Where it is."""
        return self.page + NAME


def to_atom(feed: Feed, publisher: Publisher) -> bytes:
    """The feed, its latest entries first."""
    entries = sorted(feed.entries(), key=lambda each: each.path)
    entries.sort(key=lambda each: each.updated, reverse=True)
    return "".join(_lines(feed, entries[:MOST], publisher)).encode()


def _lines(feed: Feed, entries: Sequence[Entry], publisher: Publisher) -> Iterator[str]:
    updated = max((each.updated for each in entries), default=publisher.since)
    yield '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">\n'
    yield _element("id", publisher.identifier(feed.url))
    yield _element("title", f"{feed.title} – {publisher.title}")
    yield _element("updated", _moment(updated))
    yield f"<author>{_element('name', publisher.title).rstrip()}</author>\n"
    yield _link("self", publisher.link(feed.url, feed.url), "application/atom+xml")
    yield _link("alternate", publisher.link(feed.page, feed.url), "text/html")
    if publisher.notice:
        yield _element("rights", publisher.notice)
    yield _element("generator", "secc")
    for each in entries:
        yield "<entry>\n"
        yield _element("id", publisher.identifier(each.path))
        yield _element("title", each.title)
        yield _element("published", _moment(each.published))
        yield _element("updated", _moment(each.updated))
        yield _link("alternate", publisher.link(each.url, feed.url), "text/html")
        yield _element("summary", "\n".join(each.lines) or each.title)
        yield "</entry>\n"
    yield "</feed>\n"


def _element(name: str, words: str) -> str:
    return f"<{name}>{xml_text(words)}</{name}>\n"


def _link(relation: str, href: str, kind: str) -> str:
    return f'<link rel="{relation}" type="{kind}" href="{xml_text(href)}"/>\n'


def xml_text(words: str) -> str:
    """Words as they stand in XML; what XML cannot say is replaced."""
    if not words.replace("\n", "").isprintable():  # as most are
        words = words.translate(_NOT_IN_XML)
    return escape(words)


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"

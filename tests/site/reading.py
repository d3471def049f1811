"""Reads pages as a browser does, as far as tests need it: elements with their attributes, in order."""

import json
import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser
from posixpath import normpath
from urllib.parse import unquote, urljoin, urlsplit

from secc.site.making import MadePage, MadeSite
from tests.export.reading import Table, table

SITE = "https://site.invalid/"
_TAG = re.compile(r'<(?:!doctype html>|/[a-z][a-z0-9]*>|([a-z][a-z0-9]*)((?: [a-z-]+(?:="[^"<]*")?)*)/?>)')
_ATTRIBUTE = re.compile(r' ([a-z-]+)(?:="([^"]*)")?')


@dataclass(frozen=True, slots=True)
class Element:
    """A start tag."""

    name: str
    attributes: Mapping[str, str]


def elements(html: str) -> list[Element]:
    """Every start tag of a page. Most pages are written so plainly that it is seen at once, which takes a fifth."""
    tags = list(_TAG.finditer(html))
    if len(tags) == html.count("<"):
        return [Element(tag[1], _attributes(tag[2])) for tag in tags if tag[1]]
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.found


def _attributes(written: str) -> dict[str, str]:
    pairs = _ATTRIBUTE.findall(written)
    found = {name: unescape(value) for name, value in pairs}
    assert len(found) == len(pairs), f"an attribute stands twice: {written}"
    return found


def links(page: MadePage) -> Iterator[str]:
    """Whatever a page leads to or fetches, as absolute addresses; the site is at `SITE`."""
    for element in elements(page.html):
        for name in ("href", "src"):
            if name in element.attributes:
                yield urljoin(SITE + page.url, element.attributes[name])


def identifiers(html: str) -> list[str]:
    """Every `id` of a page, in order."""
    return [element.attributes["id"] for element in elements(html) if "id" in element.attributes]


def places(site: MadeSite) -> dict[str, set[str]]:
    """Every address of a site, without its host, with the `id`s there."""
    found = {page.url: set(identifiers(page.html)) for page in site.pages}
    found.update({file.url: set() for file in site.files})
    for each in site.streamed:
        is_page = each.url.endswith("/index.html")
        url = each.url.removesuffix("index.html") if is_page else each.url
        found[url] = set(identifiers(each.contents.decode())) if is_page else set()
    return found


def without_data(pages: Iterable[str], files: Container[str]) -> list[str]:
    """The pages, by the paths of their files, that have not both JSON and text at their own addresses."""
    names = {page: page.removesuffix("/index.html").removesuffix(".html") for page in pages}
    return [page for page, name in names.items() if f"{name}.json" not in files or f"{name}.txt" not in files]


def split(link: str) -> tuple[str, str]:
    """The address of a link below the site, and its fragment."""
    parts = urlsplit(link)
    path = unquote(parts.path).removeprefix("/")
    assert not path or normpath(path) == path.rstrip("/"), f"{link} is not in its shortest form"
    return path, unquote(parts.fragment)


def linked_data(page: MadePage) -> Table:
    """What a page says of itself as JSON-LD."""

    class Reader(HTMLParser):
        inside, found = False, ""

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            self.inside = tag == "script" and dict(attrs).get("type") == "application/ld+json"

        def handle_data(self, data: str) -> None:
            self.found += data if self.inside else ""

        def handle_endtag(self, tag: str) -> None:
            self.inside = self.inside and tag != "script"

    reader = Reader()
    reader.feed(page.html)
    return table(json.loads(reader.found))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"an attribute stands twice: {self.get_starttag_text()}"
        self.found.append(Element(tag, {name: value or "" for name, value in attrs}))

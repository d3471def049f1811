"""Every link and fragment of the website of the sample leads somewhere."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from html import unescape
from urllib.parse import unquote, urljoin

from tests.site.codes import sample_site
from tests.site.reading import SITE

LINK = re.compile(r'<(?:a|link|img|script|form)\b[^>]*? (?:href|src|action)="([^"]*)"')
IDENTIFIER = re.compile(r' id="([^"]*)"')
ANY_DAY = "as-at/"
BY_HAND = ("about/",)
"""Pages that are written by hand: MkDocs checks the links to them."""


@cache
def pages() -> dict[str, str]:
    """Every page of the sample's website by its address."""
    site = sample_site()
    found = {each.url: each.html for each in site.pages}
    for each in site.streamed:
        if each.url.endswith("index.html"):
            found[each.url.removesuffix("index.html")] = each.contents.decode()
    return found


@cache
def files() -> frozenset[str]:
    """Every other file of it."""
    site = sample_site()
    return frozenset(each.url for each in (*site.files, *site.streamed) if not each.url.endswith("index.html"))


def broken(url: str, html: str, identifiers: Mapping[str, frozenset[str]]) -> Iterator[str]:
    """The links of a page that lead nowhere, or to another site without being its own words."""
    for link in dict.fromkeys(map(unescape, LINK.findall(html))):
        whole = urljoin(SITE + url, link)
        if not whole.startswith(SITE):
            continue
        path, _, fragment = whole.removeprefix(SITE).partition("#")
        path = unquote(path.partition("?")[0])
        if path in BY_HAND or (path.startswith(ANY_DAY) and path not in identifiers):
            continue
        if path not in identifiers and path not in files():
            yield f"{url} leads to {link}"
        elif fragment and unquote(fragment) not in identifiers.get(path, ()):
            yield f"{url} leads to {link}, where there is nothing of that name"


def test_every_link_and_fragment_leads_somewhere() -> None:
    identifiers = {url: frozenset(IDENTIFIER.findall(html)) for url, html in pages().items()}
    assert len(identifiers) > 5_000
    found = [each for url, html in pages().items() for each in broken(url, html, identifiers)]
    assert found == []


def test_a_link_that_leads_nowhere_is_found() -> None:
    there = {"H14/": frozenset({"H14.31"}), "": frozenset({"sections"})}
    html = '<a href="../H14/#H14.31">x</a> <a class="b" href="../#sections">x</a> <a href="https://e.org/">x</a>'
    assert list(broken("H15/", html, there)) == []
    assert list(broken("H15/", '<a href="../H99/">x</a>', there)) == ["H15/ leads to ../H99/"]
    assert len(list(broken("H15/", '<a href="../H14/#H14.99">x</a> <img src="none.svg">', there))) == 2

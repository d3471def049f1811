"""The map of the site for search engines (sitemaps.org), and robots.txt. A map needs the address of the site."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from typing import TypeAlias
from urllib.parse import quote

from secc.site.for_programs.atom import xml_text
from secc.site.made import LateFile

NAME = "sitemap.xml"
_MOST = 50_000
"""So many pages a map may have; a longer one is cut, with a map of the maps."""
_XMLNS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'
Changed: TypeAlias = Callable[[str], date | None]
"""The day on which the text of a page last changed, by its address; None where that is not known."""


def site_map(urls: Iterable[str], changed: Changed, address: str) -> Iterator[LateFile]:
    """The map of the pages at these addresses, and robots.txt, which names it.

    robots.txt alone where the address of the site is not known: a map has whole addresses and no others.
    """
    robots = "User-agent: *\nAllow: /\n"
    if address:
        yield from _maps(tuple(urls), changed, address)
        robots += f"Sitemap: {address}{NAME}\n"
    yield LateFile("robots.txt", robots.encode)


def _maps(urls: Sequence[str], changed: Changed, address: str) -> Iterator[LateFile]:
    parts = [urls[start : start + _MOST] for start in range(0, len(urls), _MOST)] or [()]
    names = [f"sitemap-{place}.xml" for place in range(1, len(parts) + 1)] if len(parts) > 1 else [NAME]
    for name, part in zip(names, parts, strict=True):
        yield LateFile(name, partial(_map, part, changed, address))
    if len(parts) > 1:
        yield LateFile(NAME, partial(_map_of_maps, names, address))


def _map(urls: Sequence[str], changed: Changed, address: str) -> bytes:
    lines = "".join(_line(url, changed(url), address) for url in urls)
    return f"{_DECLARATION}<urlset {_XMLNS}>\n{lines}</urlset>\n".encode()


def _map_of_maps(names: Sequence[str], address: str) -> bytes:
    lines = "".join(f"<sitemap><loc>{xml_text(address + name)}</loc></sitemap>\n" for name in names)
    return f"{_DECLARATION}<sitemapindex {_XMLNS}>\n{lines}</sitemapindex>\n".encode()


def _line(url: str, changed: date | None, address: str) -> str:
    since = f"<lastmod>{changed.isoformat()}</lastmod>" if changed is not None else ""
    return f"<url><loc>{xml_text(address + quote(url, safe='/~'))}</loc>{since}</url>\n"

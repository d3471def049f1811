"""The map of the site for search engines (sitemaps.org), and robots.txt. A map needs the address of the site."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from secc.site.for_programs.atom import xml_text
from secc.site.published import PublishedFile

NAME = "sitemap.xml"
_MOST = 50_000
"""So many pages a map may have; a longer one is cut, with a map of the maps."""
_XMLNS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'


@dataclass(frozen=True, slots=True)
class Mapped:
    """A page of the map, with the day on which its text last changed, where that is known."""

    url: str
    changed: date | None = None


def site_map(mapped: Iterable[Mapped], address: str) -> Iterable[PublishedFile]:
    """The map, and robots.txt which names it; robots.txt alone where the address of the site is not known."""
    robots = "User-agent: *\nAllow: /\n"
    if not address:
        return (PublishedFile("robots.txt", robots.encode()),)
    pages = tuple(mapped)
    parts = [pages[start : start + _MOST] for start in range(0, len(pages), _MOST)] or [()]
    robots_file = PublishedFile("robots.txt", f"{robots}Sitemap: {address}{NAME}\n".encode())
    if len(parts) == 1:
        return (PublishedFile(NAME, _map(parts[0], address)), robots_file)
    names = [f"sitemap-{place}.xml" for place in range(1, len(parts) + 1)]
    maps = (PublishedFile(name, _map(part, address)) for name, part in zip(names, parts, strict=True))
    whole = "".join(f"<sitemap><loc>{xml_text(address + name)}</loc></sitemap>\n" for name in names)
    index = f"{_DECLARATION}<sitemapindex {_XMLNS}>\n{whole}</sitemapindex>\n"
    return (PublishedFile(NAME, index.encode()), *maps, robots_file)


def _map(pages: Sequence[Mapped], address: str) -> bytes:
    lines = "".join(_line(page, address) for page in pages)
    return f"{_DECLARATION}<urlset {_XMLNS}>\n{lines}</urlset>\n".encode()


def _line(page: Mapped, address: str) -> str:
    changed = f"<lastmod>{page.changed.isoformat()}</lastmod>" if page.changed is not None else ""
    return f"<url><loc>{xml_text(address + quote(page.url, safe='/~'))}</loc>{changed}</url>\n"

"""What a reader's browser fetches before a page of the sample can be read, as hosts send it: compressed by gzip."""

import gzip
import re
from collections.abc import Mapping
from urllib.parse import urljoin

from tests.site.codes import sample_site
from tests.site.reading import SITE
from tests.site.test_links import pages

NEEDED = re.compile(r'<(?:script|link)\b[^>]*? (?:src|href)="([^"]+\.(?:js|css))"')
USED = re.compile(rb'(?:from|import) ?"\./([^"]+\.js)"')
USUAL, MOST = 40_000, 100_000


def sent(contents: bytes) -> int:
    return len(gzip.compress(contents, 6))


def with_used(url: str, assets: Mapping[str, bytes]) -> set[str]:
    """A script or style sheet, and the scripts that it uses, at once or through others."""
    found, open_ = {url}, [url]
    while open_:
        for name in USED.findall(assets[open_.pop()]):
            used = f"assets/{name.decode()}"
            if used not in found:
                found.add(used)
                open_.append(used)
    return found


def test_a_page_is_light() -> None:
    """But for whole documents, which a reader asks for."""
    assets = {each.url: each.contents for each in sample_site().files if each.url.endswith((".js", ".css"))}
    weights = {url: sent(contents) for url, contents in assets.items()}
    found: dict[str, int] = {}
    for url, html in pages().items():
        if url.startswith("id/") or url.endswith("/full/"):
            continue
        named = {urljoin(SITE + url, link).removeprefix(SITE) for link in NEEDED.findall(html)}
        needed = {each for link in named for each in with_used(link, assets)}
        found[url] = sent(html.encode()) + sum(weights[each] for each in needed)
    in_order = sorted(found.values())
    assert len(in_order) > 3_000
    assert in_order[int(len(in_order) * 0.95)] <= USUAL
    heaviest = max(found, key=lambda url: found[url])
    assert found[heaviest] <= MOST, heaviest

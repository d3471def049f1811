"""What a reader's browser fetches before a page of the sample can be read, as hosts send it: compressed by gzip."""

import gzip
import re
from collections.abc import Mapping
from urllib.parse import urljoin

from tests.site.codes import made, sample_site
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


def test_the_page_of_a_term_stays_light_however_many_provisions_use_it() -> None:
    """It leads to each page on which they are read, with how many there are; its text names all of them."""
    terms = 'section A: Terms\n\n# A1 Terms\n\nA1.1 In this Code:\n\n  define "Device" means a thing.\n'
    numbers = [f"B{part}.{number}" for part in range(1, 61) for number in range(1, 51)]
    clauses = [f"# B{each.removesuffix('.1')[1:]} Part\n\n" * each.endswith(".1") + each for each in numbers]
    section = "section B: Duties\n\n" + "".join(f"{each} Each Device shall be kept.\n\n" for each in clauses)
    many = made({"sections/A.sec": terms, "sections/B.sec": section})
    page = next(each.html for each in many.pages if each.url == "terms/device/")
    assert sent(page.encode()) < 4_000
    listed = page.partition('<dl class="references">')[2].partition("</dl>")[0]
    assert listed.count('<a class="ref"') == 60
    assert '<a class="ref" href="../../B60/#B60.1">B60.1 to B60.50 (50)</a>' in listed
    assert "Used in 3,000 provisions" in page
    assert '<a href="../../terms/device.txt">' in page
    words = next(each.contents.decode() for each in many.streamed if each.url == "terms/device.txt")
    named = words.partition("\nUsed in 3,000 provisions:\n\n")[2].splitlines()
    assert named == [f"  Section {each}" for each in numbers]


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

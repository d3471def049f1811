"""A Code whose every author meant harm, in time: what it says is shown on every kind of page, and does nothing."""

import json
import re
from functools import cache
from io import BytesIO
from urllib.parse import urljoin

from lxml import etree
from msgspec.structs import replace
from pypdf import PdfReader

from secc.code.load import NoCache
from secc.history import Memory
from secc.site.making import MadeSite
from secc.site.sources import open_sources
from tests.site.assembled import Pack
from tests.site.codes import made_of
from tests.site.hostile import TODAY as HOSTILE_DAY
from tests.site.hostile import hostile_files, hostile_history
from tests.site.reading import SITE, Element, elements

LINKED = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)

# Elements and attributes by which a page could run, fetch or change anything; none of the site's own pages has them.
HARMFUL = frozenset(
    ("iframe", "object", "embed", "applet", "frame", "style", "base", "svg", "video", "audio", "template")
)
HARMFUL_ATTRIBUTES = frozenset("style srcdoc formaction ping background data".split())


def harmful(html: str, url: str = "") -> list[Element]:
    """Elements that could do anything but be read."""
    return [each for each in elements(html) if _does_harm(each, url)]


def _does_harm(element: Element, url: str) -> bool:
    """Whether it runs, fetches or sends anything, but for the site's own scripts, and an identity's way on."""
    names = element.attributes.keys()
    if element.name in HARMFUL or HARMFUL_ATTRIBUTES & names or any(name.startswith("on") for name in names):
        return True
    if element.name == "script":
        own = element.attributes.get("src", "").rpartition("/")[0].endswith("assets")
        return not own and element.attributes.get("type") != "application/ld+json"
    if element.name == "meta" and element.attributes.get("http-equiv") == "refresh":
        return not url.startswith("id/")
    to = (element.attributes.get(name, "") for name in ("href", "src", "action", "xlink:href"))
    return any(not urljoin(SITE, each.strip()).startswith((SITE, "https://")) for each in to)


@cache
def in_time() -> MadeSite:
    return hostile_history()


def pages_in_time() -> dict[str, str]:
    """Every page of it, of today, of other days, of identities, by its address."""
    found = {each.url: each.html for each in in_time().pages}
    streamed = [each for each in in_time().streamed if each.url.endswith("index.html")]
    return found | {each.url.removesuffix("index.html"): each.contents.decode() for each in streamed}


def test_no_page_of_a_hostile_history_does_harm() -> None:
    found = pages_in_time()
    kinds = ("A1.2/", "terms/device/", "instruments/2021-02-01-second/", "A1/2020-01-01/", "as-at/2021-02-01/", "id/")
    assert all(any(url.startswith(kind) for url in found) for kind in kinds)
    assert {url: harmful(html, url) for url, html in found.items() if harmful(html, url)} == {}


def test_what_is_harmful_is_found() -> None:
    for said in (
        "<a href='javascript:alert(1)'>",
        "<p onclick='x'>",
        "<svg>",
        "<script>x</script>",
        "<base href='//e'>",
    ):
        assert len(harmful(said)) == 1, said
    assert harmful('<a href="../H14/">x</a><script src="../assets/x.js"></script>') == []


def test_what_looks_like_a_template_is_shown_as_it_is_written() -> None:
    html = pages_in_time()["instruments/2021-03-15-for-some/"]
    assert "alert(46)&gt; {{ 7 * 7 }}" in html
    assert "{% raw %}${7*7}&lt;!ENTITY" in html


def test_redlines_of_a_hostile_history_show_its_words_as_words() -> None:
    html = pages_in_time()["A1.2/"]
    assert {"ins", "del"} <= {each.name for each in elements(html)}
    for number in (9, 11, 12, 13, 14, 16, 17, 18):
        assert f"alert({number})" in html
        assert f"alert(9{number})" in html


def test_no_pack_of_a_hostile_history_does_harm() -> None:
    """Its HTML goes into pages by way of scripts: pieces of text, and the words of effects."""
    (contents,) = [each.contents for each in in_time().files if each.url.startswith("api/pack/")]
    pack = Pack(contents)
    said = [*pack.pieces, *(words for _, _, words in pack.value["said"])]
    assert len(said) > 10
    assert [each for each in said if harmful(each.replace('"~/', '"/').replace('"^/', '"/'))] == []
    assert any("alert(9" in each for each in said)


def test_no_feed_of_a_hostile_history_does_harm() -> None:
    feeds = [each for each in in_time().streamed if each.url.endswith("feed.atom")]
    assert len(feeds) > 3
    for feed in feeds:
        tree = etree.fromstring(feed.contents)
        for each in tree.iter("{http://www.w3.org/2005/Atom}*"):
            if each.get("type") == "html":
                assert harmful(each.text or "") == [], feed.url
            for name in ("href", "src"):
                assert urljoin(SITE, each.get(name, "")).startswith((SITE, "https://", "tag:")), feed.url


def test_linked_data_ends_no_element() -> None:
    """JSON that stands in a script element: whatever it says, the element ends where it should, and it can be read."""
    found = [LINKED.findall(html) for html in pages_in_time().values()]
    said = [json.loads(each) for of_page in found for each in of_page]
    assert any("<script>alert(43)</script>" in str(each) for each in said)
    assert all("<" not in each for of_page in found for each in of_page)


def test_links_of_pdfs_lead_to_the_web_alone() -> None:
    sources = open_sources(Memory(hostile_files()), NoCache(), HOSTILE_DAY)
    (made,) = [each.contents for each in made_of(replace(sources, with_pdf=True)).streamed if each.url == "A.pdf"]
    pdf = PdfReader(BytesIO(made))
    found = [each.get_object() for page in pdf.pages for each in page.get("/Annots") or ()]
    actions = [each["/A"] for each in found if "/A" in each]
    assert found
    assert {str(each["/S"]) for each in actions} <= {"/URI", "/GoTo"}
    assert all(str(each.get("/URI", "https://")).startswith("https://") for each in actions)
    assert not {"/OpenAction", "/AA"} & pdf.root_object.keys()
    assert b"/JavaScript" not in made

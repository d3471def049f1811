"""Feeds are valid, and follow the days of the instruments and no clock; the map of the site has its pages."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from urllib.parse import quote, urljoin

import pytest
from lxml import etree
from rnc2rng import dumps, load

from secc.code.load import NoCache
from secc.code.settings import read_settings
from secc.diagnostics import CannotProceed
from secc.history import Memory
from secc.site.for_programs.atom import xml_text
from secc.site.for_programs.site_map import site_map
from secc.site.made import MadeSite
from secc.site.sources import open_sources
from tests.site.codes import HOSTILE, files, made, made_of, sample_site
from tests.site.history import INSTRUMENTS, history_files, site
from tests.site.reading import SITE
from tests.site.words_on_pages import site_of, tree_of

ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def feeds(site: MadeSite) -> dict[str, etree._Element]:
    return {each.url: etree.fromstring(each.contents) for each in site.streamed if each.url.endswith("feed.atom")}


def entries(feed: etree._Element) -> list[dict[str, str]]:
    return [
        {str(child.tag).removeprefix(ATOM): str(child.text or child.get("href", "")) for child in each}
        for each in feed.findall(f"{ATOM}entry")
    ]


def addressed(address: str, as_at: str = "2021-04-01") -> MadeSite:
    """The site with a history, at an address."""
    sources = history_files()
    sources["code.toml"] += f'[site]\naddress = "{address}"\nas-at = {as_at}\n'.encode()
    return made_of(open_sources(Memory(sources), NoCache()))


_KINDS: dict[str, Callable[[], MadeSite]] = {
    "history": site,
    "addressed": lambda: addressed("https://e.org/code"),
    "hostile": lambda: made(HOSTILE),
    "sample": sample_site,
}
_ADDRESSES = ("https://e.org/code/", "https://smart-energy-code.example/")


def test_what_is_recorded_and_what_takes_effect_by_day() -> None:
    said = [(each["updated"][:10], each["title"]) for each in entries(feeds(site())["feed.atom"])]
    assert said == [
        ("2021-04-01", "Recorded: A proposal"),
        ("2021-03-01", "What comes later: is to have effect from 1 June 2022"),
        ("2021-03-01", "Recorded: What comes later"),
        ("2021-02-01", "All <i>meters</i>: has effect from 1 February 2021"),
        ("2021-02-01", "All <i>meters</i>: ends on this day at the latest, 31 December 2022"),
        ("2021-02-01", "Recorded: All <i>meters</i>"),
        ("2021-02-01", "Version 2.0, in effect from 1 February 2021"),
        ("2020-01-01", "Designation of the Code: has effect from 1 January 2020"),
        ("2020-01-01", "Recorded: Designation of the Code"),
        ("2020-01-01", "Version 1.0, in effect from 1 January 2020"),
    ]


def test_what_is_consulted_on_is_called_as_on_its_page() -> None:
    (recorded,) = (each for each in entries(feeds(site())["feed.atom"]) if each["title"] == "Recorded: A proposal")
    assert recorded["summary"] == "Consultation, in consultation"
    (listed,) = (each.contents.decode() for each in site().streamed if each.url == "in-flight.txt")
    assert "A proposal (consultation, in consultation; 2021-04-01-proposal)" in listed


def test_what_is_to_come_is_renewed_on_its_day() -> None:
    before, after = (entries(feeds(site(day))["feed.atom"]) for day in (date(2021, 4, 1), date(2022, 6, 1)))
    (one,), (other,) = ([each for each in found if "What comes later: " in each["title"]] for found in (before, after))
    assert one["id"] == other["id"]
    assert (one["updated"], other["updated"]) == ("2021-03-01T00:00:00Z", "2022-06-01T00:00:00Z")
    assert other["title"] == "What comes later: has effect from 1 June 2022"


def test_a_document_and_a_term_have_their_own() -> None:
    of_section = entries(feeds(site())["H/feed.atom"])
    assert [each["title"] for each in of_section] == [
        "Section H, 1 June 2022: What comes later",
        "Section H, 1 February 2021: All <i>meters</i>",
        "Section H, 31 December 2022: All <i>meters</i>",
        "Section H, 1 January 2020: Designation of the Code",
    ]
    assert "Inserted: H1.4" in of_section[0]["summary"]
    of_term = feeds(sample_site())["terms/user-role/feed.atom"]
    name = "tag:smart-energy-code.example,2013-09-23:terms/user-role/"
    assert all(each["id"].startswith(name) for each in entries(of_term))
    changed = [url for url, feed in feeds(sample_site()).items() if url.startswith("terms/") and entries(feed)]
    assert len(changed) > 40


def test_what_is_taken_out_is_told_in_its_own_feed() -> None:
    """And so that nobody who subscribed to it is left without, it stays."""
    section = 'section A: Words\n\n# A1 Words\n\nA1.1 In this Code:\n\n  define "Device" means a thing.\n'
    duties = "section B: Duties\n\n# B1 Duties\n\nB1.1 Each party shall pay.\n"
    out = (
        "modification 2020-03-01-out: No duties\nmade: 2020-03-01\n\n"
        '1 revoke Section B\n2 omit the definition of "Device" in Section A1.1\n'
    )
    made = site_of({"A": section, "B": duties}, {"2020-03-01-out": out})
    found = feeds(made)
    of_term, of_section = (
        [each["title"] for each in entries(found[f"{at}/feed.atom"])] for at in ("terms/device", "B")
    )
    assert of_term == ["“Device”: taken out, 1 March 2020", "“Device”: inserted, 1 January 2020"]
    assert of_section == ["Section B, 1 March 2020: No duties", "Section B, 1 January 2020: The first"]
    pages = {each.url: each.html for each in made.pages}
    assert 'href="../B/feed.atom" title="Changes of this"' in pages["B/"]
    assert 'href="../../terms/device/feed.atom" title="Changes of this"' in pages["terms/device/"]


def test_names_that_words_introduced_and_that_are_gone_or_to_come_keep_theirs() -> None:
    """Under the identifiers that the entries had while they were terms."""
    duties = 'section B: Duties\n\n# B1 Duties\n\nB1.1 Each party shall:\n  (a) pay (the "Fee"); and\n  (b) stay.\n'
    out = 'modification 2020-03-01-out: No fee\nmade: 2020-03-01\n\n1 in Section B1.1, omit " (the \\"Fee\\")"\n'
    coming = (
        "modification 2020-04-01-coming: Keys\nmade: 2020-04-01\n\n"
        '1 in Section B1.1, for "stay" substitute "stay (the \\"Key\\")", from 2022-01-01\n'
    )
    instruments = {"2020-03-01-out": out, "2020-04-01-coming": coming}
    days = (date(2020, 2, 1), date(2021, 1, 1), date(2022, 2, 1))
    sites = [made_of(open_sources(tree_of({"B": duties}, instruments), NoCache(), day)) for day in days]
    before, fee, later_fee = (entries(feeds(each)["terms/fee/feed.atom"]) for each in sites)
    _, key, later = (entries(feeds(each)["terms/key/feed.atom"]) for each in sites)
    assert [each["title"] for each in fee] == ["“Fee”: taken out, 1 March 2020", "“Fee”: inserted, 1 January 2020"]
    assert [each["title"] for each in key] == ["“Key”: inserted, 1 January 2022"]
    assert fee[0]["id"] in {each["id"] for each in before}
    assert [each["id"] for each in later_fee] == [each["id"] for each in fee]
    assert key[0]["id"] in {each["id"] for each in later}
    pages = {each.url: each.contents.decode() for each in sites[1].streamed if each.url.startswith("terms/fee/index")}
    assert 'href="../../terms/fee/feed.atom" title="Changes of this"' in pages["terms/fee/index.html"]


@pytest.mark.parametrize("kind", ["history", "addressed", "hostile", "sample"])
def test_what_readers_of_feeds_rely_on(kind: str) -> None:
    site_of = _KINDS[kind]()
    there = {each.url for each in site_of.pages} | {each.url for each in site_of.streamed}
    for url, feed in feeds(site_of).items():
        found = entries(feed)
        identifiers = [feed.findtext(f"{ATOM}id"), *(each["id"] for each in found)]
        assert len(identifiers) == len(set(identifiers)), url
        assert [each["updated"] for each in found] == sorted((each["updated"] for each in found), reverse=True)
        assert all(each["published"] <= each["updated"] for each in found)
        assert feed.findtext(f"{ATOM}updated") == (found[0]["updated"] if found else feed.findtext(f"{ATOM}updated"))
        (own,) = (each.get("href") for each in feed.findall(f"{ATOM}link") if each.get("rel") == "self")
        assert own is not None
        base = next((each for each in _ADDRESSES if own.startswith(each)), SITE)
        assert urljoin(base + url, own) == base + url
        assert all(urljoin(base + url, each["link"]).removeprefix(base) in there for each in found)


def test_identifiers_bear_the_name_of_the_site() -> None:
    found = feeds(addressed("https://e.org/code"))["H/feed.atom"]
    assert found.findtext(f"{ATOM}id") == "tag:e.org,2020-01-01:H/feed.atom"
    assert entries(found)[0]["link"] == "https://e.org/code/H/"


def test_every_page_leads_to_the_feeds() -> None:
    for page in site().pages:
        assert 'type="application/atom+xml" href="' in page.html
    pages = {each.url: each.html for each in site().pages}
    assert 'href="../H/feed.atom" title="Changes of this"' in pages["H1.1/"]
    assert 'href="../../instruments/feed.atom"' in pages["instruments/2021-02-01-meters/"]


def test_what_is_hostile_stays_words() -> None:
    sources = history_files()
    name = "instruments/2021-03-01-later.sec"
    hostile = "]]></title><script>alert(1)</script> &amp; \\u202e \"'"
    sources[name] = INSTRUMENTS["2021-03-01-later.sec"].replace("What comes later", hostile).encode()
    found = feeds(made_of(open_sources(Memory(sources), NoCache(), date(2021, 4, 1))))
    titles = [each["title"] for each in entries(found["feed.atom"])]
    assert any("]]></title><script>alert(1)</script> &amp;" in each for each in titles)
    assert all(len(each) == 0 for feed in found.values() for each in feed.iter(f"{ATOM}title"))


def test_what_xml_cannot_say_is_replaced_and_the_rest_kept() -> None:
    words = "a\x08b\x00\ufffe \u202eesrever\u202c \U0001f600 <&>\"'"
    told = etree.fromstring(f"<a>{xml_text(words)}</a>").text
    assert told == "a\ufffdb\ufffd\ufffd \u202eesrever\u202c \U0001f600 <&>\"'"


@pytest.mark.corpora
def test_every_feed_is_valid_by_the_grammar_of_atom(corpora: Path) -> None:
    grammar = dumps(load(str(corpora / "atom-testcases" / "schema" / "atom.rnc"))).replace(' xmlns:local=""', "")
    valid = etree.RelaxNG(etree.fromstring(grammar.encode()))
    for made_site in (site(), addressed("https://e.org/"), sample_site()):
        for url, feed in feeds(made_site).items():
            assert valid.validate(feed), f"{url}: {valid.error_log}"


def mapped(made_site: MadeSite, *by_hand: str) -> dict[str, bytes]:
    """What search engines read."""
    return {each.url: each.contents for each in made_site.site_map(by_hand)}


def lines(contents: bytes) -> dict[str, str]:
    """The addresses of a map, with the days on which they changed."""
    found = etree.fromstring(contents)
    assert found.tag == f"{MAP}urlset"
    said = [{str(child.tag).removeprefix(MAP): str(child.text) for child in each} for each in found]
    assert all(set(each) <= {"loc", "lastmod"} for each in said)
    assert len({each["loc"] for each in said}) == len(said)
    return {each["loc"]: each.get("lastmod", "") for each in said}


def test_a_site_with_an_address_has_a_map() -> None:
    files = mapped(addressed("https://e.org/code"), "about/")
    assert files["robots.txt"].decode() == "User-agent: *\nAllow: /\nSitemap: https://e.org/code/sitemap.xml\n"
    found = lines(files["sitemap.xml"])
    assert found["https://e.org/code/H1.1/"] == "2021-02-01"
    assert found["https://e.org/code/about/"] == ""
    assert "https://e.org/code/instruments/2021-02-01-meters/" in found
    assert "https://e.org/code/as-at/2021-02-01/" in found


@pytest.mark.parametrize("kind", ["addressed", "sample"])
def test_a_map_has_every_page_that_names_no_other(kind: str) -> None:
    """A former text and an identity each name the page of today as the one to be found."""
    made_site = _KINDS[kind]()
    (address,) = (each for each in _ADDRESSES if each.encode() in mapped(made_site)["robots.txt"])
    streamed = {each.url.removesuffix("index.html"): each for each in made_site.streamed if each.url.endswith(".html")}
    own = {url for url, each in streamed.items() if b'<link rel="canonical"' not in each.contents}
    wanted = {each.url for each in made_site.pages} | own
    assert len(own) > 3
    assert len(streamed) > len(own)
    assert set(lines(mapped(made_site)["sitemap.xml"])) == {address + quote(url, safe="/~") for url in wanted}


def test_former_texts_name_the_page_of_today_by_its_whole_address() -> None:
    """Search engines take no other (developers.google.com/search/docs/crawling-indexing/consolidate-duplicate-urls)."""
    canonical = b'<link rel="canonical" href='
    url = "H1/2020-01-01/index.html"
    (addressed_page,) = (each.contents for each in addressed("https://e.org/code").streamed if each.url == url)
    assert canonical + b'"https://e.org/code/H1/">' in addressed_page
    (page,) = (each.contents for each in site().streamed if each.url == url)
    assert canonical not in page


def test_without_an_address_there_is_none() -> None:
    assert mapped(site(), "about/") == {"robots.txt": b"User-agent: *\nAllow: /\n"}


def test_a_long_map_is_cut() -> None:
    pages = [f"p{place}/" for place in range(50_001)]
    found = {each.url: each.contents for each in site_map(pages, lambda _: date(2020, 1, 1), "https://e.org/")}
    assert set(found) == {"sitemap.xml", "sitemap-1.xml", "sitemap-2.xml", "robots.txt"}
    assert [each[0].text for each in etree.fromstring(found["sitemap.xml"])] == [
        "https://e.org/sitemap-1.xml",
        "https://e.org/sitemap-2.xml",
    ]
    assert len(etree.fromstring(found["sitemap-2.xml"])) == 1


@pytest.mark.parametrize("address", ["e.org", "ftp://e.org/", "https:///x", "https://e.org/?a", 'https://e.org/"<b>'])
def test_an_address_that_is_none_is_refused(address: str) -> None:
    sources = files({})
    sources["code.toml"] += f"[site]\naddress = '{address}'\n".encode()
    with pytest.raises(CannotProceed, match="is to be an address such as"):
        read_settings(Memory(sources))

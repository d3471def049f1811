"""The data beside pages that compare and search, and beside those written by hand, say what their pages say."""

import json
from datetime import date

import pytest

from secc.render.exports.files import TheCode
from secc.site.for_programs.by_hand import files_by_hand
from secc.site.made import MadeSite
from secc.site.search.described import FIELDS, FILES, READING
from tests.export.reading import Table, table, tables, text
from tests.export.validating import faults
from tests.site.codes import ROOT, made_of, sample_site
from tests.site.history import site
from tests.site.searching import searched

CODE = TheCode("The Code", "TC", "No law.")


def at(site: MadeSite, url: str) -> bytes:
    return next(each.contents for each in (*site.files, *site.streamed) if each.url == url)


def read(site: MadeSite, url: str) -> Table:
    return table(json.loads(at(site, url)))


@pytest.mark.parametrize("kind", ["history", "sample"])
def test_every_text_that_can_be_compared_is_listed_where_it_is_said_to_be(kind: str) -> None:
    made = site() if kind == "history" else sample_site()
    found = read(made, "compare.json")
    packs = {text(each["document"]): each for each in tables(read(made, text(found["packs"]))["documents"])}
    days = {url: read(made, url) for url in {text(one["pages"]) for _, one in texts(found)}}
    count = 0
    for document, each in texts(found):
        day = days[text(each["pages"])]
        (listed,) = (one for one in tables(day["documents"]) if one["address"] == document)
        assert (listed["since"], listed["digest"]) == (each["from"], each["digest"])
        assert text(each["from"]) in str(packs[document]["days"])
        count += 1
    assert count > (150 if kind == "sample" else 3)


def texts(compared: Table) -> list[tuple[str, Table]]:
    return [(text(each["address"]), one) for each in tables(compared["documents"]) for one in tables(each["texts"])]


def test_days_of_a_document_end_where_its_next_text_begins() -> None:
    (_, section) = tables(read(site(), "compare.json")["documents"])
    assert [(each["from"], each["until"]) for each in tables(section["texts"])] == [
        ("2020-01-01", "2021-02-01"),
        ("2021-02-01", "2022-06-01"),
        ("2022-06-01", None),
    ]
    words = at(site(), "compare.txt").decode()
    assert "\nSection H (section-H)\n  1 January 2020 to 31 January 2021: as-at/2020-01-01.txt\n" in words


def test_two_days_are_told_as_the_page_asks_for_them() -> None:
    wanted = {"document": "section-H", "from": "2020-01-01", "to": "2021-02-01"}
    asked = text(read(site(), "compare.json")["page"]).format_map(wanted)
    assert asked == "compare/?doc=section-H&from=2020-01-01&to=2021-02-01"


def test_the_search_says_what_can_be_asked_of_it() -> None:
    made = made_of(searched())
    found = read(made, "search.json")
    index = read(made, text(found["index"]))
    documents, statuses = index["documents"], index["statuses"]
    assert isinstance(documents, list)
    assert isinstance(statuses, list)
    assert [(each["address"], each["printed"]) for each in tables(found["documents"])] == [
        (each[0], each[1]) for each in documents if isinstance(each, list)
    ]
    states = {each[5] for each in statuses if isinstance(each, list)} - {""}
    assert found["statuses"] == ["In effect", *sorted(map(str, states))]
    assert len(states) > 1
    scripts = (ROOT / "site" / "assets" / "search-page.js").read_text(encoding="utf-8")
    kinds = found["kinds"]
    assert isinstance(kinds, list)
    assert f"const KINDS = {{ {kinds[0]}:" in scripts
    assert all(f"{each}: " in scripts for each in kinds)
    assert all(f'said.get("{name}")' in scripts for name in ("q", "at", "document", "kind", "status"))


def test_the_search_names_its_files_and_all_that_is_in_its_index() -> None:
    made = made_of(searched())
    named = [name.partition("…") for name, _ in FILES]
    urls = [each.url for each in made.files if each.url.startswith("api/search/")]
    assert all(any(url.startswith(start) and url.endswith(end) for start, _, end in named) for url in urls)
    assert all(any(url.startswith(start) and url.endswith(end) for url in urls) for start, _, end in named)
    fields = [field for names, _ in FIELDS for field in names.split(", ")]
    assert {"format", *fields} == set(read(made, "api/search/index.json"))
    assert at(made, "search.txt").decode().count("\n") > len(FILES) + len(FIELDS) + len(READING)


def test_the_documentation_says_the_same_of_its_files() -> None:
    lines = (ROOT / "docs" / "website.md").read_text(encoding="utf-8").replace("`", "").splitlines()
    for name, holds in FILES:
        assert f"| /{name} | {holds} |" in lines
    for name, holds in FIELDS:
        assert f"| {name} | {holds} |" in lines
    told = " ".join(lines)
    assert all(each in told for each in READING[1:])


def by_hand(html: str, title: str = "About") -> tuple[Table, str]:
    data, words = files_by_hand("about/", title, html, CODE, "secc 1.0")
    assert (data.url, words.url) == ("about.json", "about.txt")
    assert faults(data.contents) == []
    return table(json.loads(data.contents)), words.contents.decode()


def test_a_page_written_by_hand_has_its_words_in_parts() -> None:
    html = """<h1 id="about">About</h1><p>It is <em>an</em>\nillus<b>tration</b>,<br>no &amp; law.</p>
        <h2>Addresses &lt;x&gt;</h2><table><thead><tr><th>What</th><th>Where</th></tr></thead>
        <tbody><tr><td>a Section</td><td><code>/H/</code></td></tr></tbody></table>
        <ul><li>one<ul><li>two</li></ul></li></ul><script>alert(1)</script><p><img src="x" alt="A square"> here</p>"""
    found, words = by_hand(html)
    assert (found["kind"], found["title"], found["made_by"]) == ("written-by-hand", "About", "secc 1.0")
    assert [(each["heading"], each["text"]) for each in tables(found["parts"])] == [
        ("", ["It is an illustration,", "no & law."]),
        ("Addresses <x>", ["What\tWhere", "a Section\t/H/", "one", "two", "A square here"]),
    ]
    assert words.startswith(
        "The Code\n\nNo law.\n\nAbout\n\nIt is an illustration,\nno & law.\n\nAddresses <x>\n\nWhat\tWhere\n"
    )


def test_a_page_without_words_is_no_fault() -> None:
    found, words = by_hand("")
    assert found["parts"] == []
    assert words == "The Code\n\nNo law.\n\nAbout\n"


def test_what_it_says_leads_to_what_is_there() -> None:
    found, _ = by_hand("<p>x</p>")
    there = {each.url for each in site(date(2021, 4, 1)).streamed}
    assert {found["about"], found["description"]} <= there

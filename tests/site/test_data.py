"""Each page's data is beside it, is as its schema says, is described, and says nothing that a page does not."""

import json
from collections.abc import Callable
from datetime import date
from html import unescape
from urllib.parse import urljoin

import pytest

from secc.code.load import NoCache
from secc.document import from_resolved
from secc.history import Memory
from secc.render.exports.schemas import SCHEMAS as KINDS
from secc.render.exports.schemas import schema, schema_name
from secc.render.text import to_text
from secc.site.for_programs.describing import SCHEMAS, URL, pattern_of
from secc.site.made import MadeSite, StreamedFile
from secc.site.sources import open_sources
from tests.export.reading import Table, blocks, said, table, tables, text
from tests.export.validating import Validating
from tests.render.words import in_text
from tests.site.codes import HOSTILE, SMALL, made, made_of, sample, sample_site
from tests.site.history import TODAY, history_files, site
from tests.site.other_days import DATED, alternates, dated, place, same_words
from tests.site.reading import SITE, elements, linked_data, without_data
from tests.site.words_on_pages import site_of

_KINDS: dict[str, Callable[[], MadeSite]] = {
    "small": lambda: made(SMALL),
    "hostile": lambda: made(HOSTILE),
    "history": site,
    "sample": sample_site,
}
ENDINGS = (".json", ".txt", ".csv", ".atom")
OTHERS = ("api/pack/", "api/definitions/", "api/search", "api/documents.json", "api/known.json", "files/", "robots.txt")


def programs(site: MadeSite) -> dict[str, StreamedFile]:
    """The files that are told of in the description, and itself."""
    found = {each.url: each for each in site.streamed if each.url.endswith(ENDINGS)}
    return {url: each for url, each in found.items() if not url.startswith(OTHERS)}


def read(site: MadeSite, url: str) -> Table:
    return table(json.loads(programs(site)[url].contents))


@pytest.mark.parametrize("kind", ["small", "history", "sample"])
def test_the_data_of_a_page_is_at_its_own_address(kind: str) -> None:
    site_of = _KINDS[kind]()
    found = programs(site_of)
    pages = {each.url for each in site_of.pages} | dated(site_of).keys() | identities(site_of).keys()
    beside = {url.rpartition(".")[0] for url in found if url.endswith(".json") and not url.startswith("api/")}
    assert all((url == "index" or f"{url}/" in pages) for url in beside)
    assert {f"{url}.txt" for url in beside} == {
        url for url in found if url.endswith(".txt") and not url.startswith("api/")
    }
    for page in site_of.pages:
        links = [
            each.attributes
            for each in elements(page.html.partition("</head>")[0])
            if each.attributes.get("rel") == "alternate"
        ]
        own = alternates(page.html)
        assert all(place(each["href"]) in found for each in links if each["type"] == "application/atom+xml")
        name = page.url.rstrip("/") or "index"
        assert own == [f"{name}.json", f"{name}.txt"], page.url


@pytest.mark.parametrize("kind", ["small", "history", "sample"])
def test_no_page_is_without_data(kind: str) -> None:
    """Whatever is written. `test_building.py` says the same of pages written by hand, and of a whole folder."""
    site_of = _KINDS[kind]()
    written = [f"{each.url}index.html" for each in site_of.pages] + [each.url for each in site_of.streamed]
    found = {each.url for each in site_of.streamed}
    pages = [each for each in written if each.endswith(".html")]
    assert len(pages) > 20
    assert without_data(pages, found) == []


def identities(site: MadeSite) -> dict[str, StreamedFile]:
    """The pages that lead to where a provision stands, by who it is or by its number."""
    pages = (each for each in site.streamed if each.url.endswith("/index.html") and not DATED.search(each.url))
    return {each.url.removesuffix("index.html"): each for each in pages if not each.url.startswith("as-at/")}


def test_a_whole_document_on_one_page_has_the_data_of_the_document() -> None:
    found = programs(sample_site())
    whole = [page.url for page in sample_site().pages if page.url.endswith("/full/")]
    assert len(whole) > 25
    for url in whole:
        name = url.removesuffix("/")
        for ending in ("json", "txt"):
            assert found[f"{name}.{ending}"].contents == found[f"{name.removesuffix('/full')}.{ending}"].contents


@pytest.mark.parametrize("kind", ["history", "sample"])
def test_who_knows_an_identity_alone_is_told_where_it_stands(kind: str) -> None:
    site_of = _KINDS[kind]()
    found, pages = programs(site_of), identities(site_of)
    assert len(pages) > 5
    for url, page in pages.items():
        name = url.removesuffix("/")
        assert alternates(page.contents.decode()) == [f"{name}.json", f"{name}.txt"]
        data = table(json.loads(found[f"{name}.json"].contents))
        assert f'<a href="{"../" * url.count("/")}{text(data["page"])}">' in page.contents.decode()
        beside = found[text(data["data"])].contents
        assert json.dumps(data["identity"], ensure_ascii=False).encode() in beside
        assert text(data["text"]) in found
        assert f"{text(data['identity'])}: {text(data['printed'])}\n" in found[f"{name}.txt"].contents.decode()


def test_an_identity_leads_to_the_number_that_it_has_now() -> None:
    data = read(sample_site(), "id/section-C/C2.7.json")
    assert (data["address"], data["page"], data["data"]) == ("section-M/M4.15", "M4.15/", "M4.15.json")


def test_who_is_gone_is_not_taken_for_another_that_has_the_number() -> None:
    sections = {"A": "section A: Words\n\n# A1 Words\n\nA1.1 The first.\n\nA1.2 The second.\n"}
    operations = "1 omit Section A1.1\n2 renumber Section A1.2 as A1.1\n"
    again = f"modification 2020-02-01-again: Again\nmade: 2020-02-01\n\n{operations}"
    changed = site_of(sections, {"2020-02-01-again": again})
    gone, renumbered = (read(changed, f"id/section-A/{each}.json") for each in ("A1.1", "A1.2"))
    assert (gone["identity"], gone["address"], gone["data"]) == ("section-A/A1.1", "section-A/A1.1", "A1.1.json")
    assert gone["taken_by"] == renumbered["identity"] == "section-A/A1.2"
    assert b'"identity":"section-A/A1.2"' in programs(changed)["A1.1.json"].contents
    assert "taken_by" not in renumbered
    words = programs(changed)["id/section-A/A1.1.txt"].contents.decode()
    assert "section-A/A1.1: Section A1.1, which is section-A/A1.2 now\n" in words


@pytest.mark.parametrize(("kind", "step"), [("history", 1), ("sample", 12)])
def test_a_page_of_another_day_has_its_data_beside_it_with_the_same_words(kind: str, step: int) -> None:
    site_of = _KINDS[kind]()
    found, pages = programs(site_of), dated(site_of)
    assert len(pages) > 10
    for number, (url, page) in enumerate(sorted(pages.items())):
        beside = [f"{url.rstrip('/')}.json", f"{url.rstrip('/')}.txt"]
        assert set(beside) <= found.keys()
        if number % step == 0:
            html = page.contents.decode()
            assert alternates(html) == beside
            data, words = (found[each].contents.decode() for each in beside)
            same_words(html, table(json.loads(data)), words)


def test_the_data_of_a_text_says_what_it_was_and_what_came_before_and_after() -> None:
    found = read(site(), "H1/2021-02-01.json")
    assert (found["kind"], found["printed"], found["from"], found["until"]) == (
        "dated-text",
        "Section H1",
        "2021-02-01",
        "2022-06-01",
    )
    assert (found["before"], found["after"]) == ("H1/2020-01-01.json", "H1/2022-06-01.json")
    assert [(each["address"], each["day"], each["what"]) for each in tables(found["changes"])] == [
        ("section-H/H1", "2021-02-01", "changed"),
        ("section-H/H1.1", "2021-02-01", "changed"),
    ]
    clause = next(each for each in blocks(found["content"]) if each.get("number") == "H1.1")
    assert (clause["identity"], clause["text"]) == ("section-H/H1.1", "The DCC shall test every meter.")
    first = next(tables(read(site(), "H2/2021-02-01.json")["effects"]))
    assert (first["address"], first["state"], first["from"], first["until"]) == (
        "section-H/H2",
        "Suspended",
        "2021-02-01",
        "2021-04-02",
    )
    listed = tables(read(site(), "H/2020-01-01.json")["pages"])
    assert [each["data"] for each in listed] == ["H1/2020-01-01.json", "H2/2020-01-01.json"]


def test_lists_say_what_their_pages_say() -> None:
    one = read(site(), "timeline.json")
    assert [each["day"] for each in tables(one["days"])] == ["2020-01-01", "2021-02-01", "2022-06-01", "2022-12-31"]
    assert [each.get("version") for each in tables(one["days"])] == ["1.0", "2.0", None, None]
    flight = read(site(), "in-flight.json")
    assert [each["name"] for each in tables(flight["instruments"])] == ["2021-04-01-proposal", "2021-03-01-later"]
    (conflict, *_) = tables(flight["conflicts"])
    assert (conflict["conflict"], len(list(tables(conflict["sides"])))) == ("cannot be carried out", 1)
    not_yet = read(site(), "not-yet.json")
    assert [each["address"] for each in tables(not_yet["provisions"])] == [
        "section-H/H1.2(b)",
        "section-H/H2",
        "section-H/H2.1",
    ]
    assert [table(each["when"]).get("day") for each in tables(not_yet["to_begin"])] == [
        "2022-06-01",
        "2022-06-01",
        None,
    ]
    assert text(next(tables(not_yet["to_end"]))["words"]).startswith("Suspend Section H2")
    assert [each["number"] for each in tables(read(site(), "versions.json")["versions"])] == ["1.0", "2.0"]
    assert {text(each["standing"]) for each in tables(read(site(), "instruments.json")["instruments"])} == {
        "made",
        "consulting",
    }
    (first, *_) = tables(read(site(), "as-at.json")["days"])
    assert (first["day"], first["documents"]) == ("2020-01-01", ["section-A", "section-H"])


def test_what_is_not_in_effect_leads_to_no_page_that_there_is_not() -> None:
    """A provision that is suspended, and left out by a variation, has no place in the text."""
    files = history_files()
    name = "instruments/2021-02-01-meters.sec"
    files[name] += b"5 suspend Section H1.3\n"
    before = made_of(open_sources(Memory(files), NoCache(), TODAY))
    files[name] += b"6 vary Section H1 as if Section H1.3 were omitted\n"
    after = made_of(open_sources(Memory(files), NoCache(), TODAY))
    for made_site, is_there in ((before, True), (after, False)):
        listed = {text(each["address"]) for each in tables(read(made_site, "not-yet.json")["provisions"])}
        assert ("section-H/H1.3" in listed) is is_there
        assert read(made_site, "H1.3.json")["kind"] == ("provision" if is_there else "former")
        assert "section-H/H1.2(b)" in listed


def test_lists_are_there_as_text() -> None:
    said = {name: programs(site())[f"{name}.txt"].contents.decode() for name in ("timeline", "in-flight", "as-at")}
    assert "1 June 2022\n  2021-03-01-later, paragraphs 1, 2: has effect (section-H)\n" in said["timeline"]
    assert "  the words “each person” do not stand in Section H1.3\n" in said["in-flight"]
    assert "1 June 2022: section-H\n31 December 2022: the effect of provisions alone\n" in said["as-at"]


def test_a_number_that_nobody_has_says_who_is_to_have_it() -> None:
    found = read(site(), "H1.4.json")
    assert (found["kind"], found["printed"]) == ("former", "Section H1.4")
    (holder,) = tables(found["holders"])
    assert "address" not in holder
    assert [(each["day"], each["what"]) for each in tables(holder["history"])] == [("2022-06-01", "inserted")]
    assert "1 June 2022: inserted" in programs(site())["H1.4.txt"].contents.decode()


@pytest.mark.parametrize("kind", ["small", "history", "sample"])
def test_the_description_is_true_of_every_file(kind: str) -> None:
    made_site = _KINDS[kind]()
    found = programs(made_site)
    described = table(json.loads(found.pop(URL).contents))
    paths = table(described["paths"])
    of_any_day = {each.url for each in made_site.files if each.url.startswith("api/")}
    assert len(of_any_day) > 5 or kind == "small"
    assert {f"/{pattern_of(url)}" for url in {*found, *of_any_day}} == set(paths)
    (server,) = tables(described["servers"])
    for path, said_of in paths.items():
        if "{" not in path:  # paths are put behind the address of the server as they are (OpenAPI 3.1, 4.8.8.1)
            place = urljoin(f"{SITE}{URL}", f"{text(server['url'])}{path}").removeprefix(SITE)
            assert place in {*found, *of_any_day}
        get = table(table(said_of)["get"])
        names = [text(each["name"]) for each in tables(get["parameters"])]
        assert names == [part.partition("}")[0] for part in path.split("{")[1:]]
        assert all(each["description"] for each in tables(get["parameters"]))


@pytest.mark.parametrize("kind", ["small", "hostile", "history", "sample"])
def test_every_file_is_as_its_schema_says(kind: str) -> None:
    assert faults(_KINDS[kind]()) == []


def faults(site: MadeSite) -> list[str]:
    """What is wrong with any JSON, by the schema that the description names for it."""
    found = programs(site)
    paths = table(json.loads(found.pop(URL).contents)["paths"])
    validating = Validating()
    of_days = [url for url in found if DATED.search(url)]
    skipped = {url for number, url in enumerate(of_days) if number % 20 > 1} if len(of_days) > 500 else ()
    for url, each in found.items():
        if url not in skipped and url.endswith(".json") and not url.startswith(SCHEMAS):
            kind = validating.add(each.contents)
            assert f"schemas/{kind}.schema.json" in json.dumps(paths[f"/{pattern_of(url)}"])
    return validating.faults()


def test_the_schemas_are_published_with_it() -> None:
    published = {
        url.removeprefix(SCHEMAS): each.contents for url, each in programs(made(SMALL)).items() if SCHEMAS in url
    }
    assert published == {schema_name(kind): schema(kind) for kind in KINDS}


def test_documents_of_the_sample_have_every_word_in_both_forms() -> None:
    found = programs(sample_site())
    about = read(sample_site(), "index.json")
    assert about["as_at"] == "2022-02-24"
    for line, document in zip(tables(about["documents"]), sample().code.documents, strict=True):
        url = text(line["data"])
        printed = to_text(from_resolved(document, sample().code.terms))
        assert in_text(said(read(sample_site(), url))) == in_text(printed)
        assert found[url.replace(".json", ".txt")].contents.decode().startswith(printed)


def test_a_document_says_its_version_where_its_text_is_that_of_it() -> None:
    """Sections A and L are varied, so that what they say is no version's text; `secc export json` says the same."""
    listed = {each["address"]: each for each in tables(read(sample_site(), "versions/57.0.json")["documents"])}
    documents = [
        read(sample_site(), text(each["data"])) for each in tables(read(sample_site(), "index.json")["documents"])
    ]
    for each in documents:
        its = listed[each["address"]]
        assert each["version"] == (its["version"] if its["digest"] == each["digest"] else "")
    assert [each["address"] for each in documents if not each["version"]] == ["section-A", "section-L"]


def test_a_clause_says_who_it_is_and_what_has_to_do_with_it() -> None:
    found = read(sample_site(), "H14.31.json")
    provision = table(found["provision"])
    assert (provision["address"], provision["identity"]) == ("section-H/H14.31", "section-H/H14.31")
    assert [each["printed"] for each in tables(found["within"])] == ["Section H", "Section H14"]
    assert found["heading"] == "Device and User System Tests"
    assert table(provision["status"])["by"] == [{"instrument": "2016-11-08-dcc-live", "paragraph": "3"}]
    referred = provision["referred_to_by"]
    assert isinstance(referred, list)
    assert "section-T/T4.1" in referred
    assert "section-H/H14.6" in str(found["refers_to"])
    assert len(programs(sample_site())["H14.31.json"].contents) < 18_000


def test_a_definition_has_its_words_and_its_uses() -> None:
    (meaning,) = tables(read(made(SMALL), "terms/user.json")["meanings"])
    assert meaning["names"] == ["User", "U"]
    assert text(table(meaning["definition"])["text"]).startswith("“User” or “U” means a person that uses a Device")
    assert "section-H/H14.1" in str(meaning["used_in"])


def test_an_instrument_says_what_its_operations_did() -> None:
    found = read(site(), "instruments/2021-02-01-meters.json")
    first, second, *_ = tables(found["operations"])
    assert [(each["identity"], each["day"]) for each in tables(first["changed"])] == [
        ("section-H", "2021-02-01"),
        ("section-H/H1", "2021-02-01"),
        ("section-H/H1.1", "2021-02-01"),
    ]
    assert "changed" not in second
    assert (found["standing"], found["instrument"]) == ("made", "modification")


def test_files_of_provisions_change_only_when_what_they_say_does() -> None:
    """The day of the site stands in the list of everything alone."""
    one, other = programs(site(date(2021, 3, 2))), programs(site(date(2021, 4, 1)))
    differing = {url for url in one if one[url].contents != other[url].contents}
    assert set(one) == set(other)
    assert differing == {"index.json", "index.txt"}
    later = programs(site(date(2022, 6, 1)))
    assert later["H1.3.json"].contents != one["H1.3.json"].contents
    assert later["H1.1.json"].contents == one["H1.1.json"].contents


def test_twice_the_same_bytes() -> None:
    one, other = (programs(made(SMALL)) for _ in range(2))
    assert {url: each.contents for url, each in one.items()} == {url: each.contents for url, each in other.items()}


def test_pages_say_what_they_are_for_search_engines() -> None:
    pages = {each.url: each for each in site().pages}
    clause = linked_data(pages["H1.1/"])
    assert clause["@type"] == "Legislation"
    assert clause["legislationLegalForce"] == "https://schema.org/InForce"
    assert clause["legislationDateVersion"] == "2021-02-01"
    assert linked_data(pages["H1.3/"])["temporalCoverage"] == "2020-01-01/2022-06-01"
    assert linked_data(pages["H2/"])["legislationLegalForce"] == "https://schema.org/NotInForce"
    assert linked_data(pages["instruments/2021-02-01-meters/"])["name"] == "All <i>meters</i>"
    assert linked_data(pages[""])["legislationDateVersion"] == "2021-04-01"


_OF_ANYTHING = {"@context", "@type", "name", "url"}
_OF_WORKS = _OF_ANYTHING | {"alternateName", "inLanguage", "isPartOf", "temporalCoverage", "encoding"}
_PROPERTIES = {
    "Legislation": _OF_WORKS
    | {"legislationIdentifier", "legislationLegalForce", "legislationDateVersion"}
    | {"legislationType", "legislationChanges", "legislationDate", "legislationPassedBy"},
    "LegislationObject": _OF_WORKS | {"encodingFormat", "contentUrl", "legislationLegalValue"},
    "Organization": _OF_ANYTHING,
}
"""The properties of schema.org that each type has, as far as they are used."""


@pytest.mark.parametrize("kind", ["history", "sample"])
def test_pages_say_it_in_properties_that_schema_org_gives_their_types(kind: str) -> None:
    told = [linked_data(page) for page in _KINDS[kind]().pages if 'type="application/ld+json"' in page.html]
    assert len(told) > 5
    left: list[Table] = [*told]
    while left:
        each = left.pop()
        assert each.keys() <= _PROPERTIES[text(each["@type"])], each
        left += [table(value) for value in each.values() if isinstance(value, dict)]


def test_nothing_ends_the_element_that_data_stands_in() -> None:
    site = made(HOSTILE)
    pages = {each.url: each for each in site.pages}
    assert "<script>alert(1)</script>" in text(linked_data(pages["A/"])["name"])
    for page in site.pages:
        for part in page.html.split('<script type="application/ld+json">')[1:]:
            assert not set("<>&") & set(part.partition("</script>")[0])
    words = [text(each.get("text")) for each in blocks(read(site, "A.json")["content"])]
    everything = json.dumps(read(site, "A.json"))
    assert any("alert(3)" in each for each in words)
    assert all(f"alert({number})" in unescape(everything) for number in (1, 2, 3, 4, 5, 9, 10, 11, 12, 13, 14, 16))

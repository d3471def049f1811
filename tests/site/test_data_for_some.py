"""The data of a clause say to those for whom it is varied what its page says, and what `secc show` prints."""

import json
from collections.abc import Callable, Iterator
from functools import cache

import pytest
from click.testing import CliRunner

from secc.cli import secc
from secc.code.load import NoCache
from secc.code.shared_cache import SharedCache
from secc.site.made import MadeSite
from tests.export.reading import Table, blocks, said_by, table, tables, text
from tests.export.validating import faults
from tests.render.words import in_text
from tests.site.codes import ROOT, sample_site
from tests.site.history import history_files
from tests.site.reading import elements
from tests.site.test_for_some import FOR_SOME
from tests.site.test_kept_pages import edited, of
from tests.site.words_on_pages import site_of

PATH = "instruments/2021-03-15-for-some.sec"
LEFT_OUT = '5 vary Section H1 as if Section H1.3 were omitted\n  from 2021-04-10, for region "South"\n'

OF_SAMPLE = {"A1.1.json", "H14.2.json", "H14.31.json", "H3.1.json"}


def written() -> dict[str, bytes]:
    """A small Code that is varied for some, for whom a clause is to be left out, too."""
    return history_files() | {PATH: (FOR_SOME + LEFT_OUT).encode()}


@cache
def varied() -> MadeSite:
    """Its website."""
    return of(written(), NoCache())


def contents(site: MadeSite) -> dict[str, bytes]:
    """The data of clauses, and of what else is a provision, by their addresses."""
    every = {each.url: each.contents for each in site.streamed if "/" not in each.url}
    names = [url.removesuffix(".json") for url, each in every.items() if each.startswith(b'{"kind":"provision"')]
    return {url: every[url] for name in names for url in (f"{name}.json", f"{name}.txt")}


def for_some(data: bytes) -> list[Table]:
    """What data say to some."""
    return [*tables(table(json.loads(data))["for_some"])]


def at(site: MadeSite, url: str) -> bytes:
    """The file at an address."""
    return next(each.contents for each in site.streamed if each.url == url)


def told(html: str) -> Iterator[tuple[str, str | None]]:
    """The days of a clause's history, each with those for whom it read otherwise on it; and each by itself."""
    day = None
    for each in elements(html):
        if "data-from" in each.attributes:
            its = each.attributes["data-from"]
            day = its if each.attributes.get("id") == its else None  # not of another that had the number
            if day is not None:
                yield day, None
        elif "data-whom" in each.attributes and day is not None:
            yield day, each.attributes["data-whom"]


@pytest.mark.parametrize("of_site", [sample_site, varied], ids=["sample", "varied"])
def test_on_each_day_of_its_history_it_says_something_to_those_to_whom_the_page_does(
    of_site: Callable[[], MadeSite],
) -> None:
    made = of_site()
    pages, found = {each.url: each.html for each in made.pages}, contents(made)
    varying = set()
    for url in found:
        if url.endswith(".json"):
            listed = for_some(found[url])
            of_page = [*told(pages[f"{url.removesuffix('.json')}/"])]
            days = {day for day, whom in of_page if whom is None}
            of_data = {
                (day, text(each["words"]))
                for each in listed
                for day in days
                if text(each["from"]) <= day < text(each.get("until") or "9999")
            }
            assert of_data == {(day, whom) for day, whom in of_page if whom is not None}, url
            assert {text(each["from"]) for each in listed} <= days
            varying |= {url for _ in listed}
    assert varying == ({"H1.1.json", "H1.3.json"} if made is varied() else OF_SAMPLE)


def test_it_says_for_whom_and_on_which_days_and_what() -> None:
    listed = for_some(at(varied(), "H1.3.json"))
    assert [(text(each["key"])[:12], each["from"], each.get("until")) for each in listed] == [
        ("user-role=%3", "2021-03-15", "2022-06-01"),
        ("party=A%20%2", "2021-03-15", "2022-06-01"),
        ("party=A%20%2", "2021-03-15", "2022-06-01"),
        ("region=South", "2021-04-10", None),
        ("user-role=%3", "2022-06-01", None),
        ("party=A%20%2", "2022-06-01", None),
        ("party=A%20%2", "2022-06-01", None),
    ]
    assert listed[1]["key"] == "party=A%20%26%20B&region=North"
    (block,) = tables(listed[1]["content"])
    assert (block["kind"], block["number"], block["text"]) == ("clause", "H1.3", "The DCC shall tell each body.")
    (of_both,) = tables(listed[2]["content"])
    assert of_both["text"] == "The DCC shall ask each body."
    assert "content" not in listed[3]
    words = at(varied(), "H1.3.txt").decode()
    assert "\nFor region “South”, from 10 April 2021: left out.\n" in words
    assert (
        "\nFor Party “A & B” and region “North”, 15 March 2021 to 31 May 2022:\n\nH1.3     The DCC shall tell each body"
        in words
    )


def test_days_on_which_they_read_the_same_are_told_as_one() -> None:
    """Those for everybody changed within them."""
    (found,) = for_some(at(sample_site(), "H14.2.json"))
    assert (found["words"], found["from"], found["until"]) == ("region “North”", "2016-10-03", "2016-11-25")


def test_the_words_are_those_that_show_prints_and_the_same_in_both_forms() -> None:
    asked = ["show", "H14.31", "--for", 'region "North"', "--as-at", "2016-11-10", "--code", str(ROOT / "sec-source")]
    shown = CliRunner().invoke(secc, [*asked, "--format", "json"], catch_exceptions=False)
    text_then = text(next(tables(table(json.loads(shown.output))["shown"]))["text"])
    assert "20 Working Days’" in " ".join(text_then.split())
    assert text_then in at(sample_site(), "H14.31.txt").decode()
    earlier, then = for_some(at(sample_site(), "H14.31.json"))
    assert in_text(" ".join(map(said_by, blocks(then["content"])))) == in_text(text_then)
    assert earlier["content"] != then["content"]


def test_it_is_as_the_schema_says() -> None:
    for url, each in contents(varied()).items():
        if url.endswith(".json"):
            assert faults(each) == []


def test_after_an_edit_of_what_is_varied_it_is_as_if_none_had_been_kept() -> None:
    store = SharedCache()
    for edit in (
        (PATH, "", ""),
        (PATH, '"check"', '"verify"'),
        (PATH, "2021-04-10", "2021-04-12"),
        (PATH, LEFT_OUT, ""),
    ):
        files = edited(written(), edit)
        kept = of(files, store)
        kept.recall()
        assert contents(kept) == contents(of(files, NoCache()))


def test_a_definition_says_so_in_the_data_of_its_term() -> None:
    section = 'section A: Words\n\n# A1 Words\n\nA1.1 In this Code:\n\n  define "Device" means a thing (the "Thing").\n'
    vary = (
        "direction 2020-03-01-north: What is so in the North\nmade: 2020-03-01\nfrom: 2020-03-01\n\n"
        '1 vary the definition of "Device" in Section A1.1 as if for "a thing" there were substituted "a box",'
        ' until 2020-09-01, for region "North"\n'
    )
    made = site_of({"A": section}, {"2020-03-01-north": vary})
    data = at(made, "terms/device.json")
    (meaning,) = tables(table(json.loads(data))["meanings"])
    (found,) = tables(meaning["for_some"])
    assert (found["key"], found["from"], found["until"]) == ("region=North", "2020-03-01", "2020-09-01")
    (block,) = tables(found["content"])
    assert text(block["text"]).startswith("“Device” means a box (the “Thing”).")
    assert faults(data) == []
    words = at(made, "terms/device.txt").decode()
    assert (
        "\n\nFor region “North”, 1 March 2020 to 31 August 2020:\n\n         “Device” means a box (the “Thing”).\n"
        in words
    )
    (thing,) = tables(table(json.loads(at(made, "terms/thing.json")))["meanings"])
    assert text(thing["defined_in"]).endswith('"Device"')

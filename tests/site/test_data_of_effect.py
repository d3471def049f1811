"""The data of clauses and terms tell their effect over time, as their pages do and as `secc history` tells it."""

import json
from collections.abc import Callable

import pytest
from click.testing import CliRunner

from secc.cli import secc
from secc.code.load import NoCache
from secc.code.shared_cache import SharedCache
from secc.document.typography import curled
from secc.site.made import MadeSite
from secc.site.naming import slug
from tests.export.reading import Table, table, tables, text
from tests.site.codes import ROOT, sample_site
from tests.site.history import history_files, site
from tests.site.reading import elements
from tests.site.test_data_for_some import at, contents
from tests.site.test_kept_pages import edited, of

KEYS = ("from", "state", "words", "by")


def effects(data: bytes) -> list[Table]:
    return [*tables(table(json.loads(data))["effects"])]


@pytest.mark.parametrize("of_site", [sample_site, site], ids=["sample", "history"])
def test_on_each_day_of_its_history_the_page_tells_it_and_on_no_other(of_site: Callable[[], MadeSite]) -> None:
    made = of_site()
    pages, count = {each.url: each.html for each in made.pages}, 0
    for url, data in contents(made).items():
        page = pages.get(f"{url.removesuffix('.json')}/", "")
        if url.endswith(".json") and '<ol class="story" data-story' in page:
            told = {text(each["from"]) for each in effects(data)}
            words = {text(each["day"]) for each in tables(table(table(json.loads(data))["provision"]).get("history"))}
            marked = (each.attributes for each in elements(page) if "data-from" in each.attributes)
            days = {each["id"] for each in marked if each.get("id") == each["data-from"]}
            assert told | words <= days, url
            assert len(days - told - words) <= 1, url  # that on which it came with its document
            count += bool(told)
    assert count > (200 if made is sample_site() else 1)


def test_a_term_tells_it_on_each_day_of_its_history_and_on_no_other() -> None:
    made, count = sample_site(), 0
    pages = {each.url: each.html for each in made.pages}
    for url in (each for each in pages if each.startswith("terms/") and each != "terms/"):
        meanings = [*tables(table(json.loads(at(made, f"{url.rstrip('/')}.json"))).get("meanings", []))]
        if len(meanings) == 1 and "definition" in meanings[0]:
            told = {text(each["from"]) for each in tables(meanings[0].get("effects", []))}
            words = {text(each["day"]) for each in tables(table(meanings[0]["definition"]).get("history"))}
            marked = (each.attributes for each in elements(pages[url]) if "data-from" in each.attributes)
            days = {each["id"] for each in marked if each.get("id") == each["data-from"]}
            assert told | words <= days, url
            assert len(days - told - words) <= 1, url
            count += bool(told)
    assert count > 500


def history(*address: str) -> list[tuple[object, ...]]:
    """The turns of effect that `secc history` tells of."""
    asked = ["history", *address, "--format", "json", "--code", str(ROOT / "sec-source")]
    shown = CliRunner().invoke(secc, asked, catch_exceptions=False)
    return [tuple(each[key] for key in KEYS) for each in tables(table(json.loads(shown.output))["effects"])]


@pytest.mark.parametrize("name", ["SMETS1 General Installation End Date", "Unjoin", "Web Service"])
def test_of_a_term_it_is_what_the_history_of_the_definition_says(name: str) -> None:
    (meaning,) = tables(table(json.loads(at(sample_site(), f"terms/{slug(name)}.json")))["meanings"])
    found = [*tables(meaning["effects"])]
    assert [tuple(each.get(key, []) for key in KEYS) for each in found] == history(f'"{name}"')
    words = at(sample_site(), f"terms/{slug(name)}.txt").decode()
    for each in found:
        assert f": {curled(text(each['words']))}.\n" in words


def test_it_is_what_the_history_of_the_clause_says() -> None:
    found = effects(at(sample_site(), "H14.31.json"))
    assert [tuple(each.get(key, []) for key in KEYS) for each in found] == history("H14.31")
    assert len(found) == 7
    assert [text(each["label"]) for each in tables(found[1]["inside"])] == ["(a)", "(b)", "(b)(ii)"]
    assert found[-1].get("varied") is None
    words = at(sample_site(), "H14.31.txt").decode()
    for each in found:
        assert f": {curled(text(each['words']))}.\n" in words


def test_what_always_has_effect_as_text_says_nothing_of_it() -> None:
    assert effects(at(site(), "H1.json")) == []
    plain = [url for url, data in contents(site()).items() if url.endswith(".json") and not effects(data)]
    assert plain
    assert all("Effect over time" not in at(site(), url.replace(".json", ".txt")).decode() for url in plain)


def test_after_an_edit_of_when_it_has_effect_it_is_as_if_none_had_been_kept() -> None:
    store = SharedCache()
    path = "instruments/2021-02-01-meters.sec"
    for edit in ((path, "", ""), (path, "2 suspend", "2 cease"), (path, "2022-12-31", "2022-11-30")):
        files = edited(history_files(), edit)
        kept = of(files, store)
        kept.recall()
        assert contents(kept) == contents(of(files, NoCache()))

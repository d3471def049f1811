"""`secc export` writes what the website of the day has: the same files, but for the day that it names."""

import json
from collections.abc import Mapping
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from secc.code.load import NoCache
from secc.code.shared_cache import SharedCache
from secc.history import Memory
from secc.site.made import MadeSite
from secc.site.sources import open_sources
from secc.timeline.dates import printed_day
from tests.cli.running import Shell, good
from tests.export.reading import blocks, table, tables, text
from tests.export.validating import faults
from tests.site.codes import ROOT, SMALL, made_of, sample_site
from tests.site.codes import files as files_of
from tests.site.codes import made as made_site
from tests.site.history import TODAY, history_files
from tests.site.test_data_for_some import written
from tests.site.test_kept_pages import edited, of

WORDS = """\
direction 2021-02-15-words: Words
made: 2021-02-15
from: 2021-03-01

1 in Section A1, after Section A1.1 insert
  > A1.2 In this Code:
  >
  >   define "Device" means a thing that tells the DCC, and includes:
  >     (a) a meter; and
  >     (b) a hub (the "Hub").
  >
  >   define "Panel" means those who govern.
2 commence Section A1.2, from 2021-04-01
3 vary the definition of "Device" in Section A1.2 as if for "thing" there were substituted "box",
  from 2021-04-01, until 2022-07-01, for region "North"
4 vary the definition of "Device" in Section A1.2 as if for "a meter" there were substituted "a gas meter",
  from 2021-05-01, for region "North"
5 vary Section A1.2 as if the definition of "Panel" were omitted, from 2021-05-01, for Party "B"
6 suspend the definition of "Panel" in Section A1.2, from 2021-06-01, until 2021-08-01
"""
LATER = """\
direction 2021-05-01-later: Recorded later
made: 2021-05-01
from: 2021-05-01

1 cease the definition of "Device" in Section A1.2
"""


def files() -> dict[str, bytes]:
    """A Code with terms that are varied for some, suspended, and defined otherwise later."""
    words = {"instruments/2021-02-15-words.sec": WORDS, "instruments/2021-05-01-later.sec": LATER}
    return written() | {path: each.encode() for path, each in words.items()}


def site_on(day: date) -> MadeSite:
    return made_of(open_sources(Memory(files()), NoCache(), day))


def url_of(path: str) -> str:
    """Where the website has what an exported file has."""
    folder, _, name = path.rpartition("/")
    if path.endswith(".csv"):
        return f"api/{name}"
    return f"terms/{name}" if folder == "definitions" else path.removeprefix("section-")


def out(shell: Shell, *arguments: str) -> dict[str, bytes]:
    """The files that are put out in all forms of data."""
    for form in ("json", "csv", "text"):
        good(shell.secc("export", form, *arguments, "-o", "out/"))
    return {str(path.relative_to("out")): path.read_bytes() for path in Path("out").rglob("*.*")}


def dated(path: str, contents: bytes, day: date) -> bytes:
    """A file of the website with the day that an exported one names."""
    if path.endswith(".txt"):
        lines = contents.decode().split("\n")
        told = next(place for place in reversed(range(len(lines))) if ": " in lines[place] and lines[place][0] in "SA")
        lines[told] = lines[told].replace(": ", f", as at {printed_day(day)}: ", 1)
        return "\n".join(lines).encode()
    return contents.replace(b'"as_at":null', f'"as_at":"{day.isoformat()}"'.encode(), 1)


def held(made: Mapping[str, bytes], site: MadeSite, day: date | None) -> None:
    """Hold what is put out to the website of the day; of the files as they are, where nothing is known of time."""
    streamed = {each.url: each for each in site.streamed}
    for path, contents in made.items():
        if path != "code.json":
            is_dated = not path.startswith(("instruments/", "versions/")) and not path.endswith(".csv")
            found = streamed[url_of(path)].contents
            assert contents == (dated(path, found, day) if is_dated and day is not None else found), path
    assert faults(*(each for path, each in made.items() if path.endswith(".json"))) == []


@pytest.mark.parametrize("day", ["2020-06-01", "2021-03-20", "2021-04-01", "2021-06-15", "2022-08-01"])
def test_of_any_day_it_writes_what_the_website_of_that_day_has(shell: Shell, day: str) -> None:
    shell.write(files())
    made = out(shell, "--as-at", day)
    held(made, site_on(date.fromisoformat(day)), date.fromisoformat(day))
    assert len(made) > 9


def test_where_no_version_was_recorded_it_is_the_version_that_was_designated(shell: Shell) -> None:
    """Of what still reads so."""
    sources = {path: each for path, each in files().items() if path != "document-log.toml"}
    shell.write(sources)
    for day, versions in ((date(2020, 6, 1), ["1.0", "1.0"]), (date(2021, 4, 1), ["", ""])):
        made = out(shell, "--as-at", day.isoformat())
        held(made, made_of(open_sources(Memory(sources), NoCache(), day)), day)
        assert [json.loads(made[f"section-{each}.json"])["version"] for each in "AH"] == versions


def test_terms_tell_their_effect_and_their_words_for_some(shell: Shell) -> None:
    shell.write(files())
    made = out(shell, "--as-at", "2021-04-01")
    (device,) = tables(json.loads(made["definitions/device.json"])["meanings"])
    (panel,) = tables(json.loads(made["definitions/panel.json"])["meanings"])
    assert [(each["from"], each["state"]) for each in tables(device["effects"])] == [
        ("2021-03-01", "not yet in effect"),
        ("2021-04-01", "in effect"),
        ("2021-05-01", "ceased to have effect"),
        ("2022-07-01", "ceased to have effect"),
    ]
    assert [text(each["from"]) for each in tables(device["for_some"])] == ["2021-04-01", "2021-05-01", "2022-07-01"]
    assert ["content" in each for each in tables(panel["for_some"])] == [False]
    (hub,) = tables(json.loads(made["definitions/hub.json"])["meanings"])
    assert "effects" not in hub


def test_of_the_sample_it_writes_what_its_website_has(shell: Shell) -> None:
    made = out(shell, "--code", str(ROOT / "sec-source"))
    moment = sample_site_day()
    held(made, sample_site(), moment)
    assert len(made) > 900


def sample_site_day() -> date:
    about = next(each.contents for each in sample_site().streamed if each.url == "index.json")
    return date.fromisoformat(text(table(json.loads(about))["as_at"]))


def test_after_an_edit_of_when_a_term_has_effect_its_files_are_as_if_none_had_been_kept() -> None:
    """The data, the text and the feed of each term."""
    store, path = SharedCache(), "instruments/2021-02-15-words.sec"
    made = []
    for edit in ((path, "", ""), (path, "A1.2, from 2021-04-01", "A1.2, from 2021-04-02"), (path, '"box"', '"crate"')):
        changed = edited(files(), edit)
        kept, anew = of(changed, store), of(changed, NoCache())
        kept.recall()
        made.append({each.url: each.contents for each in kept.streamed if each.url.startswith("terms/")})
        assert made[-1] == {each.url: each.contents for each in anew.streamed if each.url.startswith("terms/")}
    assert all(one["terms/device.json"] != other["terms/device.json"] for one, other in pairwise(made))


def test_where_nothing_is_known_of_time_it_writes_what_the_website_has(shell: Shell) -> None:
    shell.write(files_of(SMALL))
    made = out(shell)
    held(made, made_site(SMALL), None)
    assert len(made) > 9


def test_as_known_on_a_day_terms_tell_what_was_known_then(shell: Shell) -> None:
    """It is what would be told, had nothing been recorded since."""
    shell.write(files())
    known = out(shell, "--as-at", "2021-06-15", "--known", "2021-04-30")
    (meaning,) = tables(json.loads(known["definitions/device.json"])["meanings"])
    states = {text(each["state"]) for each in tables(meaning["effects"])}
    assert states == {"not yet in effect", "in effect"}
    (shell.folder / "sec-source/instruments/2021-05-01-later.sec").unlink()
    without = out(shell, "--as-at", "2021-06-15", "--known", "2021-04-30")
    assert known == without


def test_a_version_says_what_the_page_of_its_day_says(shell: Shell) -> None:
    shell.write(history_files())
    whole = json.loads(good(shell.secc("export", "json", "--version", "2.0", "--document", "H")))
    site = made_of(open_sources(Memory(history_files()), NoCache(), TODAY))
    page = json.loads(next(each.contents for each in site.streamed if each.url == "H1/2021-02-01.json"))
    said = [(each.get("number"), each.get("text")) for each in blocks(page["content"])]
    (found,) = (each for each in tables(whole["content"]) if each["address"] == "section-H/H1")
    assert [(each.get("number"), each.get("text")) for each in blocks([found])][1:] == said[
        -len([*blocks([found])]) + 1 :
    ]
    assert whole["version"] == "H2.0"

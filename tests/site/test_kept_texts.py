"""Pages and data of other days as they are kept between builds: as if they had been made anew, by document."""

from collections.abc import Mapping
from functools import partial
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secc.code.load import NoCache
from secc.code.shared_cache import SharedCache
from secc.site.kept_files import FileGroup, KeptFiles
from secc.site.kept_pages import Drawn, KeptPages
from secc.site.made import LateFile, MadeSite
from secc.site.noted import Computed, Notes
from secc.site.parted import Followed, Parted
from tests.site.other_days import DATED
from tests.site.test_kept_pages import DAYS, EDITS, METERS, A, as_written, edited, of
from tests.site.test_turning import NAMES, instrument

LATER = "instruments/2022-01-01-later.sec"
IN_TIME = (
    (METERS, "direction 2021-02-01-meters", "direction 2021-02-01-every-meter"),
    (METERS, "from: 2021-02-01", "from: 2021-03-15"),
    (LATER, '"another"', '"each other"'),
    (LATER, "2022-01-01\n\n", "2022-02-02\n\n"),
    (LATER, "2 move", "3 move"),
    (LATER, "made: 2022-01-01", "made: 2021-12-31"),
)


def in_time() -> dict[str, bytes]:
    """The same Code, with a later instrument by which provisions read otherwise, move and lose effect."""
    lines = """\
direction 2022-01-01-later: Later
made: 2022-01-01
from: 2022-01-01

1 in Section A1.1, for "another" substitute "a further"
2 move Section A1.2 to Section J, after Section J1.1, as J1.1A
3 suspend Section H2, until event "Go Live"
4 vary Section J1.1 as if for "User" there were substituted "Party"
5 in Section H, after Section H1.3 insert
  > H1.5 The DCC shall rest, as in Section J1.1A, and tell each person.
"""
    return as_written() | {LATER: lines.encode()}


def of_other_days(site: MadeSite) -> dict[str, bytes]:
    """What is in each page and file of another day, or that lists one, by its address."""
    return {each.url: each.contents for each in site.streamed if DATED.search(each.url)}


@settings(max_examples=3)
@given(st.integers(0, 100_000))
def test_after_every_edit_they_are_as_if_none_had_been_kept(seed: int) -> None:
    """Of words, places, effect, days, titles of instruments and settings, in any order, and back again, on any day."""
    draw, cache = Random(seed), SharedCache()
    edits: list[tuple[str, str, str]] = []
    for _ in range(3):
        edits = [each for each in edits if draw.random() < 0.5]
        edits += draw.sample([*EDITS, *IN_TIME], draw.randint(1, 3))
        name = draw.choice(NAMES)
        files = in_time() | {f"instruments/2020-06-01-{name}.sec": instrument(name, draw)}
        for each in edits:
            files = edited(files, each)
        day = draw.choice(DAYS)
        kept = of(files, cache, day)
        kept.recall()
        assert of_other_days(kept) == of_other_days(of(files, NoCache(), day))


@pytest.mark.parametrize(
    ("edit", "made"),
    [
        pytest.param((A, "that measures", "that measures well"), {"texts section-A"}, id="words"),
        pytest.param((LATER, '"a further"', '"each other"'), {"texts section-A"}, id="words of a later text"),
        pytest.param((LATER, "tell each", "tell every"), {"texts section-H"}, id="words that come later"),
        pytest.param((METERS, "made: 2021-02-01", "made: 2021-01-31"), set(), id="a day that no text says"),
    ],
)
def test_only_the_documents_that_an_edit_reaches_are_made(
    edit: tuple[str, str, str], made: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    cache, found = SharedCache(), made_groups(monkeypatch)
    for files in (in_time(), in_time(), edited(in_time(), edit)):
        found.clear()
        site = of(files, cache)
        site.recall()
        of_other_days(site)
    assert found == made | {f"data of {each}" for each in made}


def test_what_an_instrument_is_called_is_not_in_the_data(monkeypatch: pytest.MonkeyPatch) -> None:
    cache, found = SharedCache(), made_groups(monkeypatch)
    for files in (in_time(), edited(in_time(), (METERS, "All <i>meters</i>", "Every meter"))):
        found.clear()
        site = of(files, cache)
        site.recall()
        of_other_days(site)
    assert found == {"texts section-H"}


def test_what_answers_follow_from_is_noted_anew_where_they_stand() -> None:
    """So that they are worked out once after each edit, and not after every later one."""
    cache, worked_out = SharedCache(), list[str]()

    def answer(key: str) -> str:
        worked_out.append(key)
        return key.upper()

    for digest, expected in ((b"1", ["a"]), (b"1", []), (b"2", ["a"]), (b"2", []), (b"1", ["a"])):
        worked_out.clear()
        notes = Notes()
        asked = notes.add("answers", Followed(Computed(None, answer), str, partial(bytes, digest)))
        kept = KeptPages(cache, notes, "theme").of("a", "own", partial(drawn_of, asked))
        assert [each.url for each in kept.drawn] == ["A"]
        assert worked_out == expected


def test_what_a_part_answers_is_worked_out_again_only_where_that_part_is_another() -> None:
    """Whatever became of the others; and a part that is gone, or new, is another."""
    cache, worked_out = SharedCache(), list[str]()
    answers = {"H1": "a", "H2": "a", "J1": "b"}

    def answer(key: str) -> str:
        worked_out.append(key)
        return answers[key]

    def pages(parts: Mapping[str, bytes]) -> list[str]:
        worked_out.clear()
        notes = Notes()
        found = Parted(Computed(None, answer), str, lambda key: key[0], lambda part: parts.get(part, b""))
        asked = notes.add("answers", found)
        kept = KeptPages(cache, notes, "theme")
        drawn = [
            kept.of("H", "own", lambda: [Drawn(asked["H1"] + asked["H2"], b"")]),
            kept.of("all", "own", lambda: [Drawn(asked["H1"] + asked.get("J1", "none"), b"")]),
        ]
        return [each.url for group in drawn for each in group.drawn]

    assert pages({"H": b"1", "J": b"1"}) == ["aa", "ab"]
    assert pages({"H": b"1", "J": b"1"}) == ["aa", "ab"]
    assert worked_out == []
    assert pages({"H": b"1", "J": b"2"}) == ["aa", "ab"]
    assert worked_out == ["J1"]
    answers["J1"] = "c"
    assert pages({"H": b"1", "J": b"3"}) == ["aa", "ac"]
    assert set(worked_out) == {"H1", "J1"}
    answers["H2"] = "d"
    assert pages({"H": b"2", "J": b"3"}) == ["ad", "ac"]
    del answers["J1"]
    assert pages({"H": b"2"}) == ["ad", "anone"]


def drawn_of(asked: Mapping[str, str]) -> list[Drawn]:
    """A page at the address that is answered."""
    return [Drawn(asked["a"], b"")]


def made_groups(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The groups that are made from now on."""
    found: set[str] = set()
    make = FileGroup.made

    def making(group: FileGroup) -> list[Drawn]:
        found.add(group.name)
        return make(group)

    monkeypatch.setattr(FileGroup, "made", making)
    return found


def test_before_they_are_recalled_each_is_made_by_itself() -> None:
    """As where one page is looked at while the Code is being written."""
    made: list[str] = []

    def page(url: str) -> bytes:
        made.append(url)
        return url.encode()

    cache = SharedCache()
    for recalls, expected in ((False, ["b"]), (True, ["a", "b"]), (True, [])):
        made.clear()
        kept = KeptFiles(KeptPages(cache, Notes(), "theme"))
        if recalls:
            kept.recall()
        group = FileGroup("all", lambda: "own", [LateFile(url, partial(page, url)) for url in ("a", "b")])
        files = [*kept.of(group)]
        assert [each.url for each in files] == ["a", "b"]
        assert files[1].contents == b"b"
        assert made == expected

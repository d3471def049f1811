"""Pages that are kept between builds: as if they had been drawn anew, and only those drawn that an edit reaches."""

from datetime import date
from functools import partial
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secc.code.load import NoCache
from secc.code.shared_cache import SharedCache
from secc.history import Memory
from secc.ids import Address, DocumentId, DocumentKind
from secc.site.kept_pages import Drawn, KeptPages
from secc.site.made import MadeSite, PageGroup
from secc.site.noted import Computed, Later, Noted, Notes
from secc.site.sources import open_sources
from tests.site.codes import SMALL, made_of
from tests.site.codes import files as files_of
from tests.site.history import TODAY, history_files
from tests.site.test_turning import NAMES, instrument

FIRST = "instruments/2020-01-01-first"
A, H, J = (f"{FIRST}/annexes/section-{letter}.sec" for letter in "AHJ")
METERS = "instruments/2021-02-01-meters.sec"
THIRD = "3 designate Section J as version 1.0, in the form set out at annexes/section-J.sec\n"
_H = Address(DocumentId(DocumentKind.SECTION, "H"))
_TEXT = {
    A: """\
section A: Words

# A1 Words

A1.1 Words of another Section, not those of Section H1.2(a), for the Device and the Hub.

  define "Device" means a thing that measures, as in Section H1.1.
  define "Hub" means a Device that speaks.

A1.2 The square of Section H:

  figure: square.svg "A square"
""",
    J: "section J: Charges\n\n# J1 Money\n\nJ1.1 Each User shall pay for a Device.\n\nJ1.2 Nobody shall pay.\n",
}
DAYS = [date(2020, 1, 1), date(2021, 1, 31), date(2021, 2, 1), date(2022, 3, 1), date(2022, 6, 1), date(2023, 1, 1)]
EDITS = (
    (A, "another", "an other"),
    (A, "A1 Words", "A1 Meanings"),
    (A, "section A: Words", "section A: Meanings"),
    (A, "not those of Section H1.2(a), for", "for"),
    (A, "Section H1.1.", "Section H2.1."),
    (A, "that measures", "that measures well"),
    (A, '"Hub" means a Device', '"Hub" or "U" means a Device'),
    (A, 'define "Device"', 'define "Meter"'),
    (A, "square.svg", "lost.svg"),
    (A, "A1.2 The", "A1.3 The"),
    (H, "every person", "every Device"),
    (H, "(b) each result", "(b) each result; and\n  (c) each Hub"),
    (H, "# H2 Results", "# H2 Outcomes"),
    (H, "H2.1 The", "H2.2 The"),
    (H, "H1.1 The DCC", "H1.1 Each Hub and the DCC"),
    (J, "J1.1 Each", "J1.1 No"),
    (J, "J1.1 Each User shall pay for a Device.\n\n", ""),
    (J, "# J1 Money", "# J1 Payment"),
    (f"{FIRST}/instrument.sec", "Designation of", "Beginning of"),
    (f"{FIRST}/instrument.sec", THIRD, ""),
    (METERS, "All <i>meters</i>", "Every meter"),
    (METERS, 'substitute "every meter"', 'substitute "all meters"'),
    (METERS, "2 suspend Section H1.2(b)", "2 suspend Section H1.2(a)"),
    (METERS, "from: 2021-02-01", "from: 2021-03-01"),
    (METERS, "2 suspend Section H1.2(b)", "2 save what was done under Section J\n2A suspend Section H1.2(b)"),
    ("code.toml", "Test Code", "Other Code"),
    ("code.toml", "This is no law.", "None of this is law."),
    ("document-log.toml", 'number = "2.0"', 'number = "2.1"'),
)


def as_written() -> dict[str, bytes]:
    """The Code with a history, and a third Section."""
    found = history_files() | {path: text.encode() for path, text in _TEXT.items()}
    found[f"{FIRST}/instrument.sec"] += THIRD.encode()
    return found


def of(files: dict[str, bytes], cache: SharedCache | NoCache, day: date = TODAY) -> MadeSite:
    """The website of some files on a day."""
    return made_of(open_sources(Memory(files), cache, day))


def said(site: MadeSite) -> dict[str, tuple[str, frozenset[str]]]:
    """What is on each page, by its address."""
    return {each.url: (each.html, each.identifiers) for each in site.pages}


def edited(files: dict[str, bytes], edit: tuple[str, str, str]) -> dict[str, bytes]:
    """Some files with words of one of them replaced."""
    path, old, new = edit
    return files | {path: files[path].replace(old.encode(), new.encode())}


@settings(max_examples=5)
@given(st.integers(0, 100_000))
def test_after_every_edit_the_pages_are_as_if_none_had_been_kept(seed: int) -> None:
    """Of words, numbers, titles, terms, references, effect and settings, in any order, and back again, on any day."""
    draw, cache = Random(seed), SharedCache()
    edits: list[tuple[str, str, str]] = []
    others: dict[str, bytes] = {}
    day = TODAY
    for _ in range(3):
        edits = [each for each in edits if draw.random() < 0.6]
        edits += draw.sample(EDITS, draw.randint(1, 2))
        if draw.random() < 0.3:
            others = {f"instruments/2020-06-01-{(name := draw.choice(NAMES))}.sec": instrument(name, draw)}
        files = as_written() | others
        for each in edits:
            files = edited(files, each)
        if draw.random() < 0.5:
            day = draw.choice(DAYS)
        kept = of(files, cache, day)
        kept.recall()
        assert said(kept) == said(of(files, NoCache(), day))


@pytest.mark.parametrize(
    ("day", "drawn"),
    [
        pytest.param(date(2021, 2, 1), set(), id="on which all is as it is"),
        pytest.param(date(2021, 1, 31), {"document section-H", "clauses H1/", "clauses H2/"}, id="before a change"),
        pytest.param(
            date(2021, 4, 2),
            {"document section-H", "clauses H2/"},
            id="on which nobody knows whether an event has come",
        ),
    ],
)
def test_on_another_day_only_what_that_reaches_is_drawn(
    day: date, drawn: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    cache, found = SharedCache(), drawn_groups(monkeypatch)
    of(as_written(), cache).recall()
    found.clear()
    then = of(as_written(), cache, day)
    then.recall()
    assert {each for each in found if not each.startswith("instrument ")} == drawn
    assert said(then) == said(of(as_written(), NoCache(), day))


@pytest.mark.parametrize(
    ("edit", "drawn"),
    [
        pytest.param((A, "another", "an other"), {"document section-A", "clauses A1/"}, id="words"),
        pytest.param(
            (H, "each result", "each answer"), {"document section-H", "clauses H1/"}, id="words of a paragraph"
        ),
        pytest.param((J, "Each User", "No User"), {"document section-J", "clauses J1/"}, id="words beside a term"),
        pytest.param((METERS, "made: 2021-02-01", "made: 2021-01-31"), set(), id="a day that no page says"),
        pytest.param(
            (A, "that measures", "that measures well"),
            {"document section-A", "clauses A1/", "terms d"},
            id="the meaning of a term",
        ),
        pytest.param(
            (J, "section J: Charges", "section J: Fees"),
            {"document section-J", "document section-H", "clauses J1/"},
            id="the title of the next page",
        ),
        pytest.param(
            (METERS, "2 suspend", "1A save anything done under Section J1\n2 suspend"),
            {"document section-J", "clauses J1/"},
            id="a saving",
        ),
    ],
)
def test_only_what_an_edit_reaches_is_drawn(
    edit: tuple[str, str, str], drawn: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    cache, found = SharedCache(), drawn_groups(monkeypatch)
    of(as_written(), cache).recall()
    found.clear()
    of(as_written(), cache).recall()
    assert found == set()
    of(edited(as_written(), edit), cache).recall()
    assert {each for each in found if not each.startswith("instrument ")} == drawn


@pytest.mark.parametrize(
    ("edit", "drawn"),
    [
        pytest.param((METERS, "made: 2021-02-01", "made: 2021-01-31"), {"2021-02-01-meters"}, id="its own words"),
        pytest.param((METERS, "from: 2021-02-01", "from: 2021-03-01"), {"2021-02-01-meters"}, id="when it has effect"),
        pytest.param((J, "Each User", "No User"), {"2020-01-01-first"}, id="the text that it is on"),
        pytest.param(
            (A, "another", "an other"), {"2020-01-01-first", "2021-03-01-later"}, id="the text that several are on"
        ),
    ],
)
def test_only_the_instruments_that_an_edit_reaches_are_drawn(
    edit: tuple[str, str, str], drawn: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    cache, found = SharedCache(), drawn_groups(monkeypatch)
    of(as_written(), cache).recall()
    found.clear()
    of(edited(as_written(), edit), cache).recall()
    assert {each.removeprefix("instrument ") for each in found if each.startswith("instrument ")} == drawn


def test_an_instrument_that_is_called_otherwise_is_so_where_others_name_it(monkeypatch: pytest.MonkeyPatch) -> None:
    cache, found = SharedCache(), drawn_groups(monkeypatch)
    files = as_written() | {
        "instruments/2021-05-01-naming.sec": (
            b"direction 2021-05-01-naming: Naming\nmade: 2021-05-01\nfrom: 2021-05-01\nrecorded: 2021-05-01\n\n"
            b"note: As 2021-04-01-proposal has it.\n\n1 withdraw 2021-04-01-proposal\n"
        )
    }
    of(files, cache).recall()
    found.clear()
    files = edited(files, ("instruments/2021-04-01-proposal.sec", ": A proposal", ": An offer"))
    after = of(files, cache)
    after.recall()
    drawn = {each.removeprefix("instrument ") for each in found if each.startswith("instrument ")}
    assert drawn == {"2021-04-01-proposal", "2021-05-01-naming"}
    assert "<p>Withdraw An offer.</p>" in said(after)["instruments/2021-05-01-naming/"][0]
    assert "As An offer has it." in said(after)["instruments/2021-05-01-naming/"][0]
    assert said(after) == said(of(files, NoCache()))


def test_a_text_that_is_no_longer_that_of_a_version_is_drawn_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """That it is not, and when anything changes next, pages say without holding it."""
    cache, found = SharedCache(), drawn_groups(monkeypatch)
    of(history_files(), cache).recall()
    found.clear()
    sooner = edited(history_files(), ("instruments/2021-03-01-later.sec", "from: 2022-06-01", "from: 2022-05-01"))
    for files, drawn in (
        (edited(history_files(), (A, "another", "no other")), {"document section-A", "clauses A1/"}),
        (sooner, {"document section-H", "clauses H1/"}),
    ):
        before, after = (open_sources(Memory(each), NoCache(), TODAY).moment for each in (history_files(), files))
        assert before is not None
        assert after is not None
        assert (before.is_version, before.next_day) != (after.is_version, after.next_day)
        found.clear()
        of(files, cache).recall()
        assert {each for each in found if not each.startswith("instrument ")} == drawn
        of(history_files(), cache).recall()


def test_pages_of_a_code_without_instruments_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    cache, found = SharedCache(), drawn_groups(monkeypatch)

    def drawn(old: str, new: str) -> set[str]:
        found.clear()
        edited = Memory(files_of({path: text.replace(old, new) for path, text in SMALL.items()}))
        kept, anew = (made_of(open_sources(edited, each)) for each in (cache, NoCache()))
        kept.recall()
        assert said(kept) == said(anew)
        return set(found)

    assert {"document section-A", "document section-H", "terms d"} < drawn("Device", "Device")
    assert drawn("Device", "Device") == set()
    assert drawn("test each Device (", "well test each Device (") == {"document section-H", "clauses H14/", "terms t"}


def drawn_groups(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The groups that are drawn from now on."""
    found: set[str] = set()
    draw = PageGroup._drawn

    def drawing(group: PageGroup) -> list[Drawn]:
        found.add(group.name)
        return draw(group)

    monkeypatch.setattr(PageGroup, "_drawn", drawing)
    return found


def test_a_website_in_another_theme_is_drawn_anew() -> None:
    cache, made = SharedCache(), [Drawn("H/", b"one")]
    for theme in ("one", "two"):
        kept = KeptPages(cache, Notes(), theme)
        assert [*kept.of("a", "own", lambda: made).drawn] == made
        assert [*kept.of("a", "own", list).drawn] == made
    assert [*KeptPages(cache, Notes(), "one").of("a", "own", list).drawn] == []


def test_what_was_drawn_is_read_when_it_is_looked_at_and_drawn_again_where_it_is_lost() -> None:
    cache, made = _Losing(), [Drawn("H/", b"one")]
    mark = KeptPages(cache, Notes(), "one").of("a", "own", lambda: made).mark
    found = KeptPages(cache, Notes(), "one").of("a", "own", list)
    assert found.mark == mark
    assert not cache.lost
    assert [*found.drawn] == made
    cache.loses = True
    found = KeptPages(cache, Notes(), "one").of("a", "own", lambda: made)
    assert (found.mark, cache.lost) == (mark, [])
    assert [*found.drawn] == made
    assert len(cache.lost) == 1
    other = KeptPages(SharedCache(), Notes(), "one").of("a", "own", lambda: [Drawn("H/", b"two")])
    assert other.mark != mark


class _Losing(SharedCache):
    """A cache that loses what was drawn."""

    def __init__(self) -> None:
        super().__init__()
        self.loses = False
        self.lost: list[str] = []

    def kept(self, name: str) -> bytes | None:
        if self.loses and name.endswith("-drawn"):
            self.lost.append(name)
            return None
        return super().kept(name)


def test_pages_that_the_cache_has_lost_are_drawn_again() -> None:
    cache = _Losing()
    of(as_written(), cache).recall()
    again = of(as_written(), cache)
    again.recall()
    cache.loses = True
    assert said(again) == said(of(as_written(), NoCache()))


def test_only_the_pages_of_the_group_that_was_looked_at_last_are_held() -> None:
    cache = _Losing()
    cache.loses = True
    kept = KeptPages(cache, Notes(), "one")
    first, second = (kept.of(name, "own", partial(list, [Drawn(name, b"")])) for name in ("a/", "b/"))
    for looked_at, url, lost in ((second, "b/", 0), (first, "a/", 1), (first, "a/", 1), (second, "b/", 2)):
        assert [each.url for each in looked_at.drawn] == [url]
        assert len(cache.lost) == lost


def test_what_was_asked_is_noted_and_answered_again() -> None:
    notes = Notes()
    words = notes.of("words", {"a": "one", "b": "two"}, str)
    numbers = notes.of("numbers", Computed([_H], lambda address: len(address.path)), Address)
    assert words.get("a") == "one"
    (found, asked) = notes.listen(lambda: (words.get("b"), words.get("c", "none"), "d" in words, numbers[_H]))
    assert found == ("two", "none", False, 0)
    assert list(asked) == ["numbers", "words"]

    def answers(words: dict[str, str], number: int = 0) -> str:
        others = Notes()
        others.of("words", Later(lambda: words), str)
        others.of("numbers", {_H: number}, Address)
        return others.answers(asked)[0]

    same, _ = notes.answers(asked)
    assert same == answers({"b": "two"}) == answers({"a": "another", "b": "two", "e": "five"})
    others = [{"b": "three"}, {}, {"b": "two", "c": "three"}, {"b": "two", "d": ""}]
    assert same not in [*map(answers, others), answers({"b": "two"}, 1)]


def test_who_asks_for_everything_is_told_of_everything() -> None:
    notes = Notes()
    words = notes.of("words", {"a": "one"}, str)
    for ask in (lambda: len(words), lambda: [*words], lambda: [*words.values()]):
        _, asked = notes.listen(ask)
        others = Notes()
        others.of("words", {"a": "one", "b": "two"}, str)
        assert notes.answers(asked)[0] != others.answers(asked)[0]


def test_what_was_asked_of_others_is_not_answered() -> None:
    """Where the compiler that kept it noted other mappings, or other keys."""
    notes, others = Notes(), Notes()
    words = notes.of("words", {"a": "one"}, str)
    _, asked = notes.listen(lambda: words["a"])
    assert others.answers(asked)[0] == ""
    others.of("words", {_H: "one"}, Address)
    assert others.answers(asked)[0] == ""


def test_nothing_is_noted_once_it_has_failed() -> None:
    notes = Notes()
    words = notes.of("words", {"a": "one"}, str)
    with pytest.raises(KeyError):
        notes.listen(lambda: words["b"])
    assert isinstance(words, Noted)
    assert words.end() is None

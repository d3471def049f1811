"""What is in flight, whose words are, what is searched and redlines, kept over edits of instruments: as if not kept."""

from collections.abc import Mapping, Sequence
from datetime import date
from random import Random
from types import GenericAlias
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secc.code.load import DocumentCache, NoCache
from secc.code.shared_cache import SharedCache
from secc.history import Memory
from secc.site.any_day.chronicle import chronicle
from secc.site.in_time.changes import by_origin, changes, every_change
from secc.site.in_time.flight_pages import clashing
from secc.site.in_time.marking import marked
from secc.site.in_time.moment import Moment
from secc.site.in_time.whose import Stretch, whose
from secc.site.noted import Noted, Notes, Questions
from secc.site.published import PublishedFile
from secc.site.search.making import search_files
from secc.site.sources import open_sources
from secc.timeline.conflicts import Conflict, ConflictKind
from secc.timeline.identities import origin
from tests.site.history import TODAY, history_files

DAYS = ("2020-06-01", "2021-03-15", "2021-03-31", "2021-06-01", "2022-05-05")
Key = TypeVar("Key")
Value = TypeVar("Value")
READ, TOLD = (
    "The operator shall keep a register that anyone may read on a working day at its offices.",
    "The supplier shall tell each customer how its meter is read and what it costs to mend.",
)
LINES = (
    *(f"in Section H, after Section H1.3 insert\n  > H1.4 {words}" for words in (READ, TOLD)),
    *(f"in Section A, after Section A1.1 insert\n  > A1.2 {words}" for words in (READ, TOLD)),
    "omit Section H1.4",
    "omit Section A1.2",
    'omit Section A1.2 and leave "[Not used]"',
    'in Section H1.4, for "working" substitute "fine"',
    'in Section H1.1, for "each meter" substitute "every meter"',
    'in Section H1.3, omit "person"',
    "move Section A1.1 to Section H, after Section H2.1, as H2.2",
    "renumber Section H2.1 as H2.3",
    'vary Section H2.1 as if for "results" there were substituted "outcomes"',
)
NAMES = ("one", "two", "three", "four")

Found = tuple[
    tuple[Conflict, ...], dict[str, tuple[Stretch, ...] | None], list[PublishedFile], dict[tuple[str, date], str]
]


def instrument(name: str, draw: Random) -> str:
    """Some operations from a day on, by then law or not."""
    made, begins = draw.choice(DAYS), draw.choice(DAYS)
    kind, done = draw.choice((("direction", "made"), ("direction", "made"), ("consultation", "consulted")))
    lines = [f"{kind} 2020-05-01-{name}: {name}", f"{done}: {made}", f"recorded: {made}", f"from: {begins}", ""]
    lines += [f"{number} {line}" for number, line in enumerate(draw.sample(LINES, draw.randint(1, 3)), 1)]
    return "\n".join([*lines, ""])


def files_of(instruments: Mapping[str, str]) -> Memory:
    """The small Code with these instruments after its first, by their names."""
    first = {path: each for path, each in history_files().items() if not path.startswith(("instruments/2021", "docu"))}
    return Memory(first | {f"instruments/2020-05-01-{name}.sec": text.encode() for name, text in instruments.items()})


def found_in(tree: Memory, cache: DocumentCache) -> Found:
    """All four."""
    sources = open_sources(tree, cache, TODAY)
    assert sources.moment is not None
    searched = search_files(chronicle(sources.moment, sources.code.loaded), sources.moment)
    written = whose(sources.moment, Notes())
    redlines, changed = marked(sources.moment), changes(sources.moment)
    keys = [(identity, each.day) for identity, found in changed.items() for each in found]
    return (
        clashing(sources.moment, sources.code.loaded),
        {address: written.get(address) for address in map(str, sources.moment.present.values())},
        list(searched),
        {key: redlines.get(key, "") for key in keys},
    )


def checked(instruments: Mapping[str, str], cache: DocumentCache) -> Found:
    """All four with what is kept, which are those without."""
    found, anew = (found_in(files_of(instruments), each) for each in (cache, NoCache()))
    assert found == anew
    return found


def edits(seed: int) -> list[dict[str, str]]:
    """Instruments, two of which are edited at a time."""
    draw = Random(seed)
    found = [{name: instrument(name, draw) for name in NAMES}]
    for _ in range(3):
        found.append(found[-1] | {name: instrument(name, draw) for name in draw.sample(NAMES, 2)})
    return found


@settings(max_examples=8)
@given(st.integers(0, 100_000))
def test_after_every_edit_all_is_as_if_nothing_had_been_kept(seed: int) -> None:
    """Words that go and come, days, standing, and variations, in any order."""
    cache = SharedCache()
    for instruments in edits(seed):
        checked(instruments, cache)


@settings(max_examples=8)
@given(st.integers(0, 100_000))
def test_what_was_asked_of_a_document_is_answered_as_it_is_when_it_is_asked_again(seed: int) -> None:
    """Where nothing that its answers follow from is another, they are not worked out: they would be the same."""
    cache, before = SharedCache(), None
    for instruments in edits(seed):
        after, anew = (moment_of(instruments, each) for each in (cache, NoCache()))
        if before is not None:
            for document in (*by_origin(before), *by_origin(after)):
                ask_again_of(document, before, after, anew)
        before = after


def moment_of(instruments: Mapping[str, str], cache: DocumentCache) -> Moment:
    """What is known on the day of the site."""
    moment = open_sources(files_of(instruments), cache, TODAY).moment
    assert moment is not None
    return moment


def ask_again_of(document: str, before: Moment, after: Moment, anew: Moment) -> None:
    """What changed in a document, and the redlines, on one state of the instruments and on the next."""
    every = every_change(before), every_change(after)
    who = [each for each in {**every[0], **every[1]} if origin(each) == document]
    days = [(each, change.day) for each in who for told in every for change in told.get(each, ())]
    old, new = by_origin(before), by_origin(after)
    ask_again(old.noted(), new.noted(), Noted(by_origin(anew), str), [document])
    each_changed = (old.noted_each(every[0]), new.noted_each(every[1]), Noted(every_change(anew), str))
    ask_again(*each_changed, who)
    told_changed = (old.noted_each(changes(before)), new.noted_each(changes(after)), Noted(changes(anew), str))
    ask_again(*told_changed, who)
    ask_again(marked(before), marked(after), Noted(marked(anew), GenericAlias(tuple, (str, date))), days)


def ask_again(
    before: Noted[Key, Value], after: Noted[Key, Value], anew: Noted[Key, Value], keys: Sequence[Key]
) -> None:
    """What is answered the second time is what comes of working all of it out, with nothing kept."""
    assert after.answer(questions(before, keys))[0] == anew.answer(questions(anew, keys))[0]


def questions(found: Noted[Key, Value], keys: Sequence[Key]) -> Questions:
    """All keys asked."""
    found.begin()
    for each in keys:
        found.get(each)
    asked = found.end()
    assert asked is not None
    return asked


def written(name: str, line: str, day: str = "2021-03-15") -> dict[str, str]:
    """An instrument of one operation."""
    return {name: f"direction 2020-05-01-{name}: {name}\nmade: 2020-06-01\nfrom: {day}\n\n1 {line}\n"}


def test_moves_in_two_steps_come_and_go() -> None:
    """As the day of the one step is edited, and the words of the other."""
    cache = SharedCache()
    goes = written("one", LINES[0], "2020-06-01") | written("two", "omit Section H1.4", "2021-06-01")
    edited = (
        goes | written("three", LINES[2], "2022-05-05"),
        goes | written("three", LINES[2], "2020-06-01"),
        goes | written("three", LINES[2], "2021-06-01"),
        goes | written("three", LINES[3], "2022-05-05"),
        goes | written("three", LINES[2], "2022-05-05"),
    )
    told = [[each.kind for each in checked(one, cache)[0]] for one in edited]
    assert told == [[ConflictKind.GAP], [ConflictKind.OVERLAP], [], [], [ConflictKind.GAP]]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(written("one", LINES[0]), written("two", LINES[0]), id="the same words by another instrument"),
        pytest.param(written("one", LINES[0]), written("one", LINES[0], "2021-03-16"), id="the same words a day later"),
    ],
)
def test_what_reads_as_it_did_may_be_told_otherwise(before: dict[str, str], after: dict[str, str]) -> None:
    """Whose words they are, or since when they are searched."""
    cache = SharedCache()
    one, other = checked(before, cache), checked(after, cache)
    assert one[1:] != other[1:]


def test_other_words_of_one_change_are_in_its_redline() -> None:
    """The same operation, of the same paragraph, on the same day, puts in other words than it did."""
    cache = SharedCache()
    one, other = (checked(written("one", LINES[8].replace("every", each)), cache) for each in ("every", "any"))
    assert one[3] != other[3]


def test_what_another_document_says_moves_what_is_kept_of_one() -> None:
    """More texts and more days before it: its own are counted from another place."""
    cache = SharedCache()
    few = written("one", LINES[0], "2021-03-31")
    first, *more = (checked(few | each, cache)[2] for each in ({}, *(written("two", LINES[3], day) for day in DAYS)))
    assert all(files != first for files in more)

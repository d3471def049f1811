"""What is kept of time while instruments are edited: every answer is as if nothing had been kept."""

import hashlib
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from secc.code.cache import FolderCache
from secc.code.load import DocumentCache, NoCache
from secc.code.shared_cache import SharedCache
from secc.history import Memory
from secc.ids import Address
from secc.instruments.but_words import but_words
from secc.instruments.model import Dates, Instrument, InstrumentKind, Operation, SubstituteWords, Vary, Words
from secc.instruments.places import Place
from secc.instruments.when import On, OperationRef
from secc.source import Span
from secc.timeline.changing import Changed, changes
from secc.timeline.histories import readings
from secc.timeline.kept import KeptStates
from secc.timeline.opening import open_timeline
from secc.timeline.replay import Wordings
from secc.timeline.timeline import Timeline
from tests.site.history import TODAY, history_files
from tests.timeline.histories import FIRST, Drafter, History, history, section

SEEDS = st.integers(0, 10_000)
some = settings(max_examples=10)


def kept_with(cache: SharedCache, instruments: Sequence[Instrument], earlier: KeptStates | None = None) -> KeptStates:
    by_name = {each.name: each for each in instruments}

    def fingerprint(name: str) -> str:
        return hashlib.sha256(repr(by_name[name]).encode()).hexdigest()

    return KeptStates(cache, fingerprint, lambda name: but_words(by_name[name]), earlier)


@some
@given(SEEDS, SEEDS, st.booleans())
def test_after_every_edit_it_is_as_if_nothing_had_been_kept(seed: int, edits: int, is_words: bool) -> None:
    """Days, ends, operations taken out, variations in the place of changes, instruments that come and go."""
    drafted = history(seed, 3, Drafter.change_words, most=5) if is_words else history(seed, 4)
    draw, cache, kept = Random(edits), SharedCache(), None
    instruments = list(drafted.instruments)
    for _ in range(4):
        kept = kept_with(cache, instruments, kept)
        now, anew = Timeline(instruments, (), drafted.sources, kept), drafted.timeline(instruments)
        assert changes(now) == changes(anew)
        assert now.first_days() == anew.first_days()
        for day in anew.days():
            assert said(now.effective(day)) == said(anew.effective(day))
            assert said(now.base(day)) == said(anew.base(day))
        instruments = edited(drafted, instruments, draw)


def test_two_operations_of_one_number_are_carried_out_as_if_nothing_had_been_kept() -> None:
    """It is told of when the instrument is checked; the second time as the first, both count."""
    files = history_files()
    path = "instruments/2021-03-01-later.sec"
    files[path] += b'\n2 event "Never Fixed" occurs on 2021-04-01\n'
    cache = SharedCache()
    for _ in range(2):
        now, anew = (open_timeline(Memory(files), each).timeline for each in (cache, NoCache()))
        assert changes(now) == changes(anew)
        assert "section-H/H1.4" in changes(now)
        assert [said(now.base(day)) for day in anew.days()] == [said(anew.base(day)) for day in anew.days()]


INSERTED = """\
direction {day}-{name}: {name}
made: {day}
from: {day}

1 in Section H, after Section H1.3 insert
  > {number} The DCC shall rest.
"""
OMITTED = "direction {day}-{name}: {name}\nmade: {day}\nfrom: {day}\n\n1 omit Section {number}\n"
BESIDE = """\
direction {day}-{name}: {name}
made: {day}
from: {day}

1 in Section A1.1, for "another" substitute "{number}"
2 move Section H1.2 to Section A, after Section A1.1, as A1.2
"""


def written(*said: tuple[str, str, str, str]) -> Memory:
    """The Code with directions, each by its form, day, name and number."""
    files = history_files()
    for form, day, name, number in said:
        path = f"instruments/{day}-{name}.sec"
        files[path] = form.format(day=day, name=name, number=number).encode()
    return Memory(files)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(
            [(INSERTED, "2020-02-01", "one", "H1.5"), (OMITTED, "2020-03-01", "two", "H1.5")],
            [(INSERTED, "2020-02-01", "one", "H1.5A"), (OMITTED, "2020-03-01", "two", "H1.5A")],
            id="a number that was given before",
        ),
        pytest.param(
            [(BESIDE, "2020-02-01", "one", "a"), (BESIDE, "2020-06-01", "two", "a")],
            [(BESIDE, "2020-02-01", "one", "each"), (BESIDE, "2020-06-01", "two", "a")],
            id="a provision that came from elsewhere",
        ),
        pytest.param(
            [(OMITTED, "2020-02-01", "one", "H1.5")], [(OMITTED, "2020-02-01", "one", "H1.1")], id="a refusal less"
        ),
    ],
)
def test_a_document_is_as_its_operations_and_all_that_went_before_make_it(
    before: list[tuple[str, str, str, str]], after: list[tuple[str, str, str, str]]
) -> None:
    """Though it read the same before, and the operations on it say the same."""
    cache, told, last = SharedCache(), [], (INSERTED, "2020-09-01", "later", "H1.5")
    for edited_to in (before, after, before):
        now, anew = (open_timeline(written(*edited_to, last), each).timeline for each in (cache, NoCache()))
        told.append((changes(now), [said(now.effective(day)) for day in anew.days()]))
        assert told[-1] == (changes(anew), [said(anew.effective(day)) for day in anew.days()])
    assert told[0] == told[2] != told[1]


@pytest.mark.parametrize("is_varied_first", [True, False])
def test_texts_that_a_cache_has_lost_are_made_again(tmp_path: Path, is_varied_first: bool) -> None:
    """With variations, of which some document knows nothing, and without."""
    kept = asked_of(FolderCache(tmp_path), is_varied_first)
    lost = sorted(tmp_path.rglob("version-*"))
    assert lost
    for each in lost:
        each.unlink()
    assert asked_of(FolderCache(tmp_path), is_varied_first) == kept


def asked_of(cache: DocumentCache, is_varied_first: bool) -> object:
    timeline = open_timeline(Memory(history_files()), cache).timeline
    asked = [timeline.effective, timeline.base] if is_varied_first else [timeline.base, timeline.effective]
    return [said(ask(TODAY)) for ask in asked]


def said(wordings: Wordings) -> object:
    texts = [(each.id, each.text, each.identities, each.traced.origins) for each in wordings.documents.values()]
    refused = {ref: (each.words, each.advice) for ref, each in wordings.refused.items()}
    return (texts, refused, wordings.used)


def edited(drafted: History, instruments: Sequence[Instrument], draw: Random) -> list[Instrument]:
    """Another state of the instruments, of which all but a few are as they were; never without the first."""
    first, *others = drafted.instruments
    names = {each.name for each in instruments}
    there = [each for each in others if each.name in names or draw.randrange(2)]
    found = {each.name: each for each in instruments}
    for each in draw.sample(there, min(2, len(there))):
        found[each.name] = in_other_words(found.get(each.name, each), draw)
    left = [found.get(each.name, each) for each in there]
    return [first, *(each for each in left if draw.randrange(8))]


def in_other_words(instrument: Instrument, draw: Random) -> Instrument:
    match draw.randrange(4):
        case 0:
            return replace(instrument, starts=On(FIRST + timedelta(days=15 * draw.randint(1, 9))))
        case 1:
            assert isinstance(instrument.starts, On)
            return replace(instrument, ends=On(instrument.starts.day + timedelta(days=15 * draw.randint(-1, 4))))
        case 2:
            return replace(instrument, operations=instrument.operations[draw.randrange(2) :])
        case _:
            return replace(instrument, operations=tuple(map(varied, instrument.operations)))


def varied(operation: Operation) -> Operation:
    action = operation.action
    if not isinstance(action, SubstituteWords):
        return operation
    return replace(operation, action=Vary(action.place, action))


def test_an_operation_that_ends_as_it_begins_changes_nothing_and_leaves_nothing_behind() -> None:
    """Though it is of the same day, and of the same clause, as one that does change something."""
    drafted, cache = history(7, 0), SharedCache()
    first, words = drafted.instruments[0], drafted.texts[0][1].partition("H1.2 ")[2].partition(".")[0].split()
    one, other = changing("one", words[:4]), changing("other", words[-4:])
    never = replace(other, ends=other.starts)
    told = []
    for each in (never, replace(never, operations=())):
        instruments = [first, one, each]
        now = Timeline(instruments, (), drafted.sources, kept_with(cache, instruments))
        told.append(changes(now)["section-H/H1.2"])
        assert list(told[-1]) == [
            Changed(each.day, place, each.address, each.by)
            for each, place in zip(readings(now, "section-H/H1.2"), (None, CLAUSE), strict=True)
        ]
    assert told[0] == told[1]
    assert told[0][-1].by == (OperationRef("one", "1"),)


CLAUSE = Address(section(), ("H1.2",))


def changing(name: str, words: Sequence[str]) -> Instrument:
    """An instrument that has other words in the place of some."""
    day = FIRST + timedelta(days=30)
    action = SubstituteWords(Place(CLAUSE), Words(" ".join(words)), f"other words of {name}")
    return Instrument(
        kind=InstrumentKind.DIRECTION,
        name=name,
        title="A change",
        dates=Dates(made=day),
        starts=On(day),
        operations=(Operation(number="1", action=action, span=Span(0, 0)),),
    )


FOR_A_TIME = """\
direction {day}-{name}: {name}
made: {day}
from: {day}

1 until 2020-06-01, in Section A1.1, for "another" substitute "{number}"
"""


def test_a_text_is_one_whether_it_was_made_or_is_come_to_again() -> None:
    """Otherwise what is kept by the days on which a document has another text is not found again."""
    said = (FOR_A_TIME, "2020-02-01", "one", "each"), (INSERTED, "2020-03-01", "two", "H1.5")
    cache = SharedCache()
    for _ in range(2):
        timeline = open_timeline(written(*said), cache).timeline
        assert date(2020, 6, 1) in timeline.wording_days()
        texts = [timeline.base(day).documents[section()] for day in timeline.wording_days()]
        assert len(set(map(id, texts))) == len({each.digest for each in texts})

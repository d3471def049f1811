"""What must always hold of text in time (design: the model), over histories at random."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from secc.amending.version import read
from secc.code.digest import digest
from secc.code.load import NoCache
from secc.code.walk import placed, prose_in
from secc.ids import Address
from secc.instruments.model import AtEnd, Cancel, InsertWords, Instrument, Operation, SubstituteWords, Vary, Words
from secc.instruments.places import Place
from secc.instruments.printing import printed
from secc.instruments.reading import read_instrument
from secc.instruments.when import On, OperationRef
from secc.source import Source, Span
from secc.timeline.histories import identity_of, readings, written
from secc.timeline.timeline import Timeline, asking
from tests.timeline.histories import FIRST, History, history, section

_SEEDS = st.integers(0, 10_000)
_FEW = settings(max_examples=12, deadline=None)


def _digest(text: str) -> str:
    return digest(read(text, section(), NoCache()).document)


def _digest_on(timeline: Timeline, day: date) -> str:
    return timeline.base(day).documents[section()].digest


def _days(made: History) -> Iterator[date]:
    """The days on which the text changes, and those before them."""
    for day, _ in made.texts:
        yield day
        yield day + timedelta(days=29)


@given(_SEEDS)
@_FEW
def test_replay_gives_the_text_of_each_day(seed: int) -> None:
    made = history(seed, 5)
    timeline = made.timeline()
    for place, (day, text) in enumerate(made.texts):
        until = made.texts[place + 1][0] if place + 1 < len(made.texts) else day + timedelta(days=1000)
        assert not timeline.base(day).refused
        for each in (day, until - timedelta(days=1)):
            assert _digest_on(timeline, each) == _digest(text)


@given(_SEEDS)
@_FEW
def test_instruments_that_are_printed_and_read_give_the_same_text(seed: int) -> None:
    made = history(seed, 4)
    read_back: list[Instrument] = []
    for instrument in made.instruments:
        back = read_instrument(Source(f"{instrument.name}.sec", printed(instrument)))
        assert not back.findings
        read_back.append(back.instrument)
    assert read_back == made.instruments
    again = made.timeline(read_back)
    for day, text in made.texts:
        assert _digest_on(again, day) == _digest(text)


@given(_SEEDS)
@_FEW
def test_what_is_recorded_later_changes_no_earlier_answer(seed: int) -> None:
    made = history(seed, 5)
    timeline = made.timeline()
    for last in made.instruments:
        known = last.dates.recorded
        assert known is not None
        by_then = [each for each in made.instruments if (each.dates.recorded or date.max) <= known]
        alone = made.timeline(by_then)
        for day in _days(made):
            full, then = timeline.base(day, asking(known)).documents, alone.base(day).documents
            assert {each: version.text for each, version in full.items()} == {
                each: version.text for each, version in then.items()
            }


@given(_SEEDS)
@_FEW
def test_states_change_only_on_the_days_that_are_listed(seed: int) -> None:
    made = history(seed, 5)
    timeline = made.timeline()
    days = timeline.wording_days()
    assert set(days) == {day for day, _ in made.texts}
    for first, second in pairwise(days):
        assert timeline.base(first) is timeline.base(second - timedelta(days=1))


@given(_SEEDS)
@_FEW
def test_every_word_is_one_operation_s_and_together_they_are_the_text(seed: int) -> None:
    made = history(seed, 5)
    timeline = made.timeline()
    for day, _ in made.texts:
        version = timeline.base(day).documents[section()]
        whole = version.traced.stretches(0, len(version.text))
        strands = list(whole)
        assert "".join(each.text for each in strands) == version.text
        had_effect = {step.ref for step in timeline.steps() if step.day <= day}
        assert {each.origin for each in strands} <= had_effect
        words = " ".join(each.words.strip() for each in written(version, ()))
        blocks = " ".join(prose for prose in _proses(version.text))
        assert words.split() == blocks.split()


def _proses(text: str) -> Iterator[str]:
    document = read(text, section(), NoCache()).document
    yield document.title.text
    for each in placed(document):
        yield from (prose.text for prose in prose_in(each.block))


@given(_SEEDS, st.randoms(use_true_random=False))
@_FEW
def test_the_order_in_which_instruments_are_given_means_nothing(seed: int, draw: object) -> None:
    made = history(seed, 5)
    mixed = list(made.instruments)
    draw.shuffle(mixed)  # type: ignore[attr-defined]  # a Random, which hypothesis does not say
    one, other = made.timeline(), made.timeline(mixed)
    for day in _days(made):
        assert one.base(day).documents[section()].text == other.base(day).documents[section()].text


@given(_SEEDS)
@_FEW
def test_a_cancelled_variation_leaves_the_base_exactly(seed: int) -> None:
    made = history(seed, 2)
    clause = Address(section(), ("H1.1",))
    first = made.texts[0][1]
    sentence = next(line for line in first.splitlines() if line.startswith("H1.1 "))
    word = sentence.split()[1]
    start, end = FIRST + timedelta(days=3), FIRST + timedelta(days=9)
    varied = SubstituteWords(Place(clause), Words(sentence.split(" ", 1)[1].rstrip(".:")), f"{word} as varied")
    vary = Operation(number="1", action=Vary(Place(clause), varied), span=Span(0, 0), starts=On(start))
    cancel = Operation(
        number="2", action=Cancel(OperationRef("2013-09-23-varying", "1")), span=Span(0, 0), starts=On(end)
    )
    varying = replace(made.instruments[0], name="2013-09-23-varying", operations=(vary, cancel))
    timeline = made.timeline([*made.instruments, varying])
    for day in (FIRST, start - timedelta(days=1), start, end - timedelta(days=1), end, end + timedelta(days=400)):
        base, effective = timeline.base(day), timeline.effective(day)
        live = start <= day < end
        assert (effective is base) is not live
        assert ("as varied" in effective.documents[section()].text) is live
        assert "as varied" not in base.documents[section()].text


@given(_SEEDS)
@_FEW
def test_the_readings_of_a_provision_are_its_words_on_their_days(seed: int) -> None:
    made = history(seed, 5)
    timeline = made.timeline()
    last = timeline.last().documents[section()]
    for path in list(last.by_path)[:4]:
        identity = identity_of(timeline.last(), Address(section(), path))
        assert identity is not None
        told = readings(timeline, identity)
        assert told[-1].address == Address(section(), path)
        assert [each.day for each in told] == sorted({each.day for each in told})
        for each in told:
            assert each.by, "somebody is responsible"
            assert all(ref in {step.ref for step in timeline.steps() if step.day == each.day} for ref in each.by)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_temporary_insertion_is_gone_without_a_trace(seed: int) -> None:
    made = history(seed, 2)
    clause = Address(section(), ("H1.1",))
    end = FIRST + timedelta(days=12)
    temporary = Operation(
        number="1",
        action=InsertWords(Place(clause), AtEnd(), "for a while"),
        span=Span(0, 0),
        starts=On(FIRST + timedelta(days=2)),
        ends=On(end),
    )
    extra = replace(made.instruments[0], name="2013-09-23-temporary", operations=(temporary,))
    timeline = made.timeline([*made.instruments, extra])
    plain = made.timeline()
    assert "for a while" in timeline.base(FIRST + timedelta(days=2)).documents[section()].text
    for day in (FIRST, end, end + timedelta(days=100)):
        assert timeline.base(day).documents[section()].text == plain.base(day).documents[section()].text

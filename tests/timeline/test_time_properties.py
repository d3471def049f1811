"""What always holds of time: the invariants of docs/time.md, over instruments made up."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from secc.instruments.model import Dates, Instrument, Scope
from secc.instruments.when import OperationRef, When
from secc.timeline.force import force
from secc.timeline.force_model import Force
from secc.timeline.known import Known
from secc.timeline.learning import learn
from secc.timeline.occurrences import Kind, Settled, change_days, occurrences
from secc.timeline.scopes import EVERYBODY
from secc.timeline.standing import days as days_of
from secc.timeline.value import Day, NeverComes, Unknown, Value, reached
from secc.timeline.when import evaluate
from tests.timeline.lives import (
    EVENTS,
    FIRST,
    NAMES,
    PATHS,
    days,
    decided_by,
    forceful,
    instruments,
    nested,
    orders,
    scopes,
    settled_days,
    several,
)
from tests.timeline.making_time import instrument, located, notice, occurs, records

FEWER = settings(max_examples=25)
OF = OperationRef(NAMES[0], "1")


THERE = [located(path, below=PATHS[place + 1 :]) for place, path in enumerate(PATHS)]


def answers(found: Known, at: date, scope: Scope = EVERYBODY) -> tuple[Force, ...]:
    """The effect of every provision of the small Code on a day, as known."""
    read = records(found)
    return tuple(force(each, at, read, found.horizon, scope) for each in THERE)


@FEWER
@given(several() | forceful(), days, st.data(), orders)
def test_what_is_recorded_later_changes_no_earlier_answer(
    lives: tuple[Instrument, ...], on: date, data: st.DataObject, order: list[list[str]]
) -> None:
    assume(on < FIRST + timedelta(days=40))
    later = data.draw(instruments(NAMES[4], on + timedelta(days=1)))
    before, after = learn(lives, on, order=order), learn((*lives, later), on, order=order)
    assert occurrences(before) == occurrences(after)
    at = data.draw(days)
    assert answers(before, at) == answers(after, at)


@FEWER
@given(several() | forceful(), orders, st.data())
def test_the_order_in_which_instruments_are_read_changes_nothing(
    lives: tuple[Instrument, ...], order: list[list[str]], data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(lives))
    at = data.draw(days)
    before, after = learn(lives, order=order), learn(shuffled, order=order)
    assert occurrences(before) == occurrences(after)
    assert answers(before, at) == answers(after, at)


@FEWER
@given(
    several() | forceful(), st.lists(st.none() | days, min_size=2, max_size=4), st.sets(st.sampled_from(NAMES)), orders
)
def test_what_is_remembered_of_one_day_changes_nothing_on_another(
    lives: tuple[Instrument, ...], several_days: list[date | None], include: set[str], order: list[list[str]]
) -> None:
    remembered: Settled = {}
    for on in several_days:
        for counted in (frozenset[str](), include):
            found = learn(lives, on, include=counted, order=order)
            for kind in (None, *Kind):
                assert occurrences(found, kind, remembered) == occurrences(found, kind)


@FEWER
@given(forceful(), st.none() | days, scopes)
def test_nothing_changes_between_the_days_of_change(
    lives: tuple[Instrument, ...], on: date | None, scope: Scope
) -> None:
    found = learn(lives, on)
    changing = change_days(occurrences(found), found.horizon)
    assert list(changing) == sorted(set(changing))
    by_day = {at: answers(found, at, scope) for at in (FIRST + timedelta(days=count) for count in range(-1, 45))}
    for before, after in pairwise(by_day):
        assert by_day[before] == by_day[after] or after in changing


@FEWER
@given(nested(settled_days), several(), days, days)
def test_nothing_becomes_known_without_a_record(
    when: When, lives: tuple[Instrument, ...], one: date, other: date
) -> None:
    first, second = sorted((one, other))
    assume(not any(first < day <= second for each in lives for day in days_of(each)))
    assert evaluate(when, learn(lives, first), EVERYBODY, OF) == evaluate(when, learn(lives, second), EVERYBODY, OF)


def possible(value: Value) -> tuple[date, date]:
    """The first and the last day on which it can come; what may never come has no last day."""
    match value:
        case Day(day):
            return day, day
        case NeverComes():
            return date.max, date.max
        case Unknown(_, not_before, not_after):
            return not_before or date.min, not_after or date.max


@given(
    nested(st.one_of(settled_days, decided_by)),
    st.none() | days,
    st.dictionaries(st.sampled_from(EVENTS), st.tuples(days, days)),
)
def test_what_is_told_later_lies_within_the_bounds_told_earlier(
    when: When, decided: date | None, told: dict[str, tuple[date, date]]
) -> None:
    """Each event is fixed once, and the decision is on record on its day."""
    itself = instrument(NAMES[0], dates=Dates(consulted=FIRST, decided=decided))
    fixed = [
        notice(f"{recorded}-{place}", occurs(name, str(day)), dates=Dates(made=recorded))
        for place, (name, (recorded, day)) in enumerate(told.items())
    ]
    values = [
        evaluate(when, learn([itself, *fixed], FIRST + timedelta(days=count)), EVERYBODY, OF) for count in range(42)
    ]
    for before, after in pairwise(values):
        first, last = possible(before)
        assert first <= possible(after)[0] <= possible(after)[1] <= last
        if isinstance(before, Unknown) and before.not_after:
            assert reached(after, before.not_after, None) is True

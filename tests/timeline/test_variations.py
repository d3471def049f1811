"""The variations that hold on a day for everybody in a scope: what holds for each of them holds for all."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secc.ids import Address
from secc.instruments.model import Instrument, Occurs, Operation, Scope, SubstituteWords, Vary, Words
from secc.instruments.places import Place
from secc.instruments.when import Event, On, OperationRef, When
from secc.timeline.scopes import EVERYBODY, Extent, within
from secc.timeline.timeline import Timeline, asking
from secc.timeline.value import Day, NeverComes, Unknown
from tests.timeline.histories import history, section
from tests.timeline.lives import FIRST, NAMES, days, forceful, orders, scopes
from tests.timeline.making_time import (
    cancel,
    day,
    effect,
    instrument,
    notice,
    occurs,
    on,
    operation,
    regions,
    roles,
    vary,
)
from tests.timeline.test_scope_properties import ATOMS

REGIONS = ("Central", "North", "South")
ALL = regions(*REGIONS)
BEGUN = Event("Testing begins")
VARIED = instrument("2015-04-24-a", operation("4", vary("H5"), ends=BEGUN))
TWO = notice("2016-09-02-b", operation("1", occurs(BEGUN.name, "2016-10-03"), scope=regions("Central", "South")))
NORTH = notice("2016-11-14-c", operation("1", occurs(BEGUN.name, "2016-11-25"), scope=regions("North")))
MADE = history(1, 1)


def timeline(
    *instruments: Instrument, wholes: tuple[Scope, ...] = (ALL,), order: Sequence[Sequence[str]] = ()
) -> Timeline:
    return Timeline(instruments, order, MADE.sources, None, wholes)


def numbers(made: Timeline, at: str, scope: Scope = EVERYBODY, by: str = "") -> list[str]:
    """The variations that hold on a day, by their numbers."""
    asked = asking(day(by) if by else None)
    return [each.ref.number for each in made.variations(day(at), asked, scope)]


@pytest.mark.parametrize(
    ("at", "holding"),
    [
        ("2015-04-23", []),
        ("2015-06-10", ["Central", "North", "South", "Central South", "North South", "all", "everybody", "supplier"]),
        ("2016-10-02", ["Central", "North", "South", "Central South", "North South", "all", "everybody", "supplier"]),
        ("2016-10-03", ["North"]),
        ("2016-11-24", ["North"]),
        ("2016-11-25", []),
    ],
)
def test_one_that_ends_on_days_of_their_own_holds_for_all_until_the_first(at: str, holding: list[str]) -> None:
    asked = {
        **{name: regions(name) for name in REGIONS},
        "Central South": regions("Central", "South"),
        "North South": regions("North", "South"),
        "all": ALL,
        "everybody": EVERYBODY,
        "supplier": roles("Import Supplier"),
    }
    made = timeline(VARIED, TWO, NORTH)
    assert [name for name, scope in asked.items() if numbers(made, at, scope)] == holding


def test_one_that_begins_on_days_of_their_own_holds_for_all_from_the_last() -> None:
    waits = instrument("2015-04-24-a", operation("4", vary("H5"), starts=BEGUN))
    made = timeline(waits, TWO, NORTH)
    assert [numbers(made, at) for at in ("2016-10-03", "2016-11-24", "2016-11-25")] == [[], [], ["4"]]
    assert numbers(made, "2016-10-03", regions("Central", "South")) == ["4"]
    assert numbers(made, "2016-10-03", regions("North", "South")) == []


def test_where_nothing_says_which_regions_there_are_others_may_be_left() -> None:
    """For them it has not ended; so it holds for everybody only while it does for each region that is named."""
    made = timeline(VARIED, TWO, NORTH, wholes=())
    assert numbers(made, "2015-06-10") == ["4"]
    assert numbers(made, "2016-12-01") == []
    assert numbers(made, "2016-12-01", regions("Elsewhere")) == ["4"]
    waits = instrument("2015-04-24-a", operation("4", vary("H5"), starts=BEGUN))
    assert numbers(timeline(waits, TWO, NORTH, wholes=()), "2016-12-01") == []


def test_one_for_every_region_by_name_is_one_for_everybody() -> None:
    named = instrument("2015-04-24-a", operation("4", vary("H5"), scope=ALL))
    assert numbers(timeline(named), "2015-06-10") == ["4"]
    assert numbers(timeline(named), "2015-06-10", roles("Import Supplier")) == ["4"]
    assert numbers(timeline(named, wholes=()), "2015-06-10") == []


def test_days_are_as_known_on_a_day() -> None:
    """The day for the North was recorded only after it had been told as another."""
    first = notice("2016-09-02-d", operation("1", occurs(BEGUN.name, "2016-11-07"), scope=regions("North")))
    made = timeline(VARIED, TWO, first, NORTH)
    at = "2016-10-02"
    assert numbers(made, at, by="2016-09-01") == numbers(made, at, by="2016-09-02") == numbers(made, at) == ["4"]
    assert numbers(made, "2016-11-10", regions("North"), by="2016-11-10") == []
    assert numbers(made, "2016-11-10", regions("North"), by="2016-11-14") == ["4"]
    assert numbers(made, "2016-11-10", by="2016-11-14") == []


def test_one_whose_end_is_not_known_for_some_has_not_ended_for_them() -> None:
    made = timeline(VARIED, TWO)
    assert numbers(made, "2016-10-02") == numbers(made, "2030-01-01", regions("North")) == ["4"]
    assert numbers(made, "2016-10-03") == []
    (found,) = made.variations(day("2016-10-02"))
    assert found.ends == Unknown((f'event "{BEGUN.name}"',), None, day("2016-10-03"))
    (north,) = made.variations(day("2030-01-01"), scope=regions("North"))
    assert north.ends == Unknown((f'event "{BEGUN.name}"',))


def test_one_with_days_of_their_own_is_one_with_the_days_that_hold_for_all() -> None:
    waits = instrument("2015-04-24-a", operation("4", vary("H5"), starts=BEGUN))
    one, other = (
        notice(name, operation("1", cancel(waits.name, "4"), scope=regions(region)))
        for name, region in (("2017-01-02-e", "South"), ("2017-03-04-f", "North"))
    )
    (found,) = timeline(waits, TWO, NORTH, one, other).variations(day("2016-12-01"))
    assert found.extent == Extent()
    assert (found.starts, found.ends) == (Day(day("2016-11-25")), Day(day("2017-01-02")))
    assert found.cancelled_by == (OperationRef(one.name, "1"), OperationRef(other.name, "1"))
    (plain,) = timeline(VARIED).variations(day("2016-12-01"))
    assert (plain.extent, plain.ends) == (Extent(), Unknown((f'event "{BEGUN.name}"',)))
    assert plain.cancelled_by == ()


def test_it_is_told_with_the_days_of_those_who_are_asked_about() -> None:
    waits = instrument("2015-04-24-a", operation("4", vary("H5"), starts=BEGUN))
    (found,) = timeline(waits, TWO, NORTH).variations(day("2016-12-01"), scope=regions("South"))
    assert (found.starts, found.ends) == (Day(day("2016-10-03")), NeverComes())


def reworded(number: str, new: str, starts: When) -> Operation:
    """`vary Section H1.2 as if for "The" there were substituted …`."""
    place = Place(Address(section(), ("H1.2",)))
    return operation(number, Vary(place, SubstituteWords(place, Words("The"), new)), starts=starts)


def begins_with(made: Timeline, at: str, scope: Scope = EVERYBODY) -> str:
    """The first word of Section H1.2 as it has effect."""
    lines = made.effective(day(at), scope=scope).documents[section()].text.splitlines()
    return next(line.split()[1] for line in lines if line.startswith("H1.2 "))


def test_each_is_carried_out_once_in_its_place_in_the_order() -> None:
    """Of two that begin apart for some, that comes first which came first to hold for all who are asked about."""
    both = instrument("2015-04-24-a", reworded("1", "Every", BEGUN), reworded("2", "Each", on("2016-10-20")))
    made, at = timeline(MADE.instruments[0], both, TWO, NORTH), "2016-12-01"
    assert numbers(made, at) == numbers(made, at, regions("North")) == ["2", "1"]
    assert numbers(made, at, regions("South")) == ["1", "2"]
    assert begins_with(made, at) == begins_with(made, at, regions("North")) == "Each"
    assert begins_with(made, at, regions("South")) == "Every"
    refused = made.effective(day(at)).refused
    assert [each.number for each in refused] == ["1"], "the words for which it puts others are gone by then"


def test_one_that_several_make_in_the_same_words_each_for_some_is_one_for_all() -> None:
    """By an operation for each region, that end on days of their own."""
    ends = {"Central": "2017-01-01", "North": "2016-06-01", "South": "2016-12-01"}
    varied = [
        operation(str(number), reworded("4", "Every", on("2015-04-24")).action, ends=on(end), scope=regions(region))
        for number, (region, end) in enumerate(ends.items(), 1)
    ]
    made = timeline(MADE.instruments[0], instrument("2015-04-24-a", *varied))
    assert numbers(made, "2016-05-31") == ["1"]
    assert numbers(made, "2016-05-31", regions("Central", "South")) == ["1"]
    assert numbers(made, "2016-05-31", regions("South")) == ["3"]
    assert begins_with(made, "2016-05-31") == "Every"
    assert numbers(made, "2016-06-01") == []
    assert begins_with(made, "2016-06-01") == "The"
    assert begins_with(made, "2016-06-01", regions("Central", "South")) == "Every"


def test_what_is_varied_for_each_reads_for_all_as_for_each() -> None:
    varied = instrument("2015-04-24-a", reworded("4", "Every", on("2015-04-24")), ends=BEGUN)
    made = timeline(MADE.instruments[0], varied, TWO, NORTH)
    asked = [EVERYBODY, *map(regions, REGIONS)]
    assert [begins_with(made, "2016-10-02", each) for each in asked] == ["Every"] * 4
    assert [begins_with(made, "2016-10-03", each) for each in asked] == ["The", "The", "Every", "The"]


starts_and_ends = st.none() | st.just(Event("Live")) | st.builds(On, days)
WHOLES: tuple[tuple[Scope, ...], ...] = ((), (regions("North", "South"),))


@st.composite
def varied_apart(draw: st.DrawFn) -> tuple[Instrument, ...]:
    """Variations of one provision, and notices by which they begin, end or are cancelled for some."""
    limits = st.none() | scopes
    varying = [
        operation(str(number), vary("H5"), starts=draw(starts_and_ends), ends=draw(starts_and_ends), scope=draw(limits))
        for number in range(1, draw(st.integers(min_value=1, max_value=2)) + 1)
    ]
    first = instrument(NAMES[0], *varying)
    told = st.builds(Occurs, st.just("Live"), days) | st.sampled_from(
        [cancel(first.name, each.number) for each in varying]
    )
    notices = [
        notice(name, operation("1", draw(told), starts=draw(st.builds(On, days)), scope=draw(limits)))
        for name in NAMES[1 : draw(st.integers(min_value=2, max_value=5))]
    ]
    return (first, *notices)


def atoms(scope: Scope, wholes: tuple[Scope, ...]) -> list[Scope]:
    """Those who can be told apart, within a scope."""
    there = [each for each in ATOMS if not wholes or any(within(each, whole) for whole in wholes)]
    return [each for each in there if within(each, scope)]


@given(forceful() | varied_apart(), orders, scopes, st.none() | days, st.sampled_from(WHOLES))
def test_what_holds_for_each_holds_for_all_and_what_holds_for_all_for_each(
    lives: tuple[Instrument, ...], order: list[list[str]], scope: Scope, on: date | None, wholes: tuple[Scope, ...]
) -> None:
    made, asked = timeline(*lives, wholes=wholes, order=order), asking(on)
    for at in made.days(asked):
        held = made.variations(at, asked, scope)
        each_of = [made.variations(at, asked, atom) for atom in atoms(scope, wholes)]
        assert len(held) == len({each.record for each in held})
        assert {each.record for each in held} >= set.intersection(*({one.record for one in each} for each in each_of))
        assert {each.action for each in held} == set.intersection(*({one.action for one in each} for each in each_of))


@given(forceful() | varied_apart(), scopes, st.none() | days, st.sampled_from(WHOLES))
def test_those_that_are_carried_out_are_those_that_are_told_of_for_all(
    lives: tuple[Instrument, ...], scope: Scope, on: date | None, wholes: tuple[Scope, ...]
) -> None:
    """Beside the effect of the provision that they vary."""
    made, asked = timeline(*lives, wholes=wholes), asking(on)
    for at in made.days(asked):
        told = effect(made.known(asked), "H5", str(at), scope=scope)
        parts = [{each.ref for each in part.varied} for part in told.parts]
        held = {each.ref for each in made.variations(at, asked, scope)}
        assert told.leaves_out or held >= set.intersection(*parts)
        assert told.leaves_out or bool(held) == all(parts), "all these variations are in the same words"


@given(forceful() | varied_apart(), scopes, st.sampled_from(WHOLES))
def test_variations_change_only_on_the_days_of_change(
    lives: tuple[Instrument, ...], scope: Scope, wholes: tuple[Scope, ...]
) -> None:
    made = timeline(*lives, wholes=wholes)
    by_day = {at: made.variations(at, scope=scope) for at in (FIRST + timedelta(days=count) for count in range(-1, 45))}
    for before, after in pairwise(by_day):
        assert by_day[before] == by_day[after] or after in made.days()

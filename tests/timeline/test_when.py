"""Expressions of time, evaluated."""

from datetime import date
from itertools import pairwise

import pytest

from secc.instruments.model import Decide, FixOperation, InstrumentKind, Scope
from secc.instruments.when import (
    After,
    Directed,
    Earlier,
    Effect,
    Event,
    IfDecided,
    InstrumentRef,
    Later,
    Never,
    OperationRef,
    Unit,
    When,
)
from secc.timeline.known import Known
from secc.timeline.scopes import EVERYBODY
from secc.timeline.value import Day, NeverComes, Unknown, in_words
from secc.timeline.when import effect, evaluate
from tests.timeline.making_time import (
    cancel,
    commence,
    day,
    instrument,
    known,
    lived,
    notice,
    occurs,
    on,
    operation,
    regions,
    roles,
    told,
    vary,
)

NOTHING = known()
DONE = Event("Completion of Implementation")


def value(when: When, found: Known = NOTHING, scope: Scope = EVERYBODY, of: str = "2018-01-01-a") -> str:
    return in_words(evaluate(when, found, scope, OperationRef(of, "1")))


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (on("2018-10-01"), "1 October 2018"),
        (Never(), "never"),
        (DONE, 'waits for event "Completion of Implementation"'),
        (Earlier((on("2020-12-31"), on("2019-01-01"))), "1 January 2019"),
        (Earlier((Never(), Never())), "never"),
        (Earlier(()), "never"),
        (Later(()), "never"),
        (Later((on("2020-12-31"), on("2019-01-01"))), "31 December 2020"),
        (Later((on("2020-12-31"), Never())), "never"),
        (
            Earlier((on("2020-12-31"), DONE)),
            'waits for event "Completion of Implementation"; at the latest 31 December 2020',
        ),
        (
            Later((on("2020-12-31"), DONE)),
            'waits for event "Completion of Implementation"; not before 31 December 2020',
        ),
        (Earlier((on("2020-12-31"), Later((DONE, on("2021-06-01"))))), "31 December 2020"),
        (Later((on("2020-12-31"), Earlier((DONE, on("2020-06-01"))))), "31 December 2020"),
        (
            Later((on("2020-01-01"), Earlier((DONE, on("2020-06-01"))))),
            'waits for event "Completion of Implementation"; not before 1 January 2020; at the latest 1 June 2020',
        ),
        (After(6, Unit.MONTH, on("2020-08-31")), "28 February 2021"),
        (After(1, Unit.YEAR, on("2020-02-29")), "28 February 2021"),
        (After(2, Unit.WEEK, on("2020-02-20")), "5 March 2020"),
        (After(1, Unit.DAY, on("2020-12-31")), "1 January 2021"),
        (After(9999, Unit.YEAR, on("2020-12-31")), "never"),
        (After(10**12, Unit.DAY, on("2020-12-31")), "never"),
        (
            After(1, Unit.MONTH, Later((DONE, on("2020-01-31")))),
            'waits for event "Completion of Implementation"; not before 29 February 2020',
        ),
        (After(9999, Unit.YEAR, Later((DONE, on("2020-01-31")))), "never"),
        (Directed(on("2018-08-31")), "31 August 2018"),
        (Effect(InstrumentRef("2019-01-01-b")), "waits for 2019-01-01-b, which is not recorded"),
    ],
)
def test_an_expression_comes_to_a_day_never_or_what_it_waits_for(when: When, words: str) -> None:
    assert value(when) == words


def test_of_several_events_only_those_that_still_decide_are_waited_for() -> None:
    later = Later((Event("A"), on("2030-01-01")))
    assert evaluate(Earlier((later, DONE, on("2025-01-01"))), NOTHING, EVERYBODY, InstrumentRef("a")) == Unknown(
        ('event "Completion of Implementation"',), None, date(2025, 1, 1)
    )


def test_an_event_is_fixed_by_the_record_and_fixed_anew_by_a_later_one() -> None:
    first = notice("2020-05-01-done", occurs(DONE.name, "2020-04-30"))
    second = notice("2020-07-01-done", occurs(DONE.name, "2020-06-30"))
    assert value(DONE, known(first, second, by="2020-04-30")) == 'waits for event "Completion of Implementation"'
    assert value(DONE, known(second, first, by="2020-06-30")) == "30 April 2020"
    assert value(DONE, known(second, first, by="2020-07-01")) == "30 June 2020"


@pytest.mark.parametrize(
    ("recorded", "north"),
    [("2016-11-20", "25 December 2016"), ("2016-11-25", "25 November 2016"), ("2016-12-20", "25 November 2016")],
)
def test_a_day_that_had_come_for_some_stays_when_another_is_told_for_all(recorded: str, north: str) -> None:
    """It was still to come, had come on the day, had come before: what had not is told anew with the rest."""
    first = notice("2016-11-01-n", operation("1", occurs("Live", "2016-11-25"), scope=regions("North")))
    again = notice(f"{recorded}-all", occurs("Live", "2016-12-25"))
    found = known(first, again)
    assert value(Event("Live"), found, regions("North")) == north
    assert value(Event("Live"), found, regions("South")) == value(Event("Live"), found) == "25 December 2016"
    corrected = notice("2017-01-01-c", operation("1", occurs("Live", "2016-11-26"), scope=regions("North")))
    assert value(Event("Live"), known(first, again, corrected), regions("North")) == "26 November 2016"


def test_of_two_records_on_one_day_the_one_declared_last_holds() -> None:
    one = notice("2020-05-01-a", occurs("X", "2020-04-30"), dates=lived(made="2020-05-01"))
    other = notice("2020-05-01-b", occurs("X", "2020-06-30"), dates=lived(made="2020-05-01"))
    by_name = Known([other, one])
    declared = Known([one, other], order=[["2020-05-01-b", "2020-05-01-a"]])
    assert value(Event("X"), by_name) == "30 June 2020"
    assert value(Event("X"), declared) == "30 April 2020"


def test_an_event_fixed_for_a_scope_holds_for_who_is_in_it() -> None:
    """T3: an event fixed for two regions; everybody's day is not known by that."""
    live = notice("2016-11-08-live", operation("1", occurs("Live", "2016-11-08"), scope=regions("Central", "South")))
    found = known(live)
    assert value(Event("Live"), found, regions("South")) == "8 November 2016"
    assert value(Event("Live"), found, Scope((*regions("South").limits, *roles("Gas Supplier").limits))) == (
        "8 November 2016"
    )
    assert value(Event("Live"), found, regions("North")) == 'waits for event "Live"'
    assert value(Event("Live"), found, regions("North", "South")) == 'waits for event "Live"'
    assert value(Event("Live"), found) == 'waits for event "Live"'


def test_a_draft_or_consultation_records_no_fact_unless_it_is_included() -> None:
    draft = notice("2020-05-01-x", occurs("X", "2020-04-30"), dates=lived(consulted="2020-05-01"))
    assert value(Event("X"), known(draft)) == 'waits for event "X"'
    assert value(Event("X"), known(draft, include=("2020-05-01-x",))) == "30 April 2020"


def test_a_direction_replaces_the_day_that_may_be_directed() -> None:
    """T5: 31 August 2018 or any such later date as the Secretary of State may direct."""
    july = instrument("2018-07-24-smets1", operation("21", commence("H14.36A"), starts=Directed(on("2018-08-31"))))
    direction = instrument("2018-08-20-h14", FixOperation(OperationRef("2018-07-24-smets1", "21"), day("2018-09-28")))
    ref = OperationRef("2018-07-24-smets1", "21")
    assert effect(ref, known(july, direction, by="2018-08-19")) == Day(day("2018-08-31"))
    assert effect(ref, known(july, direction, by="2018-08-20")) == Day(day("2018-09-28"))


@pytest.mark.parametrize(
    ("by", "decided", "words"),
    [
        ("2022-02-01", "", "waits for a decision on 2021-11-16-mp173; not before 24 February 2022"),
        ("2022-02-10", "", "waits for a decision on 2021-11-16-mp173; not before 24 February 2022"),
        ("2022-02-11", "", "waits for a decision on 2021-11-16-mp173; not before 30 June 2022"),
        ("2022-06-17", "", "never"),
        ("2022-02-09", "2022-02-09", "24 February 2022"),
        ("2022-02-08", "2022-02-09", "waits for a decision on 2021-11-16-mp173; not before 24 February 2022"),
        ("2022-06-16", "2022-06-16", "30 June 2022"),
        ("2022-07-01", "2022-07-01", "never"),
    ],
)
def test_one_of_several_days_by_when_it_is_decided(by: str, decided: str, words: str) -> None:
    """T16: 24 February 2022 if decided by 10 February, otherwise 30 June if decided by 16 June."""
    when = IfDecided(((day("2022-02-24"), day("2022-02-10")), (day("2022-06-30"), day("2022-06-16"))))
    own = lived(consulted="2021-11-16", **({"decided": decided} if decided else {}))
    itself = instrument("2021-11-16-mp173", kind=InstrumentKind.MODIFICATION, dates=own)
    assert value(when, known(itself, by=by), of="2021-11-16-mp173") == words
    undecided = instrument("2021-11-16-mp173", kind=InstrumentKind.MODIFICATION, dates=lived(consulted="2021-11-16"))
    if decided:
        told = notice(f"{decided}-decision", Decide("2021-11-16-mp173", day(decided)))
        assert value(when, known(undecided, told, by=by), of="2021-11-16-mp173") == words


def test_the_effect_of_another_operation_or_instrument() -> None:
    first = instrument("2018-01-01-a", operation("3", vary("H1"), starts=on("2018-05-01")), starts=on("2018-06-01"))
    second = instrument("2018-02-01-b", operation("1", commence("H2"), starts=Effect(OperationRef(first.name, "3"))))
    assert value(Effect(OperationRef(second.name, "1")), known(first, second)) == "1 May 2018"
    assert value(Effect(InstrumentRef(first.name)), known(first, second)) == "1 June 2018"
    assert value(Effect(InstrumentRef(second.name)), known(first, second)) == "1 February 2018"
    assert value(Effect(OperationRef(first.name, "9")), known(first)) == (
        "waits for paragraph 9 of 2018-01-01-a, which is not recorded"
    )


def test_the_effect_of_what_is_not_law_waits_for_the_decision() -> None:
    proposed = instrument("2021-11-16-mp1", starts=on("2022-01-01"), dates=lived(consulted="2021-11-16"))
    when = Effect(InstrumentRef("2021-11-16-mp1"))
    assert value(when, known(proposed)) == "waits for a decision on 2021-11-16-mp1"
    assert value(when, known(proposed, include=("2021-11-16-mp1",))) == "1 January 2022"


def test_effects_that_wait_for_one_another_are_told_and_do_not_hang() -> None:
    one = instrument("2018-01-01-a", operation("1", vary("H1"), starts=Effect(OperationRef("2018-02-01-b", "1"))))
    other = instrument("2018-02-01-b", operation("1", vary("H2"), starts=Effect(OperationRef("2018-01-01-a", "1"))))
    assert value(Effect(OperationRef("2018-01-01-a", "1")), known(one, other)) == (
        "waits for paragraph 1 of 2018-01-01-a, which waits for itself"
    )


@pytest.mark.parametrize("step", [1, -1])
def test_long_chains_of_effects_are_followed(step: int) -> None:
    names = [f"2018-01-01-a{place:03}" for place in range(300)][::step]
    waits = [
        instrument(name, vary("H1"), starts=Earlier((Effect(OperationRef(before, "1")), Effect(InstrumentRef(before)))))
        for before, name in pairwise(names)
    ]
    found = known(instrument(names[0], vary("H1")), *waits)
    assert effect(OperationRef(names[-1], "1"), found) == Day(day("2018-01-01"))


def test_waiting_for_a_paragraph_of_ones_own_that_is_not_there() -> None:
    one = instrument("2018-01-01-a", vary("H1"), starts=Effect(OperationRef("2018-01-01-a", "9")))
    assert told(known(one)) == [
        "paragraph 1 of 2018-01-01-a, for everybody: "
        "from waits for paragraph 9 of 2018-01-01-a, which is not recorded until never"
    ]


def test_the_effect_of_what_was_withdrawn_never_comes() -> None:
    later = instrument(
        "2018-01-01-a",
        operation("1", vary("H1"), starts=on("2019-01-01")),
        dates=lived(made="2018-01-01", withdrawn="2018-06-01"),
    )
    assert effect(OperationRef("2018-01-01-a", "1"), known(later, by="2018-05-31")) == Day(day("2019-01-01"))
    assert effect(OperationRef("2018-01-01-a", "1"), known(later)) == NeverComes()


def test_without_a_day_of_its_own_an_operation_has_that_of_its_making() -> None:
    both = instrument("2018-01-01-a", vary("H1"), dates=lived(decided="2018-01-01", made="2018-02-01"))
    ref = OperationRef("2018-01-01-a", "1")
    assert in_words(effect(ref, known(both, by="2018-01-31"))) == "waits for the making of 2018-01-01-a"
    assert effect(ref, known(both, by="2018-02-01")) == Day(day("2018-02-01"))
    assert effect(ref, known(instrument("2018-01-01-a", vary("H1"), dates=lived(decided="2018-01-01")))) == Day(
        day("2018-01-01")
    )
    published = notice("2018-01-01-a", cancel("x"), dates=lived(published="2018-01-03", recorded="2018-01-05"))
    assert effect(ref, known(published)) == Day(day("2018-01-03"))

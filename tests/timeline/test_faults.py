"""What is wrong with instruments, and with their days."""

from collections.abc import Iterable

import pytest

from secc.instruments.model import Cease, Dates, Decide, FixOperation, Instrument, Scope, Withdraw
from secc.instruments.when import Directed, Effect, Event, InstrumentRef, Never, OperationRef
from secc.timeline.instrument_faults import Fault, circles, missing, numbering, order_of_days, undeclarable
from secc.timeline.known import Known
from secc.timeline.occurrences import occurrences
from secc.timeline.time_faults import (
    before_authority,
    commenced_already,
    contradictory_facts,
    ends_before_it_starts,
    misnamed_events,
    never_in_effect,
    too_late,
    waiting_for,
    without_power,
)
from tests.timeline.making_time import (
    cancel,
    commence,
    day,
    instrument,
    known,
    lived,
    located,
    notice,
    occurs,
    on,
    operation,
    provisions,
    records,
    regions,
    roles,
    vary,
)


def words(faults: Iterable[Fault]) -> list[str]:
    return [each.words for each in faults]


def test_paragraphs_have_numbers_and_each_its_own() -> None:
    named = instrument("2018-01-01-a", operation("1"), operation(""), operation("2"), operation("2"))
    assert words(numbering(named)) == [
        "a paragraph of 2018-01-01-a has no number",
        "there is more than one paragraph 2 of 2018-01-01-a",
    ]
    assert words(numbering(instrument("2018-01-01-a", operation("1"), operation("1A")))) == []


def test_what_is_referred_to_is_there() -> None:
    one = instrument(
        "2018-01-01-a",
        cancel("2018-01-01-b", "1"),
        cancel("2018-01-01-b", "2"),
        Decide("2018-01-01-c", day("2018-01-01")),
        Withdraw(InstrumentRef("2018-01-01-b")),
        operation("5", starts=Effect(OperationRef("2018-01-01-a", "7"))),
    )
    assert words(missing([one, instrument("2018-01-01-b", vary("H1"), starts=Effect(InstrumentRef("x")))])) == [
        "there is no paragraph 2 in 2018-01-01-b",
        "there is no instrument 2018-01-01-c",
        "there is no paragraph 7 in 2018-01-01-a",
        "there is no instrument x",
    ]


def test_effects_do_not_wait_for_themselves() -> None:
    one = instrument("2018-01-01-a", operation("1", starts=Effect(OperationRef("2018-01-01-b", "1"))))
    other = instrument("2018-01-01-b", operation("1"), starts=Effect(OperationRef("2018-01-01-a", "1")))
    third = instrument("2018-01-01-c", starts=Effect(InstrumentRef("2018-01-01-b")))
    assert [str(each.ref) for each in circles([one, other, third])] == [
        "paragraph 1 of 2018-01-01-a",
        "paragraph 1 of 2018-01-01-b",
    ]


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (lived(consulted="2018-01-01", decided="2018-02-01", laid="2018-02-01", made="2018-03-01"), []),
        (lived(laid="2018-01-01", decided="2018-02-01"), []),
        (lived(recorded="2018-01-01", laid="2018-01-01", made="2018-03-01"), []),
        (
            lived(consulted="2018-03-01", made="2018-01-01"),
            ["2018-01-01-a was made on 1 January 2018, before it was consulted on 1 March 2018"],
        ),
        (
            lived(decided="2018-03-01", made="2018-01-01"),
            ["2018-01-01-a was made on 1 January 2018, before it was decided on 1 March 2018"],
        ),
        (
            lived(made="2018-03-01", recorded="2018-02-01"),
            ["2018-01-01-a was recorded on 1 February 2018, before any step of its life"],
        ),
        (
            lived(consulted="2018-03-01", withdrawn="2018-02-01"),
            ["2018-01-01-a was withdrawn on 1 February 2018, before any step of its life"],
        ),
        (Dates(), ["2018-01-01-a says on no day when it was known"]),
    ],
)
def test_days_follow_one_another(dates: Dates, expected: list[str]) -> None:
    assert words(order_of_days(instrument("2018-01-01-a", dates=dates))) == expected


def test_a_draft_has_been_nothing_yet() -> None:
    draft = instrument("2018-01-01-a", status="draft", dates=lived(consulted="2018-01-01"))
    assert words(order_of_days(draft)) == ["2018-01-01-a is a draft, and has been consulted"]


def test_the_declared_order_can_be_kept() -> None:
    there = [instrument("2018-01-01-a"), instrument("2018-01-01-b")]
    order = [["2018-01-01-a", "2018-01-01-b"], ["2018-01-01-b", "2018-01-01-a", "2018-01-01-c"]]
    assert words(undeclarable(order, there)) == [
        "2018-01-01-a is declared to come before itself",
        "2018-01-01-b is declared to come before itself",
        "`instruments-order` names 2018-01-01-c, and there is no such instrument",
    ]


def test_nothing_has_effect_before_it_is_made_or_its_power_is_there() -> None:
    """T15: agreed for 11 September 2020 or within a month thereafter; made on 17 September."""
    early = instrument("2020-09-17-tmad", operation("1", vary("H1"), starts=on("2020-09-11")))
    found = known(early)
    assert words(before_authority(occurrences(found), found, {})) == [
        "paragraph 1 of 2020-09-17-tmad has effect from 11 September 2020, before it was made on 17 September 2020"
    ]
    in_time = instrument("2020-09-17-tmad", operation("1", vary("H1")), operation("2", vary("H1")))
    found = known(in_time)
    assert words(before_authority(occurrences(found), found, {"Section X5": day("2020-10-01")})) == []


def test_a_power_is_there_before_it_is_used() -> None:
    used = instrument("2020-09-17-a", operation("1", vary("H1"), under=("Section X5",)))
    found = known(used)
    assert words(before_authority(occurrences(found), found, {"Section X5": day("2020-10-01")})) == [
        "paragraph 1 of 2020-09-17-a has effect from 17 September 2020; Section X5 is there from 1 October 2020"
    ]
    assert words(before_authority(occurrences(found), found, {"Section X5": day("2020-09-17")})) == []


def test_an_end_is_after_its_beginning() -> None:
    ended = instrument("2020-01-01-a", operation("1", vary("H1"), ends=on("2020-01-01")), vary("H2"))
    assert words(ends_before_it_starts(occurrences(known(ended)))) == [
        "paragraph 1 of 2020-01-01-a ends on 1 January 2020, and starts on 1 January 2020"
    ]


def test_a_withdrawal_that_comes_too_late_is_told() -> None:
    first = instrument("2018-01-01-a", vary("H1"))
    second = notice("2018-06-01-b", Withdraw(OperationRef(first.name, "1")))
    assert words(too_late(known(first, second))) == [
        "paragraph 1 of 2018-01-01-a had effect before it was withdrawn on 1 June 2018"
    ]
    assert words(too_late(known(first, second, by="2018-05-31"))) == []


def test_a_day_is_directed_only_where_one_may_be_and_no_earlier() -> None:
    first = instrument(
        "2018-07-24-a",
        commence("H1"),
        operation("2", commence("H2"), starts=Directed(on("2018-08-31"))),
    )
    fixed = instrument(
        "2018-08-01-b",
        FixOperation(OperationRef(first.name, "1"), day("2018-09-01")),
        FixOperation(OperationRef(first.name, "2"), day("2018-08-30")),
        FixOperation(OperationRef(first.name, "2"), day("2018-09-28")),
        cancel(first.name, "1"),
    )
    assert words(without_power(known(first, fixed))) == [
        "paragraph 1 of 2018-07-24-a has no date that may be directed",
        "30 August 2018 is directed for paragraph 2 of 2018-07-24-a, and no day before 31 August 2018 may be",
        "paragraph 1 of 2018-07-24-a is no variation, disapplication or suspension, and cannot be cancelled",
    ]


def test_a_day_is_directed_no_earlier_than_may_be_for_any_of_those_for_whom_it_is() -> None:
    first = instrument("2018-07-24-a", operation("1", commence("H1"), starts=Directed(Event("Live"))))
    north = notice("2018-07-25-b", operation("1", occurs("Live", "2018-08-01"), scope=regions("North")))
    south = notice("2018-07-25-c", operation("1", occurs("Live", "2018-09-01"), scope=regions("South")))
    ref = OperationRef(first.name, "1")
    early, late = (FixOperation(ref, day(each)) for each in ("2018-08-15", "2018-09-15"))
    found = known(first, north, south, instrument("2018-07-26-d", early, late), wholes=(regions("North", "South"),))
    assert words(without_power(found)) == [
        "15 August 2018 is directed for paragraph 1 of 2018-07-24-a, and no day before 1 September 2018 may be"
    ]
    for_north = instrument("2018-07-26-d", operation("1", early, scope=regions("North")))
    assert words(without_power(known(first, north, south, for_north))) == []


def test_two_records_on_one_day_do_not_contradict_one_another() -> None:
    one = notice("2020-05-01-a", occurs("X", "2020-04-30"))
    other = notice("2020-05-01-b", occurs("X", "2020-06-30"))
    elsewhere = notice("2020-05-01-c", operation("1", occurs("Y", "2020-06-30"), scope=regions("North")))
    south = notice("2020-05-01-d", operation("1", occurs("Y", "2020-07-30"), scope=regions("South")))
    assert words(contradictory_facts(known(one, other, elsewhere, south))) == [
        'event "X" is told as 30 April 2020 by paragraph 1 of 2020-05-01-a '
        "and as 30 June 2020 by paragraph 1 of 2020-05-01-b, recorded on one day"
    ]
    assert words(contradictory_facts(Known([one, other], order=[[other.name, one.name]]))) == []


def test_events_are_waited_for_by_the_names_by_which_they_are_fixed() -> None:
    waits = instrument(
        "2020-01-01-a",
        operation("1", commence("H1"), starts=Event("the DCC live")),
        operation("2", commence("H2"), ends=Event("Never said")),
    )
    found = known(waits, notice("2020-05-01-b", occurs("DCC Live", "2020-05-01")))
    assert list(waiting_for(found)) == ["Never said", "the DCC live"]
    assert words(misnamed_events(found)) == ['event "the DCC live" is never fixed; event "DCC Live" is']


def already(*instruments: Instrument, inserted: str = "", wholes: tuple[Scope, ...] = ()) -> list[str]:
    there = {each.identity: each for each in (located("H7", inserted), located("H7.1", inserted))}
    return words(commenced_already(there, records(known(*instruments, wholes=wholes))))


def test_what_is_in_effect_is_not_commenced_again() -> None:
    first = instrument("2015-01-01-a", commence("H7"))
    again = instrument("2016-01-01-b", commence("H7.1"))
    assert already(first, again) == [
        "paragraph 1 of 2016-01-01-b commences what paragraph 1 of 2015-01-01-a brought into effect before"
    ]
    assert already(again, instrument("2017-01-01-c", commence("H7"))) == []
    assert already(first, again, inserted="2015-06-01") == []


def test_a_commencement_after_an_end_or_for_others_is_no_second_one() -> None:
    first = instrument("2015-01-01-a", operation("1", commence("H7"), scope=regions("North")))
    assert already(first, instrument("2016-01-01-b", commence("H7"))) == []
    narrower = instrument("2016-01-01-b", operation("1", commence("H7"), scope=roles("Gas Supplier")))
    assert already(first, narrower) == []
    whole = instrument("2015-01-01-a", commence("H7"))
    ended = instrument("2015-06-01-e", Cease(provisions("H7")))
    assert already(whole, ended, instrument("2016-01-01-b", commence("H7"))) == []
    assert len(already(whole, narrower)) == 1
    both = instrument("2015-01-01-a", commence("H7"), operation("2", commence("H7.1"), starts=on("2016-01-01")))
    assert already(both) == []


def test_what_was_commenced_for_each_is_not_commenced_again_for_all() -> None:
    waits = instrument("2015-01-01-a", operation("1", commence("H7"), starts=Event("Live")))
    north = notice("2015-02-01-b", operation("1", occurs("Live", "2015-03-01"), scope=regions("North")))
    south = notice("2015-02-01-c", operation("1", occurs("Live", "2015-04-01"), scope=regions("South")))
    again = instrument("2016-01-01-d", commence("H7"))
    soon = instrument("2016-01-01-e", operation("1", commence("H7"), starts=on("2015-03-20")))
    wholes = (regions("North", "South"),)
    assert already(waits, north, south, again, wholes=wholes) == [
        "paragraph 1 of 2016-01-01-d commences what paragraph 1 of 2015-01-01-a brought into effect before"
    ]
    assert already(waits, north, again, wholes=wholes) == []
    assert already(waits, north, south, soon, wholes=wholes) == [], "in the South it commences it sooner"
    assert already(waits, north, south, again) == [], "there may be others"


def test_a_commencement_that_waits_is_told_once_and_only_where_it_does_nothing_for_anybody() -> None:
    waits = instrument("2016-01-01-b", operation("1", commence("H7"), starts=Event("Live")))
    north = notice("2016-02-01-c", operation("1", occurs("Live", "2016-03-01"), scope=regions("North")))
    south = notice("2016-02-01-d", operation("1", occurs("Live", "2016-04-01"), scope=regions("South")))
    wholes = (regions("North", "South"),)
    first = instrument("2015-01-01-a", commence("H7"))
    assert already(first, waits, north, south, wholes=wholes) == [
        "paragraph 1 of 2016-01-01-b commences what paragraph 1 of 2015-01-01-a brought into effect before"
    ]
    narrow = instrument("2015-01-01-a", operation("1", commence("H7"), scope=regions("North")))
    assert already(narrow, waits, north, south, wholes=wholes) == []


def test_a_provision_that_can_never_have_effect_is_told() -> None:
    never = instrument("2015-01-01-a", operation("1", commence("H7"), starts=Never()))
    there = {"H7": located("H7")}
    assert words(never_in_effect(there, records(known(never)))) == [
        "paragraph 1 of 2015-01-01-a never brings into effect what it names, nor does another"
    ]
    assert words(never_in_effect(there, records(known(never, instrument("2016-01-01-b", commence("H")))))) == []

"""The temporal rules of the Smart Energy Code, as its own instruments use them: T1 to T25 of the facts about it.

Those that concern days and effect; each is a short history and what is said of it, on both clocks.
"""

import pytest

from secc.instruments.model import (
    Cease,
    Disapply,
    Extend,
    FixOperation,
    FixProvision,
    InstrumentKind,
    Occurs,
    Resume,
    Save,
    StagedRename,
    Suspend,
)
from secc.instruments.places import Place
from secc.instruments.when import (
    After,
    Directed,
    Earlier,
    Effect,
    Event,
    IfDecided,
    InstrumentRef,
    Later,
    OperationRef,
    Unit,
)
from secc.timeline.force_model import State
from secc.timeline.known import Known
from secc.timeline.learning import learn
from secc.timeline.occurrences import occurrences
from secc.timeline.standing import Standing
from secc.timeline.time_faults import before_authority
from tests.timeline.making_time import (
    cancel,
    commence,
    day,
    effect,
    insert,
    instrument,
    known,
    lived,
    notice,
    occurs,
    on,
    operation,
    provisions,
    regions,
    roles,
    section,
    told,
    vary,
)

FIRST = "2013-09-23"
DONE = Event("Completion of Implementation")


def days(found: Known, name: str) -> list[str]:
    """The days on which the operations of an instrument start; `-` where that is not known."""
    return [f"{each.ref.number} {each.day or '-'}" for each in occurrences(found) if each.ref.instrument == name]


def test_t1_text_is_there_before_it_has_effect() -> None:
    designated = instrument(
        "2013-09-23-first", operation("1", insert("H5")), operation("2", commence("H5"), starts=Event("X3.1"))
    )
    found = known(designated)
    assert days(found, designated.name) == ["1 2013-09-23", "2 -"]
    assert effect(found, "H5.1", "2013-09-23", inserted=FIRST).in_words == (
        'not yet in effect: waits for event "X3.1" (paragraph 2 of 2013-09-23-first)'
    )


def test_t2_effect_paragraph_by_paragraph() -> None:
    first = instrument("2013-09-23-first", operation("1", commence("H14"), starts=Event("X3.1")))
    informal = instrument(
        "2015-04-24-informal", commence("H14.31(a)", "H14.31(b)", "H14.2(a)", "H14.5", "H14.6", "H14.7", "H14.11")
    )
    found = known(first, informal, by="2016-01-01")
    in_effect = ["H14.31(a)", "H14.31(b)", "H14.2(a)", "H14.5", "H14.11"]
    waiting = ["H14.31(c)", "H14.2(b)", "H14.8", "H14.31"]
    assert {effect(found, path, "2015-04-24", inserted=FIRST).state for path in in_effect} == {State.IN_EFFECT}
    assert {effect(found, path, "2015-04-24", inserted=FIRST).state for path in waiting} == {State.NOT_YET}


def test_t3_live_by_region_and_role_by_cancelling_variations() -> None:
    """8 November 2016 for Central and South; North, and two User Roles, on 25 November."""
    varied = instrument(
        "2016-10-01-a",
        operation("1", vary("H5"), scope=regions("North")),
        operation("2", vary("H5"), scope=roles("Export Supplier", "Registered Supplier Agent")),
        operation("3", vary("H5"), scope=regions("Central", "South")),
    )
    central = instrument("2016-11-08-b", operation("1", cancel(varied.name, "3"), scope=regions("Central", "South")))
    rest = instrument("2016-11-25-c", cancel(varied.name, "1"), cancel(varied.name, "2"))
    found = known(varied, central, rest)

    def live(at: str) -> list[str]:
        return [each.ref.number for each in effect(found, "H5", at).varied]

    assert (live("2016-11-07"), live("2016-11-08"), live("2016-11-25")) == (["1", "2", "3"], ["1", "2"], [])


def test_t4_a_fixed_day() -> None:
    both = instrument("2018-07-24-s3", operation("16", commence("H7"), starts=on("2018-10-01")))
    found = known(both)
    states = [effect(found, "H7.2", at, inserted=FIRST).state for at in ("2018-09-30", "2018-10-01")]
    assert states == [State.NOT_YET, State.IN_EFFECT]


def test_t5_a_day_that_may_be_directed_later() -> None:
    inserted = instrument(
        "2018-07-24-s3",
        insert("H14"),
        operation("21", commence("H14.36A"), starts=Directed(on("2018-08-31"))),
    )
    directed = instrument("2018-08-29-d", FixOperation(OperationRef(inserted.name, "21"), day("2018-09-28")))
    before, after = known(inserted, directed, by="2018-08-28"), known(inserted, directed)
    at = "2018-09-01"
    assert effect(before, "H14.36A", at, inserted="2018-07-24").in_words == (
        "in effect from 31 August 2018 (paragraph 21 of 2018-07-24-s3)"
    )
    assert effect(after, "H14.36A", at, inserted="2018-07-24").in_words == (
        "not yet in effect: from 28 September 2018 (paragraph 21 of 2018-07-24-s3)"
    )


def test_t6_effect_upon_designation() -> None:
    designated = instrument("2015-06-01-l13", operation("1", insert("L13")))
    commencing = instrument(
        "2015-01-26-x3", operation("1", commence("L13"), starts=Effect(InstrumentRef(designated.name)))
    )
    assert days(known(designated, commencing), commencing.name) == ["1 2015-06-01"]
    assert days(known(designated, commencing, by="2015-05-31"), commencing.name) == ["1 -"]


def test_t7_the_earlier_of_an_event_and_a_day_then_the_event_alone() -> None:
    ending = instrument(
        "2018-07-24-s3", operation("1", Cease(provisions("X1.5")), starts=Earlier((DONE, on("2020-12-31"))))
    )
    event_only = instrument("2020-03-12-s0", Extend(provisions("X1.5"), DONE))
    before, after = known(ending, event_only, by="2020-03-11"), known(ending, event_only)
    assert effect(before, "X1.5", "2020-12-31").state is State.CEASED
    assert effect(before, "X1.5", "2020-12-30").state is State.UNKNOWN
    assert effect(after, "X1.5", "2020-12-31").in_words == (
        'not known to be in effect: its end waits for event "Completion of Implementation" '
        "(paragraph 1 of 2020-03-12-s0)"
    )


def test_t8_the_event_is_designated_and_its_day_may_be_told_anew() -> None:
    ending = instrument("2018-07-24-s3", operation("1", Cease(provisions("X1")), starts=DONE))
    first = notice("2021-01-10-n", occurs(DONE.name, "2021-03-31"))
    second = notice("2021-03-01-n", occurs(DONE.name, "2021-06-30"))
    states = [
        effect(known(ending, first, second, by=by), "X1.5", "2021-04-01").state
        for by in ("2021-01-09", "2021-01-10", "2021-03-01")
    ]
    assert states == [State.UNKNOWN, State.CEASED, State.IN_EFFECT]


def test_t9_a_sunset_extended_by_notice() -> None:
    sunset = instrument(
        "2014-01-01-a", operation("1", Cease(provisions("X2.4(b)", "X2.6(a)")), starts=on("2015-03-31"))
    )
    longer = notice("2015-03-27-n", Extend(provisions("X2.4(b)", "X2.6(a)"), on("2015-09-30")))
    states = [
        effect(known(sunset, longer, by=by), "X2.4(b)", "2015-06-01").state for by in ("2015-03-26", "2015-03-27")
    ]
    assert states == [State.CEASED, State.IN_EFFECT]


def test_t10_a_day_stated_in_a_provision_is_fixed_and_its_text_stays() -> None:
    place = Place(section("L4.6(b)"))
    first, second = (
        notice(f"{made}-n", FixProvision(place, day(told_day)))
        for made, told_day in (("2015-03-01", "2015-06-30"), ("2015-05-01", "2015-09-30"))
    )
    stated = [known(first, second, by=by).stated[place][-1].day for by in ("2015-03-01", "2015-05-01")]
    assert stated == [day("2015-06-30"), day("2015-09-30")]


def test_t12_a_period_moved_before_it_ends() -> None:
    """The UITMR Period: to 31 December 2020, then to 31 March 2021."""
    period = instrument("2018-07-24-s3", operation("1", vary("K4"), ends=on("2020-12-31")))
    moved = instrument("2020-03-12-s0", operation("1", vary("K4"), starts=on("2020-12-31"), ends=on("2021-03-31")))
    found = known(period, moved)
    refs = [[str(each.ref) for each in effect(found, "K4", at).varied] for at in ("2020-12-30", "2020-12-31")]
    assert refs == [["paragraph 1 of 2018-07-24-s3"], ["paragraph 1 of 2020-03-12-s0"]]
    assert effect(found, "K4", "2021-03-31").varied == ()


def test_t13_a_duty_is_switched_on_and_off_and_on() -> None:
    found = known(
        instrument("2020-01-01-a", Suspend(provisions("F4.4"))),
        instrument("2020-03-01-b", Resume(provisions("F4.4"))),
        instrument("2020-05-01-c", Suspend(provisions("F4.4"))),
        instrument("2020-07-01-d", Resume(provisions("F4.4"))),
    )
    at = ("2020-02-01", "2020-04-01", "2020-06-01", "2020-08-01")
    assert [effect(found, "F4.4", each).state for each in at] == [
        State.SUSPENDED,
        State.IN_EFFECT,
        State.SUSPENDED,
        State.IN_EFFECT,
    ]


def test_t15_an_agreed_day_with_grace() -> None:
    """11 September 2020, or within one month thereafter; made on 17 September."""
    grace = Later((on("2020-09-11"), Earlier((Event("Re-designation"), After(1, Unit.MONTH, on("2020-09-11"))))))
    planned = instrument("2020-08-01-plan", operation("1", insert("N6"), starts=grace))
    made = instrument("2020-09-17-tmad", Occurs("Re-designation", day("2020-09-17")))
    assert told(known(planned)) == [
        "paragraph 1 of 2020-08-01-plan, for everybody: from waits for "
        'event "Re-designation"; not before 11 September 2020; at the latest 11 October 2020 until never'
    ]
    found = known(planned, made)
    assert days(found, planned.name) == ["1 2020-09-17"]
    assert list(before_authority(occurrences(found), found, {})) == []


@pytest.mark.parametrize(
    ("decided", "expected"),
    [("2022-02-09", "1 2022-02-24"), ("2022-06-16", "1 2022-06-30"), ("2022-06-17", "1 -"), ("", "1 -")],
)
def test_t16_a_day_by_when_it_is_decided(decided: str, expected: str) -> None:
    when = IfDecided(((day("2022-02-24"), day("2022-02-10")), (day("2022-06-30"), day("2022-06-16"))))
    dates = {"consulted": "2021-11-16", **({"decided": decided} if decided else {})}
    mp173 = instrument(
        "2021-11-16-mp173",
        operation("1", insert("L1"), starts=when),
        kind=InstrumentKind.MODIFICATION,
        dates=lived(**dates),
    )
    assert days(learn([mp173], include=[mp173.name]), mp173.name) == [expected]


def test_t17_a_release_whose_day_is_moved() -> None:
    release = instrument("2019-06-01-release", operation("1", insert("A1"), starts=Directed(on("2019-11-24"))))
    moved = instrument("2019-11-20-panel", FixOperation(OperationRef(release.name, "1"), day("2019-11-29")))
    assert days(known(release, moved, by="2019-11-19"), release.name) == ["1 2019-11-24"]
    assert days(known(release, moved), release.name) == ["1 2019-11-29"]


def test_t18_one_modification_in_two_releases() -> None:
    mp = instrument(
        "2022-01-01-secmp0015",
        operation("1", insert("H3"), starts=on("2022-06-30")),
        operation("2", insert("A1"), starts=on("2022-11-03")),
        kind=InstrumentKind.MODIFICATION,
        dates=lived(decided="2022-01-01"),
    )
    assert days(known(mp), mp.name) == ["1 2022-06-30", "2 2022-11-03"]


def test_t19_designated_text_has_effect_with_a_later_release() -> None:
    designated = instrument("2019-10-24-ts", operation("1", insert("A1")), starts=Effect(InstrumentRef("2019-11-29-r")))
    release = instrument("2019-11-29-r", operation("1"), dates=lived(made="2019-11-20"), starts=on("2019-11-29"))
    assert days(known(designated, release, by="2019-11-19"), designated.name) == ["1 -"]
    assert days(known(designated, release, by="2019-11-20"), designated.name) == ["1 2019-11-29"]


def test_t20_what_is_laid_is_not_law() -> None:
    laid = instrument("2018-06-04-s3", insert("H14"), dates=lived(laid="2018-06-04", made="2018-07-24"))
    assert known(laid, by="2018-06-10").standing(laid) is Standing.LAID
    assert occurrences(known(laid, by="2018-06-10")) == ()
    assert days(known(laid, by="2018-07-24"), laid.name) == ["1 2018-07-24"]


def test_t21_a_conditional_removal_waits_for_its_event() -> None:
    removal = instrument(
        "2018-07-24-s3", operation("34", Cease(provisions("N")), starts=Event("No SMETS1 Service Required"))
    )
    assert effect(known(removal, by="2018-08-01"), "N6", "2018-08-01").in_words == (
        'in effect; its end waits for event "No SMETS1 Service Required" (paragraph 34 of 2018-07-24-s3)'
    )


def test_t22_and_t23_savings_and_plans_are_told_and_change_nothing() -> None:
    said = instrument(
        "2020-09-17-tmad",
        Save("anything done under Appendix AL before 2020-09-17"),
        StagedRename("Certified Products List", "Central Products List"),
    )
    found = known(said)
    assert days(found, said.name) == ["1 2020-09-17", "2 2020-09-17"]
    assert effect(found, "N6", "2020-09-17").in_words == "in effect"


def test_t24_a_day_notified_is_replaced_by_a_later_notice_and_not_for_earlier_questions() -> None:
    testing = instrument("2014-01-01-t", operation("1", commence("T2"), starts=Event("SIT commences")))
    first = notice("2015-01-05-n", occurs("SIT commences", "2015-04-01"))
    second = notice("2015-03-05-n", occurs("SIT commences", "2015-06-01"))
    by = ("2015-01-04", "2015-01-05", "2015-03-04", "2015-03-05")
    answers = [days(known(testing, first, second, by=each), testing.name) for each in by]
    assert answers == [["1 -"], ["1 2015-04-01"], ["1 2015-04-01"], ["1 2015-06-01"]]


def test_t25_an_exception_for_one_party() -> None:
    party = roles("Import Supplier")
    derogation = instrument(
        "2020-01-01-a4", operation("1", Disapply(provisions("A4")), scope=party, ends=on("2020-06-30"))
    )
    found = known(derogation)
    assert effect(found, "A4.1", "2020-02-01", scope=party).in_words == (
        'disapplied for User Role "Import Supplier" from 1 January 2020 (paragraph 1 of 2020-01-01-a4), '
        "until 30 June 2020"
    )
    assert effect(found, "A4.1", "2020-06-30", scope=party).state is State.IN_EFFECT
    assert effect(found, "A4.1", "2020-02-01", scope=roles("Gas Supplier")).state is State.IN_EFFECT

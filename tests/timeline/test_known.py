"""What is known on a day: records, standings, withdrawals."""

import pytest

from secc.instruments.model import Decide, InstrumentKind, Withdraw
from secc.instruments.when import Event, InstrumentRef, OperationRef
from secc.timeline.known import Known
from secc.timeline.learning import withdrawals
from secc.timeline.order import by_number, contradictions, declared, number_order, ranks
from secc.timeline.standing import Standing, recorded
from tests.timeline.making_time import (
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
    told,
    vary,
)

LAID = instrument(
    "2018-06-04-smets1",
    vary("H1"),
    starts=on("2018-07-24"),
    dates=lived(consulted="2017-09-01", laid="2018-06-04", made="2018-07-24"),
)


@pytest.mark.parametrize(
    ("by", "standing", "law"),
    [
        ("2018-06-03", "consulting", False),
        ("2018-06-04", "laid", False),
        ("2018-07-23", "laid", False),
        ("2018-07-24", "made", True),
    ],
)
def test_standing_follows_from_the_dates_and_what_is_laid_is_not_law(by: str, standing: str, law: bool) -> None:
    """T20: text laid before Parliament is not to be read as in effect."""
    found = known(LAID, by=by)
    assert found.standing(LAID) == standing
    assert bool(found.law) is law


def test_an_instrument_is_known_from_its_record_or_its_first_day() -> None:
    late = instrument("2020-01-01-a", dates=lived(made="2020-01-01", recorded="2020-01-09"))
    assert known(late, by="2020-01-08").instruments == ()
    assert known(late, by="2020-01-09").instruments == (late,)
    assert recorded(LAID) == day("2017-09-01")
    assert known(LAID, by="2017-08-31").instruments == ()


def test_a_notice_that_is_only_published_is_made_by_that() -> None:
    published = notice("2020-01-01-a", dates=lived(published="2020-01-03", recorded="2020-01-02"))
    assert known(published, by="2020-01-02").standing(published) is Standing.MADE
    assert known(published).law == (published,)


def test_what_has_no_day_at_all_is_known_only_where_no_day_is_asked_of() -> None:
    draft = instrument("2020-01-01-a", status="draft")
    assert known(draft, by="2030-01-01").instruments == ()
    assert known(draft).standing(draft) is Standing.DRAFT
    assert known(draft).law == ()
    assert known(draft, include=(draft.name,)).law == (draft,)


def test_a_consultation_is_never_law_by_itself() -> None:
    consultation = instrument(
        "2020-01-01-a", kind=InstrumentKind.CONSULTATION, dates=lived(consulted="2020-01-01", decided="2020-03-01")
    )
    assert known(consultation, by="2020-02-01").standing(consultation) is Standing.CONSULTING
    assert known(consultation).standing(consultation) is Standing.DECIDED
    assert known(consultation).law == ()


def test_a_decision_is_recorded_by_an_instrument_of_its_own() -> None:
    mp = instrument("2021-11-16-mp173", dates=lived(consulted="2021-11-16"))
    decision = notice("2022-02-10-decision", Decide(mp.name, day("2022-02-09")))
    assert known(mp, decision, by="2022-02-09").standing(mp) is Standing.CONSULTING
    assert known(mp, decision, by="2022-02-10").standing(mp) is Standing.DECIDED
    assert known(mp, decision, by="2022-02-10").decided(mp) == day("2022-02-09")


def test_two_drafts_cannot_decide_one_another() -> None:
    one = instrument("2022-01-01-a", Decide("2022-01-01-b", day("2022-01-02")), dates=lived(consulted="2022-01-01"))
    other = instrument("2022-01-01-b", Decide("2022-01-01-a", day("2022-01-02")), dates=lived(consulted="2022-01-01"))
    assert known(one, other).law == ()


def test_withdrawing_an_operation_leaves_the_others() -> None:
    first = instrument("2018-01-01-a", vary("H1"), vary("H2"), starts=on("2019-01-01"))
    second = notice("2018-06-01-b", Withdraw(OperationRef(first.name, "2")))
    assert len(told(known(first, second, by="2018-05-31"))) == 2
    assert told(known(first, second)) == [
        "paragraph 1 of 2018-06-01-b, for everybody: from 1 June 2018 until never",
        "paragraph 1 of 2018-01-01-a, for everybody: from 1 January 2019 until never",
    ]
    assert known(first, second).standing(first) is Standing.MADE


def test_what_has_had_effect_is_not_withdrawn() -> None:
    first = instrument("2018-01-01-a", vary("H1"), operation("2", vary("H2"), starts=on("2019-01-01")))
    found = known(first, notice("2018-06-01-b", Withdraw(InstrumentRef(first.name))))
    assert found.withdrawn == {OperationRef(first.name, "2")}
    assert found.standing(first) is Standing.MADE
    (withdrawal,) = withdrawals(found)
    assert withdrawal.too_late == (OperationRef(first.name, "1"),)


def test_an_instrument_of_which_nothing_has_had_effect_is_withdrawn_whole() -> None:
    proposed = instrument("2018-01-01-a", vary("H1"), dates=lived(consulted="2018-01-01", withdrawn="2018-03-01"))
    assert known(proposed, by="2018-02-28").standing(proposed) is Standing.CONSULTING
    assert known(proposed).standing(proposed) is Standing.WITHDRAWN
    assert known(proposed, include=(proposed.name,)).law == ()


def test_a_withdrawal_can_be_withdrawn_before_its_day() -> None:
    first = instrument("2018-01-01-a", vary("H1"), starts=on("2019-01-01"))
    second = notice("2018-02-01-b", operation("1", Withdraw(OperationRef(first.name, "1")), starts=on("2018-06-01")))
    third = notice("2018-03-01-c", Withdraw(OperationRef(second.name, "1")))
    assert OperationRef(first.name, "1") in known(first, second, by="2018-02-15").withdrawn
    assert known(first, second, third).withdrawn == {OperationRef(second.name, "1")}


def test_a_withdrawal_that_waits_comes_when_it_has_come_for_the_last() -> None:
    first = instrument("2018-01-01-a", vary("H1"), starts=on("2019-01-01"))
    second = notice("2018-02-01-b", operation("1", Withdraw(OperationRef(first.name, "1")), starts=Event("X")))
    north = notice("2018-03-01-c", operation("1", occurs("X", "2018-03-01"), scope=regions("North")))
    south = notice("2018-04-01-d", operation("1", occurs("X", "2018-04-01"), scope=regions("South")))
    wholes = (regions("North", "South"),)
    assert known(first, second, north, wholes=wholes).withdrawn == frozenset()
    found = known(first, second, north, south, wholes=wholes)
    assert found.withdrawn == {OperationRef(first.name, "1")}
    assert [each.day for each in withdrawals(found)] == [day("2018-04-01")]


def test_a_withdrawn_fact_is_no_fact() -> None:
    first = notice("2018-01-01-a", operation("1", occurs("X", "2019-01-01"), starts=on("2018-12-01")))
    second = notice("2018-02-01-b", Withdraw(OperationRef(first.name, "1")))
    assert "X" in known(first, second, by="2018-01-31").events
    assert "X" not in known(first, second).events


def test_a_day_that_was_told_is_taken_back_before_it_comes() -> None:
    """T17, T24: a day in August, designated and withdrawn in July."""
    first = instrument(
        "2016-05-27-a", operation("1", commence("H2"), starts=on("2016-08-31")), occurs("X", "2016-08-31")
    )
    second = notice("2016-07-29-b", Withdraw(InstrumentRef(first.name)))
    assert known(first, second).standing(first) is Standing.WITHDRAWN
    late = notice("2016-08-31-c", Withdraw(InstrumentRef(first.name)))
    assert known(first, late).standing(first) is Standing.MADE


def test_the_horizon_is_the_day_asked_of_or_the_last_of_the_record() -> None:
    assert known(LAID, by="2018-06-10").horizon == day("2018-06-10")
    assert known(LAID).horizon == day("2018-07-24")
    assert known().horizon is None


def test_operations_stand_by_number_not_as_written() -> None:
    mixed = instrument("2018-01-01-a", *(operation(number) for number in ("10", "2A", "", "1", "2", "2AA", "2Z")))
    assert [mixed.operations[place].number for place in by_number(mixed)] == ["", "1", "2", "2A", "2Z", "2AA", "10"]
    assert number_order("2") < number_order("2A") < number_order("3")


def test_the_declared_order_holds_and_a_contradiction_orders_nothing() -> None:
    assert ranks(["a", "b", "c"], [["c", "a"]]) == {"b": 0, "c": 1, "a": 2}
    assert ranks(["a", "b"], [["c", "a"]]) == {"a": 0, "b": 1}
    assert ranks(["a", "b"], [["b", "a"], ["a", "b"]]) == {"a": 0, "b": 1}
    assert declared(["a", "b", "c"], [["a", "b"], ["b", "c"]]) == {("a", "b"), ("b", "c"), ("a", "c")}
    assert contradictions([["b", "a"], ["a", "b"], ["c", "d"]]) == ("a", "b")


def test_the_order_in_which_instruments_are_given_means_nothing() -> None:
    one, other = instrument("2018-01-01-a", commence("H1")), instrument("2018-01-01-b", commence("H2"))
    assert Known([one, other]).law == Known([other, one]).law

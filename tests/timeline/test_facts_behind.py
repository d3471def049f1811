"""The facts that an answer rests on: what was told last, for those asked about, as known on a day."""

import pytest

from secc.instruments.model import FixOperation, Instrument, Scope
from secc.instruments.when import Directed, Effect, Event, OperationRef
from secc.timeline.effect import Effects
from secc.timeline.facts_behind import facts_behind
from secc.timeline.scopes import EVERYBODY
from secc.timeline.turns import turns
from tests.test_sample_history import opened, section
from tests.timeline.making_time import commence, day, instrument, known, notice, occurs, on, operation, regions, vary

LIVE = Event("DCC Live")
VARIED = instrument("2015-01-01-a", operation("1", vary("H5"), ends=LIVE))
FIRST = notice("2016-01-01-b", operation("1", occurs("DCC Live", "2016-11-08"), scope=regions("Central", "North")))
LATER = notice("2016-11-01-c", operation("1", occurs("DCC Live", "2016-11-25"), scope=regions("North")))
REF = OperationRef(VARIED.name, "1")


@pytest.mark.parametrize(
    ("scope", "by", "told"),
    [
        (regions("North"), "2016-12-01", ["2016-11-25"]),
        (regions("Central"), "2016-12-01", ["2016-11-08"]),
        (EVERYBODY, "2016-12-01", ["2016-11-08", "2016-11-25"]),
        (regions("North"), "2016-06-01", ["2016-11-08"]),
        (regions("South"), "2016-12-01", []),
        (EVERYBODY, "2015-12-31", []),
    ],
)
def test_an_event(scope: Scope, by: str, told: list[str]) -> None:
    found = facts_behind(known(VARIED, FIRST, LATER, by=by), [REF, REF], scope)
    assert [each.fact.day.isoformat() for each in found] == told


def test_what_was_told_anew_for_all_of_them_is_left_out() -> None:
    again = notice("2016-11-02-d", operation("1", occurs("DCC Live", "2016-12-25")))
    (fact,) = facts_behind(known(VARIED, FIRST, LATER, again), [REF])
    assert fact.in_words == (
        'event "DCC Live" is on 25 December 2016, by paragraph 1 of 2016-11-02-d, recorded on 2 November 2016'
    )


def test_what_was_told_anew_for_each_of_them_is_left_out() -> None:
    whole = notice("2016-01-01-w", occurs("DCC Live", "2016-08-31"))
    south = notice("2016-10-01-s", operation("1", occurs("DCC Live", "2016-11-08"), scope=regions("Central", "South")))
    wholes = (regions("Central", "North", "South"),)

    def told(*instruments: Instrument) -> list[str]:
        found = facts_behind(known(VARIED, *instruments, wholes=wholes), [REF])
        return [each.fact.day.isoformat() for each in found]

    assert told(whole, south) == ["2016-08-31", "2016-11-08"]
    assert told(whole, south, LATER) == ["2016-11-08", "2016-11-25"]


def test_a_day_that_had_come_for_some_is_told_beside_that_of_all() -> None:
    late = notice("2016-11-30-e", operation("1", occurs("DCC Live", "2016-12-25")))
    found = [each.fact.day.isoformat() for each in facts_behind(known(VARIED, FIRST, LATER, late), [REF])]
    assert found == ["2016-11-08", "2016-11-25", "2016-12-25"]
    north = facts_behind(known(VARIED, FIRST, LATER, late), [REF], regions("North"))
    assert [each.fact.day.isoformat() for each in north] == ["2016-11-25"]


def test_a_date_directed_behind_the_effect_of_another() -> None:
    other = instrument("2018-01-01-o", operation("7", commence("H6"), starts=Directed(on("2018-08-31"))))
    until = instrument("2018-01-01-u", operation("1", vary("H5"), ends=Effect(OperationRef(other.name, "7"))))
    directed = instrument("2018-08-01-d", FixOperation(OperationRef(other.name, "7"), day("2018-09-28")))
    (fact,) = facts_behind(known(other, until, directed), [OperationRef(until.name, "1")])
    assert fact.in_words.startswith("the date in paragraph 7 of 2018-01-01-o is on 28 September 2018, by")


def test_the_notice_of_an_event_is_among_those_by_which_the_effect_turned() -> None:
    timeline = opened().timeline
    identity = "section-H/H14.31"
    assert Effects(timeline).force(section("H", "H14.31"), day("2016-10-03")) is not None
    october = next(each for each in turns(timeline, identity) if each.day == day("2016-10-03"))
    assert OperationRef("2016-09-02-end-to-end-testing", "1") in october.by

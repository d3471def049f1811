"""Whether a provision has effect on a day, and for whom, in words."""

import pytest

from secc.instruments.model import (
    Cease,
    Disapply,
    Extend,
    Resume,
    Suspend,
)
from secc.instruments.when import Earlier, Event, Later, Never
from secc.timeline.force_model import State
from tests.timeline.making_time import (
    commence,
    effect,
    instrument,
    known,
    notice,
    occurs,
    on,
    operation,
    provisions,
    regions,
    roles,
    vary,
)

FIRST = "2013-09-23"


def test_text_that_nothing_commences_has_effect_from_its_insertion() -> None:
    assert effect(known(), "H14.31", "2015-01-01").in_words == "in effect"
    assert effect(known(), "H14.31", "2018-07-24", inserted="2018-07-24").in_words == (
        "in effect from 24 July 2018, as part of the text"
    )
    assert effect(known(), "H14.31", "2018-07-23", inserted="2018-07-24").in_words == (
        "not yet in effect: part of the text from 24 July 2018"
    )


def test_a_commencement_of_a_paragraph_leaves_the_rest() -> None:
    """T2: H14.31(a) alone, H14 with the rest on an event."""
    first = instrument("2013-09-23-first", operation("1", commence("H14"), starts=Event("E2E")))
    informal = instrument("2015-04-24-informal", commence("H14.31(a)", "H14.2(a)"))
    found = known(first, informal, by="2015-06-01")
    at = "2015-05-01"
    assert effect(found, "H14.31(a)", at, inserted=FIRST).in_words == (
        "in effect from 24 April 2015 (paragraph 1 of 2015-04-24-informal)"
    )
    waiting = 'not yet in effect: waits for event "E2E" (paragraph 1 of 2013-09-23-first)'
    assert effect(found, "H14.31(b)", at, inserted=FIRST).in_words == waiting
    assert effect(found, "H14.31", at, inserted=FIRST, below=("H14.31(a)",)).in_words == (
        'in effect in part; the rest: waits for event "E2E" (paragraph 1 of 2013-09-23-first)'
    )
    assert effect(found, "H14.31(a)", "2015-04-23", inserted=FIRST).in_words == (
        "not yet in effect: from 24 April 2015 (paragraph 1 of 2015-04-24-informal)"
    )


def test_it_is_not_known_what_waits_for_an_event_after_the_day_asked_of() -> None:
    first = instrument(
        "2013-09-23-first", operation("1", commence("H5"), starts=Later((Event("E2E"), on("2016-01-01"))))
    )
    found = known(first, by="2015-06-01")
    assert effect(found, "H5.1", "2015-06-01", inserted=FIRST).state is State.NOT_YET
    assert effect(found, "H5.1", "2015-12-31", inserted=FIRST).state is State.NOT_YET
    assert effect(found, "H5.1", "2016-01-01", inserted=FIRST).in_words == (
        'not known to be in effect: waits for event "E2E"; not before 1 January 2016 (paragraph 1 of 2013-09-23-first)'
    )


def test_what_has_a_last_day_is_in_effect_from_it_event_or_no_event() -> None:
    first = instrument(
        "2013-09-23-first", operation("1", commence("H5"), starts=Earlier((Event("E2E"), on("2016-01-01"))))
    )
    found = known(first, by="2015-06-01")
    assert effect(found, "H5", "2015-06-01", inserted=FIRST).in_words == (
        'not yet in effect: waits for event "E2E"; at the latest 1 January 2016 (paragraph 1 of 2013-09-23-first)'
    )
    assert effect(found, "H5", "2015-07-01", inserted=FIRST).state is State.UNKNOWN
    assert effect(found, "H5", "2016-01-01", inserted=FIRST).in_words == (
        "in effect, at the latest from 1 January 2016 (paragraph 1 of 2013-09-23-first)"
    )


def test_effect_by_region_is_told_region_by_region() -> None:
    """T3: Central and South on 8 November 2016, North on 25 November."""
    live = instrument(
        "2016-11-08-live",
        operation("1", commence("H5"), scope=regions("Central", "South")),
        operation("2", commence("H5"), starts=on("2016-11-25"), scope=regions("North")),
    )
    found = known(live)
    assert effect(found, "H5", "2016-12-01", inserted=FIRST).in_words == (
        'in effect for region "Central" and region "South" from 8 November 2016 (paragraph 1 of 2016-11-08-live); '
        'for region "North" from 25 November 2016 (paragraph 2 of 2016-11-08-live)'
    )
    assert effect(found, "H5", "2016-11-10", inserted=FIRST).in_words == (
        'in effect for region "Central" and region "South" from 8 November 2016 (paragraph 1 of 2016-11-08-live); '
        'not yet in effect for region "North": from 25 November 2016 (paragraph 2 of 2016-11-08-live)'
    )
    assert effect(found, "H5", "2016-11-10", inserted=FIRST).state is State.DIFFERS
    assert effect(found, "H5", "2016-11-10", inserted=FIRST, scope=regions("North")).in_words == (
        'not yet in effect for region "North": from 25 November 2016 (paragraph 2 of 2016-11-08-live)'
    )
    assert effect(found, "H5", "2016-12-01", inserted=FIRST, scope=regions("Orkney")).in_words == (
        'not yet in effect for region "Orkney": no commencement is for them'
    )


def test_an_event_by_region_leaves_everybody_else_waiting() -> None:
    waits = instrument("2013-09-23-first", operation("1", commence("H5"), starts=Event("Live")))
    live = notice("2016-11-08-live", operation("1", occurs("Live", "2016-11-08"), scope=regions("South")))
    assert effect(known(waits, live), "H5", "2016-11-08", inserted=FIRST).in_words == (
        'in effect for region "South" from 8 November 2016 (paragraph 1 of 2013-09-23-first); '
        'not yet in effect for everybody else: waits for event "Live" (paragraph 1 of 2013-09-23-first)'
    )


def test_new_text_in_what_has_commenced_waits_for_its_own_commencement() -> None:
    """T5: H14.36A, inserted into H14, which had been in effect for long."""
    old = instrument("2015-04-24-a", commence("H14"))
    new = instrument("2018-07-24-b", operation("1", commence("H14.36A"), starts=on("2018-08-31")))
    found = known(old, new)
    assert effect(found, "H14.36A", "2018-08-01", inserted="2018-07-24").in_words == (
        "not yet in effect: from 31 August 2018 (paragraph 1 of 2018-07-24-b)"
    )
    assert effect(found, "H14.36B", "2018-08-01", inserted="2018-07-24").in_words == (
        "in effect from 24 July 2018, as part of the text"
    )


def test_in_one_instrument_the_particular_prevails() -> None:
    """T4: H7 to have effect from 1 October 2018, beside the rest of H."""
    both = instrument("2014-01-01-a", commence("H"), operation("2", commence("H7"), starts=on("2018-10-01")))
    assert effect(known(both), "H7.2", "2015-01-01", inserted=FIRST).state is State.NOT_YET
    assert effect(known(both), "H8.2", "2015-01-01", inserted=FIRST).state is State.IN_EFFECT
    assert effect(known(both), "H7.2", "2018-10-01", inserted=FIRST).in_words == (
        "in effect from 1 October 2018 (paragraph 2 of 2014-01-01-a)"
    )


def test_of_several_commencements_the_earliest_counts() -> None:
    first = instrument("2013-09-23-first", operation("1", commence("H5"), starts=Event("E2E")))
    second = instrument("2015-01-01-b", operation("1", commence("H"), starts=on("2016-01-01")))
    third = instrument("2015-02-01-c", operation("1", commence("H5.1"), starts=on("2015-06-01")))
    found = known(first, second, third)
    assert effect(found, "H5.1", "2015-06-01", inserted=FIRST).in_words == (
        "in effect, at the latest from 1 June 2015 (paragraph 1 of 2013-09-23-first, "
        "paragraph 1 of 2015-01-01-b, paragraph 1 of 2015-02-01-c)"
    )
    assert effect(found, "H5.2", "2015-06-01", inserted=FIRST).state is State.UNKNOWN
    by_then = known(first, second, third, notice("2015-07-01-d"))
    assert effect(by_then, "H5.1", "2015-06-01", inserted=FIRST).in_words == (
        "in effect from 1 June 2015 (paragraph 1 of 2015-02-01-c)"
    )


def test_a_failed_condition_brings_nothing_into_effect() -> None:
    never = instrument("2014-01-01-a", operation("1", commence("H5"), starts=Never()))
    assert effect(known(never), "H5", "2020-01-01", inserted=FIRST).in_words == (
        "not yet in effect: what would bring it into effect never does (paragraph 1 of 2014-01-01-a)"
    )


def test_the_last_recorded_end_holds() -> None:
    """T9: until 30 June 2015, extended to 30 September, shortened to August."""
    first = instrument("2014-01-01-a", operation("1", commence("X2.4"), ends=on("2015-06-30")))
    longer = notice("2015-05-01-b", Extend(provisions("X2.4"), on("2015-09-30")))
    shorter = notice("2015-05-02-c", Extend(provisions("X2"), on("2015-08-31"), shorter=True))
    assert effect(known(first), "X2.4", "2015-06-29", inserted=FIRST).in_words == (
        "in effect from 1 January 2014 (paragraph 1 of 2014-01-01-a), until 30 June 2015 (paragraph 1 of 2014-01-01-a)"
    )
    assert effect(known(first, longer), "X2.4", "2015-09-29", inserted=FIRST).state is State.IN_EFFECT
    assert effect(known(first, longer, shorter), "X2.4", "2015-08-31", inserted=FIRST).in_words == (
        "ceased to have effect on 31 August 2015 (paragraph 1 of 2015-05-02-c)"
    )
    assert effect(known(first, longer, shorter, by="2015-05-01"), "X2.4", "2015-08-31", inserted=FIRST).state is (
        State.IN_EFFECT
    )


def test_what_ended_by_itself_is_not_extended_with_what_it_stands_in() -> None:
    """X2.4 until September 2015; Section X until 2018, extended to 2020, cut off in 2019."""
    first = instrument(
        "2013-09-23-first",
        operation("1", Cease(provisions("X2.4")), starts=on("2015-09-30")),
        operation("2", Cease(provisions("X")), starts=on("2018-10-31")),
    )
    longer = instrument("2018-07-24-b", Extend(provisions("X"), on("2020-12-31")))
    found = known(first, longer)
    assert effect(found, "X2.4", "2016-01-01").in_words == (
        "ceased to have effect on 30 September 2015 (paragraph 1 of 2013-09-23-first)"
    )
    assert effect(found, "X2.5", "2016-01-01").in_words == (
        "in effect, until 31 December 2020 (paragraph 1 of 2018-07-24-b)"
    )
    again = instrument("2018-08-01-c", Extend(provisions("X2.4"), on("2022-01-01")))
    assert effect(known(first, longer, again), "X2.4", "2021-01-01").state is State.IN_EFFECT
    off = instrument("2019-01-01-d", Cease(provisions("X")))
    assert effect(known(first, longer, again, off), "X2.4", "2021-01-01").in_words == (
        "ceased to have effect on 1 January 2019 (paragraph 1 of 2019-01-01-d)"
    )


def test_an_end_that_has_come_is_not_put_down_to_what_has_not() -> None:
    """As known in 2015 the whole might have ended sooner; by 2016 it is known that it had not."""
    first = instrument("2013-09-23-first", operation("1", Cease(provisions("X2.4")), starts=on("2015-09-30")))
    whole = instrument("2014-01-01-a", operation("1", Cease(provisions("X")), starts=Event("Completion")))
    assert effect(known(first, whole, by="2015-01-01"), "X2.4", "2015-01-01").in_words == (
        'in effect; its end waits for event "Completion"; at the latest 30 September 2015 '
        "(paragraph 1 of 2013-09-23-first, paragraph 1 of 2014-01-01-a)"
    )
    assert effect(known(first, whole, notice("2016-01-01-n")), "X2.4", "2016-01-01").in_words == (
        "ceased to have effect on 30 September 2015 (paragraph 1 of 2013-09-23-first)"
    )


def test_a_commencement_of_a_paragraph_does_not_fix_the_end_of_the_whole() -> None:
    first = instrument("2014-01-01-a", commence("X2.4"))
    whole = instrument("2014-02-01-b", operation("1", Cease(provisions("X")), starts=on("2018-10-31")))
    longer = instrument("2018-07-24-c", Extend(provisions("X"), on("2020-12-31")))
    assert effect(known(first, whole, longer), "X2.4", "2020-12-30", inserted=FIRST).state is State.IN_EFFECT


def test_text_ceases_to_have_effect_and_may_commence_again() -> None:
    ended = instrument("2016-01-01-a", Cease(provisions("X3")))
    again = instrument("2017-01-01-b", operation("1", commence("X3"), starts=on("2018-01-01")))
    assert effect(known(ended), "X3.1", "2015-12-31").in_words == (
        "in effect, until 1 January 2016 (paragraph 1 of 2016-01-01-a)"
    )
    assert effect(known(ended, again, by="2016-12-31"), "X3.1", "2018-01-01").in_words == (
        "ceased to have effect on 1 January 2016 (paragraph 1 of 2016-01-01-a)"
    )


def test_an_end_that_waits_for_an_event() -> None:
    """T7, T8: until Completion of Implementation, which an instrument fixes later."""
    ended = instrument("2018-07-24-a", operation("1", Cease(provisions("X1")), starts=Event("Completion")))
    found = known(ended, by="2019-01-01")
    assert effect(found, "X1.5", "2018-08-01").in_words == (
        'in effect; its end waits for event "Completion" (paragraph 1 of 2018-07-24-a)'
    )
    assert effect(found, "X1.5", "2019-01-02").in_words == (
        'not known to be in effect: its end waits for event "Completion" (paragraph 1 of 2018-07-24-a)'
    )
    done = notice("2021-03-01-b", occurs("Completion", "2021-02-26"))
    assert effect(known(ended, done), "X1.5", "2021-02-26").state is State.CEASED


def test_a_switch_goes_off_and_on_and_off() -> None:
    """T13: a duty capable of being switched on and off."""
    switches = (
        instrument("2020-01-01-a", Suspend(provisions("H16"))),
        instrument("2020-06-01-b", Resume(provisions("H16.1"))),
        instrument("2021-01-01-c", Suspend(provisions("H16.1"))),
    )
    found = known(*switches)
    states = [effect(found, "H16.1", at).state for at in ("2019-12-31", "2020-01-01", "2020-06-01", "2021-01-01")]
    assert states == [State.IN_EFFECT, State.SUSPENDED, State.IN_EFFECT, State.SUSPENDED]
    assert effect(found, "H16.1", "2020-02-01").in_words == (
        "suspended from 1 January 2020 (paragraph 1 of 2020-01-01-a), until 1 June 2020"
    )
    assert effect(found, "H16.2", "2020-08-01").state is State.SUSPENDED


def test_a_suspension_that_waits_leaves_the_future_open() -> None:
    waits = instrument("2020-01-01-a", operation("1", Suspend(provisions("H16")), starts=Event("Strike")))
    found = known(waits, by="2020-02-01")
    assert effect(found, "H16", "2020-02-01").state is State.IN_EFFECT
    assert effect(found, "H16", "2020-02-02").in_words == (
        "not known to be in effect: it may be suspended (paragraph 1 of 2020-01-01-a)"
    )


def test_a_provision_disapplied_to_a_class_is_in_effect_for_everybody_else() -> None:
    both = instrument("2018-07-24-a", operation("1", Disapply(provisions("F5")), scope=roles("Gas Supplier")))
    assert effect(known(both), "F5.1", "2018-08-01", inserted=FIRST).in_words == (
        'disapplied for User Role "Gas Supplier" from 24 July 2018 (paragraph 1 of 2018-07-24-a); '
        "in effect for everybody else from 23 September 2013, as part of the text"
    )
    assert effect(known(both), "F5.1", "2018-08-01", inserted=FIRST, scope=roles("Gas Supplier")).state is (
        State.DISAPPLIED
    )


def test_a_variation_is_told_beside_the_effect() -> None:
    informal = instrument("2015-04-24-a", commence("H14.31"), operation("2", vary("H14.31"), ends=on("2016-11-08")))
    found = effect(known(informal), "H14.31(a)", "2015-05-01", inserted=FIRST)
    assert found.in_words == (
        "in effect from 24 April 2015 (paragraph 1 of 2015-04-24-a); "
        "varied by paragraph 2 of 2015-04-24-a: said in words"
    )
    assert [each.ref.number for each in found.varied] == ["2"]
    assert effect(known(informal), "H14.31(a)", "2016-11-08", inserted=FIRST).varied == ()


def test_what_differs_by_a_variation_alone_is_told_once() -> None:
    varied = instrument(
        "2015-04-24-a",
        commence("H14"),
        operation("2", vary("H14"), scope=regions("North")),
        operation("3", Disapply(provisions("H14")), starts=on("2018-01-01"), scope=roles("Gas Supplier")),
    )
    found = effect(known(varied), "H14", "2016-01-01", inserted=FIRST)
    assert found.in_words == (
        "in effect from 24 April 2015 (paragraph 1 of 2015-04-24-a); "
        'varied for region "North" by paragraph 2 of 2015-04-24-a: said in words'
    )
    assert [str(ref) for ref in found.refs] == ["paragraph 1 of 2015-04-24-a", "paragraph 2 of 2015-04-24-a"]
    assert [[extent.printed for extent in part.extents] for part in found.parts] == [
        ['region "North"'],
        ['everybody outside region "North"'],
    ]


@pytest.mark.parametrize("at", ["2016-11-07", "2016-11-08", "2016-11-24", "2016-11-25"])
def test_regions_that_are_told_apart_add_up(at: str) -> None:
    live = instrument(
        "2016-11-08-live",
        operation("1", Suspend(provisions("H5")), scope=regions("Central", "South")),
        operation("2", Suspend(provisions("H5")), starts=on("2016-11-25"), scope=regions("North")),
    )
    whole = effect(known(live), "H5", at)
    for name in ("North", "South", "Elsewhere"):
        (part,) = effect(known(live), "H5", at, scope=regions(name)).parts
        assert part.state in {each.state for each in whole.parts}


def test_variations_of_one_instrument_are_named_together() -> None:
    north = regions("North")
    informal = instrument(
        "2015-04-24-informal",
        commence("H14"),
        operation("2", vary("H14.31"), scope=north),
        operation("3", vary("H14.31")),
        operation("4", vary("H14.31(a)"), scope=north),
    )
    later = instrument("2016-11-08-later", operation("8", vary("H14.31(a)"), scope=north))
    words = effect(known(informal, later, by="2017-01-01"), "H14.31(a)", "2017-01-01", inserted=FIRST).in_words
    assert words.partition("; ")[2] == (
        'varied for region "North" by paragraphs 2 and 4 of 2015-04-24-informal, and by paragraph 8 of 2016-11-08-later'
        ": said in words; varied by paragraph 3 of 2015-04-24-informal: said in words"
    )

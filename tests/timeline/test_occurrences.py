"""Operations with their days: in what order, for whom, until when."""

from secc.instruments.model import Extend, Suspend
from secc.instruments.when import Directed, Earlier, Event, Later
from secc.timeline.learning import learn
from secc.timeline.occurrences import change_days, occurrences, undeclared
from secc.timeline.scopes import Extent
from tests.timeline.making_time import (
    cancel,
    commence,
    day,
    insert,
    instrument,
    known,
    notice,
    occurs,
    on,
    operation,
    provisions,
    regions,
    told,
    vary,
)

INFORMAL = instrument(
    "2015-04-24-informal-testing",
    commence("H14.31(a)"),
    operation("2", vary("H14.31"), ends=Event("End-to-End Testing begins")),
)


def test_operations_stand_by_day_then_as_declared_then_by_number() -> None:
    one = instrument("2018-01-01-a", operation("10"), operation("2"), operation("1", starts=on("2018-05-01")))
    other = instrument("2017-12-01-b", starts=on("2018-01-01"))
    third = instrument("2017-12-01-c", operation("1"), operation("2", starts=Event("X")), starts=on("2018-01-01"))
    assert [str(each.ref) for each in occurrences(known(one, other, third))] == [
        "paragraph 1 of 2017-12-01-c",
        "paragraph 2 of 2018-01-01-a",
        "paragraph 10 of 2018-01-01-a",
        "paragraph 1 of 2018-01-01-a",
        "paragraph 2 of 2017-12-01-c",
    ]


def test_a_variation_ends_by_its_own_words_or_by_cancelling_whichever_is_earlier() -> None:
    assert told(known(INFORMAL))[1] == (
        "paragraph 2 of 2015-04-24-informal-testing, for everybody: "
        'from 24 April 2015 until waits for event "End-to-End Testing begins"'
    )
    cancelled = notice("2016-11-08-live", cancel(INFORMAL.name, "2"))
    assert told(known(INFORMAL, cancelled))[1] == (
        "paragraph 2 of 2015-04-24-informal-testing, for everybody: "
        'from 24 April 2015 until waits for event "End-to-End Testing begins"; at the latest 8 November 2016'
    )


def test_cancelling_for_a_region_splits_a_variation() -> None:
    """T3: Central and South on 8 November 2016, North on 25 November."""
    varied = instrument("2015-04-24-informal", vary("H14.31"))
    central = notice("2016-11-08-live", operation("1", cancel(varied.name), scope=regions("Central", "South")))
    north = notice("2016-11-25-north", operation("1", cancel(varied.name), scope=regions("North")))
    assert told(known(varied, central, north))[:3] == [
        'paragraph 1 of 2015-04-24-informal, for region "North": from 24 April 2015 until 25 November 2016',
        'paragraph 1 of 2015-04-24-informal, for region "Central" and region "South": '
        "from 24 April 2015 until 8 November 2016",
        "paragraph 1 of 2015-04-24-informal, for everybody "
        'outside region "Central" and region "North" and region "South": from 24 April 2015 until never',
    ]


def test_where_all_regions_are_known_nobody_else_is_left() -> None:
    varied = instrument("2015-04-24-informal", vary("H14.31"))
    live = notice("2016-11-08-live", operation("1", cancel(varied.name), scope=regions("Central", "South")))
    north = notice("2016-11-25-north", operation("1", cancel(varied.name), scope=regions("North")))
    found = occurrences(learn([varied, live, north], wholes=[regions("Central", "North", "South")]))
    assert [each.extent.printed for each in found if each.ref.instrument == varied.name] == [
        'region "North"',
        'region "Central" and region "South"',
    ]


def test_temporary_text_is_there_until_it_ends_for_everybody() -> None:
    waits = instrument("2015-01-01-a", operation("1", insert("H5"), ends=Event("Live")))
    south = notice("2016-11-08-live", operation("1", occurs("Live", "2016-11-08"), scope=regions("South")))
    rest = notice("2016-11-25-live", operation("1", occurs("Live", "2016-11-25"), scope=regions("North")))
    wholes = [regions("North", "South")]
    assert occurrences(learn([waits, south], wholes=wholes))[0].last is None
    assert occurrences(learn([waits, south, rest], wholes=wholes))[0].last == day("2016-11-25")


def test_only_variations_disapplications_and_suspensions_are_cancelled() -> None:
    found = known(INFORMAL, notice("2016-11-08-x", cancel(INFORMAL.name, "1")))
    assert occurrences(found)[0].cancelled_by == ()
    suspended = instrument("2016-01-01-s", Suspend(provisions("H1")))
    found = known(suspended, notice("2016-11-08-x", cancel(suspended.name, "1")))
    assert occurrences(found)[0].last == day("2016-11-08")


def test_an_event_fixed_by_region_splits_what_waits_for_it() -> None:
    waits = instrument("2015-01-01-a", operation("1", commence("H5"), starts=Event("Live")))
    live = notice("2016-11-08-live", operation("1", occurs("Live", "2016-11-08"), scope=regions("South")))
    assert told(known(waits, live)) == [
        'paragraph 1 of 2015-01-01-a, for region "South": from 8 November 2016 until never',
        'paragraph 1 of 2016-11-08-live, for region "South": from 8 November 2016 until never',
        'paragraph 1 of 2015-01-01-a, for everybody outside region "South": from waits for event "Live" until never',
    ]


def test_text_is_there_for_everybody_once_it_is_for_anybody() -> None:
    waits = instrument("2015-01-01-a", operation("1", insert("H5"), starts=Event("Live")))
    live = notice("2016-11-08-live", operation("1", occurs("Live", "2016-11-08"), scope=regions("South")))
    assert told(known(waits, live))[:1] == [
        "paragraph 1 of 2015-01-01-a, for everybody: from 8 November 2016 until never",
    ]


def test_a_day_told_for_everybody_by_name_is_one_for_text() -> None:
    waits = instrument("2015-01-01-a", operation("1", insert("H5"), starts=Event("Live")))
    both = regions("North", "South")
    live = notice("2016-11-08-live", operation("1", occurs("Live", "2016-11-08"), scope=both))
    found = next(each for each in occurrences(known(waits, live, wholes=(both,))) if each.instrument is waits)
    assert (found.extent, found.day) == (Extent(), day("2016-11-08"))


def test_an_instruments_end_and_scope_hold_for_its_operations() -> None:
    """T9: a sunset, with an extension whose end is the one that it gives."""
    sunset = instrument(
        "2015-01-01-a", vary("X2.4"), operation("2", vary("X2.6"), ends=on("2015-07-31")), ends=on("2015-06-30"),
        scope=regions("North"),
    )  # fmt: skip
    longer = notice("2015-05-01-b", Extend(provisions("X2.4"), on("2015-09-30")))
    assert told(known(sunset, longer)) == [
        'paragraph 1 of 2015-01-01-a, for region "North": from 1 January 2015 until 30 June 2015',
        'paragraph 2 of 2015-01-01-a, for region "North": from 1 January 2015 until 31 July 2015',
        "paragraph 1 of 2015-05-01-b, for everybody: from 1 May 2015 until 30 September 2015",
    ]


def test_a_split_release_has_its_parts_on_days_of_their_own() -> None:
    """T18: the text of one modification in June 2022 and in November 2022."""
    both = instrument(
        "2022-01-01-secmp0015",
        operation("1", insert("H1"), starts=on("2022-06-30")),
        operation("2", insert("H2"), starts=on("2022-11-03")),
    )
    assert [each.day for each in occurrences(known(both))] == [day("2022-06-30"), day("2022-11-03")]


def test_what_has_certainly_happened_by_a_day_stands_at_that_day() -> None:
    """T7: the earlier of Completion of Implementation and 31 December 2020."""
    ended = instrument("2018-07-24-x", operation("1", insert("X1.5"), starts=Earlier((Event("C"), on("2020-12-31")))))
    (found,) = occurrences(known(ended))
    assert found.day == day("2020-12-31")
    assert found.extent == Extent()


def test_pairs_that_nothing_orders_are_told() -> None:
    one, other = instrument("2018-01-01-a", insert("H1")), instrument("2018-01-01-b", insert("H1"))
    third = instrument("2018-01-01-c", commence("H1"))
    found = occurrences(known(one, other, third))
    assert undeclared(found, ()) == ((day("2018-01-01"), one.name, other.name),)
    assert undeclared(found, [[other.name, one.name]]) == ()
    assert undeclared(found, [[other.name, "2017-x"], ["2017-x", one.name]]) == (
        (day("2018-01-01"), one.name, other.name),
    )


def test_the_days_on_which_anything_changes() -> None:
    later = Later((Event("C"), on("2021-01-01")))
    both = instrument(
        "2018-07-24-x", vary("H1"), operation("2", vary("H2"), starts=later, ends=Directed(on("2022-01-01")))
    )
    found = known(both, by="2020-01-01")
    assert change_days(occurrences(found)) == (day("2018-07-24"), day("2021-01-01"), day("2022-01-01"))
    between = instrument(
        "2018-07-24-y", vary("H3"), ends=Later((on("2021-01-01"), Earlier((Event("C"), on("2021-06-01")))))
    )
    assert change_days(occurrences(known(between))) == (day("2018-07-24"), day("2021-01-01"), day("2021-06-01"))
    assert change_days(occurrences(found), found.horizon) == (
        day("2018-07-24"),
        day("2020-01-02"),
        day("2021-01-01"),
        day("2022-01-01"),
    )

"""What must always hold of text in time (docs/time.md), held against the history of the sample Code."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from secc.check.in_time import KnownTime
from secc.check.in_time.states import held_findings, lasting
from secc.check.rules import named
from secc.code.load import load
from secc.code.shared_cache import SharedCache
from secc.history import Folder, Overlaid
from secc.ids import DocumentId
from secc.instruments.model import Scope, Vary
from secc.instruments.printing import printed
from secc.instruments.reading import read_instrument
from secc.resolve import resolve
from secc.resolve.referrers import referring_to
from secc.source import Source
from secc.timeline.histories import place_of
from secc.timeline.occurrences import occurrences
from secc.timeline.opening import open_timeline
from secc.timeline.replay import Wordings
from secc.timeline.scopes import EVERYBODY
from secc.timeline.states import code_of
from secc.timeline.timeline import Timeline, asking
from secc.timeline.value import Unknown
from tests.test_sample_history import SOURCES, effects, opened, section

KNOWN = (date(2015, 5, 1), date(2018, 7, 1), date(2020, 9, 17))


def _digests(wordings: Wordings) -> dict[DocumentId, str]:
    return {document: version.digest for document, version in wordings.documents.items()}


def test_2_instruments_that_are_printed_and_read_give_the_same_texts() -> None:
    timeline = opened().timeline
    again = [read_instrument(Source(f"{each.name}.sec", printed(each))).instrument for each in timeline.instruments]
    other = Timeline(again, timeline.order, timeline._sources, None, timeline.wholes)
    assert not other.last().refused
    for day in timeline.wording_days():
        assert _digests(other.base(day)) == _digests(timeline.base(day)), day


def test_3_with_no_live_variation_the_effective_text_is_the_base() -> None:
    """On the day on which the last variation of a document ends, its effective text is the base again, to the word."""
    timeline = opened().timeline
    ended = 0
    for day in sorted({each.last for at in timeline.days() for each in timeline.variations(at) if each.last}):
        earlier = day - timedelta(days=1)
        free = _varied(timeline, earlier) - _varied(timeline, day)
        varied, base = _digests(timeline.effective(earlier)), _digests(timeline.base(earlier))
        now, after = _digests(timeline.effective(day)), _digests(timeline.base(day))
        assert all(varied[document] != base[document] and now[document] == after[document] for document in free)
        ended += len(free)
    assert ended


def _varied(timeline: Timeline, day: date) -> set[DocumentId]:
    """The documents that variations name which hold on a day for everybody."""
    return {each.action.place.address.document for each in timeline.variations(day) if isinstance(each.action, Vary)}


@pytest.mark.parametrize("on", [None, date(2016, 11, 10)])
def test_3_what_is_varied_for_each_region_and_no_other_way_reads_for_everybody_as_for_each(on: date | None) -> None:
    timeline, asked = opened().timeline, asking(on)
    (regions,) = timeline.wholes
    each_of = [Scope((region,)) for region in regions.limits]
    alike = 0
    for day in timeline.days(asked):
        varied = [{each.ref for each in timeline.variations(day, asked, scope)} for scope in each_of]
        assert {each.ref for each in timeline.variations(day, asked)} == set.intersection(*varied)
        if varied[0] and all(each == varied[0] for each in varied):
            texts = [_digests(timeline.effective(day, asked, scope)) for scope in (*each_of, EVERYBODY)]
            assert all(each == texts[0] for each in texts)
            alike += 1
    assert alike


@pytest.mark.parametrize("on", KNOWN)
def test_4_what_is_recorded_later_changes_no_earlier_answer(on: date) -> None:
    """All instruments, asked as known on a day, answer as those alone that had been recorded by then."""
    timeline = opened().timeline
    then = timeline.as_recorded(on)
    days = [day for day in timeline.wording_days() if day.year in (on.year, on.year + 1)]
    assert len(then.instruments) < len(timeline.instruments)
    assert days
    for day in days:
        assert _digests(timeline.base(day, asking(on))) == _digests(then.base(day, asking(on)))


def test_5_nothing_changes_between_the_days_that_are_listed() -> None:
    """The text with its variations, and the effect of provisions that instruments name, some of all of them."""
    timeline = opened().timeline
    days = timeline.days()
    some = sorted(effects().records.named)[::9]
    assert set(timeline.wording_days()) <= set(days)
    for first, second in pairwise(days):
        last = second - timedelta(days=1)
        assert timeline.base(first) is timeline.base(last)
        assert timeline.variations(first) == timeline.variations(last)
        assert [_force(each, first) for each in some] == [_force(each, last) for each in some], first


def _force(identity: str, day: date) -> object:
    address = place_of(opened().timeline.base(day), identity)
    force = effects().force(address, day) if address is not None else None
    parts = [(part.extents, part.state, [each.ref for each in part.varied]) for part in force.parts] if force else []
    return address, parts


def test_5_a_reference_that_a_future_day_breaks_is_found_in_the_states_from_that_day_on() -> None:
    """Each provision that goes on some future day, of those to which others refer: who refers to it is told, from then.

    Who refers to it is read off the last text by binding it, not by the rules.
    """
    going = {"H14.31": "2027-11-01", "G3.3": "2027-11-01", "L14.1": "2029-04-01"}
    ordered = [f"{place} omit Section {each}, from {day}" for place, (each, day) in enumerate(going.items(), 1)]
    text = "modification 2022-07-04-omitted: Omitted\nmade: 2022-07-04\n\n" + "\n".join(ordered)
    tree = Overlaid(Folder(SOURCES), {"instruments/2022-07-04-omitted.sec": f"{text}\n".encode()})
    cache = SharedCache()
    known = KnownTime(open_timeline(tree, cache), load(Folder(SOURCES), cache), cache, date(2022, 7, 4))
    rule = named("dangling-reference")
    assert rule is not None
    known.periods = known.periods[-3:]
    held = held_findings(known, [rule])
    assert not held.told
    told = {(provision, headline.split()[-1]): days for (_, provision, headline), days in lasting(held.last).items()}
    before = resolve(code_of(known.periods[0].wordings, known.on_disk, files=False))
    wanted = {
        (referrer.address.printed, each): ((date.fromisoformat(day), None),)
        for each, day in going.items()
        for referrer, link in referring_to(before, section(each[0], each))
        if link.targets[0] == link.targets[-1] and referrer.address.path[:1] != (each,)
    }
    assert len(wanted) > 5
    assert told == wanted


def test_7_the_order_in_which_instruments_are_read_means_nothing() -> None:
    timeline = opened().timeline
    turned = Timeline(tuple(reversed(timeline.instruments)), timeline.order, timeline._sources, None, timeline.wholes)
    assert [step.ref for step in turned.steps()] == [step.ref for step in timeline.steps()]
    assert turned.days() == timeline.days()


@pytest.mark.parametrize("on", [None, *KNOWN])
def test_what_operations_bring_about_does_not_depend_on_what_kinds_are_asked_for_apart(on: date | None) -> None:
    timeline = opened().timeline
    assert timeline.occurrences(asking(on)) == occurrences(timeline.known(asking(on)))


@pytest.mark.parametrize("on", [date(2014, 1, 1), date(2015, 5, 1)])
def test_8_what_is_not_known_is_told_by_a_record_later(on: date) -> None:
    """Each day that was not known, and is now, is known by an instrument that was recorded since."""
    timeline = opened().timeline
    now = {each.ref: each for each in timeline.occurrences()}
    unknown = [each for each in timeline.occurrences(asking(on)) if isinstance(each.starts, Unknown)]
    settled = [each for each in unknown if each.ref in now and not isinstance(now[each.ref].starts, Unknown)]
    assert settled
    without = timeline.as_recorded(on)
    still = {each.ref for each in without.occurrences() if isinstance(each.starts, Unknown)}
    assert {each.ref for each in settled} <= still

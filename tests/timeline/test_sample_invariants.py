"""What must always hold of text in time (docs/time.md), held against the history of the sample Code."""

from datetime import date, timedelta

import pytest

from secc.ids import DocumentId
from secc.instruments.model import Vary
from secc.timeline.replay import Wordings
from secc.timeline.timeline import Timeline, asking
from secc.timeline.value import Unknown
from tests.test_sample_history import opened

KNOWN = (date(2015, 5, 1), date(2018, 7, 1), date(2020, 9, 17))


def _digests(wordings: Wordings) -> dict[DocumentId, str]:
    return {document: version.digest for document, version in wordings.documents.items()}


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


def test_7_the_order_in_which_instruments_are_read_means_nothing() -> None:
    timeline = opened().timeline
    turned = Timeline(tuple(reversed(timeline.instruments)), timeline.order, timeline._sources, None, timeline.wholes)
    assert [step.ref for step in turned.steps()] == [step.ref for step in timeline.steps()]
    assert turned.days() == timeline.days()


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

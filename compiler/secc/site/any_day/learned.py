"""When anything became known: the stretches of days on which the same was on record, and what was concluded from it.

What waits for something had not happened on a day up to that on which one asks: had it happened, it would be on record.
Of later days nothing is concluded from silence. So as known on each day of a stretch the same is told of all days, but
that what waits is told otherwise of those up to the day of asking (`by`) than of those after it (`after`).
"""

from datetime import date, timedelta

from msgspec import Struct

from secc.site.any_day.knowledge import NOW, known_days
from secc.timeline.occurrences import Kind
from secc.timeline.timeline import EVERYTHING, Knowledge, Timeline, asking
from secc.timeline.value import Unknown, bounds


class Learned(Struct, frozen=True):
    """As known on the days from `since` on: what is asked, and for what is told of days `by` then and `after` then."""

    since: date
    asked: Knowledge
    by: date
    after: date


def learned(timeline: Timeline) -> tuple[Learned, ...]:
    """The stretches, in order; what is known now is the last."""
    starts = known_days(timeline.instruments)
    found: list[Learned] = []
    for start, following in zip(starts, [*starts[1:], None], strict=True):
        last = following - timedelta(days=1) if following is not None else date.max
        cuts = [start, *sorted(_bounds_reached(timeline, asking(start), start, last))]
        ends = [*(each - timedelta(days=1) for each in cuts[1:]), last]
        found += [Learned(cut, asking(start), end, cut) for cut, end in zip(cuts, ends, strict=True)]
    horizon = timeline.known().horizon or date.max
    by = next((each.by for each in reversed(found) if each.since <= horizon), horizon)
    return (*found, Learned(NOW, EVERYTHING, by, horizon))


def _bounds_reached(timeline: Timeline, asked: Knowledge, start: date, last: date) -> set[date]:
    """The days in a stretch by which something may have come at the latest, though nobody has said so.

    The earlier of what is not known and a day has come at the latest on that day.
    """
    values = [each for one in timeline.occurrences(asked, Kind.OTHER) for each in (one.starts, one.ends)]
    if not any(isinstance(each, Unknown) for each in values):
        return set()
    return {day for each in values for day in bounds(each) if start < day <= last}

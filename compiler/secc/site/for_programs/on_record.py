"""Since when it is on record what an instrument does on a day: what it waited for may have been told later than it."""

from collections.abc import Mapping
from datetime import date

from secc.site.in_time.moment import Moment
from secc.site.in_time.occurring import UNTIL, Happening, happenings
from secc.timeline.facts_behind import end_on_record, start_on_record
from secc.timeline.known import Known


def on_record(moment: Moment) -> Mapping[tuple[date, str], date]:
    """The day from which it is, for each day and each instrument that does something on it."""
    known, found = moment.timeline.known(), dict[tuple[date, str], date]()
    for day, of_day in happenings(moment).items():
        for each in of_day:
            key = (day, each.instrument)
            found[key] = max(found.get(key, date.min), _since(each, known))
    return found


def _since(happening: Happening, known: Known) -> date:
    told = end_on_record if happening.how.startswith(UNTIL) else start_on_record
    return max(told(known, each) for each in happening.occurrences)

"""The commencements that still wait, of what has commenced already by another: nothing more comes of them."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache

from secc.document.typography import curled
from secc.ids import Address
from secc.instruments.model import Commence
from secc.site.in_time.moment import Moment
from secc.site.in_time.statuses import statuses
from secc.timeline.dates import printed_day
from secc.timeline.force_model import State
from secc.timeline.identities import place_of
from secc.timeline.located import ForceRecord
from secc.timeline.occurrences import Occurrence
from secc.timeline.value import reached

_BEGUN = {State.IN_EFFECT, State.SUSPENDED, State.DISAPPLIED}
_FEW = 3
"""As many provisions are told of by name; of more, when the last of them commenced."""
_Record = tuple[object, str]
"""An operation, and for whom."""


def commenced(moment: Moment, waiting: Occurrence) -> str:
    """When all that a commencement names, and that there is, commenced; empty where that is still to come of it."""
    return _commenced(moment).get((waiting.ref, waiting.extent.printed), "")


@lru_cache(maxsize=2)
def _commenced(moment: Moment) -> Mapping[_Record, str]:
    waiting = [each for each in moment.effects.records.every if _waits(each, moment)]
    if not waiting:
        return {}
    resting = {ref for status in statuses(moment).values() for ref in status.refs}
    found = {(each.ref, each.extent.printed): _of(each, moment) for each in waiting if each.ref not in resting}
    return {record: words for record, words in found.items() if words}


def _waits(record: ForceRecord, moment: Moment) -> bool:
    return isinstance(record.action, Commence) and reached(record.starts, moment.day, None) is not True


def _of(record: ForceRecord, moment: Moment) -> str:
    first = [moment.effects.first_day(each) for each in record.identities]
    if any(day is not None and day > moment.day for day in first):
        return ""
    here = {identity: address for identity, address in moment.present.items() if identity in record.identities}
    told = {address: _commencement(identity, record, moment) for identity, address in here.items()}
    days = {address: day for address, day in told.items() if day is not None}
    return curled(_said(days)) if days and len(days) == len(told) else ""


def _commencement(identity: str, record: ForceRecord, moment: Moment) -> date | None:
    """The last day on which it commenced, for whoever it did; None where it has not for all of them.

    What is switched off for all of them commenced when it is said to have on the day before that.
    """
    day: date | None = moment.day
    while day is not None:
        address = place_of(moment.timeline.base(day), identity)
        force = moment.effects.force(address, day, record.extent.scope) if address is not None else None
        if force is None or force.leaves_out or any(part.state not in _BEGUN for part in force.parts):
            return None
        since = [part.since for part in force.parts if part.state is State.IN_EFFECT and part.since is not None]
        if since:
            return max(since)
        off = [part.since for part in force.parts if part.state is not State.IN_EFFECT and part.since is not None]
        day = min(off) - timedelta(days=1) if off else None
    return None


def _said(days: Mapping[Address, date]) -> str:
    if len(days) > _FEW:
        return f"All of it has commenced, the last on {printed_day(max(days.values()))}."
    each = [f"{address.printed} commenced on {printed_day(day)}" for address, day in days.items()]
    return f"{'; '.join(each)}."

"""From when until when a provision has effect: what commencements, cessations and extensions make together.

Text has effect from the day on which it is part of the Code, unless a commencement names it or something that it
stands in; then from the earliest of those that are for one's scope. Two things are no exception to that, but easily
read as one. Where text is inserted into what had already commenced, that commencement says nothing against a later day
for the new text. And in one instrument the particular prevails over the general: `commence Section H` beside
`commence Section H7, from 2018-10-01` leaves H7 to wait.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeAlias

from secc.instruments.model import Cease, Commence, Disapply, Extend, Resume, Suspend, Vary
from secc.instruments.when import OperationRef
from secc.timeline.known import Record
from secc.timeline.occurrences import Occurrence
from secc.timeline.scopes import Extent, applies
from secc.timeline.value import Day, NeverComes, Unknown, Value, earlier, later, latest, settled

OnForce: TypeAlias = Commence | Cease | Extend | Vary | Disapply | Suspend | Resume


@dataclass(frozen=True, slots=True)
class ForceRecord:
    """What an operation does to the effect of provisions, for some, from a day until a day.

    `identities` are the provisions that it names, not what stands in them. `ends` of an extension is the end that it
    gives. `words` say, of a variation, as if what had been done.
    """

    ref: OperationRef
    action: OnForce
    identities: frozenset[str]
    starts: Value
    ends: Value
    extent: Extent
    record: Record
    words: str = ""

    @classmethod
    def of(cls, occurrence: Occurrence, identities: Iterable[str], words: str = "") -> "ForceRecord | None":
        """The record of an occurrence; None where its operation is not one on the effect of provisions."""
        action = occurrence.action
        if not isinstance(action, OnForce):
            return None
        named = frozenset(identities)
        return cls(
            occurrence.ref,
            action,
            named,
            occurrence.starts,
            occurrence.ends,
            occurrence.extent,
            occurrence.record,
            words,
        )


@dataclass(frozen=True, slots=True)
class Located:
    """A provision: its identity, those that it stands in from the nearest outwards, the day of its insertion.

    Without a day it was there from the first. `below` are provisions in it; only those that records name matter.
    """

    identity: str
    ancestors: tuple[str, ...] = ()
    inserted: date | None = None
    below: tuple["Located", ...] = ()

    @property
    def chain(self) -> tuple[str, ...]:
        """Itself and those that it stands in, from the nearest outwards."""
        return (self.identity, *self.ancestors)


@dataclass(frozen=True, slots=True)
class Period:
    """From when until when, and which operations say so; none where it is in effect as text."""

    start: Value
    end: Value
    by: tuple[OperationRef, ...] = ()
    ended_by: tuple[OperationRef, ...] = ()


def periods(
    located: Located, naming: Sequence[ForceRecord], extent: Extent, horizon: date | None = None
) -> tuple[Period, ...]:
    """The periods, in order, by the records that name a provision or what it stands in, for some.

    None where it commences for others only. The extent is one that no record's cuts. As known on `horizon`.
    """
    commencements = _decisive(located, [each for each in naming if isinstance(each.action, Commence)])
    applying = _particular(located, [each for each in commencements if applies(each.extent, extent)])
    if commencements and not applying:
        return ()
    ending = [each for each in naming if isinstance(each.action, Cease | Extend) and applies(each.extent, extent)]
    found = [] if commencements else [Period(Day(located.inserted or date.min), NeverComes())]
    declared: Period | None = None
    for each in sorted([*applying, *ending], key=lambda record: record.record):
        if isinstance(each.action, Commence):
            found, declared = _begun(found, _own_period(located, each, horizon), declared, horizon)
        else:
            declared = _declared(each, horizon)
            found = [*found[:-1], _until(found[-1], declared)] if found else found
    return tuple(found)


def _decisive(located: Located, commencements: list[ForceRecord]) -> list[ForceRecord]:
    """Without those of what it stands in that were past when it was inserted, if there are others (T5)."""
    fresh = [each for each in commencements if not is_past(located, each)]
    return fresh or commencements


def is_past(located: Located, record: ForceRecord) -> bool:
    """Whether a commencement of what a provision stands in was over with when that was inserted."""
    inserted, named = located.inserted, located.identity in record.identities
    return inserted is not None and not named and isinstance(record.starts, Day) and record.starts.day <= inserted


def _particular(located: Located, commencements: list[ForceRecord]) -> list[ForceRecord]:
    """Without those beside which the same instrument has one for something nearer."""

    def distance(record: ForceRecord) -> int:
        return next(place for place, identity in enumerate(located.chain) if identity in record.identities)

    nearest: dict[str, int] = {}
    for each in commencements:
        name = each.ref.instrument
        nearest[name] = min(nearest.get(name, len(located.chain)), distance(each))
    return [each for each in commencements if distance(each) == nearest[each.ref.instrument]]


def _own_period(located: Located, record: ForceRecord, horizon: date | None) -> Period:
    """Not from before the provision was inserted; where that decides, nothing but its insertion brings it in."""
    start, inserted = settled(record.starts, horizon), located.inserted
    by: tuple[OperationRef, ...] = (record.ref,)
    last = latest(start)
    if inserted and last and last <= inserted:
        start, by = Day(inserted), by if last == inserted else ()
    return Period(start, settled(record.ends, horizon), by, (record.ref,))


def _declared(record: ForceRecord, horizon: date | None) -> Period:
    """An end by itself: a cessation's own day, or the end that an extension gives."""
    end = record.ends if isinstance(record.action, Extend) else record.starts
    return Period(NeverComes(), settled(end, horizon), (), (record.ref,))


def _begun(
    found: list[Period], new: Period, declared: Period | None, horizon: date | None
) -> tuple[list[Period], Period | None]:
    """With another commencement: a new period, where the last is over by then, or an earlier start of the last.

    An end that was declared holds for what starts before it; what starts after it starts anew, with its own end.
    """
    if declared and is_over(declared.end, new.start):
        return [*found, new], None
    if declared:
        new = _until(new, declared)
    if found and not is_over(found[-1].end, new.start):
        return [*found[:-1], _joined(found[-1], new, horizon)], declared
    return [*found, new], declared


def _until(period: Period, declared: Period) -> Period:
    return replace(period, end=declared.end, ended_by=declared.ended_by)


def _joined(one: Period, other: Period, horizon: date | None) -> Period:
    start = settled(earlier([one.start, other.start]), horizon)
    by = tuple(ref for each in (one, other) if _decides(each.start, start) for ref in each.by)
    if one.end == other.end:
        return replace(one, start=start, by=by)
    ends_last = _last_end(one, other)
    return Period(start, ends_last[0], by, ends_last[1])


def _last_end(one: Period, other: Period) -> tuple[Value, tuple[OperationRef, ...]]:
    """The later of two ends; one that never comes is the latest of all."""
    for each in (one, other):
        if isinstance(each.end, NeverComes):
            return each.end, each.ended_by
    end = later([one.end, other.end])
    return end, tuple(ref for each in (one, other) if _decides(each.end, end) for ref in each.ended_by)


def _decides(value: Value, result: Value) -> bool:
    return value == result or (isinstance(result, Unknown) and not isinstance(value, NeverComes))


def is_over(end: Value, start: Value) -> bool:
    """Whether something ends for certain before, or when, something else starts."""
    if not isinstance(end, Day):
        return False
    match start:
        case Day(day):
            return end.day <= day
        case Unknown(not_before=first):
            return first is not None and end.day <= first
        case NeverComes():
            return False

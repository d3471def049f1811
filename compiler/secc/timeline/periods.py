"""From when until when a provision has effect: what commencements, cessations and extensions make together.

Text has effect from the day on which it is part of the Code, unless a commencement names it or something that it
stands in; then from the earliest of those that are for one's scope. It ends as the last record of an end says. What
only commences again had effect as text before it ceased. What is said of the particular holds against what is said of
the general, in these ways:

- Where text is inserted into what had already commenced, that commencement says nothing against a later day for the
  new text.
- In one instrument, `commence Section H` beside `commence Section H7, from 2018-10-01` leaves H7 to wait.
- A provision with an end of its own keeps it: a later end of what it stands in can bring it on, not put it off. So does
  what ceased for some, when it is to cease for more.
- An end is for what still stands, on its day, in what it is of.
"""

from collections.abc import Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from secc.instruments.model import Cease, Commence, Extend, Scope
from secc.instruments.when import OperationRef
from secc.timeline.located import ForceRecord, Located
from secc.timeline.scopes import Extent, applies, within
from secc.timeline.value import Day, NeverComes, Unknown, Value, earlier, later, latest, settled


class End(Struct, frozen=True):
    """A day from which no longer, which operations say so, and how far outwards what ends then stands (0: itself).

    `ceasing` are those for whom a cessation says it; None where it is no cessation.
    """

    value: Value
    by: tuple[OperationRef, ...]
    distance: int
    ceasing: Scope | None = None


class Period(Struct, frozen=True):
    """From when until when, as known, and which operations say so; none where it is in effect as text."""

    start: Value
    by: tuple[OperationRef, ...] = ()
    ends: tuple[End, ...] = ()
    known: date | None = None

    @property
    def end(self) -> Value:
        """The earliest of its ends; never, where it has none."""
        return settled(earlier(each.value for each in self.ends), self.known)

    @property
    def ended_by(self) -> tuple[OperationRef, ...]:
        """The operations that decide its end."""
        end = self.end
        return tuple(ref for each in self.ends if _decides(each.value, end) for ref in each.by)


def periods(
    located: Located, naming: Sequence[ForceRecord], extent: Extent, horizon: date | None = None
) -> tuple[Period, ...]:
    """The periods, in order, by the records that name a provision or what it stands in, for some.

    None where it commences for others only. The extent is one that no record's cuts. As known on `horizon`.
    """
    commencements = _decisive(located, [each for each in naming if isinstance(each.action, Commence)])
    applying = _particular(located, [each for each in commencements if applies(each.extent, extent)])
    ending = [each for each in naming if isinstance(each.action, Cease | Extend) and applies(each.extent, extent)]
    is_text = all(_is_anew(located, each, ending, horizon) for each in commencements)
    if not applying and not is_text:
        return ()
    found = [Period(Day(located.since or date.min), known=horizon)] if is_text else []
    declared: tuple[End, ...] = ()
    for each in sorted([*applying, *ending], key=lambda record: _general_first(located, record)):
        if isinstance(each.action, Commence):
            found, declared = _begun(found, _own_period(located, each, horizon), declared, horizon)
        else:
            end = _declared(located, each, horizon)
            declared = _ending(declared, end)
            found = [*found[:-1], replace(found[-1], ends=_ending(found[-1].ends, end))] if found else found
    return tuple(found)


def _decisive(located: Located, commencements: list[ForceRecord]) -> list[ForceRecord]:
    """Without those of what it stands in that were past when it was inserted, if others were made for it since (T5).

    A commencement that waited already, of the same or of more, says nothing against those that had come by then.
    """
    past = [each for each in commencements if is_past(located, each)]
    fresh = [each for each in commencements if not is_past(located, each)]
    since = [each for each in fresh if all(_is_closer(located, each, other) for other in past)]
    return since or (past if past else fresh)


def _is_closer(located: Located, one: ForceRecord, other: ForceRecord) -> bool:
    """Whether it names something nearer to a provision, or the same and was recorded later."""
    return (-located.distance(one), one.record) > (-located.distance(other), other.record)


def is_past(located: Located, record: ForceRecord) -> bool:
    """Whether a commencement of what a provision stands in was over with when that was inserted."""
    inserted, named = located.since, located.identity in record.identities
    return inserted is not None and not named and isinstance(record.starts, Day) and record.starts.day <= inserted


def _is_anew(located: Located, record: ForceRecord, ending: Sequence[ForceRecord], horizon: date | None) -> bool:
    """Whether a commencement brings in again what had ceased, all that it names: recorded since, for no day before."""
    start, far = settled(record.starts, horizon), located.distance(record)
    whole = (each for each in ending if isinstance(each.action, Cease) and located.distance(each) >= far)
    before = (each for each in whole if _general_first(located, each) < _general_first(located, record))
    return any(is_over(_declared(located, each, horizon).value, start) for each in before)


def _particular(located: Located, commencements: list[ForceRecord]) -> list[ForceRecord]:
    """Without those beside which the same instrument has one for something nearer."""
    nearest: dict[str, int] = {}
    for each in commencements:
        name = each.ref.instrument
        nearest[name] = min(nearest.get(name, len(located.ever)), located.distance(each))
    return [each for each in commencements if located.distance(each) == nearest[each.ref.instrument]]


def _own_period(located: Located, record: ForceRecord, horizon: date | None) -> Period:
    """Not from before the provision was inserted; where that decides, nothing but its insertion brings it in."""
    start, inserted = settled(record.starts, horizon), located.since
    by: tuple[OperationRef, ...] = (record.ref,)
    last = latest(start)
    if inserted and last and last <= inserted:
        start, by = Day(inserted), by if last == inserted else ()
    end = settled(record.ends, horizon)
    goes_on = isinstance(end, NeverComes) or not located.is_reached(record, latest(end))
    ends = () if goes_on else (End(end, (record.ref,), located.distance(record)),)
    return Period(start, by, ends, horizon)


def _declared(located: Located, record: ForceRecord, horizon: date | None) -> End:
    """A cessation's own day, or the end that an extension gives: none to what has been put elsewhere by then."""
    if isinstance(record.action, Extend):
        end = settled(record.ends, horizon)
        end = end if located.is_reached(record, latest(end)) else NeverComes()
        return End(end, (record.ref,), located.distance(record))
    return End(settled(record.starts, horizon), (record.ref,), located.distance(record), record.extent.scope)


def _general_first(located: Located, record: ForceRecord) -> tuple[object, ...]:
    """In the order of recording; in one instrument, the particular after the general, as if it were the later word."""
    day, rank, *number = record.record
    return (day, rank, -located.distance(record), *number)


def _begun(
    found: list[Period], new: Period, declared: tuple[End, ...], horizon: date | None
) -> tuple[list[Period], tuple[End, ...]]:
    """With another commencement: a new period, where the last is over by then, or an earlier start of the last.

    Ends that were declared hold for what starts before them; what starts after them starts anew, with its own end.
    """
    if is_over(earlier(each.value for each in declared), new.start):
        return [*found, new], ()
    for each in declared:
        new = replace(new, ends=_ending(new.ends, each))
    if found and not is_over(found[-1].end, new.start):
        return [*found[:-1], _joined(found[-1], new, horizon)], declared
    return [*found, new], declared


def _ending(ends: tuple[End, ...], new: End) -> tuple[End, ...]:
    """With an end that is declared later: it replaces those of the same or of more, and stands beside those of less.

    What ceased for fewer stays so, too, when it is to cease for more.
    """
    return (*(each for each in ends if each.distance < new.distance or _is_for_fewer(each, new)), new)


def _is_for_fewer(one: End, other: End) -> bool:
    if one.ceasing is None or other.ceasing is None:
        return False
    return one.ceasing != other.ceasing and within(one.ceasing, other.ceasing)


def _joined(one: Period, other: Period, horizon: date | None) -> Period:
    """From the earlier of two starts until the later of two ends."""
    start = settled(earlier([one.start, other.start]), horizon)
    by = tuple(ref for each in (one, other) if _decides(each.start, start) for ref in each.by)
    return Period(start, by, _later_ends(one, other), horizon)


def _later_ends(one: Period, other: Period) -> tuple[End, ...]:
    never = any(isinstance(each.end, NeverComes) for each in (one, other))
    end = NeverComes() if never else later([one.end, other.end])
    for each in (one, other):
        if each.end == end:
            return each.ends
    distance = min(each.distance for period in (one, other) for each in period.ends)
    return (End(end, (*one.ended_by, *other.ended_by), distance),)


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

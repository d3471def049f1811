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
- An end is for what stands, on its day, in what it is of; one is replaced by a later word on what stood around it then.
- What had effect where it stood goes on having it where it is put, though that has yet to commence.
"""

from collections.abc import Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from secc.instruments.model import Cease, Commence, Extend
from secc.instruments.when import OperationRef
from secc.timeline.located import ForceRecord, Located, Stay, is_in, place_in
from secc.timeline.scopes import Extent, applies, within
from secc.timeline.value import Day, NeverComes, Unknown, Value, earlier, later, latest, settled


class End(Struct, frozen=True):
    """A day from which no longer, which operations say so, and the last of them.

    `stay` is where the provision stands on that day, `distance` how far outwards what ends then stands (0: itself). The
    day is never, and another is `elsewhere`, where it does not stand in that on the day.
    """

    value: Value
    by: tuple[OperationRef, ...]
    record: ForceRecord
    stay: Stay
    distance: int
    elsewhere: date | None = None


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
        deciding = (each for each in self.ends if each.elsewhere is None and _decides(each.value, end))
        return tuple(ref for each in deciding for ref in each.by)


def periods(
    located: Located, naming: Sequence[ForceRecord], extent: Extent, horizon: date | None = None
) -> tuple[Period, ...]:
    """The periods, in order, by the records that name a provision or what it stands in, for some.

    None where it commences for others only. The extent is one that no record's cuts. As known on `horizon`.
    """
    begun = _commencing(located, naming, extent)
    commencements = _decisive(located, begun)
    applying = _particular(located, [each for each in commencements if applies(each.extent, extent)])
    ending = [each for each in naming if applies(each.extent, extent) and _ends(each) and each not in begun]
    is_text = all(
        _is_anew(located, each, ending, horizon) or not located.is_reached(each, date.min) for each in commencements
    )
    if not applying and not is_text:
        return ()
    found = [Period(Day(located.since or date.min), known=horizon)] if is_text else []
    declared: tuple[End, ...] = ()
    for each in sorted([*applying, *ending], key=lambda record: _general_first(located, record)):
        if each in applying:
            found, declared = _begun(found, _own_period(located, each, horizon), declared, horizon)
        else:
            end = _declared(located, each, horizon)
            declared = _ending(declared, end)
            found = [*found[:-1], replace(found[-1], ends=_ending(found[-1].ends, end))] if found else found
    return tuple(found)


def _ends(record: ForceRecord) -> bool:
    return isinstance(record.action, Commence | Cease | Extend)


def _commencing(located: Located, naming: Sequence[ForceRecord], extent: Extent) -> list[ForceRecord]:
    """The commencements for a provision: of where it is put, only where it does not have effect by then."""
    every = [each for each in naming if isinstance(each.action, Commence)]
    if located.is_unmoved:
        return every
    at_first = [each for each in every if located.is_reached(each, date.min)]
    own = [each for each in at_first if applies(each.extent, extent)]
    later = (each for each in every if each not in at_first and located.is_commenced(each))
    return [*at_first, *(each for each in later if at_first and not _has_begun(located, own, each))]


def _has_begun(located: Located, own: Sequence[ForceRecord], record: ForceRecord) -> bool:
    """Whether any of a provision's own commencements has come when it is put into what another names."""
    since = next((each.since for each in located.stays if is_in(each, record)), None)
    return any(isinstance(each.starts, Day) and since is not None and each.starts.day <= since for each in own)


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
    end = _declared(located, record, horizon)
    return Period(start, by, () if isinstance(end.value, NeverComes) else (end,), horizon)


def _declared(located: Located, record: ForceRecord, horizon: date | None) -> End:
    """A cessation's own day, or the end that an operation gives: none to what does not stand there then."""
    own = settled(record.starts if isinstance(record.action, Cease) else record.ends, horizon)
    value = located.while_there(record, own, horizon)
    stay = located.stay_on(latest(value))
    elsewhere = latest(own) if isinstance(value, NeverComes) else None
    return End(value, (record.ref,), record, stay, place_in(stay.chain, record, len(located.ever)), elsewhere)


def _general_first(located: Located, record: ForceRecord) -> tuple[object, ...]:
    """In the order of recording; in one instrument, the particular after the general, as if it were the later word."""
    day, rank, *number = record.record
    return (day, rank, -located.distance(record), *number)


def _begun(
    found: list[Period], new: Period, declared: tuple[End, ...], horizon: date | None
) -> tuple[list[Period], tuple[End, ...]]:
    """With another commencement: a new period, or an earlier start, or later end, of those that it meets; in order.

    Ends that were declared hold for what starts before them; what starts after them starts anew, with its own end.
    """
    if is_over(earlier(each.value for each in declared), new.start):
        return [*found, new], ()
    for each in declared:
        new = replace(new, ends=_ending(new.ends, each))
    before, later = list(found), list[Period]()
    while before and not is_over(before[-1].end, new.start):
        last = before.pop()
        if is_over(new.end, last.start):
            later.insert(0, last)
        else:
            new = _joined(last, new, horizon)
    return [*before, new, *later], declared


def _ending(ends: tuple[End, ...], new: End) -> tuple[End, ...]:
    """With an end that is declared later: it replaces those of the same or of more, and stands beside those of less.

    What ceased for fewer stays so, too, when it is to cease for more.
    """
    return (*(each for each in ends if not _replaces(new, each) or _is_for_fewer(each.record, new.record)), new)


def _replaces(new: End, old: End) -> bool:
    """Whether it is of something as near where the other comes, and was not past when the provision was put there."""
    is_near = place_in(old.stay.chain, new.record, len(old.stay.chain)) <= old.distance
    since = old.stay.since
    return is_near and not (new.elsewhere is not None and since is not None and new.elsewhere < since)


def _is_for_fewer(one: ForceRecord, other: ForceRecord) -> bool:
    if not isinstance(one.action, Cease) or not isinstance(other.action, Cease):
        return False
    return one.extent.scope != other.extent.scope and within(one.extent.scope, other.extent.scope)


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
    nearest = min((each for period in (one, other) for each in period.ends), key=lambda each: each.distance)
    return (replace(nearest, value=end, by=(*one.ended_by, *other.ended_by)),)


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

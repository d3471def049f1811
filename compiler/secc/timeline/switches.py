"""What switches a provision off that would have effect: suspensions until they are resumed, and disapplications."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from secc.instruments.model import Disapply, Resume, Suspend
from secc.instruments.when import OperationRef
from secc.timeline.dates import printed_day
from secc.timeline.force_model import Part, State, printed_refs
from secc.timeline.located import ForceRecord, Located, Stay, is_in
from secc.timeline.periods import Period, is_over
from secc.timeline.scopes import Extent, applies
from secc.timeline.value import Day, NeverComes, Unknown, Value, earlier, in_words, later, latest, reached

_STATES: dict[type, State] = {Suspend: State.SUSPENDED, Disapply: State.DISAPPLIED}


class _Switch(Struct, frozen=True):
    """An operation that switches off, with the day since which it is for a provision and the end that it comes to.

    What was put where it stands, or inserted there, while that was switched off is so since then; what is to be moved
    elsewhere is so until then.
    """

    record: ForceRecord
    start: Value
    since: date | None
    end: Value
    is_left: bool = False

    @property
    def state(self) -> State:
        """What a provision is while it holds."""
        return _STATES[type(self.record.action)]

    def is_live(self, at: date, horizon: date | None) -> bool | None:
        """Whether it has started and not ended; None where that cannot be known."""
        started, ended = (reached(each, at, horizon) for each in (self.start, self.end))
        if started is False or ended is True:
            return False
        return True if started and ended is False else None

    def follows(self, end: Value, at: date) -> bool:
        """Whether it comes later than a day, by an end, and holds beyond that."""
        start = self.start
        if not isinstance(end, Day) or not isinstance(start, Day) or not at < start.day <= end.day:
            return False
        return not isinstance(self.end, Day) or self.end.day > end.day

    @property
    def in_words(self) -> str:
        """` from 1 March 2020 (paragraph 1 of …), until 1 June 2020`."""
        start = f" from {printed_day(self.since)}" if self.since else ""
        return f"{start}{printed_refs((self.record.ref,))}{self._until}"

    @property
    def _until(self) -> str:
        match self.end:
            case Day(day):
                return f", until {printed_day(day)}{', when it is moved' if self.is_left else ''}"
            case Unknown():
                return f"; its end {in_words(self.end)}"
            case NeverComes():
                return ""
            case _:
                assert_never(self.end)


def switched_off(
    located: Located,
    naming: Sequence[ForceRecord],
    extent: Extent,
    at: date,
    horizon: date | None,
    period: Period,
) -> Part | None:
    """The effect of what is suspended or disapplied, or not known to be neither; None where it is neither.

    All that hold are named, and those by which it goes on being switched off when the last of these ends; and the end
    of the period in which it would have effect, where that comes before.
    """
    every = tuple(_switches(located, [each for each in naming if applies(each.extent, extent)]))
    live = [each for each in every if each.is_live(at, horizon)]
    if live:
        return _off([*live, *_going_on(live, every, at)], period)
    doubtful = [each for each in every if each.is_live(at, horizon) is None]
    if doubtful:
        ref = doubtful[-1].record.ref
        return Part((), State.UNKNOWN, f": it may be {doubtful[-1].state}{printed_refs((ref,))}", by=(ref,))
    return None


def _off(switches: Sequence[_Switch], period: Period) -> Part:
    first = switches[0]
    words = first.in_words
    for each in switches[1:]:
        words += f", and{'' if each.state is first.state else f' {each.state}'}{each.in_words}"
    by = [each.record.ref for each in switches]
    if isinstance(period.end, Day) and not _is_before(_last([each.end for each in switches]), period.end.day):
        words += f"; it is to cease to have effect on {printed_day(period.end.day)}{printed_refs(period.ended_by)}"
        by += period.ended_by
    return Part((), first.state, words, first.since, tuple(dict.fromkeys(by)))


def _is_before(end: Value, day: date) -> bool:
    return isinstance(end, Day) and end.day < day


def _going_on(live: Sequence[_Switch], every: Sequence[_Switch], at: date) -> Iterator[_Switch]:
    """Those that begin before the others have ended, each after the one before."""
    end = _last([each.end for each in live])
    for each in sorted(every, key=lambda one: latest(one.start) or date.max):
        if each.follows(end, at):
            yield each
            end = each.end


def _last(ends: Sequence[Value]) -> Value:
    """The latest, where each is a day; otherwise one that is none."""
    return max(ends, key=lambda each: each.day if isinstance(each, Day) else date.max)


def _switches(located: Located, applying: Sequence[ForceRecord]) -> Iterator[_Switch]:
    for each in applying:
        if type(each.action) in _STATES:
            yield from _as_it_stands(located, each, applying)


def _as_it_stands(located: Located, switched: ForceRecord, applying: Sequence[ForceRecord]) -> Sequence[_Switch]:
    """What one operation switches off where a provision stands and is to stand, as long as it stands in that."""
    found: list[_Switch] = []
    last: Stay | None = None
    for stay in located.to_come:
        if not is_in(stay, switched):
            continue
        there = _there(located, stay, switched, [each for each in applying if is_in(stay, each)])
        if last is not None and last.until == stay.since and found[-1].is_left:
            found[-1] = replace(found[-1], end=there.end, is_left=there.is_left)
        else:
            found.append(there)
        last = stay
    return found


def _there(located: Located, stay: Stay, switched: ForceRecord, applying: Sequence[ForceRecord]) -> _Switch:
    """What it switches off while a provision stands in one place."""
    end, start, since = _end(switched, applying), switched.starts, _since(located, switched)
    if stay is not located.to_come[0] and stay.since is not None:
        start = later([start, Day(stay.since)])
        since = latest(start)
    if stay.until is None or is_over(end, Day(stay.until)):
        return _Switch(switched, start, since, end)
    return _Switch(switched, start, since, earlier([end, Day(stay.until)]), is_left=True)


def _since(located: Located, record: ForceRecord) -> date | None:
    """The day on which it began, or on which the provision came to stand in what is switched off."""
    start = latest(record.starts)
    if start is None or located.identity in record.identities:
        return start
    days = [start, located.inserted or start]
    for each in reversed(located.moved):
        if not record.identities.isdisjoint(each.before):
            break
        days.append(each.day)
    return max(days)


def _end(switched: ForceRecord, applying: Sequence[ForceRecord]) -> Value:
    """The end of a suspension: its own, or the first resumption after it. A disapplication has only its own."""
    if not isinstance(switched.action, Suspend):
        return switched.ends
    resuming = [each.starts for each in applying if isinstance(each.action, Resume) and _is_after(each, switched)]
    return earlier([switched.ends, *resuming])


def end_of_suspension(switched: ForceRecord, applying: Sequence[ForceRecord]) -> tuple[Value, tuple[OperationRef, ...]]:
    """The end to which a suspension comes by what applies, and the operations that say so."""
    end = _end(switched, applying)
    if end == switched.ends or not isinstance(end, Day):
        return switched.ends, (switched.ref,)
    return end, tuple(each.ref for each in applying if isinstance(each.action, Resume) and each.starts == end)


def _is_after(one: ForceRecord, other: ForceRecord) -> bool:
    """By day; by record, where they are on one day or a day is not known."""
    if isinstance(one.starts, Day) and isinstance(other.starts, Day):
        return (one.starts.day, one.record) > (other.starts.day, other.record)
    return one.record > other.record

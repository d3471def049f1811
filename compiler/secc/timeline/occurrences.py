"""Every operation with the day on which it has effect and the day on which it ends, as known."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from itertools import combinations, groupby
from typing import TypeAlias, get_args

from msgspec import Struct
from msgspec.structs import replace

from secc.instruments.model import Action, Cancel, Disapply, Instrument, Operation, Scope, Suspend, Vary, Wording
from secc.instruments.when import OperationRef
from secc.timeline.known import Known, Operative, Record, waits
from secc.timeline.order import Kinds, Number, Order, declared
from secc.timeline.scopes import Extent, covering, pieces, within
from secc.timeline.value import Day, Unknown, Value, bounds, earlier, later, latest
from secc.timeline.when import cuts, ends, starts

_ON_WORDING = get_args(Wording)
_CAN_BE_CANCELLED = (Vary, Disapply, Suspend)


class Occurrence(Struct, frozen=True):
    """An operation, or what it does for some: the day from which, and the day from which no longer.

    An operation on the effect that starts or ends on different days for different ones occurs once for each `extent`.
    Text is the same for everybody: an operation on the wording occurs once, from the day on which it has effect for
    anybody until it has none for anybody. `ends` of an extension is the day to which it extends. `cancelled_by` are the
    cancellations that `ends` reckons with; `record` is the operation's place in the order of recording.
    """

    ref: OperationRef
    instrument: Instrument
    operation: Operation
    extent: Extent
    starts: Value
    ends: Value
    record: Record
    cancelled_by: tuple[OperationRef, ...] = ()

    @property
    def action(self) -> Action:
        """What the operation does."""
        return self.operation.action

    @property
    def day(self) -> date | None:
        """The day on which it has certainly had effect, and by which it is ordered; None where there is none."""
        return latest(self.starts)

    @property
    def last(self) -> date | None:
        """The day from which it has certainly no effect any more; None where there is none."""
        return latest(self.ends)

    @property
    def under(self) -> tuple[str, ...]:
        """The authority that it, or its instrument, names."""
        return self.operation.under or self.instrument.under


class WordingOccurrence(Struct, frozen=True):
    """A wording operation with the day from which it has effect; None where there is none yet."""

    ref: OperationRef
    action: Wording
    day: date | None
    ends: Value


class Alike(Struct, frozen=True):
    """Operations of one instrument, one after another, that start and end alike: asked about once, as they are many."""

    instrument: str
    starts: Value
    ends: Value
    occurrences: tuple[Occurrence, ...]

    @property
    def certain_days(self) -> tuple[date, ...]:
        """The days on which they certainly have effect, and none any more; none where there is no such."""
        return tuple(day for each in (self.starts, self.ends) if (day := latest(each)) is not None)


class Kind(StrEnum):
    """What operations do: change the wording, or anything else."""

    WORDING = "wording"
    OTHER = "other"


_OF_KIND: dict[Kind | None, Kinds] = {
    None: object,
    Kind.WORDING: _ON_WORDING,
    Kind.OTHER: tuple(each for each in get_args(Action) if each not in _ON_WORDING),
}


Settled: TypeAlias = dict[tuple[str, Kind | None, int, date | None], tuple[Occurrence, ...] | None]
"""What instruments that wait for nothing bring about, by name, kind, declared place and day of making.

It is the same however much is known of others; None where an instrument waits for something.
"""


def occurrences(known: Known, kind: Kind | None = None, settled: Settled | None = None) -> tuple[Occurrence, ...]:
    """Every operation, or those of a kind, of what is law and was not withdrawn, by day, as declared, by number.

    What has no day comes last. Operations on one day by instruments that nothing orders (`undeclared`) stand by name.
    `settled` is filled, and spares the same work when the same instruments are asked about as known on another day.
    """
    cancelled = _cancellations(known)
    touched = {ref.instrument for ref in (*cancelled, *known.withdrawn)}
    remembered = settled if settled is not None else {}
    found: list[Occurrence] = []
    for instrument in known.law:
        of_it = _settled(known, instrument, kind, remembered) if instrument.name not in touched else None
        found += of_it if of_it is not None else _worked_out(known, instrument, kind, cancelled)
    return tuple(sorted(found, key=in_order))


def in_order(occurrence: Occurrence) -> tuple[date, bool, tuple[int, Number, int]]:
    """What occurrences are sorted by: their days, then as declared, then by number; what has no day comes last."""
    day = latest(occurrence.starts)
    return (day or date.max, day is None, occurrence.record[1:])


def alike(found: Iterable[Occurrence]) -> tuple[Alike, ...]:
    """The same, those together that start and end alike, in the same order."""
    return tuple(Alike(*when, tuple(each)) for when, each in groupby(found, key=_instrument_and_days))


def together(apart: Sequence[Occurrence], scope: Scope, wholes: Iterable[Scope] = ()) -> Occurrence | None:
    """One operation, as it occurs for all in a scope of whom it may occur apart for some; None where not for all.

    It begins for all of them when it has begun for the last, and ends for all when it ends for the first.
    """
    theirs = covering((each.extent for each in apart), scope, wholes)
    found = [each for each in apart if each.extent in theirs]
    if len(found) < 2:
        return found[0] if found else None
    return replace(
        found[0],
        extent=Extent(scope),
        starts=later(each.starts for each in found),
        ends=earlier(each.ends for each in found),
        cancelled_by=tuple(dict.fromkeys(ref for each in found for ref in each.cancelled_by)),
    )


def _instrument_and_days(occurrence: Occurrence) -> tuple[str, Value, Value]:
    return (occurrence.ref.instrument, occurrence.starts, occurrence.ends)


def _worked_out(
    known: Known, instrument: Instrument, kind: Kind | None, cancelled: Mapping[OperationRef, Sequence[Operative]]
) -> Iterator[Occurrence]:
    for operative in known.operative(instrument, _OF_KIND[kind]):
        if operative.ref not in known.withdrawn:
            yield from _of(known, operative, cancelled.get(operative.ref, ()) if _can_be_cancelled(operative) else ())


def _settled(
    known: Known, instrument: Instrument, kind: Kind | None, remembered: Settled
) -> tuple[Occurrence, ...] | None:
    """What an instrument brings about that nobody cancels or takes back; None where it waits for something."""
    key = (instrument.name, kind, known.ranks[instrument.name], known.made(instrument))
    if key not in remembered:
        told = list(known.operative(instrument, _OF_KIND[kind]))
        is_waiting = any(waits(each.starts) or waits(each.ends) for each in told)
        remembered[key] = None if is_waiting else tuple(_fixed(known, each) for each in told)
    return remembered[key]


def _fixed(known: Known, operative: Operative) -> Occurrence:
    """What an operation does whose days are given, or that of the making: the same for all to whom it is."""
    scope = operative.scope
    start, end = starts(known, operative, scope), ends(known, operative, scope)
    return _occurrence(operative, Extent(scope), start, end, ())


def undeclared(found: Iterable[Occurrence], order: Order) -> tuple[tuple[date, str, str], ...]:
    """The pairs of instruments that change wording, or vary it, on one day, and that nothing orders."""
    days: dict[date, set[str]] = {}
    for each in found:
        if each.day and isinstance(each.action, (*_ON_WORDING, Vary)):
            days.setdefault(each.day, set()).add(each.ref.instrument)
    known = declared({name for names in days.values() for name in names}, order)
    return tuple(
        (day, first, second)
        for day in sorted(days)
        for first, second in combinations(sorted(days[day]), 2)
        if (first, second) not in known and (second, first) not in known
    )


def change_days(found: Iterable[Occurrence | Alike], horizon: date | None = None) -> tuple[date, ...]:
    """Every day on which an answer can change, past and future: between two of them, nothing does.

    They are the days and the bounds of every start and end; and, where something is not known, the day after the
    horizon, from which silence no longer means that it has not happened.
    """
    days: set[date] = set()
    for value in {value for each in found for value in (each.starts, each.ends)}:
        days.update(bounds(value))
        if horizon and horizon < date.max and isinstance(value, Unknown):
            days.add(horizon + timedelta(days=1))
    return tuple(sorted(days))


def _cancellations(known: Known) -> Mapping[OperationRef, Sequence[Operative]]:
    found: dict[OperationRef, list[Operative]] = {}
    for each in known.operations(Cancel):
        if isinstance(each.operation.action, Cancel):
            found.setdefault(each.operation.action.operation, []).append(each)
    return found


def _of(known: Known, operative: Operative, cancelled: Sequence[Operative]) -> Iterator[Occurrence]:
    cutting = list(_cuts(known, operative, cancelled))
    apart = pieces(operative.scope, cutting, known.wholes) if cutting else (Extent(operative.scope),)
    if isinstance(operative.operation.action, _ON_WORDING):
        start, end = _for_anybody(known, operative, apart), later(ends(known, operative, each.scope) for each in apart)
        yield _occurrence(operative, Extent(operative.scope), start, end, ())
        return
    for extent in apart:
        own_end = ends(known, operative, extent.scope)
        cancelling = [each for each in cancelled if within(extent.scope, each.scope)]
        end = earlier([own_end, *(starts(known, each, extent.scope) for each in cancelling)])
        by = tuple(each.ref for each in cancelling)
        yield _occurrence(operative, extent, starts(known, operative, extent.scope), end, by)


def _can_be_cancelled(operative: Operative) -> bool:
    return isinstance(operative.operation.action, _CAN_BE_CANCELLED)


def _cuts(known: Known, operative: Operative, cancelled: Sequence[Operative]) -> Iterator[Scope]:
    yield from cuts(operative.starts, known, operative.ref)
    yield from cuts(operative.ends, known, operative.ref)
    for each in cancelled:
        yield each.scope
        yield from cuts(each.starts, known, each.ref)


def _for_anybody(known: Known, operative: Operative, apart: Sequence[Extent]) -> Value:
    """The first day that is known for anybody; otherwise what it comes to for everybody."""
    values = [starts(known, operative, each.scope) for each in apart]
    fixed = [each for each in values if isinstance(each, Day)]
    return earlier(fixed) if fixed else starts(known, operative, operative.scope)


def _occurrence(
    operative: Operative, extent: Extent, start: Value, end: Value, by: tuple[OperationRef, ...]
) -> Occurrence:
    return Occurrence(
        operative.ref, operative.instrument, operative.operation, extent, start, end, operative.record, by
    )

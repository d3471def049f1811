"""What is known on a day, withdrawals carried out: the way to make a `Known`."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct

from secc.instruments.model import FixOperation, FixProvision, Instrument, Occurs, Scope, Withdraw
from secc.instruments.when import AnyRef, InstrumentRef, OperationRef
from secc.timeline.known import Known, Operative
from secc.timeline.order import Order
from secc.timeline.scopes import pieces
from secc.timeline.standing import reached_by
from secc.timeline.value import Day, Value, later, reached
from secc.timeline.when import cuts, starts


class Withdrawal(Struct, frozen=True):
    """An operation or instrument taken back on a day.

    `taken` are the operations that had not had effect by the end of that day; those that had (`too_late`) stand.
    """

    what: AnyRef
    by: AnyRef
    day: date
    taken: tuple[OperationRef, ...] = ()
    too_late: tuple[OperationRef, ...] = ()

    @property
    def refs(self) -> frozenset[AnyRef]:
        """All that is gone: the operations, and their instrument where none of it is left."""
        whole: frozenset[AnyRef] = frozenset([self.what] if isinstance(self.what, InstrumentRef) else [])
        return frozenset(self.taken) | (whole if not self.too_late else frozenset())


def learn(
    instruments: Iterable[Instrument],
    on: date | None = None,
    *,
    include: Collection[str] = (),
    order: Order = (),
    wholes: Sequence[Scope] = (),
) -> Known:
    """What is known on the day `on`, or everything where it is None; see `Known`."""
    known = Known(instruments, on, include=include, order=order, wholes=wholes)
    return _without(known, frozenset(ref for each in withdrawals(known) for ref in each.refs))


def withdrawals(known: Known) -> tuple[Withdrawal, ...]:
    """The withdrawals known, earliest first; one that was itself withdrawn before its day is not among them."""
    known = _without(known, frozenset())
    done: list[Withdrawal] = []
    gone: frozenset[AnyRef] = frozenset()
    for each in sorted(_told(known), key=lambda told: (told.day, str(told.by), str(told.what))):
        if each.by not in gone or each.by == each.what:
            carried_out = _carried_out(each, _without(known, gone))
            done.append(carried_out)
            gone |= carried_out.refs
    return tuple(done)


def withdrawn_days(known: Known) -> Mapping[AnyRef, date]:
    """The operations and instruments that were withdrawn before they had effect, each with the day."""
    return {ref: each.day for each in reversed(withdrawals(known)) for ref in each.refs}


def _without(known: Known, gone: frozenset[AnyRef]) -> Known:
    if gone == known.withdrawn:
        return known
    return Known(
        known.instruments, known.on, include=known.include, order=known.order, wholes=known.wholes, withdrawn=gone
    )


def _told(known: Known) -> Iterator[Withdrawal]:
    """What the attribute `withdrawn` and the operations say; one whose day is not known for all does not count yet."""
    for instrument in known.instruments:
        day = reached_by(instrument.dates.withdrawn, known.on)
        if day:
            itself = InstrumentRef(instrument.name)
            yield Withdrawal(itself, itself, day)
    for each in known.operations(Withdraw):
        action = each.operation.action
        if isinstance(action, Withdraw) and isinstance(for_all := later(_starts_apart(known, each)), Day):
            yield Withdrawal(action.what, each.ref, for_all.day)


def _carried_out(told: Withdrawal, known: Known) -> Withdrawal:
    """With the operations that it takes back, and those for which it comes too late."""
    instrument = known.by_name.get(told.what.instrument)
    if instrument is None:
        return told
    aimed_at = [each for each in known.operative(instrument) if told.what in (each.ref, InstrumentRef(instrument.name))]
    late = [each.ref for each in aimed_at if _has_had_effect(each, known, told.day)]
    taken = tuple(each.ref for each in aimed_at if each.ref not in late)
    return Withdrawal(told.what, told.by, told.day, taken, tuple(late))


def _has_had_effect(operative: Operative, known: Known, day: date) -> bool:
    """Whether it had effect for anybody by the end of a day; what is not law, or is withdrawn already, has none.

    A day that is told has effect when it comes.
    """
    if not known.is_law(operative.instrument) or operative.ref in known.withdrawn:
        return False
    action = operative.operation.action
    if isinstance(action, Occurs | FixOperation | FixProvision) and action.day > day:
        return False
    return any(reached(each, day, known.horizon) is True for each in _starts_apart(known, operative))


def _starts_apart(known: Known, operative: Operative) -> Iterator[Value]:
    """When an operation starts for each of those for whom it may start on a day of their own."""
    apart = pieces(operative.scope, cuts(operative.starts, known, operative.ref), known.wholes)
    return (starts(known, operative, each.scope) for each in apart)

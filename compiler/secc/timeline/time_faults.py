"""What is wrong in time: effect before authority, ends before beginnings, powers that are not there, facts in doubt.

Each function gives plain faults; `check` makes findings of them.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain, combinations

from secc.ids import Address
from secc.instruments.model import Cancel, Commence, Disapply, FixOperation, Scope, Suspend, Vary
from secc.instruments.places import One
from secc.instruments.when import Directed, Event, InstrumentRef, OperationRef, When
from secc.timeline.dates import printed_day
from secc.timeline.force import ForceRecords
from secc.timeline.instrument_faults import Fault
from secc.timeline.known import Fact, Known, Operative, Record
from secc.timeline.learning import withdrawals
from secc.timeline.located import ForceRecord, Located
from secc.timeline.loops import parts
from secc.timeline.occurrences import Occurrence
from secc.timeline.order import declared
from secc.timeline.periods import is_over, is_past, periods
from secc.timeline.scopes import Extent, applies, common, edges, pieces
from secc.timeline.value import Day, NeverComes, Unknown, Value
from secc.timeline.when import cuts, evaluate, operative_of


def before_authority(found: Iterable[Occurrence], known: Known, powers: Mapping[str, date]) -> Iterator[Fault]:
    """Effect before the instrument was made or decided, or before the power that it names was there.

    `powers` are the days from which powers are there, by the words in which instruments name them.
    """
    for each in found:
        if not isinstance(each.starts, Day):
            continue
        day, made = each.starts.day, known.made(each.instrument)
        if made and day < made:
            yield Fault(
                each.ref, f"{each.ref} has effect from {printed_day(day)}, before it was made on {printed_day(made)}"
            )
        for name in each.under:
            if name in powers and day < powers[name]:
                there = printed_day(powers[name])
                yield Fault(each.ref, f"{each.ref} has effect from {printed_day(day)}; {name} is there from {there}")


def ends_before_it_starts(found: Iterable[Occurrence]) -> Iterator[Fault]:
    """Operations whose end is not after their beginning, so that they have no effect at all."""
    for each in found:
        match each.starts, each.ends:
            case Day(start), Day(end) if end <= start:
                yield Fault(each.ref, f"{each.ref} ends on {printed_day(end)}, and starts on {printed_day(start)}")
            case _:
                pass


def too_late(known: Known) -> Iterator[Fault]:
    """Withdrawals of what had had effect; it stands, and what was done is undone by an operation of its own."""
    for withdrawal in withdrawals(known):
        for ref in withdrawal.too_late:
            words = f"{ref} had effect before it was withdrawn on {printed_day(withdrawal.day)}"
            yield Fault(withdrawal.by, words, "revoke, omit, cease or cancel what it did")


def without_power(known: Known) -> Iterator[Fault]:
    """Days directed where no day may be, or earlier than may be; cancellations of what cannot be cancelled."""
    for each in known.operations():
        match each.operation.action:
            case FixOperation(ref, day):
                target = operative_of(ref, known)
                if target:
                    yield from _misdirected(each, target, day, known)
            case Cancel(ref):
                target = operative_of(ref, known)
                if target and not isinstance(target.operation.action, Vary | Disapply | Suspend):
                    words = f"{ref} is no variation, disapplication or suspension, and cannot be cancelled"
                    yield Fault(each.ref, words, "cease, revoke or omit instead")
            case _:
                pass


def contradictory_facts(known: Known) -> Iterator[Fault]:
    """Different days told on one day of one thing for the same people, by instruments that nothing orders."""
    ordered = declared(known.counted, known.order)
    told = [(f'event "{name}"', facts) for name, facts in known.events.items()]
    told += [(f"the date in {ref}", facts) for ref, facts in known.fixed.items()]
    for what, facts in told:
        for one, other in combinations(facts, 2):
            names = (one.by.instrument, other.by.instrument)
            if _contradict(one, other) and names not in ordered and names[::-1] not in ordered:
                days = f"{printed_day(one.day)} by {one.by} and as {printed_day(other.day)} by {other.by}"
                yield Fault(other.by, f"{what} is told as {days}, recorded on one day", "declare their order")


def waiting_for(known: Known) -> Mapping[str, tuple[Operative, ...]]:
    """The events that operations wait for and no instrument has fixed for anybody, with those operations."""
    found: dict[str, list[Operative]] = {}
    for each in known.operations():
        for when in (each.starts, each.ends):
            for part in parts(when) if when is not None else ():
                if isinstance(part, Event) and part.name not in known.events:
                    found.setdefault(part.name, []).append(each)
    return {name: tuple(found[name]) for name in sorted(found)}


def misnamed_events(known: Known) -> Iterator[Fault]:
    """Events waited for that nobody fixed, though one was fixed whose name differs in capitals or spacing alone."""
    fixed = {_plain(name): name for name in known.events}
    for name, waiting in waiting_for(known).items():
        meant = fixed.get(_plain(name))
        for each in waiting if meant else ():
            yield Fault(each.ref, f'event "{name}" is never fixed; event "{meant}" is', f'write "{meant}"')


def commenced_already(provisions: Mapping[str, Located], records: ForceRecords) -> Iterator[Fault]:
    """Commencements of what is in effect already, by an earlier one, for all those for whom it commences."""
    for identity in sorted(records.named & provisions.keys()):
        naming = records.naming(provisions[identity])
        own: dict[Record, list[ForceRecord]] = {}
        for each in naming:
            if isinstance(each.action, Commence) and identity in each.identities:
                own.setdefault(each.record, []).append(each)
        for apart in own.values():
            by = _already(provisions[identity], apart, naming, records.wholes)
            if by:
                words = f"{apart[0].ref} commences what {' and '.join(map(str, by))} brought into effect before"
                yield Fault(apart[0].ref, words, "name only what is not yet in effect")


def never_in_effect(provisions: Mapping[str, Located], records: ForceRecords) -> Iterator[Fault]:
    """Provisions that a commencement names and that none ever brings into effect, for anybody."""
    for identity in sorted(records.named & provisions.keys()):
        naming = [each for each in records.naming(provisions[identity]) if isinstance(each.action, Commence)]
        named = [each for each in naming if identity in each.identities]
        if named and all(isinstance(each.starts, NeverComes) for each in naming):
            yield Fault(named[-1].ref, f"{named[-1].ref} never brings into effect what it names, nor does another")


def commenced_no_more(known: Known, is_commenced: Callable[[Address], bool]) -> Iterator[Fault]:
    """Withdrawals of the only commencement of a provision, which then has effect as if it had never waited for one."""
    for withdrawal in withdrawals(known):
        for ref in withdrawal.taken:
            operative = operative_of(ref, known)
            if operative is None or known.made(operative.instrument) is None:
                continue
            action = operative.operation.action
            for each in action.provisions if isinstance(action, Commence) else ():
                address = each.address if isinstance(each, One) else each.first
                if not is_commenced(address):
                    words = f"{address.printed} waits for nothing any more: {ref} alone commenced it, and is withdrawn"
                    yield Fault(withdrawal.by, words, "commence it from the day, or the event, for which it is to wait")


def _misdirected(fixing: Operative, target: Operative, day: date, known: Known) -> Iterator[Fault]:
    directed = [
        each
        for when in (target.starts, target.ends)
        if when is not None
        for each in parts(when)
        if isinstance(each, Directed)
    ]
    if not directed:
        words = f"{target.ref} has no date that may be directed"
        yield Fault(
            fixing.ref, words, "a date is directed where an instrument says `or such later date as is directed`"
        )
    for each in directed:
        first = _first_day(each.default, target, fixing.scope, known)
        if first is not None and day < first:
            words = f"{printed_day(day)} is directed for {target.ref}, and no day before {printed_day(first)} may be"
            yield Fault(fixing.ref, words)


def _first_day(default: When, target: Operative, scope: Scope, known: Known) -> date | None:
    """The first day that may be directed for all in a scope: the last of those, as far as known, for each of them."""
    apart = pieces(scope, cuts(default, known, target.ref), known.wholes)
    values = [evaluate(default, known, each.scope, InstrumentRef(target.ref.instrument)) for each in apart]
    return max((each.day for each in values if isinstance(each, Day)), default=None)


def _contradict(one: Fact, other: Fact) -> bool:
    on_one_day = one.record[0] == other.record[0] and one.by.instrument != other.by.instrument
    return on_one_day and one.day != other.day and common(one.scope, other.scope) is not None


def _plain(name: str) -> str:
    words = " ".join(name.casefold().split())
    return words.removeprefix("the ")


def _already(
    located: Located, apart: Sequence[ForceRecord], naming: Sequence[ForceRecord], wholes: Sequence[Scope]
) -> tuple[OperationRef, ...]:
    """What had brought a provision into effect for all for whom a commencement is; nothing where not for all of them.

    It may be for some from one day, and for others from another: these are records `apart`.
    """
    cutting = tuple(edges(each.extent for each in naming))
    found = [
        _already_for(located, each, extent, naming)
        for each in apart
        for extent in pieces(each.extent.scope, cutting, wholes)
        if applies(each.extent, extent)
    ]
    return tuple(dict.fromkeys(chain.from_iterable(found))) if all(found) else ()


def _already_for(
    located: Located, record: ForceRecord, extent: Extent, naming: Sequence[ForceRecord]
) -> tuple[OperationRef, ...]:
    """What had brought it into effect for some by the day on which a commencement would; nothing for new text."""
    before = [each for each in naming if each.record < record.record and not _is_general(located, each, record)]
    if not isinstance(record.starts, Day) or not any(isinstance(each.action, Commence) for each in before):
        return ()
    for period in periods(located, before, extent):
        if _has_begun(period.start, record.starts.day) and not is_over(period.end, record.starts):
            return period.by
    return ()


def _has_begun(start: Value, day: date) -> bool:
    """Whether a period has begun by a day, whichever of the days that may be its first is."""
    latest = start.day if isinstance(start, Day) else start.not_after if isinstance(start, Unknown) else None
    return latest is not None and latest <= day


def _is_general(located: Located, one: ForceRecord, other: ForceRecord) -> bool:
    """Whether a commencement of more says nothing against another of this in particular."""
    if not isinstance(one.action, Commence) or located.identity in one.identities:
        return False
    return is_past(located, one) or one.ref.instrument == other.ref.instrument

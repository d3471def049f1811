"""The facts on which the days of operations rest: the events that they wait for, and the days directed for them.

So a reader sees why something has ended, or has not: not only that it lasts "until event "DCC Live"", but on which day
that is, for whom, and which instrument says so.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain

from msgspec import Struct

from secc.instruments.model import Scope
from secc.instruments.when import Directed, Effect, Event, OperationRef, When
from secc.timeline.dates import printed_day
from secc.timeline.known import Fact, Known, Operative, is_too_late
from secc.timeline.loops import parts
from secc.timeline.occurrences import Occurrence
from secc.timeline.scopes import EVERYBODY, Extent, common, covering, printed_scope
from secc.timeline.when import operative_of


class FactBehind(Struct, frozen=True):
    """A day told of what an operation waits for: `what` is the event, or the date that may be directed, in words."""

    what: str
    fact: Fact

    @property
    def in_words(self) -> str:
        """`event "DCC Live" is on 8 November 2016 for region "South", by paragraph 1 of …, recorded on …`."""
        whom = f" for {printed_scope(self.fact.scope)}" if self.fact.scope != EVERYBODY else ""
        recorded = printed_day(self.fact.record[0])
        return f"{self.what} is on {printed_day(self.fact.day)}{whom}, by {self.fact.by}, recorded on {recorded}"


def facts_behind(known: Known, refs: Iterable[OperationRef], scope: Scope = EVERYBODY) -> tuple[FactBehind, ...]:
    """Those that hold for anybody in a scope, of all that these operations wait for; each once, in their order."""
    seen: set[OperationRef] = set()
    return tuple(dict.fromkeys(each for ref in refs for each in _behind(known, ref, scope, seen)))


def told_anew(known: Known) -> Mapping[OperationRef, Fact]:
    """The operations that told a day which does not hold any more for anybody, each with what told it last since."""
    found: dict[OperationRef, Fact] = {}
    for facts in chain(known.events.values(), known.fixed.values(), known.stated.values()):
        holding = {each.fact.by for each in _holding("", facts, EVERYBODY, known.wholes)}
        for place, each in enumerate(facts):
            since = [later for later in facts[place + 1 :] if common(later.scope, each.scope) is not None]
            if since and each.by not in holding:
                found[each.by] = since[-1]
    return found


def start_on_record(known: Known, occurrence: Occurrence) -> date:
    """The day from which the start of an occurrence is on record: its own, or that of what it waited for."""
    if occurrence.ref.instrument not in known.waiting:  # as most, and there are many
        return occurrence.record[0]
    return max(_records(known, occurrence, known.operation(occurrence.ref), lambda each: each.starts))


def end_on_record(known: Known, occurrence: Occurrence) -> date:
    """The day from which its end is: its own, or that of what it waited for, or of what cancels it."""
    cancelling = (known.operation(each) for each in occurrence.cancelled_by)
    own = _records(known, occurrence, known.operation(occurrence.ref), lambda each: each.ends)
    return max((*own, *(each.record[0] for each in cancelling if each is not None)))


def _records(
    known: Known, occurrence: Occurrence, operative: Operative | None, which: Callable[[Operative], When | None]
) -> Iterator[date]:
    yield occurrence.record[0]
    if operative is not None:
        scope, seen = occurrence.extent.scope, {occurrence.ref}
        yield from (each.fact.record[0] for each in _of(known, occurrence.ref, which(operative), scope, seen))


def _behind(known: Known, ref: OperationRef, scope: Scope, seen: set[OperationRef]) -> Iterator[FactBehind]:
    operative = operative_of(ref, known)
    if operative is None or ref in seen:
        return
    seen.add(ref)
    for each in (operative.starts, operative.ends):
        yield from _of(known, ref, each, scope, seen)


def _of(
    known: Known, ref: OperationRef, when: When | None, scope: Scope, seen: set[OperationRef]
) -> Iterator[FactBehind]:
    """The facts for which an expression of an operation waits."""
    for each in parts(when) if when is not None else ():
        match each:
            case Event(name):
                yield from _holding(f'event "{name}"', known.events.get(name, ()), scope, known.wholes)
            case Directed():
                yield from _holding(f"the date in {ref}", known.fixed.get(ref, ()), scope, known.wholes)
            case Effect(OperationRef() as other):
                yield from _behind(known, other, scope, seen)
            case _:
                pass


def _holding(what: str, facts: Iterable[Fact], scope: Scope, wholes: Sequence[Scope]) -> Iterator[FactBehind]:
    """The facts for anybody in a scope, but for those that were told anew, or came too late, for all of them in it."""
    told = [(each, both) for each in facts if (both := common(each.scope, scope)) is not None]
    for place, (each, both) in enumerate(told):
        later = (Extent(since.scope) for since, _ in told[place + 1 :] if not is_too_late(since, each))
        own = (Extent(one.scope) for one, _ in told if is_too_late(each, one))
        if not covering([*later, *own], both, wholes):
            yield FactBehind(what, each)

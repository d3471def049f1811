"""When something takes effect: expressions evaluated against what is known.

A value is for the whole of a scope. An event that is fixed for some of it only is not fixed for it; what is fixed for
a wider scope is.
"""

from collections.abc import Iterator, Sequence
from typing import assert_never

from secc.instruments.model import Instrument, Scope
from secc.instruments.when import (
    After,
    AnyRef,
    Directed,
    Earlier,
    Effect,
    Event,
    IfDecided,
    InstrumentRef,
    Later,
    Never,
    On,
    OperationRef,
    When,
)
from secc.timeline.known import Fact, Known, Operative, is_too_late
from secc.timeline.loops import parts
from secc.timeline.scopes import EVERYBODY, common, within
from secc.timeline.value import Day, NeverComes, Unknown, Value, after, earlier, later


def evaluate(when: When, known: Known, scope: Scope, of: AnyRef) -> Value:
    """What an expression of the operation or instrument `of` comes to, for everybody in a scope."""
    match when:
        case On(day):
            return Day(day)
        case Never():
            return NeverComes()
        case Effect(ref):
            return effect(ref, known, scope)
        case Event() | Directed() | IfDecided():
            return _as_recorded(when, known, scope, of)
        case Earlier() | Later() | After():
            return _reckoned(when, known, scope, of)
        case _:
            assert_never(when)


def effect(ref: AnyRef, known: Known, scope: Scope = EVERYBODY) -> Value:
    """When an operation or instrument takes effect: never, where it was withdrawn.

    What waits for itself is not known; nor is what is not yet recorded, or not yet law.
    """
    if (ref, scope) not in known.effects:
        for each in _upstream(ref, known):
            if (each, scope) not in known.effects:
                known.effects[each, scope] = _effect(each, known, scope)
    return known.effects[ref, scope]


def starts(known: Known, operative: Operative, scope: Scope) -> Value:
    """The day from which an operation has effect: its own, its instrument's, or the day that this was made."""
    if operative.starts is not None:
        return evaluate(operative.starts, known, scope, operative.ref)
    return _made(known, operative.instrument)


def ends(known: Known, operative: Operative, scope: Scope) -> Value:
    """The day on which its effect ends; never, where neither it nor its instrument says."""
    return evaluate(operative.ends, known, scope, operative.ref) if operative.ends is not None else NeverComes()


def cuts(when: When | None, known: Known, of: AnyRef) -> Iterator[Scope]:
    """The scopes for which what an expression waits for is fixed on days of their own."""
    seen: set[AnyRef] = set()
    waiting = [(when, of)]
    while waiting:
        when, of = waiting.pop()
        for each in parts(when) if when is not None else ():
            match each:
                case Event(name):
                    yield from (fact.scope for fact in known.events.get(name, ()))
                case Directed():
                    yield from (fact.scope for fact in _directions(known, of))
                case Effect(ref) if ref not in seen:
                    seen.add(ref)
                    waiting.append((_start_of(ref, known), ref))
                case _:
                    pass


def _upstream(ref: AnyRef, known: Known) -> Sequence[AnyRef]:
    """All whose effects it waits for, and then it: worked out in this order, a long chain is no deep recursion."""
    found: list[AnyRef] = []
    seen: set[AnyRef] = set()
    waiting = [(ref, False)]
    while waiting:
        each, after_its_own = waiting.pop()
        if after_its_own:
            found.append(each)
        elif each not in seen:
            seen.add(each)
            when = _start_of(each, known)
            waiting.append((each, True))
            waiting += [(part.of, False) for part in (parts(when) if when else ()) if isinstance(part, Effect)]
    return found


def _effect(ref: AnyRef, known: Known, scope: Scope) -> Value:
    if ref in known.withdrawn:
        return NeverComes()
    instrument = known.by_name.get(ref.instrument)
    operative = operative_of(ref, known)
    if instrument is None or (operative is None and isinstance(ref, OperationRef)):
        return Unknown((f"{ref}, which is not recorded",))
    if ref in known.loops:
        return Unknown((f"{ref}, which waits for itself",))
    if ref.instrument not in known.counted:
        return Unknown((f"a decision on {ref.instrument}",))
    if operative is not None:
        return starts(known, operative, common(operative.scope, scope) or operative.scope)
    if instrument.starts is not None:
        return evaluate(instrument.starts, known, common(instrument.scope, scope) or instrument.scope, ref)
    return _made(known, instrument)


def _start_of(ref: AnyRef, known: Known) -> When | None:
    """The expression of its start, where it or its instrument has one and it is recorded."""
    operative, instrument = operative_of(ref, known), known.by_name.get(ref.instrument)
    if operative is not None:
        return operative.starts
    return instrument.starts if instrument is not None and isinstance(ref, InstrumentRef) else None


def operative_of(ref: AnyRef, known: Known) -> Operative | None:
    """The operation of that reference, law or not; None for a whole instrument, or where it is not recorded."""
    return known.operation(ref) if isinstance(ref, OperationRef) else None


def _made(known: Known, instrument: Instrument) -> Value:
    made = known.made(instrument)
    return Day(made) if made else Unknown((f"the making of {instrument.name}",))


def _as_recorded(when: Event | Directed | IfDecided, known: Known, scope: Scope, of: AnyRef) -> Value:
    """What instruments of their own settle: events, directions, decisions."""
    match when:
        case Event(name):
            return _held(known.events.get(name, ()), scope) or Unknown((f'event "{name}"',))
        case Directed(default):
            return _held(_directions(known, of), scope) or evaluate(default, known, scope, of)
        case IfDecided():
            return _if_decided(when, known, of.instrument)
        case _:
            assert_never(when)


def _reckoned(when: Earlier | Later | After, known: Known, scope: Scope, of: AnyRef) -> Value:
    """What follows from the days of other expressions."""
    match when:
        case Earlier(each_of):
            return earlier(evaluate(each, known, scope, of) for each in each_of)
        case Later(each_of):
            return later(evaluate(each, known, scope, of) for each in each_of)
        case After(count, unit, start):
            return after(evaluate(start, known, scope, of), count, unit)
        case _:
            assert_never(when)


def _held(facts: Sequence[Fact], scope: Scope) -> Day | None:
    """The day last recorded for the whole of a scope, of those that came too late for nobody in it."""
    told = [fact for fact in facts if within(scope, fact.scope)]
    last = next((fact for fact in reversed(told) if not any(is_too_late(fact, each) for each in told)), None)
    return Day(last.day) if last is not None else None


def _directions(known: Known, of: AnyRef) -> Sequence[Fact]:
    return known.fixed.get(of, ()) if isinstance(of, OperationRef) else ()


def _if_decided(when: IfDecided, known: Known, name: str) -> Value:
    """By its instrument's decision: not known while there is a case left by which it can be decided, then never."""
    instrument = known.by_name.get(name)
    decided = known.decided(instrument) if instrument else None
    if decided:
        return next((Day(day) for day, by in when.cases if decided <= by), NeverComes())
    left = [day for day, by in when.cases if known.horizon is None or known.horizon <= by]
    return Unknown((f"a decision on {name}",), min(left)) if left else NeverComes()

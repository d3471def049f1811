"""What is wrong with instruments whatever has effect: numbers, references to one another, days out of order.

Each function gives plain faults; `check` makes findings of them.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations
from typing import get_args

from msgspec import Struct

from secc.instruments.model import (
    Cancel,
    Cease,
    Decide,
    Extend,
    FixOperation,
    FixProvision,
    Instrument,
    Occurs,
    Operation,
    Resume,
    Scope,
    States,
    Withdraw,
    Wording,
)
from secc.instruments.when import AnyRef, Effect, InstrumentRef, OperationRef
from secc.timeline.dates import printed_day
from secc.timeline.loops import loops, parts
from secc.timeline.order import Order, contradictions
from secc.timeline.scopes import EVERYBODY
from secc.timeline.standing import recorded

_ON_WORDING = get_args(Wording)
_TOLD = (Decide, FixOperation, FixProvision, Occurs, States)
_WITHOUT_END = (Cancel, Cease, Extend, Resume, Withdraw)
_FOR_ALL = (Decide, States, Withdraw)


class Fault(Struct, frozen=True):
    """What is wrong with an instrument or operation, in words that make sense alone, and what may be done."""

    ref: AnyRef
    words: str
    help: str = ""


def numbering(instrument: Instrument) -> Iterator[Fault]:
    """Operations without a number, and numbers used twice."""
    count = Counter(each.number for each in instrument.operations)
    if count.pop("", 0):
        itself = InstrumentRef(instrument.name)
        yield Fault(itself, f"a paragraph of {instrument.name} has no number", "number every operative paragraph")
    for number, times in count.items():
        if times > 1:
            ref = OperationRef(instrument.name, number)
            yield Fault(ref, f"there is more than one {ref}", "give each operative paragraph a number of its own")


def missing(instruments: Sequence[Instrument]) -> Iterator[Fault]:
    """References to operations and instruments that there are not."""
    by_name = {each.name: each for each in instruments}
    for ref, mentioned in _mentions(instruments):
        target = by_name.get(mentioned.instrument)
        if target is None:
            yield Fault(ref, f"there is no instrument {mentioned.instrument}", "name it as its file is named")
        elif isinstance(mentioned, OperationRef) and target.operation(mentioned.number) is None:
            yield Fault(ref, f"there is no paragraph {mentioned.number} in {mentioned.instrument}")


def in_vain(instruments: Iterable[Instrument]) -> Iterator[Fault]:
    """What operations say of days and people without anything coming of it."""
    for instrument in instruments:
        for operation in instrument.operations:
            ref = OperationRef(instrument.name, operation.number)
            for words, advice in _in_vain(operation, instrument.scope):
                yield Fault(ref, f"{ref} {words}", advice)


def _in_vain(operation: Operation, scope: Scope) -> Iterator[tuple[str, str]]:
    action = operation.action
    if operation.starts is not None and isinstance(action, _TOLD):
        yield "says from when, and what it tells has a day of its own", "leave out `from`"
    if operation.ends is not None and isinstance(action, (*_TOLD, *_WITHOUT_END)):
        yield "says until when, and what it does has no end", "leave out `until`, and undo it from that day by another"
    if operation.scope is not None and isinstance(action, _FOR_ALL):
        yield "says for whom, and what it does is for everybody", "leave out `for`"
    if text_for_some(operation, scope).limits:
        words = "says for whom, and changes the text, which is the same for everybody"
        yield words, "vary the provision for them; or leave out `for`, and commence for them alone what it puts in"


def text_for_some(operation: Operation, scope: Scope) -> Scope:
    """For whom alone an operation would change the text, which it does for everybody; `scope` is its instrument's."""
    whom = operation.scope or scope
    return whom if whom.limits and isinstance(operation.action, _ON_WORDING) else EVERYBODY


def circles(instruments: Sequence[Instrument]) -> Iterator[Fault]:
    """Effects that wait for themselves."""
    for ref in loops(instruments):
        yield Fault(ref, f"the effect of {ref} waits for itself", "give one of those that wait for one another a day")


def order_of_days(instrument: Instrument) -> Iterator[Fault]:
    """Days of an instrument's life that cannot follow one another as they do, or cannot be told."""
    ref, dates = InstrumentRef(instrument.name), instrument.dates
    days = {"consulted": dates.consulted, "decided": dates.decided, "laid": dates.laid, "made": dates.made}
    steps = {name: day for name, day in days.items() if day is not None}
    for first, second in combinations(steps, 2):
        if (first, second) != ("decided", "laid") and steps[second] < steps[first]:
            yield Fault(ref, f"{instrument.name} was {_told(second, steps)}, before it was {_told(first, steps)}")
    begun = min(steps.values(), default=None)
    for name, day in (("recorded", dates.recorded), ("withdrawn", dates.withdrawn)):
        if day and begun and day < begun:
            words = f"{instrument.name} was {name} on {printed_day(day)}, before any step of its life"
            yield Fault(ref, words, f"its first step is of {printed_day(begun)}")
    if instrument.status and steps:
        yield Fault(ref, f"{instrument.name} is a draft, and has been {' and '.join(steps)}", "leave out `status`")
    if recorded(instrument) is None and not instrument.status:
        yield Fault(ref, f"{instrument.name} says on no day when it was known", "add `recorded`")


def undeclarable(order: Order, instruments: Iterable[Instrument]) -> Iterator[Fault]:
    """Faults of the declared order: it contradicts itself, or names instruments that there are not."""
    names = {each.name for each in instruments}
    for name in contradictions(order):
        yield Fault(InstrumentRef(name), f"{name} is declared to come before itself", "mend `instruments-order`")
    for name in sorted({name for chain in order for name in chain} - names):
        yield Fault(InstrumentRef(name), f"`instruments-order` names {name}, and there is no such instrument")


def _mentions(instruments: Sequence[Instrument]) -> Iterator[tuple[AnyRef, AnyRef]]:
    """Each reference of an instrument or operation to another."""
    for instrument in instruments:
        itself = InstrumentRef(instrument.name)
        for when in (instrument.starts, instrument.ends):
            for each in parts(when) if when is not None else ():
                if isinstance(each, Effect):
                    yield itself, each.of
        for operation in instrument.operations:
            for mentioned in _mentioned(operation):
                yield OperationRef(instrument.name, operation.number), mentioned


def _mentioned(operation: Operation) -> Iterator[AnyRef]:
    match operation.action:
        case Cancel(ref) | FixOperation(ref) | States(_, ref):
            yield ref
        case Withdraw(what):
            yield what
        case Decide(name):
            yield InstrumentRef(name)
        case _:
            pass
    for when in (operation.starts, operation.ends):
        for each in parts(when) if when is not None else ():
            if isinstance(each, Effect):
                yield each.of


def _told(step: str, steps: Mapping[str, date]) -> str:
    return f"{step} on {printed_day(steps[step])}"

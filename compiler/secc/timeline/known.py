"""What is known on a day: the instruments recorded by then, and the facts that those of them that are law record.

`Known` is the second clock: every question about the first, "on which day?", is asked of one. What is recorded later
changes nothing in it. `secc.timeline.learning.learn` makes one; this module does not yet know what was withdrawn.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TypeAlias, TypeVar

from msgspec import Struct

from secc.instruments.model import (
    Decide,
    Extend,
    FixOperation,
    FixProvision,
    Instrument,
    InstrumentKind,
    Occurs,
    Operation,
    Scope,
)
from secc.instruments.places import Place
from secc.instruments.when import AnyRef, InstrumentRef, On, OperationRef, When
from secc.timeline.loops import loops
from secc.timeline.order import Kinds, Number, Order, by_number, number_order, ranks
from secc.timeline.scopes import within
from secc.timeline.standing import Standing, days, known_by, made, reached_by, recorded, standing
from secc.timeline.value import Value

Record: TypeAlias = tuple[date, int, Number, int]
"""The place of an operation in the order of recording: its instrument's day and declared place, its number.

The day is that from which the instrument is on record as law: what was consulted on before is no word of that day.
"""

_Named = TypeVar("_Named")


class Fact(Struct, frozen=True):
    """A day that an operation records for somebody.

    Of two that apply, the later `record` holds, unless it is too late for those whose own day had come.
    """

    day: date
    scope: Scope
    by: OperationRef
    record: Record


class Operative(Struct, frozen=True):
    """An operation with the instrument that it stands in, which says what it does not say itself."""

    ref: OperationRef
    instrument: Instrument
    operation: Operation
    record: Record

    @property
    def scope(self) -> Scope:
        """To whom."""
        return self.operation.scope if self.operation.scope is not None else self.instrument.scope

    @property
    def starts(self) -> When | None:
        """From when, where either says so."""
        return self.operation.starts if self.operation.starts is not None else self.instrument.starts

    @property
    def ends(self) -> When | None:
        """Until when: of an extension, the end that it gives to others."""
        if isinstance(self.operation.action, Extend):
            return self.operation.action.end
        return self.operation.ends if self.operation.ends is not None else self.instrument.ends


class Known:
    """What is known on the day `on`, or everything where it is None.

    `include` names instruments to be counted as law that are not yet: a draft, a consultation. `withdrawn` are the
    operations, and the instruments as a whole, that were taken back before they had effect. Each of `wholes` is
    everybody: all regions there are. The order in which instruments are given means nothing.
    """

    def __init__(
        self,
        instruments: Iterable[Instrument],
        on: date | None = None,
        *,
        include: Collection[str] = (),
        order: Order = (),
        wholes: Sequence[Scope] = (),
        withdrawn: frozenset[AnyRef] = frozenset(),
    ) -> None:
        self.on = on
        self.include = frozenset(include)
        self.order = order
        self.wholes = tuple(wholes)
        self.withdrawn = withdrawn
        self.instruments = tuple(sorted((each for each in instruments if known_by(each, on)), key=_name))
        self._by_kinds: dict[Kinds, tuple[Operative, ...]] = {}
        self._by_ref: dict[str, dict[OperationRef, Operative]] = {}
        self.effects: dict[tuple[AnyRef, Scope], Value] = {}
        """Effects worked out so far, so that what many wait for is worked out once."""

    @cached_property
    def horizon(self) -> date | None:
        """The day up to which silence means that nothing happened: `on`, or the last day of any record."""
        return self.on or max((day for each in self.instruments for day in days(each)), default=None)

    @cached_property
    def by_name(self) -> Mapping[str, Instrument]:
        """The instruments known, law or not."""
        return {each.name: each for each in reversed(self.instruments)}

    @cached_property
    def ranks(self) -> Mapping[str, int]:
        """The declared place of each instrument known."""
        return ranks(self.by_name, self.order)

    @cached_property
    def loops(self) -> frozenset[AnyRef]:
        """The operations and instruments whose effect waits for itself."""
        return frozenset(loops(self.instruments))

    @cached_property
    def law(self) -> tuple[Instrument, ...]:
        """The instruments that count: decided or made, and those included; in declared order."""
        counted = (each for each in self.instruments if self.is_law(each) or self._is_included(each))
        return tuple(sorted(counted, key=lambda each: self.ranks[each.name]))

    @cached_property
    def counted(self) -> frozenset[str]:
        """The names of the instruments that count."""
        return frozenset(each.name for each in self.law)

    @cached_property
    def waiting(self) -> frozenset[str]:
        """The names of the instruments that say any day otherwise than by naming it: they may wait for something."""
        return frozenset(each.name for each in self.instruments if _may_wait(each))

    @cached_property
    def events(self) -> Mapping[str, tuple[Fact, ...]]:
        """The days told of each event, in the order of recording."""
        return _gathered((act.event, _fact(act.day, by)) for by, act in self._said(Occurs))

    @cached_property
    def fixed(self) -> Mapping[OperationRef, tuple[Fact, ...]]:
        """The days directed for operations, in the order of recording."""
        return _gathered((act.operation, _fact(act.day, by)) for by, act in self._said(FixOperation))

    @cached_property
    def stated(self) -> Mapping[Place, tuple[Fact, ...]]:
        """The days fixed for those that provisions state, in the order of recording; their text is unchanged."""
        return _gathered((act.place, _fact(act.day, by)) for by, act in self._said(FixProvision))

    def standing(self, instrument: Instrument) -> Standing:
        """How far it has come."""
        if InstrumentRef(instrument.name) in self.withdrawn:
            return Standing.WITHDRAWN
        return standing(instrument, self.on, self._told_decided(instrument.name))

    def is_law(self, instrument: Instrument) -> bool:
        """Whether it is decided or made, and no consultation."""
        stands = self.standing(instrument) in (Standing.DECIDED, Standing.MADE)
        return stands and instrument.kind is not InstrumentKind.CONSULTATION

    def decided(self, instrument: Instrument) -> date | None:
        """The day on which it was decided: as another instrument records, otherwise as it says; made is decided."""
        told = self._told_decided(instrument.name)
        dates = instrument.dates
        return told or reached_by(dates.decided, self.on) or reached_by(dates.made, self.on)

    def made(self, instrument: Instrument) -> date | None:
        """The day on which it was made, where it has come; a decision stands in for one that is never made."""
        return reached_by(made(instrument), self.on) or (
            self._told_decided(instrument.name) if instrument.dates.made is None else None
        )

    def on_record(self, instrument: Instrument) -> date | None:
        """The day from which it is on record as law; of what is none, as what it is; None where it bears no day."""
        first = recorded(instrument)
        told = self._law_by_itself(instrument) or self._told_decided(instrument.name)
        return max(told, first) if told is not None and first is not None else told or first

    def operations(self, kinds: Kinds = object) -> tuple[Operative, ...]:
        """The operations of what is law that were not withdrawn, or those of some kinds, as declared and by number."""
        if kinds not in self._by_kinds:
            self._by_kinds[kinds] = tuple(self._operations(kinds))
        return self._by_kinds[kinds]

    def _operations(self, kinds: Kinds) -> Iterator[Operative]:
        for instrument in self.law:
            yield from (each for each in self.operative(instrument, kinds) if each.ref not in self.withdrawn)

    def operative(self, instrument: Instrument, kinds: Kinds = object) -> Iterator[Operative]:
        """The operations of an instrument, law or not, or those of some kinds, by number."""
        yield from self._operative(instrument, kinds, self.on_record(instrument) or date.min)

    def _operative(self, instrument: Instrument, kinds: Kinds, day: date) -> Iterator[Operative]:
        """The same, of one that is on record since a day."""
        for place in by_number(instrument, kinds):
            operation = instrument.operations[place]
            number = number_order(operation.number)
            record = (day, self.ranks[instrument.name], number, place)
            yield Operative(OperationRef(instrument.name, operation.number), instrument, operation, record)

    def operation(self, ref: OperationRef) -> Operative | None:
        """The operation of a reference, law or not; of several of one number the first. None where there is none."""
        instrument = self.by_name.get(ref.instrument)
        if instrument is None:
            return None
        if ref.instrument not in self._by_ref:
            operations = reversed(list(self.operative(instrument)))
            self._by_ref[ref.instrument] = {each.ref: each for each in operations}
        return self._by_ref[ref.instrument].get(ref)

    @cached_property
    def _decisions(self) -> Mapping[str, tuple[Fact, ...]]:
        """The decisions told by instruments that are law by their own dates, lest two decide one another."""
        return _gathered(
            (act.instrument, _fact(act.day, each))
            for instrument in self.instruments
            if self._is_law_by_itself(instrument)
            for each in self._operative(instrument, Decide, self._law_by_itself(instrument) or date.min)
            if isinstance(act := each.operation.action, Decide) and each.ref not in self.withdrawn
        )

    def decision(self, name: str) -> Fact | None:
        """The decision on an instrument that another records, by the later record; None where none does."""
        told = [fact for fact in self._decisions.get(name, ()) if reached_by(fact.day, self.on)]
        return told[-1] if told else None

    def _told_decided(self, name: str) -> date | None:
        told = self.decision(name)
        return told.day if told is not None else None

    def _is_law_by_itself(self, instrument: Instrument) -> bool:
        stands = standing(instrument, self.on) in (Standing.DECIDED, Standing.MADE)
        return (stands and instrument.kind is not InstrumentKind.CONSULTATION) or instrument.name in self.include

    def _law_by_itself(self, instrument: Instrument) -> date | None:
        """The day from which it is on record as law by its own dates."""
        law = reached_by(instrument.dates.decided, self.on) or reached_by(made(instrument), self.on)
        return max(law, recorded(instrument) or law) if law is not None else None

    def _is_included(self, instrument: Instrument) -> bool:
        return instrument.name in self.include and self.standing(instrument) is not Standing.WITHDRAWN

    def _said(self, kind: type[_Named]) -> Iterator[tuple[Operative, _Named]]:
        for each in self.operations(kind):
            if isinstance(each.operation.action, kind):
                yield each, each.operation.action


def waits(when: When | None) -> bool:
    """Whether an expression is more than a day."""
    return when is not None and not isinstance(when, On)


def is_too_late(fact: Fact, own: Fact) -> bool:
    """Whether one is for more than another, whose day had come when it was recorded: for those that day stays."""
    return fact.scope != own.scope and within(own.scope, fact.scope) and own.day <= fact.record[0]


def _may_wait(instrument: Instrument) -> bool:
    return (
        waits(instrument.starts)
        or waits(instrument.ends)
        or any(waits(each.starts) or waits(each.ends) for each in instrument.operations)
        or any(isinstance(each.action, Extend) for each in instrument.operations)
    )


def _name(instrument: Instrument) -> str:
    return instrument.name


def _gathered(told: Iterable[tuple[_Named, Fact]]) -> dict[_Named, tuple[Fact, ...]]:
    found: dict[_Named, list[Fact]] = {}
    for what, fact in told:
        found.setdefault(what, []).append(fact)
    return {what: tuple(sorted(facts, key=lambda each: each.record)) for what, facts in found.items()}


def _fact(day: date, by: Operative) -> Fact:
    return Fact(day, by.scope, by.ref, by.record)

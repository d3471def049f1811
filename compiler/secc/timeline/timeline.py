"""The Code in time: its instruments, and its wording on any day, as known on any day.

Every answer is a function of the instruments alone. `at` is the day the law is asked about, `on` the day by which
instruments had been recorded (None: everything that is recorded).
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cached_property, partial
from itertools import chain
from typing import TypeAlias, TypeVar, get_args

from secc.amending.refusal import Refusal
from secc.instruments.model import Action, Instrument, Scope, Vary, Wording
from secc.instruments.when import OperationRef
from secc.timeline.dates import day_before
from secc.timeline.first_days import first_days
from secc.timeline.knowledge import EVERYTHING, Knowledge, asking
from secc.timeline.known import Known, Record
from secc.timeline.lapsing import Lapsing
from secc.timeline.learning import learn
from secc.timeline.occurrences import (
    Alike,
    Kind,
    Occurrence,
    Settled,
    WordingOccurrence,
    alike,
    change_days,
    in_order,
    occurrences,
    together,
)
from secc.timeline.order import Order
from secc.timeline.replay import Kept, Replay, Sources, Step, StepsInTime, Wordings
from secc.timeline.scopes import EVERYBODY
from secc.timeline.standing import known_by
from secc.timeline.value import lasts, latest
from secc.timeline.varying import Since, followed
from secc.timeline.ways import Ways, WaysInTime
from secc.timeline.wordings import are_on_one, days_of

__all__ = ["EVERYTHING", "Held", "Knowledge", "Timeline", "asking"]

_Following = TypeVar("_Following")
_ON_WORDING = get_args(Wording)
Held: TypeAlias = tuple[tuple[OperationRef, date], ...]
"""Variations that hold on a day, in the order in which they are carried out, each with the day since which it does."""


class Timeline:
    """Instruments replayed. States are made when asked for, and each wording once."""

    def __init__(
        self,
        instruments: Sequence[Instrument],
        order: Order,
        sources: Sources,
        kept: Kept | None = None,
        wholes: tuple[Scope, ...] = (),
    ) -> None:
        self.instruments = tuple(instruments)
        self.order = order
        self.wholes = wholes
        self._sources = sources
        self._kept = kept
        self._replay = Replay(sources, kept)
        self._known: dict[Knowledge, Known] = {}
        self._occurrences: dict[tuple[Knowledge, Kind | None], tuple[Occurrence, ...]] = {}
        self._alike: dict[Kind | None, tuple[Alike, ...]] = {}
        self._wording: dict[Knowledge, tuple[WordingOccurrence, ...]] = {}
        self._varying: dict[Knowledge, tuple[Sequence[Occurrence], ...]] = {}
        self._settled: Settled = {}
        self.ways = Ways()
        self._ways_in_time: dict[Knowledge, WaysInTime] = {}
        self._bases: dict[int, Wordings] = {}
        self._lapsing: dict[Knowledge, Lapsing] = {}
        self._steps: dict[Knowledge, tuple[Step, ...]] = {}
        self._steps_in_time: dict[Knowledge, StepsInTime] = {}
        self._days: dict[Knowledge, tuple[date, ...]] = {}
        self._wording_days: dict[Knowledge, tuple[date, ...]] = {}
        self._first_days: dict[Knowledge, Mapping[str, date]] = {}

    def as_recorded(self, on: date) -> "Timeline":
        """That of the instruments which had been recorded by a day."""
        recorded = [each for each in self.instruments if known_by(each, on)]
        return Timeline(recorded, self.order, self._sources, self._kept, self.wholes)

    def known(self, asked: Knowledge = EVERYTHING) -> Known:
        """What is known."""
        if asked not in self._known:
            self._known[asked] = learn(
                self.instruments, asked.on, include=asked.include, order=self.order, wholes=self.wholes
            )
        return self._known[asked]

    def occurrences(self, asked: Knowledge = EVERYTHING, kind: Kind | None = None) -> tuple[Occurrence, ...]:
        """Every operation that counts, or those of a kind, with its days."""
        if (asked, kind) not in self._occurrences and kind is None:
            every = chain.from_iterable(self.occurrences(asked, each) for each in Kind)
            self._occurrences[asked, kind] = tuple(sorted(every, key=in_order))
        elif (asked, kind) not in self._occurrences:
            self._occurrences[asked, kind] = occurrences(self.known(asked), kind, self._settled)
        return self._occurrences[asked, kind]

    def alike(self, kind: Kind | None = None) -> tuple[Alike, ...]:
        """The same as everything is known, those together that start and end alike."""
        if kind not in self._alike:
            self._alike[kind] = alike(self.occurrences(kind=kind))
        return self._alike[kind]

    def steps(self, asked: Knowledge = EVERYTHING) -> tuple[Step, ...]:
        """The operations on the wording whose day is known, in the order in which they are carried out."""
        if asked not in self._steps:
            self._steps[asked] = self._kept_steps(asked) or self._made_steps(asked)
        return self._steps[asked]

    def turned(self, day: date, asked: Knowledge = EVERYTHING) -> list[Step]:
        """The operations on the wording that come to have effect on a day, or cease to, in their order."""
        return self._in_time(asked).turned(day)

    def _in_time(self, asked: Knowledge) -> StepsInTime:
        if asked not in self._steps_in_time:
            self._steps_in_time[asked] = StepsInTime(self.steps(asked))
        return self._steps_in_time[asked]

    def _made_steps(self, asked: Knowledge) -> tuple[Step, ...]:
        days = ((each, each.day) for each in self.wording(asked))
        steps = tuple(Step(each.ref, each.action, day, latest(each.ends)) for each, day in days if day is not None)
        if self._kept is not None:
            self._kept.put_steps(*self._question(asked), [(step.ref, step.day, step.ends) for step in steps])
        return steps

    def _kept_steps(self, asked: Knowledge) -> tuple[Step, ...] | None:
        kept = self._kept.steps(*self._question(asked)) if self._kept is not None else None
        if kept is None:
            return None
        return tuple(
            Step(ref, action, day, ends)
            for ref, day, ends in kept
            if isinstance(action := self._action(ref), _ON_WORDING)
        )

    def _question(self, asked: Knowledge) -> tuple[Sequence[str], str]:
        """Everything that the days of operations follow from: instruments, but for their words, and what is asked."""
        names = sorted(each.name for each in self.instruments if known_by(each, asked.on))
        return names, f"{asked.on} {sorted(asked.include)} {self.order!r} {self.wholes!r}"

    def wording(self, asked: Knowledge = EVERYTHING) -> tuple[WordingOccurrence, ...]:
        """The operations on the wording, with a day or without."""
        if asked not in self._wording:
            self._wording[asked] = tuple(
                WordingOccurrence(each.ref, action, each.day, each.ends)
                for each in self.occurrences(asked, Kind.WORDING)
                if isinstance(action := each.action, _ON_WORDING)
            )
        return self._wording[asked]

    def base(self, at: date, asked: Knowledge = EVERYTHING) -> Wordings:
        """The wording on a day: every wording operation that has effect then, carried out in order."""
        way = self.way(at, asked)
        if way not in self._bases:
            self._bases[way] = self._replay.after(self._in_time(asked).live(at))
        found = self._bases[way]
        return self._lapsing_of(asked).told(found, at, way) if found.refused else found

    def _lapsing_of(self, asked: Knowledge) -> Lapsing:
        if asked not in self._lapsing:
            self._lapsing[asked] = Lapsing(self._replay, self._in_time(asked))
        return self._lapsing[asked]

    def before(self, day: date, asked: Knowledge = EVERYTHING) -> Wordings:
        """The wording on the day before: nothing, before the first day of the calendar."""
        return self.base(day_before(day), asked) if day > date.min else self._replay.after(())

    def way(self, at: date, asked: Knowledge = EVERYTHING) -> int:
        """A number for the wording on a day: the same where the same operations lead to it, in the same order."""
        if asked not in self._ways_in_time:
            self._ways_in_time[asked] = WaysInTime(self.ways, self.steps(asked), self.wording_days(asked))
        return self._ways_in_time[asked].at(at)

    def after(self, steps: Sequence[Step]) -> Wordings:
        """The wording after any operations, in their order: for what might be, not what is."""
        return self._replay.after(steps)

    def carried_out(self, before: Wordings, steps: Sequence[Step]) -> Wordings:
        """A wording with operations carried out on it, in their order, kept nowhere: for what is tried once."""
        return self._replay.carried_out(before, steps)

    def last(self) -> Wordings:
        """The wording after the last known day: what the files of the sources hold."""
        return self.base(date.max)

    def effective(self, at: date, asked: Knowledge = EVERYTHING, scope: Scope = EVERYBODY) -> Wordings:
        """The wording with the variations that hold on a day, for everybody in a scope, carried out on it."""
        return self.varied(at, self.held(at, asked, scope), asked)

    def held(self, at: date, asked: Knowledge = EVERYTHING, scope: Scope = EVERYBODY) -> Held:
        """The variations that hold on a day for everybody in a scope, each with the day since which it does."""
        return tuple((each.ref, each.day or at) for each in self.variations(at, asked, scope))

    def varied(self, at: date, held: Held, asked: Knowledge = EVERYTHING) -> Wordings:
        """The wording of a day with variations that hold then carried out on it."""
        said = [(ref, since, action.as_if) for ref, since in held if isinstance(action := self._action(ref), Vary)]
        found = {ref: followed(as_if, self._since(since, at, asked)) for ref, since, as_if in said}
        varied = [Step(ref, action, at) for ref, action in found.items() if not isinstance(action, Refusal)]
        base = self.base(at, asked)
        if [step.action for step in varied] == [as_if for _, _, as_if in said]:
            return self._replay.varied(self._in_time(asked).live(at), varied) if varied else base
        made = self.carried_out(Wordings(base.documents, used=base.used), varied)
        gone = {ref: refusal for ref, refusal in found.items() if isinstance(refusal, Refusal)}
        return Wordings(made.documents, {**made.refused, **gone}, made.used)

    def _since(self, begun: date, at: date, asked: Knowledge) -> Since:
        later = [day for day in self.wording_days(asked) if begun < day <= at]
        return Since((begun, *later), lambda day: self.base(day, asked))

    def variations(self, at: date, asked: Knowledge = EVERYTHING, scope: Scope = EVERYBODY) -> list[Occurrence]:
        """The variations that hold on a day for everybody in a scope, in the order in which they are carried out.

        Each once, though it may hold for each of some by days of their own: then from the last of these. What several
        operations say in the same words, each for some, is the first of these.
        """
        horizon = self.known(asked).horizon
        lasting = (
            [each for each in apart if lasts(each.starts, each.ends, at, horizon)] for apart in self._variations(asked)
        )
        held: list[Occurrence] = []
        for_some: dict[Action, list[Occurrence]] = {}
        for each in filter(None, lasting):
            found = together(each, scope, self.wholes)
            if found is not None:
                held.append(found)
            else:
                for_some.setdefault(each[0].action, []).extend(each)
        for_all = {each.action for each in held}
        alike = (together(each, scope, self.wholes) for said, each in for_some.items() if said not in for_all)
        return sorted([*held, *filter(None, alike)], key=in_order)

    def _variations(self, asked: Knowledge) -> tuple[Sequence[Occurrence], ...]:
        """What varies, operation by operation, as it occurs for some and for others."""
        if asked not in self._varying:
            varying: dict[Record, list[Occurrence]] = {}
            for each in self.occurrences(asked, Kind.OTHER):
                if isinstance(each.action, Vary):
                    varying.setdefault(each.record, []).append(each)
            self._varying[asked] = tuple(varying.values())
        return self._varying[asked]

    def days(self, asked: Knowledge = EVERYTHING) -> tuple[date, ...]:
        """Every day on which any answer can change."""
        if asked not in self._days:
            either = chain(self.occurrences(asked, Kind.WORDING), self.occurrences(asked, Kind.OTHER))
            self._days[asked] = change_days(either, self.known(asked).horizon)
        return self._days[asked]

    def wording_days(self, asked: Knowledge = EVERYTHING) -> tuple[date, ...]:
        """Every day on which the base wording can change."""
        if asked not in self._wording_days:
            self._wording_days[asked] = tuple(days_of(self.steps(asked)))
        return self._wording_days[asked]

    def first_days(self, asked: Knowledge = EVERYTHING) -> Mapping[str, date]:
        """The day from which each provision, by who it is, and each document is part of the text."""
        if asked not in self._first_days:
            texts = ((day, self.base(day, asked).documents) for day in self.wording_days(asked))
            anew = partial(first_days, self._replay, texts)
            self._first_days[asked] = self._replay.following("first days", dict[str, date], [self.steps(asked)], anew)
        return self._first_days[asked]

    def following(
        self, what: str, kind: type[_Following], day: date, asked: Knowledge, make: Callable[[], _Following]
    ) -> _Following:
        """What follows from the texts that a day changes, as they were and are, and its operations; kept."""
        steps, said = self.turned(day, asked), f"{what} on {day}"
        if are_on_one(steps):
            both = (self.before(day, asked), self.base(day, asked))
            return self._replay.following_texts(said, kind, both, steps, make)
        around = [self._in_time(asked).live(each) for each in (day_before(day), day)]
        return self._replay.following(said, kind, around, make)

    def following_operations(
        self, what: str, kind: type[_Following], said: object, steps: Sequence[Step], make: Callable[[], _Following]
    ) -> _Following:
        """What follows from operations on their days, and what is `said` besides, alone; kept."""
        return self._replay.following_operations(what, kind, said, steps, make)

    def _action(self, ref: OperationRef) -> Action:
        return self._actions[ref.instrument][ref.number]

    @cached_property
    def _actions(self) -> dict[str, dict[str, Action]]:
        return {name: {each.number: each.action for each in one.operations} for name, one in self.by_name.items()}

    @cached_property
    def by_name(self) -> dict[str, Instrument]:
        """The instruments by their names."""
        return {each.name: each for each in self.instruments}

"""What is asked of a chronicle: which state there was on which day and for whom, as known now and on each day before.

States are numbered; what each says is not told here. So all of it follows from what instruments say besides words, and
stays as it was while words are edited.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import TypeAlias

from msgspec import Struct

from secc.instruments.model import Decide, Instrument, Scope
from secc.instruments.when import OperationRef
from secc.site.in_time.kept import digest_of_modules, kept
from secc.site.in_time.moment import Moment
from secc.site.whom import scopes
from secc.timeline.scopes import EVERYBODY
from secc.timeline.standing import days as days_of
from secc.timeline.timeline import EVERYTHING, Held, Knowledge, Timeline, asking

NOW = date.max
"""As known now is as known on this day."""
_Varied: TypeAlias = tuple[tuple[OperationRef, int], ...]


class StateAsked(Struct, frozen=True, array_like=True):
    """A question to which a state is the answer: on a day, as known on another, with the variations that hold then.

    There are none where it is asked without its variations, or none holds.
    """

    day: date
    known: date | None
    held: Held = ()


class Numbered(Struct, frozen=True, array_like=True):
    """Days on which any answer changes, with the number of the state from each on."""

    days: tuple[date, ...]
    states: tuple[int, ...]


class StatesInTime(Struct, frozen=True, array_like=True):
    """The states by their numbers; those of each day as known now, without variations too, and as known before.

    `scoped` are those of each day for some, as known now.

    `turns` are the days on which the wording without variations changes, each as known on a day on which it changed
    from the same to the same; `learned` says which of them, by number, were known from each day on, the last those now.
    `said` is the digest of all that the states follow from.
    """

    asked: tuple[StateAsked, ...]
    effective: Numbered
    base: Numbered
    known: tuple[tuple[date, Numbered], ...]
    scoped: tuple[tuple[Scope, Numbered], ...]
    turns: tuple[tuple[date, date | None], ...]
    learned: tuple[tuple[date, tuple[int, ...]], ...]
    said: str


def states_in_time(moment: Moment) -> StatesInTime:
    """Of all days; kept, since to ask what was known on every day is slow."""
    timeline = moment.timeline
    said = hashlib.sha256(f"{moment.opened.but_words} {timeline.order!r} {timeline.wholes!r}".encode()).hexdigest()
    return kept(moment.cache, f"states in time {_own_code()} {said}", StatesInTime, lambda: _found(timeline, said))


def known_days(instruments: Iterable[Instrument]) -> tuple[date, ...]:
    """The days on which an instrument was recorded, those of its other dates and of the decisions that it tells of.

    Each of these counts from itself on.
    """
    return tuple(sorted({day for each in instruments for day in (*days_of(each), *_decisions(each))}))


def _decisions(instrument: Instrument) -> Iterator[date]:
    for each in instrument.operations:
        if isinstance(each.action, Decide):
            yield each.action.day


def _found(timeline: Timeline, said: str) -> StatesInTime:
    states = _States(timeline)
    now = timeline.days()
    effective = Numbered(now, tuple(states.effective(day, EVERYTHING) for day in now))
    base = Numbered(now, tuple(states.base(day) for day in now))
    days = known_days(timeline.instruments)
    known = tuple(states.known(day) for day in days)
    scoped = tuple(
        (scope, Numbered(now, tuple(states.effective(day, EVERYTHING, scope) for day in now)))
        for scope in scopes(timeline)
    )
    turns = _Turns(timeline)
    known_now = turns.known(EVERYTHING)
    learned = (*((day, turns.known(asking(day))) for day in days), (NOW, known_now))
    return StatesInTime(tuple(states.asked), effective, base, known, scoped, tuple(turns.asked), learned, said)


@dataclass(frozen=True, slots=True)
class _States:
    """States numbered as they are met, by the operations and the variations that lead to them.

    What a variation names is what had the number in the text of its day, so this is told by the way to that text.
    """

    timeline: Timeline
    asked: list[StateAsked] = field(default_factory=list)
    _numbers: dict[tuple[int, _Varied], int] = field(default_factory=dict)

    def effective(self, day: date, asked: Knowledge, scope: Scope = EVERYBODY) -> int:
        """Of a day, with the variations that hold then for everybody in a scope."""
        held = self.timeline.held(day, asked, scope)
        varied = tuple((ref, self.timeline.way(since, asked)) for ref, since in held)
        return self._number(self.timeline.way(day, asked), varied, StateAsked(day, asked.on, held))

    def base(self, day: date) -> int:
        """Of a day, without them."""
        return self._number(self.timeline.way(day), (), StateAsked(day, None))

    def known(self, known: date) -> tuple[date, Numbered]:
        """Of all days as known on one: by what had been recorded, and nothing else."""
        asked = asking(known)
        days = self.timeline.days(asked)
        return known, Numbered(days, tuple(self.effective(day, asked) for day in days))

    def _number(self, way: int, varied: _Varied, asked: StateAsked) -> int:
        key = (way, varied)
        if key not in self._numbers:
            self._numbers[key] = len(self.asked)
            self.asked.append(asked)
        return self._numbers[key]


@dataclass(frozen=True, slots=True)
class _Turns:
    """The days on which the wording changes, numbered by the operations that lead to the text before and after."""

    timeline: Timeline
    asked: list[tuple[date, date | None]] = field(default_factory=list)
    _numbers: dict[tuple[date, int, int], int] = field(default_factory=dict)

    def known(self, asked: Knowledge) -> tuple[int, ...]:
        """Those that are known."""
        found: list[int] = []
        before = 0
        for day in self.timeline.wording_days(asked):
            way = self.timeline.way(day, asked)
            key = (day, before, way)
            if key not in self._numbers:
                self._numbers[key] = len(self.asked)
                self.asked.append((day, asked.on))
            found.append(self._numbers[key])
            before = way
        return tuple(found)


@cache
def _own_code() -> str:
    return digest_of_modules([Path(__file__)])

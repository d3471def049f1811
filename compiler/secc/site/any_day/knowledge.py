"""What is asked of a chronicle: which state there was on which day and for whom, as known now and on each day before.

States are numbered; what each says is not told here. So all of it follows from what instruments say besides words, and
stays as it was while words are edited.
"""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TypeAlias

from msgspec import Struct, field

from secc.instruments.model import Decide, Instrument, Scope
from secc.instruments.when import OperationRef
from secc.site.in_time.kept import digest_of_modules, kept, latest
from secc.site.in_time.moment import Moment
from secc.site.whom import scopes
from secc.timeline.scopes import EVERYBODY
from secc.timeline.standing import days as days_of
from secc.timeline.timeline import EVERYTHING, Held, Knowledge, Timeline, asking

NOW = date.max
"""As known now is as known on this day."""
_Name: TypeAlias = bytes
"""What tells a state from others: the digest of the operations and the variations that lead to it."""


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


class _OfDay(Struct, frozen=True, array_like=True):
    """A day on which any answer changes, with the name of the state from then on, and the variations that hold."""

    day: date
    name: _Name
    held: Held


class _Turn(Struct, frozen=True, array_like=True):
    """A day on which the wording changes, with the names of the ways that lead to the text before and after."""

    day: date
    before: bytes
    after: bytes


class _AsKnown(Struct, frozen=True, array_like=True):
    """What is told of all days, as known on one."""

    days: tuple[_OfDay, ...]
    turns: tuple[_Turn, ...]


def states_in_time(moment: Moment) -> StatesInTime:
    """Of all days; kept, since to ask what was known on every day is slow."""
    timeline = moment.timeline
    said = hashlib.sha256(f"{moment.opened.but_words} {timeline.order!r} {timeline.wholes!r}".encode()).hexdigest()
    return kept(moment.cache, f"states in time {_own_code()} {said}", StatesInTime, lambda: _found(moment, said))


def known_days(instruments: Iterable[Instrument]) -> tuple[date, ...]:
    """The days on which an instrument was recorded, those of its other dates and of the decisions that it tells of.

    Each of these counts from itself on.
    """
    return tuple(sorted({day for each in instruments for day in (*days_of(each), *_decisions(each))}))


def _decisions(instrument: Instrument) -> Iterator[date]:
    for each in instrument.operations:
        if isinstance(each.action, Decide):
            yield each.action.day


def _found(moment: Moment, said: str) -> StatesInTime:
    timeline = moment.timeline
    states, turns = _States(), _Turns()
    days = known_days(timeline.instruments)
    now = _as_known(timeline, EVERYTHING)
    before = [(day, _as_known_on(moment, day)) for day in days]
    effective = states.numbered(now.days, None)
    base = states.numbered([_OfDay(day, _name(_way(timeline, day)), ()) for day in timeline.days()], None)
    known = tuple((day, states.numbered(each.days, day)) for day, each in before)
    scoped = tuple((scope, states.numbered(_days(timeline, EVERYTHING, scope), None)) for scope in scopes(timeline))
    known_now = turns.numbered(now.turns, None)
    learned = (*((day, turns.numbered(each.turns, day)) for day, each in before), (NOW, known_now))
    return StatesInTime(tuple(states.asked), effective, base, known, scoped, tuple(turns.asked), learned, said)


def _as_known_on(moment: Moment, on: date) -> _AsKnown:
    """As known on a day: by what had been recorded, and nothing else; kept by that."""
    timeline = moment.timeline
    behind = (moment.opened.but_words_by(on), timeline.order, timeline.wholes)
    return latest(moment.cache, f"as known on {on}", behind, _AsKnown, lambda: _as_known(timeline, asking(on)))


def _as_known(timeline: Timeline, asked: Knowledge) -> _AsKnown:
    turns = timeline.wording_days(asked)
    ways = pairwise([b"", *(_way(timeline, day, asked) for day in turns)])
    return _AsKnown(
        tuple(_days(timeline, asked)), tuple(_Turn(day, *each) for day, each in zip(turns, ways, strict=True))
    )


def _days(timeline: Timeline, asked: Knowledge, scope: Scope = EVERYBODY) -> Iterator[_OfDay]:
    """All days, with the variations that hold for everybody in a scope."""
    for day in timeline.days(asked):
        held = timeline.held(day, asked, scope)
        varied = [(ref, _way(timeline, since, asked)) for ref, since in held]
        yield _OfDay(day, _name(_way(timeline, day, asked), varied), held)


def _way(timeline: Timeline, day: date, asked: Knowledge = EVERYTHING) -> bytes:
    """The name of the way that leads to the text of a day."""
    return timeline.ways.name(timeline.way(day, asked))


def _name(way: bytes, varied: Iterable[tuple[OperationRef, bytes]] = ()) -> _Name:
    """Of a state. What a variation names is what had the number in the text of its day: it is told by the way there."""
    digest = hashlib.sha256(way)
    for ref, since in varied:
        digest.update(str(ref).encode() + since)
    return digest.digest()


class _States(Struct, frozen=True):
    """States numbered as they are met."""

    asked: list[StateAsked] = field(default_factory=list)
    _numbers: dict[_Name, int] = field(default_factory=dict)

    def numbered(self, days: Iterable[_OfDay], known: date | None) -> Numbered:
        """Those of some days, as known on one."""
        found = [(each.day, self._number(each, known)) for each in days]
        return Numbered(tuple(day for day, _ in found), tuple(number for _, number in found))

    def _number(self, each: _OfDay, known: date | None) -> int:
        if each.name not in self._numbers:
            self._numbers[each.name] = len(self.asked)
            self.asked.append(StateAsked(each.day, known, each.held))
        return self._numbers[each.name]


class _Turns(Struct, frozen=True):
    """The days on which the wording changes, numbered as they are met."""

    asked: list[tuple[date, date | None]] = field(default_factory=list)
    _numbers: dict[_Turn, int] = field(default_factory=dict)

    def numbered(self, turns: Iterable[_Turn], known: date | None) -> tuple[int, ...]:
        """Those that are known on a day."""
        return tuple(self._number(each, known) for each in turns)

    def _number(self, turn: _Turn, known: date | None) -> int:
        if turn not in self._numbers:
            self._numbers[turn] = len(self.asked)
            self.asked.append((turn.day, known))
        return self._numbers[turn]


@cache
def _own_code() -> str:
    return digest_of_modules([Path(__file__)])

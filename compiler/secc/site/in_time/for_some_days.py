"""On which days provisions read otherwise for some than for everybody, as their histories tell it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct

from secc.instruments.model import Scope
from secc.site.in_time.changes import Changes
from secc.site.in_time.for_some import ReadForSome
from secc.site.in_time.turning import EffectTurn, Turns
from secc.site.noted import Computed, Later
from secc.timeline.identities import origin


class DaysForSome(Struct, frozen=True, array_like=True):
    """Days on which nothing else changed: from `start` until `end`, not included; None where none is known."""

    scope: Scope
    start: date
    end: date | None


VariedForSome = Mapping[str, Mapping[str, tuple[DaysForSome, ...]]]
"""Of each document, the provisions that read otherwise for some on some day, by who they are, oldest day first."""


def varied_for_some(turns: Turns, changes: Changes, for_some: ReadForSome) -> VariedForSome:
    """The same, worked out for a document when it is asked about."""
    varied = Later(lambda: _varied(turns))

    def of(document: str) -> Mapping[str, tuple[DaysForSome, ...]]:
        every = {who: tuple(_days(who, turns[who], changes, for_some)) for who in varied.get(document, ())}
        return {who: days for who, days in every.items() if days}

    return Computed(None, of)


def _varied(turns: Turns) -> dict[str, list[str]]:
    """What is varied for anybody on any day, by document."""
    found: dict[str, list[str]] = {}
    for identity, each in turns.items():
        if any(turn.varying for turn in each):
            found.setdefault(origin(identity), []).append(identity)
    return found


def _days(identity: str, turns: Sequence[EffectTurn], changes: Changes, for_some: ReadForSome) -> Iterator[DaysForSome]:
    days = sorted({turn.day for turn in turns} | {each.day for each in changes.get(identity, ())})
    for day, end in zip(days, [*days[1:], None], strict=True):
        turn = max((each for each in turns if each.day <= day), key=_by_day, default=None)
        if turn is not None and turn.varying:
            yield from (DaysForSome(each.scope, day, end) for each in for_some[identity, day])


def _by_day(turn: EffectTurn) -> date:
    return turn.day

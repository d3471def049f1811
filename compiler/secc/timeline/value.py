"""What an expression of time comes to: a day, never, or not known.

What is not known has bounds, and the bounds are sound: whatever is recorded later, the day lies within them, as long as
what is recorded already is not recorded anew.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeAlias, assert_never

from msgspec import Struct

from secc.instruments.when import Unit
from secc.timeline.dates import printed_day, shifted


class Day(Struct, frozen=True):
    """It is this day."""

    day: date


class NeverComes(Struct, frozen=True):
    """It does not come: a condition failed, what it waits for was withdrawn, or the instrument says never."""


class Unknown(Struct, frozen=True):
    """It waits for something, in words: `event "Completion of Implementation"`, `a decision on 2021-11-16-mp173`.

    It does not come before `not_before`, and has certainly come on `not_after`; None where there is no such bound. What
    has no `not_after` may never come.
    """

    waits_for: tuple[str, ...]
    not_before: date | None = None
    not_after: date | None = None


Value: TypeAlias = Day | NeverComes | Unknown


def earlier(values: Iterable[Value]) -> Value:
    """The earliest of them; never where none of them ever comes."""
    coming = [each for each in values if not isinstance(each, NeverComes)]
    if not coming:
        return NeverComes()
    first = min(map(_first, coming))
    lasts = [last for each in coming if (last := latest(each)) is not None]
    last = min(lasts, default=None)
    deciding = [each for each in coming if last is None or _first(each) < last]
    return _between(deciding, first, last)


def later(values: Iterable[Value]) -> Value:
    """The latest of them; never where one of them never comes, or there is none."""
    each_of = list(values)
    if not each_of or any(isinstance(each, NeverComes) for each in each_of):
        return NeverComes()
    first = max(map(_first, each_of))
    lasts = [latest(each) for each in each_of]
    known = [last for last in lasts if last is not None]
    last = max(known) if len(known) == len(lasts) else None
    deciding = [each for each in each_of if (end := latest(each)) is None or end > first]
    return _between(deciding, first, last)


def after(value: Value, count: int, unit: Unit) -> Value:
    """A period after it; never where that is past the calendar."""
    match value:
        case Day(day):
            moved = shifted(day, count, unit)
            return NeverComes() if moved is None else Day(moved)
        case Unknown(waits_for, not_before, not_after):
            first = shifted(not_before, count, unit) if not_before else None
            if not_before and first is None:
                return NeverComes()
            return Unknown(waits_for, first, shifted(not_after, count, unit) if not_after else None)
        case NeverComes():
            return value
        case _:
            assert_never(value)


def latest(value: Value) -> date | None:
    """The day by which it has certainly come; None where there is none."""
    match value:
        case Day(day):
            return day
        case Unknown(not_after=not_after):
            return not_after
        case NeverComes():
            return None
        case _:
            assert_never(value)


def reached(value: Value, at: date, known: date | None) -> bool | None:
    """Whether it has come on the day `at`, as known on the day `known`; None where that cannot be known.

    What waits for something had not come on a day up to `known`, unless its bounds say that it had: had it come, it
    would be on record. Where `known` is None, nothing is concluded from silence.
    """
    match value:
        case Day(day):
            return day <= at
        case NeverComes():
            return False
        case Unknown(_, not_before, not_after):
            if not_after is not None and not_after <= at:
                return True
            if (not_before is not None and at < not_before) or (known is not None and at <= known):
                return False
            return None
        case _:
            assert_never(value)


def lasts(start: Value, end: Value, at: date, known: date | None) -> bool:
    """Whether something has begun by the day `at`, and is not known to have ended; `known` as in `reached`."""
    return reached(start, at, known) is True and reached(end, at, known) is not True


def settled(value: Value, known: date | None) -> Value:
    """As it is taken to be on the day `known`: what was to come by then at the latest came on that last day.

    Had it come before, it would be on record. A later record may still say so, and then holds for later questions.
    """
    if isinstance(value, Unknown) and value.not_after and known and value.not_after <= known:
        return Day(value.not_after)
    return value


def bounds(value: Value) -> tuple[date, ...]:
    """The days that it names: its day, or the bounds of what is not known."""
    match value:
        case Day(day):
            return (day,)
        case Unknown(_, not_before, not_after):
            return tuple(day for day in (not_before, not_after) if day is not None)
        case NeverComes():
            return ()
        case _:
            assert_never(value)


def in_words(value: Value) -> str:
    """`1 October 2018`, `never`, or `waits for event "X"; not before 1 May 2020; at the latest 31 December 2020`."""
    match value:
        case Day(day):
            return printed_day(day)
        case NeverComes():
            return "never"
        case Unknown(waits_for, not_before, not_after):
            words = [f"waits for {' and '.join(waits_for)}"]
            words += [f"not before {printed_day(not_before)}"] if not_before else []
            words += [f"at the latest {printed_day(not_after)}"] if not_after else []
            return "; ".join(words)
        case _:
            assert_never(value)


def _first(value: Value) -> date:
    """The earliest day on which it can come."""
    match value:
        case Day(day):
            return day
        case Unknown(not_before=not_before):
            return not_before or date.min
        case NeverComes():
            return date.max
        case _:
            assert_never(value)


def _between(deciding: Sequence[Value], first: date, last: date | None) -> Value:
    """What lies between two bounds: a day where they meet, otherwise what waits for the same as those that decide."""
    if first == last:
        return Day(first)
    waits = [name for each in deciding if isinstance(each, Unknown) for name in each.waits_for]
    return Unknown(tuple(sorted(set(waits))), None if first == date.min else first, last)

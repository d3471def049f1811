"""When something takes effect: an expression, not a date.

An expression is evaluated against what is known on a day (`secc.timeline`): to a day, to never, or to what it waits
for.
"""

from datetime import date
from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct


class OperationRef(Struct, frozen=True, tag=True):
    """A numbered paragraph of an instrument: `paragraph 2 of 2015-04-24-informal-testing`."""

    instrument: str
    number: str

    def __str__(self) -> str:
        return f"paragraph {self.number} of {self.instrument}"


class InstrumentRef(Struct, frozen=True, tag=True):
    """A whole instrument by its name."""

    instrument: str

    def __str__(self) -> str:
        return self.instrument


AnyRef: TypeAlias = OperationRef | InstrumentRef


class On(Struct, frozen=True, tag=True):
    """A day: `2018-10-01`."""

    day: date


class Event(Struct, frozen=True, tag=True):
    """The day on which an event occurs, as instruments fix it: `event "Completion of Implementation"`."""

    name: str


class Earlier(Struct, frozen=True, tag=True):
    """`the earlier of 2020-12-31 and event "Completion of Implementation"`: of two or more."""

    of: tuple["When", ...]


class Later(Struct, frozen=True, tag=True):
    """`the later of event "DCC Live" and 2016-12-31`: of two or more."""

    of: tuple["When", ...]


class Unit(StrEnum):
    """The units of a period; a month after 31 January is the last day of February."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class After(Struct, frozen=True, tag=True):
    """A period after another: `6 months after event "DCC Live"`."""

    count: int
    unit: Unit
    start: "When"


class Directed(Struct, frozen=True, tag=True):
    """A default that a direction may replace by a later day: `2018-08-31 or such later date as is directed`.

    The direction is an operation `fix the date in paragraph … of … as …`.
    """

    default: "When"


class IfDecided(Struct, frozen=True, tag=True):
    """One of several days by when its own instrument is decided.

    `2022-02-24 if decided by 2022-02-10, otherwise 2022-06-30 if decided by 2022-06-16`: pairs (effect, decided by), in
    order. Decided after the last of them, it never takes effect.
    """

    cases: tuple[tuple[date, date], ...]


class Effect(Struct, frozen=True, tag=True):
    """When another instrument, or an operation of it, takes effect: `the effect of paragraph 1 of 2018-07-24-a`."""

    of: AnyRef


class Never(Struct, frozen=True, tag=True):
    """`never`."""


When: TypeAlias = On | Event | Earlier | Later | After | Directed | IfDecided | Effect | Never

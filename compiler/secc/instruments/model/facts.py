"""Facts that an operation records, and what it does to other operations."""

from datetime import date
from typing import TypeAlias

from msgspec import Struct

from secc.instruments.places import Place
from secc.instruments.when import AnyRef, OperationRef


class Occurs(Struct, frozen=True, tag=True):
    """`event "DCC Live" occurs on 2016-11-08`; said again with another day, the later record holds."""

    event: str
    day: date


class FixOperation(Struct, frozen=True, tag=True):
    """`fix the date in paragraph 21 of … as 2018-09-28`: the day that a direction may replace."""

    operation: OperationRef
    day: date


class FixProvision(Struct, frozen=True, tag=True):
    """`fix the date in Section L4.6(b) as 2015-09-30`: a day stated in a provision is replaced, its text unchanged."""

    place: Place
    day: date


class Decide(Struct, frozen=True, tag=True):
    """`decide 2021-11-16-mp173 on 2022-02-09`."""

    instrument: str
    day: date


class Withdraw(Struct, frozen=True, tag=True):
    """An operation, or a whole instrument, that has not yet had effect is taken back."""

    what: AnyRef


class States(Struct, frozen=True, tag=True):
    """`Section H14.36A states its date`: the provision says in its text the day of the operation that commences it.

    A difference between the text and the expression is a finding.
    """

    place: Place
    operation: OperationRef


Fact: TypeAlias = Occurs | FixOperation | FixProvision | Decide | Withdraw | States

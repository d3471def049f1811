"""What a rule in time is: it reads the instruments and what they make of the Code, not one state of it."""

from collections.abc import Callable, Iterator

from secc.check.in_time.known import KnownTime
from secc.check.rule import Finding, NamedRule


class TimeRule(NamedRule, frozen=True):
    """A rule about instruments. Its findings stand in the files of instruments."""

    find: Callable[[KnownTime], Iterator[Finding]]

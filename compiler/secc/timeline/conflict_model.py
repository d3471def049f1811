"""What a conflict between changes is, and how its sides are told."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import StrEnum

from msgspec import Struct

from secc.instruments.when import OperationRef
from secc.timeline.footprints import Trace
from secc.timeline.replay import Step, Wordings


class ConflictKind(StrEnum):
    """What is wrong between two changes, or between a change and the text."""

    STALE_BASELINE = "stale baseline"
    NOT_POSSIBLE = "cannot be carried out"
    SAME_WORDS = "same words"
    TARGET_GONE = "target moved or removed"
    SAME_NUMBER = "same number"
    ORDER = "order matters"
    DROPPED = "one drops what the other uses"
    GAP = "gap in a move"
    OVERLAP = "overlap in a move"


class Side(Struct, frozen=True):
    """One of the changes: the operation, and the place in words."""

    ref: OperationRef
    place: str


class Conflict(Struct, frozen=True):
    """Two changes, or one and the text (`second` is None), that do not go together.

    `bites` is the day from which it does harm; None where a day is not known yet.
    """

    kind: ConflictKind
    first: Side
    second: Side | None
    bites: date | None
    words: str
    advice: str


Unresolved = Callable[[Wordings], Mapping[str, str]]
"""What a state uses and does not have: references and terms, by a key that is the same in every state, in words."""


def side_of(trace: Trace) -> Side:
    """The operation, and the nearest place that it names: what it brings before what it brings it into."""
    place = max((*trace.claimed, *trace.named), key=lambda each: len(each.path), default=None)
    return Side(trace.ref, place.printed if place is not None else "the whole Code")


def known_day(day: date) -> date | None:
    """A day; None for the end of time."""
    return None if day == date.max else day


def later_of(steps: Sequence[Step], *refs: OperationRef) -> date | None:
    """The later of the days of two operations."""
    return known_day(max(step.day for step in steps if step.ref in refs))

"""Operations on their days, and the wordings to which they lead."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import TypeAlias

from msgspec import Struct

from secc.amending.refusal import Refusal
from secc.amending.version import Versions
from secc.ids import DocumentId
from secc.instruments.model import Designate, Move, Redesignate, RenameTerm, Revoke, Wording
from secc.instruments.when import OperationRef

OnDays: TypeAlias = tuple[OperationRef, date, date | None]
"""An operation with its day, and the day on which it ends if it is temporary."""


class Step(Struct, frozen=True):
    """A wording operation with its day, and the day on which it ends if it is temporary (its words are gone then)."""

    ref: OperationRef
    action: Wording
    day: date
    ends: date | None = None


class Wordings:
    """The documents after some operations, in the Code's order.

    `refused` are those of the operations that could not be carried out, with the reason; they changed nothing. `used`
    are the identities that were ever given.
    """

    def __init__(
        self,
        documents: Versions,
        refused: Mapping[OperationRef, Refusal] = MappingProxyType({}),
        used: frozenset[str] = frozenset(),
    ) -> None:
        self.documents = documents
        self.refused = refused
        if used:
            self.used = used

    @cached_property
    def used(self) -> frozenset[str]:
        """None, where none were given."""
        return frozenset()


class Onwards(Wordings):
    """Wordings that go on from others, with identities `given` on the way: `used` are those and these."""

    def __init__(
        self, before: Wordings, documents: Versions, refused: Mapping[OperationRef, Refusal], given: frozenset[str]
    ) -> None:
        super().__init__(documents, refused)
        self.before = before
        self.given = given

    @cached_property
    def used(self) -> frozenset[str]:
        """Those of before, the same set where none were given; one after the other, since a chain of days is long."""
        chain: list[Onwards] = []
        at: Wordings = self
        while isinstance(at, Onwards) and "used" not in vars(at):
            chain.append(at)
            at = at.before
        used = at.used
        for each in reversed(chain):
            used = each.used = used | each.given if each.given else used
        return used


class Came(Struct, frozen=True):
    """What came of a document by operations on it alone: it, where it is left, and what was refused and `given`."""

    documents: Versions
    refused: Mapping[OperationRef, Refusal]
    given: frozenset[str]


def by_document(steps: Sequence[Step]) -> dict[DocumentId, list[Step]]:
    """Operations, each on one document alone, by that document."""
    found: dict[DocumentId, list[Step]] = {}
    for step in steps:
        document = only_document(step.action)
        assert document is not None
        found.setdefault(document, []).append(step)
    return found


def only_document(action: Wording) -> DocumentId | None:
    """The document that an operation is on; None where it may be on several."""
    match action:
        case RenameTerm():
            return None
        case Designate() | Redesignate() | Revoke():
            return action.document
        case Move() if action.into is not None and action.into.address.document != action.place.address.document:
            return None
        case _:
            return action.place.address.document


def are_on_one(steps: Sequence[Step]) -> bool:
    """Whether each operation is on one document alone."""
    if {type(step.action) for step in steps}.isdisjoint((RenameTerm, Move)):  # as mostly
        return True
    return all(only_document(step.action) is not None for step in steps)


class StepsInTime:
    """Operations in the order of their days, to be found by days without looking at all of them."""

    def __init__(self, steps: Sequence[Step]) -> None:
        self._steps = steps
        self._ending = [step for step in steps if step.ends is not None]

    def live(self, at: date) -> Sequence[Step]:
        """Those that have effect on a day, in their order."""
        begun = self._steps[: bisect_right(self._steps, at, key=_day)]
        return live(begun, at) if self._ending else begun

    def turned(self, on: date) -> list[Step]:
        """Those that come to have effect on a day, or cease to, in their order; not what ends before it begins."""
        begin, end = (bisect(self._steps, on, key=_day) for bisect in (bisect_left, bisect_right))
        ending = [step for step in self._ending if step.ends == on and step.day < on]
        return [*ending, *(step for step in self._steps[begin:end] if step.ends is None or on < step.ends)]


def live(steps: Sequence[Step], at: date) -> list[Step]:
    """The operations that have effect on a day, in their order."""
    return [step for step in steps if step.day <= at and (step.ends is None or at < step.ends)]


def days_of(steps: Sequence[Step]) -> list[date]:
    """Every day on which the wording may change."""
    ends = {step.ends for step in steps if step.ends is not None}
    return sorted({step.day for step in steps} | ends)


def _day(step: Step) -> date:
    return step.day

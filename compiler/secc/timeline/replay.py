"""The wording on a day: every wording operation in effect, in declared order, carried out from nothing.

A wording that was reached before is never made again: states are kept by the operations that lead to them, so that a
state on a day, or as known on another, costs only what differs from those before.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from secc.amending.refusal import Refusal
from secc.amending.replacing import AnnexReader, Inherit
from secc.amending.version import DocumentVersion
from secc.amending.workbench import Workbench
from secc.code.load import DocumentCache
from secc.ids import DocumentId
from secc.instruments.model import Wording
from secc.instruments.when import OperationRef


@dataclass(frozen=True, slots=True)
class Step:
    """A wording operation with its day, and the day on which it ends if it is temporary (its words are gone then)."""

    ref: OperationRef
    action: Wording
    day: date
    ends: date | None = None


@dataclass(frozen=True, slots=True)
class Wordings:
    """The documents after some operations, in the Code's order.

    `refused` are those of the operations that could not be carried out, with the reason; they changed nothing.
    """

    documents: Mapping[DocumentId, DocumentVersion]
    refused: Mapping[OperationRef, Refusal] = field(default_factory=dict)
    used: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Sources:
    """What replay reads besides operations: annexes, readings kept, and how a replaced document is matched."""

    annexes: AnnexReader
    cache: DocumentCache
    inherit: Inherit


_NOTHING = Wordings({})


class Replay:
    """States by the operations that lead to them."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._reached: dict[tuple[OperationRef, ...], Wordings] = {(): _NOTHING}

    def after(self, steps: Sequence[Step]) -> Wordings:
        """The wordings after these operations, in this order; every prefix by whole days is kept."""
        refs = tuple(step.ref for step in steps)
        kept = self._reached.get(refs)
        if kept is not None:
            return kept
        ends = list(_ends_of_days(steps))
        start = next((end for end in reversed(ends) if refs[:end] in self._reached), 0)
        state = self._reached[refs[:start]]
        for end in (each for each in ends if each > start):
            state = self._carried_out(state, steps[start:end])
            self._reached[refs[:end]] = state
            start = end
        return state

    def _carried_out(self, before: Wordings, steps: Sequence[Step]) -> Wordings:
        used = set(before.used)
        sources = self._sources
        workbench = Workbench(before.documents, used, sources.cache, sources.annexes, sources.inherit)
        for step in steps:
            workbench.carry_out(step.action, step.ref)
        documents, refused = workbench.finished()
        ordered = {document: documents[document] for document in sorted(documents)}
        return Wordings(ordered, {**before.refused, **refused}, frozenset(used))


def live(steps: Sequence[Step], at: date) -> list[Step]:
    """The operations that have effect on a day, in their order."""
    return [step for step in steps if step.day <= at and (step.ends is None or at < step.ends)]


def days_of(steps: Sequence[Step]) -> list[date]:
    """Every day on which the wording may change."""
    ends = {step.ends for step in steps if step.ends is not None}
    return sorted({step.day for step in steps} | ends)


def _ends_of_days(steps: Sequence[Step]) -> Iterator[int]:
    """How many operations there are up to the end of each day."""
    count = 0
    for _, group in groupby(steps, key=lambda step: step.day):
        count += len(list(group))
        yield count

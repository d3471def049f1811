"""The wording on a day: every wording operation in effect, in declared order, carried out from nothing.

A wording that was reached before is never made again: states are kept by the operations that lead to them, so that a
state on a day, or as known on another, costs only what differs from those before.
"""

import hashlib
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from itertools import accumulate, groupby, pairwise
from typing import Protocol, TypeVar

import msgspec
from msgspec import Struct

from secc.amending.refusal import Refusal
from secc.amending.replacing import AnnexReader, Inherit
from secc.amending.version import DocumentVersion
from secc.amending.workbench import Workbench
from secc.code.load import DocumentCache
from secc.ids import DocumentId
from secc.instruments.when import OperationRef
from secc.timeline.ways import Run, Ways
from secc.timeline.wordings import (
    Came,
    OnDays,
    Onwards,
    Step,
    StepsInTime,
    Wordings,
    by_document,
    live,
    only_document,
)


class Sources(Struct, frozen=True):
    """What replay reads besides operations: annexes, readings kept, and how a replaced document is matched."""

    annexes: AnnexReader
    cache: DocumentCache
    inherit: Inherit


_Following = TypeVar("_Following")


class Kept(Protocol):
    """Wordings kept between runs."""

    def keys(self, steps: Sequence[Step], ends: Sequence[int]) -> Iterator[str]:
        """The key of the wording after each of these numbers of operations, ascending."""
        ...

    def get(self, key: str, anew: Callable[[], Wordings]) -> Wordings | None:
        """The wording kept under a key; what of it turns out to be lost is taken from one made anew."""
        ...

    def put(self, key: str, wordings: Wordings) -> None:
        """Keep a wording."""
        ...

    def carried(
        self, document: DocumentId, before: Wordings, steps: Sequence[Step], anew: Callable[[], Wordings]
    ) -> "Came":
        """What comes of one document by operations on it alone, or is kept of that."""
        ...

    def said(self, steps: Sequence[Step]) -> str:
        """The digest of what operations say, in their order."""
        ...

    def used_name(self, wordings: Wordings) -> str:
        """A name for the identities that were given."""
        ...

    def name_of(self, version: DocumentVersion) -> str:
        """A name for a text, with whose its words and provisions are."""
        ...

    def steps(self, names: Sequence[str], question: str) -> Sequence[OnDays] | None:
        """The operations on the wording with their days, as kept for some instruments and a question."""
        ...

    def put_steps(self, names: Sequence[str], question: str, steps: Sequence[OnDays]) -> None:
        """Keep them."""
        ...

    def following(self, name: str, kind: type[_Following]) -> _Following | None:
        """What follows from wordings, as kept under a name made of their keys."""
        ...

    def put_following(self, name: str, found: object) -> None:
        """Keep it."""
        ...


_NOTHING = Wordings({})
_Dated = tuple[date, DocumentVersion]


class Replay:
    """States by the operations that lead to them."""

    def __init__(self, sources: Sources, kept: Kept | None = None) -> None:
        self._sources = sources
        self._kept = kept
        self._ways = Ways()
        self._run = Run((), (0,), (0,), ())
        self._reached: dict[int, Wordings] = {0: _NOTHING}

    def after(self, steps: Sequence[Step]) -> Wordings:
        """The wordings after these operations, in this order; every prefix by whole days is kept."""
        run = self._run_of(steps)
        last = bisect_left(run.ends, len(steps))
        for place in range(last, -1, -1):
            state = self._reached.get(run.ways[place]) or self._read(run, place)
            if state is not None:
                self._reached[run.ways[place]] = state
                return self._onwards(state, run, place, last)
        raise AssertionError  # the wording after no operation is always there

    def _run_of(self, steps: Sequence[Step]) -> Run:
        """One that begins with these operations: mostly that of the last, asked about on another day."""
        run = self._run
        if not run.begins_with(steps):
            ends = [0, *_ends_of_days(steps)]
            ways = accumulate(pairwise(ends), lambda way, day: self._ways.onwards(way, steps[slice(*day)]), initial=0)
            keys = self._kept.keys(steps, ends[1:]) if self._kept is not None else ()
            run = self._run = Run(tuple(steps), ends, tuple(ways), ("", *keys))
        return run

    def varied(self, steps: Sequence[Step], variations: Sequence[Step]) -> Wordings:
        """The wordings after these operations, with variations carried out on them, each as if it were a step."""
        way = self._ways.onwards(self._run_of(steps).way_after(steps), variations)
        if way not in self._reached:
            self._reached[way] = self._kept_varied(steps, variations)
        return self._reached[way]

    def _kept_varied(self, steps: Sequence[Step], variations: Sequence[Step]) -> Wordings:
        every = [*steps, *variations]
        if self._kept is None:
            return self._varied(steps, variations)
        key = next(iter(self._kept.keys(every, [len(every)])))
        found = self._kept.get(key, lambda: Replay(self._sources).varied(steps, variations))
        if found is None:
            found = self._varied(steps, variations)
            self._kept.put(key, found)
        return found

    def _varied(self, steps: Sequence[Step], variations: Sequence[Step]) -> Wordings:
        base = self.after(steps)
        return self._by_document(Wordings(base.documents, used=base.used), variations)

    def following(
        self, what: str, kind: type[_Following], several: Sequence[Sequence[Step]], make: Callable[[], _Following]
    ) -> _Following:
        """What follows from the wordings after each of several runs of operations on their days, kept under a word."""
        if self._kept is None:
            return make()
        keys = (f"{next(iter(self._kept.keys(each, [len(each)])))} {_days_digest(each)}" for each in several)
        return _following(self._kept, " ".join([what, *keys]), kind, make)

    def following_texts(
        self,
        what: str,
        kind: type[_Following],
        texts: Sequence[Wordings],
        steps: Sequence[Step],
        make: Callable[[], _Following],
    ) -> _Following:
        """What follows from the documents that differ between two wordings, and the operations between them, alone."""
        if self._kept is None:
            return make()
        return _following(self._kept, repr(self._said(what, texts, steps)), kind, make)

    def following_one(
        self, what: str, kind: type[_Following], texts: Sequence[_Dated], make: Callable[[], _Following]
    ) -> _Following:
        """What follows from the texts of one document, each from its day on, alone."""
        if self._kept is None:
            return make()
        said = [(day.isoformat(), self._kept.name_of(text)) for day, text in texts]
        return _following(self._kept, repr([what, said]), kind, make)

    def following_operations(
        self, what: str, kind: type[_Following], said: object, steps: Sequence[Step], make: Callable[[], _Following]
    ) -> _Following:
        """What follows from operations on their days, and what is `said` besides, alone."""
        if self._kept is None:
            return make()
        return _following(self._kept, repr([what, said, self._kept.said(steps), _days_digest(steps)]), kind, make)

    def _said(self, what: str, texts: Sequence[Wordings], steps: Sequence[Step]) -> list[object]:
        """All that says what two wordings and the operations between them are, but for what both have."""
        kept = self._kept
        assert kept is not None
        before, after = (one.documents for one in texts)
        others = sorted(each for each in {**before, **after} if before.get(each) is not after.get(each))
        names = [tuple(kept.name_of(one[each]) if each in one else None for one in (before, after)) for each in others]
        said = [(str(each), *both) for each, both in zip(others, names, strict=True) if both[0] != both[1]]
        refused = [step.ref for step in steps if step.ref in texts[-1].refused]
        return [what, said, kept.used_name(texts[0]), kept.said(steps), _days_digest(steps), refused]

    def _read(self, run: Run, place: int) -> Wordings | None:
        if self._kept is None:
            return None
        return self._kept.get(run.keys[place], lambda: Replay(self._sources).after(run.steps[: run.ends[place]]))

    def _onwards(self, state: Wordings, run: Run, first: int, last: int) -> Wordings:
        """From the state after a day of a run to that after another, day by day; each day's is kept."""
        for place in range(first + 1, last + 1):
            state = self._by_document(state, run.steps[run.ends[place - 1] : run.ends[place]])
            self._reached[run.ways[place]] = state
            if self._kept is not None:
                self._kept.put(run.keys[place], state)
        return state

    def _by_document(self, before: Wordings, steps: Sequence[Step]) -> Wordings:
        """A wording with operations carried out on it; of a document that was met before with the same, what came then.

        Operations on different documents know nothing of one another; one that is on several stands by itself.
        """
        if self._kept is None:
            return self.carried_out(before, steps)
        for is_on_several, group in groupby(steps, key=lambda step: only_document(step.action) is None):
            those = list(group)
            before = self._on_several(before, those) if is_on_several else self._on_each(self._kept, before, those)
        return before

    def _on_several(self, before: Wordings, steps: Sequence[Step]) -> Wordings:
        made = self.carried_out(before, steps)
        return Onwards(before, made.documents, made.refused, made.used - before.used)

    def _on_each(self, kept: Kept, before: Wordings, steps: Sequence[Step]) -> Wordings:
        documents, refused, given = dict(before.documents), dict[OperationRef, Refusal](), set[str]()
        for document, those in by_document(steps).items():
            came = kept.carried(document, before, those, partial(self._alone, document, before, those))
            documents.pop(document, None)
            documents |= came.documents
            refused |= came.refused
            given |= came.given
        ordered = {document: documents[document] for document in sorted(documents)}
        told = {step.ref: refused[step.ref] for step in steps if step.ref in refused}
        return Onwards(before, ordered, {**before.refused, **told}, frozenset(given))

    def _alone(self, document: DocumentId, before: Wordings, steps: Sequence[Step]) -> Wordings:
        """One document with operations on it carried out."""
        alone = {each: before.documents[each] for each in (document,) if each in before.documents}
        return self.carried_out(Wordings(alone, used=before.used), steps)

    def carried_out(self, before: Wordings, steps: Sequence[Step]) -> Wordings:
        """A wording with operations carried out on it, in this order; it is kept nowhere."""
        used = set(before.used)
        sources = self._sources
        workbench = Workbench(before.documents, used, sources.cache, sources.annexes, sources.inherit)
        for step in steps:
            workbench.carry_out(step.action, step.ref)
        documents, refused = workbench.finished()
        ordered = {document: documents[document] for document in sorted(documents)}
        return Wordings(ordered, {**before.refused, **refused}, frozenset(used))


def _following(kept: Kept, said: str, kind: type[_Following], make: Callable[[], _Following]) -> _Following:
    """What is kept by all that says what it follows from, or is now made and kept."""
    name = f"following-{hashlib.sha256(said.encode()).hexdigest()}"
    found = kept.following(name, kind)
    if found is None:
        found = make()
        kept.put_following(name, found)
    return found


def _days_digest(steps: Sequence[Step]) -> str:
    """The digest of the days from which, and until which, operations have effect."""
    return hashlib.sha256(msgspec.msgpack.encode([(step.day, step.ends) for step in steps])).hexdigest()


def _ends_of_days(steps: Sequence[Step]) -> Iterator[int]:
    """How many operations there are up to the end of each day."""
    count = 0
    for _, group in groupby(steps, key=lambda step: step.day):
        count += len(list(group))
        yield count


__all__ = [
    "Came",
    "Kept",
    "Onwards",
    "Replay",
    "Sources",
    "Step",
    "StepsInTime",
    "Wordings",
    "live",
]

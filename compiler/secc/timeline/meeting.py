"""Pairs of instruments that touch the same, tried out together and in both orders on the text on which they fall."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from secc.amending.refusal import Refusal
from secc.ids import DocumentId
from secc.instruments.when import OperationRef
from secc.timeline.conflict_model import Conflict, ConflictKind, later_of, side_of
from secc.timeline.flight import steps_of, steps_without
from secc.timeline.footprints import Trace, closeness, traces
from secc.timeline.order import declared
from secc.timeline.replay import Step, Wordings, live
from secc.timeline.timeline import Timeline

GONE_ADVICE = "redraft the later of the two against the text that the earlier leaves"
_Place = tuple[OperationRef, int]
"""An operation, and which action it is: an instrument may give a number twice."""


class Meeting:
    """Tries pairs out; what one instrument does alone is worked out once."""

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self._steps: dict[str, list[Step]] = {}
        self._traced: dict[_Place, Trace] = {}
        self._results: dict[tuple[tuple[str, ...], tuple[_Place, ...], Collection[DocumentId] | None], Wordings] = {}

    def alone(self, name: str) -> Iterator[Conflict]:
        """What an instrument orders that cannot be carried out on the text as it will then be."""
        steps = self.steps(name)
        refused = self._tried([name], steps, None).refused
        for trace in self.traces(name):
            if trace.ref in refused:
                refusal, day = refused[trace.ref], later_of(steps, trace.ref)
                kind = ConflictKind.NOT_POSSIBLE
                yield Conflict(kind, side_of(trace), None, day, refusal.words, refusal.advice)

    def between(self, first: str, second: str) -> Iterator[Conflict]:
        """What goes wrong with both that goes right with each, where they touch the same."""
        met = [pair for pair in self._pairs(first, second) if closeness(*pair) > 1]
        if not met:
            return
        documents = {each for pair in met for trace in pair for each in trace.documents}
        one, other = (self._on(documents, name) for name in (first, second))
        if self._is_shown(one) and self._is_shown(other) and not _on_one_day(one, other):
            return
        refused = list(self._refusals((first, second), one, other, documents))
        yield from refused
        if not refused:
            yield from self._order((first, second), one, other, documents)

    def _is_shown(self, steps: Sequence[Step]) -> bool:
        """Whether the text of their days shows that these were carried out, so that no trial can show otherwise."""
        dated = {(step.ref, step.day) for step in self._timeline.steps()}
        return all((each.ref, each.day) in dated and each.ref not in self._refused(each.day) for each in steps)

    def _refused(self, day: date) -> Mapping[OperationRef, Refusal]:
        return self._timeline.base(day).refused

    def steps(self, name: str) -> list[Step]:
        """The operations of an instrument, as if it were law."""
        if name not in self._steps:
            self._steps[name] = steps_of(self._timeline, name)
        return self._steps[name]

    def traces(self, name: str) -> tuple[Trace, ...]:
        """What each of them touches."""
        return self.traces_of(self.steps(name))

    def traces_of(self, steps: Sequence[Step]) -> tuple[Trace, ...]:
        """What each of some operations touches."""
        return tuple(map(self._trace, steps))

    def _trace(self, step: Step) -> Trace:
        key = (step.ref, id(step.action))
        if key not in self._traced:
            (self._traced[key],) = traces([step])
        return self._traced[key]

    def _pairs(self, first: str, second: str) -> Iterator[tuple[Trace, Trace]]:
        return ((one, other) for one in self.traces(first) for other in self.traces(second))

    def _on(self, documents: set[DocumentId], name: str) -> list[Step]:
        """The operations of an instrument on some documents; on the whole Code, those too."""
        touched = {trace.ref for trace in self.traces(name) if not trace.documents or trace.documents & documents}
        return [step for step in self.steps(name) if step.ref in touched]

    def _tried(self, names: Sequence[str], own: Sequence[Step], documents: set[DocumentId] | None) -> Wordings:
        """Operations carried out on the text of their days, without what else these instruments do; each run once."""
        key = (
            tuple(names),
            tuple((step.ref, id(step.action)) for step in own),
            frozenset(documents) if documents is not None else None,
        )
        if key not in self._results:
            self._results[key] = self._carried_out(names, own, documents)
        return self._results[key]

    def _carried_out(self, names: Sequence[str], own: Sequence[Step], documents: set[DocumentId] | None) -> Wordings:
        first = min((step.day for step in own), default=date.max)
        start = self._timeline.after(steps_without(self._timeline, names, first))
        law = [step for step in self._timeline.steps() if step.day >= first and step.ref.instrument not in names]
        if documents is not None:
            touched = {trace.ref for trace in self.traces_of(law) if not trace.documents or trace.documents & documents}
            law = [step for step in law if step.ref in touched]
        last = max((step.day for step in own), default=first)
        return self._timeline.carried_out(start, sorted([*live(law, last), *own], key=lambda step: step.day))

    def _refusals(
        self, names: tuple[str, str], one: list[Step], other: list[Step], documents: set[DocumentId]
    ) -> Iterator[Conflict]:
        """Operations that the other instrument makes impossible, in the order of their days."""
        orders = [(one, other), (other, one)] if _on_one_day(one, other) else [(one, other)]
        told: set[frozenset[OperationRef]] = set()
        for order in orders:
            together = self._tried(names, [*order[0], *order[1]], documents).refused
            refused = [trace for trace in self.traces_of([*order[0], *order[1]]) if trace.ref in together]
            alone = [self._tried(names, each, documents).refused for each in (one, other)] if refused else []
            for trace in refused:
                if any(trace.ref in each for each in alone):
                    continue
                opposite = max(
                    self.traces(names[1] if trace.ref.instrument == names[0] else names[0]),
                    key=lambda each, mine=trace: closeness(mine, each),  # type: ignore[misc]  # bound at once
                )
                pair = frozenset((trace.ref, opposite.ref))
                if pair not in told:
                    told.add(pair)
                    yield _refusal(trace, opposite, together, later_of([*one, *other], trace.ref, opposite.ref))

    def _order(
        self, names: tuple[str, str], one: list[Step], other: list[Step], documents: set[DocumentId]
    ) -> Iterator[Conflict]:
        """Two on one day, or on days not known, that give different texts in the two orders, with no order declared."""
        if not _on_one_day(one, other) or declared(names, self._timeline.order):
            return
        first = self._tried(names, [*one, *other], documents).documents
        second = self._tried(names, [*other, *one], documents).documents
        differing = [each for each in first if each not in second or first[each].digest != second[each].digest]
        if differing:
            mine, theirs = max(self._pairs(*names), key=lambda pair: closeness(*pair))
            yield Conflict(
                ConflictKind.ORDER,
                side_of(mine),
                side_of(theirs),
                later_of([*one, *other], mine.ref, theirs.ref),
                f"{differing[0].printed} reads differently as the one or the other is carried out first",
                f'declare which comes first, in `instruments-order` of code.toml: ["{names[0]}", "{names[1]}"]',
            )


def _on_one_day(one: Sequence[Step], other: Sequence[Step]) -> bool:
    return not {step.day for step in one}.isdisjoint(step.day for step in other)


def _refusal(trace: Trace, opposite: Trace, refused: Mapping[OperationRef, Refusal], bites: date | None) -> Conflict:
    refusal = refused[trace.ref]
    if set(trace.claimed) & set(opposite.claimed):
        kind, advice = ConflictKind.SAME_NUMBER, "give one of the two another number"
    elif any(each.within(gone) for each in trace.named for gone in opposite.removed):
        kind, advice = ConflictKind.TARGET_GONE, GONE_ADVICE
    else:
        kind, advice = ConflictKind.SAME_WORDS, "redraft the later of the two against the words that the earlier leaves"
    return Conflict(kind, side_of(trace), side_of(opposite), bites, f"with both, {refusal.words}", advice)

"""Changes in flight that would undo each other, touch the same words, claim one number, or need what another drops.

Each pair is decided by carrying both out, in both orders, on the text on which they will fall: not by reasoning about
what they look like.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import combinations

from secc.amending.refusal import Refusal
from secc.ids import DocumentId
from secc.instruments.model import Instrument
from secc.instruments.when import OperationRef
from secc.timeline.footprints import Trace, traces
from secc.timeline.log import Log, listing
from secc.timeline.order import declared
from secc.timeline.replay import Step, Wordings
from secc.timeline.standing import Standing
from secc.timeline.timeline import Timeline, asking


class ConflictKind(StrEnum):
    """What is wrong between two changes, or between a change and the text."""

    STALE_BASELINE = "stale baseline"
    NOT_POSSIBLE = "cannot be carried out"
    SAME_WORDS = "same words"
    TARGET_GONE = "target moved or removed"
    SAME_NUMBER = "same number"
    ORDER = "order matters"
    DROPPED = "one drops what the other uses"


@dataclass(frozen=True, slots=True)
class Side:
    """One of the changes: the operation, and the place in words."""

    ref: OperationRef
    place: str


@dataclass(frozen=True, slots=True)
class Conflict:
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


def in_flight(timeline: Timeline, today: date) -> tuple[Instrument, ...]:
    """The instruments that change wording and had not all their effect by a day, and were not withdrawn."""
    known = timeline.known()
    return tuple(
        instrument
        for instrument in timeline.instruments
        if known.standing(instrument) is not Standing.WITHDRAWN
        and any(step.day > today or not known.is_law(instrument) for step in steps_of(timeline, instrument.name))
    )


def steps_of(timeline: Timeline, name: str) -> list[Step]:
    """The wording operations of an instrument as if it were law; what has no day yet comes at the end of time."""
    asked = asking(include=[name])
    dated = {step.ref: step for step in timeline.steps(asked)}
    return [
        dated.get(each.ref) or Step(each.ref, each.action, date.max)
        for each in timeline.wording(asked)
        if each.ref.instrument == name
    ]


def conflicts(timeline: Timeline, log: Log, today: date, unresolved: Unresolved) -> tuple[Conflict, ...]:
    """Every conflict among what is in flight on a day, and between each of them and the text."""
    flying = in_flight(timeline, today)
    finder = _Finder(timeline, unresolved)
    found = [each for instrument in flying for each in stale_baseline(timeline, log, instrument)]
    found += [each for instrument in flying for each in finder.alone(instrument.name)]
    for first, second in combinations(flying, 2):
        found += finder.between(first.name, second.name)
    return tuple(found)


def stale_baseline(timeline: Timeline, log: Log, instrument: Instrument) -> Iterator[Conflict]:
    """The documents that it touches and that changed since the text against which it was drafted."""
    drafted = baseline_of(instrument, log)
    steps = steps_of(timeline, instrument.name)
    day = min((step.day for step in steps), default=date.max)
    now = timeline.after(steps_without(timeline, [instrument.name], day)).documents
    told: set[DocumentId] = set()
    for trace in traces(steps):
        for document in sorted(trace.documents - told):
            told.add(document)
            if document in drafted and document in now and now[document].digest != drafted[document]:
                yield Conflict(
                    ConflictKind.STALE_BASELINE,
                    _side(trace),
                    None,
                    _day(day),
                    f"{document.printed} has changed since the text against which {instrument.name} was drafted",
                    "rebase it (secc conflicts --rebase), which is refused where a place that it names has changed",
                )


def baseline_of(instrument: Instrument, log: Log) -> dict[DocumentId, str]:
    """The digest of each document against which an instrument was drafted, as far as it says."""
    baseline = instrument.baseline
    if baseline.version:
        until = next((place for place, entry in enumerate(log, 1) if entry.number == baseline.version), 0)
        return {document: listed.digest for document, listed in listing(log[:until]).items()}
    return dict(baseline.documents)


def steps_without(timeline: Timeline, names: Sequence[str], before: date) -> list[Step]:
    """The operations that are law and have effect before a day, but for those of some instruments."""
    return [step for step in timeline.steps() if step.day < before and step.ref.instrument not in names]


class _Finder:
    """Pairs of instruments tried out on the text."""

    def __init__(self, timeline: Timeline, unresolved: Unresolved) -> None:
        self._timeline = timeline
        self._unresolved = unresolved
        self._resolved: dict[tuple[OperationRef, ...], Mapping[str, str]] = {}

    def alone(self, name: str) -> Iterator[Conflict]:
        """What an instrument orders that cannot be carried out on the text as it will then be."""
        steps = steps_of(self._timeline, name)
        refused = self._refused([name], steps)
        for trace in traces(steps):
            if trace.ref in refused:
                refusal, day = refused[trace.ref], _day_of(steps, trace.ref)
                yield Conflict(ConflictKind.NOT_POSSIBLE, _side(trace), None, day, refusal.words, refusal.advice)

    def between(self, first: str, second: str) -> Iterator[Conflict]:
        """What goes wrong with both that goes right with each."""
        one, other = steps_of(self._timeline, first), steps_of(self._timeline, second)
        if not _meet(traces(one), traces(other)):
            yield from self._dropped(one, other)
            return
        refused = list(self._refusals(one, other))
        yield from refused
        if not refused:
            yield from self._order(one, other)
        yield from self._dropped(one, other)

    def _refused(self, names: Sequence[str], steps: Sequence[Step]) -> Mapping[OperationRef, Refusal]:
        base = steps_without(self._timeline, names, date.max)
        refused = self._timeline.after(_in_order([*base, *steps])).refused
        return {step.ref: refused[step.ref] for step in steps if step.ref in refused}

    def _refusals(self, one: Sequence[Step], other: Sequence[Step]) -> Iterator[Conflict]:
        """Operations that the other instrument makes impossible, in the order of their days."""
        names = [one[0].ref.instrument, other[0].ref.instrument]
        alone = {**self._refused(names, one), **self._refused(names, other)}
        told: set[frozenset[OperationRef]] = set()
        for order in ((one, other), (other, one)):
            together = self._refused(names, [*order[0], *order[1]])
            for trace in traces([*order[0], *order[1]]):
                if trace.ref not in together or trace.ref in alone:
                    continue
                opposite = _opposite(trace, traces(one if trace.ref.instrument == names[1] else other))
                pair = frozenset((trace.ref, opposite.ref))
                if pair not in told:
                    told.add(pair)
                    yield _refusal(trace, opposite, together[trace.ref], _later([*one, *other], pair))

    def _order(self, one: list[Step], other: list[Step]) -> Iterator[Conflict]:
        """Two on one day, or on days not known, that give different texts in the two orders, with no order declared."""
        names = [one[0].ref.instrument, other[0].ref.instrument]
        if {step.day for step in one}.isdisjoint(step.day for step in other) or declared(names, self._timeline.order):
            return
        base = steps_without(self._timeline, names, date.max)
        first = self._timeline.after(_in_order([*base, *one, *other])).documents
        second = self._timeline.after(_in_order([*base, *other, *one])).documents
        differing = [document for document in first if first[document].digest != second[document].digest]
        if differing:
            mine, theirs = _overlapping(traces(one), traces(other))
            yield Conflict(
                ConflictKind.ORDER,
                _side(mine),
                _side(theirs),
                _later([*one, *other], frozenset((mine.ref, theirs.ref))),
                f"{differing[0].printed} reads differently as the one or the other is carried out first",
                f"declare which comes first, in `instruments-order` of code.toml: {names}",
            )

    def _dropped(self, one: list[Step], other: list[Step]) -> Iterator[Conflict]:
        """References and terms that resolve with each of the two, and not with both."""
        names = [one[0].ref.instrument, other[0].ref.instrument]
        base = steps_without(self._timeline, names, date.max)
        with_one, with_other = self._unresolved_in([*base, *one]), self._unresolved_in([*base, *other])
        for key, words in self._unresolved_in([*base, *one, *other]).items():
            if key in with_one or key in with_other:
                continue
            mine, theirs = _overlapping(traces(one), traces(other))
            yield Conflict(
                ConflictKind.DROPPED,
                _side(mine),
                _side(theirs),
                _later([*one, *other], frozenset((mine.ref, theirs.ref))),
                f"with both, {words}",
                "let the one that comes later refer to what the earlier one leaves, or keep what it drops",
            )

    def _unresolved_in(self, steps: Sequence[Step]) -> Mapping[str, str]:
        ordered = _in_order(steps)
        key = tuple(step.ref for step in ordered)
        if key not in self._resolved:
            self._resolved[key] = self._unresolved(self._timeline.after(ordered))
        return self._resolved[key]


def _in_order(steps: Sequence[Step]) -> list[Step]:
    """By day; on one day as they stand."""
    return sorted(steps, key=lambda step: step.day)


def _meet(one: Sequence[Trace], other: Sequence[Trace]) -> bool:
    """Whether any operations of two instruments read or write one document."""
    return any(first.documents & second.documents for first in one for second in other)


def _overlapping(one: Sequence[Trace], other: Sequence[Trace]) -> tuple[Trace, Trace]:
    """The two operations that name the same provision, or else the same document, or else the first of each."""
    pairs = [(first, second) for first in one for second in other]
    return max(pairs, key=lambda pair: _closeness(*pair))


def _opposite(trace: Trace, others: Sequence[Trace]) -> Trace:
    return max(others, key=lambda other: _closeness(trace, other))


def _closeness(one: Trace, other: Trace) -> int:
    """How far two operations touch the same: the same number claimed, a provision, a document, nothing."""
    if set(one.claimed) & set(other.claimed):
        return 3
    mine, theirs = (*one.named, *one.claimed), (*other.named, *other.claimed)
    if any(a.path and b.path and (a.within(b) or b.within(a)) for a in mine for b in theirs):
        return 2
    return 1 if one.documents & other.documents else 0


def _refusal(trace: Trace, opposite: Trace, refusal: Refusal, bites: date | None) -> Conflict:
    if set(trace.claimed) & set(opposite.claimed):
        kind, advice = ConflictKind.SAME_NUMBER, "give one of the two another number"
    elif any(each.within(gone) for each in trace.named for gone in opposite.removed):
        kind, advice = ConflictKind.TARGET_GONE, "redraft the later of the two against the text that the earlier leaves"
    else:
        kind, advice = ConflictKind.SAME_WORDS, "redraft the later of the two against the words that the earlier leaves"
    return Conflict(kind, _side(trace), _side(opposite), bites, refusal.words, advice)


def _side(trace: Trace) -> Side:
    place = next((each for each in (*trace.named, *trace.claimed)), None)
    return Side(trace.ref, place.printed if place is not None else "the whole Code")


def _day(day: date) -> date | None:
    return None if day == date.max else day


def _day_of(steps: Sequence[Step], ref: OperationRef) -> date | None:
    return next((_day(step.day) for step in steps if step.ref == ref), None)


def _later(steps: Sequence[Step], refs: frozenset[OperationRef]) -> date | None:
    return _day(max(step.day for step in steps if step.ref in refs))

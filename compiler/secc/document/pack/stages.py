"""The days on which an instrument changes the text, each with the text just before and just after it.

The text just before holds everything that has effect by then and goes before the instrument, but nothing that follows
it on the same day: so the two differ by what the instrument does, and by nothing else.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from secc.amending.refusal import Refusal
from secc.compare import ChangeSet, compare_codes
from secc.ids import DocumentId
from secc.instruments.when import OperationRef
from secc.timeline.identities import identities
from secc.timeline.occurrences import Kind, WordingOccurrence
from secc.timeline.replay import Step, Wordings, live
from secc.timeline.standing import Standing
from secc.timeline.timeline import Knowledge, Timeline, asking
from secc.timeline.value import Day, NeverComes, Unknown, Value, reached


@dataclass(frozen=True, slots=True)
class Stage:
    """A day on which some of an instrument's operations change the text; its `value` may be a day not known yet.

    `day` is that of the texts: the day itself, or else the first on which it can come; None where nothing is known of
    it, and the texts are the last that are known. `beside` are the other instruments that change the text on that day:
    those that go before this one, and those that follow it. `ending` are its paragraphs whose words are to go again,
    with when.
    """

    value: Value
    day: date | None
    steps: tuple[Step, ...]
    before: Wordings
    after: Wordings
    beside: tuple[tuple[str, ...], tuple[str, ...]]
    ending: tuple[tuple[str, Value], ...]

    @property
    def refused(self) -> Mapping[OperationRef, Refusal]:
        """Its operations that cannot be carried out."""
        return {step.ref: self.after.refused[step.ref] for step in self.steps if step.ref in self.after.refused}

    @property
    def documents(self) -> tuple[DocumentId, ...]:
        """The documents that say something else afterwards, in order."""
        names = sorted({*self.before.documents, *self.after.documents})
        return tuple(each for each in names if digest_of(self.before, each) != digest_of(self.after, each))

    def changes(self) -> ChangeSet:
        """What changes in these documents, whose provisions are compared by who they are."""
        before, after = self.before.documents, self.after.documents
        return compare_codes(
            [before[each].document for each in self.documents if each in before],
            [after[each].document for each in self.documents if each in after],
            known=identities(self.before, self.after),
        )


def asked_of(timeline: Timeline, name: str, known: date | None) -> Knowledge:
    """What is asked, so that the instrument counts, whether it is law or not."""
    plain = asking(known)
    return plain if name in timeline.known(plain).counted else asking(known, [name])


def is_withdrawn(timeline: Timeline, name: str, known: date | None) -> bool:
    """Whether all of it was taken back before it had effect."""
    learned = timeline.known(asking(known))
    instrument = learned.by_name.get(name)
    return instrument is not None and learned.standing(instrument) is Standing.WITHDRAWN


def stages(timeline: Timeline, name: str, known: date | None) -> tuple[Stage, ...]:
    """The stages in the order of their days, those not known last; what never has effect is in none."""
    asked = asked_of(timeline, name, known)
    horizon = timeline.known(asked).horizon
    groups: dict[Value, list[WordingOccurrence]] = {}
    starts = {(each.ref): each.starts for each in timeline.occurrences(asked, Kind.WORDING)}
    for each in timeline.wording(asked):
        if each.ref.instrument == name and not isinstance(starts[each.ref], NeverComes):
            groups.setdefault(starts[each.ref], []).append(each)
    others = [step for step in timeline.steps(asked) if step.ref.instrument != name]
    making = _Making(timeline, timeline.known(asked).ranks, others, name)
    days = {value: _day(value, horizon) for value in groups}
    ordered = sorted(groups, key=lambda value: (days[value] or date.max, isinstance(value, Unknown), repr(value)))
    return tuple(making.stage(value, days[value], groups[value]) for value in ordered)


def _day(value: Value, horizon: date | None) -> date | None:
    """The day of the texts."""
    match value:
        case Day(day):
            return day
        case Unknown(_, not_before, not_after):
            if not_before is not None and reached(value, not_before, horizon) is None:
                return not_before
            return not_after
        case NeverComes():
            return None


class _Making:
    """Stages one after another: what an earlier one did is part of the text before the next."""

    def __init__(self, timeline: Timeline, ranks: Mapping[str, int], others: Sequence[Step], name: str) -> None:
        self._timeline = timeline
        self._ranks = ranks
        self._others = others
        self._name = name
        self._done: list[Step] = []

    def stage(self, value: Value, day: date | None, found: Sequence[WordingOccurrence]) -> Stage:
        on = day or date.max
        own = tuple(Step(each.ref, each.action, on, _end(each.ends)) for each in found)
        law = live(sorted([*self._others, *self._done], key=self._order), on)
        earlier = [step for step in law if step.ref.instrument == self._name or self._goes_before(step, on)]
        before = self._timeline.after(earlier)
        after = self._timeline.carried_out(before, own)
        self._done += own
        ending = tuple((each.ref.number, each.ends) for each in found if not isinstance(each.ends, NeverComes))
        return Stage(value, day, own, before, after, self._beside(on), ending)

    def _order(self, step: Step) -> tuple[date, int]:
        return step.day, self._ranks[step.ref.instrument]

    def _goes_before(self, step: Step, day: date) -> bool:
        return self._order(step) < (day, self._ranks[self._name])

    def _beside(self, day: date) -> tuple[tuple[str, ...], tuple[str, ...]]:
        names = dict.fromkeys(step.ref.instrument for step in self._others if step.day == day)
        first = tuple(name for name in names if self._ranks[name] < self._ranks[self._name])
        return first, tuple(name for name in names if name not in first)


def _end(value: Value) -> date | None:
    return value.day if isinstance(value, Day) else None


def digest_of(wordings: Wordings, document: DocumentId) -> str:
    """The legal digest of a document; empty where there is none."""
    version = wordings.documents.get(document)
    return version.digest if version is not None else ""

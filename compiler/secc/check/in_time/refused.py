"""The operations that cannot be carried out on the text on which they fall, or will fall: of law and of proposals."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import TypeAlias

from secc.amending.refusal import Refusal
from secc.check.in_time.known import KnownTime
from secc.instruments.model import Vary, Wording
from secc.instruments.when import OperationRef
from secc.timeline.conflict_model import known_day
from secc.timeline.occurrences import Kind, Occurrence
from secc.timeline.replay import Step, live
from secc.timeline.timeline import EVERYTHING, Knowledge, Timeline, asking
from secc.timeline.value import NeverComes

Refused: TypeAlias = tuple[OperationRef, Refusal, date | None]
"""An operation, why it is refused, and the day on which it was to have effect, where that is known."""


def refused(known: KnownTime) -> Iterator[Refused]:
    """The operations refused, with the day on which they were to have effect."""
    for period in known.periods:
        for ref, refusal in period.wordings.refused.items():
            yield ref, refusal, period.first
    law = known.timeline.steps()
    for each in known.timeline.occurrences():
        if isinstance(each.action, Wording) and each.day is None and not isinstance(each.starts, NeverComes):
            yield from _tried(known, law, Step(each.ref, each.action, date.max))
    yield from _varied(known, EVERYTHING, law, known.timeline.by_name)
    for instrument in known.in_flight:
        own = known.steps(instrument)
        by_all = known.with_all(instrument).refused
        for step in own:
            if step.ref in by_all:
                yield step.ref, by_all[step.ref], known_day(step.day)
        text = sorted([*law, *own], key=lambda step: step.day)
        waiting = [step for step in own if known_day(step.day) is None]
        yield from _varied(known, asking(include=(instrument.name,)), text, (instrument.name,), waiting)


def _varied(
    known: KnownTime,
    asked: Knowledge,
    steps: Sequence[Step],
    names: Collection[str],
    waiting: Sequence[Step] = (),
) -> Iterator[Refused]:
    """Variations that cannot be carried out on the text of their day, nor on that with those that hold then.

    Those of a proposal may be of what it does itself without a day (`waiting`), which may come before.
    """
    found = [each for each in known.timeline.occurrences(asked, Kind.OTHER) if isinstance(each.action, Vary)]
    coming = [each for each in found if not isinstance(each.starts, NeverComes)]
    for each in coming:
        step = _as_step(each)
        if each.ref.instrument in names and step is not None and any(_tried(known, steps, step)):
            refusal = _with_others(known.timeline, each, coming, asked, steps).get(each.ref)
            if refusal is not None and waiting:
                text = known.timeline.after([*live(steps, step.day), *waiting])
                refusal = known.timeline.carried_out(text, [step]).refused.get(each.ref)
            if refusal is not None:
                yield each.ref, refusal, each.day


def _with_others(
    timeline: Timeline, variation: Occurrence, coming: Sequence[Occurrence], asked: Knowledge, steps: Sequence[Step]
) -> Mapping[OperationRef, Refusal]:
    """What is refused of the variations that hold where one begins; where that is on no known day, of all such."""
    if variation.day is not None:
        held = timeline.held(variation.day, asked, variation.extent.scope)
        return timeline.varied(variation.day, held, asked).refused
    waiting = [_as_step(each) for each in coming if each.day is None]
    return timeline.carried_out(timeline.after(live(steps, date.max)), [*filter(None, waiting)]).refused


def _as_step(variation: Occurrence) -> Step | None:
    action = variation.action
    return Step(variation.ref, action.as_if, variation.day or date.max) if isinstance(action, Vary) else None


def _tried(known: KnownTime, steps: Sequence[Step], step: Step) -> Iterator[Refused]:
    """An operation that is not in the replay, tried on the text of its day."""
    before = live(steps, step.day)
    found = known.timeline.after([*before, step]).refused
    if step.ref in found and step.ref not in known.timeline.after(before).refused:
        yield step.ref, found[step.ref], known_day(step.day)

"""The instruments in flight: those that change the text and have not had all their effect."""

from collections.abc import Sequence
from datetime import date

from secc.instruments.model import Instrument
from secc.timeline.located import OnForce
from secc.timeline.replay import Step
from secc.timeline.standing import Standing
from secc.timeline.timeline import Timeline, asking


def in_flight(timeline: Timeline, today: date) -> tuple[Instrument, ...]:
    """The instruments that change wording and had not all their effect by a day, and were not withdrawn."""
    known = timeline.known()
    to_come = {each.ref.instrument for each in timeline.wording() if (each.day or date.max) > today}
    waiting = [each for each in timeline.instruments if known.standing(each) is not Standing.WITHDRAWN]
    return tuple(
        each for each in waiting if each.name in to_come or (not known.is_law(each) and steps_of(timeline, each.name))
    )


def proposed_on_effect(timeline: Timeline) -> tuple[Instrument, ...]:
    """The instruments that would change the effect of provisions and not their wording, and are not law."""
    known = timeline.known()
    gone = (Standing.WITHDRAWN, Standing.DECIDED, Standing.MADE)
    proposed = [each for each in timeline.instruments if known.standing(each) not in gone]
    return tuple(
        each
        for each in proposed
        if any(isinstance(one.action, OnForce) for one in each.operations) and not steps_of(timeline, each.name)
    )


def steps_of(timeline: Timeline, name: str) -> list[Step]:
    """The wording operations of an instrument as if it were law; what has no day yet comes at the end of time."""
    asked = asking(include=() if name in timeline.known().counted else [name])
    dated = {step.ref: step for step in timeline.steps(asked) if step.ref.instrument == name}
    own = (each for each in timeline.wording(asked) if each.ref.instrument == name)
    return [dated.get(each.ref) or Step(each.ref, each.action, date.max) for each in own]


def steps_without(timeline: Timeline, names: Sequence[str], before: date) -> list[Step]:
    """The operations that are law and have effect just before a day, but for those of some instruments."""
    return [
        step
        for step in timeline.steps()
        if step.day < before and (step.ends is None or step.ends >= before) and step.ref.instrument not in names
    ]

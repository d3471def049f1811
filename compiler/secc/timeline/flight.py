"""The instruments in flight: those that change the text and have not had all their effect."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import get_args

from secc.instruments.model import Instrument
from secc.timeline.located import OnForce
from secc.timeline.occurrences import Kind, Occurrence
from secc.timeline.replay import Step
from secc.timeline.standing import Standing
from secc.timeline.timeline import Timeline, asking
from secc.timeline.value import latest

_ON_FORCE = frozenset(get_args(OnForce))


def in_flight(timeline: Timeline, today: date) -> tuple[Instrument, ...]:
    """The instruments that change wording and had not all their effect by a day, and were not withdrawn."""
    known = timeline.known()
    to_come = {each.instrument for each in timeline.alike(Kind.WORDING) if (latest(each.starts) or date.max) > today}
    waiting = [each for each in timeline.instruments if known.standing(each) is not Standing.WITHDRAWN]
    return tuple(
        each for each in waiting if each.name in to_come or (not known.is_law(each) and steps_of(timeline, each.name))
    )


def every_in_flight(timeline: Timeline, today: date) -> tuple[Instrument, ...]:
    """The instruments in flight, and those that are only proposed and would change the effect of provisions alone."""
    known = timeline.known()
    names = {each.name for each in in_flight(timeline, today)}
    names |= {name for name in on_effect(timeline, today) if not known.is_law(timeline.by_name[name])}
    return tuple(each for each in timeline.instruments if each.name in names)


def on_effect(timeline: Timeline, today: date) -> Mapping[str, tuple[Occurrence, ...]]:
    """What each instrument that was not withdrawn does to effect: what it had not done by a day, or would do as law."""
    known, found = timeline.known(), {}
    of_law = _by_instrument(timeline.occurrences(kind=Kind.OTHER))
    for each in timeline.instruments:
        is_acting = not _ON_FORCE.isdisjoint({type(one.action) for one in each.operations})
        if not is_acting or known.standing(each) is Standing.WITHDRAWN:
            continue
        if each.name in known.counted:
            own = of_law.get(each.name, ())
        else:
            own = _by_instrument(timeline.occurrences(asking(include=[each.name]), Kind.OTHER)).get(each.name, ())
        if known.is_law(each):
            own = [one for one in own if (one.day or date.max) > today]
        if own:
            found[each.name] = tuple(own)
    return found


def _by_instrument(occurrences: Iterable[Occurrence]) -> Mapping[str, Sequence[Occurrence]]:
    found: dict[str, list[Occurrence]] = {}
    for each in occurrences:
        if isinstance(each.action, OnForce):
            found.setdefault(each.ref.instrument, []).append(each)
    return found


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

"""Instruments that do not conflict can be carried out in any order; others are told of (invariant 7)."""

from datetime import date, timedelta
from itertools import permutations
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from secc.ids import Address
from secc.instruments.model import (
    AfterPlace,
    AtEnd,
    Dates,
    InsertProvisions,
    InsertWords,
    Instrument,
    InstrumentKind,
    OmitProvisions,
    Operation,
    SourceText,
    SubstituteWords,
    Wording,
    Words,
)
from secc.instruments.places import Place
from secc.instruments.when import On
from secc.source import Span
from secc.timeline.conflicts import conflicts
from secc.timeline.footprints import traces
from secc.timeline.order import Order, declared
from secc.timeline.replay import Step, Wordings
from secc.timeline.timeline import Timeline
from tests.test_sample_history import opened
from tests.timeline.histories import FIRST, History, history, section

_DAY = FIRST + timedelta(days=30)
_FEW = settings(max_examples=25, deadline=None, derandomize=True)


def _said(wordings: Wordings) -> tuple[object, ...]:
    return (
        sorted((str(document), version.digest) for document, version in wordings.documents.items()),
        sorted(map(str, wordings.refused)),
    )


def on_one_day(draw: Random, made: History) -> list[Instrument]:
    """Three instruments of one day, each with an operation on one of the clauses of the small Code."""
    text = made.texts[0][1]
    clauses = [line.split()[0] for line in text.splitlines() if line.startswith("H1.")]
    return [_instrument(place, _action(draw, text, draw.choice(clauses))) for place in range(3)]


def _action(draw: Random, text: str, label: str) -> Wording:
    place = Place(Address(section(), (label,)))
    words = next(line for line in text.splitlines() if line.startswith(f"{label} ")).rstrip(".:").split()[1:]
    match draw.randrange(5):
        case 0:
            start = draw.randrange(len(words) - 1)
            return SubstituteWords(place, Words(" ".join(words[start : start + 3])), f"changed{draw.randrange(9)}")
        case 1:
            return InsertWords(place, AtEnd(), f"and more{draw.randrange(9)}")
        case 2:
            return OmitProvisions(place)
        case 3:
            return OmitProvisions(place, "[Not used]")
        case _:
            new = SourceText((f"{label}A The User shall pay {draw.randrange(9)} pounds.",))
            return InsertProvisions(Place(Address(section(), ("H1",))), AfterPlace(place), new)


def _instrument(place: int, action: Wording) -> Instrument:
    return Instrument(
        kind=InstrumentKind.MODIFICATION,
        name=f"{FIRST}-{'abc'[place]}",
        title="A change",
        dates=Dates(made=FIRST, recorded=FIRST),
        starts=On(_DAY),
        operations=(Operation(number="1", action=action, span=Span(0, 0)),),
    )


@given(st.integers(0, 10_000))
@_FEW
def test_what_does_not_conflict_can_stand_in_any_order(seed: int) -> None:
    made = history(seed, 0)
    flying = on_one_day(Random(seed), made)
    instruments = [*made.instruments, *flying]
    orders = [[each.name for each in order] for order in permutations(flying)]
    texts = [_said(Timeline(instruments, (order,), made.sources).base(_DAY)) for order in orders]
    found = conflicts(made.timeline(instruments), (), FIRST, lambda _: {})
    assert found or all(each == texts[0] for each in texts)


def test_both_happen() -> None:
    """The property above holds of instruments some of which conflict, and some of which do not."""
    met = set()
    for seed in range(12):
        made = history(seed, 0)
        instruments = [*made.instruments, *on_one_day(Random(seed), made)]
        met.add(bool(conflicts(made.timeline(instruments), (), FIRST, lambda _: {})))
    assert met == {True, False}


def _by_day(timeline: Timeline) -> dict[date, dict[str, list[Step]]]:
    """The operations on the wording of each day on which several instruments change it, by instrument."""
    days: dict[date, dict[str, list[Step]]] = {}
    for step in timeline.steps():
        days.setdefault(step.day, {}).setdefault(step.ref.instrument, []).append(step)
    return {day: names for day, names in days.items() if len(names) > 1}


def turned(steps: dict[str, list[Step]], order: Order) -> list[str]:
    """Instruments in the opposite of their order, but for those that touch the same, which keep to it."""
    touched = {name: traces(own) for name, own in steps.items()}
    before = {
        (first, second)
        for first, second in declared(set(steps), order)
        if any(one.meets(other) for one in touched[first] for other in touched[second])
    }
    waiting, found = set(steps), list[str]()
    while waiting:
        ready = [each for each in waiting if not any((other, each) in before for other in waiting)]
        found.append(max(ready, key=list(steps).index))
        waiting.remove(found[-1])
    return found


def test_in_the_sample_what_does_not_meet_can_stand_in_the_opposite_order() -> None:
    timeline = opened().timeline
    chains = [turned(steps, timeline.order) for steps in _by_day(timeline).values()]
    other = Timeline(timeline.instruments, chains, timeline._sources, None, timeline.wholes)
    moved = sum(one.ref != two.ref for one, two in zip(timeline.steps(), other.steps(), strict=True))
    assert moved > 20
    for day in timeline.wording_days():
        assert _said(other.base(day)) == _said(timeline.base(day)), day

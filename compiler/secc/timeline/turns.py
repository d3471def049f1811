"""When the effect of a provision turned: begun, ended, switched off or on, varied, for whom."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from secc.ids import Address
from secc.instruments.when import OperationRef
from secc.timeline.effect import Effects
from secc.timeline.force_model import Force, State
from secc.timeline.histories import place_of
from secc.timeline.occurrences import Kind
from secc.timeline.timeline import EVERYTHING, Knowledge, Timeline
from secc.timeline.value import Day


@dataclass(frozen=True, slots=True)
class Turn:
    """The effect of a provision from a day on, where it is another than before.

    `by` are the operations on its effect, or on that of what it stands in, that begin or end on that day.
    """

    day: date
    force: Force
    by: tuple[OperationRef, ...]


def turns(timeline: Timeline, identity: str, asked: Knowledge = EVERYTHING) -> tuple[Turn, ...]:
    """Every one of a provision, by who it is, oldest first. What only nobody's having said anything makes is none."""
    return tuple(_turns(timeline, identity, asked))


def _turns(timeline: Timeline, identity: str, asked: Knowledge) -> Iterator[Turn]:
    effects = Effects(timeline, asked)
    horizon = timeline.known(asked).horizon
    last: object = None
    for day in timeline.days(asked):
        address = place_of(timeline.base(day, asked), identity)
        force = effects.force(address, day) if address is not None else None
        if address is None or force is None or (force.state is State.UNKNOWN and horizon is not None and day > horizon):
            continue
        said = [(part.extents, part.state, [each.ref for each in part.varied]) for part in force.parts]
        if said != last:
            last = said
            yield Turn(day, force, tuple(dict.fromkeys(_by(timeline, effects, address, day, asked))))


def _by(timeline: Timeline, effects: Effects, address: Address, day: date, asked: Knowledge) -> Iterator[OperationRef]:
    located = effects.located(timeline.base(day, asked), address)
    if located is None:
        return
    inside = [effects.records.naming(each) for each in (located, *located.below)]
    named = {each.ref for records in inside for each in records}
    every = timeline.occurrences(asked, Kind.OTHER)
    begun = {each.ref for each in every if each.starts == Day(day)}
    for each in every:
        if each.ref in named and each.starts == Day(day):
            yield each.ref
        elif each.ref in named and each.ends == Day(day):
            yield from [ref for ref in each.cancelled_by if ref in begun] or [each.ref]

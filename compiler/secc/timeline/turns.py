"""When the effect of a provision turned: begun, ended, switched off or on, varied, for whom."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from msgspec import Struct

from secc.instruments.when import OperationRef
from secc.timeline.effect import Effects
from secc.timeline.facts_behind import facts_behind
from secc.timeline.force import ForceRecords
from secc.timeline.force_model import Force, Part, State
from secc.timeline.histories import place_of
from secc.timeline.known import Known
from secc.timeline.located import Located
from secc.timeline.occurrences import Kind, Occurrence
from secc.timeline.overtaken import coming_about, overtaken
from secc.timeline.scopes import applies
from secc.timeline.timeline import EVERYTHING, Knowledge, Timeline
from secc.timeline.value import Day


class Turn(Struct, frozen=True):
    """The effect of a provision from a day on, where it is another than before.

    `by` are the operations on its effect, or on that of what it stands in, that begin or end on that day, and those
    that told of the day for which they waited. `ended` are those of them that end then.
    """

    day: date
    force: Force
    by: tuple[OperationRef, ...]
    ended: tuple[OperationRef, ...]


def turns(timeline: Timeline, identity: str, asked: Knowledge = EVERYTHING) -> tuple[Turn, ...]:
    """Every one of a provision, by who it is, oldest first. What only nobody's having said anything makes is none."""
    return tuple(_turns(timeline, identity, asked))


def _turns(timeline: Timeline, identity: str, asked: Knowledge) -> Iterator[Turn]:
    effects, known = Effects(timeline, asked), timeline.known(asked)
    every = tuple(coming_about(timeline.occurrences(asked, Kind.OTHER), overtaken(timeline, effects, asked)))
    last: Force | None = None
    for day in timeline.days(asked):
        address = place_of(timeline.base(day, asked), identity)
        force = effects.force(address, day) if address is not None else None
        if address is not None and force is not None and is_news(force, last, day, known.horizon):
            last = force
            located = effects.located(timeline.base(day, asked), address, day)
            by = turned_by(located, day, effects.records, every, known) if located is not None else ()
            refs = tuple(dict.fromkeys(by))
            yield Turn(day, force, refs, ended_on(day, refs, every))


def is_news(force: Force, before: Force | None, day: date, known: date | None) -> bool:
    """Whether an effect is another than before, and not only unknown for some since nobody knows of so late a day."""
    if before is not None and force.turn == before.turn:
        return False
    told = [part for part in force.parts if part.state is not State.UNKNOWN]
    if known is None or day <= known or len(told) == len(force.parts):
        return True
    return not all(_is_among(part, before.parts if before is not None else ()) for part in told)


def _is_among(part: Part, parts: Sequence[Part]) -> bool:
    """Whether the same was said of all those of whom it is."""
    alike = [each for each in parts if each.turn == part.turn]
    return all(any(applies(one, extent) for each in alike for one in each.extents) for extent in part.extents)


def turned_by(
    located: Located, day: date, records: ForceRecords, every: Sequence[Occurrence], known: Known
) -> Iterator[OperationRef]:
    """The operations, of all of them, by which the effect of a provision, or of what is in it, turned on a day.

    Those that begin then; of those that end, what cancels them; and what told of the day for which they waited.
    """
    inside = [(one, each) for one in (located, *located.below) for each in records.naming(one)]
    named = {each.ref for one, each in inside if one.is_concerned(each, day)}
    then = Day(day)
    for each in every:
        if each.ref in named and then in (each.starts, each.ends):
            yield from _cancelling(each, then, every) or [each.ref]
            yield from (behind.fact.by for behind in facts_behind(known, [each.ref]) if behind.fact.day == day)


def ended_on(day: date, refs: Collection[OperationRef], every: Sequence[Occurrence]) -> tuple[OperationRef, ...]:
    """Those of some operations that end on a day and hold for nobody from then on."""
    theirs = [each for each in every if each.ref in refs]
    ending = {each.ref for each in theirs if each.ends == Day(day)}
    holding = {each.ref for each in theirs if each.last is None or each.last > day}
    return tuple(ref for ref in refs if ref in ending and ref not in holding)


def _cancelling(turned: Occurrence, then: Day, every: Sequence[Occurrence]) -> list[OperationRef]:
    """The cancellations by which an operation ends on a day: those that begin on it."""
    if turned.starts == then or not turned.cancelled_by:
        return []
    begun = {each.ref for each in every if each.starts == then}
    return [ref for ref in turned.cancelled_by if ref in begun]

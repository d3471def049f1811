"""Ends that do not come about as they were given, since another took their place: put off, brought forward, resumed.

What ceases, or has effect or is suspended "until" a day, does so only where no later word on the same says otherwise.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from secc.instruments.model import Cease, Commence, Extend, Suspend
from secc.instruments.when import OperationRef
from secc.timeline.dates import printed_day
from secc.timeline.effect import Effects
from secc.timeline.identities import place_of
from secc.timeline.located import ForceRecord, Located
from secc.timeline.occurrences import Occurrence
from secc.timeline.periods import periods
from secc.timeline.scopes import Extent, applies, edges, pieces
from secc.timeline.switches import end_of_suspension
from secc.timeline.timeline import EVERYTHING, Knowledge, Timeline
from secc.timeline.value import Day, NeverComes, Unknown, Value, in_words, latest, settled


class Instead(Struct, frozen=True):
    """The end that is there in the place of one that was given, and the operations that say so; `recorded` on a day.

    `whom` are those for whom it is, in words, where that is not everybody for whom the one was given.
    """

    whom: str
    given: Value
    end: Value
    by: tuple[OperationRef, ...]
    recorded: date

    @property
    def in_words(self) -> str:
        """`was put off until 1 August 2020 by paragraph 1 of …, recorded on 1 March 2020`."""
        told = f"by {' and '.join(map(str, self.by))}, recorded on {printed_day(self.recorded)}"
        match self.end:
            case Day(day):
                given = latest(self.given)
                how = "fixed as" if given is None else "brought forward to" if day < given else "put off until"
                return f"was {how} {printed_day(day)} {told}"
            case Unknown():
                return f"was put off {told}, and {in_words(self.end)}"
            case NeverComes():
                return f"was taken away {told}"


class Overtaken(Struct, frozen=True):
    """What took the place of the end of an operation, or of it as an end; where not `whole`, for some of what ends."""

    instead: tuple[Instead, ...]
    whole: bool
    is_cessation: bool

    @property
    def in_words(self) -> str:
        """`its end was put off until …`, `that was …`; of some, that it is of some."""
        end = "that" if self.is_cessation else "its end"
        some = "" if self.whole and len(self.instead) == 1 else "for some of what it names "
        whom = (f"for {each.whom} " if each.whom else some for each in self.instead)
        return ", and ".join(f"{those}{end} {each.in_words}" for those, each in zip(whom, self.instead, strict=True))


Ends = Mapping[tuple[OperationRef, Extent], Overtaken]
"""Those that are overtaken, by operation and for whom."""


@lru_cache(maxsize=2)
def overtaken(timeline: Timeline, effects: Effects, asked: Knowledge = EVERYTHING) -> Ends:
    """Every end that does not come about, for those for whom it was given, or for some of what ends."""
    finding = _Finding(timeline, effects, asked)
    found = ((record, finding.of(record)) for record in effects.records.every)
    return {(record.ref, record.extent): each for record, each in found if each is not None}


def coming_about(occurrences: Iterable[Occurrence], ends: Ends) -> Iterator[Occurrence]:
    """Operations with the days on which they begin and end as it comes about: never, where that is overtaken."""
    for each in occurrences:
        found = ends.get((each.ref, each.extent))
        if found is None or not found.whole:
            yield each
        elif isinstance(each.action, Cease):
            yield replace(each, starts=NeverComes())
        else:
            yield replace(each, ends=NeverComes())


class _Finding:
    """Looks at what operations name, on the day on which it would end."""

    def __init__(self, timeline: Timeline, effects: Effects, asked: Knowledge) -> None:
        self._timeline = timeline
        self._effects = effects
        self._asked = asked
        self._horizon = timeline.known(asked).horizon

    def of(self, record: ForceRecord) -> Overtaken | None:
        """What took the place of an operation's end; None where it comes, or has none."""
        given = _given(record)
        if isinstance(given, NeverComes):
            return None
        found = [self._instead(record, given, each) for each in self._standing(record, given)]
        every = [each for of_one in found for each in of_one]
        told = tuple(dict.fromkeys(each for each in every if each is not None))
        is_cessation = isinstance(record.action, Cease)
        return Overtaken(told, None not in every, is_cessation) if told else None

    def _standing(self, record: ForceRecord, given: Value) -> Iterator[Located]:
        day = latest(given) or date.max
        wordings = self._timeline.base(day, self._asked)
        for identity in sorted(record.identities):
            address = place_of(wordings, identity)
            located = self._effects.located(wordings, address, day) if address is not None else None
            if located is not None:
                yield located

    def _instead(self, record: ForceRecord, given: Value, located: Located) -> Iterator[Instead | None]:
        """What is there instead for each of those whom records tell apart; None where the end comes."""
        records = self._effects.records
        naming = records.naming(located)
        if not any(each.record > record.record for each in naming):
            yield None
            return
        cuts = edges(each.extent for each in naming)
        apart = pieces(record.extent.scope, tuple(cuts), records.wholes)
        for extent in (each for each in apart if applies(record.extent, each)):
            end, by = _end(located, record, naming, extent, self._horizon)
            told = [each.record[0] for each in naming if each.ref in by]
            if record.ref in by or not told:
                yield None
            else:
                whom = extent.printed if extent != record.extent else ""
                yield Instead(whom, settled(given, self._horizon), end, by, max(told))


def _given(record: ForceRecord) -> Value:
    match record.action:
        case Cease():
            return record.starts
        case Commence() | Extend() | Suspend():
            return record.ends
        case _:
            return NeverComes()


def _end(
    located: Located, record: ForceRecord, naming: Sequence[ForceRecord], extent: Extent, horizon: date | None
) -> tuple[Value, tuple[OperationRef, ...]]:
    """The end to which it comes, and the operations that say so; that which was given, where it is the one."""
    if isinstance(record.action, Suspend):
        there = [each for each in naming if applies(each.extent, extent) and located.is_reached(each, None)]
        return end_of_suspension(record, there)
    found = periods(located, naming, extent, horizon)
    own = next((each for each in found if record.ref in each.ended_by), found[-1] if found else None)
    return (own.end, own.ended_by) if own is not None else (NeverComes(), ())

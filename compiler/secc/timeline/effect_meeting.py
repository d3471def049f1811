"""Operations on effect that have not had theirs, of which an instrument in flight takes away what they name.

An operation on effect is read in the text of its day. What another instrument removes, moves or renumbers by then is
not there to commence, to suspend or to vary; or another provision has its number.
"""

from collections.abc import Iterator
from datetime import date

from secc.ids import Address
from secc.instruments.model import Vary
from secc.instruments.places import One
from secc.instruments.when import OperationRef
from secc.timeline.conflict_model import Conflict, ConflictKind, known_day, side_of
from secc.timeline.flight import on_effect
from secc.timeline.footprints import Trace, closeness
from secc.timeline.identities import identity_of
from secc.timeline.located import OnForce
from secc.timeline.meeting import GONE_ADVICE, Meeting
from secc.timeline.occurrences import Occurrence
from secc.timeline.replay import Step, Wordings, live
from secc.timeline.timeline import Timeline


class EffectMeeting:
    """Tries operations on effect out on the text with another instrument, and without it."""

    def __init__(self, timeline: Timeline, meeting: Meeting, today: date) -> None:
        self._timeline = timeline
        self._meeting = meeting
        self._operations = on_effect(timeline, today)

    @property
    def names(self) -> frozenset[str]:
        """The instruments with such operations."""
        return frozenset(self._operations)

    def between(self, acting: str, changing: str) -> Iterator[Conflict]:
        """What the one instrument does to effect of which the other, in flight, takes away what is named."""
        told: set[OperationRef] = set()  # of what an operation does for several, on days of their own, once
        for occurrence in self._operations.get(acting, ()):
            for each in self._missed(occurrence, changing) if occurrence.ref not in told else ():
                told.add(occurrence.ref)
                yield each

    def _missed(self, occurrence: Occurrence, changing: str) -> Iterator[Conflict]:
        day, named = occurrence.day or date.max, _named(occurrence)
        steps = [each for each in self._meeting.steps(changing) if each.day <= day]
        removing = [each for each in self._meeting.traces_of(steps) if _removes_beside(each, named)]
        if not removing:
            return
        without, together = (self._text(day, occurrence.ref.instrument, changing, more) for more in ([], steps))
        for address in named:
            before, after = identity_of(without, address), identity_of(together, address)
            if before is not None and before != after:
                own = Trace(occurrence.ref, (address,), (), (), "")
                opposite = max(removing, key=lambda each, own=own: closeness(own, each))  # type: ignore[misc]  # bound at once
                what = "is another provision" if after is not None else "is not there"
                words = f"with both, {address.printed} {what} when {occurrence.ref} has effect"
                sides = side_of(own), side_of(opposite)
                yield Conflict(ConflictKind.TARGET_GONE, *sides, known_day(day), words, GONE_ADVICE)
                return

    def _text(self, day: date, acting: str, changing: str, more: list[Step]) -> Wordings:
        """That of a day by what is law, by the instrument that acts, and by `more` of the other alone."""
        law = [each for each in self._timeline.steps() if each.ref.instrument not in (acting, changing)]
        every = sorted([*law, *self._meeting.steps(acting), *more], key=lambda step: step.day)
        return self._timeline.after(live(every, day))


def _named(occurrence: Occurrence) -> tuple[Address, ...]:
    """What an operation names; of a range, its ends."""
    action = occurrence.action
    assert isinstance(action, OnForce)
    if isinstance(action, Vary):
        return (action.place.address,)
    ends = ((each.address,) if isinstance(each, One) else (each.first, each.last) for each in action.provisions)
    return tuple(dict.fromkeys(address for each in ends for address in each))


def _removes_beside(trace: Trace, named: tuple[Address, ...]) -> bool:
    return any(gone.document == each.document for gone in trace.removed for each in named)

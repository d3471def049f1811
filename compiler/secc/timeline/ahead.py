"""What is ahead: the text as it would be by each instrument that has not had all its effect."""

from collections.abc import Iterator, Mapping
from datetime import date

from msgspec import Struct

from secc.instruments.when import OperationRef
from secc.timeline.flight import in_flight, steps_of
from secc.timeline.replay import Wordings
from secc.timeline.standing import Standing
from secc.timeline.timeline import Timeline


class Ahead(Struct, frozen=True):
    """An instrument carried out on the text as it will be just before: `day` is None where it has none yet."""

    instrument: str
    standing: Standing
    day: date | None
    before: Wordings
    after: Wordings

    @property
    def refused(self) -> Mapping[OperationRef, str]:
        """Why operations of it could not be carried out on that text, in words."""
        own = (each for each in self.after.refused.items() if each[0].instrument == self.instrument)
        return {ref: refusal.words for ref, refusal in own}


def ahead(timeline: Timeline, today: date) -> Iterator[Ahead]:
    """The instruments in flight on a day, in their order. What has had effect of them is in the text before."""
    known = timeline.known()
    last = max(timeline.wording_days(), default=today)
    for instrument in in_flight(timeline, today):
        steps = [
            each for each in steps_of(timeline, instrument.name) if each.day > today or not known.is_law(instrument)
        ]
        first = min(each.day for each in steps)
        day = first if first < date.max else None
        before = timeline.before(first) if day is not None else timeline.base(max(last, today))
        after = timeline.carried_out(before, steps)
        yield Ahead(instrument.name, known.standing(instrument), day, before, after)

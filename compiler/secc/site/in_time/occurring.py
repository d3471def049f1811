"""What happens on each day: the operations that begin or end then, by instrument."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from secc.ids import DocumentId
from secc.site.in_time.moment import Moment
from secc.site.in_time.named import named
from secc.timeline.occurrences import Occurrence
from secc.timeline.value import Unknown, Value, bounds

FROM, UNTIL = "has effect", "ends"


@dataclass(frozen=True)
class Happening:
    """What operations of one instrument do on a day: begin, end, or come to a bound of when they may."""

    instrument: str
    how: str
    occurrences: tuple[Occurrence, ...]

    @property
    def count(self) -> int:
        """How many operations they are; one that begins for some and later for others counts once."""
        return len({each.ref for each in self.occurrences})

    @property
    def documents(self) -> tuple[DocumentId, ...]:
        """The documents that they name."""
        return tuple(sorted(self.by_document))

    @cached_property
    def by_document(self) -> Mapping[DocumentId, Sequence[Occurrence]]:
        """The operations, by the documents that they name."""
        found: dict[DocumentId, list[Occurrence]] = {}
        for each in self.occurrences:
            for document in {at.document for at in named(each.action)}:
                found.setdefault(document, []).append(each)
        return found


@lru_cache(maxsize=2)
def happenings(moment: Moment) -> Mapping[date, tuple[Happening, ...]]:
    """Every day on which something changes, or may change, with what does, in order."""
    found: dict[date, dict[tuple[str, str], list[Occurrence]]] = {}
    for each in moment.timeline.occurrences():
        for value, kind in ((each.starts, FROM), (each.ends, UNTIL)):
            for day in bounds(value):
                of_day = found.setdefault(day, {})
                of_day.setdefault((each.ref.instrument, _how(value, day, kind)), []).append(each)
    return {
        day: tuple(Happening(name, how, tuple(each)) for (name, how), each in found[day].items())
        for day in sorted(found)
    }


def _how(value: Value, day: date, kind: str) -> str:
    if not isinstance(value, Unknown):
        return kind
    return f"{kind} on this day at the latest" if value.not_after == day else f"{kind} on this day at the earliest"

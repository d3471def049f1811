"""What happens on each day: the operations that begin or end then, by instrument."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property, lru_cache

from msgspec import Struct

from secc.ids import DocumentId
from secc.instruments.model import RenameTerm
from secc.site.in_time.changes import changes
from secc.site.in_time.moment import Moment
from secc.site.in_time.named import documents_named, may_name_range
from secc.timeline.occurrences import Occurrence
from secc.timeline.value import Unknown, Value, bounds

FROM, UNTIL = "has effect", "ends"


class Happening(Struct, frozen=True, dict=True):
    """What operations of one instrument do on a day: begin, end, or come to a bound of when they may.

    `renamed_in` are the documents in which a term gets another name, which the operation does not name. `there` are
    those of the day, where one names a range of them.
    """

    instrument: str
    how: str
    occurrences: tuple[Occurrence, ...]
    renamed_in: tuple[DocumentId, ...] = ()
    there: tuple[DocumentId, ...] = ()

    @property
    def count(self) -> int:
        """How many operations they are; one that begins for some and later for others counts once."""
        return len({each.ref for each in self.occurrences})

    @property
    def documents(self) -> tuple[DocumentId, ...]:
        """The documents that they name, and those in which they rename a term."""
        return tuple(sorted({*self.by_document, *self.renamed_in}))

    @cached_property
    def by_document(self) -> Mapping[DocumentId, Sequence[Occurrence]]:
        """The operations, by the documents that they name."""
        found: dict[DocumentId, list[Occurrence]] = {}
        for each in self.occurrences:
            for document in documents_named(each.action, self.there):
                found.setdefault(document, []).append(each)
        return found


@lru_cache(maxsize=2)
def happenings(moment: Moment) -> Mapping[date, tuple[Happening, ...]]:
    """Every day on which something changes, or may change, with what does, in order."""
    found: dict[date, dict[tuple[str, str], list[Occurrence]]] = {}
    for each in moment.occurring:
        for value, kind in ((each.starts, FROM), (each.ends, UNTIL)):
            for day in bounds(value):
                of_day = found.setdefault(day, {})
                of_day.setdefault((each.instrument, _how(value, day, kind)), []).extend(each.occurrences)
    return {
        day: tuple(
            Happening(name, how, tuple(each), tuple(_renamed_in(moment, day, each)), _there(moment, day, each))
            for (name, how), each in found[day].items()
        )
        for day in sorted(found)
    }


def _there(moment: Moment, day: date, occurring: Sequence[Occurrence]) -> tuple[DocumentId, ...]:
    is_asked = may_name_range(each.action for each in occurring)
    return tuple(moment.timeline.base(day).documents) if is_asked else ()


def _renamed_in(moment: Moment, day: date, occurring: Sequence[Occurrence]) -> Iterator[DocumentId]:
    renaming = {each.ref for each in occurring if isinstance(each.action, RenameTerm)}
    for found in changes(moment).values() if renaming else ():
        for each in found:
            if each.day == day and not renaming.isdisjoint(each.by):
                yield from {address.document for address in (each.before, each.address) if address is not None}


def _how(value: Value, day: date, kind: str) -> str:
    if not isinstance(value, Unknown):
        return kind
    return f"{kind} on this day at the latest" if value.not_after == day else f"{kind} on this day at the earliest"

"""What changed provisions, as it was known on each day."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache, lru_cache

from msgspec import Struct

from secc.site.any_day.knowledge import states_in_time
from secc.site.in_time.changes import days_changed
from secc.site.in_time.moment import Moment
from secc.timeline.changing import Changed
from secc.timeline.identities import origin
from secc.timeline.timeline import asking


class KnownChange(Struct, frozen=True):
    """A change as it was known from a day on, until another (not included; None where it is known so now)."""

    change: Changed
    since: date
    until: date | None


KnownChanges = Mapping[str, tuple[KnownChange, ...]]
"""Those of each provision by who it is, oldest first; none of what only ever came with its document."""
_Stretch = tuple[date, date | None]
_When = tuple[date, date, date | None]
"""A day of change, since when it was known, and until when."""
_Came = tuple[tuple[date, tuple[date, ...]], ...]
"""From each day of knowledge on: on which day a document came to be; none while that was not known."""


@lru_cache(maxsize=2)
def known_changes(moment: Moment) -> KnownChanges:
    """The changes of every document, sub-section, clause and definition, on every day, past and future.

    What a day changed follows from the texts before and after it, so that it is asked for once for all days on which
    it was known so.
    """
    in_time, days = states_in_time(moment), days_changed(moment)
    found: dict[str, list[KnownChange]] = {}
    for (day, known), stretches in zip(in_time.turns, _known(in_time.learned), strict=True):
        for identity, change in days.of(day, asking(known)).items():
            of_it = found.setdefault(identity, [])
            for stretch in stretches:
                of_it.append(KnownChange(change, *stretch))
    every = {identity: tuple(sorted(_merged(of_it), key=_in_order)) for identity, of_it in found.items()}
    came = {identity: _came(of_it) for identity, of_it in every.items() if "/" not in identity}
    is_more = cache(_is_more)  # most came with their document, as others did
    return {
        identity: of_it
        for identity, of_it in every.items()
        if any(each.change.before is not None for each in of_it)
        or is_more(tuple(map(_when, of_it)), came.get(origin(identity), ()))
    }


def _known(learned: Sequence[tuple[date, tuple[int, ...]]]) -> list[list[_Stretch]]:
    """When each turn was known, by its number."""
    found: dict[int, list[_Stretch]] = {}
    since: dict[int, date] = {}
    for day, numbers in learned:
        for number in set(since).difference(numbers):
            found.setdefault(number, []).append((since.pop(number), day))
        for number in numbers:
            since.setdefault(number, day)
    for number, day in since.items():
        found.setdefault(number, []).append((day, None))
    return [found[number] for number in sorted(found)]


def _came(of_document: Iterable[KnownChange]) -> _Came:
    """Of a document."""
    first = [_when(each) for each in of_document if each.change.before is None]
    ends = {until for _, _, until in first if until is not None}
    return tuple((day, _days_known(first, day)[:1]) for day in sorted({since for _, since, _ in first} | ends))


def _when(known: KnownChange) -> _When:
    return known.change.day, known.since, known.until


def _is_more(of_it: Sequence[_When], came: _Came) -> bool:
    """Whether, as known on any day, more is told of what only came to be than that it came with its document."""
    return any(
        _days_known(of_it, day) not in ((), next((first for since, first in reversed(came) if since <= day), ()))
        for day in {since for _, since, _ in of_it}.union(since for since, _ in came)
    )


def _days_known(of_it: Sequence[_When], on: date) -> tuple[date, ...]:
    """The days of the changes that were known on a day."""
    return tuple(day for day, since, until in of_it if since <= on and (until is None or on < until))


def _merged(of_it: Sequence[KnownChange]) -> Sequence[KnownChange]:
    """Each for as long as it was known, though by other ways from one day to the next."""
    if len({each.change.day for each in of_it}) == len(of_it):  # one way each, known once
        return of_it
    found: list[KnownChange] = []
    apart: dict[Changed, list[_Stretch]] = {}
    for each in of_it:
        apart.setdefault(each.change, []).append((each.since, each.until))
    for change, stretches in apart.items():
        ordered = sorted(stretches, key=lambda each: each[0])
        ends = dict(ordered)
        starts = {since for since, _ in ordered} - {until for _, until in ordered}
        for start in sorted(starts):
            end: date | None = ends[start]
            while end is not None and end in ends:
                end = ends[end]
            found.append(KnownChange(change, start, end))
    return found


def _in_order(known: KnownChange) -> tuple[date, date]:
    return (known.change.day, known.since)

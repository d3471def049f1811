"""What the index says of a document, worked out of what is searched of it alone, and how that is put together.

Units are numbered in a document from 0, and days are those of the calendar: what is written with these numbers is
written when documents are put together, and all else before.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, islice, pairwise

from msgspec import Struct

from secc.site.search.coding import in_common, number, numbers
from secc.site.search.entries import Days, OwnEntries, OwnUnit, following

FOLLOWING = "+"
"""In the place of an identifier: the one before with its last number made one more."""


class OnDay(Struct, frozen=True, array_like=True):
    """The units of which a text begins, or ends, on a day; `others` is how far each but the first is from the last."""

    day: int
    count: int
    first: int
    others: str
    last: int


class OwnIndex(Struct, frozen=True, array_like=True):
    """Of a document: its pages; the identifiers of its units, the first and last as they are; and what units are.

    `begins` are the units of which a text begins on each day, `ends` those of which one only ends; `apart` those in
    which texts came back, or stand beside each other, with the stretches of days of each text.
    """

    count: int
    pages: tuple[str, ...]
    first: str
    identifiers: str
    last: str
    units: str
    begins: tuple[OnDay, ...]
    ends: tuple[OnDay, ...]
    apart: tuple[tuple[int, tuple[Days, ...]], ...]


def own_index(own: OwnEntries) -> OwnIndex:
    """What the index says of a document."""
    names = [each.identifier for each in own.units]
    pages = tuple(dict.fromkeys(each.page for each in own.units))
    begins, ends, apart = _by_day(own)
    return OwnIndex(
        count=len(names),
        pages=pages,
        first=names[0] if names else "",
        identifiers="".join(f"\n{_shortened(*pair)}" for pair in pairwise(names)),
        last=names[-1] if names else "",
        units=numbers(_runs(own.units, pages)),
        begins=begins,
        ends=ends,
        apart=apart,
    )


def identifiers(documents: Sequence[OwnIndex]) -> str:
    """Those of all units, a line each: with how many letters it begins as the one before, and the rest."""
    found, before = [], ""
    for each in documents:
        if each.count:
            found.append(_shortened(before, each.first) + each.identifiers)
            before = each.last
    return "\n".join(found)


def texts(documents: Sequence[OwnIndex], days: Sequence[int]) -> list[str]:
    """By days, since few texts begin on any: the units of which a text begins on each, and of which one only ends.

    Then the units in which texts came back, or stand beside each other: how many; of each how far it is from the one
    before, how many texts it has, and of each text the stretches of days.
    """
    numbered = {day: place for place, day in enumerate(days, 1)} | {0: 0}
    begins, ends = ([each.begins for each in documents], [each.ends for each in documents])
    starts = [0]
    for each in documents:
        starts.append(starts[-1] + each.count)
    apart = [
        (start + unit, of_it) for start, each in zip(starts, documents, strict=False) for unit, of_it in each.apart
    ]
    written = ("".join(_on_days(of_all, starts, days)) for of_all in (begins, ends))
    return [*written, numbers(_apart(apart, numbered))]


def _shortened(before: str, identifier: str) -> str:
    if identifier and identifier == following(before):
        return FOLLOWING
    shared = in_common(before, identifier)
    return number(shared) + identifier[shared:]


def _runs(units: Sequence[OwnUnit], pages: Sequence[str]) -> Iterator[int]:
    """For neighbours on one page that are alike: whether the page is the next one, what they are, and how many."""
    at = -1
    for (page, kind), group in groupby(units, key=lambda each: (each.page, each.kind)):
        is_next = at < 0 or pages[at] != page
        at += is_next
        yield from (int(is_next), kind, sum(1 for _ in group))


def _by_day(
    own: OwnEntries,
) -> tuple[tuple[OnDay, ...], tuple[OnDay, ...], tuple[tuple[int, tuple[Days, ...]], ...]]:
    begins: dict[int, list[int]] = {}
    ends: dict[int, list[int]] = {}
    apart: list[tuple[int, tuple[Days, ...]]] = []
    left = iter(own.texts)
    for unit, each in enumerate(own.units):
        found = tuple(text.days for text in islice(left, each.count))
        if not _in_turn(found):
            apart.append((unit, found))
            continue
        starts = [days[0][0] for days in found]
        for start in starts:
            begins.setdefault(start, []).append(unit)
        for end in {days[0][1] for days in found} - {0, *starts}:
            ends.setdefault(end, []).append(unit)
    return tuple(map(_on_day, sorted(begins.items()))), tuple(map(_on_day, sorted(ends.items()))), tuple(apart)


def _in_turn(found: Sequence[Days]) -> bool:
    """Whether each text is there for one stretch of days, after the one before."""
    last = None
    for days in found:
        if len(days) > 1 or (last is not None and not 0 < last <= days[0][0]):
            return False
        last = days[0][1]
    return True


def _on_day(found: tuple[int, Sequence[int]]) -> OnDay:
    day, units = found
    others = numbers(unit - before for before, unit in pairwise(units))
    return OnDay(day, len(units), units[0], others, units[-1])


def _on_days(documents: Sequence[Sequence[OnDay]], starts: Sequence[int], days: Sequence[int]) -> Iterator[str]:
    """For each day how many units, and how far each is from the one before."""
    by_day: dict[int, list[tuple[int, OnDay]]] = {}
    for start, of_document in zip(starts, documents, strict=False):
        for each in of_document:
            by_day.setdefault(each.day, []).append((start, each))
    for day in days:
        found = by_day.get(day, ())
        yield number(sum(each.count for _, each in found))
        before = 0
        for start, each in found:
            yield number(start + each.first - before) + each.others
            before = start + each.last


def _apart(units: Sequence[tuple[int, Sequence[Days]]], numbered: Mapping[int, int]) -> Iterator[int]:
    yield len(units)
    before = 0
    for unit, found in units:
        yield from (unit - before, len(found))
        for days in found:
            yield len(days)
            for start, end in days:
                yield numbered[start]
                yield numbered[end] - numbered[start] if end else 0
        before = unit

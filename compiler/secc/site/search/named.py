"""The names of defined terms, to be found by how they begin."""

import json
from collections.abc import Iterable, Iterator, Mapping

from secc.document.typography import curled
from secc.ids import Address
from secc.site.any_day.known_terms import KnownDays, KnownTerm
from secc.site.any_day.terms_in_time import TermInTime
from secc.site.any_day.tokens import place
from secc.site.naming import slug
from secc.site.search.entries import joined
from secc.site.search.shards import Line, as_compared
from secc.site.search.words import clean, words

_OWN = 1
"""In the place of what a term is limited to: the document in which it is defined."""
_Name = tuple[str, str, str, str, str | int]
"""Its words, as printed, the first name of its term, where that is defined, and to what it is limited."""


def named(terms: Iterable[TermInTime]) -> list[Line]:
    """Every name by its words: as printed, the first name of its term, where that is defined, its days, its reach.

    The last is left out for the whole Code.
    """
    found: dict[_Name, list[tuple[int, int]]] = {}
    for term in terms:
        for name in _names(term):
            found.setdefault(name, []).extend(term.days)
    return list(_lines(found))


def named_as_known(terms: Iterable[KnownTerm]) -> list[list[object]]:
    """Every name as known on each day: as in the shards but for its days, which are told in full.

    Of these: from when, until when, since when it was known so and until when. From the day itself on, it is left out.
    """
    found: dict[_Name, list[list[str | None]]] = {}
    for each in terms:
        for name in _names(each.term):
            found.setdefault(name, []).extend(map(_known, each.days))
    return [_value(name, found[name]) for name in sorted(found, key=_order) if name[0]]


def _known(days: KnownDays) -> list[str | None]:
    row = [None if each is None else each.isoformat() for each in (days.start, days.end, days.since, days.until)]
    if days.until is None:
        row.pop()
        if days.since == days.start:
            row.pop()
    while row[-1] is None:
        row.pop()
    return row


def _names(term: TermInTime) -> Iterator[_Name]:
    first, *others = map(curled, term.names)
    for name in (first, *others):
        yield " ".join(words(clean(name))), name, first, _place(term.address, first), _reach(term)


def _value(name: _Name, days: object) -> list[object]:
    _, printed, first, where, reach = name
    return [printed, first if first != printed else 0, where, days, *([reach] if reach else [])]


def _lines(found: Mapping[_Name, list[tuple[int, int]]]) -> Iterator[Line]:
    for name in sorted(found, key=_order):
        if name[0]:
            value = _value(name, joined(found[name]))
            yield Line(name[0], json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def _place(address: Address, first: str) -> str:
    """The address of a definition on the site of a day; `<->` stands for its first name as it is in addresses.

    Of a provision whose words introduce a term, it is that of the provision.
    """
    is_told = bool(address.path) and address.path[-1].startswith('"') and first.isascii()
    where = place(address)
    return f"{where.removesuffix(slug(first))}<->" if is_told and where.endswith(f"#{slug(first)}") else where


def _reach(term: TermInTime) -> str | int:
    """To what it is limited: empty for the whole Code."""
    if term.within is None:
        return ""
    is_own = not term.within.path and term.within.document == term.address.document
    return _OWN if is_own else curled(term.within.printed)


def _order(each: _Name) -> tuple[bytes, str, str, str, str]:
    return (as_compared(each[0]), *each[1:4], str(each[4]))

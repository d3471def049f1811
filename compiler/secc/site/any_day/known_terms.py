"""The defined terms of every day, as they were known on each day."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cache as once
from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec import Struct

from secc.code.load import DocumentCache
from secc.site.any_day.terms_in_time import TermInTime, ToldTerms
from secc.site.in_time.kept import digest_of_modules, kept

TermsOfDays = tuple[tuple[date, bytes], ...]
"""From each day on: what the terms follow from, which is another than before."""


class KnownDays(Struct, frozen=True, array_like=True):
    """From when until when a term stood, as known on the days from `since` on until another; None without an end."""

    start: date
    end: date | None
    since: date
    until: date | None


class KnownTerm(Struct, frozen=True, array_like=True):
    """A term, of which no days are told in itself, with all its days that were ever known."""

    term: TermInTime
    days: tuple[KnownDays, ...]


_Stood = tuple[bytes, date, date | None]
_decode = msgspec.msgpack.Decoder(TermInTime).decode


def known_terms(
    cache: DocumentCache, known: Sequence[tuple[date, TermsOfDays]], told: Callable[[bytes], ToldTerms]
) -> tuple[KnownTerm, ...]:
    """Every term that was ever known, by what those of all days follow from as known from each, as `told` has them."""
    key = f"known terms {_own_code()} {sha256(msgspec.msgpack.encode(known)).hexdigest()}"
    return kept(cache, key, tuple[KnownTerm, ...], lambda: tuple(_found(known, told)))


def _found(known: Sequence[tuple[date, TermsOfDays]], told: Callable[[bytes], ToldTerms]) -> Iterable[KnownTerm]:
    terms = {state: frozenset(told(state)) for state in {state for _, of_days in known for _, state in of_days}}
    days: dict[bytes, list[KnownDays]] = {}
    going: dict[_Stood, date] = {}
    for since, of_days in known:
        now = _stood(of_days, terms)
        for term, start, end in going.keys() - now:
            days.setdefault(term, []).append(KnownDays(start, end, going.pop((term, start, end)), since))
        going |= dict.fromkeys(now - going.keys(), since)
    for (term, start, end), since in going.items():
        days.setdefault(term, []).append(KnownDays(start, end, since, None))
    for term, of_it in sorted(days.items()):
        yield KnownTerm(_decode(term), tuple(sorted(of_it, key=_in_order)))


def _stood(of_days: TermsOfDays, terms: Mapping[bytes, frozenset[bytes]]) -> set[_Stood]:
    """The terms with the stretches of days on which they stood."""
    found: set[_Stood] = set()
    there: dict[bytes, date] = {}
    for day, state in of_days:
        now = terms[state]
        found |= {(gone, there.pop(gone), day) for gone in there.keys() - now}
        there |= dict.fromkeys(now - there.keys(), day)
    return found | {(term, start, None) for term, start in there.items()}


def _in_order(days: KnownDays) -> tuple[date, date]:
    return (days.since, days.start)


@once
def _own_code() -> str:
    return digest_of_modules([Path(__file__)])

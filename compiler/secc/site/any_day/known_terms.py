"""The defined terms of every day, as they were known on each day."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cache as once
from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec import Struct

from secc.code.load import DocumentCache
from secc.site.any_day.stretches import stretches
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


_decode = msgspec.msgpack.Decoder(TermInTime).decode


def known_terms(
    cache: DocumentCache, known: Sequence[tuple[date, TermsOfDays]], told: Callable[[bytes], ToldTerms]
) -> tuple[KnownTerm, ...]:
    """Every term that was ever known, by what those of all days follow from as known from each, as `told` has them."""
    key = f"known terms {_own_code()} {sha256(msgspec.msgpack.encode(known)).hexdigest()}"
    return kept(cache, key, tuple[KnownTerm, ...], lambda: tuple(_found(known, told)))


def _found(known: Sequence[tuple[date, TermsOfDays]], told: Callable[[bytes], ToldTerms]) -> Iterable[KnownTerm]:
    terms = {state: frozenset(told(state)) for state in {state for _, of_days in known for _, state in of_days}}
    stood = ((since, set(stretches((day, terms[state]) for day, state in of_days))) for since, of_days in known)
    days: dict[bytes, list[KnownDays]] = {}
    for (term, start, end), since, until in stretches(stood):
        days.setdefault(term, []).append(KnownDays(start, end, since, until))
    for term, of_it in sorted(days.items()):
        yield KnownTerm(_decode(term), tuple(sorted(of_it, key=_in_order)))


def _in_order(days: KnownDays) -> tuple[date, date]:
    return (days.since, days.start)


@once
def _own_code() -> str:
    return digest_of_modules(Path(__file__).with_stem(name) for name in ("known_terms", "stretches"))

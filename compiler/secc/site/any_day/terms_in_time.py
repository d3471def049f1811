"""The defined terms of every day, those that the words of a provision introduce among them.

They are those to which the words of a state are bound. What terms a state has is kept by what they follow from, so that
an edit that defines nothing asks for none of them anew.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cache as once
from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec import Struct

from secc.code.load import DocumentCache
from secc.ids import Address
from secc.resolve.model import Term
from secc.site.any_day.stretches import stretches
from secc.site.in_time.kept import decoded, digest_of_modules, kept

NumberedDays = tuple[tuple[int, int], ...]
"""From which day of change until which (not included), counted from 1; until 0 is without end."""


class TermInTime(Struct, frozen=True, array_like=True):
    """A term as it stood on some days: its names, where it is defined, and to what it is limited.

    The first name is the one that it is sorted by; `within` is None for the whole Code.
    """

    names: tuple[str, ...]
    address: Address
    within: Address | None
    days: NumberedDays = ()


ToldTerms = tuple[bytes, ...]
"""The terms of a state, each encoded, so that those of two states are compared at once."""
_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(TermInTime).decode


def kept_terms(cache: DocumentCache, follows_from: bytes, make: Callable[[], Iterable[Term]]) -> ToldTerms:
    """The terms of a state by what they follow from; made, where they are not kept."""
    name = f"terms-{_own_code()}-{follows_from.hex()}"
    found = decoded(cache.kept(name), ToldTerms)
    if found is None:
        found = tuple(_encode(TermInTime(each.names, each.address, each.within)) for each in make())
        cache.keep(name, _encode(found))
    return found


def terms_in_time(
    cache: DocumentCache, states: Sequence[bytes], told: Callable[[bytes], ToldTerms]
) -> tuple[TermInTime, ...]:
    """Every term that there ever was, by what those of each day of change follow from, as `told` has them."""
    key = f"terms in time {_own_code()} {sha256(_encode(states)).hexdigest()}"
    return kept(cache, key, tuple[TermInTime, ...], lambda: _found(states, told))


def _found(states: Sequence[bytes], told: Callable[[bytes], ToldTerms]) -> tuple[TermInTime, ...]:
    terms = {state: frozenset(told(state)) for state in set(states)}
    days: dict[bytes, list[tuple[int, int]]] = {}
    for term, start, end in stretches((number, terms[state]) for number, state in enumerate(states, 1)):
        days.setdefault(term, []).append((start, end or 0))
    return tuple(
        msgspec.structs.replace(_decode(term), days=tuple(sorted(of_it))) for term, of_it in sorted(days.items())
    )


@once
def _own_code() -> str:
    return digest_of_modules(Path(__file__).with_stem(name) for name in ("stretches", "terms_in_time"))

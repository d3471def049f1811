"""In what order instruments and their operations stand: as declared, and by number."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise, takewhile
from typing import TypeAlias

from secc.instruments.model import Instrument

Order: TypeAlias = Sequence[Sequence[str]]
"""Lists of the names of instruments, each in its order: `instruments-order` in code.toml."""

Number: TypeAlias = tuple[int, int, str]
"""The place of an operation's number: 1 < 2 < 2A < 2B < 10, and 2Z < 2AA; no number stands first."""

Kinds: TypeAlias = type | tuple[type, ...]
"""Classes of actions; `object` is all."""


@lru_cache(maxsize=4096)
def number_order(number: str) -> Number:
    """The place of an operation's number."""
    digits = "".join(takewhile(str.isdecimal, number))
    letters = number[len(digits) :]
    return (int(digits or 0), len(letters), letters)


def ranks(names: Iterable[str], order: Order) -> Mapping[str, int]:
    """The place of each instrument: as declared, those that nothing orders by name.

    An order that contradicts itself orders nothing (`contradictions` tells of it). What is declared of other
    instruments than these moves none of them.
    """
    known = sorted(set(names))
    try:
        return {name: place for place, name in enumerate(_sorted(known, order))}
    except CycleError:
        return {name: place for place, name in enumerate(known)}


def declared(names: Collection[str], order: Order) -> frozenset[tuple[str, str]]:
    """The pairs of these instruments of which the first is declared to come before the second, if by way of others."""
    after = {name: set[str]() for name in names}
    for first, second in _steps(names, order):
        after[first].add(second)
    return frozenset((name, each) for name in after for each in _reachable(name, after))


def contradictions(order: Order) -> tuple[str, ...]:
    """The instruments that are declared to come before themselves, by name."""
    names = {name for chain in order for name in chain}
    return tuple(sorted(first for first, second in declared(names, order) if first == second))


def by_number(instrument: Instrument, kinds: Kinds = object) -> list[int]:
    """The places in `operations`, or of those of some kinds, by their numbers; equal numbers as written."""
    asked = {kind for kind in {type(each.action) for each in instrument.operations} if issubclass(kind, kinds)}
    found = [
        (number_order(each.number), place)
        for place, each in enumerate(instrument.operations)
        if type(each.action) in asked
    ]
    return [place for _, place in sorted(found)]


def _sorted(names: Sequence[str], order: Order) -> Iterable[str]:
    sorter = TopologicalSorter({name: set[str]() for name in names})
    for first, second in _steps(names, order):
        sorter.add(second, first)
    sorter.prepare()
    while sorter.is_active():
        ready = sorted(sorter.get_ready())
        yield from ready
        sorter.done(*ready)


def _steps(names: Collection[str], order: Order) -> Iterable[tuple[str, str]]:
    for chain in order:
        yield from pairwise(name for name in chain if name in names)


def _reachable(start: str, after: Mapping[str, set[str]]) -> set[str]:
    found: set[str] = set()
    waiting = list(after[start])
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting.extend(after[name])
    return found

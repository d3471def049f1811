"""The heaviest chain of pairs that keeps both orders."""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import TypeAlias

Candidate: TypeAlias = tuple[int, int, float]
"""A place in the one order, a place in the other, and what pairing them is worth."""


def heaviest_chain(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Of candidates for pairs, those that together weigh most, ascending on both sides.

    Of chains of equal weight the one found first, the candidates taken in order. n log n.
    """
    ordered = sorted(candidates, key=lambda each: (each[0], -each[1]))
    if _is_chain(ordered):
        return ordered
    best = _Best(max(each[1] for each in ordered) + 1)
    before: list[int] = []
    for number, (_, j, weight) in enumerate(ordered):
        total, previous = best.below(j)
        before.append(previous)
        best.offer(j, total + weight, number)
    _, last = best.below(best.size)
    chain = []
    while last >= 0:
        chain.append(ordered[last])
        last = before[last]
    return chain[::-1]


def knots(pairs: Sequence[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Pairs, in order, in groups as small as may be such that all of a group come after those of the one before.

    The heaviest chain of all is made of the heaviest of each group.
    """
    least = list(accumulate((j for _, j in reversed(pairs)), min))[::-1]
    knot: list[tuple[int, int]] = []
    last_i = last_j = -1
    for place, (i, j) in enumerate(pairs):
        if knot and i > last_i and least[place] > last_j:
            yield knot
            knot = []
        knot.append((i, j))
        last_i, last_j = i, max(last_j, j)
    if knot:
        yield knot


def _is_chain(ordered: Sequence[Candidate]) -> bool:
    last_i = last_j = -1
    for i, j, weight in ordered:
        if i <= last_i or j <= last_j or weight <= 0:
            return False
        last_i, last_j = i, j
    return True


class _Best:
    """A Fenwick tree of the heaviest chains that end before a place: (weight, number of the last candidate)."""

    def __init__(self, size: int) -> None:
        self.size = size
        self._tree: list[tuple[float, int]] = [(0.0, -1)] * (size + 1)

    def below(self, place: int) -> tuple[float, int]:
        """The heaviest that ends before `place`."""
        best = (0.0, -1)
        while place > 0:
            if self._tree[place][0] > best[0]:
                best = self._tree[place]
            place &= place - 1
        return best

    def offer(self, place: int, weight: float, number: int) -> None:
        """A chain that ends at `place`."""
        place += 1
        while place <= self.size:
            if weight > self._tree[place][0]:
                self._tree[place] = (weight, number)
            place += place & -place

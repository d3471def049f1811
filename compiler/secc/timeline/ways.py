"""Ways by which wordings come about, numbered: the same operations in the same order have the same number."""

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import count, groupby

from msgspec import Struct

from secc.instruments.when import OperationRef
from secc.timeline.wordings import Step, live


class Ways:
    """Numbers of ways; that of no operation is 0."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[int, OperationRef], int] = {}
        self._next = count(1)  # no two threads are given the same
        self._names = {0: b""}
        self._last: dict[int, tuple[int, OperationRef]] = {}

    def onwards(self, number: int, steps: Iterable[Step]) -> int:
        """The number of a way that goes on by some operations."""
        for step in steps:
            onwards = (number, step.ref)
            number = self._numbers.get(onwards) or self._numbers.setdefault(onwards, next(self._next))
            self._last[number] = onwards
        return number

    def name(self, number: int) -> bytes:
        """The digest of the operations of a way, in their order: the same in every run."""
        unnamed = []
        while number not in self._names:
            unnamed.append(number)
            number, _ = self._last[number]
        name = self._names[number]
        for each in reversed(unnamed):
            _, ref = self._last[each]
            self._names[each] = name = hashlib.sha256(name + str(ref).encode()).digest()
        return name


class Run(Struct, frozen=True):
    """Operations in their order, how many there are by the end of each day, and the way and the key after these.

    The first of the ends is that of no operation.
    """

    steps: tuple[Step, ...]
    ends: Sequence[int]
    ways: Sequence[int]
    keys: Sequence[str]

    def begins_with(self, steps: Sequence[Step]) -> bool:
        """Whether it is of these operations up to the end of a day."""
        count = len(steps)
        there = count <= len(self.steps) and self.ends[bisect_left(self.ends, count)] == count
        return there and tuple(steps) == self.steps[:count]

    def way_after(self, steps: Sequence[Step]) -> int:
        """The number of the way, after operations with which it begins."""
        return self.ways[bisect_left(self.ends, len(steps))]


class WaysInTime:
    """The ways that lead to the wording on any day; `days` are those on which it may change."""

    def __init__(self, ways: Ways, steps: Sequence[Step], days: Sequence[date]) -> None:
        self._ways = ways
        self._steps = steps
        self._days = days
        self._known = dict(self._before_any_end())

    def at(self, day: date) -> int:
        """The number of the way on a day."""
        place = bisect_right(self._days, day)
        if place not in self._known:
            self._known[place] = self._ways.onwards(0, live(self._steps, day))
        return self._known[place]

    def _before_any_end(self) -> Iterator[tuple[int, int]]:
        """Until the first operation ends, each day goes on from the last."""
        end = min((step.ends for step in self._steps if step.ends is not None), default=date.max)
        number = 0
        yield 0, number
        for place, (day, begun) in enumerate(groupby(self._steps, key=lambda step: step.day), 1):
            if day >= end:
                return
            number = self._ways.onwards(number, begun)
            yield place, number

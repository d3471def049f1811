"""Ways by which wordings come about, numbered: the same operations in the same order have the same number."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

from secc.instruments.when import OperationRef
from secc.timeline.replay import Step, live


class Ways:
    """Numbers of ways; that of no operation is 0."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[int, OperationRef], int] = {}

    def onwards(self, number: int, steps: Iterable[Step]) -> int:
        """The number of a way that goes on by some operations."""
        for step in steps:
            number = self._numbers.setdefault((number, step.ref), len(self._numbers) + 1)
        return number


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

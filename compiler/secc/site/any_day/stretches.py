"""From when until when something held, out of all that held from each of some days on."""

from collections.abc import Iterable, Iterator, Set
from typing import TypeVar

Day = TypeVar("Day")
Held = TypeVar("Held")


def stretches(told: Iterable[tuple[Day, Set[Held]]]) -> Iterator[tuple[Held, Day, Day | None]]:
    """Each stretch: what held, from when, and until when, not included, or None where it holds to the end.

    `told` is all that held from each day on, until the next. Those that ended come in the order of their ends; of those
    that ended together the order is not told.
    """
    since: dict[Held, Day] = {}
    for day, now in told:
        for gone in since.keys() - now:
            yield gone, since.pop(gone), day
        since |= dict.fromkeys(now - since.keys(), day)
    for held, start in since.items():
        yield held, start, None

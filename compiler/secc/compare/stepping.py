"""What is equal in two units that are paired, told one for one, before anything is taken apart."""

from collections.abc import Iterator, Sequence
from itertools import compress
from operator import eq, not_
from typing import TypeAlias

from secc.code.model import AnyBlock
from secc.compare.model import Held
from secc.compare.said import evidence_of, text_of
from secc.compare.unit import Unit

Different: TypeAlias = tuple[int, int, int, int]
"""From where to where two lists differ: start and end in the one, start and end in the other."""


def unequal(old: Unit, new: Unit) -> list[Different]:
    """Where what stands in two units differs, in order: what is between is equal, one for one, with the same labels.

    One stretch where it cannot be told so cheaply what corresponds.
    """
    before, after = old.inside, new.inside
    equal = list(map(eq, before, after))
    if len(before) == len(after):
        apart = list(compress(range(len(equal)), map(not_, equal)))
        if not apart:
            return []
        if _go_in_step(before, after, apart):
            return list(_runs(apart))
        return [(apart[0], apart[-1] + 1, apart[0], apart[-1] + 1)]
    start = equal.index(False) if False in equal else len(equal)
    end = 0
    while end < len(equal) - start and before[-1 - end] == after[-1 - end]:
        end += 1
    return _by_labels(before, after, (start, len(before) - end, start, len(after) - end))


def says_the_same(before: Held, after: Held) -> bool:
    """Whether two blocks are equal, what stands in them apart."""
    if type(before) is not type(after):
        return False
    fields = before.__struct_fields__
    return all(getattr(before, each) == getattr(after, each) for each in fields if each != "blocks")


def _go_in_step(before: Sequence[AnyBlock], after: Sequence[AnyBlock], apart: Sequence[int]) -> bool:
    """Whether two lists have the same labels, and nothing that differs says what stands elsewhere in the other."""
    first: dict[str, int] = {}
    for place in range(apart[0], apart[-1] + 1):
        if evidence_of(before[place]) != evidence_of(after[place]):
            return False
    for place in apart:
        if type(before[place]) is not type(after[place]) or first.setdefault(text_of(before[place]), place) != place:
            return False
    return all(first.get(text_of(after[place]), place) == place for place in apart)


def _runs(places: Sequence[int]) -> Iterator[Different]:
    """Places that follow each other, together."""
    start = last = places[0]
    for place in places[1:]:
        if place != last + 1:
            yield start, last + 1, start, last + 1
            start = place
        last = place
    yield start, last + 1, start, last + 1


def _by_labels(before: Sequence[AnyBlock], after: Sequence[AnyBlock], whole: Different) -> list[Different]:
    """A stretch, without what is equal in it and has the same label; as it is where something may have moved in it."""
    start, end, new_start, new_end = whole
    places = {evidence_of(after[place]): place for place in range(new_start, new_end)}
    found: list[Different] = []
    i, j = start, new_start
    for place in range(start, end):
        label = evidence_of(before[place])
        other = places.get(label, -1) if label else -1
        if other < 0 or before[place] != after[other]:
            continue
        if other < j:
            return [whole]
        if i < place or j < other:
            found.append((i, place, j, other))
        i, j = place + 1, other + 1
    if i < end or j < new_end:
        found.append((i, end, j, new_end))
    return found if len(found) < 2 or _stay(before, after, found) else [whole]


def _stay(before: Sequence[AnyBlock], after: Sequence[AnyBlock], found: Sequence[Different]) -> bool:
    """Whether nothing that is said in one stretch is said in another one of the other text."""
    said = {text_of(before[place]): number for number, each in enumerate(found) for place in range(*each[:2])}
    return all(
        said.get(text_of(after[place]), number) == number
        for number, each in enumerate(found)
        for place in range(*each[2:])
    )

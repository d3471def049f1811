"""What is equal in two units that are paired, told one for one, before anything is taken apart."""

from collections.abc import Iterator, Sequence
from itertools import compress, pairwise
from operator import eq, not_

from secc.code.model import AnyBlock, Division, Paragraph, SubSection
from secc.compare.likeness import begin_or_end_alike
from secc.compare.model import Different, Held
from secc.compare.said import evidence_of, text_of

_CONTAINERS = (SubSection, Division)
_LONG = 25


def unequal(before: Sequence[AnyBlock], after: Sequence[AnyBlock]) -> list[Different]:
    """Where two lists of blocks differ, in order: what is between is equal, one for one, with the same labels.

    One stretch where it cannot be told so cheaply what corresponds.
    """
    if len(before) == len(after) and isinstance(before[0], _CONTAINERS) and all(map(_goes_on, before, after)):
        return [(place, place + 1, place, place + 1) for place in range(len(before))]
    equal = list(map(eq, before, after))
    if len(before) == len(after):
        apart = list(compress(range(len(equal)), map(not_, equal)))
        if len(apart) < 2:
            return [(place, place + 1, place, place + 1) for place in apart]
        if _go_in_step(before, after, apart):
            return [part for each in _runs(apart) for part in _one_by_one(before, after, each)]
        return [(apart[0], apart[-1] + 1, apart[0], apart[-1] + 1)]
    start = equal.index(False) if False in equal else len(equal)
    end = 0
    while end < len(equal) - start and before[-1 - end] == after[-1 - end]:
        end += 1
    return _by_labels(before, after, (start, len(before) - end, start, len(after) - end))


def _goes_on(before: AnyBlock, after: AnyBlock) -> bool:
    """Whether two blocks only hold others, are called the same and say the same at their start, middle or end.

    What stands in them is then compared, and they need not be compared whole before.
    """
    if not isinstance(before, _CONTAINERS) or not isinstance(after, _CONTAINERS):
        return False
    if type(before) is not type(after) or evidence_of(before) != evidence_of(after):
        return False
    return any(map(_say_alike, _ends_and_middle(before.blocks), _ends_and_middle(after.blocks)))


def _ends_and_middle(blocks: Sequence[AnyBlock]) -> Sequence[AnyBlock]:
    return (blocks[0], blocks[len(blocks) // 2], blocks[-1]) if blocks else ()


def _say_alike(before: AnyBlock, after: AnyBlock) -> bool:
    text = text_of(before)
    return len(text) > _LONG and text == text_of(after)


def says_the_same(before: Held, after: Held) -> bool:
    """Whether two blocks are equal, what stands in them apart."""
    if type(before) is not type(after) or text_of(before) != text_of(after):
        return False
    fields = before.__struct_fields__
    return all(getattr(before, each) == getattr(after, each) for each in fields if each != "blocks")


def _go_in_step(before: Sequence[AnyBlock], after: Sequence[AnyBlock], apart: Sequence[int]) -> bool:
    """Whether two lists have the same labels, and nothing that differs says what stands elsewhere in the other."""
    old, new = [before[place] for place in apart], [after[place] for place in apart]
    if list(map(type, old)) != list(map(type, new)) or list(map(evidence_of, old)) != list(map(evidence_of, new)):
        return False
    first = dict(zip(map(text_of, old), apart, strict=True))
    if len(first) < len(apart):
        return False
    return all(first.get(text, place) == place for text, place in zip(map(text_of, new), apart, strict=True))


def _runs(places: Sequence[int]) -> Iterator[Different]:
    """Places that follow each other, together."""
    start = last = places[0]
    for place in places[1:]:
        if place != last + 1:
            yield start, last + 1, start, last + 1
            start = place
        last = place
    yield start, last + 1, start, last + 1


def _one_by_one(before: Sequence[AnyBlock], after: Sequence[AnyBlock], run: Different) -> list[Different]:
    """A run with each of its places alone, where all are beyond doubt what they were; in a list, with these alone."""
    start, end, _, _ = run
    if end == start + 1:
        return [run]
    sure = [
        start + place
        for place, alike in enumerate(map(begin_or_end_alike, before[start:end], after[start:end]))
        if alike
    ]
    if len(sure) < end - start and not isinstance(before[start], Paragraph):
        return [run]
    ends = [start - 1, *sure, end]
    between = ((place + 1, end, place + 1, end) for place, end in pairwise(ends) if place + 1 < end)
    return sorted([*((place, place + 1, place, place + 1) for place in sure), *between])


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

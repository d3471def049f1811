"""Pairs what stands in two units that are paired, in an order that both texts share."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from secc.code.model import SubHeading
from secc.compare.chain import heaviest_chain
from secc.compare.scoring import Scoring
from secc.compare.unit import Contents, Unit

_SURE = 0.6
"""Containers of the same label are paired at once if they share so much."""


class Aligning:
    """Aligns lists of units. Content counts first; the number is evidence where the words are alike too."""

    def __init__(self, contents: Contents, scoring: Scoring) -> None:
        self._contents = contents
        self._scoring = scoring

    def align(self, before: Sequence[Unit], after: Sequence[Unit]) -> list[tuple[Unit, Unit]]:
        """The pairs of two lists, in order."""
        start = _equal_start(before, after)
        end = _equal_end(before, after, start)
        pairs = list(zip(before[:start], after[:start], strict=True))
        pairs += self._middle(before[start : len(before) - end], after[start : len(after) - end])
        pairs += zip(before[len(before) - end :], after[len(after) - end :], strict=True)
        return pairs

    def _middle(self, before: Sequence[Unit], after: Sequence[Unit]) -> list[tuple[Unit, Unit]]:
        """Sub-headings are weak evidence, so they are paired last, between the others."""
        pairs = self._without_headings(
            [each for each in before if not isinstance(each.block, SubHeading)],
            [each for each in after if not isinstance(each.block, SubHeading)],
        )
        if len(pairs) == min(len(before), len(after)):
            return pairs
        return list(self._with_headings(before, after, pairs))

    def _without_headings(self, before: Sequence[Unit], after: Sequence[Unit]) -> list[tuple[Unit, Unit]]:
        if not before or not after:
            return []
        anchors = self._anchors(before, after)
        pairs: list[tuple[Unit, Unit]] = []
        for (i, j), (next_i, next_j) in pairwise([(-1, -1), *anchors, (len(before), len(after))]):
            if i >= 0:
                pairs.append((before[i], after[j]))
            pairs += self._gap(before[i + 1 : next_i], after[j + 1 : next_j])
        return pairs

    def _with_headings(
        self, before: Sequence[Unit], after: Sequence[Unit], pairs: Sequence[tuple[Unit, Unit]]
    ) -> Iterator[tuple[Unit, Unit]]:
        first, first_after = (each[0].place if each else 0 for each in (before, after))
        i = j = 0
        for old, new in pairs:
            next_i, next_j = old.place - first, new.place - first_after
            yield from self._gap(_headings(before[i:next_i]), _headings(after[j:next_j]))
            yield old, new
            i, j = next_i + 1, next_j + 1
        yield from self._gap(_headings(before[i:]), _headings(after[j:]))

    def _gap(self, before: Sequence[Unit], after: Sequence[Unit]) -> list[tuple[Unit, Unit]]:
        if not before or not after:
            return []
        chain = heaviest_chain(self._scoring.candidates(before, after))
        return [(before[i], after[j]) for i, j, _ in chain]

    def _anchors(self, before: Sequence[Unit], after: Sequence[Unit]) -> list[tuple[int, int]]:
        """The pairs that are beyond doubt, less those that cross heavier ones: these moved."""
        found = self._same_labels(before, after)
        found += self._equal_contents(before, after, {i for i, _ in found}, {j for _, j in found})
        found.sort()
        if all(j < next_j for (_, j), (_, next_j) in pairwise(found)):
            return found
        weighed = [(i, j, _weight(before[i], after[j])) for i, j in found]
        return [(i, j) for i, j, _ in heaviest_chain(weighed)]

    def _same_labels(self, before: Sequence[Unit], after: Sequence[Unit]) -> list[tuple[int, int]]:
        new = {each.label: place for place, each in enumerate(after) if each.label}
        old = {each.label: place for place, each in enumerate(before) if each.label in new}
        places = ((i, new[label]) for label, i in old.items())
        return [(i, j) for i, j in places if self._is_the_same(before[i], after[j])]

    def _is_the_same(self, before: Unit, after: Unit) -> bool:
        """Whether two units of the same label are equal, or containers that share most."""
        if before.block == after.block:
            return True
        alike = type(before.block) is type(after.block) and before.is_container
        return alike and self._scoring.containers(before, after) >= _SURE

    def _equal_contents(
        self, before: Sequence[Unit], after: Sequence[Unit], paired: set[int], paired_after: set[int]
    ) -> list[tuple[int, int]]:
        """Units left over of equal content that is there equally often on both sides, in order."""
        old = self._places(before, paired)
        new = self._places(after, paired_after)
        equal = (zip(places, new[content], strict=True) for content, places in old.items() if _as_many(places, new.get(content)))
        return [pair for pairs in equal for pair in pairs]

    def _places(self, units: Sequence[Unit], paired: set[int]) -> dict[int, list[int]]:
        places: dict[int, list[int]] = {}
        for place, unit in enumerate(units):
            if place not in paired:
                places.setdefault(self._contents.of(unit.block), []).append(place)
        return places


def _headings(units: Sequence[Unit]) -> list[Unit]:
    return [each for each in units if isinstance(each.block, SubHeading)]


def _as_many(places: Sequence[int], others: Sequence[int] | None) -> bool:
    return others is not None and len(places) == len(others)


def _weight(before: Unit, after: Unit) -> float:
    return (before.size + 20.0) * (2 if before.label == after.label else 1)


def _equal_start(before: Sequence[Unit], after: Sequence[Unit]) -> int:
    count = 0
    for mine, other in zip(before, after, strict=False):
        if mine.block != other.block:
            break
        count += 1
    return count


def _equal_end(before: Sequence[Unit], after: Sequence[Unit], start: int) -> int:
    count = 0
    room = min(len(before), len(after)) - start
    while count < room and before[-1 - count].block == after[-1 - count].block:
        count += 1
    return count

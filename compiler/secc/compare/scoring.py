"""What pairing two units of the same list is worth: content first, the number as evidence."""

from collections import Counter
from collections.abc import Sequence
from itertools import chain, product
from operator import eq

from secc.code.model import Figure, Formula, Table
from secc.compare.bags import Words
from secc.compare.chain import heaviest_chain, knots
from secc.compare.likeness import Likeness, begin_or_end_alike
from secc.compare.unit import CONTAINERS, Unit

_ALIKE = 0.5
"""So alike, two units may be the same whatever their numbers."""
_SOMEWHAT = 0.18
"""So alike, two units of the same number may be the same."""
_EVIDENCE = 0.25
"""What the same number adds to likeness; and what the same words of its own do, where more stands in it."""
_SAME_WORDS = 1.2
_LAST_RESORT = 0.05
_ONLY_ONES = 0.1
_LONG = 25
_CELLS = 40_000
_TELLING = 80
_UNLIKE_OTHERS = (Table, Formula, Figure)
_NOT_BY_WORDS = (*_UNLIKE_OTHERS, *CONTAINERS)


class Scoring:
    """Scores pairs; keeps the words that it has looked at."""

    def __init__(self, likeness: Likeness) -> None:
        self._likeness = likeness

    def pairs(self, before: Sequence[Unit], after: Sequence[Unit]) -> list[tuple[int, int]]:
        """Of the pairs of two lists, those that keep the order and together are worth most.

        Where both lists are long, only pairs of the same number and pairs that share some rare words are looked at.
        """
        if len(before) == len(after) == 1:
            return [(0, 0)] if self._are_only_ones(before[0], after[0]) else []
        if len(before) * len(after) > _CELLS:
            places = self._likely(before, after)
        else:
            places = list(product(range(len(before)), range(len(after))))
        found: list[tuple[int, int]] = []
        for knot in knots([(i, j) for i, j in places if self._may_be_paired(before[i], after[j])]):
            if len(knot) == 1 and self._is_sure(before[knot[0][0]], after[knot[0][1]]):
                found += knot
            else:
                scored = [(i, j, self.score(before[i], after[j])) for i, j in knot]
                found += [(i, j) for i, j, _ in heaviest_chain([each for each in scored if each[2] > 0])]
        return found

    def score(self, before: Unit, after: Unit) -> float:
        """What pairing two units is worth that may be paired; 0 for what may not after all."""
        if before.is_container:
            return self.containers(before, after)
        if isinstance(before.block, _UNLIKE_OTHERS):
            return self._likeness.of(before, after) + 0.3
        return self._words(before, after)

    def _may_be_paired(self, before: Unit, after: Unit) -> bool:
        """Whether two units are of one kind and may be the same, told more cheaply than by how alike they are."""
        if type(before.block) is not type(after.block):
            return False
        if (before.label and before.label == after.label) or isinstance(before.block, _NOT_BY_WORDS):
            return True
        return self._likeness.may_be(before, after, _ALIKE)

    def _is_sure(self, before: Unit, after: Unit) -> bool:
        """Whether two units that may be paired are the same if nothing else is."""
        if isinstance(before.block, _UNLIKE_OTHERS):
            return True
        return bool(before.label) and before.label == after.label and not before.is_container

    def share_most(self, before: Unit, after: Unit) -> bool:
        """Whether two containers share most of what they say, told cheaply."""
        if self._likeness.shares_most(before, after):
            return True
        equal = list(map(eq, before.inside, after.inside))
        return 2 * equal.count(True) > max(len(before.inside), len(after.inside))

    def containers(self, before: Unit, after: Unit) -> float:
        """The same for containers: what they share, their headings being weak evidence."""
        overlap = self._likeness.overlap(before, after)
        same_label = 0.2 if before.label == after.label and before.label else 0.0
        if overlap >= 0.3:
            return overlap + same_label
        if overlap > 0.05 and before.text == after.text:
            return overlap + 0.2 + same_label
        return overlap + 0.1 if same_label else 0.0

    def _words(self, before: Unit, after: Unit) -> float:
        same_label = bool(before.label) and before.label == after.label
        same_words = before.text == after.text and len(before.text) > _LONG
        if same_label and same_words:
            return _SAME_WORDS
        alike = self._likeness.of(before, after)
        if same_label:
            return alike + _EVIDENCE if alike >= _SOMEWHAT else _LAST_RESORT
        if alike < _ALIKE or not self._is_not_part(before, after):
            return 0.0
        return alike + _EVIDENCE if same_words else alike

    def _is_not_part(self, before: Unit, after: Unit) -> bool:
        """Whether two units are not merely alike because the one says what stands in the other."""
        if bool(before.inside) is bool(after.inside):
            return True
        return self._likeness.of_own_words(before, after) >= _SOMEWHAT

    def _are_only_ones(self, before: Unit, after: Unit) -> bool:
        """Whether two are the same that stand alone between two pairs: without labels, a little likeness is enough."""
        if type(before.block) is not type(after.block):
            return False
        if _is_beyond_doubt(before, after):
            return True
        if self._may_be_paired(before, after) and self.score(before, after) > 0:
            return True
        return not (before.label or after.label) and self._likeness.of(before, after) >= _ONLY_ONES

    def _likely(self, before: Sequence[Unit], after: Sequence[Unit]) -> list[tuple[int, int]]:
        """The pairs of the same number, and for each unit the few that share most of its rarer words."""
        found = {(i, j) for i, each in enumerate(before) for j in _of_label(after, each.label)}
        found.update((i, j) for j, i in self.nearest(after, before))
        return sorted(found)

    def nearest(self, units: Sequence[Unit], others: Sequence[Unit], count: int = 4) -> list[tuple[int, int]]:
        """For each unit the `count` others of its size that share most of its rarer words."""
        bags, other_bags = (list(map(self._telling_words, side)) for side in (units, others))
        said = frozenset().union(*bags)
        often = Counter(chain.from_iterable(other_bags))
        holders: dict[int, list[int]] = {word: [] for word, times in often.items() if times <= _COMMON and word in said}
        rare = frozenset(holders)
        for place, bag in enumerate(other_bags):
            for word in bag & rare:
                holders[word].append(place)
        found = []
        for place, bag in enumerate(bags):
            shared = Counter(chain.from_iterable(map(holders.__getitem__, bag & rare)))
            if shared:
                least = max(shared.values()) / 2
                best = sorted([(-times, other) for other, times in shared.items() if times >= least])
                found += [(place, other) for _, other in best[:count]]
        return found

    def _telling_words(self, unit: Unit) -> Words:
        """Its own words; with those of what stands in it, where its own are few."""
        if unit.inside and len(unit.text) > _TELLING:
            return self._likeness.own_words(unit)
        return self._likeness.words(unit)


_COMMON = 16
"""Words that stand in more units than this say little about which two are the same."""


def _is_beyond_doubt(before: Unit, after: Unit) -> bool:
    """Whether two of a kind that stand alone between two pairs are the same, whatever they say."""
    if (before.label and before.label == after.label) or isinstance(before.block, _UNLIKE_OTHERS):
        return True
    return not before.is_container and begin_or_end_alike(before.block, after.block)


def _of_label(units: Sequence[Unit], label: str) -> list[int]:
    return [place for place, each in enumerate(units) if label and each.label == label]

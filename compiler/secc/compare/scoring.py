"""What pairing two units of the same list is worth: content first, the number as evidence."""

from collections import Counter
from collections.abc import Sequence
from itertools import chain
from operator import eq

from secc.code.model import Figure, Formula, Table
from secc.compare.chain import Candidate
from secc.compare.likeness import Likeness, bag_of, begin_or_end_alike, dice
from secc.compare.unit import Unit

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


class Scoring:
    """Scores pairs; keeps the words that it has looked at."""

    def __init__(self, likeness: Likeness) -> None:
        self._likeness = likeness

    def candidates(self, before: Sequence[Unit], after: Sequence[Unit]) -> list[Candidate]:
        """All pairs of two lists that may be the same, with what they are worth.

        Where both lists are long, only pairs of the same number and pairs that share some rare words are looked at.
        """
        if len(before) == len(after) == 1:
            if type(before[0].block) is type(after[0].block) and _is_beyond_doubt(before[0], after[0]):
                return [(0, 0, _LAST_RESORT)]
            score = self._only_ones(before[0], after[0])
            return [(0, 0, score)] if score > 0 else []
        if len(before) * len(after) > _CELLS:
            places = self._likely(before, after)
        else:
            places = [(i, j) for i in range(len(before)) for j in range(len(after))]
        scored = ((i, j, self.score(before[i], after[j])) for i, j in places)
        return [each for each in scored if each[2] > 0]

    def score(self, before: Unit, after: Unit) -> float:
        """What pairing two units is worth; 0 for what may not be paired."""
        if type(before.block) is not type(after.block):
            return 0.0
        if before.is_container:
            return self.containers(before, after)
        if isinstance(before.block, _UNLIKE_OTHERS):
            return self._likeness.of(before, after) + 0.3
        return self._words(before, after)

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
        if not same_label and not self._likeness.may_be(before, after, _ALIKE):
            return 0.0
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
        return dice(bag_of([before.text]), bag_of([after.text])) >= _SOMEWHAT

    def _only_ones(self, before: Unit, after: Unit) -> float:
        """What two are worth that stand alone between two pairs: without labels, a little likeness is enough."""
        score = self.score(before, after)
        if score or before.label or after.label or type(before.block) is not type(after.block):
            return score
        alike = self._likeness.of(before, after)
        return alike if alike >= _ONLY_ONES else 0.0

    def _likely(self, before: Sequence[Unit], after: Sequence[Unit]) -> list[tuple[int, int]]:
        """The pairs of the same number, and for each unit the few that share most of its rarer words."""
        found = {(i, j) for i, each in enumerate(before) for j in _of_label(after, each.label)}
        found.update((i, j) for j, i in self.nearest(after, before))
        return sorted(found)

    def nearest(self, units: Sequence[Unit], others: Sequence[Unit], count: int = 4) -> list[tuple[int, int]]:
        """For each unit the `count` others of its size that share most of its rarer words."""
        bags, other_bags = (list(map(self._telling_words, side)) for side in (units, others))
        often = Counter(chain.from_iterable(other_bags))
        rare: dict[str, list[int]] = {
            each: [] for each in frozenset().union(*bags) if 0 < often.get(each, 0) <= _COMMON
        }
        for place, bag in enumerate(other_bags):
            for each in rare.keys() & bag:
                rare[each].append(place)
        found = []
        for place, bag in enumerate(bags):
            shared = Counter(chain.from_iterable([rare[word] for word in bag & rare.keys()]))
            most = max(shared.values(), default=0)
            best = sorted((-often, other) for other, often in shared.items() if 2 * often >= most)
            found += [(place, other) for _, other in best[:count]]
        return found

    def _telling_words(self, unit: Unit) -> frozenset[str]:
        """Its own words; with those of what stands in it, where its own are few."""
        if unit.inside and len(unit.text) > _TELLING:
            return frozenset(unit.text.split())
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

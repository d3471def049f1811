"""Pairs what stands in two units that are paired, in an order that both texts share."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import lt

from secc.code.model import SubHeading
from secc.compare.chain import Candidate, heaviest_chain
from secc.compare.likeness import Likeness
from secc.compare.scoring import Scoring
from secc.compare.unit import Contents, Unit

_KEPT = 0.5
"""Units of the same label at the same place are paired at once if they kept so much."""
_SURE = 0.6
"""Containers of the same label are paired at once if they share so much."""


class Aligning:
    """Aligns lists of units. Content counts first; the number is evidence where the words are alike too."""

    def __init__(self, contents: Contents, likeness: Likeness, scoring: Scoring) -> None:
        self._contents = contents
        self._likeness = likeness
        self._scoring = scoring

    def align(self, before: Sequence[Unit], after: Sequence[Unit]) -> list[tuple[Unit, Unit]]:
        """The pairs of two lists, in order. Sub-headings, weak evidence, are paired last, between the others."""
        if not before or not after:
            return []
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
        if len(before) == len(after) > 1 and all(map(self._are_in_step, before, after)):
            return list(zip(before, after, strict=True))
        return [(before[i], after[j]) for i, j in self._scoring.pairs(before, after)]

    def _are_in_step(self, before: Unit, after: Unit) -> bool:
        """Whether two units kept their label, and half of what they say where it stood."""
        if not before.label or before.label != after.label or type(before.block) is not type(after.block):
            return False
        return not before.is_container and self._likeness.kept(before, after) >= _KEPT

    def _anchors(self, before: Sequence[Unit], after: Sequence[Unit]) -> list[tuple[int, int]]:
        """The pairs that are beyond doubt, less those that cross heavier ones: these moved."""
        same_label = _same_label(before, after)
        found = [(i, j) for i, j in same_label if self._is_the_same(before[i], after[j])]
        paired, paired_after = {i for i, _ in found}, {j for _, j in found}
        equal = self._equal_contents(before, after, paired, paired_after)
        paired.update(i for i, _ in equal)
        paired_after.update(j for _, j in equal)
        found += equal
        doubtful = [
            (i, j)
            for i, j in same_label
            if i not in paired and j not in paired_after and type(before[i].block) is type(after[j].block)
        ]
        if _ascends([*found, *doubtful]):
            return sorted(found)
        sure = set(found)
        weighed = [(i, j, _weight(before[i], after[j])) for i, j in found]
        chain = heaviest_chain([*weighed, *self._edited(before, after, doubtful)])
        return [(i, j) for i, j, _ in chain if (i, j) in sure]

    def _edited(
        self, before: Sequence[Unit], after: Sequence[Unit], doubtful: Sequence[tuple[int, int]]
    ) -> Iterator[Candidate]:
        """Of the doubtful, those that kept most of their words: they weigh too where something must have moved."""
        for i, j in doubtful:
            alike = self._scoring.score(before[i], after[j])
            if alike > _SURE:
                yield i, j, min(1.0, alike) * _weight(before[i], after[j])

    def _is_the_same(self, before: Unit, after: Unit) -> bool:
        """Whether two units of the same label are equal, or containers that share most."""
        if before.block == after.block:
            return True
        if type(before.block) is not type(after.block) or not before.is_container:
            return False
        return self._scoring.share_most(before, after) or self._scoring.containers(before, after) >= _SURE

    def _equal_contents(
        self, before: Sequence[Unit], after: Sequence[Unit], paired: set[int], paired_after: set[int]
    ) -> list[tuple[int, int]]:
        """Units left over of equal content that is there equally often on both sides, in order."""
        old, new = _by_text(before, paired), _by_text(after, paired_after)
        found: list[tuple[int, int]] = []
        for text, places in old.items():
            others = new.get(text)
            if others is None:
                continue
            if len(places) == len(others) == 1:
                if self._contents.are_equal(before[places[0]].block, after[others[0]].block):
                    found.append((places[0], others[0]))
            else:
                found += self._as_often(before, after, places, others)
        return found

    def _as_often(
        self, before: Sequence[Unit], after: Sequence[Unit], places: Sequence[int], others: Sequence[int]
    ) -> Iterator[tuple[int, int]]:
        """Of units that say the same themselves, those whose whole content is there as often in both lists."""
        old, new = self._by_content(before, places), self._by_content(after, others)
        for content, same in old.items():
            if len(same) == len(new.get(content, ())):
                yield from zip(same, new[content], strict=True)

    def _by_content(self, units: Sequence[Unit], places: Sequence[int]) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for place in places:
            found.setdefault(self._contents.of(units[place].block), []).append(place)
        return found


def _ascends(pairs: Sequence[tuple[int, int]]) -> bool:
    """Whether pairs keep both orders."""
    ordered = [j for _, j in sorted(pairs)]
    return all(map(lt, ordered, ordered[1:]))


def _same_label(before: Sequence[Unit], after: Sequence[Unit]) -> list[tuple[int, int]]:
    new = {each.label: place for place, each in enumerate(after) if each.label}
    old = {each.label: place for place, each in enumerate(before) if each.label in new}
    return [(i, new[label]) for label, i in old.items()]


def _headings(units: Sequence[Unit]) -> list[Unit]:
    return [each for each in units if isinstance(each.block, SubHeading)]


def _by_text(units: Sequence[Unit], paired: set[int]) -> dict[str, list[int]]:
    """The places of the units that are not paired, by what they say themselves."""
    found: dict[str, list[int]] = {}
    for place, unit in enumerate(units):
        if place not in paired:
            found.setdefault(unit.text, []).append(place)
    return found


def _weight(before: Unit, after: Unit) -> float:
    return (before.size + 20.0) * (2 if before.label == after.label else 1)

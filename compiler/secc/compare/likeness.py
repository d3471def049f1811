"""How alike two units are, from 0 to 1, by their words."""

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from secc.compare.said import text_of, texts_in
from secc.compare.unit import Unit

Bag = frozenset[object]
"""Words and pairs of words, each once."""

_LARGE = 1000
_MOST = 0.6


class Likeness:
    """Compares units; keeps what it has worked out. `of` is Dice on words and pairs of words of all in them."""

    def __init__(self) -> None:
        self._bags: dict[Unit, Bag] = {}
        self._texts: dict[Unit, Counter[str]] = {}

    def of(self, before: Unit, after: Unit) -> float:
        """How alike two units are with all that stands in them. Large ones are compared text by text first."""
        if before.size > _LARGE or after.size > _LARGE:
            return self._of_large(before, after)
        return dice(self.bag(before), self.bag(after))

    def may_be(self, before: Unit, after: Unit, least: float) -> bool:
        """Whether their sizes allow so much likeness; without looking at their words."""
        smaller, larger = sorted((before.size, after.size))
        return 2 * smaller >= 0.8 * least * (smaller + larger)

    def bag(self, unit: Unit) -> Bag:
        """The words and pairs of a unit and all that stands in it."""
        found = self._bags.get(unit)
        if found is None:
            found = self._bags[unit] = bag_of(texts_in(unit.block))
        return found

    def pairs(self, unit: Unit) -> set[object]:
        """The pairs of words of a unit and all that stands in it."""
        return {each for each in self.bag(unit) if type(each) is tuple}

    def overlap(self, before: Unit, after: Unit) -> float:
        """The share of equal texts in two containers, by length. Cheap: no text is cut into words."""
        shared, total = self._shared(before, after)
        return shared / total if total else 0.0

    def shares_most(self, before: Unit, after: Unit) -> bool:
        """Whether two containers share three fifths of the texts that stand directly in them."""
        first, second = ({text_of(each) for each in unit.inside} for unit in (before, after))
        shared = sum(map(len, first & second))
        return shared > 0 and 2 * shared >= _MOST * (sum(map(len, first)) + sum(map(len, second)))

    def _of_large(self, before: Unit, after: Unit) -> float:
        """Equal texts first, Dice on the rest."""
        first, second = self.texts(before), self.texts(after)
        shared, total = self._shared(before, after)
        if not total:
            return 0.0
        rest = dice(bag_of((first - second).elements()), bag_of((second - first).elements()))
        return (shared + rest * (total - shared)) / total

    def _shared(self, before: Unit, after: Unit) -> tuple[int, int]:
        first, second = self.texts(before), self.texts(after)
        if len(second) < len(first):
            first, second = second, first
        shared = sum(len(text) * min(count, second[text]) for text, count in first.items() if text in second)
        return 2 * shared, before.size + after.size

    def texts(self, unit: Unit) -> Counter[str]:
        """The texts of a unit and all that stands in it."""
        found = self._texts.get(unit)
        if found is None:
            found = self._texts[unit] = Counter(texts_in(unit.block))
        return found


def bag_of(texts: Iterable[str]) -> Bag:
    """The words and pairs of some texts, signs with the word before; pairs do not reach from one text into the next."""
    found: set[object] = set()
    for text in texts:
        words = text.split()
        found.update(words)
        found.update(pairwise(words))
    return frozenset(found)


def dice(first: Bag, second: Bag) -> float:
    """Twice what is shared, of both together."""
    total = len(first) + len(second)
    return 2 * len(first & second) / total if total else 0.0


def contained(part: Bag, whole: Bag) -> float:
    """The share of `part` that is in `whole`."""
    return len(part & whole) / len(part) if part else 0.0

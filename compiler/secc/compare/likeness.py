"""How alike two units are, from 0 to 1, by their words."""

from collections import Counter
from collections.abc import Iterable
from itertools import compress, pairwise
from operator import eq

from secc.compare.said import text_of, texts_in
from secc.compare.unit import Unit

Bag = frozenset[str]
"""Words and pairs of words, each once. A pair is written with a space: texts cost the collector of garbage nothing."""

_LARGE = 1000
_MOST = 0.6


class Likeness:
    """Compares units; keeps what it has worked out. `of` is Dice on words and pairs of words of all in them."""

    def __init__(self) -> None:
        self._bags: dict[Unit, Bag] = {}
        self._texts: dict[Unit, Counter[str]] = {}
        self._said: dict[str, Bag] = {}

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
            found = self._bags[unit] = self._bag_of(texts_in(unit.block))
        return found

    def _bag_of(self, texts: Iterable[str]) -> Bag:
        """The words and pairs of some texts, each text cut into words once."""
        bags = []
        for text in texts:
            bag = self._said.get(text)
            if bag is None:
                bag = self._said[text] = bag_of((text,))
            bags.append(bag)
        return bags[0] if len(bags) == 1 else frozenset().union(*bags)

    def overlap(self, before: Unit, after: Unit) -> float:
        """The share of equal texts in two containers, by length. Cheap: no text is cut into words."""
        shared, total = self._shared(before, after)
        return shared / total if total else 0.0

    def shares_most(self, before: Unit, after: Unit) -> bool:
        """Whether two containers share three fifths of the texts that stand directly in them."""
        if _say_most_in_step(before, after):
            return True
        first, second = ({text_of(each) for each in unit.inside} for unit in (before, after))
        shared = sum(map(len, first & second))
        return shared > 0 and 2 * shared >= _MOST * (sum(map(len, first)) + sum(map(len, second)))

    def _of_large(self, before: Unit, after: Unit) -> float:
        """Equal texts first, Dice on the rest."""
        first, second = self.texts(before), self.texts(after)
        if first.keys().isdisjoint(second):
            return dice(self.bag(before), self.bag(after))
        shared, total = self._shared(before, after)
        if not total:
            return 0.0
        rest = dice(self._bag_of((first - second).keys()), self._bag_of((second - first).keys()))
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


def _say_most_in_step(before: Unit, after: Unit) -> bool:
    """Whether so much is said at the same places; without looking anything up."""
    first, second = (list(map(text_of, unit.inside)) for unit in (before, after))
    shared = sum(map(len, compress(first, map(eq, first, second))))
    return shared > 0 and 2 * shared >= _MOST * (sum(map(len, first)) + sum(map(len, second)))


def bag_of(texts: Iterable[str]) -> Bag:
    """The words and pairs of some texts, signs with the word before; pairs do not reach from one text into the next."""
    found: set[str] = set()
    for text in texts:
        words = text.split()
        found.update(words)
        found.update(map(" ".join, pairwise(words)))
    return frozenset(found)


def dice(first: Bag, second: Bag) -> float:
    """Twice what is shared, of both together."""
    total = len(first) + len(second)
    return 2 * len(first & second) / total if total else 0.0


def contained(part: Bag, whole: Bag) -> float:
    """The share of `part` that is in `whole`."""
    return len(part & whole) / len(part) if part else 0.0

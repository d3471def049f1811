"""How alike two units are, from 0 to 1, by their words."""

from collections import Counter
from collections.abc import Sequence
from itertools import compress
from operator import eq

from secc.compare.bags import Bag, Vocabulary, Words, contained, dice, pairs_of
from secc.compare.model import Held
from secc.compare.said import text_of
from secc.compare.unit import Unit
from secc.compare.window import ends_alike

_LARGE = 1000
_END = 0.45
_LONG = 25
_MOST = 0.6
_BY_PAIRS = 0.1
"""By so much two units may be more alike by words and pairs of words than by words alone: hardly ever by any."""


class Likeness:
    """Compares units; keeps what it has worked out. `of` is Dice on words and pairs of words of all in them."""

    def __init__(self) -> None:
        self._vocabulary = Vocabulary()
        self._numbered: dict[str, list[int]] = {}
        self._words: dict[Unit, Words] = {}
        self._pairs: dict[Unit, Words] = {}
        self._texts: dict[Unit, Counter[str]] = {}
        self._alike: dict[tuple[Unit, Unit], float] = {}

    def of(self, before: Unit, after: Unit) -> float:
        """How alike two units are with all that stands in them. Large ones are compared text by text first."""
        alike = self._alike.get((before, after))
        if alike is None:
            is_large = before.size > _LARGE or after.size > _LARGE
            alike = self._of_large(before, after) if is_large else dice(self._bag(before), self._bag(after))
            self._alike[before, after] = alike
        return alike

    def of_own_words(self, before: Unit, after: Unit) -> float:
        """How alike they are themselves, without what stands in them."""
        return dice(self._bag_of([before.text]), self._bag_of([after.text]))

    def kept(self, before: Unit, after: Unit) -> float:
        """The share of two units that both have at the start or end of the same texts; told without cutting any."""
        kept = sum(map(_kept, before.texts, after.texts))
        total = before.size + after.size
        return 2 * kept / total if total else 0.0

    def part(self, before: Unit, after: Unit) -> float:
        """How much of the shorter one is in the other."""
        shorter, longer = sorted((before, after), key=lambda each: each.size)
        return contained(self._bag(shorter), self._bag(longer))

    def may_be(self, before: Unit, after: Unit, least: float) -> bool:
        """Whether they may be so much alike: told by their sizes, then by their words alone."""
        size, other_size = before.size, after.size
        if 2 * min(size, other_size) < 0.8 * least * (size + other_size):
            return False
        words, others = self.words(before), self.words(after)
        return 2 * len(words & others) >= (least - _BY_PAIRS) * (len(words) + len(others))

    def words(self, unit: Unit) -> Words:
        """The words of a unit and all that stands in it."""
        found = self._words.get(unit)
        if found is None:
            found = self._words[unit] = frozenset().union(*map(self._numbers, unit.texts))
        return found

    def own_words(self, unit: Unit) -> Words:
        """The words of a unit itself."""
        return frozenset(self._numbers(unit.text))

    def _numbers(self, text: str) -> list[int]:
        """The words of a text: those of a paragraph are wanted for it and for the clause that it stands in."""
        found = self._numbered.get(text)
        if found is None:
            found = self._numbered[text] = self._vocabulary.numbers(text)
        return found

    def _bag(self, unit: Unit) -> Bag:
        pairs = self._pairs.get(unit)
        if pairs is None:
            pairs = self._pairs[unit] = pairs_of(map(self._numbers, unit.texts))
        return Bag(self.words(unit), pairs)

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
            return dice(self._bag(before), self._bag(after))
        shared, total = self._shared(before, after)
        if not total:
            return 0.0
        rest = dice(self._bag_of(_more_often(first, second)), self._bag_of(_more_often(second, first)))
        return (shared + rest * (total - shared)) / total

    def _bag_of(self, texts: Sequence[str]) -> Bag:
        numbered = list(map(self._numbers, texts))
        return Bag(frozenset().union(*numbered), pairs_of(numbered))

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
            found = self._texts[unit] = Counter(unit.texts)
        return found


def _kept(before: str, after: str) -> int:
    """How many letters two texts begin or end with alike: all, or nearly half of the longer at either end, or none."""
    if before == after:
        return len(before)
    part = round(_END * max(len(before), len(after)))
    return part * ((before[:part] == after[:part]) + (before[-part:] == after[-part:])) if part else 0


def _more_often(texts: Counter[str], others: Counter[str]) -> list[str]:
    """The texts that are there more often than among the others."""
    return [text for text, count in texts.items() if count > others.get(text, 0)]


def _say_most_in_step(before: Unit, after: Unit) -> bool:
    """Whether so much is said at the same places; without looking anything up."""
    first, second = (list(map(text_of, unit.inside)) for unit in (before, after))
    shared = sum(map(len, compress(first, map(eq, first, second))))
    return shared > 0 and 2 * shared >= _MOST * (sum(map(len, first)) + sum(map(len, second)))


def begin_or_end_alike(before: Held, after: Held) -> bool:
    """Whether two blocks say the same, begin and end alike, or hold mostly the same in step; told quickly."""
    text, other = text_of(before), text_of(after)
    if text == other and len(text) > _LONG:
        return True
    ends = ends_alike(text, other)
    if 2 * ends.alike > max(len(ends.before), len(ends.after)):
        return True
    inside, other_inside = getattr(before, "blocks", ()), getattr(after, "blocks", ())
    return 2 * list(map(eq, inside, other_inside)).count(True) > max(len(inside), len(other_inside))

"""Texts as bags of words and of pairs of words that follow each other, and how alike two bags are."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import count
from operator import add
from typing import NamedTuple, TypeAlias

Words: TypeAlias = frozenset[int]
"""Words, signs with the word before, each once and by its number."""

_MANY = 1 << 24
"""More words than any comparison has: a pair is so many times the first, and the second."""


class Bag(NamedTuple):
    """The words of some texts, and the pairs of words; each once."""

    words: Words
    pairs: Words


class Vocabulary:
    """Numbers words as they come. Numbers take less room than words and are sooner compared."""

    def __init__(self) -> None:
        self._numbers: defaultdict[str, int] = defaultdict(count(1).__next__)

    def numbers(self, text: str) -> list[int]:
        """The words of a text in order."""
        return list(map(self._numbers.__getitem__, text.split()))

    def bag(self, *texts: str) -> Bag:
        """The words and pairs of some texts; pairs do not reach from one text into the next."""
        numbered = list(map(self.numbers, texts))
        return Bag(frozenset().union(*numbered), pairs_of(numbered))


def pairs_of(texts: Iterable[list[int]]) -> Words:
    """The pairs of words of some texts, of which the words are numbered."""
    return frozenset().union(*[map(add, map(_MANY.__mul__, each), each[1:]) for each in texts])


def dice(first: Bag, second: Bag) -> float:
    """Twice what is shared, of both together."""
    total = len(first.words) + len(first.pairs) + len(second.words) + len(second.pairs)
    return 2 * (len(first.words & second.words) + len(first.pairs & second.pairs)) / total if total else 0.0


def contained(part: Bag, whole: Bag) -> float:
    """The share of `part` that is in `whole`."""
    total = len(part.words) + len(part.pairs)
    return (len(part.words & whole.words) + len(part.pairs & whole.pairs)) / total if total else 0.0

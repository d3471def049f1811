"""Which texts a word stands in, how often, where in them, and with what the word after it begins."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from secc.site.search.coding import numbers
from secc.site.search.entries import Text
from secc.site.search.shards import Line, as_compared

OFTEN = 4
"""More often than this counts as this."""
SAME = "="
"""Where the word stands as in the text before, which is another text of the same unit."""
END, OTHER = ".", "~"
"""No word comes after; one that begins with no letter from a to z and no digit."""
_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")


@dataclass(slots=True)
class _Word:
    """What is known of a word so far: texts with their frequencies, and its places in them."""

    texts: list[int] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    nexts: list[str] = field(default_factory=list)
    last: int = -1
    unit: int = -1
    before: tuple[int, ...] = ()
    followed: str = ""

    def add(self, text: int, unit: int, places: tuple[int, ...], nexts: str) -> None:
        """Note that it stands in a text, at these places, each followed by a word that begins so."""
        self.texts.append((text - self.last - 1) * OFTEN + min(len(places), OFTEN) - 1)
        is_same = unit == self.unit and places == self.before
        self.places.append(SAME if is_same else _placed(places))
        self.nexts.append(SAME if is_same and nexts == self.followed else nexts)
        self.last, self.unit, self.before, self.followed = text, unit, places, nexts


@dataclass(frozen=True, slots=True)
class Postings:
    """Lines by word, in order: the texts it is in, its places in them, what follows; and each text's count of words."""

    words: list[Line]
    places: list[Line]
    nexts: list[Line]
    lengths: list[int]


def postings(texts: Sequence[Text]) -> Postings:
    """All that is known of the words of all texts."""
    found: dict[str, _Word] = {}
    lengths: list[int] = []
    for number, text in enumerate(texts):
        words = text.words
        lengths.append(len(words))
        for word, places in _places(words).items():
            if word not in found:
                found[word] = _Word()
            nexts = "".join(_begins(words, place + 1) for place in places)
            found[word].add(number, text.unit, tuple(places), nexts)
    ordered = sorted(found, key=as_compared)
    return Postings(
        words=[Line(word, numbers(found[word].texts)) for word in ordered],
        places=[Line(word, "".join(found[word].places)) for word in ordered],
        nexts=[Line(word, "".join(found[word].nexts)) for word in ordered],
        lengths=lengths,
    )


def _begins(words: Sequence[str], place: int) -> str:
    """With what the word at a place begins."""
    if place == len(words):
        return END
    return words[place][0] if words[place][0] in _PLAIN else OTHER


def _places(words: Sequence[str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for place, word in enumerate(words):
        found.setdefault(word, []).append(place)
    return found


def _placed(places: Sequence[int]) -> str:
    """How many there are, and how far each is from the one before."""
    return numbers([len(places), *_steps(places)])


def _steps(places: Sequence[int]) -> Iterator[int]:
    before = 0
    for place in places:
        yield place - before
        before = place

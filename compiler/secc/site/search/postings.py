"""Which texts a word stands in, how often, and where in them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from secc.site.search.coding import numbers
from secc.site.search.entries import Text
from secc.site.search.shards import Line, as_compared

OFTEN = 4
"""More often than this counts as this."""
SAME = "="
"""Where the word stands as in the text before, which is another text of the same unit."""


@dataclass(slots=True)
class _Word:
    """What is known of a word so far: texts with their frequencies, and its places in them."""

    texts: list[int] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    last: int = -1
    unit: int = -1
    before: tuple[int, ...] = ()

    def add(self, text: int, unit: int, places: tuple[int, ...]) -> None:
        """Note that it stands in a text, at these places."""
        self.texts.append((text - self.last - 1) * OFTEN + min(len(places), OFTEN) - 1)
        is_same = unit == self.unit and places == self.before
        self.places.append(SAME if is_same else _placed(places))
        self.last, self.unit, self.before = text, unit, places


def postings(texts: Sequence[Text]) -> tuple[list[Line], list[Line], list[int]]:
    """By word, in order: the texts it is in, and its places in them; and how many words each text has."""
    found: dict[str, _Word] = {}
    lengths: list[int] = []
    for number, text in enumerate(texts):
        words = text.words
        lengths.append(len(words))
        for word, places in _places(words).items():
            if word not in found:
                found[word] = _Word()
            found[word].add(number, text.unit, tuple(places))
    ordered = sorted(found, key=as_compared)
    return (
        [Line(word, numbers(found[word].texts)) for word in ordered],
        [Line(word, "".join(found[word].places)) for word in ordered],
        lengths,
    )


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

"""Which texts a word stands in, how often, where in them, and with what the word after it begins."""

from collections.abc import Iterable, Sequence

from msgspec import Struct, field

from secc.site.search.coding import number, numbers
from secc.site.search.shards import Line, as_compared
from secc.site.search.words import words as words_in

OFTEN = 4
"""More often than this counts as this."""
SAME = "="
"""Where the word stands as in the text before, which is another text of the same unit."""
END, OTHER = ".", "~"
"""No word comes after; one that begins with no letter from a to z and no digit."""
_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")
_ONE = number(1)


class OwnPostings(Struct, frozen=True, array_like=True):
    """What is known of the words of a document, by word in a fixed order; of each kind a line for each word.

    `firsts` are the numbers of the texts in which the words first stand, counted from the document's first, `often`
    how often they stand there, `texts` the texts after these as they are written down, `lasts` the last of them all.
    `lengths` are the counts of words of the document's texts.
    """

    lengths: tuple[int, ...]
    words: str
    firsts: tuple[int, ...]
    often: tuple[int, ...]
    texts: str
    lasts: tuple[int, ...]
    places: str
    nexts: str


class _Word(Struct):
    """What is known of a word so far: texts with their frequencies, and its places in them."""

    texts: list[int] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    nexts: list[str] = field(default_factory=list)
    last: int = -1
    unit: int = -1
    before: Sequence[int] = ()
    followed: str = ""

    def add(self, text: int, unit: int, places: Sequence[int], nexts: str) -> None:
        """Note that it stands in a text, at these places, each followed by a word that begins so."""
        self.texts.append((text - self.last - 1) * OFTEN + min(len(places), OFTEN) - 1)
        is_same = unit == self.unit and places == self.before
        self.places.append(SAME if is_same else _placed(places))
        self.nexts.append(SAME if is_same and nexts == self.followed else nexts)
        self.last, self.unit, self.before, self.followed = text, unit, places, nexts


class Postings(Struct, frozen=True):
    """Lines by word, in order: the texts it is in, its places in them, what follows; and each text's count of words."""

    words: list[Line]
    places: list[Line]
    nexts: list[Line]
    lengths: list[int]


def own_postings(texts: Iterable[tuple[int, str]]) -> OwnPostings:
    """All that is known of the words of a document's texts, each with the number of its unit."""
    found: dict[str, _Word] = {}
    lengths: list[int] = []
    for place_of_text, (unit, said) in enumerate(texts):
        words = words_in(said)
        lengths.append(len(words))
        followed = [word[0] if word[0] in _PLAIN else OTHER for word in words[1:]]
        followed.append(END)
        for word, places in _places(words).items():
            known = found.get(word)
            if known is None:
                known = found[word] = _Word()
            nexts = "".join([followed[place] for place in places]) if len(places) > 1 else followed[places[0]]
            known.add(place_of_text, unit, places, nexts)
    every = found.values()
    return OwnPostings(
        lengths=tuple(lengths),
        words="\n".join(found),
        firsts=tuple(each.texts[0] // OFTEN for each in every),
        often=tuple(each.texts[0] % OFTEN for each in every),
        texts="\n".join(numbers(each.texts[1:]) for each in every),
        lasts=tuple(each.last for each in every),
        places="\n".join("".join(each.places) for each in every),
        nexts="\n".join("".join(each.nexts) for each in every),
    )


def postings(documents: Iterable[OwnPostings]) -> Postings:
    """All that is known of the words of all texts, from what is known of those of each document, in order."""
    found: dict[str, _Lines] = {}
    lengths: list[int] = []
    for each in documents:
        _add(found, each, len(lengths))
        lengths += each.lengths
    ordered = [(word, found[word]) for word in sorted(found, key=as_compared)]
    return Postings(
        words=[Line(word, of_it.texts) for word, of_it in ordered],
        places=[Line(word, of_it.places) for word, of_it in ordered],
        nexts=[Line(word, of_it.nexts) for word, of_it in ordered],
        lengths=lengths,
    )


class _Lines(Struct):
    """What is written of a word, document by document, and the last text so far in which it stands."""

    texts: str
    places: str
    nexts: str
    last: int


def _add(found: dict[str, _Lines], own: OwnPostings, start: int) -> None:
    """Put what is known of a document's words behind what is known of those before; `start` texts come before it."""
    if not own.firsts:
        return
    lines = (each.split("\n") for each in (own.words, own.texts, own.places, own.nexts))
    numbered = (own.firsts, own.often, own.lasts)
    for word, texts, places, nexts, first, often, last in zip(*lines, *numbered, strict=True):
        line = found.get(word)
        if line is None:
            told = number((start + first) * OFTEN + often) + texts
            found[word] = _Lines(told, places, nexts, start + last)
        else:
            line.texts += number((start + first - line.last - 1) * OFTEN + often) + texts
            line.places += places
            line.nexts += nexts
            line.last = start + last


def _places(words: Sequence[str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for place, word in enumerate(words):
        found.setdefault(word, []).append(place)
    return found


def _placed(places: Sequence[int]) -> str:
    """How many there are, and how far each is from the one before."""
    if len(places) == 1:
        return _ONE + number(places[0])
    found, before = number(len(places)), 0
    for place in places:
        found += number(place - before)
        before = place
    return found

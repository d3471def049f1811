"""How errors are planted in letters: as in the Code, on the text alone."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from random import Random
from typing import TypeAlias

from tests.mutation.letter_sample import Letter
from tests.mutation.planting import Consequence, Planting
from tests.mutation.sample import Edit

LetterPlant: TypeAlias = Callable[[Letter, Random], Iterator[Planting]]
"""Every place in a letter at which an error can be planted, with what is planted there."""
New: TypeAlias = Callable[[re.Match[str], Random], str | None]
"""What is put in the place of what was found; None where it does not suit."""
WORD = r"(?<=[a-z] )[a-z]{4,}(?= [a-z])"
_STOP = re.compile(r"[a-z)]\.\Z")


@dataclass(frozen=True, slots=True)
class LetterShape:
    """One way of making an error in a letter."""

    name: str
    plant: LetterPlant


def each(pattern: str, new: New, *brings: Consequence, times: int = 1) -> LetterPlant:
    """Something else in the place of each match in its sentences; drawn anew for so many plantings at each."""

    def plant(letter: Letter, random: Random) -> Iterator[Planting]:
        for found in letter.find(pattern):
            for _ in range(times):
                said = new(found, random)
                if said is not None and said != found[0]:
                    yield Planting(letter, (Edit(found.start(), found.end(), said),), brings=brings)

    return plant


def written(plant: LetterPlant) -> LetterPlant:
    """Not in formal texts, in which the rule leaves much alone on purpose."""

    def planted(letter: Letter, random: Random) -> Iterator[Planting]:
        if not letter.formal:
            yield from plant(letter, random)

    return planted


def sentence(says: Callable[[Random], str], *brings: Consequence) -> LetterPlant:
    """A sentence more at the end of each paragraph, or another."""

    def plant(letter: Letter, random: Random) -> Iterator[Planting]:
        for end in [*ends(letter), *ends(letter)]:
            yield Planting(letter, (Edit(end, end, f" {says(random)}"),), brings=brings)

    return plant


def sentences(says: Callable[[Random], tuple[str, ...]], *brings: Consequence) -> LetterPlant:
    """Sentences more, each at the end of another paragraph, of which the last shows the error."""

    def plant(letter: Letter, random: Random) -> Iterator[Planting]:
        places = ends(letter)
        for _ in places:
            said = says(random)
            if len(places) >= len(said):
                at = sorted(random.sample(places, len(said)))
                edits = tuple(Edit(place, place, f" {text}") for place, text in zip(at, said, strict=True))
                last = at[-1]
                yield Planting(letter, edits, shown=(last, last), brings=brings)

    return plant


def ends(letter: Letter) -> list[int]:
    """The ends of its paragraphs of sentences."""
    return [end for start, end in letter.paragraphs if _STOP.search(letter.text, start, end)]


def deleted(pattern: str, *brings: Consequence) -> LetterPlant:
    """Each match taken out."""
    return each(pattern, lambda *_: "", *brings)


def word_changed(text: str, random: Random) -> str:
    """A text with a word left out, or two words in each other's place."""
    words = text.split(" ")
    at = random.randrange(1, len(words) - 1)
    if random.random() < 0.5:
        return " ".join([*words[:at], *words[at + 1 :]])
    return " ".join([*words[:at], words[at + 1], words[at], *words[at + 2 :]])


Shapes: TypeAlias = Mapping[str, tuple[LetterShape, ...]]

"""Slips of words, marks and figures in letters."""

import re
from collections.abc import Iterator
from random import Random

from tests.mutation.letter_planting import WORD, LetterPlant, LetterShape, Shapes, deleted, each, sentence, written
from tests.mutation.letter_sample import Letter
from tests.mutation.planting import Planting

_NUMBERS = "two three four five six seven eight nine ten eleven twelve".split()
_FIGURE = r"(?<=[a-z] \()[0-9]{1,3}(?=\))"
_PLAIN = r"(?<= )\((?=[a-z][a-z]+ )"


def _twice(found: re.Match[str], _: Random) -> str:
    return f"{found[0]} {found[0]}"


def _other_figure(found: re.Match[str], random: Random) -> str:
    return str(int(found[0]) + random.choice((1, 2, 10)))


def _other_word(found: re.Match[str], random: Random) -> str:
    return random.choice([each for each in _NUMBERS if each != found[0].lower()])


def _pair(random: Random) -> str:
    number = random.randrange(2, 12)
    return f"{_NUMBERS[number - 2]} ({number + random.randint(1, 9)})"


def _far_from_addresses(plant: LetterPlant) -> LetterPlant:
    """Only where no address of the web was cut out nearby, perhaps with brackets of its own."""

    def planted(letter: Letter, random: Random) -> Iterator[Planting]:
        for planting in plant(letter, random):
            at = planting.edits[0].start
            start, end = next((start, end) for start, end in letter.paragraphs if start <= at <= end)
            if "://" not in letter.text[max(0, start - 220) : end + 220]:
                yield planting

    return planted


SHAPES: Shapes = {
    "placeholder": (
        LetterShape("to be confirmed", written(each(WORD, lambda m, _: f"{m[0]} [TBC]"))),
        LetterShape(
            "something to insert", written(each(WORD, lambda m, r: f"{m[0]} [insert {r.choice(('date', 'name'))}]"))
        ),
        LetterShape("a mark to be filled in", written(each(WORD, lambda m, _: f"{m[0]} [●]"))),
        LetterShape("crosses for a number", written(each(WORD, lambda m, r: f"{m[0]} {'X' * r.randint(3, 5)}"))),
    ),
    "number-in-words": (
        LetterShape("another figure", each(_FIGURE, _other_figure)),
        LetterShape(
            "another word", each(r"\b(?:two|three|five|six|seven|eight|nine|ten|twelve)(?= \([0-9])", _other_word)
        ),
        LetterShape("a pair more", sentence(lambda r: f"It takes {_pair(r)} Working Days.")),
    ),
    "doubled-word": (
        LetterShape("a small word", each(r"(?<=[a-z] )(?:the|of|to|in|a|and|for|by|it)(?= [a-z])", _twice)),
        LetterShape("a longer word", each(WORD, _twice)),
        LetterShape(
            "two words",
            each(r"(?<=[a-z] )(?!to\b|by\b)[a-z]{2,} (?!to\b|by\b|that\b)[a-z]{3,}(?= [a-z])", _twice),
        ),
    ),
    "doubled-punctuation": (
        LetterShape("two full stops", each(r"(?<=[a-z]{3})\.(?= [A-Z])", lambda *_: "..")),
        LetterShape("two with a space", each(r"(?<=[a-z]{3})\.(?= [A-Z])", lambda *_: ". .")),
        LetterShape("a comma and another", each(r"(?<=[a-z]),(?= [a-z])", lambda *_: ",,")),
        LetterShape("a comma and a full stop", each(r"(?<=[a-z]{3})\.(?= [A-Z])", lambda *_: ",.")),
    ),
    "unbalanced-brackets": (
        LetterShape("the first half left out", _far_from_addresses(deleted(_PLAIN))),
        LetterShape(
            "the second half left out", _far_from_addresses(each(r"\([a-z][a-z]+ [^()]*\)", lambda m, _: m[0][:-1]))
        ),
        LetterShape("one more", _far_from_addresses(each(WORD, lambda m, _: f"({m[0]}"))),
        LetterShape("one more behind", _far_from_addresses(each(WORD, lambda m, _: f"{m[0]})"))),
        LetterShape("a square one", _far_from_addresses(each(WORD, lambda m, r: r.choice((f"[{m[0]}", f"{m[0]}]"))))),
    ),
}

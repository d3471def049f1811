"""Errors of a letter's own numbers."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from random import Random

from tests.mutation.letter_planting import LetterPlant, LetterShape, Shapes
from tests.mutation.letter_sample import Letter
from tests.mutation.planting import Consequence, Planting, in_file
from tests.mutation.sample import Edit
from tests.mutation.shapes.places import further

_NUMBERS = re.compile(r"^(?:- )?(?P<number>[0-9]{1,2}(?:\.[0-9]{1,2})?)(?=\.? [A-Z])(?![^\n]*\.{4})", re.MULTILINE)
_QUESTIONS = re.compile(r"^Q(?P<number>[0-9])(?= )", re.MULTILINE)
_ANNEXES = re.compile(r"^(?:# )?Annex (?P<number>[A-Z])(?=: [^.]*$)", re.MULTILINE)
_CHAPTERS = re.compile(r"^# (?P<number>[0-9])(?= [A-Z])", re.MULTILINE)
_BLANK = re.compile(r"\n\n+")


def _series(letter: Letter, pattern: re.Pattern[str]) -> list[list[re.Match[str]]]:
    """The numbers of a kind that follow one another, one series for each number before the dot."""
    found: list[list[re.Match[str]]] = []
    for each in pattern.finditer(letter.text):
        if found and _after(found[-1][-1]["number"]) == each["number"]:
            found[-1].append(each)
        else:
            found.append([each])
    return [series for series in found if len(series) > 1]


def _renumbered(
    pattern: re.Pattern[str], number: Callable[[list[re.Match[str]], int], str], first: int, *brings: Consequence
) -> LetterPlant:
    """Another number in the place of each of a series from one on."""

    def plant(letter: Letter, _: Random) -> Iterator[Planting]:
        for series in _series(letter, pattern):
            for place in range(first, len(series)):
                new = number(series, place)
                if new:
                    edit = Edit(series[place].start("number"), series[place].end("number"), new)
                    yield Planting(letter, (edit,), brings=brings)

    return plant


def _before(series: list[re.Match[str]], place: int) -> str:
    """The number before; not a 1, with which a list may begin again, nor an A, which a list of annexes has too."""
    number = series[place - 1]["number"]
    return "" if number in ("1", "A") else number


def _after(number: str) -> str:
    return chr(ord(number) + 1) if number.isalpha() else further(number)


def _taken_out(pattern: re.Pattern[str], *brings: Consequence) -> LetterPlant:
    """A paragraph taken out with its number; the next one shows it."""

    def plant(letter: Letter, _: Random) -> Iterator[Planting]:
        for series in _series(letter, pattern):
            for gone, following in pairwise(series[1:]):
                end = _BLANK.search(letter.text, gone.end())
                if end is not None:
                    cut = Edit(gone.start(), end.end(), "")
                    yield Planting(letter, (cut,), shown=(following.start(), following.end()), brings=brings)

    return plant


def _from_here_on(pattern: re.Pattern[str], *brings: Consequence) -> LetterPlant:
    """Every number of a series from one on raised."""

    def plant(letter: Letter, _: Random) -> Iterator[Planting]:
        for series in _series(letter, pattern):
            for first in range(1, len(series)):
                edits = [
                    Edit(series[at].start("number"), series[at].end("number"), _after(series[at]["number"]))
                    for at in range(first, len(series))
                ]
                yield Planting(letter, tuple(edits), brings=brings)

    return plant


_CITED = in_file("dangling-reference", "echoed-heading", "restated-text")

SHAPES: Shapes = {
    "duplicate-number": (
        LetterShape(
            "the number before",
            _renumbered(_NUMBERS, _before, 1, in_file("gap-in-numbers"), _CITED),
        ),
        LetterShape(
            "the number before that",
            _renumbered(_NUMBERS, lambda series, at: series[at - 2]["number"], 3, in_file("gap-in-numbers"), _CITED),
        ),
        LetterShape(
            "a chapter as the one before",
            _renumbered(_CHAPTERS, _before, 1, in_file("gap-in-numbers"), _CITED),
        ),
        LetterShape(
            "an annex as the one before",
            _renumbered(_ANNEXES, _before, 1, in_file("gap-in-numbers"), _CITED),
        ),
    ),
    "gap-in-numbers": (
        LetterShape(
            "a paragraph taken out",
            _taken_out(_NUMBERS, in_file("unintroduced-abbreviation", "gap-in-numbers"), _CITED),
        ),
        LetterShape("the numbers raised from one on", _from_here_on(_NUMBERS, _CITED)),
        LetterShape("a question taken out", _taken_out(_QUESTIONS, _CITED)),
        LetterShape("the last annex raised", _from_here_on(_ANNEXES, _CITED)),
    ),
}

"""Checks letters with an error planted in each, beside the sample Code, as `secc check --prose` does."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from secc.check.known import Known
from secc.check.prose import check_letter
from secc.check.prose.rules import PROSE_RULES
from secc.diagnostics import Diagnostic
from secc.reading.files import letter_from
from secc.resolve import resolve
from tests.mutation.judging import Outcome, drawn, judged
from tests.mutation.letter_planting import LetterShape
from tests.mutation.letter_sample import letters
from tests.mutation.planting import Planting
from tests.mutation.sample import Sample

LETTER = "letter: "
"""Stands before the names of the rules for letters, since many have the name of a rule of the Code."""


class LetterChecker:
    """The letters, ready for changes to be checked, and what is found in them as they are."""

    def __init__(self, sample: Sample) -> None:
        self._known = Known(resolve(sample.code))
        self.letters = {each.path: each for each in letters(sample.code)}
        self.texts: Mapping[str, str] = {path: each.text for path, each in self.letters.items()}
        self.clean = [found for path, text in self.texts.items() for found in self.findings(path, text)]

    def findings(self, path: str, text: str) -> Sequence[Diagnostic]:
        """What is found with this text in place of a letter's."""
        return check_letter(letter_from(path, text.encode()), self._known, PROSE_RULES, self.letters[path].changed)


def chosen_in_letters(
    checker: LetterChecker, rule: str, shapes: Sequence[LetterShape], wanted: int, seed: int
) -> Iterator[tuple[LetterShape, Planting]]:
    """Plantings of a rule for letters, drawn from all letters."""
    places = {
        shape: [(path, partial(shape.plant, letter)) for path, letter in checker.letters.items()] for shape in shapes
    }
    return drawn(places, [f"{seed} {LETTER}{rule} {shape.name}" for shape in shapes], wanted)


def outcomes_in_letters(
    checker: LetterChecker, rule: str, shapes: Sequence[LetterShape], wanted: int, seed: int
) -> Iterator[Outcome]:
    """What comes of the plantings of a rule for letters."""
    for shape, planting in chosen_in_letters(checker, rule, shapes, wanted, seed):
        yield replace(judged(checker, rule, shape.name, planting), rule=f"{LETTER}{rule}")

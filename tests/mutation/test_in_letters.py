"""A sample of the campaign in letters: the clean ones have no findings, and errors of every rule are found in place.

`make campaign` plants every shape, many times as many, and docs/checking.md has what comes of it.
"""

import pytest

from secc.check.prose.rule import ProseRule
from secc.check.prose.rules import PROSE_RULES
from tests.mutation.campaign import SEED, ready_in_letters
from tests.mutation.in_letters import outcomes_in_letters
from tests.mutation.letter_table import LETTER_TABLE


def test_the_clean_letters_have_no_findings() -> None:
    assert ready_in_letters().clean == []


@pytest.mark.parametrize("rule", PROSE_RULES, ids=lambda rule: rule.name)
def test_every_rule_for_letters_has_three_shapes(rule: ProseRule) -> None:
    assert len({shape.name for shape in LETTER_TABLE.get(rule.name, ())}) >= 3


def test_nothing_is_planted_for_a_rule_for_letters_that_there_is_not() -> None:
    assert LETTER_TABLE.keys() == {rule.name for rule in PROSE_RULES}


@pytest.mark.parametrize("rule", LETTER_TABLE)
def test_what_is_planted_in_letters_is_found(rule: str) -> None:
    shapes = LETTER_TABLE[rule][:2]
    outcomes = list(outcomes_in_letters(ready_in_letters(), rule, shapes, len(shapes), SEED))
    assert len({each.shape for each in outcomes}) == len(shapes)
    assert [f"{each.shape} at {each.place}: {each.planted}" for each in outcomes if not each.found] == []
    assert [each.false for each in outcomes if each.false] == []

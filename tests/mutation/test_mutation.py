"""A sample of the campaign: errors of two shapes for each rule, planted in the sample Code, are found where they are.

`make campaign` plants every shape, many times as many, and docs/checking.md has what comes of it.
"""

from random import Random

import pytest

from secc.check.mending import edited
from secc.check.rule import Rule
from secc.check.rules import RULES
from secc.diagnostics import Diagnostic
from tests.mutation.campaign import SEED, ready
from tests.mutation.judging import chosen, judged
from tests.mutation.planting import carried_out
from tests.mutation.table import TABLE

_SHAPES = 2
_HELD_AGAINST = ("doubled-word", "duplicate-number", "dangling-reference", "unused-definition", "unused-suppression")

_MENDED = {
    "misplaced-space": (),
    "doubled-punctuation": ("a semicolon and a comma",),
    "list-punctuation": (),
    "doubled-word": (),
    "homoglyph": (),
    "inconsistent-capitals": (),
    "us-spelling": ("an American spelling put in", "with a capital"),
    "unused-suppression": ("of a rule that there is not",),
}
"""Rules whose fix is the one way to mend them, but for these shapes."""


def test_the_clean_code_has_no_findings() -> None:
    assert ready()[1].clean == ()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_has_three_shapes(rule: Rule) -> None:
    shapes = TABLE.get(rule.name, ())
    assert len({shape.name for shape in shapes}) >= 3


def test_nothing_is_planted_for_a_rule_that_there_is_not() -> None:
    assert TABLE.keys() <= {rule.name for rule in RULES}


@pytest.mark.parametrize("rule", TABLE)
def test_what_is_planted_is_found(rule: str) -> None:
    sample, checker = ready()
    shapes = Random(f"{SEED} {rule}").sample(TABLE[rule], _SHAPES)
    drawn = chosen(sample, rule, shapes, _SHAPES, SEED)
    outcomes = [judged(checker, rule, shape.name, planting) for shape, planting in drawn]
    assert len({each.shape for each in outcomes}) == _SHAPES
    assert [f"{each.shape} at {each.place}: {each.planted}" for each in outcomes if not each.found] == []


@pytest.mark.parametrize("rule", _HELD_AGAINST)
def test_what_is_read_again_is_all_that_a_change_reaches(rule: str) -> None:
    sample, checker = ready()
    ((_, planting),) = chosen(sample, rule, TABLE[rule][:1], 1, SEED)
    mutated = carried_out(planting, checker.texts)
    assert _shown(checker.findings(mutated.path, mutated.text)) == _shown(checker.whole(mutated.path, mutated.text))


@pytest.mark.parametrize("rule", _MENDED)
def test_a_fix_gives_back_what_stood_there(rule: str) -> None:
    sample, checker = ready()
    shapes = [shape for shape in TABLE[rule] if shape.name not in _MENDED[rule]]
    drawn = list(chosen(sample, rule, shapes, len(shapes), SEED))
    assert {shape.name for shape, _ in drawn} == {shape.name for shape in shapes}
    for _, planting in drawn:
        mutated = carried_out(planting, checker.texts)
        (fix,) = {
            found.fix
            for found in checker.findings(mutated.path, mutated.text)
            if found.rule == rule and mutated.here(found)
        }
        assert fix is not None, (planting.edits, mutated.path)
        assert edited(mutated.text, fix.edits).split() == checker.texts[mutated.path].split()


def _shown(findings: tuple[Diagnostic, ...]) -> list[tuple[str, str, int, int, str]]:
    return [(each.rule, each.path, each.span.start, each.span.end, each.headline) for each in findings]

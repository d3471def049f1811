"""A sample of what the campaign plants in the sample's history: errors of rules in time are found where they are.

`make campaign` plants every shape, many times as many, and holds each to all rules in every state; docs/checking.md has
what comes of it.
"""

from functools import cache

import pytest

from secc.check.in_time.rule import TimeRule
from secc.check.in_time.rules import TIME_RULES
from secc.check.rules import RULES
from tests.mutation.campaign import SEED
from tests.mutation.history import TODAY
from tests.mutation.in_time import TimeChecker, outcomes_in_time
from tests.mutation.time_table import TIME_TABLE

_QUICK = ("contradicting-days", "direction-without-power", "unknown-instrument", "instrument-days-out-of-order")


@cache
def _ready() -> TimeChecker:
    """By the quick rules in time, and all rules of the text in the states that are not past."""
    return TimeChecker([rule for rule in TIME_RULES if rule.name in _QUICK], RULES, TODAY)


@pytest.mark.parametrize("rule", TIME_RULES, ids=lambda rule: rule.name)
def test_every_rule_in_time_has_three_shapes(rule: TimeRule) -> None:
    assert len({shape.name for shape in TIME_TABLE.get(rule.name, ())}) >= 3


def test_nothing_is_planted_for_a_rule_in_time_that_there_is_not() -> None:
    assert TIME_TABLE.keys() == {rule.name for rule in TIME_RULES}


@pytest.mark.parametrize("rule", _QUICK)
def test_what_is_planted_in_the_history_is_found(rule: str) -> None:
    shapes = TIME_TABLE[rule]
    outcomes = list(outcomes_in_time(_ready(), rule, shapes, len(shapes), SEED))
    assert len({each.shape for each in outcomes}) == len(shapes)
    assert [f"{each.shape}: {each.planted}" for each in outcomes if not each.found] == []
    assert [each.false for each in outcomes if each.false] == []

"""The pages of the rules that only letters have: their wrong example is found by them alone, the right one by none."""

import re

import pytest

from secc.check.prose import check_letter
from secc.check.prose.rule import ProseRule
from secc.check.prose.rules import PROSE_RULES
from secc.check.rules import RULES
from secc.diagnostics import Diagnostic
from secc.reading.letter import read_letter
from secc.source import Source

OWN = [rule for rule in PROSE_RULES if rule.like is None]
_EXAMPLE = re.compile(r"## (Wrong|Right)\n\n```text\n(.*?)```(?:\n\n```changed\n(.*?)```)?", re.DOTALL)


def findings_in(rule: ProseRule, which: str) -> tuple[Diagnostic, ...]:
    """What the rules find in the letter of an example, without a Code beside it, but with what changed."""
    text, changed = next(
        (text, changed) for title, text, changed in _EXAMPLE.findall(rule.page + "\n") if title == which
    )
    documents = frozenset(changed.splitlines()) if changed else None
    return check_letter(read_letter(Source("letter.txt", text)), None, PROSE_RULES, documents)


@pytest.mark.parametrize("rule", OWN, ids=lambda rule: rule.name)
def test_the_wrong_example_is_found_and_nothing_else(rule: ProseRule) -> None:
    assert {found.rule for found in findings_in(rule, "Wrong")} == {rule.name}


@pytest.mark.parametrize("rule", OWN, ids=lambda rule: rule.name)
def test_nothing_is_found_in_the_right_example(rule: ProseRule) -> None:
    assert findings_in(rule, "Right") == ()


@pytest.mark.parametrize("rule", OWN, ids=lambda rule: rule.name)
def test_the_page_says_what_why_and_how(rule: ProseRule) -> None:
    headings = re.findall(r"^## (.+)$", rule.page, re.MULTILINE)
    assert headings == ["What it finds", "Why", "Wrong", "Right", "How to mend it"]


def test_a_rule_that_the_code_has_too_has_its_name_and_page() -> None:
    for rule in PROSE_RULES:
        if rule.like is not None:
            assert rule.like in RULES
            assert (rule.name, rule.severity, rule.page) == (rule.like.name, rule.like.severity, rule.like.page)


def test_names_are_unique_and_no_rule_of_the_code_is_meant_by_another() -> None:
    names = [rule.name for rule in PROSE_RULES]
    assert len(names) == len(set(names))
    assert {rule.name for rule in OWN}.isdisjoint(rule.name for rule in RULES)

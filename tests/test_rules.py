"""Every rule's page: its wrong example is found by it and by nothing else, its right example by nothing."""

import re
from pathlib import Path

import pytest

from secc.check import check
from secc.check.rule import Rule
from secc.check.rules import RULES
from secc.cli.rules import rule_pages
from secc.code.load import NoCache, load
from secc.diagnostics import Diagnostic
from secc.history import Memory
from secc.resolve import resolve

_EXAMPLE = re.compile(r"## (Wrong|Right)\n\n((?:```sec\n.*?```\n*)+)", re.DOTALL)
_BLOCK = re.compile(r"```sec\n(.*?)```", re.DOTALL)


def _examples(rule: Rule, which: str) -> list[str]:
    texts = [body for title, body in _EXAMPLE.findall(rule.page + "\n") if title == which]
    return [block for body in texts for block in _BLOCK.findall(body)]


def findings_of(texts: list[str]) -> tuple[Diagnostic, ...]:
    """What all the rules find in a Code of these documents."""
    names = [f"sections/{number}.sec" for number in range(len(texts))]
    settings = 'title = "A Code"\nshort = "AC"\ndocuments = [{}]\n'.format(", ".join(f'"{name}"' for name in names))
    files = {"code.toml": settings.encode(), **{name: text.encode() for name, text in zip(names, texts, strict=True)}}
    return check(resolve(load(Memory(files), NoCache())), RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_wrong_example_is_found_and_nothing_else(rule: Rule) -> None:
    examples = _examples(rule, "Wrong")
    assert examples
    assert {found.rule for found in findings_of(examples)} == {rule.name}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_nothing_is_found_in_the_right_example(rule: Rule) -> None:
    examples = _examples(rule, "Right")
    assert examples
    assert findings_of(examples) == ()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_page_says_what_why_and_how(rule: Rule) -> None:
    headings = re.findall(r"^## (.+)$", rule.page, re.MULTILINE)
    assert headings == ["What it finds", "Why", "Wrong", "Right", "How to mend it"]


def test_the_pages_in_docs_are_those_of_the_rules() -> None:
    folder = Path(__file__).parents[1] / "docs" / "rules"
    assert {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()} == rule_pages()

"""Every rule's page: its wrong example is found by it and by nothing else, its right example by nothing."""

import re
from pathlib import Path

import pytest

from secc.check import check
from secc.check.in_time.rule import TimeRule
from secc.check.in_time.rules import TIME_RULES
from secc.check.prose.rules import PROSE_RULES
from secc.check.rule import NamedRule, Rule
from secc.check.rules import RULES
from secc.cli.rules import rule_pages
from secc.code.load import NoCache, load
from secc.diagnostics import Diagnostic
from secc.history import Memory
from secc.resolve import resolve
from tests.in_time import found_in_time

_EXAMPLE = re.compile(r"## (Wrong|Right)\n\n((?:```(?:sec|toml|svg)(?: [\w./-]+)?\n.*?```\n*)+)", re.DOTALL)
_BLOCK = re.compile(r"```(sec|toml|svg)(?: (\S+))?\n(.*?)```", re.DOTALL)


def _examples(rule: NamedRule, which: str) -> dict[str, str]:
    """The files of an example: documents, and those that stand beside code.toml under their names."""
    texts = [body for title, body in _EXAMPLE.findall(rule.page + "\n") if title == which]
    blocks = [block for body in texts for block in _BLOCK.findall(body)]
    return {name or f"sections/{number}.sec": text for number, (_, name, text) in enumerate(blocks)}


def findings_of(files: dict[str, str]) -> tuple[Diagnostic, ...]:
    """What all the rules find in a Code of these files."""
    documents = ", ".join(f'"{name}"' for name in files if name.endswith(".sec"))
    settings = f'title = "A Code"\nshort = "AC"\ndocuments = [{documents}]\n'
    tree = Memory({"code.toml": settings.encode(), **{name: text.encode() for name, text in files.items()}})
    return check(resolve(load(tree, NoCache())), RULES)


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


@pytest.mark.parametrize("rule", TIME_RULES, ids=lambda rule: rule.name)
def test_the_wrong_instruments_are_found_and_nothing_else(rule: TimeRule) -> None:
    examples = _examples(rule, "Wrong")
    assert examples
    assert {found.rule for found in found_in_time(examples).findings} == {rule.name}


@pytest.mark.parametrize("rule", TIME_RULES, ids=lambda rule: rule.name)
def test_nothing_is_found_in_the_right_instruments(rule: TimeRule) -> None:
    """What the right example does not set out anew is as in the wrong one."""
    right = _examples(rule, "Right")
    assert right
    assert found_in_time({**_examples(rule, "Wrong"), **right}).findings == ()


@pytest.mark.parametrize("rule", [*RULES, *TIME_RULES], ids=lambda rule: rule.name)
def test_the_page_says_what_why_and_how(rule: NamedRule) -> None:
    headings = re.findall(r"^## (.+)$", rule.page, re.MULTILINE)
    assert headings == ["What it finds", "Why", "Wrong", "Right", "How to mend it"]


@pytest.mark.parametrize("rule", [*RULES, *TIME_RULES, *PROSE_RULES], ids=lambda rule: rule.name)
def test_every_rule_has_its_golden_cases(rule: NamedRule) -> None:
    """In a file of its name; what the parser finds has a folder of its own."""
    cases = Path(__file__).parent / "cases"
    found = [path for path in cases.rglob(f"{rule.name}.md") if path.parent.name != "syntax"]
    assert found or (rule.name == "syntax" and any((cases / "syntax").iterdir()))


def test_the_pages_in_docs_are_those_of_the_rules() -> None:
    folder = Path(__file__).parents[1] / "docs" / "rules"
    assert {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()} == rule_pages()

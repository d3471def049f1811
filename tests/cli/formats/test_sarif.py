"""SARIF: the schema of OASIS, what names the rules, and fingerprints that stay."""

import json
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

import jsonschema
import pytest
from msgspec.structs import replace

from secc.check import check
from secc.check.catalogue import every_rule, rule_named
from secc.check.rules import RULES
from secc.cli.formats import FORMATS
from secc.diagnostics import Diagnostic, Severity
from secc.source import Source, Span
from tests.cli.formats.samples import FINDINGS, SOURCES
from tests.making import code_of

H = """
section H: DCC Services

# H1 Services

H1.1 The operator shall keep a register in accordance with Section H1.9 and with Section H1.9.

H1.2 The operator shall publish [TBC].
"""


@pytest.mark.corpora
@pytest.mark.parametrize("findings", [FINDINGS, ()], ids=["findings", "none"])
def test_the_schema_is_kept(findings: Sequence[Diagnostic], corpora: Path) -> None:
    schema = json.loads((corpora / "sarif" / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
    log = json.loads(FORMATS["sarif"](findings, SOURCES))
    validator = jsonschema.Draft4Validator(schema, format_checker=jsonschema.Draft4Validator.FORMAT_CHECKER)
    assert [error.message for error in validator.iter_errors(log)] == []


@pytest.mark.corpora
def test_the_schema_sees_faults(corpora: Path) -> None:
    """The judge is awake: without a message, a result is refused."""
    schema = json.loads((corpora / "sarif" / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
    log = json.loads(FORMATS["sarif"](FINDINGS, SOURCES))
    del log["runs"][0]["results"][0]["message"]["text"]
    assert list(jsonschema.Draft4Validator(schema).iter_errors(log))


def test_the_rules_are_named_with_their_help() -> None:
    (run,) = json.loads(FORMATS["sarif"](FINDINGS, SOURCES))["runs"]
    driver = run["tool"]["driver"]
    assert driver["name"] == "secc"
    assert driver["version"] == version("secc")
    assert [each["id"] for each in driver["rules"]] == [rule.name for rule in every_rule()]
    for each in driver["rules"]:
        rule = rule_named(each["id"])
        assert rule is not None
        assert each["help"]["markdown"] == rule.page
        assert each["shortDescription"]["text"] == rule.summary
        assert 0 < len(each["fullDescription"]["text"]) <= 1_024
    for result in run["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


def test_columns_are_code_points() -> None:
    """A letter outside the first plane is one column, and regions give back the words marked."""
    (run,) = json.loads(FORMATS["sarif"](FINDINGS, SOURCES))["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    for found, result in zip(FINDINGS, run["results"], strict=True):
        region = result["locations"][0]["physicalLocation"]["region"]
        lines = SOURCES[found.path].text.split("\n")
        before = sum(len(line) + 1 for line in lines[: region["startLine"] - 1])
        until = sum(len(line) + 1 for line in lines[: region["endLine"] - 1])
        assert before + region["startColumn"] - 1 == found.span.start
        assert until + region["endColumn"] - 1 == found.span.end
        assert region["snippet"]["text"] == SOURCES[found.path].text[found.span.start : found.span.end]


def test_files_outside_the_folder_are_named_whole() -> None:
    path = "/srv/a code/H.sec"
    found = Diagnostic("placeholder", Severity.ERROR, "it is left", path, Span(0, 4))
    (run,) = json.loads(FORMATS["sarif"]([found], {path: Source(path, "H1.1")}))["runs"]
    artifact = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert artifact == {"uri": "file:///srv/a%20code/H.sec"}


def test_words_do_not_become_a_link() -> None:
    found = replace(FINDINGS[0], headline="see [here](https://example.com) for it")
    (run,) = json.loads(FORMATS["sarif"]([found], SOURCES))["runs"]
    assert "](" not in run["results"][0]["message"]["text"]


@pytest.mark.parametrize(
    "changed",
    [
        H.replace("# H1", "## Above\n\n# H1"),
        H.replace("H1.2 The", "// a comment\nH1.2 The"),
        H.replace("with Section H1.9 and", "with Section\nH1.9 and"),
        H.replace("a register", "every register that it has to keep"),
    ],
    ids=["lines above", "a comment", "the line broken", "other words"],
)
def test_fingerprints_stay(changed: str) -> None:
    assert changed != H
    assert _fingerprints(changed) == _fingerprints(H)


@pytest.mark.parametrize(
    ("changed", "new"),
    [
        (H.replace("H1.9 and", "H1.8 and"), 1),
        (H.replace("H1.2", "H1.3"), 1),
        (H.replace("[TBC]", "[TBC] and [TBC]"), 1),
        (H.replace(" and with Section H1.9", ""), 0),
    ],
    ids=["other words marked", "another provision", "once more", "once less"],
)
def test_fingerprints_change(changed: str, new: int) -> None:
    before, after = _fingerprints(H), _fingerprints(changed)
    assert len(set(after) - set(before)) == new
    assert before != after


def _fingerprints(text: str) -> list[str]:
    code = code_of(text)
    rules = [rule for rule in RULES if rule.name in ("dangling-reference", "placeholder")]
    findings = check(code, rules)
    assert len(findings) in (2, 3, 4)
    (run,) = json.loads(FORMATS["sarif"](findings, code.loaded.sources))["runs"]
    made = [result["partialFingerprints"] for result in run["results"]]
    assert all(each["primaryLocationLineHash"] == each["ruleProvisionText/v1"] for each in made)
    return sorted(each["primaryLocationLineHash"] for each in made)

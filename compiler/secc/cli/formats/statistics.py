"""How many findings there are of each rule."""

import json
from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

from secc.check.catalogue import rule_named
from secc.cli.formats.wording import summary
from secc.diagnostics import Diagnostic


class _Row(Struct, frozen=True):
    findings: int
    files: int
    rule: str
    severity: str
    finds: str


def _rows(findings: Sequence[Diagnostic]) -> list[_Row]:
    """A row for each rule with findings, the most first."""
    by_rule: dict[str, list[Diagnostic]] = {}
    for found in findings:
        by_rule.setdefault(found.rule, []).append(found)
    rows = [_row(rule, within) for rule, within in by_rule.items()]
    return sorted(rows, key=lambda row: (-row.findings, row.rule))


def _row(name: str, findings: Sequence[Diagnostic]) -> _Row:
    rule = rule_named(name)
    assert rule is not None, "every finding is some rule's"
    return _Row(len(findings), len({each.path for each in findings}), name, rule.severity.value, rule.summary)


def _text(findings: Sequence[Diagnostic]) -> str:
    rows = _rows(findings)
    if not rows:
        return summary(findings)
    width = max(len("rule"), *(len(row.rule) for row in rows))
    lines = [f"findings  files  {'rule':<{width}}  severity  what it finds"]
    lines += [f"{row.findings:>8}  {row.files:>5}  {row.rule:<{width}}  {row.severity:<8}  {row.finds}" for row in rows]
    return "\n".join([*lines, "", summary(findings)])


def _markdown(findings: Sequence[Diagnostic]) -> str:
    rows = [
        f"| {row.findings} | {row.files} | `{row.rule}` | {row.severity} | {row.finds} |" for row in _rows(findings)
    ]
    table = ["| findings | files | rule | severity | what it finds |", "| ---: | ---: | --- | --- | --- |", *rows, ""]
    return "\n".join([*(table if rows else ()), summary(findings)])


def _json(findings: Sequence[Diagnostic]) -> str:
    records = [
        {"rule": row.rule, "severity": row.severity, "findings": row.findings, "files": row.files}
        for row in _rows(findings)
    ]
    return json.dumps({"version": 1, "rules": records}, ensure_ascii=False, indent=2)


STATISTICS: Mapping[str, Callable[[Sequence[Diagnostic]], str]] = {
    "full": _text,
    "concise": _text,
    "json": _json,
    "markdown": _markdown,
}
"""The formats in which a table by rule can be printed."""

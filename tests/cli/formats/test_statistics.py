"""The table by rule."""

import json

from secc.check.rules import named
from secc.cli.formats.statistics import STATISTICS
from tests.cli.formats.samples import FINDINGS


def test_the_most_first() -> None:
    """Then by name; a finding counts for its rule, a file once."""
    rows = json.loads(STATISTICS["json"](FINDINGS))["rules"]
    assert [(row["rule"], row["findings"], row["files"]) for row in rows] == [
        ("undefined-term", 3, 1),
        ("dangling-reference", 1, 1),
        ("duplicate-number", 1, 1),
        ("placeholder", 1, 1),
        ("unused-suppression", 1, 1),
    ]


def test_for_people() -> None:
    lines = STATISTICS["full"](FINDINGS).splitlines()
    rule = named("undefined-term")
    assert rule is not None
    assert lines[0].split() == ["findings", "files", "rule", "severity", "what", "it", "finds"]
    assert lines[1].split(maxsplit=4) == ["3", "1", "undefined-term", "error", rule.summary]
    assert lines[-2:] == ["", "6 errors and 1 warning in 2 files"]
    assert STATISTICS["concise"](FINDINGS) == STATISTICS["full"](FINDINGS)
    assert STATISTICS["full"](()) == "nothing to mend"


def test_for_a_comment() -> None:
    lines = STATISTICS["markdown"](FINDINGS).splitlines()
    assert lines[0] == "| findings | files | rule | severity | what it finds |"
    assert lines[2].startswith("| 3 | 1 | `undefined-term` | error | ")
    assert STATISTICS["markdown"](()) == "nothing to mend"

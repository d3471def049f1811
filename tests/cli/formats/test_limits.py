"""What platforms show of a report, and what they would drop without a word."""

import json

import pytest
from msgspec.structs import replace

from secc.cli.formats import FORMATS
from secc.cli.formats.markdown import LIMIT, markdown
from secc.diagnostics import Diagnostic, Severity
from secc.source import Source, Span

TEXT = "H1.1 [TBC]\n" * 400
PATH = "sections/H.sec"
SOURCES = {PATH: Source(PATH, TEXT), "sections/I.sec": Source("sections/I.sec", TEXT)}


def findings(errors: int, warnings: int = 0) -> list[Diagnostic]:
    """The same finding, again and again, each on a line of its own."""
    made = Diagnostic("placeholder", Severity.ERROR, "it is left in the text", PATH, Span(0, 0), provision="Section H1")
    severities = [Severity.ERROR] * errors + [Severity.WARNING] * warnings
    return [
        replace(made, severity=severity, span=Span(5 + 11 * line, 10 + 11 * line))
        for line, severity in enumerate(severities)
    ]


@pytest.mark.parametrize(("errors", "warnings"), [(0, 0), (10, 10), (10, 0), (3, 0)])
def test_github_is_told_all_that_it_shows(errors: int, warnings: int) -> None:
    lines = FORMATS["github"](findings(errors, warnings), SOURCES).splitlines()
    assert sum(line.startswith("::error ") for line in lines) == errors
    assert sum(line.startswith("::warning ") for line in lines) == warnings
    assert len(lines) == errors + warnings


@pytest.mark.parametrize(
    ("errors", "warnings", "more"),
    [(11, 0, "1 error more"), (10, 12, "2 warnings more"), (300, 11, "290 errors and 1 warning more")],
)
def test_github_is_told_how_many_more_there_are(errors: int, warnings: int, more: str) -> None:
    *lines, last = FORMATS["github"](findings(errors, warnings), SOURCES).splitlines()
    assert sum(line.startswith("::error ") for line in lines) == min(errors, 10)
    assert sum(line.startswith("::warning ") for line in lines) == min(warnings, 10)
    assert last.startswith("::notice title=secc::Not marked here: ")
    assert more in last


def test_gitlab_gets_fingerprints_that_differ() -> None:
    """It shows only the first of two that are equal."""
    marks = [each["fingerprint"] for each in json.loads(FORMATS["gitlab"](findings(40), SOURCES))]
    assert len(set(marks)) == len(marks) == 40


def test_a_comment_holds_what_fits() -> None:
    text = markdown(findings(30), SOURCES)
    assert text.count("\n- ") == 30
    assert "left out" not in text


@pytest.mark.parametrize("letter", ["x", "\U0001f600"])
@pytest.mark.parametrize("length", [1, 70, 1_000, 60_000])
def test_a_comment_is_cut_at_a_finding(letter: str, length: int) -> None:
    """As many as fit, whole, and how many there are besides; measured as those count that count most, in UTF-16."""
    all_of = [replace(found, headline=f"{number} {letter * length}") for number, found in enumerate(findings(2_500))]
    text = markdown(all_of, SOURCES)
    shown = text.count(", `placeholder`)")
    units = len(text.encode("utf-16-le")) // 2
    assert units < LIMIT
    assert units > LIMIT - 300 - len(f"{all_of[0].headline}\n- **Section H1**, line 2500: ( error, `placeholder`)") * 2
    assert text.endswith(
        f"\n\n{2_500 - shown} more findings are left out, since a comment holds 65,536 characters."
        " `secc check` prints them all."
    )
    assert text.partition(" more findings")[0].endswith(f"(error, `placeholder`)\n\n{2_500 - shown}") or not shown


def test_a_heading_is_not_left_alone() -> None:
    """The heading of a file goes with its first finding."""
    first = replace(findings(1)[0], headline="x" * (LIMIT - 500))
    second = replace(first, path="sections/I.sec")
    text = markdown([first, second], SOURCES)
    assert text.count("###") == 1
    assert "1 more finding is left out" in text

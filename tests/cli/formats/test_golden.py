"""Every format, as it prints the same findings, and as it prints that there are none.

What is expected stands in golden/. `pytest --update` writes what is made now: read the difference before keeping it.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from secc.cli.formats import FORMATS
from secc.cli.formats.statistics import STATISTICS
from secc.cli.formats.text import colored, full
from secc.diagnostics import Diagnostic
from tests.cli.formats.samples import FINDINGS, SOURCES

GOLDEN = Path(__file__).parent / "golden"


def _format(name: str) -> Callable[[Sequence[Diagnostic]], str]:
    return lambda findings: FORMATS[name](findings, SOURCES)


def _in_color(findings: Sequence[Diagnostic]) -> str:
    return full(findings, SOURCES, colored).replace("\x1b", "ESC")


def _sarif(findings: Sequence[Diagnostic]) -> str:
    """Without what depends on the catalogue of rules, which test_sarif looks at."""
    log = json.loads(FORMATS["sarif"](findings, SOURCES))
    (run,) = log["runs"]
    del run["tool"]
    for result in run["results"]:
        del result["ruleIndex"]
    return json.dumps(log, ensure_ascii=False, indent=2)


PRINTED: Mapping[str, Callable[[Sequence[Diagnostic]], str]] = {
    **{name: _format(name) for name in FORMATS},
    "sarif": _sarif,
    "full-in-color": _in_color,
    "statistics-json": STATISTICS["json"],
}


@pytest.mark.parametrize("name", PRINTED)
def test_format(name: str, update: bool) -> None:
    text = "== findings\n{}\n== none\n{}\n".format(*(PRINTED[name](findings) for findings in (FINDINGS, ())))
    golden = GOLDEN / f"{name}.txt"
    if update:
        golden.write_bytes(text.encode())
    else:
        assert text == golden.read_text(encoding="utf-8")


def test_nothing_is_expected_that_is_not_printed() -> None:
    assert {path.stem for path in GOLDEN.iterdir()} == set(PRINTED)


def test_every_format_is_documented(root: Path) -> None:
    table = (root / "docs" / "formats.md").read_text(encoding="utf-8")
    assert [line.split("`")[1] for line in table.splitlines() if line.startswith("| `")] == list(FORMATS)

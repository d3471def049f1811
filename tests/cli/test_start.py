"""Starting is part of the experience: help imports nothing heavy, and no command what it does not use."""

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {"lark", "lxml", "markdown_it", "mkdocs", "jinja2", "ahocorasick_rs", "rapidfuzz", "latex2mathml", "git"}
PROBE = """
import sys
sys.argv = ["secc", *sys.argv[1:]]
from secc.cli import main
try:
    main()
finally:
    print(*sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
"""


def imported(root: Path, *arguments: str) -> set[str]:
    """The packages that a command leaves imported."""
    ran = subprocess.run(
        [sys.executable, "-c", PROBE, *arguments], cwd=root, capture_output=True, text=True, check=False
    )
    assert ran.stdout
    return set(ran.stderr.splitlines()[-1].split())


@pytest.mark.parametrize("arguments", [("--help",), ("-h",), ("--version",)])
def test_help_imports_nothing_heavy(root: Path, arguments: tuple[str, ...]) -> None:
    packages = imported(root, *arguments)
    assert {"secc", "click"} <= packages
    assert packages & HEAVY == set()


@pytest.mark.parametrize(
    ("arguments", "unused"),
    [
        (("show", "H1"), {"mkdocs", "lxml", "jinja2", "latex2mathml", "rapidfuzz"}),
        (("terms",), {"mkdocs", "lxml", "jinja2", "latex2mathml"}),
        (("check",), {"mkdocs", "lxml", "jinja2"}),
    ],
    ids=lambda each: " ".join(each) if isinstance(each, tuple) else None,
)
def test_a_command_imports_no_layer_above_what_it_uses(
    root: Path, arguments: tuple[str, ...], unused: set[str]
) -> None:
    assert imported(root, *arguments) & unused == set()


def test_both_ways_of_starting_are_one(root: Path) -> None:
    module = subprocess.run(
        [sys.executable, "-m", "secc", "--help"], cwd=root, capture_output=True, text=True, check=True
    )
    assert "Check, read and publish a legal code" in module.stdout
    assert "show       print the text of a document, provision or definition" in module.stdout

"""README.md's first session happens as it is told."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from textwrap import dedent, indent

import pytest

_SHOWN = re.compile(r"^   ```\n(?P<body>(?:   .*\n|\n)*?)   ```$", re.MULTILINE)
_SECTION = Path("sec-source/sections/H-dcc-services.sec")


@pytest.fixture
def mistaken(tmp_path: Path, root: Path) -> Path:
    """A copy of the sample Code with the mistake that the README asks for."""
    shutil.copytree(root / "sec-source", tmp_path / "sec-source")
    section = tmp_path / _SECTION
    source = section.read_text(encoding="utf-8")
    assert source.count("under Section G6.6;") == 1
    section.write_text(source.replace("under Section G6.6;", "under Section G6.66;"), encoding="utf-8")
    return tmp_path


def test_the_provision_stands_as_shown(root: Path) -> None:
    assert f"\n{_shown(root)[0]}" in (root / _SECTION).read_text(encoding="utf-8")


def test_check_says_what_is_shown(mistaken: Path, root: Path, update: bool) -> None:
    command = [sys.executable, "-m", "secc", "check"]
    done = subprocess.run(command, cwd=mistaken, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
    printed = _of_today(done.stdout)
    if update:
        _rewrite(root / "README.md", printed)
    assert (printed, done.stderr, done.returncode) == (_shown(root)[1], "", 1)


def _of_today(printed: str) -> str:
    """What is printed above the line about findings that held in the past only."""
    lines = printed.splitlines(keepends=True)
    past = next(place for place, line in enumerate(lines) if "held in the past and no longer" in line)
    return "".join(lines[: past - 1])


def _shown(root: Path) -> list[str]:
    """The indented blocks of the first session: the provision, and what check prints."""
    return [dedent(found["body"]) for found in _SHOWN.finditer((root / "README.md").read_text(encoding="utf-8"))]


def _rewrite(readme: Path, printed: str) -> None:
    text = readme.read_text(encoding="utf-8")
    place = list(_SHOWN.finditer(text))[1]
    readme.write_text(
        text[: place.start("body")] + indent(printed, "   ") + text[place.end("body") :], encoding="utf-8"
    )

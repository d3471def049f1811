"""A repository of a small code on disk, with the site's theme beside it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.site.codes import ROOT, SMALL, files


def write(place: Path, documents: Mapping[str, str] = SMALL) -> Path:
    """Write a repository; its folder."""
    return write_files(place, files(documents))


def write_files(place: Path, sources: Mapping[str, bytes]) -> Path:
    """Write a repository of a Code's files; its folder."""
    for path, contents in sources.items():
        target = place / "sec-source" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(contents)
    shutil.copytree(ROOT / "site", place / "site", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", place / "mkdocs.yml")
    return place


def command(*arguments: str) -> list[str]:
    """A command of this environment's Python: `secc build`, `mkdocs build`."""
    return [sys.executable, "-m", *arguments]


def run(place: Path, *arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Run a command in a folder."""
    return subprocess.run(
        command(*arguments),
        cwd=place,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def contents(place: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {str(path.relative_to(place)): path.read_bytes() for path in sorted(place.rglob("*")) if path.is_file()}

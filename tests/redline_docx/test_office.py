"""LibreOffice, a judge that is not ours, accepts and rejects all changes: of generated pairs, and of the sample's history.

Empty paragraphs are left out of account: LibreOffice keeps or drops one now and then that stands between insertions.
It leaves the cells of a deleted column, without their words.
"""

import json
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from secc.code.model import Document
from secc.render.docx import to_docx
from tests.redline_docx.history import steps
from tests.redline_docx.pairs import TRACKING, Said, edited, expected, redline_of, straight

pytestmark = pytest.mark.office

_PYTHON = "/usr/bin/python3"  # the one that Debian's python3-uno is for
_PAIRS = 40
_PLACEHOLDER = "\u200d"  # what LibreOffice puts into a tracked row in which nothing is said

Found = list[str | list[list[str]]]


def judged(folder: Path) -> Mapping[str, Mapping[str, Found]]:
    """What LibreOffice makes of the files in a folder."""
    script = Path(__file__).parent / "office.py"
    ran = subprocess.run([_PYTHON, str(script), str(folder)], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    made: Mapping[str, Mapping[str, Found]] = json.loads(ran.stdout)
    return made


def said(found: Iterable[str | Iterable[Iterable[str]]]) -> list[Said]:
    """What is said, without what is empty."""
    made: list[Said] = [each if isinstance(each, str) else _rows(each) for each in found]
    return [straight(each) for each in made if each]


def _rows(rows: Iterable[Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    kept = (tuple(filter(None, (cell.replace(_PLACEHOLDER, "") for cell in row))) for row in rows)
    return tuple(row for row in kept if row)


def in_all(documents: Iterable[Document]) -> list[Said]:
    return [each for document in documents for each in expected(document)]


def test_generated_pairs(tmp_path: Path) -> None:
    for seed in range(_PAIRS):
        (tmp_path / f"{seed}.docx").write_bytes(to_docx(redline_of(*edited(seed)), TRACKING))
    found = judged(tmp_path)
    for seed in range(_PAIRS):
        before, after = edited(seed)
        assert said(found[f"{seed}.docx"]["accepted"]) == said(expected(after)), seed
        assert said(found[f"{seed}.docx"]["rejected"]) == said(expected(before)), seed


def test_every_step_of_the_history_of_the_sample(tmp_path: Path) -> None:
    made = dict(enumerate(steps()))
    for number, step in made.items():
        (tmp_path / f"{number}.docx").write_bytes(to_docx(step.redline, TRACKING))
    found = judged(tmp_path)
    for number, step in made.items():
        assert said(found[f"{number}.docx"]["accepted"]) == said(in_all(step.after)), number
        assert said(found[f"{number}.docx"]["rejected"]) == said(in_all(step.before)), number

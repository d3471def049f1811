"""Judges that are not ours accept and reject all changes: LibreOffice and pandoc, of generated pairs and of the sample.

Empty paragraphs are left out of account: LibreOffice keeps or drops one now and then that stands between insertions. It
leaves the cells of a deleted column, without their words. `make campaign` judges the whole of the sample's history.
"""

import json
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pytest

from secc.code.model import Document
from secc.render.docx import redline_to_docx
from tests.redline_docx.history import Step, steps, versions
from tests.redline_docx.pairs import TRACKING, Said, edited, expected, redline_of, straight

pytestmark = pytest.mark.office

_PYTHON = "/usr/bin/python3"  # the one that Debian's python3-uno is for
_PAIRS = 20
_SOME = 10
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
    """What several documents say."""
    return [each for document in documents for each in expected(document)]


def judge_steps(found: Iterable[Step], folder: Path) -> int:
    """Holds LibreOffice's judgement of redlines of the sample against the documents; how many redlines there were."""
    made = dict(enumerate(found))
    for number, step in made.items():
        (folder / f"{number}.docx").write_bytes(redline_to_docx(step.redline, TRACKING))
    answers = judged(folder)
    for number, step in made.items():
        assert said(answers[f"{number}.docx"]["accepted"]) == said(in_all(step.after)), number
        assert said(answers[f"{number}.docx"]["rejected"]) == said(in_all(step.before)), number
    return len(made)


def judge_pairs(seeds: Iterable[int], folder: Path) -> None:
    """Holds LibreOffice's judgement of generated pairs against the documents."""
    made = {seed: edited(seed) for seed in seeds}
    for seed, (before, after) in made.items():
        (folder / f"{seed}.docx").write_bytes(redline_to_docx(redline_of(before, after), TRACKING))
    answers = judged(folder)
    for seed, (before, after) in made.items():
        assert said(answers[f"{seed}.docx"]["accepted"]) == said(expected(after)), seed
        assert said(answers[f"{seed}.docx"]["rejected"]) == said(expected(before)), seed


def test_generated_pairs_in_libreoffice(tmp_path: Path) -> None:
    judge_pairs(range(_PAIRS), tmp_path)


def test_versions_of_the_sample_in_libreoffice(tmp_path: Path) -> None:
    several = next(step for step in steps() if len(step.before) > 1 and len(step.after) > 1)
    some = sorted(versions(), key=_length)[:_SOME]
    assert judge_steps([several, *some], tmp_path) == _SOME + 1


def _length(step: Step) -> int:
    return sum(len(block.words) for block in step.redline.blocks)


@pytest.mark.parametrize("seed", range(8))
def test_generated_pairs_in_pandoc(seed: int) -> None:
    before, after = edited(seed)
    file = redline_to_docx(redline_of(before, after), TRACKING)
    assert words_in_pandoc(file, "accept") == solid(expected(after))
    assert words_in_pandoc(file, "reject") == solid(expected(before))


def words_in_pandoc(file: bytes, changes: str) -> str:
    """All that pandoc reads, with the title that it takes apart, without blanks."""
    ran = subprocess.run(
        ["pandoc", "--from=docx", "--to=json", f"--track-changes={changes}"],
        input=file,
        capture_output=True,
        check=True,
    )
    read: object = json.loads(ran.stdout)
    assert isinstance(read, dict)
    return _solid("".join((*_strings(read["meta"]), *_strings(read["blocks"]))))


def _strings(read: object) -> Iterator[str]:
    if isinstance(read, list):
        for each in read:
            yield from _strings(each)
    elif isinstance(read, dict) and read.get("t") == "Str":
        yield str(read["c"])
    elif isinstance(read, dict):
        yield from _strings(read.get("c", read.get("title", [])))


def solid(found: Iterable[Said]) -> str:
    """All that is said, without blanks."""
    return _solid("".join(each if isinstance(each, str) else "".join(map("".join, each)) for each in found))


def _solid(text: str) -> str:
    made = straight("".join(text.split()))
    assert isinstance(made, str)
    return made

"""Judges that are not ours accept and reject all changes: LibreOffice and pandoc, of generated pairs and of the sample.

Empty paragraphs are left out of account: LibreOffice keeps or drops one now and then that stands between insertions. It
leaves the cells of a deleted column, without their words. `make campaign` judges the whole of the sample's history.
"""

import json
import re
import subprocess
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from secc.code.model import Document
from secc.document.redline_model import Redline
from secc.render.docx import redline_to_docx
from tests.compare.documents import edited
from tests.redline_docx.history import Step, steps, versions
from tests.redline_docx.pairs import TRACKING, Said, expected, in_one_line, redline_of, straight, with_formulas
from tests.redline_docx.test_formulas import with_formulas as formulas_that_changed

pytestmark = pytest.mark.office

_PYTHON = "/usr/bin/python3"  # the one that Debian's python3-uno is for
_PAIRS = 20
_SOME = 10
_SET = "\ufffc"
"""Stands for a formula that is set."""
_PLACEHOLDER = "\u200d"  # what LibreOffice puts into a tracked row in which nothing is said

Found = list[str | list[list[str]]]


class Judged(NamedTuple):
    """A redline, and what the documents in it say: as they were and as they are."""

    redline: Redline
    before: list[Said]
    after: list[Said]


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


def judge(redlines: Mapping[str, Judged], folder: Path) -> list[str]:
    """What LibreOffice makes otherwise of redlines than the documents say: which, and on which side."""
    for name, each in redlines.items():
        (folder / f"{name}.docx").write_bytes(redline_to_docx(each.redline, TRACKING))
    answers = judged(folder)
    wrong = []
    for name, each in redlines.items():
        found = answers[f"{name}.docx"]
        wrong += [] if says(said(found["accepted"]), said(each.after)) else [f"{name}: accepted"]
        wrong += [] if says(said(found["rejected"]), said(each.before)) else [f"{name}: rejected"]
    return wrong


def says(found: list[Said], wanted: list[Said]) -> bool:
    """Whether all is found that is wanted; each formula set, or in one line."""
    return len(found) == len(wanted) and all(map(_says, found, wanted))


def _says(found: Said, wanted: Said) -> bool:
    if isinstance(found, str) or isinstance(wanted, str):
        return isinstance(found, str) and isinstance(wanted, str) and _is(found, wanted)
    return len(found) == len(wanted) and all(
        len(row) == len(other) and all(map(_is, row, other)) for row, other in zip(found, wanted, strict=True)
    )


def _is(found: str, wanted: str, shape: Callable[[str], str] = str) -> bool:
    """Whether words are those wanted; `shape` is what is done to a formula in one line before it is compared."""
    pattern = with_formulas(wanted, lambda latex: f"(?:{_SET}|{re.escape(shape(in_one_line(latex)))})", re.escape)
    return re.fullmatch(pattern, found) is not None


def of_steps(found: Iterable[Step]) -> dict[str, Judged]:
    """Redlines of the sample, numbered."""
    return {
        str(number): Judged(step.redline, in_all(step.before), in_all(step.after)) for number, step in enumerate(found)
    }


def of_pairs(seeds: Iterable[int]) -> dict[str, Judged]:
    """Redlines of generated pairs, by their seeds."""
    pairs = {seed: edited(seed) for seed in seeds}
    return {
        str(seed): Judged(redline_of(before, after), expected(before), expected(after))
        for seed, (before, after) in pairs.items()
    }


def test_generated_pairs_in_libreoffice(tmp_path: Path) -> None:
    before, after = formulas_that_changed()
    formulas = Judged(redline_of(before, after), expected(before), expected(after))
    assert judge({**of_pairs(range(_PAIRS)), "formulas": formulas}, tmp_path) == []


def test_versions_of_the_sample_in_libreoffice(tmp_path: Path) -> None:
    several = next(step for step in steps() if len(step.before) > 1 and len(step.after) > 1)
    some = sorted(versions(), key=_length)[:_SOME]
    assert len(some) == _SOME
    assert judge(of_steps([several, *some]), tmp_path) == []


def _length(step: Step) -> int:
    return sum(len(block.words) for block in step.redline.blocks)


@pytest.mark.parametrize("seed", range(8))
def test_generated_pairs_in_pandoc(seed: int) -> None:
    assert wrong_in_pandoc(seed) == ""


def wrong_in_pandoc(seed: int) -> str:
    """What pandoc makes otherwise of the redline of a seed; empty for nothing."""
    before, after = edited(seed)
    file = redline_to_docx(redline_of(before, after), TRACKING)
    accepted = _is(words_in_pandoc(file, "accept"), solid(expected(after)), _solid)
    rejected = _is(words_in_pandoc(file, "reject"), solid(expected(before)), _solid)
    return "" if accepted and rejected else f"{seed} in pandoc"


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
    elif isinstance(read, dict) and read.get("t") == "Math":
        yield _SET
    elif isinstance(read, dict):
        yield from _strings(read.get("c", read.get("title", [])))


def solid(found: Iterable[Said]) -> str:
    """All that is said, without blanks."""
    return _solid("".join(each if isinstance(each, str) else "".join(map("".join, each)) for each in found))


def _solid(text: str) -> str:
    made = straight("".join(text.split()))
    assert isinstance(made, str)
    return made

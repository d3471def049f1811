"""`secc redline` into Word and PDF files: of the Code, a document, a provision; and where they cannot be written."""

from pathlib import Path

import pytest

from tests.cli.running import Shell
from tests.pdf.reading import Pdf
from tests.redline.small_code import FIRST, NOW
from tests.redline_docx.projector import Side, document_of, left

_OLD = ["Section H: DCC Services", "H1\tServices", "H1.1\tThe DCC shall provide the Services to each User."]
_REVIEW = "The Panel shall review the Services in each year."
_OF_THE_CODE = [*_OLD, f"H1.2\t{_REVIEW}"]


def file_of(code: Shell, name: str, *arguments: str) -> bytes:
    """The file that the command writes."""
    ran = code.secc("redline", *arguments, "-o", name)
    assert (ran.status, ran.out, ran.err) == (0, "", "")
    return (code.folder / name).read_bytes()


def texts(file: bytes, side: Side) -> list[str]:
    """The paragraphs that a Word file leaves."""
    return [each.text for each in left(document_of(file), side) if each.text]


@pytest.mark.parametrize(
    ("address", "before", "after"),
    [
        ((), _OF_THE_CODE, 7),
        (("Section", "H"), _OF_THE_CODE, 5),
        (("H1.3",), [f"H1.2\t{_REVIEW}"], 1),
    ],
)
def test_a_word_file(code: Shell, address: tuple[str, ...], before: list[str], after: int) -> None:
    made = file_of(code, "made.docx", "1.0", "2.0", *address)
    assert texts(made, Side.REJECTED) == before
    assert len(texts(made, Side.ACCEPTED)) == after
    assert f"H1.3\t{_REVIEW}" in texts(made, Side.ACCEPTED)


@pytest.mark.parametrize(
    ("address", "title"),
    [
        ((), "Redline of the Small Code"),
        (("Section", "H"), "Redline of Section H"),
        (("H1.3",), "Section H1.3 (before"),
    ],
)
def test_a_pdf(code: Shell, address: tuple[str, ...], title: str) -> None:
    made = Pdf(file_of(code, "made.pdf", "1.0", "2.0", *address))
    assert title in made.pages[0]
    assert "Small Code" in made.pages[-1]
    assert made.decorations()["/Underline"]


def test_who_tracked_the_changes_and_when(code: Shell) -> None:
    made = file_of(code, "made.docx", "1.0", "2.0", "--author", "A. Drafter", "--dated", "2017-02-03")
    marks = [dict(each.attrib) for each in document_of(made).iter("{*}ins", "{*}del")]
    assert {value for mark in marks for key, value in mark.items() if key.endswith("author")} == {"A. Drafter"}
    assert {value[:10] for mark in marks for key, value in mark.items() if key.endswith("date")} == {"2017-02-03"}


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_the_same_bytes_each_time(code: Shell, form: str) -> None:
    first, second = (file_of(code, f"{name}.{form}", "1.0", "2.0") for name in ("first", "second"))
    assert first == second


def test_tracked_changes_need_a_day(code: Shell) -> None:
    """Two files have none, and the clock is not asked."""
    for name, text in (("old.sec", FIRST), ("new.sec", NOW)):
        (code.folder / name).write_bytes(text)
    ran = code.secc("redline", "old.sec", "new.sec", "-o", "made.docx")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == "secc: neither text is of a day, which tracked changes need: write --dated 2016-11-10\n"
    assert not (code.folder / "made.docx").exists()
    assert file_of(code, "made.docx", "old.sec", "new.sec", "--dated", "2020-01-02")


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_a_file_that_cannot_be_written(code: Shell, form: str) -> None:
    """What was there is still there, and nothing else."""
    (code.folder / "occupied").write_bytes(b"as it was")
    (code.folder / f"folder.{form}").mkdir()
    before = _files(code.folder)
    for place, why in (
        (f"occupied/x.{form}", "something in its path is a file, and no folder"),
        (f"folder.{form}", "Is a directory"),
    ):
        ran = code.secc("redline", "1.0", "2.0", "-o", place)
        assert (ran.status, ran.out, ran.err) == (2, "", f"secc: {place} cannot be written: {why}\n")
    assert _files(code.folder) == before


def _files(folder: Path) -> dict[Path, bytes | None]:
    return {each: each.read_bytes() if each.is_file() else None for each in sorted(folder.rglob("*"))}

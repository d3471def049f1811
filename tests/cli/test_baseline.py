"""`--baseline` and `--write-baseline`: what was there before is not shown, what is new is."""

import json
from pathlib import Path

import pytest

from tests.cli.running import Ran, Shell
from tests.making import files_of

H = """
section H: DCC Services

# H1 Services

H1.1 The operator shall keep a register in accordance with Section H1.9.

H1.2 The operator shall publish [TBC], and then publish [TBC].
"""
FILE = "known.json"


@pytest.fixture
def known(shell: Shell) -> Shell:
    """A code with three findings, and a baseline of them."""
    shell.write(files_of(H))
    assert shell.secc("check", "--write-baseline", FILE) == Ran(0, "", f"3 findings written to {FILE}\n")
    return shell


def check(shell: Shell, text: str) -> Ran:
    """What is new in a changed text."""
    shell.write(files_of(text))
    return shell.secc("check", "--baseline", FILE, "--format", "concise")


def test_an_entry_a_line(known: Shell) -> None:
    """Sorted, so that a change to the file can be read."""
    assert (known.folder / FILE).read_text(encoding="utf-8") == (
        '{\n  "version": 1,\n  "findings": [\n'
        '    {"rule": "dangling-reference", "provision": "Section H1.1", "text": "Section H1.9", "count": 1},\n'
        '    {"rule": "placeholder", "provision": "Section H1.2", "text": "[TBC]", "count": 2}\n'
        "  ]\n}\n"
    )


def test_nothing_is_left_behind(known: Shell) -> None:
    assert [path.name for path in known.folder.iterdir() if path.name not in ("sec-source", "build")] == [FILE]


def test_what_it_knows_is_not_shown(known: Shell) -> None:
    assert check(known, H) == Ran(0, "nothing to mend\n", f"3 findings left out, known to {FILE}\n")


@pytest.mark.parametrize(
    "changed",
    [
        H.replace("# H1", "## Above\n\n# H1"),
        H.replace("H1.1 The", "H1.0 The operator shall be.\n\nH1.1 The"),
        H.replace("with Section H1.9", "with Section\nH1.9"),
        H.replace("a register", "each of its registers"),
        H.replace("H1.2 The", "// a comment\nH1.2 The"),
    ],
    ids=["a heading above", "a clause above", "the line broken", "other words", "a comment"],
)
def test_it_survives_moved_lines(known: Shell, changed: str) -> None:
    assert changed != H
    assert check(known, changed) == Ran(0, "nothing to mend\n", f"3 findings left out, known to {FILE}\n")


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        (H.replace("H1.9", "H1.8"), "error[dangling-reference] Section H1.1: there is no provision Section H1.8"),
        (H.replace("H1.2 The", "H1.1A The"), "error[placeholder] Section H1.1A: "),
        (H.replace("a register", "a [TBC]"), "error[placeholder] Section H1.1: "),
    ],
    ids=["other words marked", "another provision", "the same words elsewhere"],
)
def test_what_is_new_is_shown(known: Shell, changed: str, told: str) -> None:
    ran = check(known, changed)
    assert ran.status == 1
    assert all(told in line for line in ran.out.splitlines()[:-1])
    assert len(ran.out.splitlines()) > 1


def test_counts_are_counted(known: Shell) -> None:
    """Of three placeholders in one provision it knows two: the last is new."""
    ran = check(known, H.replace("and then publish", "[TBC] and then publish"))
    (line, total) = ran.out.splitlines()
    assert line.startswith("sec-source/sections/H.sec:7:")
    assert "error[placeholder] Section H1.2" in line
    assert total == "1 error in 1 file"
    column = int(line.split(":")[2])
    assert column > len("H1.2 The operator shall publish [TBC], [TBC]")


def test_what_is_mended_is_said(known: Shell) -> None:
    ran = check(known, H.replace(", and then publish [TBC]", ""))
    assert ran == Ran(
        0,
        "nothing to mend\n",
        f"2 findings left out, known to {FILE}\n1 finding of {FILE} no longer there: renew it with --write-baseline\n",
    )


def test_a_part_says_nothing_of_what_is_mended(known: Shell) -> None:
    known.write(files_of(H.replace("[TBC]", "it")))
    ran = known.secc("check", "--baseline", FILE, "--select", "dangling-reference", "--format", "concise")
    assert ran == Ran(0, "nothing to mend\n", f"1 finding left out, known to {FILE}\n")


def test_a_new_code_has_an_empty_one(shell: Shell) -> None:
    shell.write(files_of("section H: DCC Services\n\n# H1 Services\n\nH1.1 The operator shall be.\n"))
    assert shell.secc("check", "--write-baseline", FILE).err == f"0 findings written to {FILE}\n"
    assert json.loads((shell.folder / FILE).read_text(encoding="utf-8")) == {"version": 1, "findings": []}
    assert shell.secc("check", "--baseline", FILE) == Ran(0, "nothing to mend\n", "")


@pytest.mark.parametrize(
    "others",
    [["--select", "placeholder"], ["--ignore", "placeholder"], ["sec-source/sections"], ["--baseline", FILE]],
    ids=" ".join,
)
def test_a_part_of_the_findings_is_not_written(known: Shell, others: list[str]) -> None:
    """The rest would be lost from it."""
    before = (known.folder / FILE).read_bytes()
    ran = known.secc("check", "--write-baseline", FILE, *others)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("secc: a baseline holds every finding: ")
    assert (known.folder / FILE).read_bytes() == before


@pytest.mark.parametrize(
    "contents",
    [
        b"",
        b"[]",
        b'{"version": 1}',
        b'{"version": 2, "findings": []}',
        b'{"version": 1, "findings": [], "more": 1}',
        b'{"version": 1, "findings": [{"rule": "a", "provision": "b", "text": "c"}]}',
        b'{"version": 1, "findings": [{"rule": "a", "provision": "b", "text": "c", "count": 0}]}',
        b'{"version": 1, "findings": [{"rule": "a", "provision": "b", "text": "\xff", "count": 1}]}',
    ],
)
def test_a_file_that_is_no_baseline_is_refused(known: Shell, contents: bytes) -> None:
    (known.folder / FILE).write_bytes(contents)
    ran = known.secc("check", "--baseline", FILE)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(f"secc: {FILE} is no baseline that secc wrote: ")


def test_a_file_that_is_not_there(known: Shell) -> None:
    ran = known.secc("check", "--baseline", "no.json")
    assert ran == Ran(2, "", "secc: no.json cannot be read: No such file or directory\n")


def test_a_folder_that_is_not_there_is_made(known: Shell) -> None:
    ran = known.secc("check", "--write-baseline", "new/known.json")
    assert ran.status == 0
    assert known.secc("check", "--baseline", "new/known.json").status == 0


def test_a_file_where_a_folder_should_be(known: Shell) -> None:
    (known.folder / "no").write_bytes(b"")
    ran = known.secc("check", "--write-baseline", "no/known.json")
    assert ran == Ran(2, "", "secc: no/known.json cannot be written: something in its path is a file, and no folder\n")


def test_a_baseline_that_cannot_replace_leaves_nothing(known: Shell) -> None:
    """The new one is written beside, then takes the place; here a folder has the name."""
    (known.folder / "taken").mkdir()
    ran = known.secc("check", "--write-baseline", "taken")
    assert ran.status == 2
    assert list(Path(known.folder / "taken").iterdir()) == []
    assert not [path for path in known.folder.iterdir() if path.name.startswith(".taken")]

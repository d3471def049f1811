"""`secc check --fix`, `--unsafe-fixes`, `--diff` and `--today`."""

import json

import pytest

from tests.cli.running import Shell
from tests.making import files_of

H = """
section H: DCC Services

# H1 Services

H1.1 The operator shall keep a register,, and authorize it.

H1.2 The operator shall:
  (a) keep [TBC],
  (b) publish it ;
  (c) send it out; and
  (d) answer.
"""
SAFE = H.replace(",,", ",").replace("[TBC],", "[TBC];").replace(" ;", ";").lstrip("\n")
FILE = "sec-source/sections/H.sec"


@pytest.fixture
def code(shell: Shell) -> Shell:
    """A code with slips of both kinds."""
    shell.write(files_of(H))
    return shell


def text(shell: Shell) -> str:
    return (shell.folder / FILE).read_text(encoding="utf-8")


def test_safe_fixes_are_made_and_named(code: Shell) -> None:
    ran = code.secc("check", "--fix", "--format", "concise")
    assert text(code) == SAFE
    assert ran.status == 1
    assert ran.err == (
        f"mended {FILE}: 1 of doubled-punctuation, 1 of list-punctuation, 1 of misplaced-space\n"
        "  this changes the words of Section H1.1, Section H1.2(a), Section H1.2(b)\n"
    )
    assert [line.partition(": ")[0] for line in ran.out.splitlines()[:-1]] == [f"{FILE}:5:46", f"{FILE}:8:12"]


def test_unsafe_fixes_are_made_when_asked_for(code: Shell) -> None:
    ran = code.secc("check", "--fix", "--unsafe-fixes", "--select", "us-spelling")
    assert (ran.status, ran.out) == (0, "nothing to mend\n")
    assert text(code) == H.lstrip("\n").replace("authorize", "authorise")


def test_a_diff_writes_nothing(code: Shell) -> None:
    ran = code.secc("check", "--diff", "--select", "doubled-punctuation")
    assert text(code) == H.lstrip("\n")
    assert ran.status == 1
    lines = ran.out.splitlines()
    assert lines[:2] == [f"--- {FILE}", f"+++ {FILE}"]
    assert [line for line in lines[2:] if line.startswith(("+", "-"))] == [
        "-H1.1 The operator shall keep a register,, and authorize it.",
        "+H1.1 The operator shall keep a register, and authorize it.",
    ]
    assert ran.err == (f"would mend {FILE}: 1 of doubled-punctuation\n  this would change the words of Section H1.1\n")


def test_nothing_to_show(code: Shell) -> None:
    ran = code.secc("check", "--diff", "--select", "placeholder")
    assert (ran.status, ran.out, ran.err) == (0, "", "")


def test_only_the_files_named_are_mended(code: Shell) -> None:
    code.write(files_of(H, H.replace("section H", "appendix AL").replace("# H1", "# 1").replace("H1.", "1.")))
    code.secc("check", "--fix", "sec-source/appendices")
    assert text(code) == H.lstrip("\n")
    assert ",," not in (code.folder / "sec-source/appendices/AL.sec").read_text(encoding="utf-8")


def test_what_a_baseline_knows_is_left_alone(code: Shell) -> None:
    code.secc("check", "--write-baseline", "known.json")
    ran = code.secc("check", "--fix", "--baseline", "known.json")
    assert (ran.status, text(code)) == (0, H.lstrip("\n"))


def test_line_ends_and_mark_of_the_file_are_kept(code: Shell) -> None:
    place = code.folder / FILE
    place.write_bytes(b"\xef\xbb\xbf" + place.read_bytes().replace(b"\n", b"\r\n"))
    code.secc("check", "--fix")
    assert place.read_bytes() == b"\xef\xbb\xbf" + SAFE.replace("\n", "\r\n").encode()


def test_a_file_that_cannot_be_replaced_is_as_it_was(code: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("shutil.copymode", refuse)
    ran = code.secc("check", "--fix")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == f"secc: {FILE} cannot be written: No space left on device\n"
    assert text(code) == H.lstrip("\n")
    assert sorted(each.name for each in (code.folder / FILE).parent.iterdir()) == ["H.sec"]


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        ("--unsafe-fixes", "--unsafe-fixes says which fixes --fix or --diff is to carry out: give one of them"),
        ("--watch --unsafe-fixes", "--unsafe-fixes says which fixes --fix or --diff is to carry out: give one of them"),
        ("--prose --fix letter.txt", "--fix is for the sources of a code; a letter is its author's to mend"),
        ("--diff --statistics", "--statistics counts findings, and --diff prints something else: give one of the two"),
        (
            "--fix --write-baseline known.json",
            "a baseline holds every finding: give --write-baseline without PATHS, --select, --ignore, --baseline,"
            " --as-at, --fix, --diff and --watch",
        ),
    ],
)
def test_what_does_not_go_together(code: Shell, arguments: str, why: str) -> None:
    ran = code.secc("check", *arguments.split())
    assert (ran.status, ran.out, ran.err) == (2, "", f"secc: {why}\n")


def test_the_day_of_a_suppression(shell: Shell) -> None:
    text = "\n// allow placeholder until 2100-01-01: the Panel decides by then\nH1.2 The operator shall:"
    shell.write(files_of(H.replace("\nH1.2 The operator shall:", text)))
    today = shell.secc("check", "--select", "placeholder")
    assert (today.status, today.out) == (0, "nothing to mend\n")
    both = ("--select", "placeholder", "--select", "unused-suppression")
    after = shell.secc("check", "--today", "2100-01-01", *both, "--format", "json")
    assert [each["headline"] for each in json.loads(after.out)["findings"]] == [
        "`placeholder` was allowed here until 2100-01-01",
        "the placeholder [TBC] is left in the text",
    ]

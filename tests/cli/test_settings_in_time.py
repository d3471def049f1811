"""What code.toml leaves out is left out in time and in letters too; and what is mended in the files of instruments."""

import json

import pytest

from tests.cli.history import HISTORY, SETTINGS, modification
from tests.cli.running import Shell

PAST = "2020-03-01-past"
MISTAKE = modification(PAST, '1 in Section A1.2, at the end insert "See Section A1.4."')
VAIN = modification("2020-05-01-vain", "1 omit Section A1.7", "made: 2020-05-01")
LATER = modification("2020-06-01-later", "1 omit Section A1.8", "made: 2020-06-01")
MENDED = modification("2020-04-01-mended", '1 in Section A1.2, omit "See Section A1.4."', "made: 2020-04-01")
ALLOWED = modification(
    "2020-03-01-allowed",
    '// allow doubtful-match: nobody knows\n1 in Section A1.2, for "tell" substitute "show"',
)


@pytest.fixture
def code(shell: Shell) -> Shell:
    """A code whose instruments are at fault: one in the past, two in vain."""
    shell.write({**HISTORY, **MISTAKE, **MENDED, **VAIN, **LATER})
    return shell


def found(shell: Shell, *arguments: str) -> set[tuple[str, str]]:
    """The rule of each finding, and the file in which it stands."""
    past = () if {"--as-at", "--prose"} & {*arguments} else ("--past",)
    answer = json.loads(shell.secc("check", "--format", "json", *past, *arguments).out)
    return {(each["rule"], each["path"]) for each in answer["findings"]}


HELD = ("dangling-reference", "as-at/2020-02-01/section-A.sec")
IN_VAIN = ("instruction-not-possible", "sec-source/instruments/2020-05-01-vain.sec")
IN_VAIN_LATER = ("instruction-not-possible", "sec-source/instruments/2020-06-01-later.sec")


@pytest.mark.parametrize(
    ("check", "left"),
    [
        ("", {HELD, IN_VAIN, IN_VAIN_LATER}),
        ('ignore = ["instruction-not-possible"]', {HELD}),
        ('[check.files]\n"instruments/2020-05-01-vain.sec" = ["instruction-not-possible"]', {HELD, IN_VAIN_LATER}),
        ('[check.files]\n"instruments" = ["instruction-not-possible"]', {HELD}),
        ('[check.files]\n"sections/A.sec" = ["dangling-reference"]', {IN_VAIN, IN_VAIN_LATER}),
        ('[check.provisions]\n"A1.2" = ["dangling-reference"]', {IN_VAIN, IN_VAIN_LATER}),
        ('[check.provisions]\n"A1.1" = ["dangling-reference"]', {HELD, IN_VAIN, IN_VAIN_LATER}),
    ],
)
def test_settings_reach_what_is_found_in_time(code: Shell, check: str, left: set[tuple[str, str]]) -> None:
    code.write({"code.toml": SETTINGS + f"[check]\n{check}\n".encode()})
    assert found(code) == left


def test_settings_reach_the_text_of_a_day(code: Shell) -> None:
    assert found(code, "--as-at", "2020-03-15") == {HELD_THEN}
    code.write({"code.toml": SETTINGS + b'[check.files]\n"sections" = ["dangling-reference"]\n'})
    assert found(code, "--as-at", "2020-03-15") == set()


HELD_THEN = ("dangling-reference", "as-at/2020-03-15/section-A.sec")


def test_a_letter_leaves_out_what_code_toml_ignores(code: Shell) -> None:
    (code.folder / "letter.md").write_text("The the register is kept under Section A1.9.\n", encoding="utf-8")
    assert {rule for rule, _ in found(code, "--prose", "letter.md")} == {"doubled-word", "dangling-reference"}
    code.write({"code.toml": SETTINGS + b'[check]\nignore = ["doubled-word", "gap-in-numbers"]\n'})
    assert {rule for rule, _ in found(code, "--prose", "letter.md")} == {"dangling-reference"}


def test_a_setting_names_a_rule_that_there_is(code: Shell) -> None:
    code.write({"code.toml": SETTINGS + b'[check]\nignore = ["doubled-wrd"]\n'})
    (code.folder / "letter.md").write_text("The register.\n", encoding="utf-8")
    ran = code.secc("check", "--prose", "letter.md")
    assert (ran.status, "there is no rule `doubled-wrd`" in ran.err) == (2, True)


def test_a_rule_for_letters_is_not_run_on_the_code(code: Shell) -> None:
    ran = code.secc("check", "--select", "gap-in-numbers")
    assert ran.status == 2
    assert "`gap-in-numbers` is a rule for letters: give --prose with it" in ran.err


@pytest.mark.parametrize("mode", ["--fix", "--diff"])
def test_what_an_instrument_allows_in_vain_is_taken_out(shell: Shell, mode: str) -> None:
    shell.write({**HISTORY, **ALLOWED})
    text = shell.folder / "sec-source/instruments/2020-03-01-allowed.sec"
    before = text.read_text(encoding="utf-8")
    shell.write({"sections/A.sec": HISTORY["sections/A.sec"].replace(b"tell", b"show")})
    ran = shell.secc("check", mode)
    mended = before.replace("// allow doubtful-match: nobody knows\n", "")
    if mode == "--fix":
        assert (ran.status, text.read_text(encoding="utf-8")) == (0, mended)
        assert ran.err == "mended sec-source/instruments/2020-03-01-allowed.sec: 1 of unused-suppression\n"
    else:
        assert (ran.status, text.read_text(encoding="utf-8")) == (1, before)
        assert "-// allow doubtful-match: nobody knows\n" in ran.out


def test_what_is_left_in_time_is_shown_after_fixes(code: Shell) -> None:
    ran = code.secc("check", "--fix", "--format", "concise")
    assert ran.status == 1
    assert "2020-05-01-vain.sec:4:1: error[instruction-not-possible]" in ran.out
    assert "A1.4" not in ran.out

"""`secc check --prose`: letters from files, with the Code found from here or without."""

import json

import pytest

from tests.cli.running import Shell
from tests.making import files_of
from tests.reading.word_file import paragraph, word_file

H = """
section H: DCC Services

# H1 Services

H1.1 The operator shall keep the register.
"""
LETTER = "It is kept under Section H1.1, and under Section H1.9, as the the register says.\n"


def test_a_letter_is_checked_beside_the_code(shell: Shell) -> None:
    shell.write(files_of(H))
    (shell.folder / "letter.md").write_text(LETTER, encoding="utf-8")
    ran = shell.secc("check", "--prose", "--format", "jsonl", "letter.md")
    found = [json.loads(line) for line in ran.out.splitlines()]
    assert (ran.status, [(each["rule"], each["line"], each["column"]) for each in found]) == (
        1,
        [("dangling-reference", 1, 42), ("doubled-word", 1, 59)],
    )


def test_where_no_code_is_the_letter_is_checked_by_itself(shell: Shell) -> None:
    (shell.folder / "letter.txt").write_text(LETTER, encoding="utf-8")
    ran = shell.secc("check", "--prose", "--format", "concise", "letter.txt")
    assert ran.status == 1
    assert "doubled-word" in ran.out
    assert "dangling-reference" not in ran.out


def test_a_word_file_has_a_line_for_each_paragraph(shell: Shell) -> None:
    letter = word_file(paragraph("All is well."), paragraph("Keep the the register."))
    (shell.folder / "letter.docx").write_bytes(letter)
    ran = shell.secc("check", "--prose", "--format", "concise", "letter.docx")
    assert "letter.docx:2:6: warning[doubled-word]" in ran.out


def test_every_format_knows_the_rules_that_only_letters_have(shell: Shell) -> None:
    (shell.folder / "letter.txt").write_text("Section X3, enables it.\n", encoding="utf-8")
    log = json.loads(shell.secc("check", "--prose", "--format", "sarif", "letter.txt").out)
    (result,) = log["runs"][0]["results"]
    assert result["ruleId"] == "stray-mark"
    assert log["runs"][0]["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "stray-mark"


def test_statistics_know_the_rules_that_only_letters_have(shell: Shell) -> None:
    (shell.folder / "letter.txt").write_text("Section X3, enables it.\n", encoding="utf-8")
    ran = shell.secc("check", "--prose", "--statistics", "letter.txt")
    assert (ran.status, ran.out.splitlines()[1].split()[:3]) == (1, ["1", "1", "stray-mark"])


def test_rules_are_chosen_by_name(shell: Shell) -> None:
    (shell.folder / "letter.txt").write_text(LETTER, encoding="utf-8")
    assert shell.secc("check", "--prose", "--ignore", "doubled-word", "letter.txt").status == 0
    refused = shell.secc("check", "--prose", "--select", "level-style", "letter.txt")
    assert (refused.status, refused.err) == (2, "secc: there is no rule `level-style` for letters; see `secc rules`\n")


def test_what_cannot_be_read_is_one_line(shell: Shell) -> None:
    (shell.folder / "letter.docx").write_bytes(b"PK\x03\x04rubbish")
    for arguments in (["missing.txt"], ["letter.docx"], []):
        ran = shell.secc("check", "--prose", *arguments)
        assert ran.status == 2
        assert len(ran.err.splitlines()) == 1


def test_the_rules_that_only_letters_have_are_explained(shell: Shell) -> None:
    assert "shortened-term" in shell.secc("rules").out
    assert shell.secc("explain", "shortened-term").out.startswith("shortened-term (warning)\n")


HISTORY = {
    "code.toml": b'title = "A Code"\nshort = "AC"\ndocuments = ["sections/H.sec", "appendices/AO.sec"]\n',
    "sections/H.sec": b"section H: Services\n\n# H1 Services\n\nH1.1 The operator shall act.\n",
    "appendices/AO.sec": b"appendix AO: A Policy\n\n# 1 Aim\n\n1.1 It has an aim.\n",
    "instruments/2019-01-01-first/instrument.sec": (
        b"designation 2019-01-01-first: The first designation\nmade: 2019-01-01\n\n"
        b"1 designate Section H as version 1.0, in the form set out at annexes/section-H.sec\n"
    ),
    "instruments/2019-01-01-first/annexes/section-H.sec": b"section H: Services\n\n# H1 Acts\n\nH1.1 Nothing yet.\n",
    "instruments/2020-09-17-policy/instrument.sec": (
        b"direction 2020-09-17-policy: A policy\nmade: 2020-09-17\n\n"
        b'1 in Section H1.1, for "Nothing yet" substitute "The operator shall act"\n'
        b"2 designate Appendix AO as version 1.0, in the form set out at annexes/appendix-AO.sec\n"
    ),
    "instruments/2020-09-17-policy/annexes/appendix-AO.sec": b"appendix AO: A Policy\n\n# 1 Aim\n\n1.1 It has one.\n",
}


def test_a_letter_is_held_to_the_code_of_its_own_date(shell: Shell) -> None:
    shell.write({**HISTORY, "../early.txt": b"3 March 2020\n\nThis concerns Appendix AO of the Code.\n"})
    early = shell.secc("check", "--prose", "early.txt")
    assert early.status == 1
    assert "there is no provision Appendix AO" in early.out
    assert "held to the Code as at 3 March 2020, its date" in early.err
    assert shell.secc("check", "--prose", "early.txt", "--as-at", "2020-10-01").status == 0


def test_a_folder_without_instruments_is_no_history(shell: Shell) -> None:
    shell.write(
        {
            **files_of(H),
            "instruments/README.md": b"None yet.\n",
            "../letter.txt": b"3 March 2020\n\nSee Section H1.1.\n",
        }
    )
    ran = shell.secc("check", "--prose", "letter.txt")
    assert (ran.status, ran.out, ran.err) == (0, "nothing to mend\n", "")


RENUMBERED = {
    "instruments/2021-05-04-numbers.sec": (
        b"modification 2021-05-04-numbers: Numbers\nmade: 2021-05-04\nfrom: 2021-05-04\n\n"
        b"1 renumber Section H1.1 as H1.2\n"
    ),
    "sections/H.sec": b"section H: Services\n\n# H1 Services\n\nH1.2 The operator shall act.\n",
}


@pytest.mark.parametrize(
    ("day", "cited", "status"),
    [("3 May 2021", "H1.1", 0), ("3 May 2021", "H1.2", 1), ("4 May 2021", "H1.1", 1), ("4 May 2021", "H1.2", 0)],
)
def test_a_letter_cites_the_numbers_of_its_own_date(shell: Shell, day: str, cited: str, status: int) -> None:
    shell.write({**HISTORY, **RENUMBERED, "../letter.txt": f"{day}\n\nThis is about Section {cited}.\n".encode()})
    ran = shell.secc("check", "--prose", "letter.txt")
    assert (ran.status, f"held to the Code as at {day}, its date" in ran.err) == (status, True)
    assert (f"there is no provision Section {cited}" in ran.out) == bool(status)


def test_names_that_code_toml_lists_are_none_of_the_terms(shell: Shell) -> None:
    settings = HISTORY["code.toml"]
    section = b'section H: Services\n\n# H1 Acts\n\nH1.1 In this Code:\n\n  define "Metering Inventory" means a list.\n'
    letter = b"The Panel has seen the Metering Inventry.\n"
    shell.write({"code.toml": settings, "sections/H.sec": section, "appendices/AO.sec": HISTORY["appendices/AO.sec"]})
    shell.write({"../letter.txt": letter})
    assert "undefined-term" in shell.secc("check", "--prose", "letter.txt").out
    shell.write({"code.toml": settings + b'[check]\nnames = ["Metering Inventry"]\n'})
    assert shell.secc("check", "--prose", "letter.txt").status == 0


def test_a_list_of_what_changes_is_held_to_the_change(shell: Shell) -> None:
    listed = b"The following parts of the Code will be impacted:\n\n- Section H\n- Section J\n- Appendix AO\n"
    shell.write({**HISTORY, "../report.txt": listed})
    ran = shell.secc("check", "--prose", "report.txt", "--against", "2020-09-16", "2020-09-17")
    assert ran.status == 1
    assert "not what the comparison changes: Section J did not change" in ran.out
    alone = shell.secc("check", "--against", "2020-09-16", "2020-09-17")
    assert (alone.status, alone.out) == (2, "")
    assert "give --prose with it" in alone.err

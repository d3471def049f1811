"""`secc merge`: two changes of one text brought together, on the command line."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tests.cli.running import Shell

BASE = "section H: DCC Services\n\nH1.1 It answers within 5 days.\n\nH1.2 It keeps a list of the questions.\n"
ONE = BASE.replace("5 days", "6 days")
OTHER = BASE.replace("a list", "a public list")
CLASH = BASE.replace("5 days", "seven days")
CODE = """title = "A Code"
short = "AC"
documents = [
    "sections/G-security.sec",
    "sections/H-dcc-services.sec",
]
"""
G = "section G: Security\n\nG1.1 All is safe.\n"
SCHEMA = Path(__file__).resolve().parents[2] / "docs" / "schemas" / "merge.schema.json"


@pytest.fixture
def coded(shell: Shell) -> Shell:
    """A shell beside a Code, two changed copies of it, and a third that clashes with the first."""
    for folder, text in ((".", BASE), ("../one", ONE), ("../other", OTHER), ("../clash", CLASH)):
        files = {"code.toml": CODE, "sections/H-dcc-services.sec": text, "sections/G-security.sec": G}
        shell.write({f"{folder}/{path}": made.encode() for path, made in files.items()})
    return shell


def _file(folder: str) -> str:
    return f"{folder}/sections/H-dcc-services.sec"


def test_one_document_is_printed_and_what_was_done_is_told_apart(coded: Shell) -> None:
    ran = coded.secc("merge", _file("sec-source"), _file("one"), _file("other"))
    assert (ran.status, ran.out) == (0, ONE.replace("a list", "a public list"))
    assert "no conflict" in ran.err


def test_a_whole_code_is_written_to_a_folder_that_can_be_checked(coded: Shell) -> None:
    refused = coded.secc("merge", "disk", "one", "other")
    assert (refused.status, refused.out) == (2, "")
    assert "name a folder to write them to with -o" in refused.err
    ran = coded.secc("merge", "disk", "one", "other", "-o", "both")
    assert (ran.status, ran.err) == (0, "")
    assert (coded.folder / _file("both")).read_text() == ONE.replace("a list", "a public list")
    assert (coded.folder / "both/sections/G-security.sec").read_text() == G
    assert (coded.folder / "both/code.toml").read_text() == CODE


def test_a_document_that_one_adds_and_one_that_the_other_takes_away(coded: Shell) -> None:
    added = CODE.replace("]\n", '    "sections/K-charges.sec",\n]\n')
    less = CODE.replace('    "sections/G-security.sec",\n', "")
    coded.write({"../one/code.toml": added.encode(), "../one/sections/K-charges.sec": b"section K: Charges\n"})
    coded.write({"../other/code.toml": less.encode()})
    assert coded.secc("merge", "disk", "one", "other", "-o", "sec-source").status == 0
    assert (coded.folder / "sec-source/code.toml").read_text() == added.replace('    "sections/G-security.sec",\n', "")
    assert not (coded.folder / "sec-source/sections/G-security.sec").exists()
    assert (coded.folder / "sec-source/sections/K-charges.sec").read_text() == "section K: Charges\n"


def test_a_conflict_is_told_with_its_place_and_found_by_the_check(coded: Shell) -> None:
    ran = coded.secc("merge", "disk", "one", "clash", "-o", "sec-source")
    assert ran.status == 1
    told = (
        'conflict 1 in Section H1.1 (sec-source/sections/H-dcc-services.sec:3): for "5", one has "6", and clash "seven"'
    )
    assert ran.out.splitlines()[0] == told
    checked = coded.secc("check")
    assert checked.status == 1
    assert "two changes of this text clash" in checked.out


def test_the_form_for_programs_is_as_its_schema_says(coded: Shell) -> None:
    ran = coded.secc("merge", "disk", "one", "clash", "--format", "json")
    answer = json.loads(ran.out)
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(answer)
    assert (ran.status, len(answer["documents"]), answer["conflicts"][0]["line"]) == (1, 2, 3)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("disk", "one", "never"), "never is no day, version, folder or file"),
        (("disk", _file("one"), "other/sections/G-security.sec"), "the texts are not of the same document"),
        (("disk", "one", "other", "-o", "one/code.toml/here"), "cannot be written"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_changes_nothing(
    arguments: tuple[str, ...], said: str, coded: Shell
) -> None:
    before = {path: path.read_bytes() for path in coded.folder.rglob("*.sec")}
    ran = coded.secc("merge", *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err
    assert {path: path.read_bytes() for path in coded.folder.rglob("*.sec")} == before

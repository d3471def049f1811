"""`secc show`: the text of a document, provision or definition, as printed."""

import json

import pytest

from tests.cli.history import HISTORY, modification
from tests.cli.running import Ran, Shell
from tests.making import files_of

SECTION = """
section H: DCC Services

# H14 Testing Services

## Device Tests

H14.31 The DCC shall offer "tests":
  (a) of Devices; and
  (b) of User Systems, provided that:
    (i) they are new; or
    (ii) they are old,

    as the case may be,

  in each case under Section H14.32.

H14.32 The "Test Fee" shall be nil; and (a) one; or (b) two.

  define "Device" means a thing that:
    (a) has Power.

  define "Power" has the meaning given to that expression in Section K1.1.
"""
SPECIAL = """
section K: Power

# K1 Definitions

K1.1 In this Section K, "Power" means electricity.
"""
APPENDIX = """
appendix D: Procedures
known-as: RAPP

1 Words.

annex A: Forms

A1 A form.
"""


@pytest.fixture
def code(shell: Shell) -> Shell:
    shell.write(files_of(SECTION, SPECIAL, APPENDIX))
    return shell


def shown(code: Shell, *said: str) -> str:
    ran = code.secc("show", *said)
    assert (ran.status, ran.err) == (0, "")
    return ran.out


def test_a_paragraph_with_the_words_that_it_completes(code: Shell) -> None:
    assert shown(code, "H14.31(b)(i)") == (
        "Section H: DCC Services\n"
        "H14 Testing Services\n"
        "Device Tests\n"
        "\n"
        "H14.31   The DCC shall offer “tests”:\n"
        "\n"
        "         (b)   of User Systems, provided that:\n"
        "\n"
        "               (i)   they are new; or\n"
        "\n"
        "               as the case may be,\n"
        "\n"
        "         in each case under Section H14.32.\n"
    )


def test_a_clause_with_all_that_is_in_it(code: Shell) -> None:
    out = shown(code, "H14.31")
    for words in ("(a)   of Devices; and", "(ii)  they are old,", "in each case"):
        assert words in out


def test_a_paragraph_run_into_a_sentence_is_its_clause(code: Shell) -> None:
    assert shown(code, "H14.32(b)") == shown(code, "H14.32")


def test_a_sub_section(code: Shell) -> None:
    out = shown(code, "Section", "H14")
    assert out.startswith("Section H: DCC Services\n\nH14      Testing Services\n\nDevice Tests\n\nH14.31   The DCC")
    assert "H14.32" in out


def test_a_document(code: Shell) -> None:
    out = shown(code, "RAPP")
    assert out.startswith("Appendix D: Procedures (RAPP)\n\n1        Words.\n")
    assert out == shown(code, "Appendix D") == shown(code, "Procedures")


def test_a_form_of_an_annex(code: Shell) -> None:
    assert shown(code, "Annex A (A1) of Appendix D") == "Appendix D: Procedures\nAnnex A: Forms\n\nA1       A form.\n"


def test_a_definition_stands_under_its_clause(code: Shell) -> None:
    out = shown(code, '"Device"')
    assert "“Device” means a thing that:" in out
    assert "(a)   has Power." in out
    assert "“Power” has" not in out


def test_every_definition_of_a_term_and_the_provision_that_gives_its_meaning(code: Shell) -> None:
    out = shown(code, '"Power"')
    assert "“Power” has the meaning given to that expression in Section K1.1." in out
    assert out.count("In this Section K, “Power” means electricity.") == 1


def test_a_definition_in_the_prose(code: Shell) -> None:
    assert "The “Test Fee” shall be nil" in shown(code, "Test Fee")


def test_json(code: Shell) -> None:
    answer = json.loads(shown(code, "H14.31(a)", "--format", "json"))
    assert answer == {
        "version": 1,
        "as_at": None,
        "known": None,
        "shown": [
            {
                "address": "section-H/H14.31(a)",
                "printed": "Section H14.31(a)",
                "within": ["Section H: DCC Services", "H14 Testing Services", "Device Tests"],
                "text": "H14.31   The DCC shall offer “tests”:\n\n         (a)   of Devices; and\n\n"
                "         in each case under Section H14.32.",
            }
        ],
    }


def test_a_whole_document_as_json_stands_under_nothing(code: Shell) -> None:
    (answer,) = json.loads(shown(code, "RAPP", "--format", "json"))["shown"]
    assert (answer["address"], answer["printed"], answer["within"]) == ("appendix-D", "Appendix D", [])
    assert answer["text"] == shown(code, "RAPP").rstrip("\n")


@pytest.mark.parametrize(
    ("said", "near"),
    [
        ("H14.33", "; the nearest are Section H14.31, Section H14.32"),
        ("H14.31(d)", "; the nearest are Section H14.31(a), Section H14.31(b)"),
        ("14.31", "; the nearest is Section H14.31"),
        ("Appendix E", "; the nearest are Appendix D, Section H"),
        ('"Devise"', '; the nearest is "Device"'),
        ("xyz", ""),
    ],
)
def test_what_is_not_there(code: Shell, said: str, near: str) -> None:
    assert code.secc("show", said) == Ran(2, "", f"secc: there is no {said} in the Code{near}\n")


def test_a_code_with_instruments_says_how_far_its_files_go(shell: Shell) -> None:
    """They hold what is to come too, which a reader has to know."""
    later = modification("2020-02-01-later", '1 from 2027-01-01, in Section A1.1, for "a register" substitute "a book"')
    shell.write({**HISTORY, **later})
    said = "\n\nAs the files hold it: with every change whose day is known, up to that of 1 January 2027. "
    assert said in shell.secc("show", "A1.1").out
    assert "As the files hold it" not in shell.secc("show", "A1.1", "--as-at", "2020-01-01").out
    assert json.loads(shell.secc("show", "A1.1", "--format", "json").out)["as_at"] is None

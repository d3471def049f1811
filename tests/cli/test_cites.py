"""`secc cites` and `secc terms`: what refers to a provision, what uses a term."""

import csv
import json

import pytest

from tests.cli.history import FIRST, HISTORY
from tests.cli.running import Ran, Shell
from tests.making import files_of

SECTION = """
section H: DCC Services

# H1 Services

H1.1 In this Code:

  define "Device" or "Thing" means a meter.

  define "=Cost" means what a Device costs.

H1.2 The DCC shall read each Device:
  (a) under Section H1.3 and Section H9; and
  (b) under Condition 22 of the DCC Licence, and the Energy Act 2008.

H1.3 Words, and paragraph (a) of Section H1.2, and Sections H1.1 to H1.3.
"""
APPENDIX = """
appendix AL: Approach
known-as: TMAD

1.1 A Device is read in accordance with Section H1.2(a), which goes on for long enough to be cut on both sides.

1.2 In this Clause 1.2, "Device" means a box, and each Device is one.
"""


@pytest.fixture
def code(shell: Shell) -> Shell:
    shell.write(files_of(SECTION, APPENDIX))
    return shell


def rows(code: Shell, *said: str) -> list[dict[str, str]]:
    ran = code.secc("cites", *said, "--format", "json")
    assert (ran.status, ran.err) == (0, "")
    answer = json.loads(ran.out)
    assert answer["version"] == 1
    places: list[dict[str, str]] = answer["places"]
    return places


def test_what_refers_to_a_provision_and_to_anything_in_it(code: Shell) -> None:
    assert [(row["from"], row["text"], row["to"]) for row in rows(code, "H1.2")] == [
        ("Section H1.3", "paragraph (a) of Section H1.2", "Section H1.2(a)"),
        ("Section H1.3", "Sections H1.1 to H1.3", "Section H1.1 to Section H1.3"),
        ("Appendix AL 1.1", "Section H1.2(a)", "Section H1.2(a)"),
    ]


def test_what_a_provision_refers_to(code: Shell) -> None:
    assert [(row["from"], row["to"]) for row in rows(code, "H1.2", "--to")] == [
        ("Section H1.2(a)", "Section H1.3"),
        ("Section H1.2(a)", "nothing"),
        ("Section H1.2(b)", "Condition 22 of DCC Licence"),
        ("Section H1.2(b)", "Energy Act 2008"),
    ]


def test_what_nothing_refers_to(code: Shell) -> None:
    assert code.secc("cites", "TMAD") == Ran(0, "Appendix AL is referred to by nothing\n", "")
    assert code.secc("cites", "TMAD 1.2", "--to").out == "Appendix AL 1.2 refers to nothing\n"


def test_places_are_shown_with_the_words_around_them(code: Shell) -> None:
    ran = code.secc("cites", "H1.2(a)")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == (
        "Section H1.2(a) is referred to by 2 places:\n"
        "\n"
        "Section H1.3  (sec-source/sections/H.sec:15)\n"
        "    Words, and [paragraph (a) of Section H1.2], and Sections H1.1 to H1.3.  -> Section H1.2(a)\n"
        "Appendix AL 1.1  (sec-source/appendices/AL.sec:4)\n"
        "    A Device is read in accordance with [Section H1.2(a)], which goes on for long enough to be cu…"
        "  -> Section H1.2(a)\n"
    )


def test_a_place_has_its_line_and_column(code: Shell) -> None:
    (_, row) = rows(code, "H1.2(a)")
    assert row == {
        "from": "Appendix AL 1.1",
        "path": "sec-source/appendices/AL.sec",
        "line": 4,
        "column": 41,
        "text": "Section H1.2(a)",
        "before": "A Device is read in accordance with ",
        "after": ", which goes on for long enough to be cu",
        "to": "Section H1.2(a)",
    }


def test_what_uses_a_term_of_whichever_definition(code: Shell) -> None:
    assert [(row["from"], row["to"]) for row in rows(code, '"Device"')] == [
        ('the definition of "=Cost" in Section H1.1', '"Device"'),
        ("Section H1.2", '"Device"'),
        ("Appendix AL 1.1", '"Device"'),
        ("Appendix AL 1.2", '"Device"'),
    ]


def test_one_place(code: Shell) -> None:
    assert code.secc("cites", "H1.3", "--to").out.startswith("Section H1.3 refers to 2 places:\n")
    assert code.secc("cites", "H1.1").out.startswith("Section H1.1 is referred to by 1 place:\n")


def terms(code: Shell, *said: str) -> Ran:
    ran = code.secc("terms", *said)
    assert (ran.status, ran.err) == (0, "")
    return ran


def test_the_terms(code: Shell) -> None:
    assert terms(code).out == (
        "=Cost       0  the Code, in Section H1.1\n"
        "Device      3  the Code, in Section H1.1\n"
        "Device      1  Appendix AL 1.2, in Appendix AL 1.2\n"
        "\n"
        "3 terms; the number is that of uses\n"
    )


def test_the_terms_as_json(code: Shell) -> None:
    answer = json.loads(terms(code, "--format", "json").out)
    assert answer["version"] == 1
    assert [(each["term"], each["also"], each["uses"]) for each in answer["terms"]] == [
        ("=Cost", "", 0),
        ("Device", "Thing", 3),
        ("Device", "", 1),
    ]
    assert answer["terms"][1]["meaning"] == '"Device" or "Thing" means a meter.'


def test_the_terms_as_a_table_that_no_spreadsheet_takes_for_formulas(code: Shell) -> None:
    found = list(csv.DictReader(terms(code, "--format", "csv").out.splitlines()))
    assert [each["term"] for each in found] == ["'=Cost", "Device", "Device"]
    assert [each["also"] for each in found] == ["", "Thing", ""]
    assert found[1]["defined_in"] == "Section H1.1"


def test_one_term_with_every_use(code: Shell) -> None:
    out = terms(code, "Thing").out
    assert out.startswith(
        '"Device" or "Thing", for the Code, in Section H1.1\n\n  "Device" or "Thing" means a meter.\n'
    )
    assert "Used 3 times:\n" in out
    assert "  Section H1.2  (sec-source/sections/H.sec:11)\n" in out


def test_a_term_that_is_not_defined(code: Shell) -> None:
    assert code.secc("terms", "Gauge") == Ran(2, "", 'secc: no term "Gauge" is defined in the Code\n')


def test_the_answer_says_for_which_day_it_is(shell: Shell) -> None:
    defined = b'section A: Register\n\n# A1 Register\n\nA1.1 The "Register" is kept under Section A1.1.\n'
    shell.write({**HISTORY, "sections/A.sec": defined, f"{FIRST}/annexes/section-A.sec": defined})
    for command in (["cites", "A1.1"], ["terms"], ["terms", "Register"]):
        assert shell.secc(*command).out.endswith(
            "\n\nAs the files hold it: with every change whose day is known, up to that of 1 January 2020. "
            "For a day: --as-at DATE.\n"
        )
        on_a_day = shell.secc(*command, "--as-at", "2020-02-01", "--known", "2020-03-01").out
        assert on_a_day.endswith("\n\nAs at 1 February 2020, as known on 1 March 2020.\n")
        then = json.loads(shell.secc(*command, "--known", "2020-03-01", "--format", "json").out)
        assert (then["as_at"], then["known"]) == ("2020-01-01", "2020-03-01")
    assert json.loads(shell.secc("cites", "A1.1", "--format", "json").out)["as_at"] is None


def test_a_code_without_terms_has_none(shell: Shell) -> None:
    shell.write(HISTORY)
    assert shell.secc("terms").err == "secc: the Code defines no term\n"

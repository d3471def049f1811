"""`secc check` of a code with instruments: what counts, what is past, and the text of a day."""

import json

import pytest

from tests.cli.history import AT_FIRST, HISTORY, modification
from tests.cli.running import Shell

MISTAKE = modification("2020-03-01-mistake", '1 in Section A1.2, at the end insert "See Section A1.4."')
MENDED = modification("2020-04-01-mended", '1 in Section A1.2, omit "See Section A1.4."', "made: 2020-04-01")


@pytest.fixture
def code(shell: Shell) -> Shell:
    """A code with a first designation."""
    shell.write(HISTORY)
    return shell


def test_a_sound_history_has_no_finding(code: Shell) -> None:
    ran = code.secc("check")
    assert (ran.status, ran.out) == (0, "nothing to mend\n")


def test_what_instruments_order_in_vain_is_found_in_their_files(code: Shell) -> None:
    code.write(modification("2020-03-01-vain", "1 omit Section A1.7"))
    ran = code.secc("check", "--format", "concise")
    assert ran.status == 1
    assert ran.out.startswith("sec-source/instruments/2020-03-01-vain.sec:4:1: error[instruction-not-possible]")


def test_statistics_know_the_rules_in_time(code: Shell) -> None:
    code.write(modification("2020-03-01-vain", "1 omit Section A1.7"))
    ran = code.secc("check", "--statistics")
    assert (ran.status, ran.out.splitlines()[1].split()[:3]) == (1, ["1", "1", "instruction-not-possible"])


@pytest.fixture
def past(code: Shell) -> Shell:
    """A code that was once wrong, and is not now."""
    code.write({**MISTAKE, **MENDED})
    return code


@pytest.mark.parametrize("form", ["full", "concise"])
def test_the_past_is_counted_in_a_line(past: Shell, form: str) -> None:
    ran = past.secc("check", "--format", form)
    told = "nothing to mend\n\n1 finding held in the past and no longer: --past lists them\n"
    assert (ran.status, ran.out) == (0, told)


@pytest.mark.parametrize("form", ["full", "concise"])
def test_the_past_is_listed_when_asked_for_and_does_not_count(past: Shell, form: str) -> None:
    ran = past.secc("check", "--past", "--format", form)
    assert ran.status == 0
    assert "1 finding held in the past" in ran.out
    assert "[dangling-reference], from 1 February 2020 to 31 March 2020; paragraph 1 of 2020-03-01-mistake" in ran.out


def test_what_is_not_past_yet_counts(past: Shell) -> None:
    ran = past.secc("check", "--today", "2020-03-15")
    assert ran.status == 1
    assert "--past" not in ran.out


def test_programs_are_told_of_the_past_when_they_ask(past: Shell) -> None:
    assert json.loads(past.secc("check", "--format", "json").out)["findings"] == []
    (found,) = json.loads(past.secc("check", "--past", "--format", "json").out)["findings"]
    assert found["days"] == [{"from": "2020-02-01", "to": "2020-03-31"}]
    assert found["path"] == "as-at/2020-02-01/section-A.sec"
    assert json.loads(past.secc("check", "--past", "--format", "jsonl").out) == found


@pytest.mark.parametrize(
    "more",
    [
        ["--format", "junit"],
        ["--format", "sarif"],
        ["--prose", "sec-source/letter.txt"],
        ["--as-at", "2020-02-15"],
        ["--fix"],
        ["--diff"],
        ["--watch"],
        ["--statistics"],
        ["--write-baseline", "known.json"],
    ],
)
def test_the_past_is_refused_where_it_means_nothing(past: Shell, more: list[str]) -> None:
    ran = past.secc("check", "--past", *more)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.count("\n") == 1
    assert "--past" in ran.err


def test_the_files_say_from_when_they_are_wrong(code: Shell) -> None:
    omitted = AT_FIRST.replace(b"A1.1 The operator shall keep a register, and shall publish the register.\n\n", b"")
    code.write({"sections/A.sec": omitted.replace(b"register says.", b"register says. See Section A1.1.")})
    code.write(modification("2020-03-01-later", '1 in Section A1.2, at the end insert "See Section A1.1."'))
    code.write(modification("2020-03-02-later", "1 omit Section A1.1, from 2999-01-01"))
    out = code.secc("check", "--select", "dangling-reference").out
    assert "there is no provision Section A1.1 (from 1 January 2999 on)" in out
    assert "--> sec-source/sections/A.sec:" in out


def test_what_the_files_do_not_hold_is_found_in_the_text_that_the_instruments_make(code: Shell) -> None:
    code.write(MISTAKE)
    said = "error[dangling-reference]: there is no provision Section A1.4"
    ran = code.secc("check", "--format", "concise")
    assert (ran.status, ran.out.count("[dangling-reference]")) == (1, 1)
    assert ran.out.startswith("as-at/2020-02-01/section-A.sec:7:78: error[dangling-reference]")
    code.secc("apply", "2020-03-01-mistake")
    ran = code.secc("check", "--format", "concise")
    assert (ran.status, ran.out.count("[dangling-reference]")) == (1, 1)
    assert ran.out.startswith("sec-source/sections/A.sec:7:")
    assert said in code.secc("check").out


def test_the_text_of_a_day(code: Shell) -> None:
    code.write({**MISTAKE, **MENDED})
    assert code.secc("check", "--as-at", "2020-05-01").status == 0
    ran = code.secc("check", "--as-at", "2020-02-15", "--format", "concise")
    assert ran.status == 1
    assert "as-at/2020-02-15/section-A.sec:7:78: error[dangling-reference]" in ran.out
    assert code.secc("check", "--as-at", "2020-02-15", "--known", "2020-01-15").status == 0


def test_the_text_of_a_day_is_as_varied(code: Shell) -> None:
    vary = "1 from 2020-02-01, until 2020-04-01, vary Section A1.1 as if at the end there were inserted "
    code.write(modification("2020-02-01-vary", f'{vary}" and comply with Section A1.9"'))
    assert code.secc("check", "--as-at", "2020-04-01").status == 0
    ran = code.secc("check", "--as-at", "2020-03-31", "--format", "concise")
    assert ran.status == 1
    assert "error[dangling-reference] Section A1.1: there is no provision Section A1.9" in ran.out
    assert "see paragraph 1 of 2020-02-01-vary" in code.secc("check", "--as-at", "2020-03-31").out


def test_of_what_a_variation_alone_defines_that_is_told(code: Shell) -> None:
    operations = """1 until 2999-04-01, vary Section A1 as if after Section A1.1 there were inserted
  > A1.1A In this Section A1:
  >
  >   define "Test Page" means a page.

2 in Section A1.2, at the end insert "The Test Page is kept."
3 in Section A1.2, at the end insert "The Test Leaf is kept.\""""
    code.write(modification("2020-03-01-page", operations))
    helps = (
        "= help: the text as varied defines it from 1 February 2020 until 1 April 2999 "
        "(paragraph 1 of 2020-03-01-page); define it in the text, too"
    )
    for _ in ("as the instruments make the text", "as the file has it"):
        told = code.secc("check").out
        assert told.count("is not a defined term here") == 2
        page, leaf = (told.index(f'"{term}" is not a defined term here') for term in ("Test Page", "Test Leaf"))
        assert told.count(helps) == 1
        assert page < told.index(helps) < leaf
        code.secc("apply", "2020-03-01-page")
    assert "sec-source/sections/A.sec" in told


def test_a_letter_is_held_to_the_text_as_varied(code: Shell) -> None:
    vary = "1 from 2020-02-01, until 2020-04-01, vary Section A1 as if after Section A1.1 there were inserted"
    code.write(modification("2020-02-01-vary", f"{vary}\n  > A1.1A The Keeper shall be kind."))
    code.write({"letter.txt": b"Section A1.1A says that the Keeper shall be kind.\n"})
    assert code.secc("check", "--prose", "sec-source/letter.txt", "--as-at", "2020-03-31").status == 0
    ran = code.secc("check", "--prose", "sec-source/letter.txt", "--as-at", "2020-04-01")
    assert (ran.status, "Section A1.1A" in ran.out) == (1, True)


@pytest.mark.parametrize("more", [["--known", "2020-01-01"], ["--as-at", "2020-01-01", "--fix"]])
def test_a_day_is_refused_where_it_means_nothing(code: Shell, more: list[str]) -> None:
    ran = code.secc("check", *more)
    assert ran.status == 2
    assert ran.err.count("\n") == 1


def test_a_day_is_refused_where_nothing_is_known_of_time(shell: Shell) -> None:
    shell.write({path: text for path, text in HISTORY.items() if not path.startswith("instruments/")})
    assert shell.secc("check").status == 0
    ran = shell.secc("check", "--as-at", "2020-01-01")
    assert (ran.status, "nothing is known of time" in ran.err) == (2, True)


def test_files_named_hold_their_own_findings(code: Shell) -> None:
    code.write(modification("2020-03-01-vain", "1 omit Section A1.7"))
    assert code.secc("check", "sec-source/sections").status == 0
    assert code.secc("check", "sec-source/instruments").status == 1
    assert code.secc("check", "sec-source/instruments/2020-03-01-vain.sec").status == 1


def test_a_rule_in_time_can_be_chosen_and_left_out(code: Shell) -> None:
    code.write(modification("2020-03-01-vain", "1 omit Section A1.7"))
    assert code.secc("check", "--select", "instruction-not-possible").status == 1
    assert code.secc("check", "--select", "order-not-declared").status == 0
    assert code.secc("check", "--ignore", "instruction-not-possible").status == 0
    assert code.secc("check", "--select", "no-such-rule").status == 2


def test_what_was_found_before_is_found_again(code: Shell) -> None:
    code.write({**MISTAKE, **MENDED})
    first = code.secc("check").out
    assert code.secc("check").out == first
    code.write(modification("2020-04-01-mended", "1 save anything", "made: 2020-04-01"))
    assert code.secc("check").out != first


def test_cites_and_terms_of_a_day(code: Shell) -> None:
    term = (
        '1 in Section A1, at the end insert\n  > A1.3 The operator shall have a clerk (the "Keeper"). See Section A1.1.'
    )
    code.write(modification("2020-03-01-term", term))
    assert "Section A1.3" in code.secc("cites", "A1.1", "--as-at", "2020-02-02").out
    assert "nothing" in code.secc("cites", "A1.1", "--as-at", "2020-01-02").out
    assert code.secc("terms", "Keeper", "--as-at", "2020-02-02").status == 0
    assert code.secc("terms", "Keeper", "--as-at", "2020-01-02").status == 2

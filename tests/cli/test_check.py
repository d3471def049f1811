"""`secc check`: which findings it prints, in what order, and how it ends."""

import json

import pytest

from secc.cli.formats import FORMATS
from tests.cli.running import Ran, Shell
from tests.making import files_of

A = """
section A: Definitions and Interpretation

# A1 Definitions

A1.1 In this Code:

  define "Register" means the register of [TBC].

A1.2 The operator shall keep the Register, and see Section A1.9.
"""
H = """
section H: DCC Services

# H1 Services

H1.1 The operator shall keep [TBC]:
  (a) for [TBA]; and
  (b) for Section H1.9.

H1.2 The operator shall publish [TBC].

H1.2A The operator shall publish [•].
"""
AL = """
appendix AL: Approach

1.1 The operator shall keep [TBC].
"""
FOUND = {
    'the definition of "Register" in Section A1.1': "placeholder",
    "Section A1.2": "dangling-reference",
    "Section H1.1": "placeholder",
    "Section H1.1(a)": "placeholder",
    "Section H1.1(b)": "dangling-reference",
    "Section H1.2": "placeholder",
    "Section H1.2A": "placeholder",
    "Appendix AL 1.1": "placeholder",
}


@pytest.fixture
def code(shell: Shell) -> Shell:
    """A code with two errors in each document or more."""
    shell.write(files_of(A, H, AL))
    return shell


def settings(shell: Shell, check: str) -> None:
    """Add to code.toml."""
    files = files_of(A, H, AL)
    shell.write({"code.toml": files["code.toml"] + f"\n{check}\n".encode()})


def found(ran: Ran) -> dict[str, str]:
    """The rule by the provision of each finding printed as JSON."""
    assert ran.err == ""
    records = json.loads(ran.out)["findings"]
    assert ran.status == (1 if records else 0)
    return {each["provision"]: each["rule"] for each in records}


def without(*provisions: str) -> dict[str, str]:
    """The findings but those in these provisions."""
    assert set(provisions) <= set(FOUND)
    return {provision: rule for provision, rule in FOUND.items() if provision not in provisions}


def test_documents_come_in_the_order_of_the_code(code: Shell) -> None:
    """Sections before Appendices, as code.toml lists them, not as their files are spelt."""
    ran = code.secc("check", "--format", "json")
    assert found(ran) == FOUND
    assert list(found(code.secc("check", "--format", "json"))) == list(FOUND)


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_is_offered(code: Shell, form: str) -> None:
    ran = code.secc("check", "--format", form)
    assert (ran.status, ran.err) == (1, "")
    assert "Section H1.1" in ran.out
    assert ran.out.endswith("\n")
    assert not ran.out.endswith("\n\n")
    assert code.secc("check", "--format", form) == ran


@pytest.mark.parametrize("form", ["jsonl", "github", "azure"])
def test_nothing_is_printed_a_line_for_each_of_none(shell: Shell, form: str) -> None:
    shell.write(files_of(AL.replace("[TBC]", "a register")))
    assert shell.secc("check", "--format", form) == Ran(0, "", "")


def test_what_is_printed_is_utf_8_with_line_feeds(code: Shell) -> None:
    assert "[•]" in code.secc("check", "--format", "concise").out
    assert "\r" not in code.secc("check", "--format", "full").out


def test_one_rule(code: Shell) -> None:
    ran = code.secc("check", "--format", "json", "--select", "dangling-reference")
    assert set(found(ran).values()) == {"dangling-reference"}


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_a_rule_that_there_is_not(code: Shell, option: str) -> None:
    ran = code.secc("check", option, "danglig")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == "secc: there is no rule `danglig`; see `secc rules`\n"


def test_what_the_language_does_not_allow_is_always_found(shell: Shell) -> None:
    shell.write(files_of(H.replace("H1.2 The", "H1.2 The \u202e")))
    ran = shell.secc("check", "--select", "dangling-reference", "--format", "json")
    assert found(ran) == {"Section H1.1(b)": "dangling-reference", "Section H1.2": "syntax"}
    ran = shell.secc("check", "--ignore", "syntax")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == "secc: `syntax` cannot be left out: nothing can be said of text that is not read\n"


def test_a_suppression_that_allows_nothing_may_be_left_out(shell: Shell) -> None:
    shell.write(files_of(AL.replace("1.1 The", "// allow echoed-heading: later\n1.1 The").replace("[TBC]", "it")))
    assert "unused-suppression" in shell.secc("check", "--format", "concise").out
    assert shell.secc("check", "--ignore", "unused-suppression", "--format", "concise").out == "nothing to mend\n"


@pytest.mark.parametrize(
    ("pattern", "left"),
    [
        ("appendices", without("Appendix AL 1.1")),
        ("appendices/", without("Appendix AL 1.1")),
        ("appendices/A?.sec", without("Appendix AL 1.1")),
        ("sections/H*", without("Section H1.1", "Section H1.1(a)", "Section H1.2", "Section H1.2A")),
        ("*", {"Section A1.2": "dangling-reference", "Section H1.1(b)": "dangling-reference"}),
    ],
)
def test_rules_left_out_in_files(code: Shell, pattern: str, left: dict[str, str]) -> None:
    settings(code, f'[check.files]\n"{pattern}" = ["placeholder"]')
    assert found(code.secc("check", "--format", "json")) == left


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("H1.2", without("Section H1.2")),
        ("Section H1.1", without("Section H1.1", "Section H1.1(a)")),
        ("H1.1(a)", without("Section H1.1(a)")),
        ("H1", without("Section H1.1", "Section H1.1(a)", "Section H1.2", "Section H1.2A")),
        ("Appendix AL", without("Appendix AL 1.1")),
        ("AL 1.1", without("Appendix AL 1.1")),
        ('\\"Register\\"', without('the definition of "Register" in Section A1.1')),
    ],
)
def test_rules_left_out_in_provisions(code: Shell, said: str, left: dict[str, str]) -> None:
    """With all that stands in them, and nothing else: H1.2A does not stand in H1.2."""
    settings(code, f'[check.provisions]\n"{said}" = ["placeholder"]')
    assert found(code.secc("check", "--format", "json")) == left


def test_settings_add_up(code: Shell) -> None:
    settings(
        code,
        '[check.files]\n"sections" = ["placeholder"]\n"sections/H.sec" = ["dangling-reference"]\n'
        '[check.provisions]\n"A1.2" = ["dangling-reference"]',
    )
    assert found(code.secc("check", "--format", "json")) == {"Appendix AL 1.1": "placeholder"}


def test_a_suppression_is_used_even_where_its_rule_is_left_out(shell: Shell) -> None:
    """Leaving a rule out in a file does not make what is allowed there look mended."""
    files = files_of(AL.replace("1.1 The", "// allow placeholder: later\n1.1 The"))
    files["code.toml"] += b'[check.files]\n"appendices" = ["placeholder"]\n'
    shell.write(files)
    assert shell.secc("check").status == 0


@pytest.mark.parametrize(
    ("check", "said"),
    [
        ('ignore = ["danglig"]', "`ignore` in [check] of code.toml: there is no rule `danglig`; see `secc rules`"),
        ('ignore = ["syntax"]', "`ignore` in [check] of code.toml: `syntax` cannot be left out"),
        ("[check.file]", "[check] of code.toml has no setting `file`"),
        ("files = []", "`files` in [check] of code.toml is to be a table: [check.files]"),
        ('[check.files]\n"sections" = "placeholder"', "`sections` in code.toml is to be a list of texts in quotes"),
        (
            '[check.files]\n"sections" = ["danglig"]',
            '"sections" in [check.files] of code.toml: there is no rule `danglig`',
        ),
        (
            '[check.files]\n"schedules" = ["placeholder"]',
            '"schedules" in [check.files] of code.toml: no document has such a path',
        ),
        (
            '[check.files]\n"" = ["placeholder"]',
            '"" in [check.files] of code.toml: no document has such a path',
        ),
        (
            '[check.provisions]\n"H1.1" = ["danglig"]',
            '"H1.1" in [check.provisions] of code.toml: there is no rule `danglig`',
        ),
        ('[check.provisions]\n"H1.3" = ["placeholder"]', "[check.provisions] of code.toml: there is no H1.3"),
    ],
)
def test_settings_that_mean_nothing_are_refused_by_name(code: Shell, check: str, said: str) -> None:
    settings(code, check if check.startswith("[") else f"[check]\n{check}")
    ran = code.secc("check")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(f"secc: {said}")
    assert ran.err.count("\n") == 1


def test_statistics(code: Shell) -> None:
    ran = code.secc("check", "--statistics", "--format", "json", "sec-source/sections/H.sec")
    assert ran.status == 1
    counts = {each["rule"]: each["findings"] for each in json.loads(ran.out)["rules"]}
    assert counts == {"placeholder": 4, "dangling-reference": 1}


def test_statistics_are_not_for_every_format(code: Shell) -> None:
    ran = code.secc("check", "--statistics", "--format", "sarif")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == "secc: --statistics is printed as full, concise, json, markdown, not as sarif\n"

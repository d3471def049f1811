"""What is found in letters, with the Code beside them and without, and what is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secc.check.known import Known
from secc.check.prose import check_letter
from secc.check.prose.rules import PROSE_RULES
from secc.code.load import NoCache, load
from secc.diagnostics import Diagnostic
from secc.history import Memory
from secc.reading.letter import read_letter
from secc.resolve import resolve
from secc.source import Source
from tests.making import files_of

A = """
section A: Definitions and Interpretation

# A1 Definitions

A1.1 In this Code:

  define "S1SPKM Compliance Policy" means the policy of that name.
"""
H = """
section H: DCC Services

# H14 Testing Services

H14.2 The operator shall keep the S1SPKM Compliance Policy.
"""
J = """
appendix J: Enduring Testing Approach Document

1.1 The operator shall test.
"""


def in_words(text: str, findings: tuple[Diagnostic, ...]) -> list[tuple[str, str]]:
    return [(found.rule, " ".join(text[found.span.start : found.span.end].split())) for found in findings]


def without_code(text: str) -> list[tuple[str, str]]:
    return in_words(text, check_letter(read_letter(Source("a", text)), None, PROSE_RULES))


@pytest.fixture(scope="module")
def known() -> Known:
    return Known(resolve(load(Memory(files_of(A, H, J)), NoCache())))


def beside(known: Known, text: str) -> list[tuple[str, str]]:
    return in_words(text, check_letter(read_letter(Source("a", text)), known, PROSE_RULES))


@pytest.mark.parametrize(
    ("text", "rule", "words"),
    [
        ("The operator complies with Section H14.9 today.", "dangling-reference", "Section H14.9"),
        ("It is set out in Section H14 (Testing of Devices) today.", "echoed-heading", "Testing of Devices"),
        ("It designates the S1SKM Compliance Policy today.", "undefined-term", "S1SKM Compliance Policy"),
        ("It is in the Enduring Test Approach Document.", "undefined-term", "Enduring Test Approach Document"),
        ("See Appendix J ‘Enduring Test Approach Document’.", "echoed-heading", "Enduring Test Approach Document"),
    ],
)
def test_what_is_wrong_beside_the_code(known: Known, text: str, rule: str, words: str) -> None:
    assert beside(known, text) == [(rule, words)]


@pytest.mark.parametrize(
    "text",
    [
        "The operator complies with Section H14.2 and Section H14 (Testing Services).",
        "We propose to insert a Section H14.9, which says so.",
        "It designates the S1SPKM Compliance Policy.",
        "The words “Appendix [TBC]” are replaced.",
    ],
)
def test_what_is_right_beside_the_code(known: Known, text: str) -> None:
    assert beside(known, text) == []


@pytest.mark.parametrize(
    ("text", "rule", "words"),
    [
        ("We will submit a such a document.", "doubled-word", "a such a"),
        ("As specified in it. . The rest follows.", "doubled-punctuation", ". ."),
        ("The Data Company (DC) met. The Data Centre (DC) did not.", "abbreviation-clash", "Data Centre (DC)"),
        ("It has ten (12) parts.", "number-in-words", "ten (12)"),
        ("It ends on 31 June 2018.", "impossible-date", "31 June 2018"),
        ("It ends by 31 August at noon.", "date-without-year", "31 August"),
        ("It runs from 1 May 2021 to 31 August.", "date-without-year", "31 August"),
        ("It runs from 3 May 2018 to 1 May 2018.", "conflicting-dates", "1 May 2018"),
        ("The policy is in Appendix XX of the [TBC] document.", "placeholder", "[TBC]"),
        ("It is under section 5 of the Gas Act today.", "section-of-act-without-year", "Gas Act"),
        ("The operator (which is the licensee shall keep it.", "unbalanced-brackets", "("),
        ("See Error! Reference source not found.", "field-error", "Error! Reference source not found."),
    ],
)
def test_what_is_wrong_in_any_letter(text: str, rule: str, words: str) -> None:
    assert (rule, words) in without_code(text)


def test_a_year_counts_for_the_dates_before_it() -> None:
    assert without_code("It runs from 1 May to 31 August 2021.") == []


def test_own_parts_are_looked_up() -> None:
    parts = "\n\n".join(f"# Annex {letter}: Text" for letter in "ABC")
    assert without_code(f"It is at Annex C, and the form is at Annex E.\n\n{parts}\n") == [
        ("dangling-reference", "Annex E")
    ]


def test_numbers_of_paragraphs_and_headings_are_apart() -> None:
    text = "# 1 One\n\n- 1 It is so.\n\n- 2 It is so.\n\n# 2 Two\n\n- 2 It is so.\n\n- 3 It is so.\n"
    assert without_code(text) == [("duplicate-number", "2")]


def test_a_list_that_begins_again_is_another_list() -> None:
    text = "1. It is so.\n\n2. It is so:\n\n1. this;\n\n2. that.\n\n3. It is so.\n"
    assert without_code(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('It adds "promptly" to Section G.', ("instruction-without-place", 'adds "promptly"')),
        ('The words "each year" are added to it.', ("instruction-without-place", '"each year"')),
        ('It comes after "a". It adds "b" to the end.', ("instruction-without-place", 'adds "b"')),
        (
            "The Change Board met. The Change Board agreed. It went to the Change board.",
            ("inconsistent-capitals", "Change board"),
        ),
        (
            "1 Aim ...... 3\n\n2 Ways and Ends .... 4\n\n# 1 Aim\n\n# 2 Ways and Means\n",
            ("restated-text", "2 Ways and Ends .... 4"),
        ),
        ("Q1 Do you agree?\n\nQ3 Do you not?\n", ("gap-in-numbers", "Q3")),
        ("# 4 Aim\n\n4.1 It is so.\n\n4.1 It is not.\n\n4.3 Or is it?\n", ("duplicate-number", "4.1")),
    ],
)
def test_what_else_is_wrong_in_any_letter(text: str, found: tuple[str, str]) -> None:
    assert found in without_code(text)


@pytest.mark.parametrize(
    "text",
    [
        "After Section H14.2 insert:\n\n“H14.3 The operator shall wait.”\n",
        "After Section H14.2 insert:\n\n> **H14.3** The operator shall wait.\n",
        "Move Section H14.2 to the end, and renumber it as Section H14.9.",
        "- Appendix J\n\n14.2 Nothing else is changed.\n",
        "# Annex B: Questions\n\nQ1 Is it so?\n",
    ],
)
def test_what_is_set_out_or_parted_is_no_reference(known: Known, text: str) -> None:
    assert beside(known, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "In Section H14.9, for “shall” substitute “may”.",
        "It is done under Section H14.9 (Modification Proposal Decision), as the Panel says.",
        "The words “or so” are inserted at the end of Section H14.9.",
    ],
)
def test_what_an_instruction_names_stands_in_the_code(known: Known, text: str) -> None:
    assert [rule for rule, _ in beside(known, text)] == ["dangling-reference"]


def test_a_placeholder_is_no_abbreviation_of_a_glossary() -> None:
    glossary = "# Glossary\n\nThis lists all the acronyms used.\n\n# SECAS\n\nThe Secretariat.\n"
    assert without_code(f"SECAS meets on [TBC].\n\n{glossary}") == [("placeholder", "[TBC]")]


PIECES = [
    "Section H14.2 ", "Annex B ", "Q1 Do you? ", "S1SKM Compliance Policy ", "(SEC) ", "Smart Energy Code ", "\n\n",
    "\n",
    "- 3 ", "# 2 ", "31 May ", "<sup>1</sup> ", "https://a.b ", "‘A Long Title of It’", "a such a ", "(", ". .", "\t",
    "| ",
    "Glossary\n\n", "lists all the acronyms ", "this letter ", "EUI-64 ", "EUI64 ", "End to End Testing ",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_no_letter_raises_and_findings_stand_in_it(text: str) -> None:
    for found in check_letter(read_letter(Source("a", text)), None, PROSE_RULES):
        assert 0 <= found.span.start < found.span.end <= len(text)

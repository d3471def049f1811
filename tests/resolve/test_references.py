"""References by the rules of interpretation: each form that the Code and letters about it use, from where it stands."""

import pytest

from tests.making import bound, code_of
from tests.resolve.small_code import IN_APPENDIX, IN_SECTION, cited

MAIN_BODY = [
    ("Section H14.31(a)", "section-H/H14.31(a)"),
    ("section H14.31", "section-H/H14.31"),
    ("H14.31 (b)", "section-H/H14.31(b)"),
    ("in accordance with H14.2(a)", "section-H/H14.2(a)"),
    ("T2.11 of the SEC", "section-T/T2.11"),
    ("SEC G2.20(c)", "section-G/G2.20(c)"),
    ("SEC Section I1.7(b)", "section-I/I1.7(b)"),
    ("Section G7.3 of the SEC", "section-G/G7.3"),
    ("a new section, H16", "section-H/H16"),
    ("SEC Section L 'Smart Metering Key Infrastructure' paragraph 1.17", "section-L/L1.17"),
    ("SEC Section L ‘Smart Metering Key Infrastructure’ 14.8", "section-L/L14.8"),
    ("Section K 4.1", "section-K/K4.1"),
    ("Section K 11", "section-K/K11"),
    ("Section G7.16(a) (Duties and Powers of the Security SubCommittee)", "section-G/G7.16(a)"),
    ("Section X5 (Incorporation of Certain Documents into this Code)", "section-X/X5"),
    ("Section G (Security)", "section-G"),
    ("paragraph (a) of Section H14.31", "section-H/H14.31(a)"),
    ("paragraph 1.17 of Section L", "section-L/L1.17"),
    ("this Section P1", "section-P/P1"),
    ("this Section P", "section-P"),
]
LISTS = [
    ("Sections H8 and H9", "section-H/H8", "section-H/H9"),
    ("Sections H5, H6 and H7", "section-H/H5", "section-H/H6", "section-H/H7"),
    ("Section L1 and L14", "section-L/L1", "section-L/L14"),
    ("Section G2.23 and G2.24", "section-G/G2.23", "section-G/G2.24"),
    ("G6.3 and G6.6", "section-G/G6.3", "section-G/G6.6"),
    ("H14.31 & H14.36A", "section-H/H14.31", "section-H/H14.36A"),
    ("Section A & H", "section-A", "section-H"),
    ("Sections A, H11, L, N and Z", "section-A", "section-H/H11", "section-L", "section-N", "section-Z"),
    ("Sections K4, K5 and K6 respectively", "section-K/K4", "section-K/K5", "section-K/K6"),
    ("Section K4, K5 or K6 (as applicable)", "section-K/K4", "section-K/K5", "section-K/K6"),
    ("SEC Sections F1.4 (e), (f) and (g)", "section-F/F1.4(e)", "section-F/F1.4(f)", "section-F/F1.4(g)"),
    ("Sections B1, F5 and Appendix C", "section-B/B1", "section-F/F5", "appendix-C"),
    ("SEC Appendices A, L and AL", "appendix-A", "appendix-L", "appendix-AL"),
    ("Appendixes AO and AP respectively", "appendix-AO", "appendix-AP"),
]
RANGES = [
    ("Sections F5-F10", "section-F/F5, section-F/F6, section-F/F6A, section-F/F7, section-F/F10"),
    ("Sections H1-7", "section-H/H1, section-H/H2, section-H/H5, section-H/H6, section-H/H7"),
    ("Sections H8-9", "section-H/H8, section-H/H9"),
    ("Sections H8-H9", "section-H/H8, section-H/H9"),
    ("G3.27-G3.28", "section-G/G3.27, section-G/G3.27A, section-G/G3.28"),
    ("L13.56-57", "section-L/L13.56, section-L/L13.57"),
    ("H5.33-5.40", "section-H/H5.33, section-H/H5.39, section-H/H5.40"),
    ("Sections H14.36 to H14.37", "section-H/H14.36, section-H/H14.36A, section-H/H14.37"),
    ("Sections F1.4(b) to (d)", "section-F/F1.4(b), section-F/F1.4(c), section-F/F1.4(d)"),
    ("Sections G to I", "section-G, section-H, section-I"),
    ("Appendices A to D", "appendix-A, appendix-B, appendix-C, appendix-D"),
    ("Sections H9 to H8", "section-H/H9, section-H/H8"),
    ("Sections H14.31(a) to H14.36", "section-H/H14.31(a), section-H/H14.36"),
]
DOCUMENTS = [
    ("Appendix AL", "appendix-AL"),
    ("SEC Appendix AG clause 2.5.6 (d)", "appendix-AG/2.5.6(d)"),
    ("Appendix AH 1.10.7", "appendix-AH/1.10.7"),
    ("Clause 4.26 of the TMAD", "appendix-AL/4.26"),
    ("Section 4.12 (b) of TMAD", "appendix-AL/4.12(b)"),
    ("Section 3 of the S1SPKM Compliance Policy", "appendix-AO/3"),
    ("SEC Appendix D, section 5.1 'Procedure and processes'", "appendix-D/5.1"),
    ("Observations 5 and 11 of SEC Appendix L", "appendix-L"),
    ("Table 3 of Appendix AL", "appendix-AL"),
    ("SMKI RAPP Annex A (A1)", "appendix-D/annex-A/A1"),
    ("Annex A (A7) of Appendix D", "appendix-D/annex-A/A7"),
    ("Section A7 of Annex A of Appendix D", "appendix-D/annex-A/A7"),
    ("Annex A of Appendix AM", "appendix-AM"),
    ("Schedule 8 'GBCS'", "schedule-8"),
    ("Part B of Schedule 4", "schedule-4/part-B"),
    ("paragraph 3 of Part B of Schedule 4", "schedule-4/3"),
    ("Clause 2 of Appendix V", "appendix-V/document-1/2"),
    ("Clause 3 of Appendix V", "appendix-V/document-2/3"),
    ("Clause 1 of the DCCKI Repository Code of Connection", "appendix-V/document-2/1"),
    ("Clause 1 of Appendix V", "appendix-V"),
]
OUTSIDE = [
    ("Condition 22 of the DCC Licence", "outside: DCC Licence: Condition 22"),
    ("DCC Licence (Condition 18)", "outside: DCC Licence: Condition 18"),
    ("DCC Licence Condition 1 and 17", "outside: DCC Licence: Condition 1 and 17"),
    ("section 88 of the Energy Act 2008", "outside: Energy Act 2008: section 88"),
    ("Section 88 Energy Act 2008", "outside: Energy Act 2008: Section 88"),
    ("S88 and S89 of the Energy Act 2008", "outside: Energy Act 2008: S88 and S89"),
    ("section 5 of the Electricity Act", "outside: Electricity Act: section 5"),
    ("regulation 10 of the NIS Regulations", "outside: NIS Regulations: regulation 10"),
    ("Schedule 1 to the Gas Act 1986", "outside: Gas Act 1986: Schedule 1"),
    ("the Gas Act 1986", "outside: Gas Act 1986"),
    ("RFCs 5280 and 6960", "outside: RFC 5280", "outside: RFC 6960"),
    ("MP134A", "outside: MP134A"),
    (
        "Condition 22 of the DCC Licence, and Condition 8.4(e)",
        "outside: DCC Licence: Condition 22",
        "outside: DCC Licence: Condition 8.4(e)",
    ),
    ("section 88 of the Energy Act 2008 and under section 89", "outside: Energy Act 2008: section 88"),
]
BROKEN = [
    ("Section G5.23", "no such provision: section-G/G5.23"),
    ("Section H14.31(a)(ii)", "no such provision: section-H/H14.31(a)(ii)"),
    ("Section Q1.1", "no such document: section-Q"),
    ("Section AL", "no such document: section-AL"),
    ("Appendix AU", "no such document: appendix-AU"),
    ("Clause 3 of Appendix AU", "no such document: appendix-AU"),
    ("Clause 4.99 of the TMAD", "no such provision: appendix-AL/4.99"),
    ("Annex C of Appendix D", "no such provision: appendix-D/annex-C"),
    ("Sections H14.2 to H14.99", "no such provision: section-H/H14.99"),
    ("Sections H14.2, H14.3 and H14.31", "section-H/H14.2", "no such provision: section-H/H14.3", "section-H/H14.31"),
    ("as H14.99 says", "no such provision: section-H/H14.99"),
]
NOTHING = [
    "Service Request 12.1",
    "SRV 6.15.1",
    "SRV7.7",
    "Service Reference Variant 8.4",
    "version 14.2 of 2 March 2019",
    "SEC 4A",
    "SEC version 6.21",
    "Type 1 Devices",
    "20 Working Days",
    "the response code H9",
    "code H14.99",
    "printed on A4 paper",
    "E2E testing",
    "Appendix [TBC]",
    "Clause 3 of Appendix [TBC]",
    "Condition 8.4(e)",
    "SEC Objective (f)",
    "Chapter 8",
    "Question 14",
    "Section IV of the Framework",
    "Section 5 of this Code",
    "Schedule 2 to this Agreement",
    "Part 3",
    "this Code",
    "this Appendix",
    "that Section",
    "paragraphs (a) and (b) of that Section",
    "the preceding paragraph",
    "`F2.2B` and $K4.1$ and [Section H1](https://example.org)",
]
FORMS = [*MAIN_BODY, *LISTS, *RANGES, *DOCUMENTS, *OUTSIDE, *BROKEN, *[(words,) for words in NOTHING]]


def targets(words: str, at: str) -> tuple[str, ...]:
    return tuple(each.partition(" -> ")[2] for each in cited(f"The DCC acts under {words}.", at))


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form[0])
@pytest.mark.parametrize("at", [IN_SECTION, IN_APPENDIX])
def test_a_form_means_the_same_everywhere(form: tuple[str, ...], at: str) -> None:
    assert targets(form[0], at) == form[1:]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Clause 11.2(a)", ("appendix-AL/11.2(a)",)),
        ("clauses 2 and 3", ("appendix-AL/2", "appendix-AL/3")),
        ("paragraph 1.4", ("appendix-AL/1.4",)),
        ("this Clause 4.12", ("appendix-AL/4.12",)),
        ("section 4.12", ("appendix-AL/4.12",)),
        ("Clause 4.13", ("no such provision: appendix-AL/4.13",)),
        ("section 105", ()),
    ],
)
def test_a_number_without_a_letter_is_to_the_appendix_in_which_it_stands(words: str, expected: tuple[str, ...]) -> None:
    assert targets(words, IN_APPENDIX) == expected
    assert targets(words, IN_SECTION) == ()


@pytest.mark.parametrize(
    "words",
    [
        "Section 4.12",
        "SEC Section 4.12",
        "Sections 4.12 and 4.13",
        "This Section 4.12",
        "Section 4.12 in accordance with Section H8.16",
    ],
)
def test_a_section_without_its_letter_is_of_nothing_in_the_main_body(words: str) -> None:
    assert targets(words, IN_SECTION)[:1] == ("nothing here for it to be relative to",)


@pytest.mark.parametrize("words", ["Section 4.12 of that standard", "Section 412", "Section [TBC]"])
def test_a_section_that_may_be_of_something_else_is_left_alone(words: str) -> None:
    assert targets(words, IN_SECTION) == ()


@pytest.mark.parametrize("word", ["A1", "B1", "H14", "A2 or H16"])
def test_a_letter_and_number_alone_are_a_reference_in_the_main_body_only(word: str) -> None:
    assert targets(word, IN_SECTION)
    assert targets(word, IN_APPENDIX) == ()


def test_each_of_a_list_has_its_own_words() -> None:
    assert cited("Sections H8, H9 (Incidents) and Clauses 2 and 3 of the TMAD apply.") == [
        "Sections H8 -> section-H/H8",
        "H9 -> section-H/H9",
        "Clauses 2 -> appendix-AL/2",
        "3 of the TMAD -> appendix-AL/3",
    ]


def test_that_goes_back_to_the_last_of_its_kind() -> None:
    said = "Section X3.5(b) and Clause 4.12 of the TMAD: that Section, that Clause, that Appendix, those Sections."
    assert cited(said)[2:] == [
        "that Section -> section-X/X3.5(b)",
        "that Clause -> appendix-AL/4.12",
        "that Appendix -> appendix-AL",
    ]


def test_a_paragraph_of_that_is_of_the_clause_where_only_it_has_one() -> None:
    said = "Under Section X3.5(b): paragraph (a) of that Section; and paragraph (c) of that Section."
    assert cited(said)[1:] == [
        "paragraph (a) of that Section -> section-X/X3.5(a)",
        "paragraph (c) of that Section -> no such provision: section-X/X3.5(c)",
    ]


def test_that_goes_back_to_a_work_outside() -> None:
    said = "Under section 88 of the Energy Act 2008, that Act and that section apply, and section 3 of that Act."
    assert cited(said)[1:] == [
        "that Act -> outside: Energy Act 2008",
        "that section -> outside: Energy Act 2008: section 88",
        "section 3 of that Act -> outside: Energy Act 2008: section 3",
    ]


def test_that_goes_back_over_the_paragraphs_of_its_clause_and_no_further() -> None:
    code = code_of("""
        section H: Services

        # H1 Services

        H1.1 Under Section H1.2:
          (a) that Section applies; and
          (b) paragraph (a) of that Section applies.

        H1.2 Words:
          (a) that Section applies.
    """)
    assert bound(code, "section-H/H1.1(a)") == ["that Section -> section-H/H1.2"]
    assert bound(code, "section-H/H1.1(b)") == ["paragraph (a) of that Section -> section-H/H1.2(a)"]
    assert bound(code, "section-H/H1.2(a)") == []

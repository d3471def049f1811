"""Letters about the Code: what their citations refer to, and where they stand."""

import json

import pytest

from secc.resolve.citation.letter import LetterCitation, citations_in_letter, json_line
from secc.resolve.citation.written import TargetRange


def read(text: str, **documents: str) -> list[tuple[str, str]]:
    """The words of each citation of a letter, and its targets as one line."""
    return [(found.text, targets(found)) for found in citations_in_letter(text, documents)]


def targets(found: LetterCitation) -> str:
    written = [f"{each.first}..{each.last}" if isinstance(each, TargetRange) else each for each in found.targets]
    return ", ".join(written) + (" by pointing" if found.anaphora else "")


def places(text: str) -> list[tuple[int, int, int, str]]:
    return [(found.line, found.col, found.end_line, found.text) for found in citations_in_letter(text, {})]


def test_a_consultation_is_read() -> None:
    text = """# Consultation on access arrangements

1 Introduction

1.1 We propose changes to the Smart Energy Code (SEC) under section 88 of the Energy Act 2008, to be laid in
accordance with section 89 of that Act. The Freedom of Information Act 2000 (FOIA) applies, and so does the
FOIA's code.

1.2 Chapter 2 is the background, and Chapters 3 and 4 the proposals. The drafting is at Annex B; see Annex B,
Section 3 for Section K 11, and Annex B, Section 4 for DCC Licence Conditions 1 and 17.

2 Background

2.1 We propose a new section, H16, in Section H of the SEC (DCC Services). H16 would not change SEC G2.20(c)
(see Question 14 and Chapter 8).

2.2 Under the Smart Metering Communication Licence (Condition 8.4(e)) the DCC may not do so. The Transition
Objective is in the DCC Licence (Condition 13).

2.3 G7.16 sets out duties. The Authority would have a right under Section G7.16(a) (Duties and Powers of the
Security Sub-Committee). That Section would not change.

2.4 Duties arise under regulation 10 of the NIS Regulations. See paragraph 2.6 below, and the SMKI Recovery
Procedure (Appendix L), of which Section 4 of the SMKI Recovery Procedure is an example.

3 Charging

3.1 The period is defined in K11.1. This chapter proposes another. Sections K4, K5 and K6 would apply, and
standard condition 44 of the electricity supply licence.

Q1. Do you agree with the changes to Section A & H?
"""
    assert read(text) == [
        ("section 88 of the Energy Act 2008", "Energy Act 2008/section 88"),
        ("section 89 of that Act", "Energy Act 2008/section 89"),
        ("Freedom of Information Act 2000", "Freedom of Information Act 2000"),
        ("FOIA", "Freedom of Information Act 2000"),
        ("Chapter 2", "this:Chapter 2"),
        ("Chapters 3 and 4", "this:Chapter 3, this:Chapter 4"),
        ("Annex B", "this:Annex B"),
        ("Annex B, Section 3", "this:Annex B/Section 3"),
        ("Section K 11", "K11"),
        ("Annex B, Section 4", "this:Annex B/Section 4"),
        ("DCC Licence Conditions 1 and 17", "DCC Licence/Condition 1, DCC Licence/Condition 17"),
        ("section, H16", "H16"),
        ("Section H", "H"),
        ("H16", "H16"),
        ("SEC G2.20(c)", "G2.20(c)"),
        ("Question 14", "this:Question 14"),
        ("Chapter 8", "this:Chapter 8"),
        ("Smart Metering Communication Licence (Condition 8.4(e))", "DCC Licence/Condition 8.4(e)"),
        ("DCC Licence (Condition 13)", "DCC Licence/Condition 13"),
        ("G7.16", "G7.16"),
        ("Section G7.16(a)", "G7.16(a)"),
        ("That Section", "G7.16(a) by pointing"),
        ("regulation 10 of the NIS Regulations", "Network and Information Systems Regulations 2018/regulation 10"),
        ("paragraph 2.6", "this:Paragraph 2.6"),
        ("Appendix L", "Appendix L"),
        ("Section 4 of the SMKI Recovery Procedure", "Appendix L/4"),
        ("K11.1", "K11.1"),
        ("This chapter", "this:Chapter 3 by pointing"),
        ("Sections K4, K5 and K6", "K4, K5, K6"),
        ("standard condition 44 of the electricity supply licence", "Electricity Supply Licence/Condition 44"),
        ("Section A & H", "A, H"),
    ]


def test_a_response_with_a_blank_line_behind_each_line_is_read() -> None:
    text = """ Government response on enrolment \n
 \n
1. We have concluded that Sections \n
F5-F10 should not apply, and have amended Sections H1-7, Sections H8-9 and Sections A, H11, L, N \n
and Z of the SEC accordingly (Annex B). The other changes are in Annexes C and D, all in Annexes B-D. \n
2. The text proposed at G3.27-G3.28 is withdrawn. G6.3 and G6.6 are amended; so is SEC \n
Appendix AG clause 2.5.6 (d) and Appendix AH 1.10.7 of the Self-Service Interface Design \n
Specification. Clause 2.6 is not. H14.31 & H14.36A have effect, as H7 will. See S88 of the Energy Act 2008. \n
Summary of final legal text affected \n
SEC Section Content \n
A Definitions of Device and of Party. \n
F2.1(a) A reference to a list. \n
H7 Activation. \n
5. Next steps \n
A further consultation will follow. \n
"""
    assert read(text) == [
        ("Sections F5-F10", "F5..F10"),
        ("Sections H1-7", "H1..H7"),
        ("Sections H8-9", "H8..H9"),
        ("Sections A, H11, L, N and Z", "A, H11, L, N, Z"),
        ("Annex B", "this:Annex B"),
        ("Annexes C and D", "this:Annex C, this:Annex D"),
        ("Annexes B-D", "this:Annex B..this:Annex D"),
        ("G3.27-G3.28", "G3.27..G3.28"),
        ("G6.3 and G6.6", "G6.3, G6.6"),
        ("SEC Appendix AG clause 2.5.6 (d)", "Appendix AG/2.5.6(d)"),
        ("Appendix AH 1.10.7", "Appendix AH/1.10.7"),
        ("Clause 2.6", "Appendix AH/2.6"),
        ("H14.31 & H14.36A", "H14.31, H14.36A"),
        ("H7", "H7"),
        ("S88 of the Energy Act 2008", "Energy Act 2008/section 88"),
        ("A", "A"),
        ("F2.1(a)", "F2.1(a)"),
        ("H7", "H7"),
    ]


def test_a_direction_teaches_the_names_that_it_uses() -> None:
    text = """The licences granted under the Electricity Act 1989 and the Gas Act 1986 (such licences being the
"DCC Licence").

Pursuant to Condition 22 of the DCC Licence and Section X5 (Incorporation of Certain Documents into this Code) of the
SEC, the Enrolment Transition Approach Document (ETRAD), previously incorporated as Appendix BA, is re-designated. The
Key Rotation (KR) Compliance Policy is designated as SEC Appendix BB, and Appendix BC - Alert Handling Procedure v1.0
is new. The definition is amended by replacing “Appendix [TBC]” with “Appendix BB”.

Clause 4.26 of the ETRAD, Section 3 of the KR Compliance Policy and Section 2 of the Alert Handling Procedure apply.
Clause 4.27 does too. This appendix is new. Section 5 of the Electricity Act is not affected.
"""
    assert read(text, ETRAD="Appendix BA") == [
        ("Electricity Act 1989", "Electricity Act 1989"),
        ("Gas Act 1986", "Gas Act 1986"),
        ("Condition 22 of the DCC Licence", "DCC Licence/Condition 22"),
        ("Section X5", "X5"),
        ("Appendix BA", "Appendix BA"),
        ("SEC Appendix BB", "Appendix BB"),
        ("Appendix BC", "Appendix BC"),
        ("Appendix [TBC]", ""),
        ("Appendix BB", "Appendix BB"),
        ("Clause 4.26 of the ETRAD", "Appendix BA/4.26"),
        ("Section 3 of the KR Compliance Policy", "Appendix BB/3"),
        ("Section 2 of the Alert Handling Procedure", "Appendix BC/2"),
        ("Clause 4.27", "Appendix BC/4.27"),
        ("This appendix", "Appendix BC by pointing"),
        ("Section 5 of the Electricity Act", "Electricity Act 1989/section 5"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The UTPD (Appendix BD). Clause 3 of the UTPD.", ["Appendix BD", "UTPD/clause 3"]),
        ("Appendix BD ‘User Testing Policy Document’. Clause 3 of the UTPD.", ["Appendix BD", "Appendix BD/3"]),
        ("Appendix BD (User Testing Policy, the “UTP”). Clause 3 of the UTP.", ["Appendix BD", "Appendix BD/3"]),
        (
            "Appendix W (User Registration Authority Policies and Procedures). User RAPP Annex A (A1).",
            ["Appendix W", "Appendix W/Annex A(A1)"],
        ),
        (
            "See SEC Appendix D section 8.3.3. The form is in Annex A (A7), as noted in Annex A.",
            ["Appendix D/8.3.3", "Appendix D/Annex A(A7)", "this:Annex A"],
        ),
    ],
    ids=lambda value: value[:30] if isinstance(value, str) else "",
)
def test_an_appendix_is_known_by_its_names(text: str, expected: list[str]) -> None:
    assert [said for _, said in read(text)] == expected


def test_tables_of_provisions_are_read() -> None:
    text = """<table><tr><th>SEC Section</th><th>Content</th></tr>
<tr><td><b>A</b></td><td>A term of Section H8.4</td></tr>
<tr><td>H8-H9, H11</td><td>B, C</td></tr><tr><td>Z</td><td>Parties<br>X3.2</td></tr></table>

| Section | Content |
|---------|---------|
| K, L    | A       |
"""
    assert read(text) == [
        ("A", "A"),
        ("Section H8.4", "H8.4"),
        ("H8-H9, H11", "H8..H9, H11"),
        ("Z", "Z"),
        ("X3.2", "X3.2"),
        ("K, L", "K, L"),
    ]


def test_places_are_those_of_the_letter() -> None:
    text = (
        "The “Code”: https://example.org/H14.31 and **Section\nH14.31**<sup>3</sup>.\n\n- *Annex A* <b>and</b> H14.5\n"
    )
    assert places(text) == [(1, 46, 2, "Section H14.31"), (4, 4, 4, "Annex A"), (4, 24, 4, "H14.5")]


def test_a_sentence_parted_by_a_page_is_one() -> None:
    assert places("in accordance with Section\n\nH14.31 of the SEC") == [(1, 20, 3, "Section H14.31")]
    assert places("in Section H14.31 of the SEC\n\nH14.32 differs") == [
        (1, 4, 1, "Section H14.31"),
        (3, 1, 3, "H14.32"),
    ]
    assert places("in accordance with Sections H14.31\n\nand H14.32 of the SEC") == [
        (1, 20, 3, "Sections H14.31 and H14.32")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "## Annex B: Draft legal text",
        "Appendix 1: Progression timetable",
        "<b>Annex A: Consultation Questions.....29</b>",
        "Table 2: costs",
        "Annex C\n",
        "Q14 Do you agree? The A4 paper of E2E and B2B. Objective (f) and MP134A of this Code.",
        "The SEC Subsidiary Documents, the DCC Licence and that Act say so.",
    ],
)
def test_what_a_letter_says_of_itself_is_no_citation(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Annex A contains the text.", "this:Annex A"),
        ("• Section 8.3.3: the following (see SEC Appendix D)", "this:Section 8.3.3 Appendix D"),
        ("Appendix 2 of this report and Section 3 above", "this:Appendix 2 this:Section 3"),
        ("Schedule 8 of the SEC, paragraph 2.1", "Schedule 8 this:Paragraph 2.1"),
        ("SEC Schedule 8, paragraph 2.1", "Schedule 8/2.1"),
        ("H14 applies.", ""),
        ("H14 of the SEC applies.", "H14"),
        ("H14 and H14.2 apply. So does H15, but not G3.", "H14,H14.2 H15"),
        ("Section H14.31 applies, with paragraphs (a) and (b).", "H14.31 H14.31(a),H14.31(b)"),
        ("Under Section H14.31 … The Panel. That Section and those Sections differ.", "H14.31 H14.31 H14.31"),
        (
            "Under the Electricity Act, the Equality Act and the BSC.",
            "Electricity Act 1989 Equality Act Balancing and Settlement Code",
        ),
        (
            "The Finance Act 2003 (the “Act”). Section 5 of the Act, and Schedule 2 to the 2003 Act.",
            "Finance Act 2003 Finance Act 2003/section 5 Finance Act 2003/Schedule 2",
        ),
        (
            "Energy Act 2008 (sections 88 and 89)",
            "Energy Act 2008 Energy Act 2008/section 88,Energy Act 2008/section 89",
        ),
        ("Section D of the Balancing and Settlement Code", "Balancing and Settlement Code/Section D"),
        ("Chapter 3 of the May 2018 Government Response", "May 2018 Government Response/Chapter 3"),
        (
            "Article 5 of Regulation (EU) 2016/679; Article 6",
            "Regulation (EU) 2016/679/Article 5 Regulation (EU) 2016/679/Article 6",
        ),
        ("RFC 5280 and section 4.2 of RFC 5280", "RFC 5280 RFC 5280/section 4.2"),
        (
            "Condition 8 applies. Under Condition 9 of the gas supply licence, and condition 10",
            "DCC Licence/Condition 8 Gas Supply Licence/Condition 9 Gas Supply Licence/Condition 10",
        ),
        (
            "condition 1 of the gas supply licence and condition 2 of the DCC Licence. These licence conditions",
            "Gas Supply Licence/Condition 1 DCC Licence/Condition 2 "
            "Gas Supply Licence/Condition 1,DCC Licence/Condition 2",
        ),
        ("Annex A of the TMAD", "Appendix AL/Annex A"),
        ("this Annex", ""),
    ],
    ids=lambda value: value[:40],
)
def test_targets(text: str, expected: str) -> None:
    assert (
        " ".join(said.removesuffix(" by pointing").replace(", ", ",") for _, said in read(text, TMAD="Appendix AL"))
        == expected
    )


def test_kinds_say_what_is_cited() -> None:
    text = (
        "Section H14; H14.2; Appendix D; SMKI RAPP Annex A; Schedule 8; Condition 22; the Gas Act 1986; the NIS "
        "Regulations; RFC 5280; Chapter 3; the BSC; Appendix [TBC]"
    )
    found = citations_in_letter(text, {"SMKI RAPP": "Appendix D"})
    assert [citation.kind for citation in found] == [
        "sec-section",
        "sec-clause",
        "sec-appendix",
        "sec-annex-of-appendix",
        "sec-schedule",
        "licence-condition",
        "act",
        "regulation",
        "rfc",
        "this-document",
        "other-code",
        "sec-appendix",
    ]
    assert [citation.text for citation in found if citation.unresolved] == ["Appendix [TBC]"]


def test_a_citation_is_a_line_of_json() -> None:
    lines = [
        json.loads(json_line(found))
        for found in citations_in_letter("Sections H1-7 and Appendix [TBC]: that Section (Security)", {})
    ]
    assert lines == [
        {
            "line": 1,
            "col": 1,
            "end_line": 1,
            "text": "Sections H1-7",
            "kind": "sec-section",
            "targets": [{"from": "H1", "to": "H7"}],
        },
        {
            "line": 1,
            "col": 19,
            "end_line": 1,
            "text": "Appendix [TBC]",
            "kind": "sec-appendix",
            "targets": [],
            "unresolved": True,
        },
        {
            "line": 1,
            "col": 35,
            "end_line": 1,
            "text": "that Section",
            "kind": "sec-section",
            "targets": [{"from": "H1", "to": "H7"}],
            "anaphora": True,
        },
    ]

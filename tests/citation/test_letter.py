"""Letters about the Code: what their citations refer to, and where they stand."""

import pytest

from secc.resolve.citation.letter import LetterCitation, citations_in_letter
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

1.1 We propose changes to the Smart Energy Code (SEC) under section 88 of the Energy Act 2008, to be laid in accordance with section 89 of that Act. The Freedom of Information Act 2000 (FOIA) applies, and so does the FOIA's code.

1.2 Chapter 2 is the background, and Chapters 3 and 4 the proposals. The drafting is at Annex B; see Annex B, Section 3 for Section K 11, and Annex B, Section 4 for DCC Licence Conditions 1 and 17.

2 Background

2.1 We propose a new section, H16, in Section H of the SEC (DCC Services). H16 would not change SEC G2.20(c) (see Question 14 and Chapter 8).

2.2 Under the Smart Metering Communication Licence (Condition 8.4(e)) the DCC may not do so. The Transition Objective is in the DCC Licence (Condition 13).

2.3 G7.16 sets out duties. The Authority would have a right under Section G7.16(a) (Duties and Powers of the Security Sub-Committee). That Section would not change.

2.4 Duties arise under regulation 10 of the NIS Regulations. See paragraph 2.6 below, and the SMKI Recovery Procedure (Appendix L), of which Section 4 of the SMKI Recovery Procedure is an example.

3 Charging

3.1 The period is defined in K11.1. This chapter proposes another. Sections K4, K5 and K6 would apply, and standard condition 44 of the electricity supply licence.

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
    text = """The licences granted under the Electricity Act 1989 and the Gas Act 1986 (such licences being the "DCC Licence").

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

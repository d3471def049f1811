"""Each surface form of a citation: the words it covers, and what it is read as."""

import pytest

from secc.resolve.citation import NO_NAMES, find
from secc.resolve.citation.model import Blank, Place, Provisions, Range
from tests.citation.described import NAMES, found

MAIN_BODY = [
    ("under Section H14.31(a) only", "Section H14.31(a)", "section H14.31(a)"),
    ("as section H14.31 says", "section H14.31", "section H14.31"),
    ("and H14.31 (b) is", "H14.31 (b)", "H14.31(b)"),
    ("H14.2(a): the DCC", "H14.2(a)", "H14.2(a)"),
    ("with T2.11 of the SEC.", "T2.11", "T2.11"),
    ("by SEC G2.20(c), and", "SEC G2.20(c)", "G2.20(c) of the SEC"),
    ("SEC Section I1.7(g)", "SEC Section I1.7(g)", "section I1.7(g) of the SEC"),
    ("Section G7.3 of the SEC", "Section G7.3", "section G7.3"),
    ("a new section, H16, would", "section, H16", "section H16"),
    ("Section K 4.1 and", "Section K 4.1", "section K4.1"),
    ("Section K 11.", "Section K 11", "section K11"),
    ("in accordance with H1.5;", "H1.5", "H1.5"),
    ("Section F2.10A applies", "Section F2.10A", "section F2.10A"),
    ("SECTION N4A", "SECTION N4A", "section N4A"),
    ("Section L’s provisions", "Section L", "section L"),
    ("**Section H14**", "Section H14", "section H14"),
]
SLIPS = [
    ("Section H1.1099 applies", "Section H1.1099", "section H1.1099"),
    ("Section H1.2016, and", "Section H1.2016", "section H1.2016"),
    ("under H1.1099(a) only", "H1.1099(a)", "H1.1099(a)"),
    ("Sections H1.1099 and H2.3", "Sections H1.1099 and H2.3", "section H1.1099, H2.3"),
    ("Section H2.3 or H1.3a applies", "Section H2.3 or H1.3a", "section H2.3, H1.3a"),
    ("Section H1431", "Section H1431", "section H1431"),
    ("Section H140.1", "Section H140.1", "section H140.1"),
    ("Section F2.10A814", "Section F2.10A814", "section F2.10A814"),
    ("Section H1.3five", "Section H1.3five", "section H1.3five"),
    ("Section h14.31(a) of", "Section h14.31(a)", "section H14.31(a)"),
    ("Section HH1.1", "Section HH1.1", "section HH1.1"),
    ("Section H1.2(a1)", "Section H1.2(a1)", "section H1.2(a1)"),
    ("Section D.4 of the agreement", "Section D.4", "section D.4"),
    ("Clause 4.1099 of the TMAD", "Clause 4.1099 of the TMAD", "clause 4.1099 of =Appendix AL"),
    ("Clause 4.26a", "Clause 4.26a", "clause 4.26a"),
    ("Clause 10000", "Clause 10000", "clause 10000"),
    ("Clause 1five", "Clause 1five", "clause 1five"),
    (
        "Article 29a of Directive 2009/101/EC",
        "Article 29a of Directive 2009/101/EC",
        "article 29a of regulations Directive 2009/101/EC",
    ),
]
HEADINGS = [
    ("Section G (Security).", "Section G", "section G «Security»"),
    (
        "Section G7.16(a) (Duties and Powers of the Security SubCommittee)",
        "Section G7.16(a)",
        "section G7.16(a) «Duties and Powers of the Security SubCommittee»",
    ),
    (
        "Section X5 (Incorporation of Certain Documents into this Code)",
        "Section X5",
        "section X5 «Incorporation of Certain Documents into this Code»",
    ),
    (
        "Section L9.8 (the Device Certification Practice Statement)",
        "Section L9.8",
        "section L9.8 «the Device Certification Practice Statement»",
    ),
    (
        "SEC Section L ‘Smart Metering Key Infrastructure’ paragraph 1.17",
        "SEC Section L ‘Smart Metering Key Infrastructure’ paragraph 1.17",
        "section L1.17 «Smart Metering Key Infrastructure» of the SEC",
    ),
    (
        "SEC Section L 'Smart Metering Key Infrastructure' 14.8",
        "SEC Section L 'Smart Metering Key Infrastructure' 14.8",
        "section L14.8 «Smart Metering Key Infrastructure» of the SEC",
    ),
    ("Schedule 8 'GBCS'", "Schedule 8", "schedule 8 «GBCS»"),
    (
        "Sections G2 (System Security) and G3 (Systems Security)",
        "Sections G2 (System Security) and G3",
        "section G2 «System Security», G3 «Systems Security»",
    ),
    ("Section H14.31 (as amended)", "Section H14.31", "section H14.31"),
    ("Section K4, K5 or K6 (as applicable)", "Section K4, K5 or K6", "section K4, K5, K6"),
    (
        "section 151(1) (interpretation) of the Roads (Scotland) Act 1984",
        "section 151(1) (interpretation) of the Roads (Scotland) Act 1984",
        "section 151(1) «interpretation» of act Roads (Scotland) Act 1984",
    ),
]
RELATIVE = [
    ("in this Section B1 and", "this Section B1", "this section B1"),
    ("This Section H14.36A shall only", "This Section H14.36A", "this section H14.36A"),
    ("under that Section.", "that Section", "that section"),
    ("paragraphs (a) and (b)", "paragraphs (a) and (b)", "paragraph (a), (b)"),
    ("paragraphs (a) to (d),", "paragraphs (a) to (d)", "paragraph (a) to (d)"),
    ("paragraph (a)(i) or (ii)", "paragraph (a)(i) or (ii)", "paragraph (a)(i), (a)(ii)"),
    ("the preceding paragraph", "preceding paragraph", "preceding paragraph"),
    ("of this Code.", "this Code", "this code"),
    ("this Appendix [tbc]", "this Appendix [tbc]", "this appendix [tbc]"),
    ("this Agreement", "this Agreement", "this agreement"),
    ("these licence conditions", "these licence conditions", "this condition"),
    ("so that Section L13 will", "Section L13", "section L13"),
    ("paragraph (b) of that Section", "paragraph (b) of that Section", "paragraph (b) of that section"),
    (
        "sub-paragraph (ii) of this Section H5",
        "sub-paragraph (ii) of this Section H5",
        "paragraph (ii) of this section H5",
    ),
]
LISTS = [
    ("Sections F5-F10", "Sections F5-F10", "section F5 to F10"),
    ("Sections H1-7", "Sections H1-7", "section H1 to H7"),
    ("Sections H8-9", "Sections H8-9", "section H8 to H9"),
    ("Sections H8 and H9", "Sections H8 and H9", "section H8, H9"),
    ("Sections H8 and 9 of", "Sections H8 and 9", "section H8, H9"),
    ("Sections F5 – F10", "Sections F5 – F10", "section F5 to F10"),
    ("G3.27-G3.28", "G3.27-G3.28", "G3.27 to G3.28"),
    ("L13.56-57 sets out", "L13.56-57", "L13.56 to L13.57"),
    ("H5.33-5.40", "H5.33-5.40", "H5.33 to H5.40"),
    ("H14.36A-E", "H14.36A-E", "H14.36A to H14.36E"),
    ("H7.1, 7.2 and 7.4 apply", "H7.1, 7.2 and 7.4", "H7.1, H7.2, H7.4"),
    ("Sections H5, H6 and H7", "Sections H5, H6 and H7", "section H5, H6, H7"),
    ("Section L1 and L14", "Section L1 and L14", "section L1, L14"),
    ("H14.31 & H14.36A", "H14.31 & H14.36A", "H14.31, H14.36A"),
    ("Section A & H", "Section A & H", "section A, H"),
    ("Sections A, H11, L, N and Z of", "Sections A, H11, L, N and Z", "section A, H11, L, N, Z"),
    ("Sections K4, K5 and K6 respectively", "Sections K4, K5 and K6", "section K4, K5, K6"),
    (
        "SEC Sections F1.4 (e), (f) and (g)",
        "SEC Sections F1.4 (e), (f) and (g)",
        "section F1.4(e), F1.4(f), F1.4(g) of the SEC",
    ),
    ("Section H14.31(a) to (c)", "Section H14.31(a) to (c)", "section H14.31(a) to H14.31(c)"),
    (
        "section 5(1)(a)(i) or (ii) or (b)",
        "section 5(1)(a)(i) or (ii) or (b)",
        "section 5(1)(a)(i), 5(1)(a)(ii), 5(1)(b)",
    ),
    ("paragraphs (h) and (i)", "paragraphs (h) and (i)", "paragraph (h), (i)"),
    ("Section 5 to Section 7", "Section 5 to Section 7", "section 5 to 7"),
    ("SEC Appendices A, B, C and Q.", "SEC Appendices A, B, C and Q", "appendix A, B, C, Q of the SEC"),
    ("Appendixes AO and AP respectively", "Appendixes AO and AP", "appendix AO, AP"),
    ("Annexes B-D", "Annexes B-D", "annex B to D"),
    ("Chapters 3 and 4", "Chapters 3 and 4", "chapter 3, 4"),
    ("Schedules 8 to 11", "Schedules 8 to 11", "schedule 8 to 11"),
]
DOCUMENTS = [
    ("SEC Appendix AL", "SEC Appendix AL", "appendix AL of the SEC"),
    (
        "SEC Appendix AG clause 2.5.6 (d)",
        "SEC Appendix AG clause 2.5.6 (d)",
        "clause 2.5.6(d) of appendix AG of the SEC",
    ),
    ("Appendix AH 1.10.7", "Appendix AH 1.10.7", "1.10.7 of appendix AH"),
    ("Clause 4.26 of the TMAD", "Clause 4.26 of the TMAD", "clause 4.26 of =Appendix AL"),
    ("Section 4.12 (b) of TMAD", "Section 4.12 (b) of TMAD", "section 4.12(b) of =Appendix AL"),
    (
        "Section 3 of the S1SPKM\n Compliance Policy",
        "Section 3 of the S1SPKM\n Compliance Policy",
        "section 3 of =Appendix AO",
    ),
    (
        "SEC Appendix D, section 5.1 ‘Procedure and processes’",
        "SEC Appendix D, section 5.1",
        "section 5.1 «Procedure and processes» of appendix D of the SEC",
    ),
    ("clauses 2 and 3", "clauses 2 and 3", "clause 2, 3"),
    ("Annex A (A7)", "Annex A (A7)", "annex A form A7"),
    ("SMKI RAPP Annex A (A1)", "SMKI RAPP Annex A (A1)", "annex A form A1 of =Appendix D"),
    ("Annex A of Appendix D", "Annex A of Appendix D", "annex A of appendix D"),
    ("Annex B, Section 3", "Annex B, Section 3", "section 3 of annex B"),
    ("Schedule 4, Part 1, paragraph 3", "Schedule 4, Part 1, paragraph 3", "paragraph 3 of part 1 of schedule 4"),
    ("paragraph 5 of SEC Appendix AL", "paragraph 5 of SEC Appendix AL", "paragraph 5 of appendix AL of the SEC"),
    ("Annex A of this direction", "Annex A", "annex A"),
    ("Appendix [TBC]", "Appendix [TBC]", "appendix [TBC]"),
    ("APPENDIX XXX", "APPENDIX XXX", "appendix XXX"),
    ("Question 14", "Question 14", "question 14"),
    ("SEC Objective (f)", "SEC Objective (f)", "objective (f) of the SEC"),
    (
        "Section 5 of the Access Control Policy.",
        "Section 5 of the Access Control Policy",
        "section 5 of publication Access Control Policy",
    ),
]
OUTSIDE = [
    ("Condition 22 of the DCC Licence", "Condition 22 of the DCC Licence", "condition 22 of licence DCC Licence"),
    ("the DCC Licence (Condition 18)", "DCC Licence (Condition 18)", "condition 18 of licence DCC Licence"),
    ("DCC Licence Condition 1 and 17", "DCC Licence Condition 1 and 17", "condition 1, 17 of licence DCC Licence"),
    (
        "conditions 1 and 17 of the DCC licence",
        "conditions 1 and 17 of the DCC licence",
        "condition 1, 17 of licence DCC licence",
    ),
    (
        "the Smart Metering Communication Licence (Condition 8.4(e))",
        "Smart Metering Communication Licence (Condition 8.4(e))",
        "condition 8.4(e) of licence Smart Metering Communication Licence",
    ),
    (
        "standard licence condition 44 of the electricity supply licence conditions",
        "standard licence condition 44 of the electricity supply licence conditions",
        "condition 44 of licence electricity supply licence conditions",
    ),
    (
        "standard condition 38 of the gas supply licence",
        "standard condition 38 of the gas supply licence",
        "condition 38 of licence gas supply licence",
    ),
    ("section 88 of the Energy Act 2008", "section 88 of the Energy Act 2008", "section 88 of act Energy Act 2008"),
    ("Section 88 Energy Act 2008", "Section 88 Energy Act 2008", "section 88 of act Energy Act 2008"),
    (
        "S88 and S89 of the Energy Act 2008",
        "S88 and S89 of the Energy Act 2008",
        "section 88, 89 of act Energy Act 2008",
    ),
    ("ss. 88 and 89 of that Act", "ss. 88 and 89 of that Act", "section 88, 89 of that act"),
    (
        "section 88 and section 89 of the Energy Act 2008",
        "section 88 and section 89 of the Energy Act 2008",
        "section 88, 89 of act Energy Act 2008",
    ),
    ("section 7AB of the Gas Act 1986", "section 7AB of the Gas Act 1986", "section 7AB of act Gas Act 1986"),
    ("section 5 of the Electricity Act, each", "section 5 of the Electricity Act", "section 5 of act Electricity Act"),
    ("Schedule 4 to the Act", "Schedule 4 to the Act", "schedule 4 of act Act"),
    ("section 19 of the Act of 1960", "section 19 of the Act of 1960", "section 19 of act Act of 1960"),
    (
        "regulation 10 of NIS Regulations",
        "regulation 10 of NIS Regulations",
        "regulation 10 of regulations NIS Regulations",
    ),
    (
        "the Electricity and Gas (Internal Markets) Regulations 2011",
        "Electricity and Gas (Internal Markets) Regulations 2011",
        "regulations Electricity and Gas (Internal Markets) Regulations 2011",
    ),
    (
        "Under the Protection of the Environment Act 2003",
        "Protection of the Environment Act 2003",
        "act Protection of the Environment Act 2003",
    ),
    ("Amendment of Passports Act 2008", "Passports Act 2008", "act Passports Act 2008"),
    ("the Secretary of State and the Gas Act 1986", "Gas Act 1986", "act Gas Act 1986"),
    (
        "Article 5 of Regulation (EU) 2016/679",
        "Article 5 of Regulation (EU) 2016/679",
        "article 5 of regulations Regulation (EU) 2016/679",
    ),
    ("RFC 5280, and", "RFC 5280", "RFC 5280"),
    ("RFC5246", "RFC5246", "RFC 5246"),
    ("section 4.2 of RFC 5280", "section 4.2 of RFC 5280", "section 4.2 of RFC 5280"),
    (
        "Chapter 3 of the January 2015 SEC Government Response",
        "Chapter 3 of the January 2015 SEC Government Response",
        "chapter 3 of publication January 2015 SEC Government Response",
    ),
    (
        "Part A of the Government response to the SEC 4 Consultation that",
        "Part A of the Government response to the SEC 4 Consultation",
        "part A of publication Government response to the SEC 4 Consultation",
    ),
    ("paper SECP_93_1806_12", "SECP_93_1806_12", "paper SECP_93_1806_12"),
    ("by MP134A", "MP134A", "modification MP134A"),
    ("SECMP0049", "SECMP0049", "modification SECMP0049"),
]


@pytest.mark.parametrize(
    ("text", "covered", "said"),
    [*MAIN_BODY, *SLIPS, *HEADINGS, *RELATIVE, *LISTS, *DOCUMENTS, *OUTSIDE],
    ids=lambda text: text[:40],
)
def test_a_form_is_read(text: str, covered: str, said: str) -> None:
    assert found(text) == [(covered, said)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Sections B1, F5, H14 and Appendix C",
            [("Sections B1, F5, H14", "section B1, F5, H14"), ("Appendix C", "appendix C")],
        ),
        (
            "Observations 5 and 11 of SEC Appendix L",
            [("Observations 5 and 11", "observation 5, 11"), ("SEC Appendix L", "appendix L of the SEC")],
        ),
        (
            "Chapter 8, Question 14 and Annex B, Section H14",
            [
                ("Chapter 8", "chapter 8"),
                ("Question 14", "question 14"),
                ("Annex B", "annex B"),
                ("Section H14", "section H14"),
            ],
        ),
        (
            "Section 5 of the ETAD (annex A)",
            [("Section 5 of the ETAD", "section 5 of =Appendix J"), ("annex A", "annex A")],
        ),
        (
            "the Self-Service Interface Design Specification (Appendix AH)",
            [("Appendix AH", "appendix AH")],
        ),
        (
            "subject to paragraph (b), subsection (1) applies",
            [("paragraph (b)", "paragraph (b)"), ("subsection (1)", "subsection (1)")],
        ),
        (
            "Section H14.31(a) and\n  (b) a Party",
            [("Section H14.31(a)", "section H14.31(a)")],
        ),
        (
            "Condition 22 of the DCC Licence and Section X5 of the SEC",
            [("Condition 22 of the DCC Licence", "condition 22 of licence DCC Licence"), ("Section X5", "section X5")],
        ),
    ],
    ids=lambda text: text[:40] if isinstance(text, str) else "",
)
def test_neighbours_are_told_apart(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Service Request 12.1 and SRV 6.15.1, SRV7.7 or Service Reference Variant 8.4",
        "SEC 4, SEC4A, SEC 4A, SEC 1, SEC v5.14, version 6.0 (v.7.0) and Release 2.0",
        "E2E, B2B, Type 1 Devices, Type 2 Device, S1SP, S1SPKM, SMETS1, EUI-64, L+G, CH&N",
        "London SW1A 2AW, TW9 4DU and N1 9GU; H1 2019; URN 15D/014",
        "on 17 September 2020, within 10 Working Days, at 15:30",
        "in H1.2016, in condition F669, the 3rd section 1st, paragraph s1, Schedule v2.0",
        "under section 13of theRegulations and sections 81and82",
        "https://www.gov.uk/H14.31/section-A and file_H14.31_v2",
        "the relevant Section, each section and a new clause; Sections; Section of the SEC",
        "the DCC User Interface Services Schedule; Parties; a Part of the System; the Act",
        "in this case, that Party, these Devices, this matter, that licence",
        "The Panel may, in section meetings, act. Condition of Devices.",
    ],
)
def test_what_is_no_citation_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("Section H14.31 and 3 other Parties", "Section H14.31"),
        ("Section H14.31, 10 Working Days after", "Section H14.31"),
        ("Conditions 1 and 17 January 2018", "Conditions 1"),
        ("Condition 22, 2019", "Condition 22"),
        ("Clause 4.26, 31.12.2016", "Clause 4.26"),
        ("Appendix D 01.04.2016", "Appendix D"),
        ("Section G and A new Party", "Section G"),
        ("Section H14.31 - the DCC", "Section H14.31"),
        ("Annex A: SEC", "Annex A"),
        ("Section A, where", "Section A"),
        ("Section 3 (2018)", "Section 3"),
    ],
)
def test_a_list_ends_where_the_sentence_goes_on(text: str, covered: str) -> None:
    assert [words for words, _ in found(text)][:1] == [covered]


def test_names_are_given_by_the_caller() -> None:
    assert found("Clause 4.26 of the TMAD", NO_NAMES) == [
        ("Clause 4.26 of the TMAD", "clause 4.26 of publication TMAD")
    ]
    assert found("Section M2 of the TMAD") == [("Section M2", "section M2")]


def test_spans_of_places_and_headings_count_from_the_citation() -> None:
    text = "Under Sections H14.31(a), H14.36A (Testing Services) and Appendix [TBC]"
    sections, appendix = find(text)
    assert isinstance(sections.reference, Provisions)
    assert isinstance(appendix.reference, Provisions)
    first, second = sections.reference.extents
    (blank,) = appendix.reference.extents
    assert isinstance(first, Place)
    assert isinstance(second, Place)
    assert isinstance(blank, Blank)
    assert second.heading is not None
    stretches = [
        (sections, first.span, "H14.31(a)"),
        (sections, second.span, "H14.36A"),
        (sections, second.heading.span, "Testing Services"),
        (appendix, blank.span, "[TBC]"),
    ]
    for citation, span, expected in stretches:
        assert text[citation.start + span.start : citation.start + span.end] == expected


def test_a_range_keeps_both_ends_whole() -> None:
    (citation,) = find("L13.56-57")
    assert isinstance(citation.reference, Provisions)
    (extent,) = citation.reference.extents
    assert isinstance(extent, Range)
    assert (extent.first.letter, extent.first.numbers) == ("L", ("13", "56"))
    assert (extent.last.letter, extent.last.numbers) == ("L", ("13", "57"))
    assert (extent.last.span.start, extent.last.span.end) == (7, 9)


def test_the_same_words_say_the_same_wherever_they_stand() -> None:
    (first,), (second,) = find("Section H14.31(a)"), find("see also Section  H14.31 (a)", NAMES)
    assert first.reference == second.reference

"""References from and to annexes, parts and inner documents, whose numbers are their own or not."""

import pytest

from tests.making import bound, code_of

SECTION_A = """
section A: Definitions

# A1 Definitions

A1.1 Words.

# A7 Other Things

A7.1 Words.
"""

RAPP = """
appendix D: Procedures
unit: section

1 See A1; form A1; section A7; Section A1.1; Annex A (A7); Annex B; Annex C; section 2; and section 88.

2 Words.

annex A: Forms

A1 See A7; section A7; Section A7.1; section 2; and section 1 of this Appendix.

A7 Words.

annex B: Steps

1 See section 1; section 1 of Appendix D; section 2; section 4; A1; and paragraph 2 of this Annex.

3 Words.
"""


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (
            "1",
            [
                "A1 -> appendix-D/annex-A/A1",
                "A1 -> appendix-D/annex-A/A1",
                "section A7 -> appendix-D/annex-A/A7",
                "Section A1.1 -> section-A/A1.1",
                "Annex A (A7) -> appendix-D/annex-A/A7",
                "Annex B -> appendix-D/annex-B",
                "Annex C -> no such provision: appendix-D/annex-C",
                "section 2 -> appendix-D/2",
                "section 88 -> no such provision: appendix-D/88",
            ],
        ),
        (
            "annex-A/A1",
            [
                "A7 -> appendix-D/annex-A/A7",
                "section A7 -> appendix-D/annex-A/A7",
                "Section A7.1 -> section-A/A7.1",
                "section 2 -> appendix-D/2",
                "section 1 of this Appendix -> appendix-D/1",
            ],
        ),
        (
            "annex-B/1",
            [
                "section 1 -> appendix-D/annex-B/1",
                "section 1 of Appendix D -> appendix-D/1",
                "section 2 -> appendix-D/2",
                "section 4 -> no such provision: appendix-D/annex-B/4",
                "A1 -> appendix-D/annex-A/A1",
                "paragraph 2 of this Annex -> no such provision: appendix-D/annex-B/2",
            ],
        ),
    ],
)
def test_numbers_of_an_annex_come_first_in_it(at: str, expected: list[str]) -> None:
    assert bound(code_of(SECTION_A, RAPP), f"appendix-D/{at}") == expected


COCO = """
appendix V: Two Codes of Connection
unit: Clause

document: DCCKI Code of Connection
known-as: CoCo

1 See Clause 2; Clause 3; and Clause 3 of the Repository CoCo.

2 Words.

document: Repository CoCo

1 See Clause 1; Clause 2; and Clause 2 of the DCCKI Code of Connection.

3 Words.
"""


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (
            "document-1/1",
            [
                "Clause 2 -> appendix-V/document-1/2",
                "Clause 3 -> appendix-V/document-2/3",
                "Clause 3 of the Repository CoCo -> appendix-V/document-2/3",
            ],
        ),
        (
            "document-2/1",
            [
                "Clause 1 -> appendix-V/document-2/1",
                "Clause 2 -> appendix-V/document-1/2",
                "Clause 2 of the DCCKI Code of Connection -> appendix-V/document-1/2",
            ],
        ),
    ],
)
def test_numbers_of_two_documents_in_an_appendix(at: str, expected: list[str]) -> None:
    assert bound(code_of(COCO), f"appendix-V/{at}") == expected


SECCO = """
schedule 4: Establishment of SECCo

1 See paragraph 3 of Part B; Part A; Part C; and paragraph 5 of Part C.

part A: The Company

2 See paragraph 3 and this Part, paragraph 1.

part B: The Board

See paragraph 3.

3 See paragraph 2 of Part A and paragraph 9.

part C: Forms
numbering: own

1 See paragraph 1; paragraph 2; and paragraph 3 of Part B.

5 Words.
"""


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (
            "1",
            [
                "paragraph 3 of Part B -> schedule-4/3",
                "Part A -> schedule-4/part-A",
                "Part C -> schedule-4/part-C",
                "paragraph 5 of Part C -> schedule-4/part-C/5",
            ],
        ),
        ("2", ["paragraph 3 -> schedule-4/3", "paragraph 1 -> schedule-4/1"]),
        ("part-B", ["paragraph 3 -> schedule-4/3"]),
        ("3", ["paragraph 2 of Part A -> schedule-4/2", "paragraph 9 -> no such provision: schedule-4/9"]),
        (
            "part-C/1",
            [
                "paragraph 1 -> schedule-4/part-C/1",
                "paragraph 2 -> schedule-4/2",
                "paragraph 3 of Part B -> schedule-4/3",
            ],
        ),
    ],
)
def test_a_part_goes_on_with_the_numbers_unless_it_has_its_own(at: str, expected: list[str]) -> None:
    assert bound(code_of(SECCO), f"schedule-4/{at}") == expected


def test_a_schedule_of_a_form_is_an_annex_of_it() -> None:
    form = """
        schedule 1: Framework Agreement

        1 See Schedule 1, Schedule 2 and Schedule 3.

        annex 2: Parties

        1 Words.
    """
    other = "schedule 3: Bilateral Agreement\n\n1 Words.\n"
    assert bound(code_of(form, other), "schedule-1/1") == [
        "Schedule 1 -> schedule-1",
        "Schedule 2 -> schedule-1/annex-2",
        "Schedule 3 -> schedule-3",
    ]


def test_an_annex_that_is_a_file() -> None:
    code = code_of(
        'appendix AM: Requirements\n\n1 See Annex A.\n\n  attachment: figures/d.xlsx "Annex A, version 12.4"\n'
    )
    assert bound(code, "appendix-AM/1") == ["Annex A -> appendix-AM/1"]


def test_no_annex_is_missed_where_there_are_none() -> None:
    assert bound(code_of("appendix AM: Requirements\n\n1 See Annex A and Part 2.\n"), "appendix-AM/1") == []


def test_words_set_out_refer_to_nothing() -> None:
    code = code_of("schedule 2: Form\n\n1 In the form:\n\n  > 2 The Party shall comply with Section H99.\n")
    assert bound(code, "schedule-2/1") == []

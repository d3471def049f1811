"""References that say less than they mean: paragraphs of what is around them, and lists run into a sentence."""

from collections.abc import Sequence

import pytest

from secc.resolve import standing
from secc.resolve.model import ResolvedCode
from secc.resolve.run_in import Path, run_in_paragraphs
from tests.making import bound, code_of

CLAUSE = """
section H: Services

# H1 Services

H1.1 Subject to paragraph (b), the DCC shall:
  (a) act under paragraph (b)(ii); and
  (b) not act:
    (i) under sub-paragraph (ii) or paragraph (a); or
    (ii) under paragraphs (i) and (iii),

    as sub-paragraph (i) says,

  where paragraphs (a) and (b) apply.

H1.2 The DCC shall:
  (a) act; and
  (b) not act:
    (i) alone;
    (ii) under paragraphs (a) to (c); or
    (iii) under paragraphs (i) to (iii);
  (c) act again; and
  (ca) then stop, as the preceding paragraph says.

H1.3 The step in Section H1.2 other than that in paragraph (c) is taken under paragraph (d).
"""


@pytest.fixture(scope="module")
def clause() -> ResolvedCode:
    return code_of(CLAUSE)


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (
            "H1.1",
            [
                "paragraph (b) -> section-H/H1.1(b)",
                "paragraphs (a) -> section-H/H1.1(a)",  # from the closing words
                "(b) -> section-H/H1.1(b)",
            ],
        ),
        ("H1.1(b)", ["sub-paragraph (i) -> section-H/H1.1(b)(i)"]),  # likewise
        ("H1.1(a)", ["paragraph (b)(ii) -> section-H/H1.1(b)(ii)"]),
        ("H1.1(b)(i)", ["sub-paragraph (ii) -> section-H/H1.1(b)(ii)", "paragraph (a) -> section-H/H1.1(a)"]),
        (
            "H1.1(b)(ii)",
            ["paragraphs (i) -> section-H/H1.1(b)(i)", "(iii) -> no such provision: section-H/H1.1(b)(iii)"],
        ),
        ("H1.2(b)(ii)", ["paragraphs (a) to (c) -> section-H/H1.2(a), section-H/H1.2(b), section-H/H1.2(c)"]),
        (
            "H1.2(b)(iii)",
            ["paragraphs (i) to (iii) -> section-H/H1.2(b)(i), section-H/H1.2(b)(ii), section-H/H1.2(b)(iii)"],
        ),
        ("H1.2(ca)", ["preceding paragraph -> section-H/H1.2(c)"]),
        (
            "H1.3",
            [
                "Section H1.2 -> section-H/H1.2",
                "paragraph (c) -> section-H/H1.2(c)",
                "paragraph (d) -> no such provision: section-H/H1.3(d)",
            ],
        ),
    ],
)
def test_a_paragraph_is_the_nearest_around(clause: ResolvedCode, at: str, expected: list[str]) -> None:
    assert bound(clause, f"section-H/{at}") == expected


def test_paragraphs_of_nothing_are_broken() -> None:
    code = code_of("schedule 2: Form\n\nThe parties agree under paragraph (a).\n")
    assert bound(code, "schedule-2") == ["paragraph (a) -> nothing here for it to be relative to"]


def test_paragraphs_at_the_margin_are_of_the_document() -> None:
    code = code_of("schedule 2: Form\n\nThe parties agree under paragraph (a):\n\n(a) words; and\n\n(b) words.\n")
    assert bound(code, "schedule-2") == ["paragraph (a) -> schedule-2/(a)"]


DEFINITIONS = """
section A: Definitions

# A1 Definitions

A1.1 In this Code:

  define "Device" means:
    (a) a meter; or
    (b) a thing to which paragraph (a) applies,

    but paragraph (c) has no effect.

  define "Meter" or "Measuring Device" means a thing in paragraph (a) of the definition of "Device".

  define "Gauge" means a thing in paragraphs (a) and (b) of the definition of Device, in paragraph (a) of the
  definition of "Lever", or in paragraph (b) of that definition.
"""


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ('A1.1/"Device"(b)', ['paragraph (a) -> section-A/A1.1/"Device"(a)']),
        ('A1.1/"Device"', ['paragraph (c) -> no such provision: section-A/A1.1/"Device"(c)']),
        ('A1.1/"Meter"', ['paragraph (a) -> section-A/A1.1/"Device"(a)']),
        ('A1.1/"Gauge"', ['paragraphs (a) -> section-A/A1.1/"Device"(a)', '(b) -> section-A/A1.1/"Device"(b)']),
    ],
)
def test_paragraphs_of_definitions(at: str, expected: list[str]) -> None:
    assert bound(code_of(DEFINITIONS), f"section-A/{at}") == expected


NEIGHBOURS = """
appendix B: Procedure
unit: Clause

1.1 The preceding Clause and the following Clause:
  (a) the preceding paragraph; and
  (b) the preceding paragraph:
    (i) the preceding paragraph and the following paragraph.

1.2 The preceding Clause and the following Clause.
"""


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("1.1", ["following Clause -> appendix-B/1.2"]),
        ("1.1(a)", []),
        ("1.1(b)", ["preceding paragraph -> appendix-B/1.1(a)"]),
        ("1.1(b)(i)", ["preceding paragraph -> appendix-B/1.1(a)"]),
        ("1.2", ["preceding Clause -> appendix-B/1.1"]),
    ],
)
def test_the_preceding_and_the_following(at: str, expected: list[str]) -> None:
    assert bound(code_of(NEIGHBOURS), f"appendix-B/{at}") == expected


def test_the_preceding_paragraph_is_a_number_where_numbers_are_called_paragraphs() -> None:
    code = code_of(
        "schedule 5: Information\nunit: paragraph\n\n1 Words.\n\n2 Words:\n  (a) see the preceding paragraph.\n"
    )
    assert bound(code, "schedule-5/2(a)") == ["preceding paragraph -> schedule-5/1"]


RUN_IN = """
section H: Services

# H1 Services

H1.1 Under paragraph (c), the DCC shall: (a) keep a register; (b) where (i) asked, or (ii) told, publish
it; and (c) amend it.

H1.2 Under Section H1.1(b), H1.1(b)(ii), H1.1(d), Section H1.1(a) to (c) and Section H1.3(a).

H1.3 Either (a) one and (b) two, or (a) three and (b) four, and paragraph (b).

H1.4 Under paragraph (a) of Section H1.5, and paragraph (b).

H1.5 One thing (a) only.
"""


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("H1.1", ["paragraph (c) -> section-H/H1.1"]),
        (
            "H1.2",
            [
                "Section H1.1(b) -> section-H/H1.1",
                "H1.1(b)(ii) -> section-H/H1.1",
                "H1.1(d) -> no such provision: section-H/H1.1(d)",
                "Section H1.1(a) to (c) -> section-H/H1.1",
                "Section H1.3(a) -> no such provision: section-H/H1.3(a)",
            ],
        ),
        ("H1.3", ["paragraph (b) -> no such provision: section-H/H1.3(b)"]),
        (
            "H1.4",
            [
                "paragraph (a) of Section H1.5 -> no such provision: section-H/H1.5(a)",
                "paragraph (b) -> no such provision: section-H/H1.4(b)",
            ],
        ),
    ],
)
def test_a_list_run_into_a_sentence_leads_to_its_clause(at: str, expected: list[str]) -> None:
    assert bound(code_of(RUN_IN), f"section-H/{at}") == expected


def test_a_list_run_into_a_sentence_is_read_once_however_often_it_is_cited(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def reading(text: str, cited: Sequence[tuple[int, int]]) -> frozenset[Path]:
        read.append(text)
        return run_in_paragraphs(text, cited)

    monkeypatch.setattr(standing, "run_in_paragraphs", reading)
    text = f"section H: S\n\n# H1 S\n\nH1.1 Either (a) one; or (b) two, under {'paragraph (b), ' * 5}as agreed.\n"
    assert bound(code_of(text), "section-H/H1.1") == ["paragraph (b) -> section-H/H1.1"] * 5
    assert len(read) == 1

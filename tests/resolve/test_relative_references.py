"""References that say less than they mean: paragraphs of what is around them, and lists run into a sentence."""

import pytest

from secc.resolve.model import ResolvedCode
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
        ("H1.1", ["paragraph (b) -> section-H/H1.1(b)"]),
        ("H1.1(a)", ["paragraph (b)(ii) -> section-H/H1.1(b)(ii)"]),
        ("H1.1(b)(i)", ["sub-paragraph (ii) -> section-H/H1.1(b)(ii)", "paragraph (a) -> section-H/H1.1(a)"]),
        ("H1.1(b)(ii)", ["paragraphs (i) -> section-H/H1.1(b)(i)", "(iii) -> no such provision: section-H/H1.1(b)(iii)"]),
        ("H1.2(b)(ii)", ["paragraphs (a) to (c) -> section-H/H1.2(a), section-H/H1.2(b), section-H/H1.2(c)"]),
        (
            "H1.2(b)(iii)",
            ["paragraphs (i) to (iii) -> section-H/H1.2(b)(i), section-H/H1.2(b)(ii), section-H/H1.2(b)(iii)"],
        ),
        ("H1.2(ca)", ["the preceding paragraph -> section-H/H1.2(c)"]),
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
    assert bound(clause, f"section-H/{at}")[: len(expected)] == expected

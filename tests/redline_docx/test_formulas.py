"""Formulas in redlines: set where nothing of them changed, words in one line where something did."""

import pytest
from lxml import etree

from secc.code.model import Document, Formula, Table, Text
from secc.render.docx.in_line import Height, in_line
from secc.render.pdf.formulas import symbols
from secc.source import Span
from tests.pdf.small import every_formula
from tests.redline_docx.pairs import in_one_line, prose_with
from tests.redline_docx.test_word_file import document, tracked, written

_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_NOWHERE = Span(0, 0)


@pytest.mark.parametrize(
    ("latex", "said"),
    [
        (r"EFR_t = EAR_t - \sum_{\forall r} RCHR_{rt}", "EFRt = EARt − ∑∀r RCHRrt"),
        (r"\frac{a+1}{2}", "(a + 1)/2"),
        (r"\frac{a_g}{2}", "ag/2"),
        (r"\frac{1}{n} \sum_{i} x_i", "(1/n)∑i xi"),
        (r"\frac{a}{b}(c + d)", "(a/b)(c + d)"),
        (r"\frac{a}{b} c + \frac{a}{b}", "(a/b)c + a/b"),
        (r"{\frac{a}{b}}^{2}", "(a/b)2"),
        (r"c / \frac{a}{b}", "c/(a/b)"),
        (r"-x^{2}", "−x2"),
        (r"f(x) = -1 + (-a)", "f(x) = −1 + (−a)"),
        (r"\max(1,000, a; b)", "max(1,000, a; b)"),
        (r"\begin{aligned} a &= b \\ &= -c \end{aligned}", "a = b; = −c"),
        (r"\max_{g} EAR_t", "maxg EARt"),
        (r"\ln(x)", "ln(x)"),
        (r"\sqrt[3]{x+y}", "3√(x + y)"),
        (r"a_{g_{t+1}}", "ag_(t+1)"),
        (r"x^{e^{2}}", "xe^2"),
        (r"\left(\frac{a}{b}\right)", "(a/b)"),
        (r"\bar{x} + \hat{y}", "x\u0305 + y\u0302"),
        (r"x'", "x′"),
        (r"\binom{n}{k}", "(n over k)"),
        (r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}", "(a, b; c, d)"),
        (r"\begin{cases} 1 & x > 0 \\ 0 & x = 0 \end{cases}", "{1, x > 0; 0, x = 0"),
        (r"\begin{aligned} a &= b \\ c &= d \end{aligned}", "a = b; c = d"),
        (r"\frac{a", r"\frac{a"),
    ],
)
def test_a_formula_in_one_line(latex: str, said: str) -> None:
    assert in_one_line(latex) == said


def test_what_stands_low_and_high() -> None:
    tree = symbols(r"C_g^{2} = 1").tree
    assert tree is not None
    placed = [("C", Height.LINE), ("g", Height.LOW), ("2", Height.HIGH), (" = 1", Height.LINE)]
    assert in_line(tree) == placed


def test_every_formula_has_words_in_which_nothing_is_a_command() -> None:
    said = [in_one_line(each) for each in every_formula()]
    assert all(said)
    assert not any("\\" in each for each in said)


def formula(latex: str) -> Formula:
    return Formula(span=_NOWHERE, latex=latex)


def test_a_formula_that_did_not_change_is_set_in_full() -> None:
    before = document(formula(r"C = \frac{a}{2}"), Text(span=_NOWHERE, prose=prose_with("the ", "a_g", " as it was")))
    after = document(formula(r"C = \frac{a}{2}"), Text(span=_NOWHERE, prose=prose_with("the ", "a_g", " as it is")))
    found = written(before, after)
    assert len(list(found.iter(f"{_M}oMathPara"))) == 1
    assert len(list(found.iter(f"{_M}f"))) == 1
    assert len(list(found.iter(f"{_M}sSub"))) == 1
    assert tracked(found, "del") == ["was"]


def test_a_formula_that_changed_is_struck_out_and_put_in_whole() -> None:
    found = written(document(formula(r"C_t = \frac{a}{2}")), document(formula(r"C_t = \frac{a}{3}")))
    assert tracked(found, "del") == ["Ct = a/2"]
    assert tracked(found, "ins") == ["Ct = a/3"]
    assert not list(found.iter(f"{_M}oMath"))
    assert heights(found) == ["subscript", "subscript"]


def test_a_formula_in_the_words_that_changed() -> None:
    before, after = (
        document(Text(span=_NOWHERE, prose=prose_with("where ", latex, " is the share of each User in the year")))
        for latex in ("a_g", "a_{gt}")
    )
    found = written(before, after)
    assert (tracked(found, "del"), tracked(found, "ins")) == (["ag"], ["agt"])
    assert not list(found.iter(f"{_M}oMath"))


def with_formulas() -> tuple[Document, Document]:
    """Two documents with formulas that stayed, changed, came and went: in lines of their own, in words and in cells."""
    stayed, year = formula(r"E_t = \sum_{r} \frac{R_{rt}}{2}"), Text(span=_NOWHERE, prose=prose_with("year ", "t", "."))
    cells = [(prose_with("", "a_1", ""), prose_with("", each, "")) for each in ("b_1", "b_2")]
    tables = [Table(span=_NOWHERE, caption=None, head=(), rows=(row,)) for row in cells]
    shares = [
        Text(span=_NOWHERE, prose=prose_with("where ", each, " is the share of it")) for each in ("a_g", "a_{gt}")
    ]
    gone, come = formula(r"X = \sqrt{Y}"), formula(r"Z^{2}")
    before = document(stayed, formula(r"C = \frac{a}{2}"), year, shares[0], tables[0], gone)
    return before, document(come, stayed, formula(r"C = \frac{a}{3}"), year, shares[1], tables[1])


def test_formulas_that_stayed_are_set_and_others_are_not() -> None:
    found = written(*with_formulas())
    assert len(list(found.iter(f"{_M}oMath"))) == 3
    assert tracked(found, "del") == ["C = a/2", "ag", "b1", "X = √(Y)"]
    assert tracked(found, "ins") == ["Z2", "C = a/3", "agt", "b2"]


def heights(found: etree._Element) -> list[str]:
    return [str(each) for each in found.xpath("//*[local-name()='vertAlign']/@*")]

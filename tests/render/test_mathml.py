"""Formulas as MathML: nothing lost, nothing let through, the same every time."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from secc.render.mathml import ATTRIBUTES, ELEMENTS, NAMESPACE, Display, problem_in, to_mathml
from secc.syntax import formula
from secc.syntax.formula_commands import DELIMITERS, ENVIRONMENTS, GROUPS, SIGNS
from secc.syntax.formula_tokens import Kind, tokens_of
from tests.syntax.test_formula import LATEX

NAMED = ("max", "min", "sup", "inf", "lim", "ln", "log", "exp")


def parsed(latex: str, display: Display = Display.BLOCK) -> etree._Element:
    """The formula as MathML, read by a parser that follows nothing."""
    made = to_mathml(latex, display)
    return etree.fromstring(made, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))


def made_of(latex: str, display: Display = Display.BLOCK) -> str:
    """What stands in the `math` element."""
    return to_mathml(latex, display).partition(">")[2].removesuffix("</math>")


@pytest.mark.parametrize(
    ("latex", "made"),
    [
        ("x_t", "<msub><mi>x</mi><mi>t</mi></msub>"),
        (r"\frac{1}{12}", "<mfrac><mn>1</mn> <mn>12</mn></mfrac>"),
        ("a - b", "<mrow><mi>a</mi><mo>−</mo><mi>b</mi></mrow>"),
        ("x'", "<msup><mi>x</mi> <mi>′</mi></msup>"),
        (r"a \pm b", "<mrow><mi>a</mi><mo>±</mo><mi>b</mi></mrow>"),
        (r"\alpha_{g}^2", "<msubsup><mi>α</mi><mi>g</mi> <mn>2</mn></msubsup>"),
        (
            r"\frac{1}{\sum_{g}}",
            '<mfrac><mn>1</mn> <munder><mo movablelimits="true">∑</mo> <mi>g</mi></munder></mfrac>',
        ),
        (
            r"\left( x \right.",
            '<mrow><mo stretchy="true" fence="true" form="prefix">(</mo><mi>x</mi>'
            '<mo stretchy="true" fence="true" form="postfix"/></mrow>',
        ),
        (r"\text{ if 2 in }", "<mtext>\u00a0if 2 in\u00a0</mtext>"),
        (r"\text{50\% \& more}", "<mtext>50% &amp; more</mtext>"),
        ("2 in 12 pt", "<mrow><mn>2</mn><mi>i</mi><mi>n</mi><mn>12</mn><mi>p</mi><mi>t</mi></mrow>"),
        (
            r"\begin{cases} {c} & [l] \end{cases}",
            '<mrow><mo stretchy="true" fence="true" form="prefix">{</mo><mtable><mtr><mtd columnalign="left"><mi>c</mi>'
            '</mtd><mtd columnalign="left"><mo stretchy="false">[</mo><mi>l</mi><mo stretchy="false">]</mo></mtd></mtr>'
            "</mtable></mrow>",
        ),
    ],
)
def test_mathml(latex: str, made: str) -> None:
    assert made_of(latex) == made


def test_the_element_says_how_it_stands_and_what_was_written() -> None:
    start = f'<math xmlns="{NAMESPACE}" display="{{}}" alttext="a &lt; \\text{{{{&quot;b&quot;}}}}">'
    latex = 'a\n  < \\text{"b"}'
    assert to_mathml(latex, Display.BLOCK).startswith(start.format("block"))
    assert to_mathml(latex, Display.INLINE).startswith(start.format("inline"))


@pytest.mark.parametrize(
    "latex",
    [
        *sorted(SIGNS),
        *(command + "{x}" * needed for command, needed in GROUPS.items()),
        *(rf"\left{each} x \right{each}" for each in sorted(DELIMITERS)),
        *(rf"\begin{{{name}}}{'{l}' if name == 'array' else ''} x \end{{{name}}}" for name in sorted(ENVIRONMENTS)),
    ],
)
def test_whatever_is_allowed_can_be_set(latex: str) -> None:
    assert problem_in(latex) is None
    assert "merror" not in to_mathml(latex, Display.BLOCK)
    assert "\\" not in made_of(latex)


@pytest.mark.parametrize(
    "latex",
    [
        r"\text{<script>alert(1)</script>}",
        r"\text{<img src=x onerror=alert(1)>}",
        r"\text{&lt;script&gt;}",
        r"\text{\&#60;script\&#62;}",
        r"\text{}</mtext><script>alert(1)</script>",
        r"\href{javascript:alert(1)}{x}",
        r"\unicode{x3c}script\unicode{x3e}",
        r"\class{a" + '"' + r" onclick=alert(1)}{x}",
        r"\style{background:url(javascript:alert(1))}{x}",
        r"\color{red}x",
        r"\def\x{\x\x}\x",
        r"\newcommand{\x}{\x\x}\x",
        r"\verb|<script>|",
        r"\mathrm{<script>}",
        r"\frac{1",
        "<script>alert(1)</script>",
        '"><script>alert(1)</script>',
        "]]><script/>",
        "<!--",
        "&lt;script&gt;",
        "\x00\x08\x1b\x7f\x85\ufffe\ud800",
        "{" * 10_000 + "}" * 10_000,
        "{" * 10_000,
        "x_{" * 3_000,
        "x^" * 3_000,
        r"\frac" * 1_000,
        r"\left(" * 1_000 + r"\right)" * 1_000,
        r"\begin{array}{" + "l" * 9_000 + "}",
        "x" * 100_000,
    ],
)
def test_hostile(latex: str) -> None:
    math = parsed(latex)
    problem = problem_in(latex)
    names = {etree.QName(element).localname for element in math.iter()}
    assert names <= ELEMENTS | ({"math", "merror"} if problem is not None else {"math"})
    assert {name for element in math.iter() for name in element.attrib} <= ATTRIBUTES | {"display", "alttext"}
    if problem is not None:
        assert problem.isprintable()
        assert len("".join(math.itertext())) == len(latex)


@given(st.text() | LATEX, st.sampled_from(Display))
def test_anything_is_mathml(latex: str, display: Display) -> None:
    math = parsed(latex, display)
    assert math.tag == f"{{{NAMESPACE}}}math"
    assert (math[0].tag == f"{{{NAMESPACE}}}merror") is (problem_in(latex) is not None)
    assert to_mathml(latex, display) == to_mathml.__wrapped__(latex, display)


def formulas() -> st.SearchStrategy[str]:
    """Formulas that are sound."""
    words = st.text(st.characters(exclude_characters=r"\{}$&#%~^_", exclude_categories=("C", "Z")), max_size=8)
    leaf = st.sampled_from(
        ["x", "EAR", "t", "12", "0.5", r"\alpha", "pt", "c", "l", "r", "m", "[", "]", "|"]
    ) | words.map(lambda said: rf"\text{{{said}}}")

    def larger(part: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        row = st.lists(part, min_size=1, max_size=3).map(" ".join)
        joining = st.sampled_from([" + ", r" \times ", ", ", " "])
        table = st.tuples(st.sampled_from(sorted(ENVIRONMENTS)), st.lists(row, min_size=1, max_size=4))
        return st.one_of(
            st.tuples(row, joining, row).map("".join),
            st.builds("{{{}}}_{{{}}}".format, row, row),
            st.builds(r"\sum_{{{}}}^{{{}}} {}".format, row, row, part),
            st.builds(r"\max_{{{}}} {}".format, row, part),
            st.builds(r"\frac{{{}}}{{{}}}".format, row, row),
            st.builds(r"\left( {} \right]".format, row),
            st.builds(r"\sqrt[3]{{{}}}".format, row),
            st.builds(r"\overline{{{}}}'".format, row),
            table.map(lambda made: tabled(*made)),
        )

    return st.recursive(leaf, larger, max_leaves=8)


def tabled(name: str, cells: list[str]) -> str:
    """Cells, two in a row, each in braces: a row does not begin with a bracket."""
    rows = [" & ".join(f"{{{cell}}}" for cell in cells[place : place + 2]) for place in range(0, len(cells), 2)]
    columns = "{lr}" if name == "array" else ""
    return rf"\begin{{{name}}}{columns} " + r" \\ ".join(rows) + rf" \end{{{name}}}"


@given(formulas(), st.sampled_from(Display))
def test_no_sign_of_a_sound_formula_is_lost(latex: str, display: Display) -> None:
    assert formula.problem_in(latex) is None
    shown = Counter("".join("".join(parsed(latex, display).itertext()).split()))
    assert Counter({sign: count for sign, count in shown.items() if _is_said(sign)}) == Counter(_said(latex))


@given(LATEX)
def test_whatever_is_sound_can_be_set(latex: str) -> None:
    assert problem_in(latex) == formula.problem_in(latex)
    if problem_in(latex) is None:
        assert Counter(filter(_is_said, "".join(parsed(latex).itertext()))) == Counter(_said(latex))


def _said(latex: str) -> str:
    """The letters and figures that a formula shows, the columns of its arrays left out."""
    for columns in ("{lr}", "{l}"):
        latex = latex.replace(rf"\begin{{array}}{columns}", "")
    tokens = tokens_of(latex.replace(r"\end{array}", ""))
    said = [token.said if token.kind is Kind.WORDS else _shown(token.kind, token.text) for token in tokens]
    return "".join(sign for sign in "".join(said) if _is_said(sign))


def _shown(kind: Kind, text: str) -> str:
    if kind is Kind.COMMAND:
        return text[1:] if text[1:] in NAMED else ""
    return text if kind in (Kind.LETTER, Kind.NUMBER) else ""


def _is_said(sign: str) -> bool:
    return sign.isascii() and sign.isalnum()

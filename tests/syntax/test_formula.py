"""What a formula may be made of, what is wrong with one, and its symbols."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secc.syntax.formula import bound_in, problem_in, symbols_in
from secc.syntax.formula_commands import CHARACTERS, ENVIRONMENTS, GROUPS, SIGNS, SPELLINGS
from secc.syntax.formula_tokens import Kind, joined, tokens_of

PIECES = (
    "x", "EAR", "12", "0.5", "_", "^", "'", "{", "}", "&", r"\\", r"\frac", r"\sqrt", "[", "]", r"\left", r"\right",
    "(", r"\begin{cases}", r"\end{cases}", r"\begin{array}", "{lr}", r"\text{if }", r"\mathrm", r"\sum", r"\alpha",
    r"\max", " ", r"\overline", ".", "+", "\\", r"\{", r"\href", "é",
)  # fmt: skip
LATEX = st.lists(st.sampled_from(PIECES), max_size=20).map("".join)


@pytest.mark.parametrize(
    "latex",
    [
        r"NFR_t = EFR_t - \sum_{\forall r} RCHR_{rt}",
        r"EN_{gt} = \frac{1}{12} \times \sum_{m=1}^{12} \left( OE_{gm} + \frac{IE_{gm} - DE_{gm}}{2} \right)",
        r"\gamma_t = \frac{EAR'_t - RR_t}{FR_t}",
        r"x = \begin{cases} 1 & \text{if } y > 2\% \\ 0 & \text{otherwise (50\% of them)} \end{cases}",
        r"\begin{array}{l|r} a & b \\ c & d \end{array}",
        r"\begin{aligned} a &= b \\ &= c \end{aligned}",
        r"\left\{ x \right. + \left| y \right| + \sqrt[3]{x} + \sqrt{y} + \max \left( 1, x \right)",
        r"x_1 + x_t + x_\alpha + x^* + {EAR}_t^2 + \overline{AB}_t + \mathrm{EAR}_{t-1}",
    ],
)
def test_sound(latex: str) -> None:
    assert problem_in(latex) is None


@pytest.mark.parametrize(
    ("latex", "problem"),
    [
        ("", "there is nothing in it"),
        (" \n ", "there is nothing in it"),
        ("{x", "a brace { is not closed"),
        (r"\frac{x}{y", "a brace { is not closed"),
        ("x}", "a brace } closes nothing"),
        (r"\left( x", r"\left has no \right to match it"),
        (r"\left( {x \right) }", "a brace { is not closed"),
        (r"x \right)", r"\right has no \left before it"),
        (r"\left x \right)", r"\left needs a bracket after it, or a full stop for none"),
        (r"\left( x \right", r"\right needs a bracket after it, or a full stop for none"),
        (r"\begin{cases} x", r"\begin{cases} has no \end{cases} to match it"),
        (r"\begin{cases} x \end{array}", r"\begin{cases} has no \end{cases} to match it"),
        (r"x \end{cases}", r"\end{cases} has no \begin{cases} before it"),
        (r"\begin{equation} x \end{equation}", r"\begin{equation} is not among the tables that a formula may use"),
        (r"\begin{array} x \end{array}", r"\begin{array} needs its columns, such as {lcr}"),
        (r"\begin{array}{lx} x \end{array}", r"\begin{array} needs its columns, such as {lcr}"),
        (r"\begin{array}{", r"\begin{array} needs its columns, such as {lcr}"),
        (r"\begin{cases} a \\[2pt] b \end{cases}", "a row does not begin with a bracket: write {[}"),
        ("x & y", r"& stands only in a table, such as \begin{cases}"),
        (r"\left( x & y \right)", r"\left has no \right to match it"),
        (r"x \\ y", r"\\ stands only in a table, such as \begin{cases}"),
        ("x_", "nothing stands after _"),
        ("{x^}", "nothing stands after ^"),
        ("_t", "nothing stands before _ to carry it"),
        ("x_12", "what stands after _ needs braces around it"),
        ("x_rt", "what stands after _ needs braces around it"),
        (r"x^\frac{1}{2}", "what stands after ^ needs braces around it"),
        ("x_a_b", "two subscripts stand on one symbol; put them in one pair of braces"),
        ("x^a^b", "two superscripts stand on one symbol; put them in one pair of braces"),
        ("x'^2", "two superscripts stand on one symbol; put them in one pair of braces"),
        (r"\frac12", r"\frac needs braces around what follows it"),
        (r"\frac{1}", r"\frac needs braces around what follows it"),
        (r"\mathrm x", r"\mathrm needs braces around what follows it"),
        (r"\sqrt[x+1]{2}", r"what stands in brackets after \sqrt is one number or letter"),
        (r"\text x", r"\text needs its words in braces, with no braces among them"),
        (r"\text{a {b} c}", r"\text needs its words in braces, with no braces among them"),
        (r"\text{50%}", r"a character in \text{…} would not be read as itself; put a backslash before it"),
        (r"\text{\alpha}", r"a character in \text{…} would not be read as itself; put a backslash before it"),
        (r"\href{javascript:alert(1)}{x}", r"\href is not among the commands that a formula may use"),
        (r"\unicode{x3c}", r"\unicode is not among the commands that a formula may use"),
        (r"\class{a}{x}", r"\class is not among the commands that a formula may use"),
        (r"\def\x{\x\x}\x", r"\def is not among the commands that a formula may use"),
        (r"\sumx", r"\sumx is not among the commands that a formula may use"),
        ("x\\", "a backslash stands at its end"),
        ("x @ y", "the character @ has no place in a formula"),
        ("x\x00", r"the character '\x00' has no place in a formula"),
        ("2 × 3", r"× is written \times in a formula"),
        ("50%", r"% is written \% in a formula"),
        ("x" * 10_001, "it is longer than 10,000 characters"),
        ("{" * 21 + "x" + "}" * 21, "its parts stand more than 20 deep in one another"),
        (r"\left(" * 1_000, "its parts stand more than 20 deep in one another"),
        (r"\frac{" * 1_000, "its parts stand more than 20 deep in one another"),
        ("x_{" * 1_000, "its parts stand more than 20 deep in one another"),
        (r"\begin{cases}" * 500, "its parts stand more than 20 deep in one another"),
        ("{" * 10_000 + "}" * 10_000, "it is longer than 10,000 characters"),
    ],
)
def test_unsound(latex: str, problem: str) -> None:
    assert problem_in(latex) == problem
    assert symbols_in(latex) == bound_in(latex) == frozenset()


@pytest.mark.parametrize("sign", sorted({*SIGNS, *(CHARACTERS - {"'"})}))
def test_each_sign_is_sound(sign: str) -> None:
    assert problem_in(f"x {sign} y") is None


@pytest.mark.parametrize(("command", "needed"), GROUPS.items())
def test_each_command_needs_its_braces(command: str, needed: int) -> None:
    assert problem_in(command + "{x}" * needed) is None
    assert problem_in(command + "{x}" * (needed - 1)) == f"{command} needs braces around what follows it"


@pytest.mark.parametrize("name", sorted(ENVIRONMENTS))
def test_each_table_is_sound(name: str) -> None:
    columns = "{lr}" if name == "array" else ""
    assert problem_in(rf"\begin{{{name}}}{columns} a & b \\ c & d \end{{{name}}}") is None


@pytest.mark.parametrize("character", SPELLINGS)
def test_what_is_suggested_is_sound(character: str) -> None:
    problem = problem_in(f"x {character} y")
    assert problem == f"{character} is written {SPELLINGS[character]} in a formula"
    assert problem_in(f"x{SPELLINGS[character]} y") is None


@pytest.mark.parametrize(
    ("latex", "symbols", "bound"),
    [
        ("EFR_t = EAR_t - EESR_t", {"EFR_t", "EAR_t", "EESR_t"}, set()),
        (r"\alpha_{gt} = \frac{D_{gt}}{\sum_{\forall g} D_{gt}}", {r"\alpha_{gt}", "D_{gt}"}, {"g"}),
        (r"\sum_{m=1}^{12} OE_{gm} + \max_{k} x", {"OE_{gm}", "x"}, {"m", "k"}),
        ("MN_{g1,t} + MN_{g1, t}", {"MN_{g1,t}"}, set()),
        ("x_{t} + x_t", {"x_t"}, set()),
        ("EAR'_t - EAR_t' - EAR_t", {"EAR'_t", "EAR_t"}, set()),
        ("x^n + x_t^{k}", {"x", "n", "x_t", "k"}, set()),
        (r"{EAR}_t + \mathrm{NFR}_t + \text{XY}_t", {"EAR_t", "NFR_t", "XY_t"}, set()),
        (r"a b + ab + 12 c + \text{words} + \max + \infty", {"a", "b", "ab", "c"}, set()),
        (r"x_{\alpha g} + x_{\text{peak}}", {r"x_{\alpha g}", r"x_\text{peak}"}, set()),
        (r"\overline{EAR}_t + \sqrt[n]{y} + \left( z \right)_t", {"EAR", "y", "z"}, set()),
        (r"\begin{cases} a_t & \text{if } b \end{cases}", {"a_t", "b"}, set()),
    ],
)
def test_symbols(latex: str, symbols: set[str], bound: set[str]) -> None:
    assert problem_in(latex) is None
    assert symbols_in(latex) == symbols
    assert bound_in(latex) == bound


@given(st.text() | LATEX)
def test_anything_is_answered(latex: str) -> None:
    problem = problem_in(latex)
    assert problem is None or problem.isprintable()
    assert symbols_in(latex) <= symbols_in(f"{latex} + zeta") or problem is not None


@given(LATEX)
def test_joining_drops_spaces_only(latex: str) -> None:
    tokens = tokens_of(latex)
    written = joined(tokens)
    assert "".join(written.split()) == "".join(latex.split())
    commands = [token.text for token in tokens if token.kind is Kind.COMMAND]
    assert [token.text for token in tokens_of(written) if token.kind is Kind.COMMAND] == commands


@given(LATEX)
def test_braces_and_fences_make_no_difference(latex: str) -> None:
    if problem_in(latex) is None:
        assert problem_in(f"{{{latex}}}") is None
        assert problem_in(rf"\left( {latex} \right)") is None
        assert symbols_in(rf"\frac{{{latex}}}{{1}}") == symbols_in(latex)

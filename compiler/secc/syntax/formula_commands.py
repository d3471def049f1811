"""What a formula may be made of. Everything else is refused: what is listed is all that the page has to show."""

GREEK = frozenset(
    (
        r"\alpha", r"\beta", r"\gamma", r"\delta", r"\epsilon", r"\varepsilon", r"\zeta", r"\eta", r"\theta", r"\iota",
        r"\kappa", r"\lambda", r"\mu", r"\nu", r"\xi", r"\pi", r"\rho", r"\sigma", r"\tau", r"\upsilon", r"\phi",
        r"\varphi", r"\chi", r"\psi", r"\omega", r"\Gamma", r"\Delta", r"\Theta", r"\Lambda", r"\Xi", r"\Pi", r"\Sigma",
        r"\Upsilon", r"\Phi", r"\Psi", r"\Omega",
    )
)  # fmt: skip

BIG = frozenset((r"\sum", r"\prod", r"\bigcup", r"\bigcap", r"\max", r"\min", r"\sup", r"\inf", r"\lim"))
"""What has its limits below and above it."""

SPACES = frozenset((r"\quad", r"\qquad", r"\,", r"\:", r"\;", "\\ "))

SIGNS = frozenset(
    (
        *GREEK, *BIG, *SPACES,
        r"\times", r"\cdot", r"\div", r"\pm", r"\mp", r"\cup", r"\cap", r"\land", r"\lor",
        r"\leq", r"\le", r"\geq", r"\ge", r"\neq", r"\ne", r"\lt", r"\gt", r"\approx", r"\equiv", r"\propto",
        r"\in", r"\notin", r"\subset", r"\subseteq", r"\forall", r"\exists", r"\mid",
        r"\to", r"\rightarrow", r"\Rightarrow", r"\implies", r"\iff",
        r"\int", r"\partial", r"\infty", r"\prime", r"\ldots", r"\dots", r"\cdots", r"\vdots", r"\ddots",
        r"\ln", r"\log", r"\exp", r"\lfloor", r"\rfloor", r"\lceil", r"\rceil",
        r"\{", r"\}", r"\%", r"\$", r"\&", r"\#", r"\_", r"\pounds",
    )
)  # fmt: skip
"""The commands that need nothing after them."""

FONTS = frozenset((r"\mathrm", r"\mathit"))
"""The commands that set the letters in the braces after them."""

GROUPS = {
    r"\frac": 2,
    r"\dfrac": 2,
    r"\tfrac": 2,
    r"\binom": 2,
    r"\bar": 1,
    r"\hat": 1,
    r"\tilde": 1,
    r"\overline": 1,
    r"\overbrace": 1,
    r"\underbrace": 1,
}
"""How many braces each of these commands needs after it."""

DELIMITERS = frozenset(
    (*"()[]|/.", r"\{", r"\}", r"\lfloor", r"\rfloor", r"\lceil", r"\rceil", r"\langle", r"\rangle", r"\vert", r"\Vert")
)
r"""What may stand after `\left` and `\right`; a full stop for nothing."""

ENVIRONMENTS = frozenset(("cases", "aligned", "array", "matrix", "pmatrix", "bmatrix"))
r"""What may stand in the braces of `\begin{…}`."""

CHARACTERS = frozenset("+-*/=<>()[]|,.;:!?'")
"""The characters that stand for themselves, beside letters and figures."""

SPELLINGS = {
    "%": r"\%", "$": r"\$", "#": r"\#", "~": "\\ ", "“": r"\text{…}", "”": r"\text{…}", "’": "'",
    "×": r"\times", "·": r"\cdot", "÷": r"\div", "−": "-", "–": "-", "±": r"\pm", "£": r"\pounds", "…": r"\ldots",
    "≤": r"\leq", "≥": r"\geq", "≠": r"\neq", "≈": r"\approx", "∞": r"\infty", "∈": r"\in", "∀": r"\forall",
    "∑": r"\sum", "Σ": r"\sum", "∏": r"\prod", "α": r"\alpha", "β": r"\beta", "γ": r"\gamma", "δ": r"\delta",
    "Δ": r"\Delta", "λ": r"\lambda", "μ": r"\mu", "π": r"\pi", "σ": r"\sigma", "½": r"\frac{1}{2}",
}  # fmt: skip
"""How what a drafter may well paste into a formula is written there."""

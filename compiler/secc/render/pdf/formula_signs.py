"""The signs of formulas, by their commands: every one that `secc.syntax.formula_commands` allows."""

SPACE_WIDTHS = {r"\quad": "1", r"\qquad": "2", r"\,": "0.1667", r"\:": "0.2222", r"\;": "0.2778", "\\ ": "0.25"}
"""In widths of an em."""

LIMITED = frozenset((r"\max", r"\min", r"\sup", r"\inf", r"\lim"))
"""The functions that have their limits below them where there is room."""

FUNCTIONS = frozenset((*LIMITED, r"\ln", r"\log", r"\exp"))
"""What is set upright, as a word."""

ACCENTS = {
    r"\bar": "line",
    r"\overline": "line",
    r"\hat": "hat",
    r"\tilde": "tilde",
    r"\overbrace": "brace",
    r"\underbrace": "brace-below",
}
"""What stands over, or below, what is in the braces; a bar is as long as what it stands over."""

_GREEK = {
    r"\alpha": "α", r"\beta": "β", r"\gamma": "γ", r"\delta": "δ", r"\epsilon": "ϵ", r"\varepsilon": "ε",
    r"\zeta": "ζ", r"\eta": "η", r"\theta": "θ", r"\iota": "ι", r"\kappa": "κ", r"\lambda": "λ", r"\mu": "μ",
    r"\nu": "ν", r"\xi": "ξ", r"\pi": "π", r"\rho": "ρ", r"\sigma": "σ", r"\tau": "τ", r"\upsilon": "υ",
    r"\phi": "ϕ", r"\varphi": "φ", r"\chi": "χ", r"\psi": "ψ", r"\omega": "ω", r"\Gamma": "Γ", r"\Delta": "Δ",
    r"\Theta": "Θ", r"\Lambda": "Λ", r"\Xi": "Ξ", r"\Pi": "Π", r"\Sigma": "Σ", r"\Upsilon": "Υ", r"\Phi": "Φ",
    r"\Psi": "Ψ", r"\Omega": "Ω",
}  # fmt: skip
_SIGNS = {
    r"\sum": "∑", r"\prod": "∏", r"\bigcup": "⋃", r"\bigcap": "⋂", r"\times": "×", r"\cdot": "⋅", r"\div": "÷",
    r"\pm": "±", r"\mp": "∓", r"\cup": "∪", r"\cap": "∩", r"\land": "∧", r"\lor": "∨", r"\leq": "≤", r"\le": "≤",
    r"\geq": "≥", r"\ge": "≥", r"\neq": "≠", r"\ne": "≠", r"\lt": "<", r"\gt": ">", r"\approx": "≈",
    r"\equiv": "≡", r"\propto": "∝", r"\in": "∈", r"\notin": "∉", r"\subset": "⊂", r"\subseteq": "⊆",
    r"\forall": "∀", r"\exists": "∃", r"\mid": "∣", r"\to": "→", r"\rightarrow": "→", r"\Rightarrow": "⇒",
    r"\implies": "⟹", r"\iff": "⟺", r"\int": "∫", r"\partial": "∂", r"\infty": "∞", r"\prime": "′",
    r"\ldots": "…", r"\dots": "…", r"\cdots": "⋯", r"\vdots": "⋮", r"\ddots": "⋱", r"\lfloor": "⌊",
    r"\rfloor": "⌋", r"\lceil": "⌈", r"\rceil": "⌉", r"\{": "{", r"\}": "}", r"\%": "%", r"\$": "$", r"\&": "&",
    r"\#": "#", r"\_": "_", r"\pounds": "£", "-": "−", "*": "∗",
}  # fmt: skip

DELIMITER_SIGNS = {
    **{each: each for each in "()[]|/"},
    ".": "", r"\{": "{", r"\}": "}", r"\lfloor": "⌊", r"\rfloor": "⌋", r"\lceil": "⌈", r"\rceil": "⌉",
    r"\langle": "⟨", r"\rangle": "⟩", r"\vert": "|", r"\Vert": "‖",
}  # fmt: skip
r"""What stands after `\left` and `\right`; empty for nothing."""


def sign_of(text: str) -> str:
    """The sign for a command, or for a character that is not printed as it is typed."""
    return _GREEK.get(text) or _SIGNS.get(text, text)

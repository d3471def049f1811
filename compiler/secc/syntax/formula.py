"""Formulas: the part of LaTeX that they may use, what is wrong with one, and the symbols in it.

What is sound here has one meaning: every command is known and has what it needs, everything opened is closed, and
nothing depends on how LaTeX happens to read a slip.
"""

from msgspec import Struct

from secc.syntax.formula_reader import LONGEST, Reader, UnsoundError
from secc.syntax.formula_tokens import tokens_of


def problem_in(latex: str) -> str | None:
    """What is wrong with a formula, in a few words; None when it is sound."""
    return _read(latex).problem


def symbols_in(latex: str) -> frozenset[str]:
    r"""The symbols that a formula's legend explains, each with its subscript: `EAR_t`, `\alpha_{g,t}`, `x`.

    Letters that touch are one symbol. Superscripts are no part of a symbol, but have symbols of their own; what stands
    in a subscript, or is only counted over (`bound_in`), is none. A formula that is not sound has none.
    """
    return _read(latex).symbols


def bound_in(latex: str) -> frozenset[str]:
    r"""The symbols below a sum, product, maximum or the like: `m` in `\sum_{m=1}^{12}`, `g` in `\sum_{\forall g}`."""
    return _read(latex).bound


class _Reading(Struct, frozen=True, gc=False):
    problem: str | None
    symbols: frozenset[str] = frozenset()
    bound: frozenset[str] = frozenset()


def _read(latex: str) -> _Reading:
    if len(latex) > LONGEST:
        return _Reading(f"it is longer than {LONGEST:,} characters")
    reader = Reader(tokens_of(latex))
    try:
        reader.formula()
    except UnsoundError as unsound:
        return _Reading(str(unsound))
    return _Reading(None, frozenset(reader.symbols), frozenset(reader.bound))

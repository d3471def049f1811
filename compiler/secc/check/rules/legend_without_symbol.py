r"""A legend that explains a symbol which no formula has.

## What it finds

"(b) $B_t$ is …" below a formula in which there is no $B_t$, neither as a symbol nor as an index.

## Why

Either the formula has lost a part, or the symbol is written in two ways.

## Wrong

```sec
section K: Charges

# K1 Charges

K1.1 The charge shall be calculated as follows:

  $$
  C_t = 12 \times A_t
  $$

  where:

  (a) $C_t$ is the charge for year $t$;
  (b) $A_t$ is the fixed part; and
  (c) $B_t$ is the other part.
```

## Right

```sec
section K: Charges

# K1 Charges

K1.1 The charge shall be calculated as follows:

  $$
  C_t = 12 \times A_t
  $$

  where:

  (a) $C_t$ is the charge for year $t$; and
  (b) $A_t$ is the fixed part.
```

## How to mend it

Take the entry out, or write the symbol as the formula has it.
"""

from collections.abc import Iterator

from secc.check.known import Known
from secc.check.legends import Legend, legends
from secc.check.patterns_terms import INDEX
from secc.check.rule import DocumentRule, Finding, found_in
from secc.code.model import Formula
from secc.diagnostics import Severity
from secc.resolve.model import ResolvedDocument
from secc.syntax.formula import bound_in, symbols_in


def find(known: Known, document: ResolvedDocument) -> Iterator[Finding]:  # noqa: ARG001  # as every rule
    """Every entry of a legend without its symbol in a formula of the clause."""
    for legend in legends(document):
        symbols, indices = _in_formulas(legend)
        entries = [each for each in legend.explained if each.first]
        written = frozenset(symbol for each in entries for symbol in each.symbols)
        for each in entries:
            if each.symbols and each.symbols.isdisjoint(symbols) and not each.symbols <= indices | _indices(written):
                yield found_in(
                    document,
                    each.words,
                    (each.start, each.end),
                    f"no formula here has the symbol {each.latex}",
                    label="of no formula",
                    helps=("take the entry out, or write the symbol as the formula has it",),
                )


def _in_formulas(legend: Legend) -> tuple[frozenset[str], frozenset[str]]:
    """The symbols of the formulas of a clause, and the letters that stand below them."""
    latex = [each.block.latex for each in legend.formulas if isinstance(each.block, Formula)]
    symbols = frozenset(symbol for each in latex for symbol in symbols_in(each) | bound_in(each))
    return symbols, _indices(symbols)


def _indices(symbols: frozenset[str]) -> frozenset[str]:
    """The letters in the subscripts of symbols: g and t of EN_{gt}."""
    below = (found[0] for symbol in symbols for found in INDEX.finditer(symbol.partition("_")[2]))
    return frozenset(below)


RULE = DocumentRule("legend-without-symbol", Severity.WARNING, find)

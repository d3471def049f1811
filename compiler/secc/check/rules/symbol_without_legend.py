r"""A symbol of a formula that no words explain.

## What it finds

A symbol in a formula, where the legend below it ("where: (a) $x$ is …") explains others and leaves it out. Indices that
are only counted over are none; nor is anything in a clause with no legend of its own whose symbols an earlier clause of
the same sub-section explains.

## Why

The amount cannot be calculated. Usually the symbol was mistyped in one of the two places.

## Wrong

```sec
section K: Charges

# K1 Charges

K1.1 The charge shall be calculated as follows:

  $$
  C_t = A_t + B_t
  $$

  where:

  (a) $C_t$ is the charge for year $t$; and
  (b) $A_t$ is the fixed part.
```

## Right

```sec
section K: Charges

# K1 Charges

K1.1 The charge shall be calculated as follows:

  $$
  C_t = A_t + B_t
  $$

  where:

  (a) $C_t$ is the charge for year $t$;
  (b) $A_t$ is the fixed part; and
  (c) $B_t$ is the other part.
```

## How to mend it

Add the symbol to the legend, or write it as the legend has it.
"""

from collections.abc import Iterator, Sequence
from itertools import chain

from secc.check.known import Known
from secc.check.legends import Legend, legends
from secc.check.rule import DocumentRule, Finding
from secc.code.model import Formula
from secc.diagnostics import Severity
from secc.ids import Address
from secc.resolve.model import ResolvedDocument
from secc.syntax.formula import bound_in, symbols_in


def find(known: Known, document: ResolvedDocument) -> Iterator[Finding]:  # noqa: ARG001  # as every rule
    """Every symbol of a formula without words for it."""
    found = tuple(legends(document))
    for legend in found:
        explained = _symbols(legend) or frozenset(chain.from_iterable(map(_symbols, _beside(found, legend))))
        for each in legend.formulas:
            assert isinstance(each.block, Formula)
            latex = each.block.latex
            for symbol in sorted(symbols_in(latex) - bound_in(latex) - explained):
                yield Finding(
                    path=document.loaded.source.path,
                    span=each.block.span,
                    headline=f"nothing says what {symbol} is",
                    label=f"{symbol} is not explained",
                    provision=legend.clause.printed,
                    helps=(f"say below the formula what {symbol} is, or write it as it is explained there",),
                )


def _symbols(legend: Legend) -> frozenset[str]:
    return frozenset(symbol for each in legend.explained for symbol in each.symbols)


def _beside(found: Sequence[Legend], legend: Legend) -> Iterator[Legend]:
    """The legends of the clauses of the same sub-section."""
    stem = _stem(legend.clause)
    return (each for each in found if _stem(each.clause) == stem)


def _stem(clause: Address) -> Address:
    step = clause.path[-1] if clause.path else ""
    return clause.parent.below(step.rpartition(".")[0])


RULE = DocumentRule("symbol-without-legend", Severity.ERROR, find)

"""A term that is defined twice in one scope.

## What it finds

The same term, or the same alias, defined in two places that reach the same text: twice in Section A1.1, or twice in one
Appendix. A term with a meaning of its own in an Appendix, beside the one in Section A1.1, is not defined twice: the
nearer meaning holds there.

## Why

A reader cannot tell which of the two meanings holds, and a change to one leaves the other behind.

## Wrong

```sec
section A: Definitions and Interpretation

# A1 Definitions

A1.1 In this Code:

  define "Register" means the register of participants.

  define "Register" means the register of meters.

A1.2 The operator shall keep the Register.
```

## Right

```sec
section A: Definitions and Interpretation

# A1 Definitions

A1.1 In this Code:

  define "Register" means the register of participants.

A1.2 The operator shall keep the Register.
```

## How to mend it

Keep one definition, or give one of the two terms another name. Where an Appendix needs a meaning of its own, define the
term there.
"""

from collections.abc import Iterator

from secc.check.rule import CodeRule, Finding
from secc.check.terms import holder, place_of
from secc.diagnostics import Related, Severity
from secc.ids import Address
from secc.resolve.model import ResolvedCode, Term


def find(code: ResolvedCode) -> Iterator[Finding]:
    """Every later definition of a name in the scope of an earlier one."""
    first: dict[tuple[str, Address | None], Term] = {}
    for term in code.terms:
        for name in term.names:
            earlier = first.setdefault((name, term.within), term)
            if earlier is not term:
                yield _finding(code, term, earlier, name)


def _finding(code: ResolvedCode, term: Term, earlier: Term, name: str) -> Finding:
    path, span = place_of(code, term)
    first_path, first_span = place_of(code, earlier)
    return Finding(
        path=path,
        span=span,
        headline=f'"{name}" is defined twice for {term.within.printed if term.within else "the Code"}',
        label="defined again",
        provision=holder(term).printed,
        helps=("keep one of the two, or give one of the terms another name",),
        related=(Related(first_path, first_span, f'"{name}" is defined first in {holder(earlier).printed}'),),
    )


RULE = CodeRule("duplicate-definition", Severity.ERROR, find)

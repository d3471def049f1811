"""A suppression that allows nothing.

## What it finds

A line `// allow RULE: reason` above a provision in which the rule finds nothing, or which names no rule; and a line
`// allow RULE until 2026-12-31: reason` from that day on.

## Why

It was written for something that has since been mended. Left behind, it would hide the next error of that kind. One
that ends was written for something that would be settled by its day.

## Wrong

```sec
section H: DCC Services

# H1 Services

// allow placeholder: the Appendix is allocated on designation
H1.1 The operator shall keep a register.
```

## Right

```sec
section H: DCC Services

# H1 Services

H1.1 The operator shall keep a register.
```

## How to mend it

Delete the line (`secc check --fix` does). Where its day has come, mend what it allowed, or write a later day and why.
"""

from collections.abc import Iterator, Sequence

from secc.check.known import Known
from secc.check.rule import CodeRule, Fact, Finding
from secc.diagnostics import Severity


def find(known: Known, facts: Sequence[Fact]) -> Iterator[Finding]:  # noqa: ARG001  # as every rule
    """Nothing: `check` makes these findings, since they follow from what the other rules find."""
    yield from ()


RULE = CodeRule("unused-suppression", Severity.WARNING, find)

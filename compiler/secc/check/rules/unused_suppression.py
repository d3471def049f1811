"""A suppression that allows nothing.

## What it finds

A line `// allow RULE: reason` above a provision in which the rule finds nothing, or which names no rule.

## Why

It was written for something that has since been mended. Left behind, it would hide the next error of that kind.

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

Delete the line.
"""

from collections.abc import Iterator

from secc.check.rule import CodeRule, Finding
from secc.diagnostics import Severity
from secc.resolve.model import ResolvedCode


def find(code: ResolvedCode) -> Iterator[Finding]:  # noqa: ARG001  # as every rule
    """Nothing: `check` makes these findings, since they follow from what the other rules find."""
    yield from ()


RULE = CodeRule("unused-suppression", Severity.WARNING, find)

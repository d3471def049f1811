"""The words "and/or".

## What it finds

"and/or" in the words of a provision.

## Why

It does not say which of the two is meant: whether one is enough, or all are called for. Courts have called it a
mongrel, and drafting offices forbid it.

## Wrong

```sec
section H: DCC Services

# H1 Services

H1.1 The operator shall publish and/or send out the register.
```

## Right

```sec
section H: DCC Services

# H1 Services

H1.1 The operator shall publish the register, or send it out, or both.
```

## How to mend it

Write "or" where either is enough, "and" where both are called for, "… or … or both" where it matters that both may be.
"""

from collections.abc import Iterator

from secc.check.fixes import instead
from secc.check.known import Known
from secc.check.patterns import AND_OR
from secc.check.rule import DocumentRule, Finding, found_in
from secc.check.running import matches
from secc.diagnostics import Safety, Severity
from secc.resolve.model import ResolvedDocument


def find(known: Known, document: ResolvedDocument) -> Iterator[Finding]:  # noqa: ARG001  # as every rule
    """Every "and/or"."""
    for words, found in matches(document, AND_OR, ("/",)):
        yield found_in(
            document,
            words,
            found.span(),
            f'"{found[0]}" does not say which is meant',
            label="and, or, or both?",
            helps=('write "or" where either is enough, "and" where all are called for, or "… or both"',),
            fix=instead(document, words, found.span(), "or", 'write "or"', Safety.UNSAFE),
        )


RULE = DocumentRule("and-or", Severity.WARNING, find)

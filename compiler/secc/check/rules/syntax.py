"""Something that the language does not allow.

## What it finds

A line that cannot be read as the language of the sources has it: a formula or a block of code that does not end, a
definition without its term in quotes, a paragraph at the margin below a clause, a label that interrupts a sentence, a
hidden character. The rest of the file is read all the same, and checked.

## Why

What the compiler cannot read, it cannot check, and a reader may read it in two ways.

## Wrong

```sec
section H: DCC Services

# H1 Services

H1.1 The operator shall:

(a) keep a register.
```

## Right

```sec
section H: DCC Services

# H1 Services

H1.1 The operator shall:
  (a) keep a register.
```

## How to mend it

Each message says what was found and what would have been right. grammar/README.md is the whole language. No suppression
allows these findings.
"""

from collections.abc import Iterator, Sequence

from secc.check.known import Known
from secc.check.rule import CodeRule, Fact, Finding
from secc.diagnostics import Severity


def find(known: Known, facts: Sequence[Fact]) -> Iterator[Finding]:  # noqa: ARG001  # as every rule
    """Nothing: these findings are made when the files are read, and `check` passes them on."""
    yield from ()


RULE = CodeRule("syntax", Severity.ERROR, find)

"""A non-breaking space within a number.

## What it finds

A non-breaking or thin space between the figures of a number, "10 000", which looks like any other space in the source.

## Why

The number is two numbers to a search and to whoever copies it into a calculation; and the Code writes "10,000".

## Wrong

```sec
section H: DCC Services

# H1 Services

H1.1 The operator shall keep no more than 10\u00a0000 entries.
```

## Right

```sec
section H: DCC Services

# H1 Services

H1.1 The operator shall keep no more than 10,000 entries.
```

## How to mend it

Write the number with a comma, or with nothing.
"""

from collections.abc import Iterator

from secc.check.known import Known
from secc.check.patterns import FIXED_SPACE, THOUSANDS
from secc.check.rule import DocumentRule, Finding
from secc.diagnostics import Edit, Fix, Safety, Severity
from secc.resolve.model import ResolvedDocument
from secc.source import Span


def find(known: Known, document: ResolvedDocument) -> Iterator[Finding]:  # noqa: ARG001  # as every rule
    """Every such space; words have plain spaces, so they are looked for in the file."""
    text = document.loaded.source.text
    if text.isascii():
        return
    for found in FIXED_SPACE.finditer(text):
        above = [each for each in document.blocks if each.block.span.start <= found.start()]
        yield Finding(
            path=document.loaded.source.path,
            span=Span(found.start() - 1, found.end() + 1),
            headline="a number has a non-breaking space in it",
            label="not a plain space",
            provision=above[-1].address.printed if above else document.loaded.document.id.printed,
            helps=("write it with a comma, as in 10,000",),
            fix=_fix(text, Span(*found.span())),
        )


def _fix(text: str, space: Span) -> Fix | None:
    """A comma, where the space parts thousands."""
    if THOUSANDS.match(text, space.end) is None:
        return None
    return Fix("write a comma", (Edit(space, ","),), Safety.SAFE)


RULE = DocumentRule("non-breaking-space", Severity.WARNING, find)

"""A number that stands twice.

## What it finds

Two provisions with the same number in one document, or in one annex, part or inner document that has a numbering of
its own; and two paragraphs of one list with the same letter.

## Why

A reference to the number could mean either provision. It usually comes from copying a clause, or from two changes that
each took the next free number.

## Wrong

```sec
section H: DCC Services

# H1 Services

H1.1 The operator shall keep a register.

H1.1 The operator shall publish the register.
```

## Right

```sec
section H: DCC Services

# H1 Services

H1.1 The operator shall keep a register.

H1.2 The operator shall publish the register.
```

## How to mend it

Give the later one the next free number, or an inserted one (`H1.1A`), and mend the references to it.
"""

from collections.abc import Iterator

from secc.check.known import Known
from secc.check.rule import DocumentRule, Finding, label_of
from secc.code.model import Clause, Division, Paragraph, SubSection
from secc.code.walk import Placed
from secc.diagnostics import Related, Severity
from secc.ids import Address
from secc.resolve.model import ResolvedDocument


def find(known: Known, document: ResolvedDocument) -> Iterator[Finding]:  # noqa: ARG001  # as every rule
    """Every later place of a number that stands twice."""
    path = document.loaded.source.path
    first: dict[Address, Placed] = {}
    repeated: set[Address] = set()  # what stands in a provision whose number stands twice says nothing new
    for each in document.blocks:
        if not each.own or not isinstance(each.block, Clause | Division | Paragraph | SubSection):
            continue
        earlier = first.setdefault(each.address, each)
        if earlier is each:
            continue
        if each.address.parent not in repeated:
            yield _finding(path, each, earlier)
        repeated.add(each.address)


def _finding(path: str, each: Placed, earlier: Placed) -> Finding:
    step = each.address.path[-1]
    return Finding(
        path=path,
        span=label_of(each.block),
        headline=f"{each.address.printed} stands twice",
        label=f"{step} again",
        provision=each.address.printed,
        helps=("give one of the two another number, and mend the references to it",),
        related=(Related(path, label_of(earlier.block), f"{step} stands here first"),),
    )


RULE = DocumentRule("duplicate-number", Severity.ERROR, find)

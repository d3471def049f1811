"""A number that stands out of order.

## What it finds

A sub-section, clause or paragraph whose number comes before that of the one above it: `H14.30` after `H14.31`, `(b)`
after `(c)`; and in a Section, a number with the letter of another: `G14.31` in Section H. Inserted numbers (`H14.36A`
after `H14.36`) are in order; a gap is not this rule's business.

## Why

Readers look a number up by its place. A provision out of place is overlooked, or was moved and not renumbered.

## Wrong

```sec
section H: DCC Services

# H1 Services

H1.2 The operator shall publish the register.

H1.1 The operator shall keep a register.
```

## Right

```sec
section H: DCC Services

# H1 Services

H1.1 The operator shall keep a register.

H1.2 The operator shall publish the register.
```

## How to mend it

Move the provision to its place, or give it the number that its place calls for and mend the references to it.
"""

from collections.abc import Iterator
from itertools import takewhile

from secc.check.known import Known
from secc.check.rule import DocumentRule, Finding, label_of
from secc.code.model import AnyBlock, Clause, Paragraph, SubSection
from secc.code.walk import Placed
from secc.diagnostics import Related, Severity
from secc.ids import Address, DocumentKind
from secc.resolve.model import ResolvedDocument
from secc.syntax.labels import number_key, precedes


def find(known: Known, document: ResolvedDocument) -> Iterator[Finding]:  # noqa: ARG001  # as every rule
    """Every number lower than the one above it at its level."""
    above: dict[tuple[Address, type[AnyBlock]], Placed] = {}
    for each in document.blocks:
        if not each.own or not isinstance(each.block, Clause | Paragraph | SubSection):
            continue
        level = (each.address.parent, type(each.block))
        before = above.get(level)
        above[level] = each
        for kind in (SubSection, Clause, Paragraph):
            above.pop((each.address, kind), None)  # what stood in an earlier provision with this number
        if _of_another(each):
            yield _misplaced(document.loaded.source.path, each)
        elif before is not None and _earlier(each, before):
            yield _finding(document.loaded.source.path, each, before)


def _of_another(each: Placed) -> bool:
    """Whether a number of the main body has the letter of another Section."""
    if isinstance(each.block, Paragraph) or each.division is not None:
        return False
    document, lead = each.address.document, _lead(each.address.path[-1])
    return document.kind is DocumentKind.SECTION and lead not in ("", document.label)


def _lead(number: str) -> str:
    """The letters before the first figure of a number."""
    return "".join(takewhile(str.isalpha, number))


def _misplaced(path: str, each: Placed) -> Finding:
    step, document = each.address.path[-1], each.address.document
    return Finding(
        path=path,
        span=label_of(each.block),
        headline=f"the number {step} does not begin with the letter of {document.printed}",
        label="of another Section?",
        provision=document.printed,
        helps=(f"write {document.label}{step.removeprefix(_lead(step))}, or move the provision to its own Section",),
    )


def _earlier(each: Placed, before: Placed) -> bool:
    step, previous = each.address.path[-1], before.address.path[-1]
    if isinstance(each.block, Paragraph):
        return precedes(step.strip("()"), previous.strip("()"))
    return number_key(step) < number_key(previous) and _counted(step) < _counted(previous)


def _counted(number: str) -> list[tuple[int, int, str]]:
    """Sorts insertions by how many letters they have: AA after Z, where others put it after A."""
    return [(count, len(letters), letters) for count, letters in number_key(number)]


def _finding(path: str, each: Placed, before: Placed) -> Finding:
    step, previous = each.address.path[-1], before.address.path[-1]
    return Finding(
        path=path,
        span=label_of(each.block),
        headline=f"{each.address.printed} stands after {previous}",
        label=f"{step} comes before {previous}",
        provision=each.address.printed,
        helps=(f"move {step} to its place, or give it the number that follows {previous}",),
        related=(Related(path, label_of(before.block), f"{previous} stands here"),),
    )


RULE = DocumentRule("out-of-order-number", Severity.ERROR, find)

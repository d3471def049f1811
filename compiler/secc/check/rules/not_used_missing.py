"""A number that was dropped without [Not used] in its place.

## What it finds

A clause or sub-section whose number passes over one or more: H1.4 after H1.2, where no `H1.3 [Not used]` stands between
them; and a sub-section whose first clause is H1.2. Inserted letters may be passed over, since a proposal that is
withdrawn leaves such a gap.

## Why

Numbers are law and stay taken. A number that is simply not there looks like a page that was lost, and the next drafter
may give it to another clause, so that old references to it come to mean something else.

## Wrong

```sec
section H: DCC Services

# H1 Services

H1.1 The operator shall keep a register.

H1.2 The operator shall publish the register.

H1.4 The operator shall send the register to each participant.
```

## Right

```sec
section H: DCC Services

# H1 Services

H1.1 The operator shall keep a register.

H1.2 The operator shall publish the register.

H1.3 [Not used]

H1.4 The operator shall send the register to each participant.
```

## How to mend it

Put `H1.3 [Not used]` where the number was; or, in text that has never been in effect, give the clauses the numbers that
follow. A code that does not keep its numbers leaves this rule out: `ignore = ["not-used-missing"]` in code.toml.
"""

from collections.abc import Iterator

from msgspec import Struct

from secc.check.known import Known
from secc.check.rule import DocumentRule, Finding
from secc.code.model import Clause, SubSection
from secc.code.walk import Placed, placed
from secc.diagnostics import Related, Severity
from secc.ids import Address
from secc.resolve.model import ResolvedDocument


class _Number(Struct, frozen=True):
    """A number: what all those beside it begin with, and its own figure."""

    stem: str
    figure: int


def find(known: Known, document: ResolvedDocument) -> Iterator[Finding]:  # noqa: ARG001  # as every rule
    """Every clause or sub-section that comes after a gap."""
    path = document.loaded.source.path
    above: dict[tuple[Address, str, bool], tuple[Placed, int]] = {}
    for each in placed(document.loaded.document):
        if not each.own or not isinstance(each.block, Clause | SubSection):
            continue
        number = _number(each.block.label)
        if number is None:
            continue
        level = (each.address.parent, number.stem, isinstance(each.block, Clause))
        before = above.get(level)
        above[level] = (each, number.figure)
        last = before[1] if before else _first(each, number)
        if number.figure > last + 1:
            yield _finding(path, each, before[0] if before else None, (number.stem, last + 1, number.figure - 1))


def _number(label: str) -> _Number | None:
    """The figure that counts in a label, letters of an insertion left out: 36 in H14.36A."""
    own = label.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    stem = own.rstrip("0123456789")
    return _Number(stem, int(own[len(stem) :])) if own != stem else None


def _first(each: Placed, number: _Number) -> int:
    """Before the first of a level nothing is missing but for clauses of the sub-section or clause whose number it has.

    A document or part may begin with any number: a schedule of an Act goes on where the Act ended.
    """
    holder = each.sub_section
    return 0 if holder is not None and number.stem == f"{holder.label}." else number.figure


def _finding(path: str, each: Placed, before: Placed | None, gap: tuple[str, int, int]) -> Finding:
    stem, first, last = gap
    step = each.address.path[-1]
    lost = f"{stem}{first}" if first == last else f"{stem}{first} to {stem}{last}"
    after = f"{before.address.path[-1]} and " if before else ""
    return Finding(
        path=path,
        span=each.block.span,
        headline=f"{lost} {'is' if first == last else 'are'} missing {'between' if before else 'before'} {after}{step}",
        label=f"follows {before.address.path[-1]}" if before else "stands first",
        provision=each.address.printed,
        helps=(f"keep the number: {stem}{first} [Not used]",),
        related=(Related(path, before.block.span, f"{before.address.path[-1]} stands here"),) if before else (),
    )


RULE = DocumentRule("not-used-missing", Severity.WARNING, find)

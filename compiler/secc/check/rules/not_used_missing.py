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
from secc.code.walk import Placed
from secc.diagnostics import Related, Severity
from secc.ids import Address
from secc.resolve.model import ResolvedDocument


class _Level(Struct, frozen=True):
    """Numbers side by side: where they are counted, what all begin with, and whether they are clauses."""

    numbering: Address
    stem: str
    clauses: bool


def find(known: Known, document: ResolvedDocument) -> Iterator[Finding]:  # noqa: ARG001  # as every rule
    """Every clause or sub-section that comes after a gap."""
    path = document.loaded.source.path
    for beginning, level in _levels(document).items():
        figures = {figure for _, figure in level}
        before: Placed | None = None
        last = _start(level[0][0], beginning.stem, level[0][1])
        for each, figure in level:
            missing = [number for number in range(last + 1, figure) if number not in figures]
            if missing:
                yield _finding(path, each, before, (beginning.stem, missing[0], missing[-1]))
            before, last = each, figure


def _levels(document: ResolvedDocument) -> dict["_Level", list[tuple[Placed, int]]]:
    """The numbers side by side: those of one numbering that begin alike, each with its own figure."""
    levels: dict[_Level, list[tuple[Placed, int]]] = {}
    for each in document.blocks:
        if each.own and isinstance(each.block, Clause | SubSection):
            number = _number(each.block.label)
            if number is not None:
                level = _Level(each.address.parent, number[0], isinstance(each.block, Clause))
                levels.setdefault(level, []).append((each, number[1]))
    return levels


def _number(label: str) -> tuple[str, int] | None:
    """What a label begins with, and the figure that counts in it: H14. and 36 in H14.36A."""
    own = label.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    stem = own.rstrip("0123456789")
    return (stem, int(own[len(stem) :])) if own != stem else None


def _start(first: Placed, stem: str, figure: int) -> int:
    """The figure after which a level is counted: 0 in a sub-section whose number it has, as H14.1 is of H14.

    A document or part may begin with any number: a schedule of an Act goes on where the Act ended.
    """
    holder = first.sub_section
    return 0 if holder is not None and stem == f"{holder.label}." else figure


def _finding(path: str, each: Placed, before: Placed | None, gap: tuple[str, int, int]) -> Finding:
    stem, first, last = gap
    step = each.address.path[-1]
    join = "and" if last == first + 1 else "to"
    lost = f"{stem}{first}" if first == last else f"{stem}{first} {join} {stem}{last}"
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

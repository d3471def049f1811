"""A letter that a list passes over.

## What it finds

A list that goes from (b) to (d), from (iv) to (vi), or begins with (b). Inserted letters are in order: (ba) or (bA)
after (b), and (c) after them.

## Why

A reader looks for the paragraph that is missing, and a reference to it leads nowhere. Usually a paragraph was taken out
and the rest were not lettered again, or its letter was not kept as [Not used].

## Wrong

```sec
section H: DCC Services

# H1 Services

H1.1 The operator shall:
  (a) keep a register;
  (b) publish the register; and
  (d) send the register to each participant.
```

## Right

```sec
section H: DCC Services

# H1 Services

H1.1 The operator shall:
  (a) keep a register;
  (b) publish the register;
  (c) [Not used]; and
  (d) send the register to each participant.
```

## How to mend it

Letter the list again and mend the references to its paragraphs; or, in text that has been in effect, keep the letter:
`(c) [Not used]`.
"""

from collections.abc import Iterator

from secc.check.known import Known
from secc.check.lists import Member
from secc.check.rule import DocumentRule, Finding
from secc.diagnostics import Related, Severity
from secc.resolve.model import ResolvedDocument
from secc.syntax.labels import missing_before, missing_between


def find(known: Known, document: ResolvedDocument) -> Iterator[Finding]:
    """Every place in a list at which letters are passed over."""
    path = document.loaded.source.path
    for each in known.lists(document):
        before: Member | None = None
        labels = frozenset(member.label for member in each.members)
        for member in each.members:
            passed = missing_between(before.label, member.label) if before else missing_before(member.label)
            missing = tuple(label for label in passed if label not in labels)  # others only stand out of order
            if missing:
                yield _finding(path, member, before, missing)
            before = member


def _finding(path: str, member: Member, before: Member | None, missing: tuple[str, ...]) -> Finding:
    label = member.block.label
    join = "and" if len(missing) == 2 else "to"
    lost = f"({missing[0]})" if len(missing) == 1 else f"({missing[0]}) {join} ({missing[-1]})"
    where = f"between {before.block.label} and {label}" if before else f"before {label}"
    return Finding(
        path=path,
        span=member.block.span,
        headline=f"{lost} {'is' if len(missing) == 1 else 'are'} missing {where}",
        label=f"{label} follows {before.block.label}" if before else f"the list begins with {label}",
        provision=member.words.placed.address.printed,
        helps=(f"letter the list again, or keep the number: ({missing[0]}) [Not used]",),
        related=(Related(path, before.block.span, f"{before.block.label} stands here"),) if before else (),
    )


RULE = DocumentRule("gap-in-list", Severity.WARNING, find)

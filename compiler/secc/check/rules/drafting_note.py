"""A note to the drafter left in the text.

## What it finds

"[Drafting note: …]", "[Note to draft: …]", "[DN: …]", "[Delete as applicable]", "TODO" and "??" in the words of a
provision. A placeholder ("[TBC]") is another rule's.

## Why

A note that was meant for the drafter is published as law; and what it asks has not been settled.

## Wrong

```sec
section H: DCC Services

# H1 Services

H1.1 The operator shall keep a register. [Drafting note: for how long?]
```

## Right

```sec
section H: DCC Services

# H1 Services

// For how long is still to be settled.
H1.1 The operator shall keep a register.
```

## How to mend it

Settle what it asks and take it out. What only drafters are to read stands in a comment, a line that begins `//`; what
readers are to know, in a `note:`.
"""

from collections.abc import Iterator

from secc.check.known import Known
from secc.check.patterns import DRAFTING_NOTE
from secc.check.rule import DocumentRule, Finding, found_in
from secc.check.running import matches
from secc.diagnostics import Severity
from secc.resolve.model import ResolvedDocument


def find(known: Known, document: ResolvedDocument) -> Iterator[Finding]:  # noqa: ARG001  # as every rule
    """Every note to the drafter."""
    for words, found in matches(document, DRAFTING_NOTE, ("[", "??", "TODO", "FIXME", "NTD")):
        said = found[0] if len(found[0]) <= 40 else f"{found[0][:38].rstrip()} …"
        yield found_in(
            document,
            words,
            found.span(),
            f"{said} is left in the text",
            label="to be settled",
            helps=("settle it and take it out, or put it in a comment: // …",),
        )


RULE = DocumentRule("drafting-note", Severity.ERROR, find)

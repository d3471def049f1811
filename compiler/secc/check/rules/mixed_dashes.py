"""Ranges written with different dashes in one document.

## What it finds

"2-4" where most ranges of the document have the longer dash, "2–4", or the other way round. Dates, telephone numbers
and codes with several dashes are no ranges.

## Why

A reader may take two ways of writing for two meanings; a search for one does not find the other.

## Wrong

```sec
section H: DCC Services

# H1 Services

H1.1 The operator shall answer within 2–4 days.

H1.2 The operator shall keep each answer for 3–5 years.

H1.3 The operator shall publish the register for 6-9 months.
```

## Right

```sec
section H: DCC Services

# H1 Services

H1.1 The operator shall answer within 2–4 days.

H1.2 The operator shall keep each answer for 3–5 years.

H1.3 The operator shall publish the register for 6–9 months.
```

## How to mend it

Use the dash that the rest of the document has; in words, "from 6 to 9" needs none.
"""

from collections import Counter
from collections.abc import Iterator

from secc.check.fixes import instead
from secc.check.known import Known
from secc.check.patterns import DASHED
from secc.check.rule import DocumentRule, Finding, found_in
from secc.check.running import matches
from secc.diagnostics import Safety, Severity
from secc.resolve.model import ResolvedDocument

_NAMES = {"-": "a hyphen", "–": "a dash", "—": "a long dash"}


def find(known: Known, document: ResolvedDocument) -> Iterator[Finding]:  # noqa: ARG001  # as every rule
    """Every range with another dash than most; those of one length alone say nothing."""
    ranges = list(matches(document, DASHED, tuple(_NAMES)))
    counts = Counter(found["dash"] for _, found in ranges)
    if len(counts) < 2:
        return
    usual, count = counts.most_common(1)[0]
    for words, found in ranges:
        if found["dash"] != usual and count > counts[found["dash"]]:
            yield found_in(
                document,
                words,
                found.span(),
                f"this range has {_NAMES[found['dash']]}, where most in the document have {_NAMES[usual]}",
                label=f"{_NAMES[usual]}?",
                helps=(f'write it with "{usual}", or in words: "from … to …"',),
                fix=instead(document, words, found.span("dash"), usual, f'write "{usual}"', Safety.SAFE),
            )


RULE = DocumentRule("mixed-dashes", Severity.WARNING, find)

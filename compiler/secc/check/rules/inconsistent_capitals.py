"""A defined term of which some words have capitals and some have not.

## What it finds

"Good industry practice" where "Good Industry Practice" is defined and reaches the place.

## Why

It is neither the defined term nor ordinary words. A reader has to guess, and a search for the term does not find it.

## Wrong

```sec
section A: Definitions and Interpretation

# A1 Definitions

A1.1 In this Code:

  define "Good Industry Practice" means the skill that is usual in the industry.

A1.2 The operator shall act in accordance with Good Industry Practice, and shall publish what Good industry practice is.
```

## Right

```sec
section A: Definitions and Interpretation

# A1 Definitions

A1.1 In this Code:

  define "Good Industry Practice" means the skill that is usual in the industry.

A1.2 The operator shall act in accordance with Good Industry Practice, and shall publish what Good Industry Practice is.
```

## How to mend it

Write the term as it is defined.
"""

from collections.abc import Iterator

from secc.check.fixes import instead
from secc.check.known import Known
from secc.check.rule import DocumentRule, Finding, found_in
from secc.check.terms import holder
from secc.diagnostics import Safety, Severity
from secc.resolve.model import ResolvedDocument


def find(known: Known, document: ResolvedDocument) -> Iterator[Finding]:
    """Every term with some of its capitals."""
    for words, each in known.casings(document):
        if not each.all_small(words.prose.text):
            said = words.prose.text[each.start : each.end]
            yield found_in(
                document,
                words,
                (each.start, each.end),
                f'"{said}" has not the capitals of the defined term',
                label=f"defined as {each.form}",
                helps=(f'write "{each.form}" (see {holder(known.code.terms[each.term]).printed})',),
                fix=instead(document, words, (each.start, each.end), each.form, f'write "{each.form}"', Safety.UNSAFE),
            )


RULE = DocumentRule("inconsistent-capitals", Severity.ERROR, find)

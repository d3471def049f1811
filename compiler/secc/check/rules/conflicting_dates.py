"""A period that ends before it begins.

## What it finds

"from 1 September 2018 to 31 August 2018", "between 2 May 2019 and 1 May 2019": two dates of one period of which the
second is the earlier.

## Why

A right or duty that holds for such a period never holds. One of the two dates was moved on and the other was not.

## Wrong

```sec
section H: DCC Services

# H1 Services

H1.1 The operator shall keep the register from 1 September 2018 to 31 August 2018.
```

## Right

```sec
section H: DCC Services

# H1 Services

H1.1 The operator shall keep the register from 1 September 2018 to 31 August 2019.
```

## How to mend it

Find which of the two dates is wrong, and mend it.
"""

from collections.abc import Iterator
from itertools import pairwise

from secc.check.dates import Dated, dates
from secc.check.known import Known
from secc.check.patterns import PERIOD_JOINS, PERIOD_OPENS
from secc.check.rule import DocumentRule, Finding, found_in
from secc.diagnostics import Related, Severity
from secc.resolve.model import ResolvedDocument


def find(known: Known, document: ResolvedDocument) -> Iterator[Finding]:  # noqa: ARG001  # as every rule
    """Every second date of a period that comes before the first."""
    for first, second in pairwise(dates(document)):
        if first.words is second.words and first.on and second.on and second.on < first.on and _period(first, second):
            yield _finding(document, first, second)


def _period(first: Dated, second: Dated) -> bool:
    """Whether two dates are the beginning and end of one period."""
    text = first.words.prose.text
    join = PERIOD_JOINS.fullmatch(text, first.end, second.start)
    if join is None:
        return False
    opens = PERIOD_OPENS.search(text, max(0, first.start - 30), first.start)
    return opens is not None and (join["and"] is None or opens["word"].lower() == "between")


def _finding(document: ResolvedDocument, first: Dated, second: Dated) -> Finding:
    begins = Related(
        document.loaded.source.path, first.words.prose.span(first.start, first.end), "the period begins here"
    )
    return found_in(
        document,
        second.words,
        (second.start, second.end),
        f"{second.said} is before {first.said}",
        label="ends before it begins",
        helps=("mend the date that is wrong",),
        related=(begins,),
    )


RULE = DocumentRule("conflicting-dates", Severity.ERROR, find)

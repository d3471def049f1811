"""A date that no calendar has.

## What it finds

"31 June 2018", "29 February 2019", "0 May", and a weekday that is not the date's: "Monday 31 August 2018" was a Friday.

## Why

A period that begins or ends on such a day begins or ends on no day, or on one that the parties will dispute.

## Wrong

```sec
section H: DCC Services

# H1 Services

H1.1 The operator shall publish the register by 31 June 2018.
```

## Right

```sec
section H: DCC Services

# H1 Services

H1.1 The operator shall publish the register by Friday 29 June 2018.
```

## How to mend it

Look up the date that was agreed, and write that.
"""

from collections.abc import Iterator

from secc.check.dates import Dated, dates
from secc.check.known import Known
from secc.check.rule import DocumentRule, Finding, found_in
from secc.diagnostics import Severity
from secc.resolve.model import ResolvedDocument


def find(known: Known, document: ResolvedDocument) -> Iterator[Finding]:  # noqa: ARG001  # as every rule
    """Every day that its month does not have, and every weekday that is not the day's."""
    for each in dates(document):
        if not 1 <= each.day <= each.last_day:
            yield _finding(document, each, f"there is no {each.said}", _days(each))
        elif each.weekday and each.true_weekday not in ("", each.weekday):
            day = f"{each.day} {each.month_name} {each.year}"
            yield _finding(document, each, f"{day} is not a {each.weekday}", f"{day} is a {each.true_weekday}")


def _days(each: Dated) -> str:
    year = f" {each.year}" if each.year and each.month_name == "February" else ""
    return f"{each.month_name}{year} has {each.last_day} days"


def _finding(document: ResolvedDocument, each: Dated, headline: str, why: str) -> Finding:
    stretch = (each.start, each.end)
    helps = ("write the date that was agreed",)
    return found_in(document, each.words, stretch, headline, label=why, helps=helps)


RULE = DocumentRule("impossible-date", Severity.ERROR, find)

"""A date that does not say its year.

## What it finds

"by 31 August" where none of the words near it in the sentence says of what year. A day that comes round ("1 April in
each year", "the following 31 August") is left alone, and so are dates in tables, titles and notes.

## Why

When the provision is read a year later, nobody can say whether the day has passed.

## Wrong

```sec
section H: DCC Services

# H1 Services

H1.1 The operator shall publish the register by 31 August.
```

## Right

```sec
section H: DCC Services

# H1 Services

H1.1 The operator shall publish the register by 31 August 2018, and by 1 April in each year.
```

## How to mend it

Write the year; or, if the day comes round, "in each year".
"""

from collections.abc import Iterator

from secc.check.dates import Dated, dates
from secc.check.known import Known
from secc.check.patterns import SENTENCE_STOP, YEARLY
from secc.check.rule import DocumentRule, Finding, found_in
from secc.code.model import Division, Footnote, Note, SubHeading, SubSection, Table
from secc.diagnostics import Severity
from secc.resolve.model import ResolvedDocument

_LEFT_ALONE = (Division, Footnote, Note, SubHeading, SubSection, Table)

_NEAR = 50  # characters


def find(known: Known, document: ResolvedDocument) -> Iterator[Finding]:  # noqa: ARG001  # as every rule
    """Every date whose sentence says nothing of a year."""
    for each in dates(document):
        if each.year is not None or isinstance(each.words.placed.block, _LEFT_ALONE) or _told(each):
            continue
        yield found_in(
            document,
            each.words,
            (each.start, each.end),
            f"{each.said} does not say its year",
            label="of which year?",
            helps=('write the year, or "in each year" if the day comes round',),
        )


def _told(each: Dated) -> bool:
    """Whether the words around a date, in its sentence, say a year, or that the day comes round."""
    text = each.words.prose.text
    start, end = max(0, each.start - _NEAR), min(len(text), each.end + _NEAR)
    stops = [stop.end() for stop in SENTENCE_STOP.finditer(text, start, each.start)]
    after = SENTENCE_STOP.search(text, each.end, end)
    return YEARLY.search(text, stops[-1] if stops else start, after.start() if after else end) is not None


RULE = DocumentRule("date-without-year", Severity.WARNING, find)

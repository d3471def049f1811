"""An operative paragraph of an instrument that has no number, a number used twice, or one out of order.

## What it finds

Operations without a number; two with the same; one that stands below a later one.

## Why

Only what has a number of its own can be cited, checked, withdrawn and told as the origin of words. A letter of
direction of 17 September 2020 numbered none of its paragraphs.

## Wrong

```sec instruments/2020-01-01-first/instrument.sec
designation 2020-01-01-first: Designation of the Code
made: 2020-01-01

1 designate Section A as version 1.0, in the form set out at annexes/section-A.sec
```

```sec instruments/2020-01-01-first/annexes/section-A.sec
section A: Register

# A1 Register

A1.1 The operator shall keep a register.
```

```sec instruments/2020-02-01-change.sec
modification 2020-02-01-change: The register becomes a book
made: 2020-02-01

in Section A1.1, for "a register" substitute "a book"
```

## Right

```sec instruments/2020-02-01-change.sec
modification 2020-02-01-change: The register becomes a book
made: 2020-02-01

1 in Section A1.1, for "a register" substitute "a book"
```

## How to mend it

Number the operative paragraphs in their order; what is put in later between 2 and 3 is 2A.
"""

from collections.abc import Iterator

from secc.check.in_time.known import KnownTime
from secc.check.in_time.rule import TimeRule
from secc.check.rule import Finding
from secc.diagnostics import Severity
from secc.instruments import faults

_SAID = (" are numbered ", " stands below operation ")


def find(known: KnownTime) -> Iterator[Finding]:
    """Every operation whose number does not name it."""
    headlines = [each.headline for each in known.opened.findings if any(words in each.headline for words in _SAID)]
    yield from known.unread(faults.UNNUMBERED.headline, *headlines)


RULE = TimeRule("unnumbered-operation", Severity.ERROR, find)

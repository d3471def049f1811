"""A document was replaced whole, and little but its number says that a provision is the one that bore it before.

## What it finds

Where a document is re-designated: provisions of the old text and the new that bear one number and hardly share words,
and which nobody has confirmed to be the same, or not.

## Why

History, blame and "what replaced this?" follow the provision and not the number. G7.16 meant one thing in January 2015
and another in September 2019.

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

```sec instruments/2020-02-01-forms/instrument.sec
direction 2020-02-01-forms: A new Section A
made: 2020-02-01

1 re-designate Section A as version 2.0, in the form set out at annexes/section-A.sec
```

```sec instruments/2020-02-01-forms/annexes/section-A.sec
section A: Register

# A1 Register

A1.1 Every Party pays its own costs.
```

## Right

```toml instruments/2020-02-01-forms/matches.toml
[[match]]
document = "section-A"
old = "section-A/A1.1"
new = ""
how = "the duty to keep a register was dropped; costs are new"
```

## How to mend it

Read both, and write the decision into `matches.toml` beside the annexes: a `[[match]]` with `document`, `old` (the
provision that was, as the message names it), `new` (its number in the new text, such as `A1.1`; empty where it is
gone) and `how` (who decided, and why).
"""

from collections.abc import Iterator
from itertools import groupby

from secc.check.in_time.known import KnownTime
from secc.check.in_time.rule import TimeRule
from secc.check.rule import Finding
from secc.diagnostics import Severity
from secc.instruments.folder import MATCHES
from secc.timeline.doubts import Doubt, doubts

_SHOWN = 3


def find(known: KnownTime) -> Iterator[Finding]:
    """Every re-designation with matches in doubt."""
    for ref, group in groupby(doubts(known.opened), key=lambda each: each.ref):
        doubtful = list(group)
        shown = "; ".join(map(_told, doubtful[:_SHOWN]))
        more = f"; and {len(doubtful) - _SHOWN} more" if len(doubtful) > _SHOWN else ""
        document = doubtful[0].before.id.printed
        headline = f"little but the number says which provision is which in {document}: {shown}"
        yield known.finding(ref, headline + more, f"decide in {MATCHES} beside the annexes: secc explain tells how")


def _told(doubt: Doubt) -> str:
    return f"{doubt.identity} and {doubt.now.local}"


RULE = TimeRule("doubtful-match", Severity.WARNING, find)

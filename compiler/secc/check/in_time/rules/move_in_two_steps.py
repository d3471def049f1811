"""Words are taken out of one place and put into another on different days.

## What it finds

A provision that an operation omits, and one with nearly the same words that comes into another document on another
day: for some days the words stand nowhere (a gap), or in both places (an overlap).

## Why

A rule that moves has no effect in between, or holds twice. Each of the two instruments looks right by itself.

## Wrong

```sec instruments/2020-01-01-first/instrument.sec
designation 2020-01-01-first: Designation of the Code
made: 2020-01-01

1 designate Section A as version 1.0, in the form set out at annexes/section-A.sec
2 designate Section B as version 1.0, in the form set out at annexes/section-B.sec
```

```sec instruments/2020-01-01-first/annexes/section-A.sec
section A: Register

# A1 Register

A1.1 The operator shall keep a register, which anyone may see on a working day at its offices.

A1.2 The operator shall publish the register every year.
```

```sec instruments/2020-01-01-first/annexes/section-B.sec
section B: Offices

# B1 Offices

B1.1 The operator shall have offices.
```

```sec instruments/2020-02-01-out.sec
modification 2020-02-01-out: What goes
made: 2020-02-01

1 omit Section A1.1, keeping the number as [Not used]
```

```sec instruments/2020-03-01-in.sec
modification 2020-03-01-in: What comes
made: 2020-03-01

1 in Section B1, at the end insert
  > B1.2 The operator shall keep a register, which anyone may see on a working day at its offices.
```

## Right

```sec instruments/2020-03-01-in.sec
modification 2020-03-01-in: What comes
made: 2020-02-01

1 in Section B1, at the end insert
  > B1.2 The operator shall keep a register, which anyone may see on a working day at its offices.
```

## How to mend it

Let both have effect on one day, or move the provision in one operation: `move Section A1.1 to the end of Section B1`.
"""

from collections.abc import Iterator

from msgspec import structs

from secc.check.in_time.known import KnownTime
from secc.check.in_time.rule import TimeRule
from secc.check.rule import Finding
from secc.diagnostics import Severity
from secc.timeline.two_steps import two_steps


def find(known: KnownTime) -> Iterator[Finding]:
    """Every gap and every overlap, at the later of the two operations."""
    for each in two_steps(known.timeline):
        also = ((each.earlier, "the other step"),)
        advice = "let both have effect on one day, or use `move`"
        found = known.finding(each.later, each.in_words, advice, also=also)
        yield structs.replace(found, days=((each.first, each.last),))


RULE = TimeRule("move-in-two-steps", Severity.WARNING, find)

"""A direction for which the operation that it concerns leaves no room.

## What it finds

`fix the date in paragraph …` where that paragraph has no date that may be directed, or an earlier day than may be;
`cancel paragraph …` of what is no variation, disapplication or suspension.

## Why

A direction can only do what the instrument before it lets it do. What it does beyond that has no effect, and the Code
goes on as if it had not been made.

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

```sec instruments/2020-02-01-start.sec
direction 2020-02-01-start: Commencement of the register
made: 2020-02-01

1 commence Section A1.1, from 2020-06-01
```

```sec instruments/2020-03-01-later.sec
notice 2020-03-01-later: The register comes later
made: 2020-03-01

1 fix the date in paragraph 1 of 2020-02-01-start as 2020-07-01
```

## Right

```sec instruments/2020-02-01-start.sec
direction 2020-02-01-start: Commencement of the register
made: 2020-02-01

1 commence Section A1.1, from 2020-06-01 or such later date as is directed
```

## How to mend it

Change the day by an operation of its own (`commence`, `extend`, `cease`), under a power that allows it.
"""

from collections.abc import Iterator

from secc.check.in_time.known import KnownTime
from secc.check.in_time.rule import TimeRule
from secc.check.rule import Finding
from secc.diagnostics import Severity
from secc.timeline.time_faults import without_power


def find(known: KnownTime) -> Iterator[Finding]:
    """Every direction without a power to make it."""
    yield from known.told(without_power(known.learned), lambda _: "change the day by an operation of its own")


RULE = TimeRule("direction-without-power", Severity.ERROR, find)

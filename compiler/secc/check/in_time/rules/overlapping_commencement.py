"""A commencement of what another has brought into effect already.

## What it finds

`commence` for a provision that an earlier instrument commenced, for the same people and with effect by the same day or
before.

## Why

One of the two is mistaken about the state of the Code, or about the number of the provision. The second commencement
does nothing, and whoever relies on its day is wrong.

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

1 commence Section A1.1, from 2020-03-01
```

```sec instruments/2020-02-15-start.sec
direction 2020-02-15-start: Commencement of the register
made: 2020-02-15

1 commence Section A1.1, from 2020-04-01
```

## Right

```sec instruments/2020-02-15-start.sec
direction 2020-02-15-start: An earlier commencement of the register
made: 2020-02-15

1 commence Section A1.1, from 2020-02-20
```

## How to mend it

Name only what is not yet in effect: `secc status ADDRESS --as-at DATE` tells.
"""

from collections.abc import Iterator

from secc.check.in_time.known import KnownTime
from secc.check.in_time.rule import TimeRule
from secc.check.rule import Finding
from secc.diagnostics import Severity
from secc.timeline.time_faults import commenced_already


def find(known: KnownTime) -> Iterator[Finding]:
    """Every commencement that does nothing."""
    faults = commenced_already(known.effects.last_located(), known.effects.records)
    yield from known.told(faults, lambda _: "name only what is not yet in effect")


RULE = TimeRule("overlapping-commencement", Severity.WARNING, find)

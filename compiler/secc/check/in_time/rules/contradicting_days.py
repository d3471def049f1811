"""Two instruments recorded on one day tell different days of one thing.

## What it finds

An event that occurs, or a date that is fixed, on different days for the same people, told by instruments that were
recorded on one day and of which code.toml does not say which comes first.

## Why

The later record holds. Where neither is later, everything that waits for the event would rest on how files are sorted.

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

```sec instruments/2020-02-01-one.sec
notice 2020-02-01-one: The register opens
made: 2020-02-01

1 event "The register opens" occurs on 2020-03-01
```

```sec instruments/2020-02-01-other.sec
notice 2020-02-01-other: The register opens
made: 2020-02-01

1 event "The register opens" occurs on 2020-04-01
```

## Right

```sec instruments/2020-02-01-other.sec
notice 2020-02-01-other: The register opens
made: 2020-02-01
recorded: 2020-02-02

1 event "The register opens" occurs on 2020-04-01
```

## How to mend it

Give each the day on which it was recorded; or declare their order in `instruments-order` of code.toml.
"""

from collections.abc import Iterator

from secc.check.in_time.known import KnownTime
from secc.check.in_time.rule import TimeRule
from secc.check.rule import Finding
from secc.diagnostics import Severity
from secc.timeline.time_faults import contradictory_facts


def find(known: KnownTime) -> Iterator[Finding]:
    """Every fact that is told in two ways at once."""
    faults = contradictory_facts(known.learned)
    yield from known.told(faults, lambda _: "declare their order in `instruments-order` of code.toml")


RULE = TimeRule("contradicting-days", Severity.ERROR, find)

"""Days of an instrument that cannot follow one another as they do.

## What it finds

An instrument made before it was consulted on, laid or decided; recorded or withdrawn before any step of its life; a
draft that has been made; an operation that ends on or before the day on which it starts; a withdrawal of what had had
effect already; an instrument that says on no day when it was known.

## Why

Everything that is said of a day rests on these. A wrong one gives a wrong text, or a provision that never had effect.

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
decided: 2020-02-10
made: 2020-02-01

1 in Section A1.1, for "a register" substitute "a book"
```

## Right

```sec instruments/2020-02-01-change.sec
modification 2020-02-01-change: The register becomes a book
decided: 2020-01-10
made: 2020-02-01

1 in Section A1.1, for "a register" substitute "a book"
```

## How to mend it

Compare the days with the signed instrument. What has had effect cannot be withdrawn: revoke, omit, cease or cancel what
it did, from a day of its own.
"""

from collections.abc import Iterator

from secc.check.in_time.known import KnownTime
from secc.check.in_time.rule import TimeRule
from secc.check.rule import Finding
from secc.diagnostics import Severity
from secc.timeline.instrument_faults import Fault, order_of_days
from secc.timeline.time_faults import ends_before_it_starts, too_late


def find(known: KnownTime) -> Iterator[Finding]:
    """Every day out of order."""
    yield from known.told(_faults(known), lambda _: "compare these days with the signed instrument")


def _faults(known: KnownTime) -> Iterator[Fault]:
    for instrument in known.timeline.instruments:
        yield from order_of_days(instrument)
    yield from ends_before_it_starts(known.timeline.occurrences())
    yield from too_late(known.learned)


RULE = TimeRule("instrument-days-out-of-order", Severity.ERROR, find)

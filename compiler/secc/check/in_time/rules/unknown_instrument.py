"""A reference to an instrument or operative paragraph that there is not, or to one that waits for itself.

## What it finds

`the effect of paragraph 3 of …`, `cancel …`, `withdraw …`, `decide …`, `fix the date in …` where there is no instrument
of that name, or none of its paragraphs has that number; effects that wait for one another in a circle; names in
`instruments-order` of code.toml that are no instrument's, or that contradict one another.

## Why

What waits for something that there is not never happens, and nobody is told.

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
made: 2020-01-10
from: 2020-02-01

1 in Section A1.1, for "a register" substitute "a book"
```

```sec instruments/2020-01-15-back.sec
notice 2020-01-15-back: Withdrawal of the change
made: 2020-01-15

1 withdraw paragraph 2 of 2020-02-01-change
```

## Right

```sec instruments/2020-01-15-back.sec
notice 2020-01-15-back: Withdrawal of the change
made: 2020-01-15

1 withdraw paragraph 1 of 2020-02-01-change
```

## How to mend it

Write the name of the instrument's file, and the number that the paragraph bears there.
"""

from collections.abc import Iterator

from secc.check.in_time.known import KnownTime
from secc.check.in_time.rule import TimeRule
from secc.check.near import nearest
from secc.check.rule import Finding
from secc.diagnostics import Severity
from secc.instruments.when import InstrumentRef
from secc.timeline.instrument_faults import Fault, circles, missing, undeclarable


def find(known: KnownTime) -> Iterator[Finding]:
    """Every reference that leads nowhere, or back to itself."""
    instruments = known.timeline.instruments
    yield from known.told(missing(instruments), _advice)
    yield from known.told(circles(instruments), lambda _: "give one of them a day")
    yield from known.told(_order(known), lambda _: "mend `instruments-order` in code.toml")


def _order(known: KnownTime) -> Iterator[Fault]:
    """Faults of the declared order, each told at an instrument beside which the name stands."""
    names = {each.name for each in known.timeline.instruments}
    for fault in undeclarable(known.timeline.order, known.timeline.instruments):
        chains = [chain for chain in known.timeline.order if fault.ref.instrument in chain]
        beside = next((name for chain in chains for name in chain if name in names), min(names))
        near = nearest(fault.ref.instrument, names, limit=1, cutoff=60)
        advice = f"write {near[0]} if it is meant" if near and fault.ref.instrument not in names else fault.help
        yield Fault(InstrumentRef(beside), fault.words, advice)


def _advice(fault: Fault) -> str:
    return f"look up the number in {fault.words.rpartition(' in ')[2]}"


RULE = TimeRule("unknown-instrument", Severity.ERROR, find)

"""A provision that waits for a commencement which never comes, or for an event that nobody will fix by that name.

## What it finds

Provisions named in a commencement whose day is never, with no other that brings them into effect; provisions whose only
commencement was withdrawn, so that they have effect as text; and operations that wait for an event which no instrument
fixes, while one is fixed whose name is nearly the same: "DCC Live" and "DCC Live Date".

## Why

The text is there, and has no effect, and nothing says so on the page but its status.

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

1 commence Section A1.1, from event "The register opens"
```

```sec instruments/2020-03-01-open.sec
notice 2020-03-01-open: The register is open
made: 2020-03-01

1 event "the Register opens" occurs on 2020-03-01
```

## Right

```sec instruments/2020-03-01-open.sec
notice 2020-03-01-open: The register is open
made: 2020-03-01

1 event "The register opens" occurs on 2020-03-01
```

## How to mend it

Write the event in the words in which it is fixed; or commence the provision from another day.
"""

from collections.abc import Iterator
from datetime import date

from secc.check.in_time.known import KnownTime
from secc.check.in_time.rule import TimeRule
from secc.check.near import nearest
from secc.check.rule import Finding
from secc.diagnostics import Severity
from secc.ids import Address
from secc.instruments.model import Commence
from secc.timeline.instrument_faults import Fault
from secc.timeline.time_faults import commenced_no_more, misnamed_events, never_in_effect, waiting_for

_CUTOFF = 85.0


def find(known: KnownTime) -> Iterator[Finding]:
    """Every commencement that never comes."""
    yield from known.told(_faults(known), lambda _: "commence it from a day that comes, or omit it")


def _faults(known: KnownTime) -> Iterator[Fault]:
    yield from never_in_effect(known.effects.last_located(), known.effects.records)
    yield from commenced_no_more(known.learned, lambda address: _is_commenced(known, address))
    misnamed = list(misnamed_events(known.learned))
    yield from misnamed
    told = {each.ref for each in misnamed}
    for name, waiting in waiting_for(known.learned).items():
        near = nearest(name, known.learned.events, limit=1, cutoff=_CUTOFF)
        for each in waiting:
            if near and each.ref not in told:
                yield Fault(
                    each.ref,
                    f'event "{name}" is never fixed; event "{near[0]}" is',
                    f'write "{near[0]}" if it is meant',
                )


def _is_commenced(known: KnownTime, address: Address) -> bool:
    """Whether a commencement names what stands at an address in the end, or round it; so too where nothing does."""
    found = known.effects.located(known.timeline.last(), address, date.max)
    naming = known.effects.records.naming(found) if found is not None else ()
    return found is None or any(isinstance(each.action, Commence) for each in naming)


RULE = TimeRule("missing-commencement", Severity.WARNING, find)

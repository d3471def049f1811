"""An operation that has effect before it was made, or before the power under which it is made was there.

## What it finds

A day of effect before the day on which the instrument was made or decided; and a provision named in `under:`, or after
`under` in an operation, that is part of the Code only from a later day, or never.

## Why

Nobody can act under a power that is not yet there. A direction under a Section that the same release inserts has to
take effect on that day or after it.

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
direction 2020-02-01-change: The register becomes a book
under: Section A1.2
made: 2020-02-01

1 in Section A1.1, for "a register" substitute "a book"
```

```sec instruments/2020-03-01-power.sec
modification 2020-03-01-power: A power
made: 2020-03-01

1 in Section A1, at the end insert
  > A1.2 The Secretary of State may direct how the register is kept.
```

## Right

```sec instruments/2020-02-01-change.sec
direction 2020-02-01-change: The register becomes a book
under: Section A1.2
made: 2020-02-01
from: 2020-03-01

1 in Section A1.1, for "a register" substitute "a book"
```

## How to mend it

Name the power that there was; or let the effect wait for it.
"""

from collections.abc import Iterator
from datetime import date

from secc.check.in_time.known import KnownTime
from secc.check.in_time.rule import TimeRule
from secc.check.rule import Finding
from secc.diagnostics import Severity
from secc.ids import Address
from secc.instruments.model import Commence
from secc.instruments.places import One
from secc.instruments.reading import read_instrument
from secc.instruments.when import AnyRef
from secc.source import Source
from secc.timeline.time_faults import before_authority


def find(known: KnownTime) -> Iterator[Finding]:
    """Every effect before its authority, and every power that there never is."""
    occurrences = known.timeline.occurrences()
    named: dict[str, AnyRef] = {}
    for each in occurrences:
        for words in each.under:
            named.setdefault(words, each.ref)
    powers: dict[str, date] = {}
    for words, ref in named.items():
        address = _provision(words)
        day = known.first_day(address) if address is not None else None
        if day is not None:
            powers[words] = day
        elif address is not None:
            headline = f"{words} is named as the authority, and is not part of the Code on any day"
            yield known.finding(ref, headline, "name the provision under which it is made")
    yield from known.told(
        before_authority(occurrences, known.learned, powers), lambda _: "let it have effect from that day on, or later"
    )


def _provision(words: str) -> Address | None:
    """The provision of the Code that these words name; None where they name a licence, an Act, or anything else."""
    text = f"direction 2000-01-01-power: Power\nmade: 2000-01-01\n\n1 commence {words}\n"
    read = read_instrument(Source("power", text))
    operations = read.instrument.operations
    if read.findings or len(operations) != 1 or not isinstance(operations[0].action, Commence):
        return None
    only = operations[0].action.provisions
    return only[0].address if len(only) == 1 and isinstance(only[0], One) else None


RULE = TimeRule("effect-before-authority", Severity.ERROR, find)

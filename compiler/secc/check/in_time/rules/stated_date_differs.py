"""A provision states a day in its text, and the operation that gives the day says another.

## What it finds

Where an instrument says `Section H14.36A states the date in paragraph 21 of …`: a day of that paragraph's expression
that the provision does not print, on the day of the statement and in the last text.

## Why

The text and the instrument are both law, and a reader who has only one of them would be wrong.

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
modification 2020-02-01-change: A public register
made: 2020-02-01

1 in Section A1, at the end insert
  > A1.2 This Section A1.2 shall only apply from 1 June 2020. The register shall be public.
2 commence Section A1.2, from 2020-07-01
3 Section A1.2 states the date in paragraph 2 of 2020-02-01-change
```

## Right

```sec instruments/2020-02-01-change.sec
modification 2020-02-01-change: A public register
made: 2020-02-01

1 in Section A1, at the end insert
  > A1.2 This Section A1.2 shall only apply from 1 July 2020. The register shall be public.
2 commence Section A1.2, from 2020-07-01
3 Section A1.2 states the date in paragraph 2 of 2020-02-01-change
```

## How to mend it

Find out from the signed instrument which of the two is right. A later day that a direction fixed is told by
`fix the date in …`, and leaves the text as it is.
"""

from collections.abc import Iterator
from datetime import date

from secc.check.dates import days_in
from secc.check.in_time.known import KnownTime
from secc.check.in_time.rule import TimeRule
from secc.check.rule import Finding
from secc.diagnostics import Severity
from secc.ids import Address
from secc.instruments.model import States
from secc.instruments.when import Directed, IfDecided, On, OperationRef, When
from secc.timeline.dates import printed_day
from secc.timeline.histories import identity_of, words_of
from secc.timeline.known import Operative
from secc.timeline.loops import parts
from secc.timeline.replay import Wordings
from secc.timeline.when import operative_of


def find(known: KnownTime) -> Iterator[Finding]:
    """Every day stated that differs."""
    for each in known.learned.operations():
        action = each.operation.action
        if not isinstance(action, States):
            continue
        target = operative_of(action.operation, known.learned)
        if target is not None and target.starts is not None:
            yield from _differing(known, each, action.place.address, target.ref, sorted(set(_days(target.starts))))


def _days(when: When) -> Iterator[date]:
    """Every day that an expression says, with the default of one that may be directed."""
    for each in parts(when):
        match each:
            case On(day) | Directed(On(day)):
                yield day
            case IfDecided(cases):
                yield from (effect for effect, _ in cases)
            case _:
                pass


def _differing(
    known: KnownTime, stating: Operative, address: Address, target: OperationRef, wanted: list[date]
) -> Iterator[Finding]:
    for wordings in _texts(known, stating):
        if identity_of(wordings, address) is None:
            continue
        words = " ".join(words_of(wordings.documents[address.document], address.path))
        printed = {day.on for day in days_in(words) if day.on is not None}
        missing = [day for day in wanted if day not in printed]
        if missing:
            said = ", ".join(printed_day(day) for day in sorted(printed)) or "no day"
            headline = f"{address.printed} says {said}, and {target} {printed_day(missing[0])}"
            helps = ("find out from the signed instrument which is right", f"see {target}")
            yield known.finding(stating.ref, headline, *helps, also=((target, "the day that it gives"),))
            return


def _texts(known: KnownTime, stating: Operative) -> Iterator[Wordings]:
    day = known.learned.made(stating.instrument)
    period = known.period(day) if day is not None else None
    if period is not None:
        yield period.wordings
    yield known.timeline.last()


RULE = TimeRule("stated-date-differs", Severity.ERROR, find)

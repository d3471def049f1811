"""Two instruments change the same text on one day, and which comes first makes a difference.

## What it finds

Two instruments with effect on one day, of which `instruments-order` in code.toml does not say which comes first, where
the text reads differently, or one of them cannot be carried out, as the one or the other is carried out first. Both
orders are replayed to find out; those that do not meet need no order.

## Why

The text would depend on how files happen to be sorted.

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
modification 2020-02-01-one: The register is public
made: 2020-02-01

1 in Section A1.1, for "a register" substitute "a public register"
```

```sec instruments/2020-02-01-other.sec
modification 2020-02-01-other: The register is a book
made: 2020-02-01

1 in Section A1.1, at the end insert "A list of titles is a register."
```

## Right

```toml code.toml
title = "A Code"
short = "AC"
documents = []
instruments-order = [["2020-02-01-one", "2020-02-01-other"]]
```

## How to mend it

Say in `instruments-order` of code.toml which of the two comes first; or give one of them another day.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from secc.check.in_time.known import KnownTime
from secc.check.in_time.rule import TimeRule
from secc.check.rule import Finding
from secc.diagnostics import Severity
from secc.instruments.model import Vary
from secc.instruments.when import InstrumentRef
from secc.timeline.dates import printed_day
from secc.timeline.footprints import traces
from secc.timeline.occurrences import undeclared
from secc.timeline.replay import Step, live


def find(known: KnownTime) -> Iterator[Finding]:
    """Every pair that nothing orders and whose order matters."""
    for day, first, second in undeclared(known.timeline.occurrences(), known.timeline.order):
        document = _differing(known, day, first, second)
        if document:
            headline = f"{document} reads differently as {first} or {second} is carried out first on {printed_day(day)}"
            also = ((InstrumentRef(first), "the other"),)
            advice = f'add ["{first}", "{second}"] to `instruments-order` in code.toml, or turn them round'
            yield known.finding(InstrumentRef(second), headline, advice, also=also)


def _differing(known: KnownTime, day: date, first: str, second: str) -> str:
    """A document that reads differently in the two orders, as printed; empty where none does."""
    one, other = _steps(known, day, first), _steps(known, day, second)
    if not _meet(one, other):
        return ""
    rest = [step for step in live(known.timeline.steps(), day) if step.ref.instrument not in (first, second)]
    rest += [
        step for step in live(known.timeline.steps(), day) if step.ref.instrument in (first, second) and step.day < day
    ]
    rest.sort(key=lambda step: step.day)
    straight, turned = (known.timeline.after([*rest, *pair]) for pair in ((*one, *other), (*other, *one)))
    for document in sorted({*straight.documents, *turned.documents}):
        pair = [each.documents.get(document) for each in (straight, turned)]
        if pair[0] is None or pair[1] is None or pair[0].digest != pair[1].digest:
            return document.printed
    return _where_refused(one, other, straight.refused.keys() ^ turned.refused.keys())


def _where_refused(one: Sequence[Step], other: Sequence[Step], refused: object) -> str:
    if not isinstance(refused, set) or not refused:
        return ""
    return next(
        (min(each.documents).printed for each in traces([*one, *other]) if each.ref in refused and each.documents), ""
    )


def _steps(known: KnownTime, day: date, name: str) -> list[Step]:
    """What an instrument does to the text on a day, what it has as if it were done included."""
    own = [step for step in known.timeline.steps() if step.day == day and step.ref.instrument == name]
    varied = {
        each.record: Step(each.ref, each.action.as_if, day)
        for each in known.timeline.occurrences()
        if each.day == day and each.ref.instrument == name and isinstance(each.action, Vary)
    }
    return [*own, *varied.values()]


def _meet(one: Sequence[Step], other: Sequence[Step]) -> bool:
    mine, theirs = traces(one), traces(other)
    return any(first.meets(second) for first in mine for second in theirs)


RULE = TimeRule("order-not-declared", Severity.ERROR, find)

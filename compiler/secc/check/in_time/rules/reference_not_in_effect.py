"""A provision in effect refers to one that has ceased to have effect, or will have, or never has any.

## What it finds

In every state of the Code, past and known to come: references to a provision whose effect has ended by then, or which
waits for a day that is never, from one that has effect on that day. A reference to what does not have effect yet is no
finding: it has none until then.

## Why

A duty to act "in accordance with" a provision that has ceased is a duty to do nothing in particular. The day on which
it becomes one is often known long before.

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
modification 2020-02-01-change: A rule for one year
made: 2020-02-01

1 in Section A1, at the end insert
  > A1.2 The register shall be a book.
  >
  > A1.3 The operator shall keep the book in accordance with Section A1.2.
2 cease Section A1.2, from 2021-02-01
```

## Right

```sec instruments/2020-02-01-change.sec
modification 2020-02-01-change: A rule for one year
made: 2020-02-01

1 in Section A1, at the end insert
  > A1.2 The register shall be a book.
  >
  > A1.3 The operator shall keep the book in accordance with Section A1.2.
2 cease Sections A1.2 and A1.3, from 2021-02-01
```

## How to mend it

Let what refers to it end on the same day, or say what holds from then on.
"""

from collections.abc import Iterator
from datetime import date

from msgspec import structs

from secc.check.in_time.ended import Ended, ended
from secc.check.in_time.known import KnownTime, Period
from secc.check.in_time.rule import TimeRule
from secc.check.rule import Finding, found_in
from secc.diagnostics import Severity
from secc.ids import Address
from secc.resolve.model import Link, ResolvedDocument, Words
from secc.timeline.dates import printed_day
from secc.timeline.force_model import State as Standing

_HAS_EFFECT = (Standing.IN_EFFECT, Standing.IN_PART, Standing.DIFFERS)


def find(known: KnownTime) -> Iterator[Finding]:
    """Every such reference, with the days on which it is one, each once."""
    told: set[tuple[str, str, str]] = set()
    every = ended(known)
    for period in known.periods if every else ():
        gone = [each for each in every if each.touches(period)]
        if not gone:
            continue
        state = known.state(period.wordings)
        for surveyed in state.documents:
            bound = state.bind(surveyed)
            for words in bound.words:
                for finding, key in _in_words(known, period, gone, bound, words):
                    if key not in told:
                        told.add(key)
                        yield finding


def _in_words(
    known: KnownTime, period: Period, gone: list[Ended], document: ResolvedDocument, words: Words
) -> Iterator[tuple[Finding, tuple[str, str, str]]]:
    for reference in words.references:
        if not isinstance(reference, Link):
            continue
        for each in gone:
            here = words.placed.address
            if each.holds(period.wordings, reference.targets) and not each.holds(period.wordings, (here,)):
                first = max(period.first, each.first)
                if _has_effect(known, here, first):
                    said = found_in(document, words, (reference.start, reference.end), _headline(each))
                    yield _finding(known, period, each, said, first), (str(here), str(each.address), each.why)


def _has_effect(known: KnownTime, address: Address, at: date) -> bool:
    force = known.effects.force(address, at)
    return force is not None and force.state in _HAS_EFFECT


def _headline(gone: Ended) -> str:
    return f"{gone.address.printed}, to which this refers, {gone.why}"


def _finding(known: KnownTime, period: Period, gone: Ended, said: Finding, first: date) -> Finding:
    """With its days, in the text of the period."""
    version = next(each for each in period.wordings.documents.values() if said.path == f"{each.id}.sec")
    last = gone.last if period.last is None or (gone.last is not None and gone.last < period.last) else period.last
    return structs.replace(
        said,
        path=known.text_path(period, version),
        label=f"of no effect from {printed_day(first)}",
        helps=("let this end on the same day, or say what holds from then on", *(f"see {ref}" for ref in gone.by)),
        days=((first, last),),
    )


RULE = TimeRule("reference-not-in-effect", Severity.ERROR, find)

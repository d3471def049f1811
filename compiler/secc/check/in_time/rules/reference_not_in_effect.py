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
from dataclasses import dataclass
from datetime import date, timedelta

from msgspec import structs

from secc.amending.version import DocumentVersion
from secc.check.in_time.ended import Ended, ended
from secc.check.in_time.known import KnownTime, Period
from secc.check.in_time.rule import TimeRule
from secc.check.rule import Finding, found_in
from secc.diagnostics import Severity
from secc.ids import Address
from secc.resolve.model import Link
from secc.timeline.dates import printed_day
from secc.timeline.force_model import State as Standing

_HAS_EFFECT = (Standing.IN_EFFECT, Standing.IN_PART, Standing.DIFFERS)


@dataclass(frozen=True, slots=True)
class _Reference:
    """A link in a text, and the finding that it would be."""

    here: Address
    targets: tuple[Address, ...]
    found: Finding


def find(known: KnownTime) -> Iterator[Finding]:
    """Every such reference, with the days on which it is one, each once."""
    every = ended(known)
    read: dict[str, list[_Reference]] = {}
    found: dict[tuple[str, str, str], Finding] = {}
    for period in known.periods if every else ():
        for gone in every:
            if not gone.touches(period):
                continue
            for version in _mentioning(period, gone):
                if version.text_key not in read:
                    read[version.text_key] = list(_references(known, period, version))
                for each in read[version.text_key]:
                    first = max(period.first, gone.first)
                    if gone.is_meant(period.wordings, each.here, each.targets) and _has_effect(known, each.here, first):
                        key = (str(each.here), gone.identity, gone.why)
                        new = _finding(known, period, gone, each.found, version)
                        found[key] = _joined(found[key], new) if key in found else new
    yield from found.values()


def _mentioning(period: Period, gone: Ended) -> Iterator[DocumentVersion]:
    """The texts that may refer to it: its own document, and those that name it."""
    name = gone.address.path[0] if gone.address.path else gone.address.document.label
    for version in period.wordings.documents.values():
        if version.id == gone.address.document or name in version.text:
            yield version


def _references(known: KnownTime, period: Period, version: DocumentVersion) -> Iterator[_Reference]:
    state = known.state(period.wordings)
    document = state.bind(next(each for each in state.documents if each.id == version.id))
    for words in document.words:
        for reference in words.references:
            if isinstance(reference, Link):
                found = found_in(document, words, (reference.start, reference.end), "")
                yield _Reference(words.placed.address, reference.targets, found)


def _has_effect(known: KnownTime, address: Address, at: date) -> bool:
    force = known.effects.force(address, at)
    return force is not None and force.state in _HAS_EFFECT


def _finding(known: KnownTime, period: Period, gone: Ended, said: Finding, version: DocumentVersion) -> Finding:
    """With its days, in the text of the period."""
    first = max(period.first, gone.first)
    last = gone.last if period.last is None or (gone.last is not None and gone.last < period.last) else period.last
    return structs.replace(
        said,
        path=known.text_path(period, version),
        headline=f"{gone.address.printed}, to which this refers, {gone.why}",
        label=f"of no effect from {printed_day(first)}",
        helps=("let this end on the same day, or say what holds from then on", *(f"see {ref}" for ref in gone.by)),
        days=((first, last),),
    )


def _joined(found: Finding, new: Finding) -> Finding:
    """One for both, where the days of the second follow those of the first."""
    (first, last), (start, end) = found.days[-1], new.days[0]
    if last is not None and last + timedelta(days=1) == start:
        return structs.replace(found, days=(*found.days[:-1], (first, end)))
    return structs.replace(found, days=(*found.days, (start, end)))


RULE = TimeRule("reference-not-in-effect", Severity.ERROR, find)

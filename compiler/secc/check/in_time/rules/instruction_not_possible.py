"""An operation that cannot be carried out exactly once, in some state of the Code.

## What it finds

The words that it replaces are not there, or stand there twice; the provision that it names is not part of the text on
that day; it says no place; it takes a number that is taken. What is said of the effect of a provision that the Code
never had, or of a range that has not both ends, is found too; and what an operation says without anything coming of it:
until when a cancellation is to last, or for whom words are to stand in the text, which is the same for everybody; and
what extends an end that there is not, resumes what is not suspended, or cancels for those for whom nothing is.
Drafts and consultations are tried on the text on which they will fall.

## Why

What cannot be carried out exactly once means nothing, or one of several things, and whoever consolidates the text has
to guess.

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
made: 2020-02-01

1 in Section A1.1, for "a list" substitute "a book"
```

## Right

```sec instruments/2020-02-01-change.sec
modification 2020-02-01-change: The register becomes a book
made: 2020-02-01

1 in Section A1.1, for "a register" substitute "a book"
```

## How to mend it

Draft against the text of the day from which the operation has effect: `secc show ADDRESS --as-at DATE` prints it. What
an instrument of the past did not achieve is put right by an erratum, not by editing the instrument.
"""

from collections.abc import Iterator
from datetime import date
from itertools import chain

from secc.amending.refusal import Refusal
from secc.check.in_time.known import KnownTime
from secc.check.in_time.located import located
from secc.check.in_time.rule import TimeRule
from secc.check.rule import Finding
from secc.diagnostics import Severity
from secc.instruments import faults
from secc.instruments.model import Instrument, Vary, Wording
from secc.instruments.when import OperationRef
from secc.timeline.dates import printed_day
from secc.timeline.instrument_faults import in_vain
from secc.timeline.replay import Step, Wordings, live
from secc.timeline.vain import cancelled_for_nobody, extended_in_vain, resumed_in_vain
from secc.timeline.value import NeverComes

_NO_PLACE = (faults.NO_PLACE_FOR_WORDS.headline, faults.NO_PLACE_FOR_TEXT.headline)


def find(known: KnownTime) -> Iterator[Finding]:
    """Every operation that is refused, once."""
    yield from known.unread(*_NO_PLACE)
    told: set[OperationRef] = set()
    for ref, refusal, day in _refused(known):
        if ref.number and ref not in told:
            told.add(ref)
            yield _finding(known, ref, refusal, day)
    yield from _unnumbered(known)
    yield from known.told(in_vain(known.timeline.instruments), lambda fault: fault.help)
    said = (located(known), known.effects.records)
    vain = (extended_in_vain(*said), resumed_in_vain(*said), cancelled_for_nobody(known.learned))
    yield from known.told(chain.from_iterable(vain), lambda fault: fault.help)
    for each in known.effects.unnamed if known.effects.records else ():
        if each.ref not in told:
            told.add(each.ref)
            yield known.finding(each.ref, each.words, each.advice)


def _refused(known: KnownTime) -> Iterator[tuple[OperationRef, Refusal, date | None]]:
    """The operations refused, with the day on which they were to have effect."""
    for period in known.periods:
        for ref, refusal in period.wordings.refused.items():
            yield ref, refusal, period.first
    for each in known.timeline.occurrences():
        if isinstance(each.action, Vary) and not isinstance(each.starts, NeverComes):
            step = Step(each.ref, each.action.as_if, each.day or date.max)
            yield from _tried(known, step, each.day)
        elif isinstance(each.action, Wording) and each.day is None and not isinstance(each.starts, NeverComes):
            yield from _tried(known, Step(each.ref, each.action, date.max), None)
    for instrument in known.in_flight:
        refused = known.with_all(instrument).refused
        days = {step.ref: step.day for step in known.steps(instrument)}
        for ref in days.keys() & refused.keys():
            yield ref, refused[ref], None if days[ref] == date.max else days[ref]


def _tried(known: KnownTime, step: Step, day: date | None) -> Iterator[tuple[OperationRef, Refusal, date | None]]:
    """An operation that is not in the replay, tried on the text of its day."""
    before = live(known.timeline.steps(), step.day)
    refused = known.timeline.after([*before, step]).refused
    if step.ref in refused and step.ref not in known.timeline.after(before).refused:
        yield step.ref, refused[step.ref], day


def _unnumbered(known: KnownTime) -> Iterator[Finding]:
    """Operations without numbers, which only their places tell apart."""
    for found in known.opened.found:
        instrument = found.instrument
        if all(each.number for each in instrument.operations) or not instrument.operations:
            continue
        for place, refusal in _tried_by_place(known, instrument):
            operation = instrument.operations[place]
            if not operation.number:
                helps = (refusal.advice,)
                yield Finding(found.source.path, operation.span, refusal.words, _LABEL, instrument.name, helps)


def _tried_by_place(known: KnownTime, instrument: Instrument) -> Iterator[tuple[int, Refusal]]:
    """Its operations carried out as if they were numbered as they stand."""
    own = known.steps(instrument)
    day = max((step.day for step in own), default=date.max)
    others = [step for step in live(known.timeline.steps(), day) if step.ref.instrument != instrument.name]
    wording = {id(step.action) for step in own}
    numbered = [
        Step(OperationRef(instrument.name, f"at {place}"), each.action, day)  # type: ignore[arg-type]  # one of `wording`
        for place, each in enumerate(instrument.operations)
        if id(each.action) in wording
    ]
    refused: Wordings = known.timeline.after([*others, *numbered])
    for ref, refusal in refused.refused.items():
        if ref.instrument == instrument.name:
            yield int(ref.number.removeprefix("at ")), refusal


_LABEL = "cannot be carried out"


def _finding(known: KnownTime, ref: OperationRef, refusal: Refusal, day: date | None) -> Finding:
    path, span = known.place(ref)
    label = f"{_LABEL} on {printed_day(day)}" if day is not None else _LABEL
    return Finding(path, span, refusal.words, label, str(ref), (refusal.advice,))


RULE = TimeRule("instruction-not-possible", Severity.ERROR, find)

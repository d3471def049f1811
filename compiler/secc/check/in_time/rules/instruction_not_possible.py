"""An operation that cannot be carried out exactly once, in some state of the Code.

## What it finds

The words that it replaces are not there, or stand there twice; the provision that it names is not part of the text on
that day; it says no place; it takes a number that is taken. What is said of the effect of a provision that the Code
never had, or of a range that has not both ends, is found too; and what an operation says without anything coming of it:
until when a cancellation is to last, or for whom words are to stand in the text, which is the same for everybody; and
what extends an end that there is not, resumes what is not suspended, or cancels for those for whom nothing is.
A variation that can be carried out on its first day, and cannot be once its words are amended, is found where they are.
Drafts and consultations are tried on the text on which they will fall, in what they do to effect as well; a variation,
on that with the others that hold then. What amended a provision that was there for a time lapses with it, and is not
found.

## Why

What cannot be carried out exactly once means nothing, or one of several things, and whoever consolidates the text has
to guess. A variation of words that are amended has no effect any more, which nobody may have meant.

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
from secc.check.in_time.lost_variations import LostVariation, lost_variations
from secc.check.in_time.refused import refused
from secc.check.in_time.rule import TimeRule
from secc.check.rule import Finding
from secc.diagnostics import Related, Severity
from secc.instruments import faults
from secc.instruments.model import Extend, Instrument, Resume
from secc.instruments.when import OperationRef
from secc.timeline.dates import printed_day
from secc.timeline.effect import Effects
from secc.timeline.instrument_faults import Fault, in_vain
from secc.timeline.replay import Step, live
from secc.timeline.timeline import EVERYTHING, asking
from secc.timeline.unnamed import unnamed
from secc.timeline.vain import cancelled_for_nobody, extended_in_vain, resumed_in_vain

_NO_PLACE = (faults.NO_PLACE_FOR_WORDS.headline, faults.NO_PLACE_FOR_TEXT.headline)


def find(known: KnownTime) -> Iterator[Finding]:
    """Every operation that is refused, once."""
    yield from known.unread(*_NO_PLACE)
    told: set[OperationRef] = set()
    for ref, refusal, day in refused(known):
        if ref.number and ref not in told:
            told.add(ref)
            yield _finding(known, ref, refusal, day)
    yield from (_lost(known, each) for each in lost_variations(known) if each.variation not in told)
    yield from _unnumbered(known)
    on_effect = (_of_proposal(known, each) for each in known.in_flight)
    yield from known.told(
        chain(in_vain(known.timeline.instruments), _of_law(known), *on_effect), lambda each: each.help
    )


def _of_law(known: KnownTime) -> Iterator[Fault]:
    """What operations on effect that are law name or do in vain."""
    yield from _in_vain(known.effects)
    yield from cancelled_for_nobody(known.learned)
    yield from unnamed(known.timeline, EVERYTHING, known.timeline.by_name, known.today)


def _of_proposal(known: KnownTime, instrument: Instrument) -> Iterator[Fault]:
    """What those of an instrument that is not law would, if it were."""
    asked = asking(include=(instrument.name,))
    found = [*cancelled_for_nobody(known.timeline.known(asked))]
    if any(isinstance(each.action, Extend | Resume) for each in instrument.operations):
        found += _in_vain(Effects(known.timeline, asked))
    yield from (each for each in found if each.ref.instrument == instrument.name)
    yield from unnamed(known.timeline, asked, (instrument.name,), known.today)


def _in_vain(effects: Effects) -> Iterator[Fault]:
    located = effects.last_located()
    yield from extended_in_vain(located, effects.records)
    yield from resumed_in_vain(located, effects.records)


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
    found = known.timeline.after([*others, *numbered]).refused
    for ref, refusal in found.items():
        if ref.instrument == instrument.name:
            yield int(ref.number.removeprefix("at ")), refusal


_LABEL = "cannot be carried out"


def _finding(known: KnownTime, ref: OperationRef, refusal: Refusal, day: date | None) -> Finding:
    path, span = known.place(ref)
    label = f"{_LABEL} on {printed_day(day)}" if day is not None else _LABEL
    return Finding(path, span, refusal.words, label, str(ref), (refusal.advice,))


def _lost(known: KnownTime, found: LostVariation) -> Finding:
    path, span = known.place(found.by)
    headline = f"with this, {found.variation} cannot be carried out any more: {found.refusal.words}"
    since = f" from {printed_day(found.day)}" if found.day is not None else ""
    advice = f"cancel {found.variation}{since}, or vary what is there then"
    related = (Related(*known.place(found.variation), "the variation"),)
    label = f"the variation has no effect{since}"
    return Finding(path, span, headline, label, str(found.by), (advice,), related=related)


RULE = TimeRule("instruction-not-possible", Severity.ERROR, find)

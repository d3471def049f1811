"""A definition changes, and with it what provisions elsewhere mean.

## What it finds

An operation that changes the words of a definition, in an instrument that has effect today or later or is not law yet:
the provisions in other documents that use the term, up to ten of them and how many more.

## Why

Who changes a definition has read the definition. Whether the change is right in each place that uses the term is
another question, and those who answer for these places are seldom asked.

## Wrong

```sec instruments/2020-01-01-first/instrument.sec
designation 2020-01-01-first: Designation of the Code
made: 2020-01-01

1 designate Section A as version 1.0, in the form set out at annexes/section-A.sec
2 designate Section B as version 1.0, in the form set out at annexes/section-B.sec
```

```sec instruments/2020-01-01-first/annexes/section-A.sec
section A: Definitions

# A1 Definitions

A1.1 In this Code:

  define "Register" means the book of that name.
```

```sec instruments/2020-01-01-first/annexes/section-B.sec
section B: Register

# B1 Register

B1.1 The operator shall keep the Register.
```

```sec instruments/2999-02-01-change.sec
modification 2999-02-01-change: The Register is no longer a book
made: 2020-02-01
from: 2999-02-01

1 in Section A1.1, in the definition of "Register", for "book" substitute "list"
```

## Right

```sec instruments/2999-02-01-change.sec
modification 2999-02-01-change: The Register is no longer a book
made: 2020-02-01
from: 2999-02-01

// allow meaning-drift: read B1.1, which is right for a list too
1 in Section A1.1, in the definition of "Register", for "book" substitute "list"
```

## How to mend it

Read each of the places. Where they are right, say so above the operation: `// allow meaning-drift: …`.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from secc.check.in_time.known import KnownTime
from secc.check.in_time.rule import TimeRule
from secc.check.rule import Finding
from secc.diagnostics import Severity
from secc.ids import Address
from secc.instruments.model import Instrument, RenameTerm, SubstituteHeading
from secc.resolve.model import ResolvedDocument, Term
from secc.resolve.surveyed import Surveyed
from secc.timeline.histories import addresses_of
from secc.timeline.replay import Step, Wordings

_SHOWN = 10


def find(known: KnownTime) -> Iterator[Finding]:
    """Every change of a definition that is still to have effect, and reaches other documents."""
    told: set[tuple[str, str]] = set()
    for instrument in known.timeline.instruments:
        steps = [step for step in known.steps(instrument) if step.day >= known.today]
        changed = {step: _definitions(step) for step in steps}
        if not any(changed.values()):
            continue
        wordings = known.with_all(instrument)
        for step, definitions in changed.items():
            for definition in definitions:
                key = (instrument.name, str(definition))
                if key not in told and _is_there(known, instrument, definition):
                    told.add(key)
                    yield from _reached(known, step, definition, wordings)


def _definitions(step: Step) -> tuple[Address, ...]:
    """The definitions of whose words an operation changes some."""
    if isinstance(step.action, RenameTerm | SubstituteHeading):
        return ()
    found = []
    for address in addresses_of(step.action):
        place = next((place for place, each in enumerate(address.path) if each.startswith('"')), None)
        if place is not None:
            found.append(Address(address.document, address.path[: place + 1]))
    return tuple(found)


def _is_there(known: KnownTime, instrument: Instrument, definition: Address) -> bool:
    """Whether it is changed rather than brought."""
    first = known.first_day(definition)
    last = min((step.day for step in known.steps(instrument)), default=date.max)
    return first is not None and first < last


def _reached(known: KnownTime, step: Step, definition: Address, wordings: Wordings) -> Iterator[Finding]:
    state = known.state(wordings)
    terms = {number: term for number, term in enumerate(state.terms) if term.address == definition}
    places = [
        place
        for surveyed in state.documents
        if surveyed.id != definition.document and _may_use(surveyed, terms.values())
        for place in _uses(state.bind(surveyed), terms)
    ]
    if not places:
        return
    shown = ", ".join(places[:_SHOWN]) + (f" and {len(places) - _SHOWN} more" if len(places) > _SHOWN else "")
    count = f"{len(places)} provision{'' if len(places) == 1 else 's'} in other documents"
    headline = f"{definition.printed} changes, and with it the meaning of {count}"
    days = () if step.day == date.max else ((step.day, step.day),)
    helps = (f"read {shown}", "where they are right, write `// allow meaning-drift: why` above the operation")
    found = known.finding(step.ref, headline, *helps)
    yield Finding(found.path, found.span, found.headline, "", found.provision, found.helps, days=days)


def _may_use(surveyed: Surveyed, terms: Iterable[Term]) -> bool:
    text = " ".join(surveyed.loaded.source.text.split())
    return any(form in text for term in terms for form in term.forms)


def _uses(document: ResolvedDocument, terms: dict[int, Term]) -> list[str]:
    found = (words.placed.address.printed for words in document.words for use in words.uses if use.term in terms)
    return list(dict.fromkeys(found))


RULE = TimeRule("meaning-drift", Severity.WARNING, find)

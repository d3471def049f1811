"""A document re-designated after a term was renamed still uses the old term.

## What it finds

Where an instrument renames a term `in each Appendix when it is next re-designated`: an Appendix that was re-designated
after that, and whose new text uses the old term.

## Why

The plan changes no text, so nothing reminds whoever drafts the annex. The term it uses is then no longer defined.

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

```sec instruments/2020-02-01-rename/instrument.sec
modification 2020-02-01-rename: The list becomes a register
made: 2020-02-01

1 designate Appendix AB as version 1.0, in the form set out at annexes/appendix-AB.sec
2 rename "the list" as "the register" in each Appendix when it is next re-designated
```

```sec instruments/2020-02-01-rename/annexes/appendix-AB.sec
appendix AB: Forms

1 Whoever wants to see the list shall write to the operator.
```

```sec instruments/2020-03-01-forms/instrument.sec
direction 2020-03-01-forms: New forms
made: 2020-03-01

1 re-designate Appendix AB as version 2.0, in the form set out at annexes/appendix-AB.sec
```

```sec instruments/2020-03-01-forms/annexes/appendix-AB.sec
appendix AB: Forms

1 Whoever wants to see the list shall ask the operator.
```

## Right

```sec instruments/2020-03-01-forms/annexes/appendix-AB.sec
appendix AB: Forms

1 Whoever wants to see the register shall ask the operator.
```

## How to mend it

Rename the term in the annex, or in the document after it (`rename "…" as "…" in Appendix AB`). Where the old term is
meant, because it goes on for something else, say so above the operation: `// allow staged-rename-forgotten: …`.
"""

from collections.abc import Iterator
from datetime import date

from secc.amending.version import DocumentVersion
from secc.check.in_time.known import KnownTime
from secc.check.in_time.rule import TimeRule
from secc.check.rule import Finding
from secc.code.walk import prose_in
from secc.diagnostics import Severity
from secc.ids import Address, DocumentKind
from secc.instruments.model import Redesignate, StagedRename
from secc.timeline.dates import printed_day
from secc.timeline.occurrences import Occurrence


def find(known: KnownTime) -> Iterator[Finding]:
    """Every Appendix in which it was forgotten, at the operation that re-designated it."""
    occurrences = known.timeline.occurrences()
    for plan in occurrences:
        if isinstance(plan.action, StagedRename) and plan.day is not None:
            for each in occurrences:
                if _is_due(each, plan.day):
                    yield from _forgotten(known, plan, each)


def _is_due(each: Occurrence, since: date) -> bool:
    action = each.action
    return (
        isinstance(action, Redesignate)
        and action.document.kind is DocumentKind.APPENDIX
        and each.day is not None
        and each.day > since
    )


def _forgotten(known: KnownTime, plan: Occurrence, redesignated: Occurrence) -> Iterator[Finding]:
    rename, action, day = plan.action, redesignated.action, redesignated.day
    assert isinstance(rename, StagedRename)
    assert isinstance(action, Redesignate)
    period = known.period(day) if day is not None else None
    version = period.wordings.documents.get(action.document) if period is not None else None
    place = _uses(version, rename.old) if version is not None else None
    if place is not None and day is not None:
        headline = (
            f'{action.document.printed}, re-designated on {printed_day(day)}, still says "{rename.old}" '
            f"({place.printed})"
        )
        advice = f'write "{rename.new}" in the annex, as {plan.ref} has it'
        yield known.finding(redesignated.ref, headline, advice, also=((plan.ref, "the plan"),))


def _uses(version: DocumentVersion, term: str) -> Address | None:
    """The first provision that uses a term."""
    if term not in " ".join(version.text.split()):
        return None
    using = (each for each in version.blocks if any(term in prose.text for prose in prose_in(each.block)))
    return next((each.address for each in using), None)


RULE = TimeRule("staged-rename-forgotten", Severity.ERROR, find)

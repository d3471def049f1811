"""A document was replaced whole, and little but its number says that a provision is the one that bore it before.

## What it finds

Where a document is re-designated: provisions of the old text and the new that bear one number and hardly share words,
and which nobody has confirmed to be the same, or not.

## Why

History, blame and "what replaced this?" follow the provision and not the number. G7.16 meant one thing in January 2015
and another in September 2019.

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

```sec instruments/2020-02-01-forms/instrument.sec
direction 2020-02-01-forms: A new Section A
made: 2020-02-01

1 re-designate Section A as version 2.0, in the form set out at annexes/section-A.sec
```

```sec instruments/2020-02-01-forms/annexes/section-A.sec
section A: Register

# A1 Register

A1.1 Every Party pays its own costs.
```

## Right

```toml instruments/2020-02-01-forms/matches.toml
[[match]]
document = "section-A"
old = "section-A/A1.1"
new = ""
how = "the duty to keep a register was dropped; costs are new"
```

## How to mend it

Read both, and write the decision into `matches.toml` beside the annexes: a `[[match]]` with `document`, `old` (the
provision that was, as the message names it), `new` (its number in the new text, such as `A1.1`; empty where it is
gone) and `how` (who decided, and why).
"""

from collections.abc import Iterator
from datetime import timedelta

from secc.amending.version import DocumentVersion
from secc.check.in_time.known import KnownTime
from secc.check.in_time.rule import TimeRule
from secc.check.rule import Finding
from secc.compare import Certainty, Match, match
from secc.diagnostics import Severity
from secc.ids import Address
from secc.instruments.model import Redesignate
from secc.instruments.when import OperationRef
from secc.timeline.histories import words_of
from secc.timeline.inheriting import FILE, Confirmed, confirmed_in
from secc.timeline.two_steps import is_vacant

_SHOWN = 3


def find(known: KnownTime) -> Iterator[Finding]:
    """Every re-designation with matches in doubt."""
    for each in known.timeline.wording():
        if not isinstance(each.action, Redesignate) or each.day is None:
            continue
        doubtful = list(_doubtful(known, each.ref, each.action))
        if doubtful:
            shown = "; ".join(_told(old, found) for old, found in doubtful[:_SHOWN])
            more = f"; and {len(doubtful) - _SHOWN} more" if len(doubtful) > _SHOWN else ""
            headline = f"little but the number says which provision is which in {each.action.document.printed}: {shown}"
            yield known.finding(
                each.ref, headline + more, f"decide in {FILE} beside the annexes: secc explain tells how"
            )


def _doubtful(known: KnownTime, ref: OperationRef, action: Redesignate) -> Iterator[tuple[str, Match]]:
    """The old identities with their matches, but for those that were confirmed."""
    day = next(step.day for step in known.timeline.steps() if step.ref == ref)
    before, after = known.period(day - timedelta(days=1)), known.period(day)
    if before is None or after is None or action.document not in before.wordings.documents:
        return
    old, new = before.wordings.documents[action.document], after.wordings.documents[action.document]
    confirmed = _confirmed(known, ref.instrument, str(action.document))
    decided, taken = {each.identity for each in confirmed}, {each.local for each in confirmed}
    for found in match((old.document,), (new.document,)):
        if found.certainty is not Certainty.NUMBER or found.before is None or found.after is None:
            continue
        identity = old.identities.get(found.before.path)
        open_ = identity is not None and identity not in decided and found.after.local not in taken
        if identity is not None and open_ and not _is_vacant(old, found.before) and not _is_vacant(new, found.after):
            yield identity, found


def _is_vacant(version: DocumentVersion, address: Address) -> bool:
    """Whether nothing but a number stands there, or the whole document is meant: nobody can mistake these."""
    if address.path not in version.by_path:
        return True
    return is_vacant(" ".join(words_of(version, address.path)))


def _confirmed(known: KnownTime, name: str, document: str) -> list[Confirmed]:
    place = known.opened.file(name).beside(FILE)
    if place is None or not known.opened.tree.has(place):
        return []
    read = confirmed_in(known.opened.tree.read(place), name)
    return [each for each in read if each.document == document]


def _told(identity: str, found: Match) -> str:
    assert found.after is not None
    return f"{identity} and {found.after.local}"


RULE = TimeRule("doubtful-match", Severity.WARNING, find)

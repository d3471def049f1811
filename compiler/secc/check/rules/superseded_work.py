"""A work outside the Code that has been superseded or withdrawn.

## What it finds

A standard, RFC, Act or other work that the register, standards.toml, says is superseded or withdrawn: "RFC 3280", in
whose place RFC 5280 stands since May 2008. Where code.toml says as at which date the Code stands, a work that was still
current on that date is left alone; where it does not say so, every work that is no longer current is found. A standard
that is cited without the year of its edition is the edition that is current. Nothing is found where the words beside
the work say what is meant:

- as it stood: "FIPS 140-2 as it stood on 24 April 2015", "the Data Protection Act 1998 before its repeal";
- whatever has taken its place: "ISO/IEC 27001:2013 or any standard that replaces it";
- what was there before: "RFC 5280, which replaced RFC 3280".

## Why

A duty to comply with a withdrawn standard is a duty to do what nobody can any longer be certified for, and the faults
for which the standard was replaced stay in the system.

## Wrong

```sec
section G: Security

# G1 Certificates

G1.1 The operator shall ensure that each certificate complies with RFC 3280.
```

```toml standards.toml
[[work]]
title = "Internet X.509 Public Key Infrastructure Certificate and Certificate Revocation List (CRL) Profile"
kind = "rfc"
number = "RFC 3280"
status = "superseded"
since = "2008-05"
superseded-by = ["RFC 5280"]
```

## Right

```sec
section G: Security

# G1 Certificates

G1.1 The operator shall ensure that each certificate complies with RFC 3280 or any standard that replaces it.
```

```toml standards.toml
[[work]]
title = "Internet X.509 Public Key Infrastructure Certificate and Certificate Revocation List (CRL) Profile"
kind = "rfc"
number = "RFC 3280"
status = "superseded"
since = "2008-05"
superseded-by = ["RFC 5280"]
```

## How to mend it

Cite the work that has taken its place, or say that the old one is meant, as it stood on a date.
"""

from collections.abc import Iterator

from secc.check.known import Known
from secc.check.patterns_works import AS_IT_STOOD, REPLACED_BEFORE
from secc.check.rule import DocumentRule, Finding, found_in
from secc.check.works import CitedWork, cited_works, mentioned_works, registered
from secc.code.standards import Register, RegisteredWork, WorkStatus
from secc.diagnostics import Severity
from secc.resolve.model import ResolvedDocument


def find(known: Known, document: ResolvedDocument) -> Iterator[Finding]:
    """Every work that is not current on the date of the Code and is not cited as an old one."""
    for cited, work in _outdated(known, document):
        text = cited.words.prose.text
        earlier = REPLACED_BEFORE.search(text, max(0, cited.start - 40), cited.start)
        if earlier is None and not AS_IT_STOOD.match(text, cited.end):
            yield _finding(known, document, cited, work)


def _outdated(known: Known, document: ResolvedDocument) -> Iterator[tuple[CitedWork, RegisteredWork]]:
    """The works that are cited; asked is only of those whose day comes, or has come."""
    ending = tuple(work for work in known.register.works if work.status is not WorkStatus.CURRENT)
    if not ending:
        return
    for cited in cited_works(document):
        work = registered(known.register, cited)
        if (
            work is not None
            and work in ending
            and known.is_outdated(work)
            and not known.defines(cited.name, cited.words.placed)
        ):
            yield cited, work
    yield from (each for each in mentioned_works(document, ending, known) if known.is_outdated(each[1]))


def _finding(known: Known, document: ResolvedDocument, cited: CitedWork, work: RegisteredWork) -> Finding:
    by = f" by {_listed(known.register, work.superseded_by)}" if work.superseded_by else ""
    since = f" in {_month(work.since)}" if work.since else ""
    current = _current(known, work)
    instead = f"cite {_listed(known.register, current)}" if current else "cite a work that is current"
    return found_in(
        document,
        cited.words,
        cited.stretch,
        f"{work.in_words} was {work.status}{by}{since}",
        label="no longer current",
        helps=(instead, f'say so if the old one is meant: "{cited.name} as it stood on …"'),
    )


def _current(known: Known, work: RegisteredWork) -> tuple[str, ...]:
    """What stands in the place of a work: its successors, or theirs where those are no longer current either."""
    found: dict[str, None] = {}
    left, seen = list(work.superseded_by), {work.called}
    while left:
        name = left.pop(0)
        successor = known.register.find(name)
        if successor is None or not known.is_outdated(successor):
            found[name] = None
        elif name not in seen:
            left += successor.superseded_by
        seen.add(name)
    return tuple(found)


def _listed(register: Register, names: tuple[str, ...]) -> str:
    *others, last = [work.in_words if (work := register.find(name)) else name for name in names]
    return f"{', '.join(others)} and {last}" if others else last


_MONTHS = tuple("January February March April May June July August September October November December".split(" "))


def _month(since: str) -> str:
    """An ISO date to the month, as a reader writes it: May 2008; the year alone where it says no more."""
    year, *rest = since.split("-")
    return f"{_MONTHS[int(rest[0]) - 1]} {year}" if rest else year


RULE = DocumentRule("superseded-work", Severity.WARNING, find)

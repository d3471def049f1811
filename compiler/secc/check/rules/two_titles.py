"""One work outside the Code that a document cites under two titles.

## What it finds

Two names in one document for what the register, standards.toml, has as one work: "the Network and Information Systems
Regulations 2018" in one clause and "S.I. 2018/506" in another. A short name that is a defined term is left alone, and
so is a standard with the year of its edition here and without it there: those do not mean the same.

## Why

A reader who meets a second name looks for a second work. When the work is replaced, a search for one name misses the
other.

## Wrong

```sec
section G: Security

# G1 Incidents

G1.1 The operator shall report incidents as the Network and Information Systems Regulations 2018 require.

G1.2 The operator shall keep the records that S.I. 2018/506 requires.
```

```toml standards.toml
[[work]]
title = "Network and Information Systems Regulations 2018"
kind = "regulations"
number = "S.I. 2018/506"
```

## Right

```sec
section G: Security

# G1 Incidents

G1.1 The operator shall report incidents as the Network and Information Systems Regulations 2018 require.

G1.2 The operator shall keep the records that the Network and Information Systems Regulations 2018 require.
```

```toml standards.toml
[[work]]
title = "Network and Information Systems Regulations 2018"
kind = "regulations"
number = "S.I. 2018/506"
```

## How to mend it

Use one of the two names, or define a short name and use that.
"""

from collections.abc import Iterator

from secc.check.known import Known
from secc.check.rule import DocumentRule, Finding, found_in
from secc.check.works import CitedWork, cited_works, mentioned_works, registered
from secc.code.standards import RegisteredWork, plain
from secc.diagnostics import Related, Severity
from secc.resolve.model import ResolvedDocument


def find(known: Known, document: ResolvedDocument) -> Iterator[Finding]:
    """The first citation of each work under each name but the one that it is first cited by."""
    named: dict[str, dict[str, CitedWork]] = {}
    for cited, work in _works(known, document):
        names = named.setdefault(work.called, {})
        name = _counted(known, cited, work)
        if name not in names:
            names[name] = cited
            if len(names) > 1:
                yield _finding(document, cited, work, next(iter(names.values())))


def _works(known: Known, document: ResolvedDocument) -> Iterator[tuple[CitedWork, RegisteredWork]]:
    """What a document cites by a name that is no defined term, in the order of the page, each place once."""
    if not known.register.works:
        return
    found = [(cited, registered(known.register, cited)) for cited in cited_works(document)]
    found += mentioned_works(document, known.register.works, known)
    places: dict[int, tuple[CitedWork, RegisteredWork]] = {}
    for cited, work in found:
        if work is not None and not known.defines(cited.name, cited.words.placed):
            places.setdefault(cited.words.prose.span(*cited.stretch).start, (cited, work))
    yield from (places[place] for place in sorted(places))


def _counted(known: Known, cited: CitedWork, work: RegisteredWork) -> str:
    """The name by which a citation counts: of a standard without the year; a title as the register has it."""
    said = plain(cited.name) if known.register.find(cited.name) else plain(work.title)
    return said.partition(":")[0] if work.edition_of else said


def _finding(document: ResolvedDocument, cited: CitedWork, work: RegisteredWork, first: CitedWork) -> Finding:
    path, span = document.loaded.source.path, first.words.prose.span(*first.stretch)
    return found_in(
        document,
        cited.words,
        cited.stretch,
        f'"{cited.name}" is the work that is cited as "{first.name}" before',
        label="one work under two names",
        helps=(f"write {work.in_words} in both places, or define a short name for it",),
        related=(Related(path, span, f'it is cited as "{first.name}" in {first.words.placed.address.printed}'),),
    )


RULE = DocumentRule("two-titles", Severity.WARNING, find)

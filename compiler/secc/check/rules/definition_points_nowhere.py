"""A definition that points to a provision which does not define the term.

## What it finds

"has the meaning given to that expression in Section H2.1", where Section H2.1 does not introduce the term; and the
same of a document by its name.

## Why

The term has no meaning. Usually the provision was renumbered, or its words (the "…") were lost when it was redrafted.

## Wrong

```sec
section A: Definitions and Interpretation

# A1 Definitions

A1.1 In this Code:

  define "Register" has the meaning given to that expression in Section A1.2.

A1.2 The operator shall keep a list of participants.

A1.3 The operator shall publish the Register.
```

## Right

```sec
section A: Definitions and Interpretation

# A1 Definitions

A1.1 In this Code:

  define "Register" has the meaning given to that expression in Section A1.2.

A1.2 The operator shall keep a list of participants (the "Register").

A1.3 The operator shall publish the Register.
```

## How to mend it

Write the number of the provision that gives the meaning, or give it there: (the "Register").
"""

from collections.abc import Iterator

from secc.check.known import Known
from secc.check.patterns_terms import POINTS
from secc.check.rule import DocumentRule, Finding, found_in
from secc.check.terms import words_of
from secc.diagnostics import Severity
from secc.resolve.model import Link, ResolvedDocument, Words


def find(known: Known, document: ResolvedDocument) -> Iterator[Finding]:
    """Every definition that points to a place of the Code where its term is not introduced."""
    for number in known.terms_in.get(document.loaded.document.id, ()):
        term = known.code.terms[number]
        if term.in_prose or term.given is not None or not term.name[0].isupper():
            continue
        words = words_of(document, term)
        points = POINTS.search(words.prose.text, term.prose.end)
        place = _place(known, words, points.end()) if points is not None else None
        if place is None:
            continue
        elsewhere = _elsewhere(known, term.names, number)
        yield found_in(
            document,
            words,
            place[1],
            f'"{term.name}" is not defined in {place[0]}',
            label="gives no such meaning",
            helps=(
                *((f"did you mean {elsewhere}?",) if elsewhere else ()),
                f'write where the meaning is given, or give it there: (the "{term.name}")',
            ),
        )


def _place(known: Known, words: Words, start: int) -> tuple[str, tuple[int, int]] | None:
    """The provision or document of the Code that begins there, and its stretch; None for any other work."""
    link = next((each for each in words.references if each.start == start and isinstance(each, Link)), None)
    if link is not None:
        return link.targets[0].printed, (link.start, link.end)
    named = known.document_named_at(words.prose.text, start)
    return (named[0].printed, (start, start + len(named[1]))) if named is not None else None


def _elsewhere(known: Known, names: tuple[str, ...], number: int) -> str:
    """Where another definition introduces one of the names; empty where none does."""
    others = (each for name in names for each in known.terms_by_name[name] if each is not known.code.terms[number])
    return next((each.address.printed for each in others), "")


RULE = DocumentRule("definition-points-nowhere", Severity.ERROR, find)

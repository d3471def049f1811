"""A second name of a term that is never used.

## What it finds

"LN" in `define "Long Name" or "LN"`, where no provision writes LN. A term none of whose names is used is another
rule's.

## Why

A name that is never used only makes the definition longer, and may collide with a later one. Often the Code uses
another abbreviation instead.

## Wrong

```sec
section A: Definitions and Interpretation

# A1 Definitions

A1.1 In this Code:

  define "Delivery Plan" or "DPN" means the plan of deliveries.

A1.2 The operator shall publish the Delivery Plan.
```

## Right

```sec
section A: Definitions and Interpretation

# A1 Definitions

A1.1 In this Code:

  define "Delivery Plan" or "DPN" means the plan of deliveries.

A1.2 The operator shall publish the Delivery Plan, and shall review the DPN each year.
```

## How to mend it

Take the name out of the definition, or use it. A name on which documents outside the Code rely is listed in code.toml
(`exported-terms`).
"""

from collections.abc import Iterator, Sequence, Set

from secc.check.known import Known
from secc.check.rule import CodeRule, Fact, Finding
from secc.check.terms import holder
from secc.diagnostics import Severity
from secc.resolve.model import ResolvedDocument, Term
from secc.resolve.terms.forms import forms_of
from secc.source import Span


def find(known: Known, facts: Sequence[Fact]) -> Iterator[Finding]:
    """Every name but the first, where another of the term's names is used."""
    exported, titles = known.exported_terms, _document_names(known)
    said: dict[int, set[str]] = {}
    for fact in facts:
        said.setdefault(fact.term, set()).update(fact.words)
    for number, term in enumerate(known.code.terms):
        if len(term.names) < 2 or number not in said:
            continue
        for name in term.names[1:]:
            if name in exported or name in titles or not said[number].isdisjoint(forms_of((name,))):
                continue
            path, span = _introduced(known, term, name)
            yield Finding(
                path=path,
                span=span,
                headline=f'"{name}" is never used for {term.name}',
                label="not used",
                provision=holder(term).printed,
                helps=("take the name out, or use it",),
            )


def _introduced(known: Known, term: Term, name: str) -> tuple[str, Span]:
    """The file and the place in it where a term is given one of its names."""
    place = next((each for each in term.introductions if each.said == name), term.prose)
    return known.paths[place.document], Span(place.at, place.until)


def how_written(known: Known, document: ResolvedDocument) -> Iterator[Fact]:  # noqa: ARG001  # as every rule
    """How each term is written where a document uses it."""
    found: dict[int, set[str]] = {}
    for words in document.words:
        for use in words.uses:
            if use.term is not None:
                found.setdefault(use.term, set()).add(words.prose.text[use.start : use.end])
    yield from (Fact(number, words=tuple(sorted(said))) for number, said in sorted(found.items()))


def _document_names(known: Known) -> Set[str]:
    """The names by which documents are known: references to one are no uses of a term of its name."""
    return {name for each in known.code.heads for name in (each.known_as, each.title)}


RULE = CodeRule("unused-alias", Severity.WARNING, find, how_written)

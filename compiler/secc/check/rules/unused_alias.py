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

from collections.abc import Iterator, Mapping, Set

from secc.check.rule import CodeRule, Finding
from secc.check.terms import holder, place_of
from secc.diagnostics import Severity
from secc.resolve.model import ResolvedCode, Term
from secc.resolve.terms.forms import forms_of
from secc.source import Span


def find(code: ResolvedCode) -> Iterator[Finding]:
    """Every name but the first, where another of the term's names is used."""
    exported = frozenset(code.loaded.settings.exported_terms)
    said = _said(code)
    for number, term in enumerate(code.terms):
        if len(term.names) < 2 or number not in said:
            continue
        for name in term.names[1:]:
            if name in exported or _in_document_name(code, name) or not said[number].isdisjoint(forms_of((name,))):
                continue
            path, span = _introduced(code, term, name)
            yield Finding(
                path=path,
                span=span,
                headline=f'"{name}" is never used for {term.name}',
                label="not used",
                provision=holder(term).printed,
                helps=("take the name out, or use it",),
            )


def _introduced(code: ResolvedCode, term: Term, name: str) -> tuple[str, Span]:
    """The file and the place in it where a term is given one of its names."""
    documents = {each.loaded.document.id: each for each in code.documents}
    for place in term.introductions:
        document = documents[place.document]
        prose = document.words[place.ordinal].prose
        if prose.text[place.start : place.end] == name:
            return document.loaded.source.path, prose.span(place.start, place.end)
    return place_of(code, term)


def _said(code: ResolvedCode) -> Mapping[int, Set[str]]:
    """How each term is written where it is used."""
    found: dict[int, set[str]] = {}
    for document in code.documents:
        for words in document.words:
            for use in words.uses:
                if use.term is not None:
                    found.setdefault(use.term, set()).add(words.prose.text[use.start : use.end])
    return found


def _in_document_name(code: ResolvedCode, name: str) -> bool:
    """Whether a document is known by the name: references to it are no uses of the term."""
    documents = (each.loaded.document for each in code.documents)
    return any(name in (each.attribute("known-as"), each.title.text) for each in documents)


RULE = CodeRule("unused-alias", Severity.WARNING, find)

"""A definition that says what a term is by the term itself.

## What it finds

"Register" means a Register of participants; and rings of definitions, each of which says that its term is the next one:
"Participant" means a Member, "Member" means a Participant.

## Why

A ring of definitions says nothing. It comes from splitting a definition in two, or from replacing a word everywhere.

## Wrong

```sec
section A: Definitions and Interpretation

# A1 Definitions

A1.1 In this Code:

  define "Member" means a Participant that has paid.

  define "Participant" means a Member that has been admitted.

A1.2 The operator shall keep a list of each Member and each Participant.
```

## Right

```sec
section A: Definitions and Interpretation

# A1 Definitions

A1.1 In this Code:

  define "Member" means a Participant that has paid.

  define "Participant" means a person that has been admitted.

A1.2 The operator shall keep a list of each Member and each Participant.
```

## How to mend it

Say of one of the terms, in words that are not defined by the others, what it is.
"""

from collections.abc import Iterator, Mapping, Sequence

from secc.check.known import Known
from secc.check.patterns_terms import GOES_ON, IN_LAW, MEANS_A
from secc.check.rule import CodeRule, Fact, Finding
from secc.check.terms import holder, place_of, words_of
from secc.diagnostics import Related, Severity
from secc.resolve.model import ResolvedDocument, Term


def find(known: Known, facts: Sequence[Fact]) -> Iterator[Finding]:
    """Every ring of definitions, at the first of its terms."""
    said = {fact.term: fact.others[0] for fact in sorted(facts, key=lambda fact: fact.term)}
    reported: set[int] = set()
    for number in said:
        ring = _ring(said, number)
        if ring and reported.isdisjoint(ring):
            reported.update(ring)
            yield _finding(known, [known.code.terms[each] for each in ring])


def said_to_be(known: Known, document: ResolvedDocument) -> Iterator[Fact]:
    """The term that each term defined in a document is said to be: of "A means a B that …", B.

    "Authority" means the Authority established by section 1: that is its name, and no ring. "Register" means a Register
    of participants: that is no name.
    """
    for number in known.terms_in.get(document.loaded.id, ()):
        term = known.code.terms[number]
        if term.in_prose:
            continue
        words = words_of(document, term)
        means = MEANS_A.search(words.prose.text, term.prose.end)
        start = means.end() if means is not None else -1
        use = next((use for use in words.uses if use.start == start), None)
        if use is None or use.term is None or not term.name[0].isupper():
            continue
        named = IN_LAW if means is not None and means["one"] else GOES_ON
        if use.term != number or not named.match(words.prose.text, use.end):
            yield Fact(number, others=(use.term,))


def _ring(said: Mapping[int, int], start: int) -> list[int]:
    """The terms from one to itself again; none where they lead elsewhere."""
    ring = [start]
    while (following := said.get(ring[-1])) is not None:
        if following == start:
            return ring
        if following in ring:
            return []
        ring.append(following)
    return []


def _finding(known: Known, ring: list[Term]) -> Finding:
    path, span = place_of(known, ring[0])
    names = [f'"{term.name}"' for term in ring]
    related = [(term, place_of(known, term)) for term in ring[1:]]
    return Finding(
        path=path,
        span=span,
        headline=(
            f"{', '.join(names[:-1])} and {names[-1]} are defined by each other"
            if len(ring) > 1
            else f"{names[0]} is defined by itself"
        ),
        label="what is it?",
        provision=holder(ring[0]).printed,
        helps=("say of one of them what it is, in words that the others do not define",),
        related=tuple(Related(*place, f'"{term.name}" is defined here') for term, place in related),
    )


RULE = CodeRule("circular-definition", Severity.ERROR, find, said_to_be)

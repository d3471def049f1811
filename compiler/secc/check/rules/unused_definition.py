"""A term that is defined and never used.

## What it finds

A defined term that stands nowhere in its scope but in its own definition. Terms that other documents outside the Code
rely on are named in code.toml (`exported-terms`) and count as used.

## Why

It misleads: a reader looks for the rule in which the term matters. Often the rule was omitted, or uses the term under
another spelling.

## Wrong

```sec
section A: Definitions and Interpretation

# A1 Definitions

A1.1 In this Code:

  define "Register" means the register of participants.

A1.2 The operator shall keep a list of participants.
```

## Right

```sec
section A: Definitions and Interpretation

# A1 Definitions

A1.1 In this Code:

  define "Register" means the register of participants.

A1.2 The operator shall keep the Register.
```

## How to mend it

Use the term where it is meant, or take the definition out.
"""

from collections.abc import Iterator, Mapping, Sequence

from secc.check.known import Known
from secc.check.rule import CodeRule, Fact, Finding
from secc.check.terms import holder, place_of, words_of
from secc.diagnostics import Severity
from secc.ids import Address
from secc.resolve.model import Link, Outside, ResolvedDocument, Term, Words
from secc.resolve.terms.scope import inside


def find(known: Known, facts: Sequence[Fact]) -> Iterator[Finding]:
    """Every term without a use outside its own definition."""
    terms = known.code.terms
    used = {fact.term for fact in facts if not fact.targets}
    points = {fact.term: fact.targets for fact in facts if fact.targets}
    twice = frozenset((name, terms[number].within) for number in used for name in terms[number].names)
    for number, term in enumerate(terms):
        again = any((name, term.within) in twice for name in term.names)  # defined twice: another rule's finding
        if number in used or again or known.exported_terms.intersection(term.names):
            continue
        if not _points(known, number, points):
            yield _finding(known, term)


def used_or_pointing(known: Known, document: ResolvedDocument) -> Iterator[Fact]:
    """The terms with a use that does not stand in their own definition, and where definitions point."""
    used = {
        number
        for words in document.words
        for number in _used_in(words, known)
        if not _own(known.code.terms[number], words.placed.address)
    }
    yield from map(Fact, sorted(used))
    for number in known.terms_in.get(document.loaded.id, ()):
        references = words_of(document, known.code.terms[number]).references
        targets = [target for each in references if isinstance(each, Link) for target in each.targets]
        if targets:
            yield Fact(number, targets=tuple(targets))


def _used_in(words: Words, known: Known) -> Iterator[int]:
    """The terms that a prose uses, in words or as the name of a work outside: "section 6 of the Electricity Act"."""
    yield from (use.term for use in words.uses if use.term is not None)
    for reference in words.references:
        for number in known.numbers_by_name.get(reference.work, ()) if isinstance(reference, Outside) else ():
            within = known.code.terms[number].within
            if within is None or inside(words.placed, within):
                yield number


def _points(known: Known, number: int, points: Mapping[int, Sequence[Address]]) -> bool:
    """Whether a definition only points to the provision that defines the term for its own Section or Appendix."""
    terms = known.code.terms
    alike = {other for name in terms[number].names for other in known.numbers_by_name[name]} - {number}
    return any(terms[other].address.within(target) for other in alike for target in points.get(number, ()))


def _own(term: Term, address: object) -> bool:
    """Whether a place is the term's own definition; a term defined in the prose may be used beside its definition."""
    return not term.in_prose and term.address == address


def _finding(known: Known, term: Term) -> Finding:
    path, span = place_of(known, term)
    names = " or ".join(f'"{name}"' for name in term.names)
    return Finding(
        path=path,
        span=span,
        headline=f"{names} is defined and never used",
        label="not used",
        provision=holder(term).printed,
        helps=("take the definition out, or use the term where it is meant",),
    )


RULE = CodeRule("unused-definition", Severity.WARNING, find, used_or_pointing)

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

from secc.check.rule import CodeRule, Finding
from secc.check.terms import holder, place_of
from secc.diagnostics import Severity
from secc.resolve.model import Link, Outside, ResolvedCode, Term, Words
from secc.resolve.terms.scope import inside


def find(code: ResolvedCode) -> Iterator[Finding]:
    """Every term without a use outside its own definition."""
    exported = frozenset(code.loaded.settings.exported_terms)
    used = _used(code)
    twice = frozenset((name, code.terms[number].within) for number in used for name in code.terms[number].names)
    for number, term in enumerate(code.terms):
        again = any((name, term.within) in twice for name in term.names)  # defined twice: another rule's finding
        if number not in used and not again and not exported.intersection(term.names) and not _points(code, term):
            yield _finding(code, term)


def _used(code: ResolvedCode) -> frozenset[int]:
    """The terms with a use that does not stand in their own definition."""
    by_name: dict[str, list[int]] = {}
    for number, term in enumerate(code.terms):
        for name in term.names:
            by_name.setdefault(name, []).append(number)
    return frozenset(
        number
        for document in code.documents
        for words in document.words
        for number in _used_in(words, code, by_name)
        if not _own(code.terms[number], words.placed.address)
    )


def _used_in(words: Words, code: ResolvedCode, by_name: Mapping[str, Sequence[int]]) -> Iterator[int]:
    """The terms that a prose uses, in words or as the name of a work outside: "section 6 of the Electricity Act"."""
    yield from (use.term for use in words.uses if use.term is not None)
    for reference in words.references:
        for number in by_name.get(reference.work, ()) if isinstance(reference, Outside) else ():
            within = code.terms[number].within
            if within is None or inside(words.placed, within):
                yield number


def _points(code: ResolvedCode, term: Term) -> bool:
    """Whether a definition only points to the provision that defines the term for its own Section or Appendix."""
    document = next(each for each in code.documents if each.loaded.document.id == term.prose.document)
    targets = [
        target
        for reference in document.words[term.prose.ordinal].references
        if isinstance(reference, Link)
        for target in reference.targets
    ]
    others = (each for each in code.terms if each is not term and set(each.names) & set(term.names))
    return any(other.address.within(target) for other in others for target in targets)


def _own(term: Term, address: object) -> bool:
    """Whether a place is the term's own definition; a term defined in the prose may be used beside its definition."""
    return not term.in_prose and term.address == address


def _finding(code: ResolvedCode, term: Term) -> Finding:
    path, span = place_of(code, term)
    names = " or ".join(f'"{name}"' for name in term.names)
    return Finding(
        path=path,
        span=span,
        headline=f"{names} is defined and never used",
        label="not used",
        provision=holder(term).printed,
        helps=("take the definition out, or use the term where it is meant",),
    )


RULE = CodeRule("unused-definition", Severity.WARNING, find)

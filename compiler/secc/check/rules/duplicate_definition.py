"""A term that is defined twice in one scope.

## What it finds

The same term, or the same alias, defined in two places that reach the same text: twice in Section A1.1, or twice in one
Appendix. A term with a meaning of its own in an Appendix, beside the one in Section A1.1, is not defined twice: the
nearer meaning holds there. Nor is a word written small that is introduced in passing, (the "agent"): it speaks for its
own clause.

## Why

A reader cannot tell which of the two meanings holds, and a change to one leaves the other behind.

## Wrong

```sec
section A: Definitions and Interpretation

# A1 Definitions

A1.1 In this Code:

  define "Register" means the register of participants.

  define "Register" means the register of meters.

A1.2 The operator shall keep the Register.
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

Keep one definition, or give one of the two terms another name. Where an Appendix needs a meaning of its own, define the
term there.
"""

from collections.abc import Iterator, Mapping, Sequence

from secc.check.known import Known
from secc.check.rule import CodeRule, Fact, Finding
from secc.check.terms import holder, place_of, words_of
from secc.diagnostics import Related, Severity
from secc.ids import Address
from secc.resolve.model import ResolvedDocument, Term, Words

NARROWER = ("this Part", "this Chapter", "this Subpart", "this section", "this subsection", "that section")


def find(known: Known, facts: Sequence[Fact]) -> Iterator[Finding]:
    """Every later definition of a name in the scope of an earlier one."""
    narrower = {fact.term: target for fact in facts for target in fact.targets}
    first: dict[tuple[str, Address | None, Address | None], Term] = {}
    for number, term in enumerate(known.code.terms):
        for name in term.names:
            local = narrower.get(number) or _passing(term, name)
            earlier = first.setdefault((name, term.within, local), term)
            if earlier is not term:
                yield _finding(known, term, earlier, name)


def _passing(term: Term, name: str) -> Address | None:
    """The clause of a word that is introduced in passing, small and in the prose, which speaks for no other clause."""
    if term.within is None or not term.in_prose or not name[:1].islower():
        return None
    return Address(term.address.document, term.address.path[: len(term.within.path) + 1])


def facts(known: Known, document: ResolvedDocument) -> Iterator[Fact]:
    """The terms that are said to be defined for a Part or Chapter which the text does not mark, each with its clause.

    How far they reach cannot be known; two of them in different clauses may be for different Parts.
    """
    if not any(words in document.loaded.source.text for words in NARROWER):
        return
    opening: dict[Address, str] = {}
    for words in document.words:
        opening.setdefault(words.placed.address, words.prose.text)
    for number in known.terms_in.get(document.loaded.document.id, ()):
        term = known.code.terms[number]
        words = words_of(document, term)
        if term.within == words.placed.numbering and _is_narrower(words, term, opening):
            yield Fact(number, targets=(words.placed.clause,))


def _is_narrower(words: Words, term: Term, opening: Mapping[Address, str]) -> bool:
    """Whether the words that lead to a definition, its own or those of the provisions around it, speak of a Part."""
    place = holder(term)
    around = (Address(place.document, place.path[:steps]) for steps in range(len(place.path) + 1))
    leading = [words.prose.text[: term.prose.start], *(opening.get(each, "") for each in around)]
    return any(said in each for each in leading for said in NARROWER)


def _finding(known: Known, term: Term, earlier: Term, name: str) -> Finding:
    path, span = place_of(known, term)
    first_path, first_span = place_of(known, earlier)
    return Finding(
        path=path,
        span=span,
        headline=f'"{name}" is defined twice for {term.within.printed if term.within else "the Code"}',
        label="defined again",
        provision=holder(term).printed,
        helps=("keep one of the two, or give one of the terms another name",),
        related=(Related(first_path, first_span, f'"{name}" is defined first in {holder(earlier).printed}'),),
    )


RULE = CodeRule("duplicate-definition", Severity.ERROR, find, facts)

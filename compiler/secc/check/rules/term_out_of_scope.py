"""A defined term that is used where its definition does not reach.

## What it finds

A capitalised term in one provision that is defined for another only: "Test Phase" in Section H1 where its definition
begins "For the purposes of Section H2", or stands in an Appendix.

## Why

A definition holds for the Code only if it stands in Section A1.1; elsewhere it holds for its own document, or for less
where its words say so. Outside that the term has no meaning, though it looks as if it had one.

## Wrong

```sec
section H: DCC Services

# H1 Services

H1.1 The operator shall publish the Test Phase.

# H2 Testing

H2.1 For the purposes of this Section H2, "Test Phase" means the period of the tests, and the operator shall
end the Test Phase in time.
```

## Right

```sec
section H: DCC Services

# H1 Services

H1.1 The operator shall publish the period of the tests.

# H2 Testing

H2.1 For the purposes of this Section H2, "Test Phase" means the period of the tests, and the operator shall
end the Test Phase in time.
```

## How to mend it

Define the term here too, or move its definition to where both provisions can use it: to the document, or to Section
A1.1.
"""

from collections.abc import Iterator

from secc.check.known import Known
from secc.check.phrases import in_table, phrases
from secc.check.rule import DocumentRule, Finding, found_in
from secc.check.terms import holder, out_of_scope
from secc.diagnostics import Severity
from secc.resolve.model import ResolvedDocument, TermUse, Words


def find(known: Known, document: ResolvedDocument) -> Iterator[Finding]:
    """Every capitalised use of a term that has no meaning there."""
    for words in document.words:
        if not words.out_of_scope or in_table(words):
            continue
        for phrase in phrases(words):
            for use in out_of_scope(known, words, phrase):
                yield _finding(known, document, words, use)


def _finding(known: Known, document: ResolvedDocument, words: Words, use: TermUse) -> Finding:
    said = words.prose.text[use.start : use.end]
    assert use.term is not None
    term = known.code.terms[use.term]
    reach = term.within.printed if term.within is not None else "the Code"
    return found_in(
        document,
        words,
        (use.start, use.end),
        f'"{said}" is defined for {reach} only',
        label="not defined here",
        helps=(f"define it here too, or move the definition in {holder(term).printed} to where it reaches both",),
    )


RULE = DocumentRule("term-out-of-scope", Severity.ERROR, find)

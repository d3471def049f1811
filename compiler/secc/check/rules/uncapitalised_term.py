"""A defined term that is written without its capitals.

## What it finds

"A letter of credit" where "Letter of Credit" is defined and reaches the place. Terms of several words only; not where
the words are a part of a longer name ("public key infrastructure"), in the term's own definition, in tables, or where
the document writes them without capitals more often than with.

## Why

By the rules of interpretation the definition does not apply to the words without capitals. A reader cannot tell whether
that was meant.

## Wrong

```sec
section A: Definitions and Interpretation

# A1 Definitions

A1.1 In this Code:

  define "Delivery Location" means the place at which the operator delivers.

A1.2 The operator shall publish each Delivery Location, and shall keep a list of the delivery locations.
```

## Right

```sec
section A: Definitions and Interpretation

# A1 Definitions

A1.1 In this Code:

  define "Delivery Location" means the place at which the operator delivers.

A1.2 The operator shall publish each Delivery Location, and shall keep a list of the Delivery Locations.
```

## How to mend it

Write the capitals; or, if the defined meaning is not meant, other words.
"""

from collections import Counter
from collections.abc import Iterator

from secc.check.casing import Casing
from secc.check.fixes import instead
from secc.check.known import Known
from secc.check.patterns_terms import ENDS_NOUN
from secc.check.rule import DocumentRule, Finding, found_in
from secc.check.terms import holder
from secc.diagnostics import Safety, Severity
from secc.resolve.model import ResolvedDocument, Words


def find(known: Known, document: ResolvedDocument) -> Iterator[Finding]:
    """Every term in small letters, where the document does not write it so as a habit."""
    small = [
        (words, each)
        for words, each in known.casings(document)
        if each.all_small(words.prose.text) and _is_noun(words, each) and not _defines(known, words, each)
    ]
    if not small:
        return
    written = Counter(use.term for words in document.words for use in words.uses)
    habits = Counter(each.term for _, each in small)
    for words, each in small:
        if habits[each.term] <= written[each.term] + 1:
            yield found_in(
                document,
                words,
                (each.start, each.end),
                f'"{words.prose.text[each.start : each.end]}" is written without the capitals of the defined term',
                label=f"defined as {each.form}",
                helps=(f'write "{each.form}" (see {holder(known.code.terms[each.term]).printed}), or other words',),
                fix=instead(document, words, (each.start, each.end), each.form, f'write "{each.form}"', Safety.UNSAFE),
            )


def _is_noun(words: Words, casing: Casing) -> bool:
    text = words.prose.text
    return ENDS_NOUN.match(text, casing.end) is not None and text[casing.start - 1 : casing.start] not in ("-", "'")


def _defines(known: Known, words: Words, casing: Casing) -> bool:
    """Whether the words stand in the sentence that defines the term."""
    term = known.code.terms[casing.term]
    return term.address == words.placed.address or term.given == words.placed.address


RULE = DocumentRule("uncapitalised-term", Severity.WARNING, find)

"""A pronoun that speaks of one gender only.

## What it finds

"he", "she", "him", "his", "her", "hers", "himself" and "herself" where the other does not stand beside it. "he or she",
"his or her" and titles ("His Majesty") are left alone.

## Why

Section A2 has words of one gender include the others, but the house style is not to need it: a Party or a person is
"it", "they", or named again.

## Wrong

```sec
section H: DCC Services

# H1 Services

H1.1 The chair shall publish his decision.
```

## Right

```sec
section H: DCC Services

# H1 Services

H1.1 The chair shall publish the decision that he or she has made.
```

## How to mend it

Name the person again, write "they" or "their", or turn the sentence round so that no pronoun is needed.
"""

from collections.abc import Iterator
from re import Match

from secc.check.known import Known
from secc.check.patterns import PAIRED_AFTER, PAIRED_BEFORE, PRONOUN, TITLE_AFTER
from secc.check.rule import DocumentRule, Finding, found_in
from secc.check.running import matches
from secc.diagnostics import Severity
from secc.resolve.model import ResolvedDocument

_PRONOUNS = frozenset(("he", "she", "him", "his", "her", "hers", "himself", "herself"))


def find(known: Known, document: ResolvedDocument) -> Iterator[Finding]:
    """Every pronoun of one gender alone."""
    if known.vocabulary(document).isdisjoint(_PRONOUNS):
        return
    for words, found in matches(document, PRONOUN):
        if _paired(words.prose.text, found) or found[0].isupper():
            continue
        yield found_in(
            document,
            words,
            found.span(),
            f'"{found[0]}" speaks of one gender only',
            label="one gender",
            helps=('name the person again, or write "they", "their" or "them"',),
        )


def _paired(text: str, found: Match[str]) -> bool:
    """Whether the other pronoun stands beside it, or it is part of a title."""
    start, end = found.span()
    if PAIRED_AFTER.match(text, end) or PAIRED_BEFORE.search(text, max(0, start - 16), start):
        return True
    return found[0][0].isupper() and TITLE_AFTER.match(text, end) is not None


RULE = DocumentRule("gendered-pronoun", Severity.WARNING, find)

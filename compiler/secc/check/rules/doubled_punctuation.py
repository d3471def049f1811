"""Two marks side by side where one is right.

## What it finds

",,", ";,", ",.", "..", ":;" and the like. An ellipsis is one mark, and so is a full stop that ends an abbreviation
("etc.,").

## Why

One mark was left when words were taken out. Where the two differ ("; ."), a reader cannot tell whether the sentence
goes on.

## Wrong

```sec
section H: DCC Services

# H1 Services

H1.1 The operator shall keep the register,, and shall publish it.
```

## Right

```sec
section H: DCC Services

# H1 Services

H1.1 The operator shall keep the register, and shall publish it in papers, notices etc., as it sees fit.
```

## How to mend it

Keep the mark that is meant.
"""

from collections.abc import Iterator
from re import Match

from secc.check.fixes import instead
from secc.check.known import Known
from secc.check.patterns import DOUBLED_MARK
from secc.check.rule import DocumentRule, Finding, found_in
from secc.check.running import matches
from secc.diagnostics import Fix, Safety, Severity
from secc.resolve.model import ResolvedDocument, Words

# What every match begins with.
_SIGNS = (",,", ",;", ",:", ",.", ";,", ";;", ";:", ";.", ":,", ":;", "::", ":.", "..", ".:", "??", ".,", ".;")


def find(known: Known, document: ResolvedDocument) -> Iterator[Finding]:  # noqa: ARG001  # as every rule
    """Every two marks that cannot stand side by side."""
    for words, found in matches(document, DOUBLED_MARK, _SIGNS):
        yield found_in(
            document,
            words,
            found.span(),
            f'"{found[0]}" is one mark too many',
            label="one of these",
            helps=(f'keep "{found[0][0]}" or "{found[0][-1]}"' if found[0][0] != found[0][-1] else "take one out",),
            fix=_fix(document, words, found),
        )


def _fix(document: ResolvedDocument, words: Words, found: Match[str]) -> Fix | None:
    """One of two marks that are the same, or a full stop at the end; of others the drafter has to choose."""
    first, last = found[0][0], found[0][-1]
    ends = last == "." and found.end() == len(words.prose.text)
    if first != last and not ends:
        return None
    return instead(document, words, found.span(), last, f'keep "{last}"', Safety.SAFE)


RULE = DocumentRule("doubled-punctuation", Severity.WARNING, find)

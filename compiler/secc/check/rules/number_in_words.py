"""A number in words that differs from its figure.

## What it finds

"five (6) Working Days", "6 (five)", "thirty-one (30)".

## Why

One of the two was changed and the other forgotten. Which of them holds is then for a court: usually the words, which
may be the older ones.

## Wrong

```sec
section H: DCC Services

# H1 Services

H1.1 The operator shall answer within five (6) days.
```

## Right

```sec
section H: DCC Services

# H1 Services

H1.1 The operator shall answer within five (5) days, and keep the answer for one hundred and twenty (120) days.
```

## How to mend it

Make the two the same; better, write the number once.
"""

from collections.abc import Iterator

from secc.check.known import Known
from secc.check.numerals import NUMERALS, value_of
from secc.check.patterns import FIGURE_WORDS, WORDS_FIGURE
from secc.check.rule import DocumentRule, Finding, found_in
from secc.check.running import matches
from secc.diagnostics import Severity
from secc.resolve.model import ResolvedDocument

_BEFORE_FIGURE = tuple(f" ({figure}" for figure in range(10))
_BEFORE_WORDS = tuple(f"{figure} (" for figure in range(10))


def find(known: Known, document: ResolvedDocument) -> Iterator[Finding]:
    """Every number in words beside a figure that is not the same."""
    if known.vocabulary(document).isdisjoint(NUMERALS):
        return
    for pattern, signs in ((WORDS_FIGURE, _BEFORE_FIGURE), (FIGURE_WORDS, _BEFORE_WORDS)):
        for words, found in matches(document, pattern, signs):
            said, figure = value_of(found["words"]), int(found["figure"].replace(",", ""))
            if said is not None and said != figure:
                yield found_in(
                    document,
                    words,
                    found.span(),
                    f'"{found["words"]}" is not {found["figure"]}',
                    label="which of the two?",
                    helps=("make the words and the figure the same, or write the number once",),
                )


RULE = DocumentRule("number-in-words", Severity.ERROR, find)

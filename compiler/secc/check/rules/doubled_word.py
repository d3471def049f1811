"""A word said twice.

## What it finds

"the the", "of the of the", also over a line's end. "that that" and "had had" are English, and left alone.

## Why

One of the two is a slip; or something between them was taken out, and the sentence no longer says what was meant.

## Wrong

```sec
section H: DCC Services

# H1 Services

H1.1 The operator shall keep the the register.
```

## Right

```sec
section H: DCC Services

# H1 Services

H1.1 The operator shall keep the register that that participant asked for.
```

## How to mend it

Take one out, having read the sentence: a word may be missing between them.
"""

from collections.abc import Iterator
from operator import eq
from re import Match

from secc.check.fixes import instead
from secc.check.known import Known
from secc.check.patterns import DOUBLED_WORD
from secc.check.rule import DocumentRule, Finding, found_in
from secc.check.running import is_running
from secc.diagnostics import Safety, Severity
from secc.resolve.model import ResolvedDocument

# Said twice in good English; single letters are symbols.
_ENGLISH = frozenset(("that", "had", "is", "so", "more and", "again and", "day to", "year by", "step by"))

# "from time to time to", "End to End to": the pair goes on.
_JOINING = frozenset(("to", "by"))
_LETTERS = frozenset("bcdefghijklmnopqrstuvwxyz")


def find(known: Known, document: ResolvedDocument) -> Iterator[Finding]:  # noqa: ARG001  # as every rule
    """Every word or pair of words that stands twice in a row."""
    for words in document.words:
        for found in said_twice(words.prose.text):
            if not is_running(words, *found.span()):
                continue
            says = f'take one "{found["said"]}" out'
            yield found_in(
                document,
                words,
                found.span(),
                f'"{found["said"]}" stands twice',
                label="twice",
                helps=(f"{says}, or put in the word that is missing between them",),
                fix=instead(document, words, found.span(), found["said"], says, Safety.UNSAFE),
            )


def said_twice(text: str) -> Iterator[Match[str]]:
    """Every word or pair of words, `said`, that stands twice in a row in a text and is no good English."""
    if _may_repeat(text):
        for found in DOUBLED_WORD.finditer(text):
            said = found["said"].lower()
            goes_on = " " in said and not _JOINING.isdisjoint(said.split(" "))
            if said not in _ENGLISH and said not in _LETTERS and not goes_on:
                yield found


def _may_repeat(text: str) -> bool:
    """A quick look: whether any word is the same as the next, or the next but one, marks aside."""
    said = text.lower().split(" ")
    return any(map(str.startswith, said[1:], said)) or any(map(eq, said, said[2:]))


RULE = DocumentRule("doubled-word", Severity.WARNING, find)

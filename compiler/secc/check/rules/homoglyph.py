"""A letter of another alphabet that looks like a Latin one.

## What it finds

A word with a Cyrillic or Greek letter that looks like a Latin one, among Latin letters or alone: "Dеvice" with a
Cyrillic "е". Greek letters that look like themselves (α, Σ, µ) are symbols, and left alone.

## Why

The word looks right and is another word: a search does not find it, a defined term is not recognised, and a comparison
of two versions shows a change that nobody can see. It comes from copied text.

## Wrong

```sec
section H: DCC Services

# H1 Services

H1.1 The operator shall keep the r\u0435gister.
```

## Right

```sec
section H: DCC Services

# H1 Services

H1.1 The operator shall keep the register, and charge it with a weight of α.
```

## How to mend it

Type the word again.
"""

import unicodedata
from collections.abc import Iterator

from secc.check.fixes import instead
from secc.check.known import Known
from secc.check.patterns import LATIN, LOOKALIKE, LOOKALIKE_WORD
from secc.check.rule import DocumentRule, Finding, found_in
from secc.diagnostics import Safety, Severity
from secc.resolve.model import ResolvedDocument


def find(known: Known, document: ResolvedDocument) -> Iterator[Finding]:  # noqa: ARG001  # as every rule
    """Every word with such a letter."""
    if document.loaded.source.text.isascii():
        return
    for words in document.words:
        text = words.prose.text
        if text.isascii() or LOOKALIKE.search(text) is None:
            continue
        for found in LOOKALIKE_WORD.finditer(text):
            odd = LOOKALIKE.search(found[0])
            if odd is not None:
                name = unicodedata.name(odd[0]).lower().split(" ")[0].capitalize()
                yield found_in(
                    document,
                    words,
                    found.span(),
                    f'"{found[0]}" has a {name} letter that looks like a Latin one',
                    label=f"letter {odd.start() + 1} is {name}",
                    helps=("type the word again",),
                    fix=instead(
                        document, words, found.span(), found[0].translate(LATIN), "write Latin letters", Safety.SAFE
                    ),
                )


RULE = DocumentRule("homoglyph", Severity.ERROR, find)

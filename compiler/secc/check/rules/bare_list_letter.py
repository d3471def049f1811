"""A letter of a list that does not say of what.

## What it finds

"In accordance with (a)", "(b) above": brackets with a letter and no word before them for what they are.

## Why

"Paragraph (a)" is looked for in the list in which the words stand. "(a)" alone may be any list on the page, and no
reference is found in it, so that nobody is told when the paragraph moves.

## Wrong

```sec
section H: DCC Services

# H1 Services

H1.1 The operator shall:
  (a) keep a register; and
  (b) publish the register kept in accordance with (a).
```

## Right

```sec
section H: DCC Services

# H1 Services

H1.1 The operator shall:
  (a) keep a register; and
  (b) publish the register kept in accordance with paragraph (a).
```

## How to mend it

Write "paragraph (a)", or the whole number: "Section H1.1(a)".
"""

from collections.abc import Iterator

from secc.check.known import Known
from secc.check.patterns_references import BARE_LETTER
from secc.check.rule import DocumentRule, Finding, found_in
from secc.diagnostics import Severity
from secc.resolve.model import ResolvedDocument


def find(known: Known, document: ResolvedDocument) -> Iterator[Finding]:  # noqa: ARG001  # as every rule
    """Every letter in brackets behind words that lead a reference."""
    for words in document.words:
        text = words.prose.text
        if " (" not in text or words.placed.quoted:
            continue
        for found in BARE_LETTER.finditer(text):
            stretch = found.span("letter")
            if any(each.start < stretch[1] and stretch[0] < each.end for each in words.cited):
                continue
            yield found_in(
                document,
                words,
                stretch,
                f"{found['letter']} does not say of what it is a part",
                label="a paragraph of what?",
                helps=(f'write "paragraph {found["letter"]}", or the whole number of the provision',),
            )


RULE = DocumentRule("bare-list-letter", Severity.WARNING, find)

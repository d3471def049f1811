"""A reference to a number that is not used.

## What it finds

"Section H1.2" where H1.2 is [Not used], [Repealed] or [Omitted]: the number is taken, and nothing stands there. A range
that runs over such a number is left alone, unless it begins or ends with it. So are references in notes and
sub-headings, and those that speak of what once stood there ("the repeal of section 170", "Section H5 as in force
before").

## Why

The provision was taken out and the reference left behind, so the duty that refers to it refers to nothing.

## Wrong

```sec
section H: DCC Services

# H1 Services

H1.1 The operator shall keep a register in accordance with Section H1.2.

H1.2 [Not used]

H1.3 The operator shall publish the register.
```

## Right

```sec
section H: DCC Services

# H1 Services

H1.1 The operator shall keep a register in accordance with Section H1.3.

H1.2 [Not used]

H1.3 The operator shall publish the register.
```

## How to mend it

Write the number of the provision that now says it, or take the reference out.
"""

from collections.abc import Iterator

from secc.check.known import Known
from secc.check.patterns import FORMERLY_AFTER, FORMERLY_BEFORE
from secc.check.rule import DocumentRule, Finding, found_in
from secc.code.model import Footnote, Note, SubHeading
from secc.diagnostics import Severity
from secc.ids import Address
from secc.resolve.model import Link, ResolvedDocument, Words


def find(known: Known, document: ResolvedDocument) -> Iterator[Finding]:
    """Every reference that leads to a number that is not used, at either end."""
    provisions = known.code.provisions
    for words in document.words:
        if isinstance(words.placed.block, Note | Footnote | SubHeading):
            continue
        for reference in words.references:
            if not isinstance(reference, Link):
                continue
            ends = dict.fromkeys((reference.targets[0], reference.targets[-1]))
            vacant = [each for each in ends if (found := provisions.get(each)) is not None and found.vacant]
            if vacant and not _former(words.prose.text, reference):
                yield from (_finding(document, words, reference, target) for target in vacant)


def _former(text: str, link: Link) -> bool:
    """Whether the words around a reference say that it is to what once stood there."""
    before = FORMERLY_BEFORE.search(text, max(0, link.start - 60), link.start)
    return before is not None or FORMERLY_AFTER.match(text, link.end) is not None


def _finding(document: ResolvedDocument, words: Words, link: Link, target: Address) -> Finding:
    return found_in(
        document,
        words,
        (link.start, link.end),
        f"{target.printed} is not used",
        label="nothing stands there",
        helps=("refer to the provision that now says it, or take the reference out",),
    )


RULE = DocumentRule("reference-to-not-used", Severity.ERROR, find)

"""A footnote that is called and has no text, or has a text and is not called.

## What it finds

`[^1]` in the words of a document in which no line `[^1]: …` stands; such a line for a footnote that nothing calls; and
a second text for one call.

## Why

A reader follows the mark and finds nothing at the foot of the page; or the words of the note are printed, and nobody
knows to what they belong. Usually the paragraph with the other half was moved or taken out.

## Wrong

```sec
section A: Register

A1.1 The operator shall keep a register[^1] and publish it.

[^2]: As was asked in 2015.
```

## Right

```sec
section A: Register

A1.1 The operator shall keep a register[^1] and publish it.

[^1]: As was asked in 2015.
```

## How to mend it

Write the note's text where it belongs, give both halves one label, or take the half that is left out.
"""

from collections.abc import Iterator

from secc.check.known import Known
from secc.check.rule import DocumentRule, Finding, found_in
from secc.code.model import Footnote
from secc.code.walk import Placed
from secc.diagnostics import Related, Severity
from secc.resolve.model import ResolvedDocument, Words
from secc.syntax.marks import FootnoteCall


def find(known: Known, document: ResolvedDocument) -> Iterator[Finding]:  # noqa: ARG001  # as every rule
    """Every half of a footnote that is without its other half."""
    if "[^" not in document.loaded.source.text:
        return
    texts: dict[str, Placed] = {}
    calls = list(_calls(document))
    called = {mark.label for _, mark in calls}
    for each in document.blocks:
        if isinstance(each.block, Footnote):
            first = texts.setdefault(each.block.label, each)
            if first is not each:
                yield _again(document, each, each.block, first)
            elif each.block.label not in called:
                yield _uncalled(document, each, each.block)
    for words, mark in calls:
        if mark.label not in texts:
            yield _without_text(document, words, mark)


def _calls(document: ResolvedDocument) -> Iterator[tuple[Words, FootnoteCall]]:
    for words in document.words:
        for mark in words.prose.marks:
            if isinstance(mark, FootnoteCall):
                yield words, mark


def _without_text(document: ResolvedDocument, words: Words, mark: FootnoteCall) -> Finding:
    return found_in(
        document,
        words,
        (max(0, mark.start - 1), max(1, mark.start)),
        f"the footnote [^{mark.label}] that is called here has no text",
        label=f"[^{mark.label}] stands behind this",
        helps=(f"write its text below the provision: [^{mark.label}]: …; or take the call out",),
    )


def _uncalled(document: ResolvedDocument, placed: Placed, block: Footnote) -> Finding:
    return Finding(
        path=document.loaded.source.path,
        span=block.span,
        headline=f"nothing calls the footnote [^{block.label}]",
        label="printed without a mark",
        provision=placed.address.printed,
        helps=(f"write [^{block.label}] behind the words to which it belongs, or take it out",),
    )


def _again(document: ResolvedDocument, placed: Placed, block: Footnote, first: Placed) -> Finding:
    path = document.loaded.source.path
    return Finding(
        path=path,
        span=block.span,
        headline=f"the footnote [^{block.label}] has two texts",
        label="the second",
        provision=placed.address.printed,
        helps=("give one of the two another label, here and where it is called",),
        related=(Related(path, first.block.span, "the first"),),
    )


RULE = DocumentRule("unmatched-footnote", Severity.ERROR, find)

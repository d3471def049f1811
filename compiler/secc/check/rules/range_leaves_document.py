"""A range of provisions that begins in one document and ends in another.

## What it finds

"Sections H9 to J2": from a provision of one Section to a provision of another. A range of whole documents ("Sections A
to E", "Appendices A to C") is none of these.

## Why

Nobody can say what lies between: the rest of the one Section and the beginning of the other, or a mistyped letter. It
is nearly always the letter.

## Wrong

```sec
section H: DCC Services

# H1 Services

H1.1 Sections H1.2 to J1.1 apply to the register.

H1.2 The operator shall keep the register.
```

```sec
section J: Charges

# J1 Payment

J1.1 The operator shall publish its charges.
```

## Right

```sec
section H: DCC Services

# H1 Services

H1.1 Sections H1.2 and J1.1 apply to the register.

H1.2 The operator shall keep the register.
```

```sec
section J: Charges

# J1 Payment

J1.1 The operator shall publish its charges.
```

## How to mend it

Write the two provisions apart, or two ranges, or the letter that is meant.
"""

from collections.abc import Iterator

from secc.check.cites import PROVISION_UNITS, Cited, cites, layers
from secc.check.known import Known
from secc.check.rule import DocumentRule, Finding, found_in
from secc.diagnostics import Severity
from secc.resolve.citation.model import Range
from secc.resolve.model import Link, ResolvedDocument


def find(known: Known, document: ResolvedDocument) -> Iterator[Finding]:  # noqa: ARG001  # as every rule
    """Every range between provisions of two lettered Sections."""
    for words in document.words:
        for cited in cites(words) if words.cited else ():
            for extent in _leaving(cited):
                first, last = extent.first, extent.last
                stretch = (cited.citation.start + first.span.start, cited.citation.start + last.span.end)
                yield found_in(
                    document,
                    words,
                    stretch,
                    f"the range {words.prose.text[slice(*stretch)]} begins in {_document(first.letter)}"
                    f" and ends in {_document(last.letter)}",
                    label="leaves its document",
                    helps=("write the two apart, a range for each, or the letter that is meant",),
                )


def _leaving(cited: Cited) -> Iterator[Range]:
    """The ranges whose ends have two letters; not those between the forms of one Appendix (A7 to B2)."""
    bound = {target.document for each in cited.references if isinstance(each, Link) for target in each.targets}
    if cited.outside or len(bound) == 1:
        return
    for layer in layers(cited.citation):
        for extent in layer.extents if layer.unit is None or layer.unit in PROVISION_UNITS else ():
            if isinstance(extent, Range) and _differ(extent):
                yield extent


def _differ(extent: Range) -> bool:
    first, last = extent.first, extent.last
    return first.letter != last.letter and bool(first.numbers or last.numbers)


def _document(letter: str) -> str:
    return f"Section {letter}" if letter else "this document"


RULE = DocumentRule("range-leaves-document", Severity.ERROR, find)

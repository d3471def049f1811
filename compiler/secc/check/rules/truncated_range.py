"""A range or list of provisions that breaks off.

## What it finds

"Sections H1.2 to, and the register": a range without its end; and "Sections H1.2", which says that there are several
and names one.

## Why

A number was lost in editing. The reader cannot tell how far the duty goes.

## Wrong

```sec
section H: DCC Services

# H1 Services

H1.1 The register is kept under Sections H1.2 to and shall be complete.

H1.2 The operator shall keep the register.

H1.3 The operator shall publish the register.
```

## Right

```sec
section H: DCC Services

# H1 Services

H1.1 The register is kept under Sections H1.2 to H1.3 and shall be complete.

H1.2 The operator shall keep the register.

H1.3 The operator shall publish the register.
```

## How to mend it

Write the last number of the range, or take the "to" out; of a single provision write "Section".
"""

from collections.abc import Iterator

from secc.check.cites import PROVISION_UNITS, Cited, cites, layers
from secc.check.known import Known
from secc.check.patterns_references import LOST_END
from secc.check.rule import DocumentRule, Finding, found_in
from secc.diagnostics import Severity
from secc.resolve.citation.model import Place
from secc.resolve.model import Link, ResolvedDocument


def find(known: Known, document: ResolvedDocument) -> Iterator[Finding]:  # noqa: ARG001  # as every rule
    """Every citation of provisions of the Code that breaks off."""
    for words in document.words:
        for cited in cites(words) if words.cited else ():
            if not any(isinstance(each, Link) for each in cited.references) or cited.outside:
                continue
            start, end = cited.stretch
            lost = LOST_END.match(words.prose.text, end)
            if lost is not None and _leads(cited):
                headline = f"the range {cited.said}{lost[0]} has no end"
                helps = (f'write the last number of the range, or take "{lost[0].strip()}" out',)
                yield found_in(document, words, (start, lost.end()), headline, label="to where?", helps=helps)
            elif _names_one_of_several(cited):
                headline = f"{cited.said} names one provision where it says that there are several"
                helps = ("write the other numbers, or the lead word in the singular",)
                yield found_in(document, words, (start, end), headline, label="only one", helps=helps)


def _leads(cited: Cited) -> bool:
    """Whether it has a lead word: a bare H14 before a dash may be a part of a name."""
    return any(layer.unit in PROVISION_UNITS for layer in layers(cited.citation))


def _names_one_of_several(cited: Cited) -> bool:
    return any(
        layer.plural
        and layer.unit in PROVISION_UNITS
        and len(layer.extents) == 1
        and isinstance(layer.extents[0], Place)
        for layer in layers(cited.citation)
    )


RULE = DocumentRule("truncated-range", Severity.ERROR, find)

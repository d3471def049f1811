"""A range of provisions that runs backwards.

## What it finds

"Sections H9 to H5", "paragraphs (d) to (a)", and a range from a provision to itself.

## Why

One of the two numbers is wrong, or the two are the wrong way round. Read as it stands the range has nothing in it.

## Wrong

```sec
section H: DCC Services

# H1 Services

H1.1 Sections H1.3 to H1.2 apply to the register.

H1.2 The operator shall keep the register.

H1.3 The operator shall publish the register.
```

## Right

```sec
section H: DCC Services

# H1 Services

H1.1 Sections H1.2 to H1.3 apply to the register.

H1.2 The operator shall keep the register.

H1.3 The operator shall publish the register.
```

## How to mend it

Write the lower number first, or the numbers that are meant.
"""

from collections.abc import Iterator

from secc.check.cites import cites, layers
from secc.check.known import Known
from secc.check.rule import DocumentRule, Finding, found_in
from secc.diagnostics import Severity
from secc.resolve.citation.model import Place, Range
from secc.resolve.model import ResolvedDocument
from secc.syntax.labels import number_key, precedes


def find(known: Known, document: ResolvedDocument) -> Iterator[Finding]:  # noqa: ARG001  # as every rule
    """Every range of which the last provision does not come after the first."""
    for words in document.words:
        for cited in cites(words) if words.cited else ():
            for extent in (each for layer in layers(cited.citation) for each in layer.extents):
                if not isinstance(extent, Range) or cited.outside:
                    continue
                stretch = (cited.citation.start + extent.first.span.start, cited.citation.start + extent.last.span.end)
                if extent.first == extent.last:
                    headline, label = f"the range {_said(words.prose.text, stretch)} has one end only", "the same twice"
                elif _backwards(extent):
                    headline, label = f"the range {_said(words.prose.text, stretch)} runs backwards", "the last is first"
                else:
                    continue
                helps = ("write the lower number first, or the numbers that are meant",)
                yield found_in(document, words, stretch, headline, label=label, helps=helps)


def _said(text: str, stretch: tuple[int, int]) -> str:
    return text[slice(*stretch)]


def _backwards(extent: Range) -> bool:
    first, last = extent.first, extent.last
    if first.paragraphs and last.paragraphs and _stem(first) == _stem(last):
        return _paragraphs_backwards(first.paragraphs, last.paragraphs)
    if first.letter != last.letter:
        if first.numbers or last.numbers:
            return False  # it leaves its document: another rule's finding
        return (len(last.letter), last.letter) < (len(first.letter), first.letter)
    return number_key(".".join(last.numbers)) < number_key(".".join(first.numbers))


def _stem(place: Place) -> tuple[str, tuple[str, ...]]:
    return place.letter, place.numbers


def _paragraphs_backwards(first: tuple[str, ...], last: tuple[str, ...]) -> bool:
    """Whether the first labels that differ are the wrong way round however they are read."""
    differing = next(((one, other) for one, other in zip(first, last, strict=False) if one != other), None)
    return differing is not None and precedes(differing[1], differing[0])


RULE = DocumentRule("reversed-range", Severity.ERROR, find)

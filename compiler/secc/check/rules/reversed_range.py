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
from secc.check.patterns_references import REPLACED_REFERENCE
from secc.check.rule import DocumentRule, Finding, found_in
from secc.diagnostics import Severity
from secc.resolve.citation.model import Place, Range
from secc.resolve.model import ResolvedDocument, Words
from secc.syntax.labels import number_key, precedes


def find(known: Known, document: ResolvedDocument) -> Iterator[Finding]:  # noqa: ARG001  # as every rule
    """Every range of which the last provision does not come after the first."""
    for words in document.words:
        for cited in cites(words) if words.cited else ():
            for layer in layers(cited.citation) if not cited.outside else ():
                for extent in layer.extents:
                    if isinstance(extent, Range) and (extent.first == extent.last or _backwards(extent)):
                        yield from _found(document, words, cited.citation.start, extent)


def _found(document: ResolvedDocument, words: Words, offset: int, extent: Range) -> Iterator[Finding]:
    text = words.prose.text
    stretch = (offset + extent.first.span.start, offset + extent.last.span.end)
    if REPLACED_REFERENCE.search(text, max(0, offset - 40), offset):
        return  # "the reference in section 5 to section 3"
    said = text[slice(*stretch)]
    same = extent.first == extent.last
    yield found_in(
        document,
        words,
        stretch,
        f"the range {said} begins and ends with one provision" if same else f"the range {said} runs backwards",
        label="the same twice" if same else "the last comes before the first",
        helps=("write the lower number first, or the numbers that are meant",),
    )


def _backwards(extent: Range) -> bool:
    first, last = extent.first, extent.last
    if first.paragraphs and last.paragraphs and _stem(first) == _stem(last):
        return _paragraphs_backwards(first.paragraphs, last.paragraphs)
    if first.letter != last.letter:
        if first.numbers or last.numbers:
            return False  # it leaves its document: another rule's finding
        return (len(last.letter), last.letter) < (len(first.letter), first.letter)
    return _key(last) < _key(first)


def _key(place: Place) -> list[tuple[int, int, str]]:
    """Sorts numbers with inserted letters by the length of the letters first: 944Z before 944AH."""
    return [(number, len(letters), letters) for number, letters in number_key(".".join(place.numbers))]


def _stem(place: Place) -> tuple[str, tuple[str, ...]]:
    return place.letter, place.numbers


def _paragraphs_backwards(first: tuple[str, ...], last: tuple[str, ...]) -> bool:
    """Whether the first labels that differ are the wrong way round however they are read."""
    differing = next(((one, other) for one, other in zip(first, last, strict=False) if one != other), None)
    return differing is not None and precedes(differing[1], differing[0])


RULE = DocumentRule("reversed-range", Severity.ERROR, find)

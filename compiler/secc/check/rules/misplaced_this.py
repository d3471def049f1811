"""A reference to "this" provision that stands in another.

## What it finds

"This Section H1.3" in Section H1.2; "this Appendix AL" in Appendix AM; "this Appendix" in a Section or Schedule.

## Why

The words were copied from the provision that they name, or the provision was renumbered and they were not. They now say
two things at once: here, and there.

## Wrong

```sec
section H: DCC Services

# H1 Services

H1.1 This Section H1.2 applies to the register.

H1.2 The operator shall keep the register.
```

## Right

```sec
section H: DCC Services

# H1 Services

H1.1 This Section H1.1 applies to the register.

H1.2 The operator shall keep the register.
```

## How to mend it

Write the number of the provision in which the words stand; or leave "this" out, if the other one is meant.
"""

from collections.abc import Iterator

from secc.check.cites import Cited, cites, layers
from secc.check.known import Known
from secc.check.rule import DocumentRule, Finding, found_in
from secc.diagnostics import Severity
from secc.resolve.citation.model import Citation, Pointer, Relative
from secc.resolve.citation.places import places_in
from secc.resolve.interpretation import VOLUMES
from secc.resolve.model import Link, ResolvedDocument, Words
from secc.resolve.terms.scope import around


def find(known: Known, document: ResolvedDocument) -> Iterator[Finding]:  # noqa: ARG001  # as every rule
    """Every "this" with a number, or a word for a document, of a place that it does not stand in."""
    for words in document.words:
        if not words.cited or ("his " not in words.prose.text and "hese " not in words.prose.text):
            continue
        for cited in cites(words):
            pointed = _pointed(cited.citation)
            if pointed is not None and _elsewhere(words, cited, pointed):
                here = words.placed.address
                yield found_in(
                    document,
                    words,
                    cited.stretch,
                    f'"{cited.said}" stands in {here.printed}',
                    label="not here",
                    helps=(
                        f"write the number of the provision in which it stands ({here.printed})",
                        'leave "this" out, if the other provision is meant',
                    ),
                )


def _pointed(citation: Citation) -> Relative | None:
    """The "this …" of a citation, in it or around it ("paragraph (a) of this Section H1.2")."""
    found = (each for each in layers(citation) if isinstance(each, Relative) and each.pointer is Pointer.THIS)
    return next(found, None)


def _elsewhere(words: Words, cited: Cited, pointed: Relative) -> bool:
    if not pointed.extents:
        wanted = VOLUMES.get(pointed.unit)
        return wanted is not None and words.placed.division is None and wanted is not words.placed.address.document.kind
    links = [each for each in cited.references if isinstance(each, Link)]
    if not links or _stands_in(words, pointed):
        return False
    here = set(around(words.placed))
    return cited.citation.reference is not pointed or not any(
        target in here for link in links for target in link.targets
    )


def _stands_in(words: Words, pointed: Relative) -> bool:
    """Whether one of the labels is that of a provision around, as it is written there."""
    labels = {place.label for place in places_in(pointed.extents)}
    numbering = len(words.placed.numbering.path)
    here = {"".join(each.path[numbering:]) for each in around(words.placed)} | {words.placed.address.document.label}
    return not labels.isdisjoint(here)


RULE = DocumentRule("misplaced-this", Severity.ERROR, find)

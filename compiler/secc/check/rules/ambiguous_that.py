"""A reference to "that" provision of which nothing, or more than one thing, says which.

## What it finds

"That Section" where the clause has cited no Section before it, and where its own sentence has cited two.

## Why

"That" goes back to what was cited just before. Where nothing was, or two provisions were, two readers will read two
things.

## Wrong

```sec
section H: DCC Services

# H1 Services

H1.1 Where Section H1.2 or Section H1.3 applies, the operator shall act as that Section requires.

H1.2 The operator shall keep a register.

H1.3 The operator shall publish the register.
```

## Right

```sec
section H: DCC Services

# H1 Services

H1.1 Where Section H1.2 applies, the operator shall act as that Section requires.

H1.2 The operator shall keep a register.

H1.3 The operator shall publish the register.
```

## How to mend it

Write the number of the provision that is meant; of several, write "those Sections" or "the Section in question".
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from secc.check.cites import PROVISION_UNITS, layers, places
from secc.check.known import Known
from secc.check.patterns_references import EACH_IN_TURN, SENTENCE
from secc.check.rule import DocumentRule, Finding, found_in
from secc.diagnostics import Severity
from secc.resolve.citation.model import Citation, Pointer, Range, Relative, Unit
from secc.resolve.model import ResolvedDocument, Words
from secc.resolve.terms.scope import label_of


class _Cited(Struct, frozen=True):
    """A provision cited earlier in the clause: the word that led it, its label, and where it stands."""

    unit: Unit
    label: str
    words: Words
    start: int


def find(known: Known, document: ResolvedDocument) -> Iterator[Finding]:  # noqa: ARG001  # as every rule
    """Every "that Section", "that Clause", "that paragraph" with no antecedent, or with two in its sentence."""
    before: list[_Cited] = []
    for words in document.words:
        if words.placed.own and not words.placed.address.path[-1].startswith("("):
            before.clear()
        for citation in words.cited:
            if _is_that(citation):
                yield from _looked_at(document, words, citation, before)
            before += _cited(words, citation)


def _is_that(citation: Citation) -> bool:
    said = citation.reference
    return (
        isinstance(said, Relative)
        and said.pointer is Pointer.THAT
        and not said.extents
        and not said.plural
        and said.unit in PROVISION_UNITS
    )


def _cited(words: Words, citation: Citation) -> Iterator[_Cited]:
    for layer in layers(citation):
        if layer.unit is not None and not (isinstance(layer, Relative) and layer.pointer is Pointer.THAT):
            labels = [label_of(place) for place in places(layer.extents)] or ["this"]
            yield from (_Cited(layer.unit, label, words, citation.start) for label in labels)
            if any(isinstance(extent, Range) for extent in layer.extents):
                yield _Cited(layer.unit, "a range", words, citation.start)


def _looked_at(
    document: ResolvedDocument, words: Words, citation: Citation, before: Sequence[_Cited]
) -> Iterator[Finding]:
    assert isinstance(citation.reference, Relative)
    unit, text = citation.reference.unit, words.prose.text
    alike = [each for each in before if each.unit is unit]
    stretch = (citation.start, citation.end)
    said = text[slice(*stretch)]
    if not alike and said[5:6].isupper():
        yield found_in(
            document,
            words,
            stretch,
            f'"{said}" goes back to nothing: no {unit} is cited before it here',
            label=f"which {unit}?",
            helps=(f"write the number of the {unit} that is meant",),
        )
        return
    labels = list(dict.fromkeys(each.label for each in alike if each.words is words and each.start >= _sentence(text, citation)))
    if len(labels) > 1 and not EACH_IN_TURN.search(text, 0, citation.start):
        yield found_in(
            document,
            words,
            stretch,
            f'"{said}" may go back to {" or ".join(labels[-2:])}',
            label=f"which {unit}?",
            helps=(f"write the number of the {unit} that is meant",),
        )


def _sentence(text: str, citation: Citation) -> int:
    """Where the sentence of a citation begins."""
    return max((found.end() for found in SENTENCE.finditer(text, 0, citation.start)), default=0)


RULE = DocumentRule("ambiguous-that", Severity.WARNING, find)

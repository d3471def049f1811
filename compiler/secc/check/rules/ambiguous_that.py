"""A reference to "that" provision of which nothing, or more than one thing, says which.

## What it finds

"That Section" where the clause has cited no Section before it, and where what its sentence has cited last are two
("Section H3 or Section H5").

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

from msgspec import Struct, structs

from secc.check.cites import PROVISION_UNITS, layers, places
from secc.check.known import Known
from secc.check.patterns_references import EACH_IN_TURN, SENTENCE
from secc.check.rule import DocumentRule, Finding, found_in
from secc.diagnostics import Severity
from secc.resolve.citation.model import Citation, Place, Pointer, Relative, Unit
from secc.resolve.model import ResolvedDocument, Words
from secc.resolve.terms.scope import label_of

_JOINS = (" or ", " and ", ", or ", ", and ")


class _Cited(Struct, frozen=True):
    """Provisions cited together earlier in the clause: the word that led them, their labels, where they stand."""

    unit: Unit
    labels: tuple[str, ...]
    words: Words
    start: int
    end: int


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
            labels = tuple(_label(layer.unit, place) for place in places(layer.extents))
            yield _Cited(layer.unit, labels, words, citation.start, citation.end)


def _label(unit: Unit, place: Place) -> str:
    """What a provision is called, without the paragraphs of a Section or the paragraphs below a subsection."""
    kept = {Unit.PARAGRAPH: len(place.paragraphs), Unit.SUBSECTION: 1}.get(unit, 0 if place.numbers else 1)
    return label_of(structs.replace(place, paragraphs=place.paragraphs[:kept]))


def _looked_at(
    document: ResolvedDocument, words: Words, citation: Citation, before: Sequence[_Cited]
) -> Iterator[Finding]:
    assert isinstance(citation.reference, Relative)
    unit = citation.reference.unit
    said = words.prose.text[citation.start : citation.end]
    alike = [each for each in before if each.unit is unit]
    choices = _joined(words, citation, alike)
    if not alike and said[5:6].isupper():
        headline = f'"{said}" goes back to nothing: no {said[5:]} is cited before it here'
    elif len(choices) > 1:
        headline = f'"{said}" may go back to {" or ".join(choices)}'
    else:
        return
    helps = (f"write the number of the {said[5:]} that is meant",)
    yield found_in(document, words, (citation.start, citation.end), headline, label=f"which {said[5:]}?", helps=helps)


def _joined(words: Words, citation: Citation, alike: Sequence[_Cited]) -> tuple[str, ...]:
    """The provisions cited last in the sentence, where they are several joined by "and" or "or"."""
    text = words.prose.text
    sentence = _sentence(text, citation)
    here = [each for each in alike if each.words is words and each.start >= sentence]
    if not here or EACH_IN_TURN.search(text, sentence):
        return ()
    labels = here[-1].labels
    if len(here) > 1 and text[here[-2].end : here[-1].start] in _JOINS:
        labels = (*here[-2].labels, *labels)
    return tuple(dict.fromkeys(labels))


def _sentence(text: str, citation: Citation) -> int:
    """Where the sentence of a citation begins."""
    return max((found.end() for found in SENTENCE.finditer(text, 0, citation.start)), default=0)


RULE = DocumentRule("ambiguous-that", Severity.WARNING, find)

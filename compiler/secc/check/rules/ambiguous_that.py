"""A reference to "that" provision of which nothing, or more than one thing, says which.

## What it finds

"That Section" and "paragraph (a) of that Section" where the clause has cited no Section before it, and where what it
has cited last, in the same words or above the list, are several ("Section H3 or Section H5").

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

from secc.check.cites import PROVISION_UNITS, layers
from secc.check.known import Known
from secc.check.patterns_references import EACH_IN_TURN, SENTENCE
from secc.check.rule import DocumentRule, Finding, found_in
from secc.diagnostics import Severity
from secc.resolve.citation.model import Citation, Place, Pointer, Relative, Unit
from secc.resolve.citation.places import places_in
from secc.resolve.model import ResolvedDocument, Words

_JOINS = (" or ", " and ", ", or ", ", and ")


class _Cited(Struct, frozen=True):
    """Provisions cited together earlier in the clause: the word that led them, their labels, where they stand.

    `outer`: something of them is cited, as in "paragraph (a) of Section H1.2".
    """

    unit: Unit
    labels: tuple[str, ...]
    outer: bool
    words: Words
    start: int
    end: int


def find(known: Known, document: ResolvedDocument) -> Iterator[Finding]:  # noqa: ARG001  # as every rule
    """Every "that Section", "that Clause", "that paragraph" with no antecedent, or with several."""
    before: list[_Cited] = []
    for words in document.words:
        if words.placed.own and not words.placed.address.path[-1].startswith("("):
            before.clear()
        for citation in words.cited:
            that = _that(citation)
            if that is not None:
                yield from _looked_at(document, words, citation, that, before)
            before += _cited(words, citation)


def _that(citation: Citation) -> Relative | None:
    """The "that Section" that a citation is, or that its provisions are of."""
    said = [None, *layers(citation)][-1]
    if not isinstance(said, Relative) or said.pointer is not Pointer.THAT or said.extents or said.plural:
        return None
    return said if said.unit in PROVISION_UNITS else None


def _cited(words: Words, citation: Citation) -> Iterator[_Cited]:
    for depth, layer in enumerate(layers(citation)):
        if layer.unit is not None and not (isinstance(layer, Relative) and layer.pointer is Pointer.THAT):
            labels = tuple(_label(layer.unit, place) for place in places_in(layer.extents))
            yield _Cited(layer.unit, labels, depth > 0, words, citation.start, citation.end)


def _label(unit: Unit, place: Place) -> str:
    """What a provision is called, without the paragraphs of a Section or the paragraphs below a subsection."""
    kept = {Unit.PARAGRAPH: len(place.paragraphs), Unit.SUBSECTION: 1}.get(unit, 0 if place.numbers else 1)
    return structs.replace(place, paragraphs=place.paragraphs[:kept]).label


def _looked_at(
    document: ResolvedDocument, words: Words, citation: Citation, that: Relative, before: Sequence[_Cited]
) -> Iterator[Finding]:
    text = words.prose.text
    start = text.lower().rindex("that", citation.start, citation.end)
    said = text[start : citation.end]
    alike = [each for each in before if each.unit is that.unit]
    choices = _joined(words, citation, alike)
    if not alike and said[5:6].isupper():
        headline = f'"{said}" goes back to nothing: no {said[5:]} is cited before it here'
    elif len(choices) > 1:
        headline = f'"{said}" may go back to {" or ".join(choices)}'
    else:
        return
    helps = (f"write the number of the {said[5:]} that is meant",)
    yield found_in(document, words, (start, citation.end), headline, label=f"which {said[5:]}?", helps=helps)


def _joined(words: Words, citation: Citation, alike: Sequence[_Cited]) -> tuple[str, ...]:
    """The provisions cited last, where they are several joined by "and" or "or".

    They stand in the same sentence, else in one before it or in the words above the list.
    """
    around = [each for each in alike if words.placed.address.within(each.words.placed.address)]
    sentence = _sentence(words, citation.start)
    if not around or EACH_IN_TURN.search(words.prose.text, sentence) or _in_turn(around[-1]):
        return ()
    near = [each for each in around if each.words is words and each.start >= sentence]
    here = near or [each for each in around if each.words is around[-1].words]
    joined = [here[-1]]
    for each in reversed(here[:-1]):
        if not _goes_on(each, joined):
            break
        joined.insert(0, each)
    return tuple(dict.fromkeys(label for each in joined for label in each.labels))


def _goes_on(each: _Cited, joined: Sequence[_Cited]) -> bool:
    """Whether a citation is joined to those behind it: "Section H1.2, Section H1.3 or Section H1.4"."""
    between = each.words.prose.text[each.end : joined[0].start]
    return each.outer is joined[0].outer and (between in _JOINS or (between == ", " and len(joined) > 1))


def _in_turn(cited: _Cited) -> bool:
    """Whether the sentence of a citation says that it is of each in turn: "under any of Sections H1.2 to H1.4"."""
    return EACH_IN_TURN.search(cited.words.prose.text, _sentence(cited.words, cited.start), cited.end) is not None


def _sentence(words: Words, place: int) -> int:
    """Where the sentence begins in which a place is."""
    return max((found.end() for found in SENTENCE.finditer(words.prose.text, 0, place)), default=0)


RULE = DocumentRule("ambiguous-that", Severity.WARNING, find)

"""A reference that calls a provision what it is not.

## What it finds

"Clause H1.2" or "paragraph H1" for a provision of the main body, whose provisions are Sections; "Section 4.2" in an
Appendix that calls its provisions Clauses (`unit: Clause`); "Section (a)" for a paragraph.

## Why

By the rules of interpretation the word says where to look: a Section is in the main body, a numbered Clause or
Paragraph in the Schedule or Appendix in which the reference stands. The wrong word sends the reader to another
document.

## Wrong

```sec
section H: DCC Services

# H1 Services

H1.1 The operator shall keep a register in accordance with Clause H1.2.

H1.2 The operator shall publish the register.
```

## Right

```sec
section H: DCC Services

# H1 Services

H1.1 The operator shall keep a register in accordance with Section H1.2.

H1.2 The operator shall publish the register.
```

## How to mend it

Write the word by which the document calls its provisions, or the number of the provision that is meant.
"""

from collections.abc import Iterator

from msgspec import structs

from secc.check.cites import PROVISION_UNITS, Cited, cites, layers
from secc.check.known import Known
from secc.check.patterns_references import OF_ANOTHER
from secc.check.rule import DocumentRule, Finding, found_in
from secc.diagnostics import Severity
from secc.ids import Address, DocumentKind
from secc.resolve.citation.model import Place, Pointer, Relative, Unit
from secc.resolve.citation.places import places_in
from secc.resolve.model import Link, ResolvedDocument, Words

_PARAGRAPH = "paragraph"


def find(known: Known, document: ResolvedDocument) -> Iterator[Finding]:
    """Every citation with a lead word that is not what its document calls the provision."""
    for words in document.words:
        for cited in cites(words) if words.cited else ():
            wrong = _wrong(known, cited) if not _of_another(words, cited) else None
            if wrong is not None:
                unit, true, label = wrong
                yield found_in(
                    document,
                    words,
                    cited.stretch,
                    f"{label} is {_a(true)}, not {_a(unit)}",
                    label=_a(true),
                    helps=(f'write "{true}", or the number of the {unit} that is meant',),
                )


def _of_another(words: Words, cited: Cited) -> bool:
    """Whether it is said to be of something that was not bound: "of the Table to Section 3", "of that Schedule"."""
    text, (start, end) = words.prose.text, cited.stretch
    if OF_ANOTHER.match(text, end) or text[max(0, start - 5) : start].lower() == "that ":
        return True
    return any(isinstance(layer, Relative) and layer.pointer is not Pointer.THIS for layer in layers(cited.citation))


def _wrong(known: Known, cited: Cited) -> tuple[Unit, str, str] | None:
    """The word that leads, the one that should, and the label behind it."""
    target = next((each.targets[0] for each in cited.references if isinstance(each, Link)), None)
    if target is None or cited.outside:
        return None
    for layer in layers(cited.citation):
        unit = layer.unit
        place = next(iter(places_in(layer.extents)), None)
        if place is None or unit is None or unit not in PROVISION_UNITS:
            continue
        true = _true(known, place, unit, target)
        if true and true.casefold() != unit:
            paragraphs = () if place.numbers else place.paragraphs
            return unit, true, structs.replace(place, paragraphs=paragraphs).label
    return None


def _true(known: Known, place: Place, unit: Unit, target: Address) -> str:
    """What the provision at a place of a citation is called; empty where that is not settled, as in an annex."""
    if target.numbering.path:
        return ""
    own = known.unit(target.document)
    if place.letter and not place.numbers and target.document.kind is DocumentKind.SECTION:
        return own
    if place.numbers:
        lettered_elsewhere = place.letter and target.document.kind is not DocumentKind.SECTION
        return "" if lettered_elsewhere else own
    is_clause = unit is Unit.CLAUSE and own.casefold() == Unit.CLAUSE
    in_brackets = not place.letter and target.path[-1:] and target.path[-1].startswith("(")
    return _PARAGRAPH if in_brackets and (unit is Unit.SECTION or is_clause) else ""


def _a(word: str) -> str:
    return f"{'an' if word[:1].lower() in 'aeiou' else 'a'} {word}"


RULE = DocumentRule("reference-to-wrong-level", Severity.ERROR, find)

"""A reference that is not written in the house style.

## What it finds

- `lower-case`: "section H1.2" or "Section h1.2", with a small letter where the Code writes a capital (in an Appendix,
  where its `unit:` has one);
- `bare`: "H1.2" without its lead word, outside tables;
- `short`: "S. H1.2", "para 4", "cl. 4.26", a lead word cut short;
- `ampersand`: "Sections H1.2 & H1.3";
- `cut-number`: "Sections H1.2 to 3", a number without its beginning, which may be H1.3 or H3.

A house style that has one of them allows it in code.toml: `allowed-references = ["bare"]` in `[check]`.

## Why

One way of writing a reference is found by every reader and every search. The rules of interpretation are about a
"Section" and a "Clause", with capitals.

## Wrong

```sec
section H: DCC Services

# H1 Services

H1.1 The operator shall keep a register in accordance with section H1.2.

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

Write the lead word in full and as the document has it, each number in full, and "and" for "&".
"""

from collections.abc import Iterator

from secc.check.cites import PROVISION_UNITS, Cited, cites, layers
from secc.check.fixes import instead
from secc.check.known import Known
from secc.check.patterns_references import GOES_ON_WITH, SHORT_LEAD
from secc.check.phrases import in_table
from secc.check.rule import DocumentRule, Finding, found_in
from secc.diagnostics import Safety, Severity
from secc.ids import Address
from secc.resolve.citation.model import Provisions
from secc.resolve.citation.places import places_in
from secc.resolve.model import Link, ResolvedDocument, Words


def find(known: Known, document: ResolvedDocument) -> Iterator[Finding]:
    """Every citation of a provision of the Code in a form that the house style does not have."""
    allowed = frozenset(known.allowed_references)
    for words in document.words:
        for cited in cites(words) if words.cited else ():
            target = next((each.targets[0] for each in cited.references if isinstance(each, Link)), None)
            if target is None or cited.outside:
                continue
            for slip, headline, help_, new in _slips(known, words, cited, target):
                if slip not in allowed:
                    fix = instead(document, words, cited.stretch, new, f'write "{new}"', Safety.UNSAFE) if new else None
                    yield found_in(document, words, cited.stretch, headline, label=slip, helps=(help_,), fix=fix)
                    break


def _slips(known: Known, words: Words, cited: Cited, target: Address) -> Iterator[tuple[str, str, str, str]]:
    """The name of each slip, what is told of it, what to do, and the citation as it should be, empty if not known."""
    said = cited.said
    if SHORT_LEAD.match(said):
        yield "short", f"{said} does not write its lead word in full", "write the word in full", ""
    if " & " in said:
        yield "ampersand", f'{said} joins provisions with "&"', 'write "and"', said.replace(" & ", " and ")
    unit = known.unit(target.document) or "Section"
    if _is_bare(words, cited) and not target.numbering.path:
        yield "bare", f"{said} stands without its lead word", f'write "{unit} {said}"', f"{unit} {said}"
    yield from _number_slips(cited)
    lower = _lower(cited, target)
    if lower and unit[:1].isupper() and lower == unit.lower():
        yield "lower-case", f"{said} is written with a small letter", f'write "{unit}"', said.replace(lower, unit, 1)


def _number_slips(cited: Cited) -> Iterator[tuple[str, str, str, str]]:
    """The same of its numbers. Behind a dash a number may leave out what it shares with the one before: L13.56-57."""
    for layer in layers(cited.citation):
        for place in places_in(layer.extents):
            start, full = place.span.start, place.number
            written = cited.said[start : place.span.end].partition("(")[0].strip()
            new = cited.said[:start] + full + cited.said[start + len(written) :]
            if written[:1].islower():
                yield "lower-case", f"{cited.said} is written with a small letter", f'write "{new}"', new
            is_cut = written[:1].isdigit() and written.count(".") + 1 < len(place.numbers)
            if is_cut and GOES_ON_WITH.search(cited.said, 0, start):
                yield "cut-number", f"{cited.said} cuts a number short", f'write "{new}" if that is meant', new


def _is_bare(words: Words, cited: Cited) -> bool:
    """Whether a number of the main body stands in a sentence without a word before it."""
    said = cited.citation.reference
    if not isinstance(said, Provisions) or said.unit is not None or in_table(words):
        return False
    return any(place.letter and "." in cited.said for place in places_in(said.extents))


def _lower(cited: Cited, target: Address) -> str:
    """The lead word of a numbered provision, in the singular, where it begins with a small letter."""
    if target.numbering.path:
        return ""
    numbered = {
        str(layer.unit)
        for layer in layers(cited.citation)
        if layer.unit in PROVISION_UNITS and any(place.numbers for place in places_in(layer.extents))
    }
    words = (word.removesuffix("s") for word in cited.said.split())
    return next((word for word in words if word in numbered), "")


RULE = DocumentRule("reference-style", Severity.WARNING, find)

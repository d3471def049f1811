"""An abbreviation of a defined term that no definition introduces.

## What it finds

"GIP" where "Good Industry Practice" is defined, and is the only term with these first letters, but "GIP" is no name
of it. Abbreviations of three letters and more; not those listed under `names` in code.toml.

## Why

The abbreviation is not defined. Those who drafted the Code know what it means; a court does not have to.

## Wrong

```sec
section A: Definitions and Interpretation

# A1 Definitions

A1.1 In this Code:

  define "Good Industry Practice" means the skill that is usual in the industry.

A1.2 The operator shall act in accordance with Good Industry Practice, and shall review the GIP each year.
```

## Right

```sec
section A: Definitions and Interpretation

# A1 Definitions

A1.1 In this Code:

  define "Good Industry Practice" or "GIP" means the skill that is usual in the industry.

A1.2 The operator shall act in accordance with Good Industry Practice, and shall review the GIP each year.
```

## How to mend it

Write the term in full, or introduce the abbreviation in its definition: "Good Industry Practice" or "GIP".
"""

from collections.abc import Iterator, Mapping, Sequence

from secc.check.known import Known
from secc.check.patterns_terms import SHORT
from secc.check.phrases import in_table
from secc.check.rule import DocumentRule, Finding, found_in
from secc.check.terms import holder
from secc.code.model import Clause, Definition, Division, SubHeading, SubSection
from secc.diagnostics import Severity
from secc.resolve.model import Link, ResolvedDocument, Term, Words
from secc.resolve.terms.scope import inside
from secc.syntax.marks import Code, Hyperlink, Symbols


def find(known: Known, document: ResolvedDocument) -> Iterator[Finding]:
    """Every abbreviation that only the first letters of a term in scope explain."""
    initials = known.initials
    for words in document.words:
        block = words.placed.block
        if words.placed.quoted or in_table(words) or isinstance(block, SubSection | SubHeading | Division):
            continue
        if "respectively" in words.prose.text:
            continue  # "where IS, GS and RSA are respectively Import Supplier, …"
        for found in SHORT.finditer(words.prose.text):
            term = _term(initials, known, words, found["short"])
            if term is not None and not _apart(words, found.span("short")):
                yield found_in(
                    document,
                    words,
                    found.span("short"),
                    f'"{found["short"]}" is not introduced',
                    label="abbreviation of what?",
                    helps=(
                        f'write "{term.name}", if that is meant',
                        f'or introduce it in {holder(term).printed}: "{term.name}" or "{found["short"]}"',
                    ),
                )


def _term(initials: Mapping[str, Sequence[Term]], known: Known, words: Words, short: str) -> Term | None:
    """The one term in scope with these first letters, where nothing has the abbreviation as its name."""
    if short not in initials or short in known.forms or any(short in name.split() for name in known.names):
        return None
    found = [term for term in initials[short] if term.within is None or inside(words.placed, term.within)]
    return found[0] if len(found) == 1 else None


def _apart(words: Words, stretch: tuple[int, int]) -> bool:
    """Whether it stands in a use of a term, a reference, code or a quotation."""
    text = words.prose.text
    marks = [each for each in words.prose.marks if isinstance(each, Code | Hyperlink | Symbols)]
    stretches = [(each.start, each.end) for each in (*words.uses, *words.references, *words.cited, *marks)]
    stretches += [(each.heading_start, each.heading_end) for each in words.references if isinstance(each, Link)]
    block = words.placed.block
    if isinstance(block, Definition):
        stretches += [(term.start, term.end) for term in block.terms]
    if isinstance(block, Clause) and block.title:
        stretches.append((0, len(block.title)))
    quoted = text.count('"', 0, stretch[0]) % 2 == 1
    return quoted or any(start < stretch[1] and stretch[0] < end for start, end in stretches)


RULE = DocumentRule("unintroduced-abbreviation", Severity.WARNING, find)

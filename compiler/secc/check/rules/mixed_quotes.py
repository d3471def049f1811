"""The same words in single quotation marks and in double ones.

## What it finds

'register' in one provision and "register" in another of the same document. The kind that the document has less often
for these words is found. Words that always stand in single marks are left alone, as are marks within marks and
apostrophes. Straight and curly marks are one: `secc fmt` settles them.

## Why

A reader may take two kinds of marks for two meanings, and an instruction that quotes one does not fit the other.

## Wrong

```sec
section H: DCC Services

# H1 Services

H1.1 The operator shall mark each entry as "open".

H1.2 The operator shall send a report of each 'open' entry.
```

## Right

```sec
section H: DCC Services

# H1 Services

H1.1 The operator shall mark each entry as "open".

H1.2 The operator shall send a report of each "open" entry.
```

## How to mend it

Write the same marks in both places; `--fix` does.
"""

from collections import Counter
from collections.abc import Iterator
from re import Match

from secc.check.fixes import instead
from secc.check.known import Known
from secc.check.patterns import IN_MARKS
from secc.check.rule import DocumentRule, Finding, found_in
from secc.check.running import matches
from secc.diagnostics import Safety, Severity
from secc.resolve.model import ResolvedDocument, Words

_MARKS = {"single": "'", "double": '"'}


def find(known: Known, document: ResolvedDocument) -> Iterator[Finding]:  # noqa: ARG001  # as every rule
    """Every quotation in the marks that the same words have less often; double ones are usual."""
    quoted = [each for each in matches(document, IN_MARKS, tuple(_MARKS.values())) if not _is_within_marks(*each)]
    counts = Counter((_kind(found), _said(found)) for _, found in quoted)
    for words, found in quoted:
        kind, said = _kind(found), _said(found)
        other = "single" if kind == "double" else "double"
        here, there = counts[kind, said], counts[other, said]
        if there > here or (there == here and kind == "single"):
            new = f"{_MARKS[other]}{found[kind]}{_MARKS[other]}"
            yield found_in(
                document,
                words,
                found.span(),
                f"these words are in {kind} quotation marks here, and in {other} ones elsewhere in the document",
                label=f"{other} marks?",
                helps=(f"write {new}",),
                fix=instead(document, words, found.span(), new, f"write {new}", Safety.SAFE),
            )


def _is_within_marks(words: Words, found: Match[str]) -> bool:
    """Whether it stands in a longer quotation, which may go on in the next paragraph."""
    return words.prose.text.count('"', 0, found.start()) % 2 == 1


def _kind(found: Match[str]) -> str:
    return "single" if found["single"] is not None else "double"


def _said(found: Match[str]) -> str:
    return found[_kind(found)].casefold().strip(" .,;")


RULE = DocumentRule("mixed-quotes", Severity.WARNING, find)

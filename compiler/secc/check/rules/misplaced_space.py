"""A space on the wrong side of a mark, or none where one is called for.

## What it finds

A space before a comma, semicolon, colon or full stop, behind an opening bracket or before a closing one; and a comma or
semicolon with words directly on both sides.

## Why

It is a slip of typing or of an import from Word. It hides words from a search, and a line may break before the mark.

## Wrong

```sec
section H: DCC Services

# H1 Services

H1.1 The operator shall keep the register , and shall publish it.
```

## Right

```sec
section H: DCC Services

# H1 Services

H1.1 The operator shall keep the register, and shall publish it.
```

## How to mend it

Set the mark directly behind the word, and a space behind the mark.
"""

from collections.abc import Iterator

from secc.check.fixes import instead
from secc.check.known import Known
from secc.check.patterns import MISPLACED_SPACE, UNSPACED_MARK
from secc.check.rule import DocumentRule, Finding, found_in
from secc.check.running import matches
from secc.diagnostics import Safety, Severity
from secc.resolve.model import ResolvedDocument

_BESIDE = (" ,", " ;", " :", " ?", " !", " .", "( ", "[ ", " )", " ]")


def find(known: Known, document: ResolvedDocument) -> Iterator[Finding]:  # noqa: ARG001  # as every rule
    """Every space that is misplaced or missing beside a mark."""
    for words, found in matches(document, MISPLACED_SPACE, _BESIDE):
        side = "behind" if found.lastgroup == "inside" else "before"
        headline = f'a space stands {side} "{found[0].strip()}"'
        helps: tuple[str, ...] = ("take the space out",)
        fix = instead(document, words, found.span(), found[0].strip(), "take the space out", Safety.SAFE)
        yield found_in(document, words, found.span(), headline, label="no space", helps=helps, fix=fix)
    for words, found in matches(document, UNSPACED_MARK):
        headline, helps = f'no space stands behind "{found[0]}"', ("put a space behind it",)
        fix = instead(document, words, found.span(), f"{found[0]} ", "put a space behind it", Safety.SAFE)
        yield found_in(document, words, found.span(), headline, label="a space", helps=helps, fix=fix)


RULE = DocumentRule("misplaced-space", Severity.WARNING, find)

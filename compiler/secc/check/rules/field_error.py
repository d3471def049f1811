"""What Word prints where a cross-reference was lost.

## What it finds

"Error! Reference source not found.", "Error! Bookmark not defined.", and fields that were copied as text:
"_Ref12345678", "{ REF … }".

## Why

The document came out of Word with a reference to a provision that had been deleted or renumbered. The sentence no
longer says which provision it means.

## Wrong

```sec
section H: DCC Services

# H1 Services

H1.1 The operator shall keep a register in accordance with Error! Reference source not found.
```

## Right

```sec
section H: DCC Services

# H1 Services

H1.1 The operator shall keep a register in accordance with Section H1.2.

H1.2 The register shall be public.
```

## How to mend it

Find in an earlier version which provision was meant, and write its number.
"""

from collections.abc import Iterator

from secc.check.known import Known
from secc.check.patterns import FIELD_ERROR
from secc.check.rule import DocumentRule, Finding, found_in
from secc.check.running import matches
from secc.diagnostics import Severity
from secc.resolve.model import ResolvedDocument


def find(known: Known, document: ResolvedDocument) -> Iterator[Finding]:  # noqa: ARG001  # as every rule
    """Every such message and field."""
    for words, found in matches(document, FIELD_ERROR, ("Error!", "{", "_Ref")):
        said = found[0].rstrip(".")
        yield found_in(
            document,
            words,
            found.span(),
            f'"{said}" stands where a reference was lost',
            label="which provision?",
            helps=("write the number of the provision that an earlier version names here",),
        )


RULE = DocumentRule("field-error", Severity.ERROR, find)

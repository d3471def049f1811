"""A placeholder left in the text.

## What it finds

`[TBC]`, `[tbc]`, `[TBA]`, `[TBD]`, `[•]`, `[●]`, `[…]` for a thing still to be said, `XXX`, `DD MMM YYYY` and
`Appendix [ ]` in the words of a provision.

## Why

A placeholder in text that is in effect says nothing: "Appendix [TBC]" stood in definitions of the Code for a year
until a direction filled it in. It is allowed in a draft, with a suppression that says what it waits for.

## Wrong

```sec
section A: Definitions and Interpretation

# A1 Definitions

A1.1 In this Code:

  define "S1SPKM Compliance Policy" means the document of that name set out in Appendix [TBC].

A1.2 The operator shall publish the S1SPKM Compliance Policy.
```

## Right

```sec
section A: Definitions and Interpretation

# A1 Definitions

A1.1 In this Code:

  define "S1SPKM Compliance Policy" means the document of that name which the
  operator publishes.

A1.2 The operator shall publish the S1SPKM Compliance Policy.
```

## How to mend it

Say what the placeholder stands for. Where that is not known yet, allow it on the line above:
`// allow placeholder: the Appendix is allocated on designation`.
"""

from collections.abc import Iterator

from secc.check.known import Known
from secc.check.patterns import PLACEHOLDER
from secc.check.rule import DocumentRule, Finding, found_in
from secc.diagnostics import Severity
from secc.resolve.model import ResolvedDocument


def find(known: Known, document: ResolvedDocument) -> Iterator[Finding]:  # noqa: ARG001  # as every rule
    """Every placeholder in every prose."""
    for words in document.words:
        text = words.prose.text
        if "[" not in text and "X" not in text and "D" not in text:
            continue
        for found in PLACEHOLDER.finditer(text):
            yield found_in(
                document,
                words,
                found.span(),
                f"the placeholder {found[0]} is left in the text",
                label="to be filled in",
                helps=("say what it stands for, or allow it with the reason: // allow placeholder: …",),
            )


RULE = DocumentRule("placeholder", Severity.ERROR, find)

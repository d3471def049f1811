"""A letter about documents that says "this document" of one of them.

## What it finds

"this document" in a letter or direction that calls itself "this letter" or "this direction", and is about documents
that it designates or encloses.

## Why

It may be the letter or either of the documents. "Anything done under this document" in a direction has two meanings.

## Wrong

```text
This letter and its annexes designate the policy. Words used in this direction have their usual meaning. The policy
applies from June. This document is being incorporated into the Code.
```

## Right

```text
This letter and its annexes designate the policy. Words used in this direction have their usual meaning. The policy
applies from June. The policy is being incorporated into the Code.
```

## How to mend it

Name the document.
"""

from collections import Counter
from collections.abc import Iterator

from secc.check.patterns_prose import OWN_NAME
from secc.check.prose.reader import Reader
from secc.check.prose.rule import ProseRule
from secc.check.rule import Finding
from secc.diagnostics import Severity

_LETTERS = ("letter", "direction", "notice")
_OTHERS = ("consultation", "report", "response", "paper")


def find(reader: Reader) -> Iterator[Finding]:
    """Every "this document" in a text that has another name for itself."""
    found = list(reader.matches(OWN_NAME))
    names = Counter(match["name"] for _, match in found)
    if sum(names[each] for each in _LETTERS) < 2 or any(names[each] for each in _OTHERS):
        return
    for each, match in found:
        if match["name"] == "document":
            headline = '"this document" may be the letter or the document that it is about'
            yield reader.found(each, match.span(), headline, label="which?", helps=("name the document",))


RULE = ProseRule("ambiguous-document", Severity.WARNING, find)

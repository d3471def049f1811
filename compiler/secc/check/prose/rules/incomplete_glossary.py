"""A list of all abbreviations that lacks one.

## What it finds

In a report: a glossary that says it lists all the acronyms or abbreviations used, and those used that are not in it.

## Why

The reader who looks one up trusts the list, and takes what is not in it for something else.

## Wrong

```text
SECAS has met the Change Board, and the RAPP was discussed.

# Glossary

This table lists all the acronyms used in this document.

# SECAS

The Smart Energy Code Administrator and Secretariat.
```

## Right

```text
SECAS has met the Change Board.

# Glossary

This table lists all the acronyms used in this document.

# SECAS

The Smart Energy Code Administrator and Secretariat.
```

## How to mend it

Add them, or say that the list has the principal ones.
"""

from collections.abc import Iterator

from secc.check.patterns_prose import ALL_LISTED
from secc.check.prose.abbreviations import uses
from secc.check.prose.reader import Reader
from secc.check.prose.rule import ProseRule
from secc.check.rule import Finding
from secc.diagnostics import Severity


def find(reader: Reader) -> Iterator[Finding]:
    """The sentence that promises a whole list, where the list lacks something."""
    listed = {word for headword in reader.glossary for word in headword.split(" ")}
    used = dict.fromkeys(short for each in reader.prose for short, _, _ in uses(each) if len(short) > 2)
    missing = [short for short in used if short not in listed]
    for each, match in reader.matches(ALL_LISTED):
        if missing and reader.glossary:
            headline = f"the list of all abbreviations lacks {', '.join(missing)}"
            helps = ("add them, or say that the list has the principal ones",)
            yield reader.found(each, match.span(), headline, label="not all of them", helps=helps)


RULE = ProseRule("incomplete-glossary", Severity.WARNING, find)

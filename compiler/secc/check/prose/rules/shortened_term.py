"""A term without its first words.

## What it finds

In a letter: "the Delivery Date" where the text has "Initial Delivery Date" everywhere else, and "Delivery Date" only
once; "the User Interface" where its glossary has "DCC User Interface".

## Why

The reader asks whether another date, another interface is meant. In a direction that question goes to court.

## Wrong

```text
The Initial Delivery Date will be consulted upon. The Initial Delivery Date is fixed by direction. We expect the
Delivery Date to be in June.
```

## Right

```text
The Initial Delivery Date will be consulted upon. The Initial Delivery Date is fixed by direction. We expect the
Initial Delivery Date to be in June.
```

## How to mend it

Write the term in full, or introduce the short form where the term first stands.
"""

from collections.abc import Iterator, Mapping

from secc.check.patterns_prose import GOES_ON
from secc.check.prose.reader import Reader
from secc.check.prose.rule import ProseRule
from secc.check.rule import Finding
from secc.diagnostics import Severity


def find(reader: Reader) -> Iterator[Finding]:
    """Every phrase of two words or more that stands once, and is the end of a term that stands several times."""
    longer = _longer(reader)
    for run in reader.runs:
        full = longer.get(run.text, "")
        behind_article = run.paragraph.text[: run.start].endswith("the ")
        defined = run.text in reader.terms and full not in run.paragraph.text
        goes_on = GOES_ON.match(run.paragraph.text, run.end) is not None
        if full and behind_article and reader.frequency[run.text] == 1 and not (defined or goes_on):
            yield reader.found(
                run.paragraph,
                (run.start, run.end),
                f'"{run.text}" is elsewhere "{full}"',
                label="cut short",
                helps=(f'write "{full}"',),
            )


def _longer(reader: Reader) -> Mapping[str, str]:
    """Each end of two words or more of a phrase that stands twice or more, with that phrase."""
    found: dict[str, str] = {}
    for text, count in reader.frequency.items():
        words = text.split(" ")
        if count > 1 or text in reader.own_terms:
            for place in range(1, len(words) - 1):
                found.setdefault(" ".join(words[place:]), text)
    return found


RULE = ProseRule("shortened-term", Severity.WARNING, find)

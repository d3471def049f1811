"""A mark that parts what belongs together, or stands for another.

## What it finds

In a letter: a slash where a sentence should have its full stop ("does not impact consumers/"); a comma between a
provision and its verb ("Section X3, enables"), or between a verb and its "that" ("we would expect, that").

## Why

A comma between subject and verb makes the reader look for its pair, and read what follows as a parenthesis.

## Wrong

```text
Section X3, enables the Secretary of State to designate a date. This does not impact consumers/
```

## Right

```text
Section X3 enables the Secretary of State to designate a date. This does not impact consumers.
```

## How to mend it

Take the comma out; write the full stop.
"""

from collections.abc import Iterator

from secc.check.patterns_prose import COMMA_BEFORE_THAT, COMMA_BEFORE_VERB, SLASH_FOR_STOP
from secc.check.prose.reader import Reader
from secc.check.prose.rule import ProseRule
from secc.check.rule import Finding
from secc.diagnostics import Severity

# So many words are a sentence, and no path of a file.
_SENTENCE = 5


def find(reader: Reader) -> Iterator[Finding]:
    """Every such mark."""
    for each, match in reader.matches(SLASH_FOR_STOP):
        words = each.text[: match.start()].split(" ")
        if len(words) < _SENTENCE or "/" in words[-1]:
            continue
        headline = "a slash stands where the sentence ends"
        yield reader.found(each, match.span(), headline, label="a full stop?", helps=("write a full stop",))
    for pattern in (COMMA_BEFORE_VERB, COMMA_BEFORE_THAT):
        for each, match in reader.matches(pattern):
            place = match.start("comma")
            start = each.text.rfind(" ", 0, each.text.rfind(" ", 0, place)) + 1
            headline = "a comma parts what belongs together"
            yield reader.found(
                each, (start, match.end()), headline, label="no comma here", helps=("take the comma out",)
            )


RULE = ProseRule("stray-mark", Severity.WARNING, find)

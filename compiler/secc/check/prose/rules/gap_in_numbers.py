"""A number left out in a letter.

## What it finds

Paragraphs, headings, annexes, questions or footnotes of a letter that go from 4 to 6; and a table of contents that
goes from 2.2 to 2.4 where the text has a 2.3.

## Why

The reader asks what was taken out, or which of the two numbers is meant where the letter is cited.

## Wrong

```text
1. The first question is answered.

2. The second question is answered.

4. The last question is answered.
```

## Right

```text
1. The first question is answered.

2. The second question is answered.

3. The last question is answered.
```

## How to mend it

Number anew from the gap on, and see that references to these numbers still say what is meant.
"""

from collections.abc import Iterator

from secc.check.prose.numbering import Slip, footnote_marks, slips
from secc.check.prose.reader import Reader
from secc.check.prose.rule import ProseRule
from secc.check.rule import Finding
from secc.diagnostics import Severity
from secc.source import Span


def find(reader: Reader) -> Iterator[Finding]:
    """Every number that is more than one above the one before it, where the series goes on."""
    for numbered, slip, before in slips(reader.letter):
        if slip is Slip.GAP and before is not None:
            yield _finding(reader, numbered.span, numbered.text, before.text)
    last = 0
    for number, span in footnote_marks(reader.letter):
        if number > last + 1:
            yield _finding(reader, span, f"footnote {number}", f"footnote {last}" if last else "none")
        last = max(last, number)


def _finding(reader: Reader, span: Span, said: str, before: str) -> Finding:
    headline = f"{said} follows {before}"
    return reader.found_at(span, headline, label="what is between them?", helps=("number anew from here on",))


RULE = ProseRule("gap-in-numbers", Severity.WARNING, find)

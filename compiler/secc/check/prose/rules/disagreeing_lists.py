"""Two lists of what is changed that do not agree.

## What it finds

In a report: sentences that say which documents are to be changed ("changes are required to … Appendices A, B and C"),
and a list of the documents affected, with documents that stand only in one of them.

## Why

Parties look in the list for the documents that concern them. If a document is changed that the list does not have, they
were not consulted on it.

## Wrong

```text
Changes are required to SEC Appendices A, B and C.

The following parts of the SEC will be impacted:

- Appendix A
- Appendix B
- Appendix C
- Appendix D
```

## Right

```text
Changes are required to SEC Appendices A, B, C and D.

The following parts of the SEC will be impacted:

- Appendix A
- Appendix B
- Appendix C
- Appendix D
```

## How to mend it

Make both lists from the text of the change.
"""

from collections.abc import Iterator

from secc.check.prose.affected import bulleted, by_label, documents_in, sentences
from secc.check.prose.reader import Reader
from secc.check.prose.rule import ProseRule
from secc.check.rule import Finding
from secc.diagnostics import Severity
from secc.source import Span


def find(reader: Reader) -> Iterator[Finding]:
    """The sentences on what changes, taken together, against each list; what only one of them has."""
    said = sentences(reader)
    named = {label for reading in said for label in documents_in(reading)}
    for listed in bulleted(reader):
        labels = {label for reading in listed for label in documents_in(reading)}
        common = named & labels
        if said and len(common) * 2 >= len(named) and named != labels:
            span = Span(said[0].start, said[0].end)
            missing, extra = sorted(labels - named, key=by_label), sorted(named - labels, key=by_label)
            parts = [f"{', '.join(missing)} only in the list" if missing else ""]
            parts.append(f"{', '.join(extra)} only here" if extra else "")
            headline = f"two lists of what changes disagree: {'; '.join(filter(None, parts))}"
            helps = ("make both lists from the text of the change",)
            yield reader.found_at(
                span, headline, label=f"another list is on line {reader.line(listed[0].start)}", helps=helps
            )


RULE = ProseRule("disagreeing-lists", Severity.ERROR, find)

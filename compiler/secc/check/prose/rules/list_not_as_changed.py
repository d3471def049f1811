"""A list of what is changed that does not agree with the change itself.

## What it finds

In a letter or report that is checked beside a comparison (`secc check --prose FILE --against BEFORE AFTER`): a list of
the documents affected that lacks one which the comparison changes, or has one which it leaves as it is.

## Why

Parties look in the list for the documents that concern them. A list made by hand drifts from the text with every late
edit of either.

## Wrong

```text
The following parts of the SEC will be impacted:

- Appendix A
- Appendix B
- Appendix C
```

```changed
Appendix A
Appendix B
Appendix D
```

## Right

```text
The following parts of the SEC will be impacted:

- Appendix A
- Appendix B
- Appendix D
```

```changed
Appendix A
Appendix B
Appendix D
```

## How to mend it

Make the list from the change: `secc redline BEFORE AFTER` names the documents.
"""

from collections.abc import Iterator, Sequence

from secc.check.prose.affected import bulleted, by_label, documents_in, sentences
from secc.check.prose.reader import Reader
from secc.check.prose.rule import ProseRule
from secc.check.rule import Finding
from secc.diagnostics import Severity
from secc.resolve.citation.cited import Reading
from secc.source import Span


def find(reader: Reader) -> Iterator[Finding]:
    """Each list that lacks a document which changed, or has one that did not; nothing without a comparison."""
    if reader.changed is None:
        return
    said = sentences(reader)
    for listed in [*([said] if said else []), *bulleted(reader)]:
        yield from _difference(reader, reader.changed, listed)


def _difference(reader: Reader, changed: frozenset[str], listed: Sequence[Reading]) -> Iterator[Finding]:
    named = {label for reading in listed for label in documents_in(reading)}
    missing, extra = sorted(changed - named, key=by_label), sorted(named - changed, key=by_label)
    parts = [f"it lacks {', '.join(missing)}" if missing else "", f"{', '.join(extra)} did not change" if extra else ""]
    if missing or extra:
        yield reader.found_at(
            Span(listed[0].start, listed[0].end),
            f"this list of what changes is not what the comparison changes: {'; '.join(filter(None, parts))}",
            helps=("make the list from the comparison",),
        )


RULE = ProseRule("list-not-as-changed", Severity.ERROR, find)

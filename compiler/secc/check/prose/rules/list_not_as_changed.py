"""A list of what is changed that does not agree with the change itself.

## What it finds

In a letter or report that is checked beside a comparison (`secc check --prose FILE --against BEFORE AFTER`) or an
instrument (`--about INSTRUMENT`): a list of the documents affected that lacks one which is changed, or has one which is
left as it is. With an instrument also a table of the provisions affected, with `Section` and `Content` at its head,
that lacks one, or has one in which nothing changes.

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

Make the list from the change: `secc redline BEFORE AFTER` names the documents, and `secc pack INSTRUMENT` makes both
lists.
"""

from collections.abc import Iterator, Sequence

from secc.check.prose.affected import bulleted, by_label, documents_in, sentences
from secc.check.prose.reader import Reader
from secc.check.prose.rule import ProseRule
from secc.check.prose.tabled import Row, covers, tables
from secc.check.rule import Finding
from secc.diagnostics import Severity
from secc.resolve.citation.cited import Reading
from secc.source import Span

_DOCUMENTS = ("Section ", "Schedule ", "Appendix ")
WHOLE = "whole "
"""Stands before a document that is changed as a whole: new, or revoked."""
_SHOWN = 8


def find(reader: Reader) -> Iterator[Finding]:
    """Each list that lacks something which changed, or has what did not; nothing without a comparison."""
    if reader.changed is None:
        return
    documents = frozenset(each for each in reader.changed if each.startswith(_DOCUMENTS) and "/" not in each)
    said = sentences(reader)
    for listed in [*([said] if said else []), *bulleted(reader)]:
        yield from _difference(reader, documents, listed)
    provisions = frozenset(each.removeprefix(WHOLE) for each in reader.changed if _is_provision(each))
    for table in tables(reader) if provisions else ():
        yield from _rows(reader, provisions, table)


def _is_provision(changed: str) -> bool:
    return changed.startswith(WHOLE) or not changed.startswith(_DOCUMENTS) or "/" in changed


def _rows(reader: Reader, changed: frozenset[str], table: Sequence[Row]) -> Iterator[Finding]:
    named = list(dict.fromkeys(label for row in table for label in row.named))
    missing = [each for each in changed if not any(covers(row, each) or covers(each, row) for row in named)]
    extra = [row for row in named if not any(covers(row, each) or covers(each, row) for each in changed)]
    parts = [f"it lacks {_listed(missing)}" if missing else "", f"nothing changes in {_listed(extra)}" if extra else ""]
    if missing or extra:
        yield reader.found_at(
            table[0].span,
            f"this table of what changes is not what the instrument changes: {'; '.join(filter(None, parts))}",
            helps=("make the table from the instrument: secc pack makes it",),
        )


def _listed(labels: Sequence[str]) -> str:
    ordered = sorted(labels, key=by_label)
    more = f" and {len(ordered) - _SHOWN} more" if len(ordered) > _SHOWN else ""
    return ", ".join(each.replace("/", " ") for each in ordered[:_SHOWN]) + more


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

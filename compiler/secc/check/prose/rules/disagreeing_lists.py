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

from collections.abc import Iterator, Sequence

from secc.check.patterns_prose import AFFECTED
from secc.check.prose.reader import Reader
from secc.check.prose.rule import ProseRule
from secc.check.rule import Finding
from secc.diagnostics import Severity
from secc.reading.letter import Paragraph
from secc.resolve.citation.cited import Kind, Reading
from secc.resolve.citation.written import TargetRange
from secc.source import Span

# A list has at least so many documents.
_LIST = 3
_DOCUMENTS = (Kind.APPENDIX, Kind.SCHEDULE, Kind.SECTION)


def find(reader: Reader) -> Iterator[Finding]:
    """The sentences on what changes, taken together, against each list; what only one of them has."""
    said = [reading for reading in reader.citations if _is_list(reader, reading)]
    named = {label for reading in said for label in _labels(reading)}
    for listed in _bulleted(reader):
        labels = {label for reading in listed for label in _labels(reading)}
        common = named & labels
        if said and len(common) * 2 >= len(named) and named != labels:
            span = Span(said[0].start, said[0].end)
            missing, extra = sorted(labels - named, key=_order), sorted(named - labels, key=_order)
            parts = [f"{', '.join(missing)} only in the list" if missing else ""]
            parts.append(f"{', '.join(extra)} only here" if extra else "")
            headline = f"two lists of what changes disagree: {'; '.join(filter(None, parts))}"
            helps = ("make both lists from the text of the change",)
            yield reader.found_at(
                span, headline, label=f"another list is on line {reader.line(listed[0].start)}", helps=helps
            )


def _order(label: str) -> tuple[int, str]:
    return len(label), label


def _labels(reading: Reading) -> Iterator[str]:
    for target in reading.found.targets:
        label = target.first if isinstance(target, TargetRange) else target
        yield label if label.startswith(("Appendix ", "Schedule ")) else f"Section {label[0]}"


def _is_list(reader: Reader, reading: Reading) -> bool:
    """Whether a citation names several documents, in a sentence on what changes."""
    if reading.found.kind not in _DOCUMENTS or len(reading.found.targets) < _LIST:
        return False
    paragraph = reader.paragraph_at(reading.start)
    return paragraph is not None and AFFECTED.search(paragraph.text) is not None


def _bulleted(reader: Reader) -> Iterator[Sequence[Reading]]:
    """The runs of paragraphs, each of which begins with a document, below a sentence on what changes."""
    by_start = {reading.start: reading for reading in reader.citations if reading.found.kind in _DOCUMENTS}
    run: list[Reading] = []
    before: Paragraph | None = None
    for each in reader.letter.paragraphs:
        reading = by_start.get(each.places[0])
        if reading is not None and before is not None and (run or AFFECTED.search(before.text)):
            run.append(reading)
            continue
        if len(run) >= _LIST:
            yield run
        run, before = [], each
    if len(run) >= _LIST:
        yield run


RULE = ProseRule("disagreeing-lists", Severity.ERROR, find)

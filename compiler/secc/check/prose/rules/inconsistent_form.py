"""One name in two forms.

## What it finds

In a letter: "Communication Hubs" beside "Communications Hubs", "Documents Sets" beside "Document Sets"; "EUI64" beside
"EUI-64", "SEC4A" beside "SEC 4A"; "Appendixes" for Appendices.

## Why

Two forms are two names: a search finds one of them, and a reader wonders whether the other is something else.

## Wrong

```text
Each of the Communications Hubs is ordered in advance. The Communications Hubs are delivered by the month. The
Communication Hubs are installed.
```

## Right

```text
Each of the Communications Hubs is ordered in advance. The Communications Hubs are delivered by the month. The
Communications Hubs are installed.
```

## How to mend it

Write the form that is defined; where none is, the one that is used more.
"""

from collections import Counter
from collections.abc import Iterator
from re import Match

from secc.check.patterns_prose import APPENDIXES, CODE
from secc.check.prose.reader import Reader
from secc.check.prose.rule import ProseRule
from secc.check.prose.runs import pairs
from secc.check.rule import Finding
from secc.diagnostics import Severity
from secc.reading.letter import Paragraph


def find(reader: Reader) -> Iterator[Finding]:
    """Every form that is used less often than another of the same name."""
    yield from _inner_plurals(reader)
    yield from _codes(reader)
    for each, match in reader.matches(APPENDIXES):
        yield _finding(reader, each, match.span(), "Appendices")


def _inner_plurals(reader: Reader) -> Iterator[Finding]:
    """Two capitalised words, of which the first has an s here and none elsewhere."""
    found = [(run.paragraph, *pair) for run in reader.runs for pair in pairs(run)]
    counts = Counter((first, _singular(second)) for _, first, second, _, _ in found)
    for paragraph, first, second, start, end in found:
        other = first[:-1] if first.endswith("s") else f"{first}s"
        here, there = counts[first, _singular(second)], counts[other, _singular(second)]
        text = f"{other} {second}"
        if (
            there > here
            and here <= _FEW
            and min(len(first), len(second)) > _SHORT
            and f"{first} {second}" not in reader.terms
        ):
            yield _finding(reader, paragraph, (start, end), text)


_FEW = 2
_SHORT = 3


def _singular(word: str) -> str:
    return word.removesuffix("s")


def _codes(reader: Reader) -> Iterator[Finding]:
    """Capitals and a figure, joined here by a hyphen or nothing and elsewhere by something else."""
    found = [(each, match) for each, match in reader.matches(CODE) if match["letters"] not in _MONEY]
    counts = Counter((match["letters"], match["joint"], match["figure"]) for _, match in found)
    told: set[str] = set()
    for each, match in found:
        usual = max((" ", "-", ""), key=lambda joint: _count(counts, match, joint))
        more = usual != match["joint"] and _count(counts, match, usual) >= _count(counts, match, match["joint"])
        if more and match[0] not in told:
            told.add(match[0])
            yield _finding(reader, each, match.span(), f"{match['letters']}{usual}{match['figure']}")


_MONEY = ("GBP", "EUR", "USD", "RFC")


def _count(counts: Counter[tuple[str, str, str]], match: Match[str], joint: str) -> int:
    return counts[match["letters"], joint, match["figure"]]


def _finding(reader: Reader, paragraph: Paragraph, stretch: tuple[int, int], usual: str) -> Finding:
    said = paragraph.text[slice(*stretch)]
    headline = f'"{said}" is elsewhere "{usual}"'
    return reader.found(paragraph, stretch, headline, label="two forms", helps=(f'write "{usual}"',))


RULE = ProseRule("inconsistent-form", Severity.WARNING, find)

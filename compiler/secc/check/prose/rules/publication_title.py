"""One publication under two titles, or one short name in two forms.

## What it finds

In a letter: a web address in two footnotes, at which the sentences give the publication different titles; and a short
name that is introduced in one form, "SMETS1 TMAD", and used in another, "TMAD".

## Why

The reader looks for a second publication that does not exist.

## Wrong

```text
DCC has consulted in 'Resetting the Delivery Programme'<sup>1</sup> on its plan.

<sup>1</sup> https://www.example.org/plan.pdf

It proposes in 'Changes to the Plan and its Milestones'<sup>2</sup> a new date.

<sup>2</sup> https://www.example.org/plan.pdf
```

## Right

```text
DCC has consulted in 'Resetting the Delivery Programme'<sup>1</sup> on its plan.

<sup>1</sup> https://www.example.org/plan.pdf

It proposes in 'Resetting the Delivery Programme'<sup>2</sup> a new date.

<sup>2</sup> https://www.example.org/plan.pdf
```

## How to mend it

Write the title that stands on the publication; introduce the short name that is used.
"""

from collections.abc import Iterator

from secc.check.prose.abbreviations import uses
from secc.check.prose.publications import publications
from secc.check.prose.reader import Reader
from secc.check.prose.rule import ProseRule
from secc.check.rule import Finding
from secc.diagnostics import Related, Severity


def find(reader: Reader) -> Iterator[Finding]:
    """The first title of each publication that has another later on, and each short name in another form."""
    yield from _titles(reader)
    yield from _short_names(reader)


def _titles(reader: Reader) -> Iterator[Finding]:
    path = reader.letter.source.path
    for address, titles in publications(reader.letter).items():
        first = titles[0]
        other = next((each for each in titles if each.title.casefold() != first.title.casefold()), None)
        if other is not None:
            headline = f'what is "{first.title}" here is "{other.title}" elsewhere, at the same address'
            see = Related(path, other.span, f"{address} again")
            helps = ("write the title that stands on the publication",)
            yield reader.found_at(first.span, headline, label="two titles", helps=helps, related=(see,))


def _short_names(reader: Reader) -> Iterator[Finding]:
    """A short name of two words of which only the last is used, which nothing introduces."""
    introduced = {each.short: each for each in reversed(reader.introduced)}
    used = {
        short: (each, start, end)
        for each in reversed(reader.prose)
        for short, start, end in uses(each)
        if not each.text[max(0, start - 2) : start - 1].isalnum() or each.text[:start].split(" ")[-2].islower()
    }
    for short, each in introduced.items():
        last = short.rpartition(" ")[2]
        count = sum(run.text == short for run in reader.runs)
        if last == short or last not in used or last in introduced or not last.isupper() or count > 1:
            continue
        paragraph, start, end = used[last]
        headline = f'"{last}" is used, where "{short}" is introduced'
        see = reader.see(paragraph, (start, end), "used here")
        helps = (f'introduce "{last}", or use "{short}"',)
        yield reader.found(
            each.paragraph, (each.start, each.end), headline, label="two forms", helps=helps, related=(see,)
        )


RULE = ProseRule("publication-title", Severity.WARNING, find)

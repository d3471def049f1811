"""`undefined-term` in a letter: what is nearly a term, or nearly the title of a document, and is none."""

from collections.abc import Iterator

from secc.check.patterns_prose import LEADS
from secc.check.prose.likeness import Likeness
from secc.check.prose.reader import Reader
from secc.check.prose.rule import as_in_the_code
from secc.check.prose.runs import Run
from secc.check.rule import Finding
from secc.check.rules import undefined_term


def find(reader: Reader) -> Iterator[Finding]:
    """Every capitalised phrase that differs from a term by a few letters, or by one word of several."""
    likeness = Likeness(reader)
    for run in reader.runs:
        part, meant = _near(likeness, run)
        place = part.paragraph.places[part.start]
        if meant and not any(span.start <= place < span.end for _, _, span in reader.echoed):
            yield reader.found(
                part.paragraph,
                (part.start, part.end),
                f'"{part.text}" is not a defined term',
                label="not defined",
                helps=(f'did you mean "{meant}"?', "or define it, or write it without capitals"),
            )


def _near(likeness: Likeness, run: Run) -> tuple[Run, str]:
    """The longest part of a run that is nearly a term, with that term, and stands in no longer term."""
    meant = likeness.reworded(run.text)
    if meant:
        return run, meant
    usual: list[Run] = []
    for part in run.parts(2):
        if LEADS.match(part.text) or any(each.start <= part.start and part.end <= each.end for each in usual):
            continue
        if likeness.is_usual(part.text):
            usual.append(part)
            continue
        ends = part.end == run.end or likeness.is_strange(part.text)
        meant = likeness.misspelt(part.text) if ends else ""
        if meant:
            return part, meant
    return run, ""


RULE = as_in_the_code(undefined_term.RULE, find)

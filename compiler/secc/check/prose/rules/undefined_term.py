"""`undefined-term` in a letter: what is nearly a term, or nearly the title of a document, and is none."""

from collections.abc import Iterator

from secc.check.prose.likeness import Likeness
from secc.check.prose.reader import Reader
from secc.check.prose.rule import as_in_the_code
from secc.check.rule import Finding
from secc.check.rules import undefined_term


def find(reader: Reader) -> Iterator[Finding]:
    """Every capitalised phrase that differs from a term by a few letters, or by one word of several."""
    likeness = Likeness(reader)
    for run in reader.runs:
        for part in run.parts(2):
            meant = likeness.meant(part.text)
            if meant:
                yield reader.found(
                    part.paragraph,
                    (part.start, part.end),
                    f'"{part.text}" is not a defined term',
                    label="not defined",
                    helps=(f'did you mean "{meant}"?', "or define it, or write it without capitals"),
                )
                break


RULE = as_in_the_code(undefined_term.RULE, find)

"""Capitalised phrases: words in the prose that look like a defined term."""

from collections.abc import Iterator

from msgspec import Struct

from secc.check.patterns import CAPITALISED, JOINING, OUTSIDE_WORK, QUOTED, SENTENCE_END
from secc.check.running import left_over
from secc.code.model import Clause, Definition, Division, SubHeading, SubSection, Table
from secc.resolve.model import Link, Outside, Reference, Words
from secc.syntax.marks import Code, Hyperlink, Symbols


class Phrase(Struct, frozen=True):
    """`text[start:end]`, with the start of each of its capitalised words; `opens`: it begins a sentence."""

    text: str
    start: int
    end: int
    starts: tuple[int, ...]
    opens: bool


def phrases(words: Words) -> Iterator[Phrase]:
    """The capitalised phrases of a prose that are no defined term in use, word for word.

    Those in headings, quoted words, code, symbols and links are left out.
    """
    block = words.placed.block
    if isinstance(block, SubSection | SubHeading | Division) or words.placed.quoted or getattr(block, "vacant", False):
        return
    text = words.prose.text
    apart = _apart(words)
    used = {(use.start, use.end) for use in words.uses}
    for found in CAPITALISED.finditer(text):
        start, end = found.span()
        if (start, end) in used or any(first < end and start < last for first, last in apart):
            continue
        opens = SENTENCE_END.search(text, max(0, start - 6), start) is not None
        starts = (start, *(start + join.end() for join in JOINING.finditer(found[0])))
        yield Phrase(found[0], start, end, starts, opens)


def _named_from(words: Words, reference: Reference) -> int:
    """Where a reference ends, but for a work whose name says no more than a term would: that is looked at."""
    if isinstance(reference, Outside) and reference.work and not OUTSIDE_WORK.search(reference.work):
        at = words.prose.text.find(reference.work, reference.start, reference.end)
        return at if at >= 0 else reference.end
    return reference.end


def in_table(words: Words) -> bool:
    """Whether the prose is a cell, in which capitals say little."""
    return isinstance(words.placed.block, Table)


def _apart(words: Words) -> list[tuple[int, int]]:
    """Stretches in which capitals are not a term's: quotations, code, symbols, links, echoed headings, references."""
    stretches = [(mark.start, mark.end) for mark in words.prose.marks if isinstance(mark, Code | Hyperlink | Symbols)]
    stretches += [found.span() for found in QUOTED.finditer(words.prose.text)]
    stretches += left_over(words.prose.text)
    for reference in words.references:
        stretches.append((reference.start, _named_from(words, reference)))
        if isinstance(reference, Link) and reference.heading:
            stretches.append((reference.heading_start, reference.heading_end))
    if isinstance(words.placed.block, Clause) and words.placed.block.title:
        stretches.append((0, words.prose.marks[0].end))
    if isinstance(words.placed.block, Definition):
        stretches += [(term.start, term.end) for term in words.placed.block.terms]
    return stretches

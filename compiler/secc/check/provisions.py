"""The words of each provision together: those of a clause or definition with its paragraphs and closing words."""

from collections.abc import Iterator

from secc.code.model import Clause, Definition, Division, Footnote, Note, SubHeading, SubSection, Table
from secc.resolve.model import ResolvedDocument, Words

# What begins a provision of its own here, and what is one all alone.
_BEGINS = (Clause, Definition, SubSection, Division)
_ALONE = (SubHeading, SubSection, Division, Table, Note, Footnote)


def together(document: ResolvedDocument) -> Iterator[tuple[Words, ...]]:
    """The words of each clause and definition, in order; a heading, cell, note or footnote comes alone."""
    provision: list[Words] = []
    for words in document.words:
        block = words.placed.block
        if isinstance(block, _ALONE):
            yield (words,)
            continue
        if isinstance(block, _BEGINS) and provision:
            yield tuple(provision)
            provision = []
        provision.append(words)
    if provision:
        yield tuple(provision)

"""Fixes as rules offer them: other words in place of some, written in the file as they stand there."""

from secc.diagnostics import Edit, Fix, Safety
from secc.resolve.model import ResolvedDocument, Words


def instead(
    document: ResolvedDocument, words: Words, stretch: tuple[int, int], new: str, says: str, safety: Safety
) -> Fix | None:
    """`new` in place of `words.prose.text[stretch[0]:stretch[1]]`, which is not empty.

    None where the file has something else between these words than white space, such as a mark of emphasis: what is to
    become of it, only the drafter can say. None too where nothing would change.
    """
    span = words.prose.span(*stretch)
    written = document.loaded.source.text[span.start : span.end]
    if written == new or " ".join(written.split()) != words.prose.text[slice(*stretch)].strip():
        return None
    return Fix(says, (Edit(span, new),), safety)


def as_written(said: str, new: str) -> str:
    """New words with the capitals of what was written: all of them, or that of the first letter."""
    if len(said) > 1 and said.isupper():
        return new.upper()
    return new[0].upper() + new[1:] if said[:1].isupper() else new

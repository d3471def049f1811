"""Running words: what stands in the prose of a document as words, not as code, symbols or a link."""

from collections.abc import Iterator
from re import Match, Pattern

from secc.resolve.model import ResolvedDocument, Words
from secc.syntax.marks import Code, Hyperlink, Symbols


def matches(
    document: ResolvedDocument, pattern: Pattern[str], signs: tuple[str, ...] = ()
) -> Iterator[tuple[Words, Match[str]]]:
    """Every match of a pattern in the running words of a document; only a prose with one of `signs` is searched."""
    for words in document.words:
        text = words.prose.text
        if signs and not any(sign in text for sign in signs):
            continue
        for found in pattern.finditer(text):
            if is_running(words, found.start(), found.end()):
                yield words, found


def is_running(words: Words, start: int, end: int) -> bool:
    """Whether no code, symbol or link holds over any of `text[start:end]`."""
    return not any(
        mark.start < end and start < mark.end
        for mark in words.prose.marks
        if isinstance(mark, Code | Hyperlink | Symbols)
    )

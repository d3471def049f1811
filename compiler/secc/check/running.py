"""Running words: what stands in the prose of a document as words, not as code, symbols or a link."""

from collections.abc import Iterator
from functools import cached_property
from re import Match

from secc.check.patterns import BARE_ADDRESS, DRAFTING_NOTE, FIELD_ERROR
from secc.expressions import Expression
from secc.resolve.model import ResolvedDocument, Words
from secc.syntax.marks import Code, Hyperlink, Symbols


def matches(
    document: ResolvedDocument, pattern: Expression, signs: tuple[str, ...] = ()
) -> Iterator[tuple[Words, Match[str]]]:
    """Every match of a pattern in the running words of a document; only a prose with one of `signs` is searched."""
    for words in document.words:
        text = words.prose.text
        for sign in signs:
            if sign in text:
                break
        else:
            if signs:
                continue
        running: Running | None = None
        for found in pattern.finditer(text):
            running = running or Running(words)
            if running.has(found.start(), found.end()):
                yield words, found


def is_running(words: Words, start: int, end: int) -> bool:
    """Whether `text[start:end]` has nothing of code, of symbols, of a link or of an address that is written out."""
    return Running(words).has(start, end)


class Running:
    """What of a prose are running words; the rest is looked for once, when anything is first asked."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def has(self, start: int, end: int) -> bool:
        """Whether `text[start:end]` has nothing of the rest."""
        return not any(first < end and start < last for first, last in self._rest)

    @cached_property
    def _rest(self) -> list[tuple[int, int]]:
        prose = self._words.prose
        rest = [(mark.start, mark.end) for mark in prose.marks if isinstance(mark, Code | Hyperlink | Symbols)]
        if "://" in prose.text or "www." in prose.text or "@" in prose.text:
            rest += [found.span() for found in BARE_ADDRESS.finditer(prose.text)]
        return rest


def left_over(text: str) -> list[tuple[int, int]]:
    """Stretches that are no words of the provision: notes to the drafter, and what Word prints for a lost reference."""
    stretches: list[tuple[int, int]] = []
    if "[" in text:
        stretches += [found.span() for found in DRAFTING_NOTE.finditer(text)]
    if "Error!" in text or "{" in text:
        stretches += [found.span() for found in FIELD_ERROR.finditer(text)]
    return stretches

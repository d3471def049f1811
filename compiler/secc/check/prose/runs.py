"""Runs of capitalised words in a letter: what may be a term, a title or a name."""

from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from secc.check.patterns_prose import CAPITAL_RUN
from secc.reading.letter import Paragraph


class Run(Struct, frozen=True):
    """`text` is `paragraph.text[start:end]`, capitalised words with one space between them."""

    paragraph: Paragraph
    start: int
    end: int
    text: str

    @property
    def words(self) -> list[str]:
        """Its words."""
        return self.text.split(" ")

    def parts(self, shortest: int) -> Iterator["Run"]:
        """Itself and every run inside it of at least so many words, the longest first."""
        words = self.words
        starts = [self.start]
        for word in words:
            starts.append(starts[-1] + len(word) + 1)
        for count in range(len(words), shortest - 1, -1):
            for first in range(len(words) - count + 1):
                start, end = starts[first], starts[first + count] - 1
                yield Run(self.paragraph, start, end, self.paragraph.text[start:end])


def runs(paragraph: Paragraph) -> Iterator[Run]:
    """Every run of a paragraph, in order; one that begins a sentence with an article begins behind it."""
    for found in CAPITAL_RUN.finditer(paragraph.text):
        start = found.start("run")
        yield Run(paragraph, start, found.end("run"), paragraph.text[start : found.end("run")])


def pairs(run: Run) -> Iterator[tuple[str, str, int, int]]:
    """Every two words side by side, with their stretch of the paragraph."""
    start = run.start
    for first, second in pairwise(run.words):
        yield first, second, start, start + len(first) + 1 + len(second)
        start += len(first) + 1

"""A code whose every word has an identity, so that what an edit changed is known exactly."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import count
from typing import NamedTuple

_TIGHT_BEFORE = frozenset(",.;:)")


class Word(NamedTuple):
    """A word or sign: what it says, and which it is."""

    text: str
    identity: int


class Kind(StrEnum):
    """What a line is."""

    SECTION = "section"
    GROUP = "group"
    CLAUSE = "clause"
    DEFINITION = "definition"
    PARAGRAPH = "paragraph"
    TABLE = "table"
    FORMULA = "formula"


@dataclass(slots=True, eq=False)
class Line:
    """One block of text: `number` is its identity, which an edit keeps. A table's words are those of its cells."""

    kind: Kind
    label: str
    words: list[Word]
    number: int
    rows: list[list[list[Word]]] = field(default_factory=list)
    lines: list["Line"] = field(default_factory=list)

    @property
    def down(self) -> Iterator["Line"]:
        """It and all below it, in the order of the page."""
        yield self
        for each in self.lines:
            yield from each.down

    @property
    def all_words(self) -> list[Word]:
        """Its words, cell by cell in a table."""
        return [*self.words, *(word for row in self.rows for cell in row for word in cell)]

    def copy(self) -> "Line":
        """The same, to be edited."""
        rows = [[list(cell) for cell in row] for row in self.rows]
        return Line(self.kind, self.label, list(self.words), self.number, rows, [each.copy() for each in self.lines])


class Mint:
    """Gives identities to words and numbers to lines."""

    def __init__(self) -> None:
        self._identities = count(1)
        self._numbers = count(1)

    def words(self, text: str) -> list[Word]:
        """New words; the text has spaces between all of them, signs too."""
        return [Word(each, next(self._identities)) for each in text.split()]

    def line(self, kind: Kind, label: str, text: str) -> Line:
        """A new line."""
        return Line(kind, label, self.words(text), next(self._numbers))

    def again(self, line: Line) -> Line:
        """A new line that says the same."""
        rows = [[self.words(" ".join(word.text for word in cell)) for cell in row] for row in line.rows]
        words = self.words(" ".join(word.text for word in line.words))
        return Line(line.kind, line.label, words, next(self._numbers), rows, [self.again(each) for each in line.lines])


def written(words: list[Word]) -> tuple[str, list[int]]:
    """Words as a text, and where each begins in it. Every second quotation mark closes."""
    parts: list[str] = []
    starts = []
    place = 0
    opened = tight = False
    for word in words:
        closes = opened and word.text == '"'
        if parts and not tight and not closes and word.text not in _TIGHT_BEFORE:
            parts.append(" ")
            place += 1
        starts.append(place)
        parts.append(word.text)
        place += len(word.text)
        opened ^= word.text == '"'
        tight = word.text == "(" or (opened and word.text == '"')
    return "".join(parts), starts

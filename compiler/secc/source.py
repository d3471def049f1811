"""Source files and places in them.

Offsets count code points from 0 in the text as read (line ends are line feeds, a byte-order mark is dropped); lines and
columns count from 1.
"""

from bisect import bisect_right
from functools import cached_property
from pathlib import PurePosixPath

from msgspec import Struct


class Span(Struct, frozen=True, eq=False, array_like=True, gc=False):
    """A stretch of a source file, `start` inclusive, `end` exclusive.

    Spans take no part in equality: any two are equal, so that two texts are equal when they say the same thing.
    Compare `start` and `end` where the place matters.
    """

    start: int
    end: int

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Span)

    def __hash__(self) -> int:
        return 0


class Source:
    """One file's text, with the lines needed to show a place in it.

    `path` is relative to the repository, with forward slashes.
    """

    def __init__(self, path: PurePosixPath | str, text: str) -> None:
        self.path = str(path)
        self.text = text

    @cached_property
    def _line_starts(self) -> list[int]:
        starts = [0]
        position = self.text.find("\n")
        while position >= 0:
            starts.append(position + 1)
            position = self.text.find("\n", position + 1)
        return starts

    def place(self, offset: int) -> tuple[int, int]:
        """The line and column of an offset, each from 1."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def line(self, number: int) -> str:
        """The text of a line, counted from 1, without its line end; empty past the end."""
        if number > len(self._line_starts):
            return ""
        start = self._line_starts[number - 1]
        end = self.text.find("\n", start)
        return self.text[start:] if end < 0 else self.text[start:end]

"""What of two texts has to be looked at to say what changed: not all that they begin and end with alike."""

from collections.abc import Sequence
from itertools import compress, count
from operator import ne
from typing import NamedTuple

from secc.compare.alignment import Run

_AROUND = 2
"""Words kept on either side of what differs."""


class Ends(NamedTuple):
    """Two texts cut at spaces, and how many pieces at the start and at the end of both are equal."""

    before: list[str]
    after: list[str]
    start: int
    end: int

    @property
    def alike(self) -> int:
        """How many pieces are equal at the ends."""
        return self.start + self.end

    def around(self, words: int) -> "Ends":
        """The same with so many pieces less counted on either side."""
        return Ends(self.before, self.after, max(0, self.start - words), max(0, self.end - words))

    @property
    def between(self) -> tuple[list[str], list[str]]:
        """The pieces of either text between these ends."""
        return self.before[self.start : len(self.before) - self.end], self.after[
            self.start : len(self.after) - self.end
        ]

    def inner(self) -> tuple[str, str, int]:
        """What is between the equal ends of either text, and where it begins in both."""
        first = sum(map(len, self.before[: self.start])) + self.start
        inner, new_inner = self.between
        return " ".join(inner), " ".join(new_inner), first


def ends_alike(before: str, after: str) -> Ends:
    """What two texts begin and end with alike. Cut at spaces, so that words are those of the whole text."""
    old, new = before.split(" "), after.split(" ")
    shorter = min(len(old), len(new))
    start = next(compress(count(), map(ne, old, new)), shorter)
    end = next(compress(count(), map(ne, reversed(old), reversed(new))), shorter)
    return Ends(old, new, start, min(end, shorter - start))


def with_words_around(ends: Ends) -> Ends:
    """With the words around what differs: where a change stands may depend on them."""
    return ends.around(_AROUND)


def may_slide_out(runs: Sequence[Run], old: Sequence[str], new: Sequence[str], left: int, right: int) -> bool:
    """Whether a change may be moved to where words were left out: `left` of them before and `right` after."""
    if not runs:
        return True
    ends = [(0, 0, 0), *runs, (len(old), len(new), 0)]
    return (left > 0 and _out_left(ends[1], ends[2], old, new)) or (
        right > 0 and _out_right(ends[-3], ends[-2], old, new)
    )


def _out_left(first: Run, following: Run, old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether the change after the first run says, from its end back, what stands there, to the very start."""
    start, new_start, length = first
    if start or new_start or length < _AROUND or length == min(len(old), len(new)):
        return True
    sides = ((old, following[0] - length), (new, following[1] - length))
    return any(size > 0 and words[0] == words[size] for words, size in sides)


def _out_right(previous: Run, last: Run, old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether the change before the last run says what stands after it, to the very end but one."""
    i, j, length = last
    if i + length != len(old) or j + length != len(new) or length < _AROUND or length == min(len(old), len(new)):
        return True
    sides = ((old, i - previous[0] - previous[2]), (new, j - previous[1] - previous[2]))
    return any(size > 0 and words[-2] == words[-2 - size] for words, size in sides)

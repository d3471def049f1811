"""Moves an insertion or omission that could as well stand a few words further on to where it reads best.

"(a) one; [(b) two;]" and "(a) one[; (b) two];" are the same change; a drafter would write the first.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Protocol

from secc.compare.alignment import Run, joined
from secc.compare.weights import CONNECTIVES


class Spaced(Protocol):
    """Words, with what stands before each."""

    @property
    def words(self) -> list[str]:
        """The words in order."""
        ...

    def blank(self, place: int) -> str:
        """What stands between a word and the one before it."""
        ...


def slid(runs: Sequence[Run], old: Spaced, new: Spaced) -> list[Run]:
    """The runs kept, with each pure insertion and omission between two of them at its best place."""
    result = [(0, 0, 0), *runs, (len(old.words), len(new.words), 0)]
    for place, ((i, j, length), (next_i, next_j, next_length)) in enumerate(pairwise(result[:])):
        i, j, length = result[place]
        start, new_start = i + length, j + length
        if (start == next_i) == (new_start == next_j):
            continue
        rooms = length - (i > 0 and j > 0), next_length - 1
        if start == next_i:
            shift = _best_shift(new, new_start, next_j, *rooms)
        else:
            shift = _best_shift(old, start, next_i, *rooms)
        result[place] = (i, j, length + shift)
        result[place + 1] = (next_i + shift, next_j + shift, next_length - shift)
    return joined([run for run in result if run[2]])


def _best_shift(side: Spaced, start: int, end: int, room_left: int, room_right: int) -> int:
    """By how many words to move the stretch `start` to `end`: 0 where no other place is better."""
    shifts = list(_shifts(side, start, end, room_left, room_right))
    if not shifts:
        return 0
    best, best_score = 0, _score(side.words, start, end)
    for shift in shifts:
        score = _score(side.words, start + shift, end + shift)
        if score > best_score:
            best, best_score = shift, score
    return best


def _shifts(side: Spaced, start: int, end: int, room_left: int, room_right: int) -> Iterator[int]:
    words = side.words
    for back in range(1, room_left + 1):
        if words[start - back] != words[end - back] or side.blank(start - back) != side.blank(end - back):
            break
        yield -back
    for on in range(room_right):
        if words[start + on] != words[end + on] or side.blank(start + on) != side.blank(end + on):
            break
        yield on + 1


def _score(words: Sequence[str], start: int, end: int) -> float:
    first, last = words[start], words[end - 1]
    score = 3.0 if start == 0 or words[start - 1] in ".;:" else 0.0
    if first in (",", "(") or first.lower() in CONNECTIVES:
        score += 2
    if last in ".;":
        score += 2
    elif last.lower() in CONNECTIVES:
        score -= 2
    if end == len(words) or not words[end][0].isalnum():
        score += 1.5
    stretch = words[start:end]
    return score - 3 if stretch.count("(") != stretch.count(")") else score

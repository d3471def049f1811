"""What of two texts has to be looked at to say what changed: not all that they begin and end with alike."""

from collections.abc import Sequence

from secc.compare.alignment import Run

_AROUND = 2
"""Words kept on either side of what differs."""


def ends_alike(before: str, after: str) -> tuple[int, int]:
    """How many characters at the start and the end of two texts are equal and may be left out.

    Cut at spaces, so that the words are the same as those of the whole text; the words around what differs are kept.
    """
    shorter = min(len(before), len(after))
    start = _alike(before, after, shorter)
    end = _alike_at_end(before, after, shorter - start)
    cut = start
    for _ in range(_AROUND + 1):
        cut = before.rfind(" ", 0, max(cut, 0))
    last = len(before) - end - 1
    for _ in range(_AROUND + 1):
        last = before.find(" ", last + 1)
        if last < 0:
            return cut + 1, 0
    return cut + 1, len(before) - last


def _alike(before: str, after: str, most: int) -> int:
    """The length of what two texts begin with, by halving."""
    least = 0
    while least < most:
        middle = (least + most + 1) // 2
        if before[least:middle] == after[least:middle]:
            least = middle
        else:
            most = middle - 1
    return least


def _alike_at_end(before: str, after: str, most: int) -> int:
    """The same for what they end with."""
    least = 0
    length, new_length = len(before), len(after)
    while least < most:
        middle = (least + most + 1) // 2
        if before[length - middle : length - least] == after[new_length - middle : new_length - least]:
            least = middle
        else:
            most = middle - 1
    return least


def may_slide_out(runs: Sequence[Run], old: Sequence[str], new: Sequence[str], left: int, right: int) -> bool:
    """Whether a change may be moved to where words were left out: `left` characters before and `right` after."""
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

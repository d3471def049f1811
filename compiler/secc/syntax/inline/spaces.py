"""Even words: every run of white space one space, quotes straight, and where each character came from.

`Pairs` are in the form of `Places`: (offset in what was made, offset in what it was made from), flattened, ascending;
from each pair on the two run together until the next. There is always a first pair, at offset 0.
"""

from bisect import bisect_right
from collections.abc import Sequence
from typing import TypeAlias

from secc.syntax.patterns import SPACES, UNEVEN

Pairs: TypeAlias = tuple[int, ...]

SAME: Pairs = (0, 0)
"""The pairs of what was left as it was."""

_EVEN = {
    **dict.fromkeys("\n\t\u00a0\u1680\u202f\u205f\u3000", " "),
    **{chr(code): " " for code in range(0x2000, 0x200B)},
    **dict.fromkeys("“”„‟", '"'),
    **dict.fromkeys("‘’‚‛", "'"),
}


def even(raw: str) -> tuple[str, Pairs]:
    """The words with single spaces, no space at either end, and straight quotes."""
    words = raw
    for uneven in set(UNEVEN.findall(raw)):
        words = words.replace(uneven, _EVEN[uneven])
    if "  " in words or words.startswith(" ") or words.endswith(" "):
        return _collapsed(words)
    return words, SAME


def _collapsed(words: str) -> tuple[str, Pairs]:
    start = len(words) - len(words.lstrip(" "))
    end = len(words.rstrip(" "))
    if end == 0:
        return "", SAME
    pieces: list[str] = []
    pairs = [0, start]
    length = 0
    for run in SPACES.finditer(words, start, end):
        pieces.append(words[start : run.start() + 1])
        length += run.start() + 1 - start
        start = run.end()
        pairs += (length, start)
    pieces.append(words[start:end])
    return "".join(pieces), tuple(pairs)


def through(upper: Sequence[int], lower: Pairs, length: int) -> Pairs:
    """Pairs from a text of `length` to what it was made from, on to what that was made from in its turn."""
    if lower == SAME:
        return tuple(upper)
    begins = lower[::2]
    pairs: list[int] = []
    for place in range(0, len(upper), 2):
        start, middle = upper[place], upper[place + 1]
        end = upper[place + 2] if place + 2 < len(upper) else max(length, start + 1)
        first = bisect_right(begins, middle) - 1
        pairs += (start, lower[2 * first + 1] + middle - begins[first])
        for later in range(first + 1, len(begins)):
            position = start + begins[later] - middle
            if position >= end:
                break
            pairs += (position, lower[2 * later + 1])
    return tuple(pairs)

"""Which words of two texts correspond, so that a reader sees few and whole changes.

Works on sequences of words. An alignment is a list of runs kept, `(start in before, start in after, length)`, ascending
and apart.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from typing import TypeAlias

from secc.compare.chain import heaviest_chain
from secc.compare.weights import weight

Run: TypeAlias = tuple[int, int, int]
_CELLS = 120_000
"""A larger window is aligned by its longest common subsequence instead, which is quicker and a little less tidy."""
_BITS = 400_000_000
"""A window that is larger still is cut first at the words that stand in it once on either side."""
_NEVER = -(10**9)


def align(before: Sequence[str], after: Sequence[str], gap: int) -> list[Run]:
    """The runs of words to keep: together the heaviest, less `gap` (in hundredths of a word) for each change."""
    start = _common_start(before, after)
    end = _common_end(before, after, start)
    inner_before, inner_after = before[start : len(before) - end], after[start : len(after) - end]
    runs = [(start + i, start + j, length) for i, j, length in _window(inner_before, inner_after, gap)]
    if start:
        runs.insert(0, (0, 0, start))
    if end:
        runs.append((len(before) - end, len(after) - end, end))
    return joined(runs)


def joined(runs: Sequence[Run]) -> list[Run]:
    """The same runs, those that touch on both sides made one."""
    result: list[Run] = []
    for i, j, length in runs:
        if result and result[-1][0] + result[-1][2] == i and result[-1][1] + result[-1][2] == j:
            i, j, length = result[-1][0], result[-1][1], result[-1][2] + length
            result.pop()
        result.append((i, j, length))
    return result


def _common_start(before: Sequence[str], after: Sequence[str]) -> int:
    shorter = min(len(before), len(after))
    place = 0
    while place < shorter and before[place] == after[place]:
        place += 1
    return place


def _common_end(before: Sequence[str], after: Sequence[str], start: int) -> int:
    shorter = min(len(before), len(after)) - start
    count = 0
    while count < shorter and before[-1 - count] == after[-1 - count]:
        count += 1
    return count


def _window(before: Sequence[str], after: Sequence[str], gap: int) -> list[Run]:
    if not before or not after or set(before).isdisjoint(after):
        return []
    if len(before) * len(after) > _BITS:
        return _between_unique(before, after, gap)
    if len(before) * len(after) > _CELLS:
        return _without_islands(before, _longest_common(before, after), len(after), gap)
    return _heaviest(before, after, gap)


def _between_unique(before: Sequence[str], after: Sequence[str], gap: int) -> list[Run]:
    """Cut where words stand that are there once on both sides, in the same order; nothing is kept where there are none.

    The memory for what follows stays bounded, whatever the texts.
    """
    places, places_after = _once(before), _once(after)
    shared = [(i, places_after[word], float(weight(word))) for word, i in places.items() if word in places_after]
    cuts = heaviest_chain(shared) if shared else []
    runs: list[Run] = []
    last_i = last_j = 0
    for i, j, _ in (*cuts, (len(before), len(after), 0.0)):
        inner = align(before[last_i:i], after[last_j:j], gap) if cuts else []
        runs += [(last_i + start, last_j + start_after, length) for start, start_after, length in inner]
        runs.append((i, j, 1))
        last_i, last_j = i + 1, j + 1
    return joined(runs[:-1])


def _once(words: Sequence[str]) -> dict[str, int]:
    counts = Counter(words)
    return {word: place for place, word in enumerate(words) if counts[word] == 1}


def _heaviest(before: Sequence[str], after: Sequence[str], gap: int) -> list[Run]:
    """Affine alignment: `kept[i][j]` ends with the i-th and j-th word kept, `apart[i][j]` within a change.

    Rows of `apart` never fall, and of `kept` only few places count: each row follows from the one above by those.
    """
    width = len(after) + 1
    kept_row, apart_row = [0] + [_NEVER] * (width - 1), [_NEVER] + [-gap] * (width - 1)
    kept, apart = [kept_row], [apart_row]
    places: dict[str, list[int]] = {}
    for place, word in enumerate(after, start=1):
        places.setdefault(word, []).append(place)
    above: Sequence[int] = (0,)
    for word in before:
        kept_next, apart_next = [_NEVER] * width, apart_row.copy()
        here = places.get(word, ())
        for place in above:
            _raise(apart_next, place, kept_row[place] - gap)
        if here:
            worth = weight(word)
            for place in here:
                kept_next[place] = worth + max(kept_row[place - 1], apart_row[place - 1])
                _raise(apart_next, place + 1, kept_next[place] - gap)
        above, kept_row, apart_row = here, kept_next, apart_next
        kept.append(kept_row)
        apart.append(apart_row)
    return _trace(kept, apart, gap)


def _raise(row: list[int], place: int, value: int) -> None:
    """Let a row that never falls be at least so high from a place on."""
    if place < len(row) and row[place] < value:
        end = bisect_left(row, value, place)
        row[place:end] = [value] * (end - place)


def _trace(kept: list[list[int]], apart: list[list[int]], gap: int) -> list[Run]:
    """The runs of the best path, from the last cell back."""
    i, j = len(kept) - 1, len(kept[0]) - 1
    pairs: list[Run] = []
    within = apart[i][j] >= kept[i][j]
    while i > 0 or j > 0:
        if not within:
            pairs.append((i - 1, j - 1, 1))
            i, j = i - 1, j - 1
            within = apart[i][j] > kept[i][j]
        elif i > 0 and apart[i][j] in (apart[i - 1][j], kept[i - 1][j] - gap):
            within = apart[i][j] == apart[i - 1][j]
            i -= 1
        else:
            within = apart[i][j] == apart[i][j - 1]
            j -= 1
    return joined(pairs[::-1])


def _longest_common(before: Sequence[str], after: Sequence[str]) -> list[Run]:
    """A longest common subsequence, bit-parallel: each bit of `row` is a word of `before`, 0 where the length grows."""
    bits: dict[str, int] = {}
    for place, word in enumerate(before):
        bits[word] = bits.get(word, 0) | 1 << place
    mask = (1 << len(before)) - 1
    row, rows = mask, []
    for word in after:
        shared = row & bits.get(word, 0)
        row = ((row + shared) | (row - shared)) & mask
        rows.append(row)
    pairs: list[Run] = []
    i, j = len(before), len(after)
    while i and j:
        if rows[j - 1] >> (i - 1) & 1:
            i -= 1
            continue
        j -= 1
        if j == 0 or rows[j - 1] >> (i - 1) & 1:
            i -= 1
            pairs.append((i, j, 1))
    return joined(pairs[::-1])


def _without_islands(before: Sequence[str], runs: list[Run], width: int, gap: int) -> list[Run]:
    """Runs that bring less than a change costs, given up, where there are changes on both sides of them."""
    kept = []
    for i, j, length in runs:
        at_edge = (i == 0 and j == 0) or (i + length == len(before) and j + length == width)
        if at_edge or sum(map(weight, before[i : i + length])) > gap:
            kept.append((i, j, length))
    return kept

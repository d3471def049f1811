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
    """Affine alignment: of all chains of equal words the one that weighs most, less a gap for each change.

    Each two equal words are the last of a chain: after the two next to them, or with a change between. `best` are the
    chains so far that weigh more than all that end before them, by where they end (`ends`). Of chains of equal weight
    that one is taken which was there first.
    """
    places: dict[str, list[int]] = {}
    for j, word in enumerate(after):
        places.setdefault(word, []).append(j)
    pairs: list[tuple[int, int, int]] = []
    ends, best = [-1], [(0, -1)]
    above = {-1: (0, -1)}
    for i, word in enumerate(before):
        here: dict[int, tuple[int, int]] = {}
        worth = weight(word) if word in places else 0
        for j in places.get(word, ()):
            weighs, last = best[bisect_left(ends, j) - 1]
            weighs -= gap
            if j - 1 in above and above[j - 1][0] >= weighs:
                weighs, last = above[j - 1]
            here[j] = weighs + worth, len(pairs)
            pairs.append((i, j, last))
        for j, chain in here.items():
            _offer(ends, best, j, chain)
        above = here
    last = best[-1][1]
    runs: list[Run] = []
    while last >= 0:
        i, j, last = pairs[last]
        runs.append((i, j, 1))
    return joined(runs[::-1])


def _offer(ends: list[int], best: list[tuple[int, int]], end: int, chain: tuple[int, int]) -> None:
    """Take a chain among the best if it is, and leave out those that it weighs more than."""
    first = last = bisect_left(ends, end)
    if best[first - 1][0] >= chain[0] or (first < len(ends) and ends[first] == end and best[first][0] >= chain[0]):
        return
    while last < len(ends) and best[last][0] < chain[0]:
        last += 1
    ends[first:last] = [end]
    best[first:last] = [chain]


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

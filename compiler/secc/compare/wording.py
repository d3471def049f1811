"""What changed between two texts, word by word."""

from collections.abc import Sequence
from itertools import accumulate

from msgspec import Struct

from secc.compare.alignment import Run, align
from secc.compare.model import Different, Hunk
from secc.compare.patterns import WORD, WORDS_APART
from secc.compare.sliding import slid
from secc.compare.weights import weight
from secc.compare.window import Ends, ends_alike, may_slide_out, with_words_around

GAP = 0.4
"""What a change costs a reader, in content words: the default."""
READABLE = 0.8
"""The same where fewer and longer changes are wanted."""
_SURVIVES = 0.25
_LONG = 24


class Words(Struct, frozen=True, gc=False):
    """A text as words. `edges` is where it begins, where each word begins and ends, and where the text ends."""

    text: str
    words: list[str]
    edges: list[int]

    @property
    def starts(self) -> list[int]:
        """Where each word begins."""
        return self.edges[1:-1:2]

    def end(self, place: int) -> int:
        """Where a word ends."""
        return self.edges[2 * place + 2]

    def blank(self, place: int) -> str:
        """What stands between a word and the one before it."""
        return self.text[self.edges[2 * place] : self.edges[2 * place + 1]]

    def stretch(self, place: int, count: int) -> str:
        """So many words as they stand in the text, from a place on."""
        return self.text[self.edges[2 * place + 1] : self.edges[2 * (place + count)]]


def words_of(text: str) -> Words:
    """A text cut into words, as `patterns.WORD` has them."""
    pieces = WORDS_APART.split(text)
    return Words(text, pieces[1::2], [0, *accumulate(map(len, pieces))])


def words(before: str, after: str, gap: float = GAP) -> tuple[Hunk, ...]:
    """The changes between two texts: whole words, in order, apart; putting them into `before` gives `after` exactly.

    `gap` is what a change costs in content words: more of it gives fewer, longer changes. A text of which less than a
    quarter survives is changed as a whole.
    """
    if before == after:
        return ()
    ends = ends_alike(before, after)
    if ends.alike:
        found = _replacement(ends) or _near(with_words_around(ends), round(100 * gap))
        if found:
            return found
    old, new = words_of(before), words_of(after)
    runs = align(old.words, new.words, round(100 * gap))
    if _is_rewritten(old.words, new.words, runs):
        return (Hunk(0, len(before), 0, len(after)),)
    return _hunks(old, new, slid(runs, old, new))


def _replacement(ends: Ends) -> tuple[Hunk, ...]:
    """The one change where some words stand for others that have nothing in common with them; nothing otherwise."""
    alike = ends.alike
    if alike >= min(len(ends.before), len(ends.after)):
        return ()
    pieces, others = ends.between
    if not set(pieces).isdisjoint(others):
        return ()
    inner, new_inner, start = ends.inner()
    if not all(map(str.isalpha, pieces)) or not all(map(str.isalpha, others)):
        if inner != inner.strip() or new_inner != new_inner.strip():
            return ()
        pieces, others = WORD.findall(inner), WORD.findall(new_inner)
        if not pieces or not others or not set(pieces).isdisjoint(others):
            return ()
    if len(pieces) + len(others) >= 2 * alike:
        return ()
    return (Hunk(start, start + len(inner), start, start + len(new_inner)),)


def _near(ends: Ends, gap: int) -> tuple[Hunk, ...]:
    """The changes from what differs and some words around it; nothing where these are not sure to be all.

    What is left out is kept, as `align` would, and is so much that the text is not changed as a whole.
    """
    inner, new_inner, start = ends.inner()
    if not ends.alike or inner != inner.strip() or new_inner != new_inner.strip():
        return ()
    old, new = words_of(inner), words_of(new_inner)
    runs = align(old.words, new.words, gap)
    if 2 * ends.alike + 4 * sum(run[2] for run in runs) <= len(old.words) + len(new.words):
        return ()
    if may_slide_out(runs, old.words, new.words, ends.start, ends.end):
        return ()
    return _hunks(old, new, slid(runs, old, new), start)


def _is_rewritten(before: Sequence[str], after: Sequence[str], runs: Sequence[Run]) -> bool:
    total = len(before) + len(after)
    if total < _LONG or 4 * sum(run[2] for run in runs) > total:
        return False
    kept = sum(weight(word) for start, _, length in runs for word in before[start : start + length])
    return 2 * kept < _SURVIVES * (sum(map(weight, before)) + sum(map(weight, after)))


def _hunks(old: Words, new: Words, runs: Sequence[Run], first: int = 0) -> tuple[Hunk, ...]:
    """A hunk for what stands between two runs, and for each difference of white space within one.

    `first` is where both texts begin in those that they were taken from.
    """
    found = []
    i = j = 0
    for next_i, next_j, length in (*runs, (len(old.words), len(new.words), 0)):
        found.append(_hunk(old, new, (i, next_i, j, next_j), first))
        if length and old.stretch(next_i, length) != new.stretch(next_j, length):
            for place in range(1, length):
                before, after = next_i + place, next_j + place
                found.append(_hunk(old, new, (before, before, after, after), first))
        i, j = next_i + length, next_j + length
    return tuple([hunk for hunk in found if hunk is not None])


def _hunk(old: Words, new: Words, between: Different, first: int) -> Hunk | None:
    """What stands from one kept word to the next, less the white space that both sides begin and end with."""
    i, next_i, j, next_j = between
    edges, new_edges = old.edges, new.edges
    start, end, new_start, new_end = edges[2 * i], edges[2 * next_i + 1], new_edges[2 * j], new_edges[2 * next_j + 1]
    removed, put = old.text[start:end], new.text[new_start:new_end]
    if removed == put:
        return None
    head = min(edges[2 * i + 1] - start, new_edges[2 * j + 1] - new_start)
    if removed[:head] != put[:head]:
        head = 0
    tail = min(end - edges[2 * next_i], new_end - new_edges[2 * next_j])
    if removed[len(removed) - tail :] != put[len(put) - tail :]:
        tail = 0
    tail = min(tail, len(removed) - head, len(put) - head)
    return Hunk(first + start + head, first + end - tail, first + new_start + head, first + new_end - tail)

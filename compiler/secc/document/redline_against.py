"""A redline of a redline: what two texts, such as a draft and what was made of it, have of the text before them."""

from collections.abc import Iterable

from msgspec import Struct

from secc.compare import ChangeSet, MergedBlock, Pair, Place
from secc.compare.said import label_of, saying_of, text_of
from secc.compare.three_way import merged as joined
from secc.compare.three_way import three_way
from secc.document.redline_model import Described
from secc.document.typography import curled


class Base(Struct, frozen=True):
    """The text that both were made from, and what changed from it to the one and to the other."""

    described: Described
    to_before: ChangeSet
    to_after: ChangeSet


class Against:
    """Holds two texts against the one that both were made from.

    A block is known by itself: the three comparisons are to be of the same documents, not of copies of them.
    """

    def __init__(self, base: Base) -> None:
        self._old = _by_block(base.to_before.pairs)
        self._new = _by_block(base.to_after.pairs)

    def told(self, merged: MergedBlock) -> str:
        """What a block that differs between the two has of the base."""
        in_old, in_new = _base_of(merged.before, self._old), _base_of(merged.after, self._new)
        if merged.before is None:
            return "in the base, and left out of the first text" if in_new is not None else "in the second text alone"
        if merged.after is None:
            return "in the base, and kept in the first text" if in_old is not None else "in the first text alone"
        if in_old is None or in_new is None:
            return "not in the base"
        if _same(in_new, merged.after):
            return "the second text is as the base"
        if _same(in_old, merged.before):
            return "the first text is as the base"
        three = three_way(text_of(in_new.block), text_of(merged.before.block), text_of(merged.after.block))
        return f"changed from the base in both, {'which clash' if joined(three) is None else 'each elsewhere'}"

    def words(self, merged: MergedBlock) -> str:
        """The words of the base where both texts have others, and not the same; empty where one has them."""
        base = _base_of(merged.after, self._new)
        if base is None or merged.before is None or merged.after is None or _same(base, merged.after):
            return ""
        return "" if _same(base, merged.before) else curled(text_of(base.block))

    def standing(self, stream: Iterable[MergedBlock]) -> int:
        """How many blocks differ from the base in both texts alike."""
        return sum(self._stands(block) for block in stream)

    def _stands(self, merged: MergedBlock) -> bool:
        if merged.before is None or merged.after is None or not _same(merged.before, merged.after):
            return False
        base = _base_of(merged.after, self._new)
        return base is None or not _same(base, merged.after)


def _by_block(pairs: Iterable[Pair]) -> dict[int, Place | None]:
    """What each block of the later text was in the base."""
    return {id(pair.after.block): pair.before for pair in pairs if pair.after is not None}


def _base_of(place: Place | None, known: dict[int, Place | None]) -> Place | None:
    return known.get(id(place.block)) if place is not None else None


def _same(first: Place, second: Place) -> bool:
    """Whether two blocks say the same themselves, number and all."""
    one, other = first.block, second.block
    return one is other or (label_of(one) == label_of(other) and saying_of(one) == saying_of(other))

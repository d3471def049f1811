"""Which unit of the old text is which of the new one: the whole of it, from the top down, then the moves.

After `matched`, every unit that was made has its mate or none; what stands in equal units was not made.
"""

from collections.abc import Iterable, Iterator, Sequence
from operator import eq

from secc.code.model import Clause, Definition, Document, Paragraph
from secc.compare.aligning import Aligning
from secc.compare.halves import find_halves
from secc.compare.known import Identities
from secc.compare.likeness import Likeness
from secc.compare.model import Different
from secc.compare.moves import Moves, is_free, left
from secc.compare.pausing import uncollected
from secc.compare.scoring import Scoring
from secc.compare.stepping import says_the_same, unequal
from secc.compare.unit import Contents, Unit

_REWRITTEN = 0.33
"""Less alike than this, a provision was written anew."""
_A_PART = 0.6
"""Where so much of the one is in the other, it lost words or gained some, and was not written anew."""
_REWRITABLE = (Clause, Paragraph, Definition)
_SHORT = 80
_ALIKE_AT_END = 0.45
"""So much of it kept at the start or the end, a provision was not written anew."""


def matched(
    before: Sequence[Document], after: Sequence[Document], known: Identities | None = None
) -> tuple[list[Unit], list[Unit]]:
    """The documents of both texts as units, all that can be paired having its mate.

    The order of documents says nothing: those of the old text come in the order of the new one. Where it is `known` who
    provisions are, what they say decides only of the rest.
    """
    old = [Unit(document, None, place) for place, document in enumerate(before)]
    new = [Unit(document, None, place) for place, document in enumerate(after)]
    with uncollected():
        _Matching(known).match_codes(old, new)
    return _in_order_of_mates(old), new


class _Matching:
    """One comparison under way; what is left over so far in each text."""

    def __init__(self, known: Identities | None) -> None:
        contents = Contents()
        self._known = known
        self._likeness = Likeness()
        self._scoring = Scoring(self._likeness)
        self._aligning = Aligning(contents, self._likeness, self._scoring)
        self._moves = Moves(contents, self._likeness, self._scoring)
        self._deleted: list[Unit] = []
        self._inserted: list[Unit] = []

    def match_codes(self, before: Sequence[Unit], after: Sequence[Unit]) -> None:
        """Documents by what they are called, others that are left by what they share; then all in them."""
        for old, other in _called_the_same(before, after):
            self._match(old, other)
        left = [each for each in before if each.mate is None]
        left_after = [each for each in after if each.mate is None]
        for old, other in self._aligning.align(left, left_after):
            self._match(old, other)
        self._leave(before, after)
        self._find_moves()

    def _find_moves(self) -> None:
        """Again while pairing what moved leaves more over; what was tried is not tried again."""
        deleted: list[Unit] = []
        inserted: list[Unit] = []
        while self._deleted or self._inserted:
            more_deleted, more_inserted = self._deleted, self._inserted
            self._deleted, self._inserted = [], []
            self._move_known(left(more_deleted), left(more_inserted))
            self._moves.find([*deleted, *more_deleted], more_inserted, self._pair_alike)
            self._moves.find(more_deleted, inserted, self._pair_alike)
            deleted += more_deleted
            inserted += more_inserted

    def _move_known(self, deleted: Iterable[Unit], inserted: Iterable[Unit]) -> None:
        """Pair what is known to be the same, and stands elsewhere than it stood."""
        for old, new in self._known.in_both(deleted, inserted) if self._known is not None else ():
            if is_free(old) and is_free(new):
                self._pair(old, new)

    def _match(self, old: Unit, new: Unit) -> None:
        """Pair two units that stand in units that are paired, in order."""
        old.in_place = new.in_place = True
        self._pair(old, new)

    def _pair_alike(self, old: Unit, new: Unit) -> None:
        """Pair two units that say much the same, unless it is known that they are not the same."""
        if self._may_be(old, new):
            self._pair(old, new)

    def _may_be(self, old: Unit, new: Unit) -> bool:
        return self._known is None or self._known.may_be(old, new)

    def _pair(self, old: Unit, new: Unit) -> None:
        old.mate, new.mate = new, old
        different = unequal(old.inside, new.inside) if old.inside or new.inside else ()
        if not different and old.text == new.text and says_the_same(old.block, new.block):
            old.is_same = new.is_same = True
            return
        if self._is_rewritten(old, new):
            old.is_whole = new.is_whole = True
            self._leave(old.children, new.children)
            return
        old.different = new.different = different
        if different:
            self._match_different(old, new, different)

    def _match_different(self, old: Unit, new: Unit, different: Sequence[Different]) -> None:
        """Pair what differs in two units that are paired, and let go of the rest: it is equal one for one."""
        kept: list[Unit] = []
        new_kept: list[Unit] = []
        for start, end, new_start, new_end in different:
            before, after = old.standing(start, end), new.standing(new_start, new_end)
            kept += before
            new_kept += after
            is_one = len(before) == len(after) == 1 and _are_called_the_same(before[0], after[0])
            if is_one and self._may_be(before[0], after[0]):
                self._match(before[0], after[0])
            else:
                self._match_lists(before, after)
        old.kept, new.kept = kept, new_kept

    def _match_lists(self, before: Sequence[Unit], after: Sequence[Unit]) -> None:
        pairs = self._aligned(before, after, self._known) if self._known else self._aligning.align(before, after)
        for mine, other in pairs:
            self._match(mine, other)
        for mine, other in self._known.in_both(before, after) if self._known is not None else ():
            self._pair(mine, other)
        find_halves(pairs, before, after)
        self._leave(before, after)

    def _aligned(self, before: Sequence[Unit], after: Sequence[Unit], known: Identities) -> list[tuple[Unit, Unit]]:
        """The pairs of two lists, in order: by who they are, and between these by what they say."""
        pairs: list[tuple[Unit, Unit]] = []
        place = other_place = 0
        for old, new in (*known.in_order(before, after), (None, None)):
            end = old.place - before[0].place if old is not None else len(before)
            other_end = new.place - after[0].place if new is not None else len(after)
            gap, other_gap = before[place:end], after[other_place:other_end]
            if not known.are_known(gap, other_gap):
                pairs += (each for each in self._aligning.align(gap, other_gap) if known.may_be(*each))
            if old is not None and new is not None:
                pairs.append((old, new))
            place, other_place = end + 1, other_end + 1
        return pairs

    def _is_rewritten(self, old: Unit, new: Unit) -> bool:
        """Whether a provision or definition has so little left of it that its words are not worth comparing."""
        if old.text == new.text != "" or not isinstance(old.block, _REWRITABLE):
            return False
        if (old.size <= _SHORT and new.size <= _SHORT) or _is_much_alike(old, new):
            return False
        return self._likeness.of(old, new) < _REWRITTEN and self._likeness.part(old, new) < _A_PART

    def _leave(self, before: Sequence[Unit], after: Sequence[Unit]) -> None:
        self._deleted += [each for each in before if each.mate is None]
        self._inserted += [each for each in after if each.mate is None]


def _in_order_of_mates(before: Sequence[Unit]) -> list[Unit]:
    """Documents in the order of those that they were paired with; one without follows the one that it followed."""
    places = []
    place = -1
    for each in before:
        place = each.mate.place if each.mate is not None else place
        places.append(place)
    return [each for _, _, each in sorted(zip(places, range(len(before)), before, strict=True))]


def _called_the_same(before: Sequence[Unit], after: Sequence[Unit]) -> Iterator[tuple[Unit, Unit]]:
    """Documents of one label, in order where there are several; two that are alone, whatever they are called."""
    if len(before) == len(after) == 1:
        yield before[0], after[0]
        return
    called: dict[str, list[Unit]] = {}
    for each in reversed(after):
        called.setdefault(each.label, []).append(each)
    yield from ((old, called[old.label].pop()) for old in before if called.get(old.label))


def _are_called_the_same(before: Unit, after: Unit) -> bool:
    return bool(before.label) and before.label == after.label and type(before.block) is type(after.block)


def _is_much_alike(old: Unit, new: Unit) -> bool:
    """Whether two provisions are alike beyond doubt, told cheaply: by what stands in them, or by their own words."""
    inside, other_inside = old.inside, new.inside
    if inside and other_inside:
        equal = list(map(eq, inside, other_inside)).count(True)
        if 2 * equal >= max(len(inside), len(other_inside)):
            return True
    text, other = old.text, new.text
    if 2 * len(text) < old.size or 2 * len(other) < new.size:
        return False
    part = round(_ALIKE_AT_END * max(len(text), len(other)))
    if text[:part] == other[:part] or text[-part:] == other[-part:]:
        return True
    first, second = set(text.split()), set(other.split())
    return 3 * len(first & second) > 2 * max(len(first), len(second))

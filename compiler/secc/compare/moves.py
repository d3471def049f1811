"""What left one place and came to stand in another, anywhere in the texts."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias

from secc.compare.likeness import Likeness
from secc.compare.scoring import Scoring
from secc.compare.unit import Contents, Unit

_SHORTEST = 30
"""Characters that something needs to be a move when it is equal."""
_SHORTEST_WITHIN = 60
"""The same where it is only a part of what was left over: short phrases stand in many lists."""
_SHORTEST_EDITED = 100
"""And when it was edited as well: formulas of words that stand everywhere would match."""
_ALIKE = 0.7


_Pairing: TypeAlias = Callable[[Unit, Unit], None]


class Moves:
    """Pairs what was left over in the old text with what was left over in the new one.

    `pair` is called for each two, and may leave more over. A move with edits needs to be long and much alike.
    """

    def __init__(self, contents: Contents, likeness: Likeness, scoring: Scoring) -> None:
        self._contents = contents
        self._likeness = likeness
        self._scoring = scoring

    def find(self, deleted: Sequence[Unit], inserted: Sequence[Unit], pair: _Pairing) -> None:
        """Pair what is equal, then what is alike, then the same within what is still left."""
        if not deleted or not inserted:
            return
        self._equal(deleted, inserted, pair)
        alike = self._alike(list(left(deleted)), list(left(inserted)))
        whole = {*_left_with_children(deleted), *_left_with_children(inserted)}
        _take((each for each in alike if whole.issuperset(each)), pair)
        within = [each for unit in inserted if unit.mate is None for each in unit.children]
        while within:
            self._equal(deleted, within, pair)
            within = [each for unit in within if unit.mate is None for each in unit.children]
        _take(alike, pair)

    def _equal(self, deleted: Sequence[Unit], inserted: Sequence[Unit], pair: _Pairing) -> None:
        free: dict[int, list[Unit]] = {}
        wanted = [each for each in inserted if each.mate is None and each.size >= _shortest(each)]
        if not wanted:
            return
        said = {each.text for each in wanted}
        held = set()
        for unit in left(deleted):
            if unit.text in said and unit.size >= _shortest(unit):
                held.add(unit.text)
                free.setdefault(self._contents.of(unit.block), []).append(unit)
        for unit in wanted:
            if unit.text not in held:
                continue
            found = [each for each in free.get(self._contents.of(unit.block), ()) if is_free(each)]
            if found:
                pair(min(found, key=lambda each: _distance(each, unit)), unit)

    def _alike(self, deleted: Sequence[Unit], inserted: Sequence[Unit]) -> list[tuple[Unit, Unit]]:
        """All pairs that may have moved with edits, the most alike first."""
        old, new = _worth_a_look(deleted), _worth_a_look(inserted)
        scored = []
        for j, i in self._scoring.nearest(new, old):
            mine, other = old[i], new[j]
            near = mine.size < 2 * other.size and other.size < 2 * mine.size
            if near and _are_of_a_kind(mine, other) and self._likeness.may_be(mine, other, _ALIKE):
                alike = self._likeness.of(mine, other)
                if alike >= _ALIKE:
                    scored.append((-alike, _distance(mine, other), i, j))
        return [(old[i], new[j]) for _, _, i, j in sorted(scored)]


def _take(pairs: Iterable[tuple[Unit, Unit]], pair: _Pairing) -> None:
    for old, new in pairs:
        if is_free(old) and is_free(new):
            pair(old, new)


def _shortest(unit: Unit) -> int:
    within = unit.parent is not None and unit.parent.mate is None
    return _SHORTEST_WITHIN if within else _SHORTEST


def _worth_a_look(units: Sequence[Unit]) -> list[Unit]:
    return [each for each in units if each.size >= _SHORTEST_EDITED and not each.is_container]


def _are_of_a_kind(old: Unit, new: Unit) -> bool:
    return type(old.block) is type(new.block) or (old.is_provision and new.is_provision)


def is_free(unit: Unit) -> bool:
    """Whether it was not paired, neither alone nor with what it stands in, nor was anything in it."""
    below, above = unit, unit.parent
    while above is not None:
        if above.is_same or above.lets_go_of(below):
            return False
        below, above = above, above.parent
    return not any(each.mate is not None for each in unit.down)


def left(units: Sequence[Unit]) -> Iterator[Unit]:
    """What is left over, and what in it is."""
    for unit in units:
        if unit.mate is None:
            yield unit
            yield from left(unit.children)


def _left_with_children(units: Sequence[Unit]) -> Iterator[Unit]:
    """What is left over, and what stands in the containers among it."""
    for unit in units:
        if unit.mate is None:
            yield unit
            if unit.is_container:
                yield from _left_with_children(unit.children)


def _distance(before: Unit, after: Unit) -> tuple[bool, bool, int]:
    """The same label first, then the same document, then the nearest."""
    other_parent = before.parent is None or after.parent is None or before.parent.address != after.parent.address
    return (before.label != after.label, other_parent, abs(before.place - after.place))

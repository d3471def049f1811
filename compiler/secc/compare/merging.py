"""The order in which a reader meets what stands in two units that are paired.

What was taken out comes after what survives before it, and before what was put in there.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from secc.compare.unit import Unit

Met: TypeAlias = tuple[Unit | None, Unit | None]
"""A unit of the old text, of the new one, or the two that are paired and in place."""


def met(old: Unit, new: Unit) -> Iterator[Met]:
    """What stands in two paired units, merged. The other halves of provisions come with the one that names them."""
    if old.is_same:
        _pair_equal(old.children, new.children)
    elif old.different is not None and new.different is not None:
        place = new_place = 0
        for start, end, new_start, new_end in old.different:
            _pair_equal(old.children[place:start], new.children[new_place:new_start])
            place, new_place = end, new_end
        _pair_equal(old.children[place:], new.children[new_place:])
    if old.is_whole:
        yield from ((each, None) for each in old.children)
        yield from ((None, each) for each in new.children)
        return
    yield from merged(old.children, new.children)


def met_changed(old: Unit, new: Unit) -> Iterable[Met]:
    """The same, without what is equal one for one."""
    if old.is_same:
        return ()
    if old.different is None or new.different is None:
        return met(old, new)
    if len(old.kept) == len(new.kept) and all(map(_are_in_place, old.kept, new.kept)):
        return zip(old.kept, new.kept, strict=True)
    return _met_in_stretches(old, new)


def _are_in_place(old: Unit, new: Unit) -> bool:
    return old.mate is new and old.in_place and not old.is_half


def _met_in_stretches(old: Unit, new: Unit) -> Iterator[Met]:
    for units, new_units in old.differing(new):
        yield from merged(units, new_units)


def merged(before: Sequence[Unit], after: Sequence[Unit]) -> Iterator[Met]:
    """Two lists merged, of which some are paired in place, in the order of both."""
    removed: list[Unit] = []
    place = first = after[0].place if after else 0
    for each in before:
        if each.is_half:
            continue
        mate = each.mate
        if mate is None or not each.in_place:
            removed.append(each)
            continue
        if removed:
            yield from _gone(removed)
            removed = []
        if place < mate.place:
            yield from _put(after[place - first : mate.place - first])
        yield each, mate
        place = mate.place + 1
    yield from _gone(removed)
    yield from _put(after[place - first :])


def _gone(units: Sequence[Unit]) -> Iterator[Met]:
    for each in units:
        yield each, None


def _put(units: Sequence[Unit]) -> Iterator[Met]:
    for each in units:
        if not each.is_half:
            yield None, each


def _pair_equal(before: Sequence[Unit], after: Sequence[Unit]) -> None:
    """What is equal corresponds one to one."""
    for mine, other in zip(before, after, strict=True):
        mine.mate, other.mate = other, mine
        mine.in_place = other.in_place = mine.is_same = other.is_same = True

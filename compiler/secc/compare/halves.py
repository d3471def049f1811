"""Provisions that were split in two, or joined from two."""

from collections.abc import Iterator, Sequence

from secc.code.model import Formula
from secc.compare.bags import Vocabulary, contained, dice
from secc.compare.unit import Unit

_ALIKE = 0.6
_GAINED = 0.45
_CONTAINED = 0.75


def find_halves(pairs: Sequence[tuple[Unit, Unit]], before: Sequence[Unit], after: Sequence[Unit]) -> None:
    """Give pairs of two lists their other halves: units left over that stand beside one and were, or are, part of it.

    Only what nothing stands in is looked at. Both sides are: often the longer half is the one with the new number.
    """
    for old, new in pairs:
        if _may_have_half(old, new) and not (_find(old, new, after) or _find(new, old, before)):
            continue


def _may_have_half(old: Unit, new: Unit) -> bool:
    if old.is_same or old.text == new.text or isinstance(old.block, Formula):  # half of a formula is none
        return False
    return not old.is_container and not (old.inside or new.inside)


def _find(whole: Unit, part: Unit, siblings: Sequence[Unit]) -> bool:
    """Whether `part` and a neighbour of it are the halves of `whole`; they are then marked as such.

    The half of the same number is the one that goes on being the provision.
    """
    for half in _neighbours(part, siblings):
        if _are_halves(whole, part, half):
            whole.is_whole = part.is_whole = False
            named, other = (half, part) if half.label == whole.label != part.label else (part, half)
            whole.mate, whole.half = named, other
            named.mate = other.mate = whole
            named.in_place = other.in_place = other.is_half = True
            return True
    return False


def _neighbours(part: Unit, siblings: Sequence[Unit]) -> Iterator[Unit]:
    first = siblings[0].place if siblings else 0
    for place in (part.place + 1 - first, part.place - 1 - first):
        if 0 <= place < len(siblings):
            half = siblings[place]
            if half.mate is None and not half.inside and type(half.block) is type(part.block):
                yield half


def _are_halves(whole: Unit, part: Unit, half: Unit) -> bool:
    """Whether the two together are much more like the whole than the one is, and the other is part of the whole."""
    if len(whole.text) - len(part.text) < 0.3 * len(half.text) or not half.text:
        return False
    bag_of = Vocabulary().bag
    bag, half_bag = bag_of(whole.text), bag_of(half.text)
    if contained(half_bag, bag) < _CONTAINED:
        return False
    first, second = sorted((part, half), key=lambda each: each.place)
    alone = dice(bag, bag_of(part.text))
    together = dice(bag, bag_of(f"{first.text} {second.text}"))
    return together > _ALIKE and together - alone >= _GAINED * (1 - alone)

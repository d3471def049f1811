"""The outcome of a comparison."""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import TypeAlias

from secc.code.model import Attachment, CodeBlock, Figure, SubHeading
from secc.compare.changes import Wording, own_changes
from secc.compare.grouping import consequential, global_changes
from secc.compare.merged_text import MergedBlock
from secc.compare.merging import Met, merged, met, met_changed
from secc.compare.model import (
    Change,
    GlobalChange,
    How,
    LabelChanged,
    Occurrence,
    Pair,
)
from secc.compare.pausing import uncollected
from secc.compare.stream import Stream
from secc.compare.unit import Unit

_Inside: TypeAlias = Callable[[Unit, Unit], Iterable[Met]]
_Tell: TypeAlias = Callable[[Unit, Unit, list[Pair]], None]

_UNNUMBERED = (SubHeading, CodeBlock, Figure, Attachment)
"""What has something written in the place of a label that is no number."""


class ChangeSet:
    """What changed between two texts. False where nothing did.

    What is asked for is worked out when first asked for: `changed` costs what changed, `pairs` and `stream` the whole.
    """

    def __init__(self, before: Sequence[Unit], after: Sequence[Unit], wording: Wording) -> None:
        self._before = before
        self._after = after
        self._wording = wording
        self._moves = 0

    def __bool__(self) -> bool:
        return bool(self.changed)

    @cached_property
    def changed(self) -> tuple[Pair, ...]:
        """The blocks that changed, in the order of the stream; what moved, where it now stands."""
        with uncollected():
            return self._told(met_changed, self._changed)

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """Every block of either text, with what it was paired with, in the same order."""
        return self._told(met, self._every)

    @cached_property
    def stream(self) -> tuple[MergedBlock, ...]:
        """The two texts merged: what is the same or deleted makes the old one, what is the same or inserted the new."""
        self._number_moves()
        return tuple(Stream(self._wording).blocks(merged(self._before, self._after)))

    @cached_property
    def global_changes(self) -> tuple[GlobalChange, ...]:
        """Words put in the place of the same others in three places or more, the most frequent first."""
        return global_changes(self.changed)

    @cached_property
    def consequential(self) -> tuple[Occurrence, ...]:
        """Changes of references that only follow a change of number in this comparison."""
        return consequential(self.changed)

    def _number_moves(self) -> None:
        """Moves are numbered where they are met first, so that is to be done before the stream shows them."""
        self.changed  # noqa: B018  # worked out for what it leaves behind

    def _told(self, inside: _Inside, tell: _Tell) -> tuple[Pair, ...]:
        """What there is to tell of all blocks; `inside` says which of those that stand in two that are paired."""
        told: list[Pair] = []

        def walk(meetings: Iterable[Met]) -> None:
            for old, new in meetings:
                if new is None:
                    if old is not None and old.mate is None:
                        told.append(Pair(old.stands, None, How.DELETED))
                        walk([(each, None) for each in old.children])
                elif (mate := old or new.mate) is None:
                    told.append(Pair(None, new.stands, How.INSERTED))
                    walk([(None, each) for each in new.children])
                else:
                    tell(mate, new, told)
                    if mate.inside or new.inside:
                        walk(inside(mate, new))

        walk(merged(self._before, self._after))
        return tuple(told)

    def _every(self, old: Unit, new: Unit, told: list[Pair]) -> None:
        changes = () if old.is_same else own_changes(old, new, self._wording)
        told.append(self._pair(old, new, _how(old, new, changes), changes))

    def _changed(self, old: Unit, new: Unit, told: list[Pair]) -> None:
        if old.is_same and old.in_place:
            return
        changes = own_changes(old, new, self._wording)
        if changes or old.is_whole or old.half is not new.half or not old.in_place:
            told.append(self._pair(old, new, _how(old, new, changes), changes))

    def _pair(self, old: Unit, new: Unit, how: How, changes: tuple[Change, ...]) -> Pair:
        if how is How.MOVED and not old.move:
            self._moves += 1
            old.move = new.move = self._moves
        half = old.half or new.half
        if half is None:
            return Pair(old.stands, new.stands, how, changes, old.move)
        named = new if old.half is not None else old
        return Pair(old.stands, new.stands, how, changes, old.move, half.stands, half.place < named.place)


def _how(old: Unit, new: Unit, changes: Sequence[Change]) -> How:
    if old.half is not None:
        return How.SPLIT
    if new.half is not None:
        return How.JOINED
    if not old.in_place:
        return How.MOVED
    if old.is_whole:
        return How.SUBSTITUTED
    if not changes:
        return How.SAME
    only_label = len(changes) == 1 and isinstance(changes[0], LabelChanged)
    return How.RENUMBERED if only_label and not isinstance(new.block, _UNNUMBERED) else How.CHANGED

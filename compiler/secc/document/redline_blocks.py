"""The blocks of a redline, each from one block of the merged stream and what is known of its change."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from secc.code.model import SubHeading, Table
from secc.compare import (
    Change,
    ChangeSet,
    How,
    LabelChanged,
    MergedBlock,
    Pair,
    Place,
    State,
    TableChanged,
    WordsChanged,
)
from secc.document.model import Run
from secc.document.redline_against import Against
from secc.document.redline_model import Block, Stretch, Weight
from secc.document.redline_names import kind_of, label_of, printed_label, told, told_of_following, told_of_left
from secc.document.redline_shared import Shared
from secc.document.redline_tables import rows_of
from secc.document.redline_words import Marked, runs_of_block, words_of
from secc.ids import Address

_ONE_SIDED = (How.INSERTED, How.DELETED)
_HALVED = (How.SPLIT, How.JOINED)


class BlockMaker:
    """Makes blocks in the order of the page. The stream and the changes share their places, which are the key."""

    def __init__(self, changes: ChangeSet, known: Shared, against: Against | None = None) -> None:
        self._known = known
        self._against = against
        self._pairs: dict[int, Pair] = {}
        for pair in changes.changed:
            for place in (pair.before, pair.after, pair.rest):
                if place is not None:
                    self._pairs[id(place)] = pair
        self._above: list[Block] = []
        self._halves: dict[int, int] = {}
        self._change = 0

    def blocks(self, stream: Iterable[MergedBlock]) -> Iterator[Block]:
        """The blocks of a stream, the first of which is among the outermost."""
        outermost: int | None = None
        for merged in stream:
            outermost = merged.depth if outermost is None else min(outermost, merged.depth)
            pair = self._pair(merged)
            block = self._numbered(self._block(merged, pair, merged.depth - outermost), pair)
            yield self._held_against(block, merged)

    def _pair(self, merged: MergedBlock) -> Pair | None:
        for place in (merged.after, merged.before):
            if place is not None and id(place) in self._pairs:
                return self._pairs[id(place)]
        return None

    def _block(self, merged: MergedBlock, pair: Pair | None, depth: int) -> Block:
        place = merged.after or merged.before
        assert place is not None
        if pair is None and merged.state is State.SAME and not merged.move and merged.end is State.SAME:
            return _unchanged(merged, place, depth)
        marked = self._marked(merged, pair)
        block, weight = place.block, self._weight(merged, pair)
        table_moved = marked.moved and not any(isinstance(each, TableChanged) for each in _changes(pair))
        return Block(
            kind=kind_of(block),
            state=merged.state,
            how=_how(merged, pair),
            weight=weight,
            depth=depth,
            level=block.level if isinstance(block, SubHeading) else 0,
            own=place.own,
            before=_address(merged.before),
            after=_address(merged.after),
            label=label_of(merged, pair, marked),
            words=words_of(merged, marked),
            rows=rows_of(merged, Marked(moved=table_moved)),
            end=merged.end,
            move=merged.move,
            told=_told(merged, pair, weight),
        )

    def _marked(self, merged: MergedBlock, pair: Pair | None) -> Marked:
        if pair is None:
            return Marked(moved=bool(merged.move))
        hunks = tuple(hunk for each in pair.changes if isinstance(each, WordsChanged) for hunk in each.hunks)
        moved = bool(merged.move) and pair.how not in _ONE_SIDED
        return Marked(hunks, self._known.following(pair), self._known.number(pair), moved)

    def _weight(self, merged: MergedBlock, pair: Pair | None) -> Weight:
        if pair is None:
            return Weight.CHANGE if merged.move else Weight.SAME
        if merged.move or pair.how not in (How.RENUMBERED, How.CHANGED):
            return Weight.CHANGE
        return Weight.FOLLOWS if all(self._only_follows(each, pair) for each in pair.changes) else Weight.CHANGE

    def _only_follows(self, change: Change, pair: Pair) -> bool:
        if isinstance(change, WordsChanged):
            return self._known.following(pair).issuperset(change.hunks)
        return isinstance(change, LabelChanged) and not (pair.how is How.CHANGED and len(pair.changes) == 1)

    def _held_against(self, block: Block, merged: MergedBlock) -> Block:
        if self._against is None or not block.first:
            return block
        told = (*block.told, self._against.told(merged))
        return replace(block, told=told, base=self._against.words(merged))

    def _numbered(self, block: Block, pair: Pair | None) -> Block:
        """The block with the number of its change: its own, or that of what it stands in or is the other half of."""
        while self._above and self._above[-1].depth >= block.depth:
            self._above.pop()
        if block.weight is Weight.CHANGE:
            own = self._halves.get(id(pair)) if pair is not None else None
            shared = own or (self._above[-1].change if self._above and _belongs(block, self._above[-1]) else 0)
            self._change += not shared
            block = replace(block, change=shared or self._change, first=not shared)
            if pair is not None and pair.how in _HALVED:
                self._halves[id(pair)] = block.change
        self._above.append(block)
        return block


def _unchanged(merged: MergedBlock, place: Place, depth: int) -> Block:
    """A block that is the same in both texts, as most are: its words need not be held against those of the other."""
    block = place.block
    label, runs = printed_label(block), runs_of_block(block)
    return Block(
        kind=kind_of(block),
        state=State.SAME,
        how=How.SAME,
        weight=Weight.SAME,
        depth=depth,
        level=block.level if isinstance(block, SubHeading) else 0,
        own=place.own,
        before=_address(merged.before),
        after=place.address,
        label=(Stretch(State.SAME, (Run(label),)),) if label else (),
        words=(Stretch(State.SAME, runs),) if runs else (),
        rows=rows_of(merged, Marked()) if isinstance(block, Table) else (),
    )


def _belongs(block: Block, holder: Block) -> bool:
    """Whether a block only shares in what became of the one that it stands in."""
    if holder.how is How.SUBSTITUTED:
        return block.state is not State.SAME
    return holder.state is not State.SAME and block.state is holder.state and block.move == holder.move


def _changes(pair: Pair | None) -> tuple[Change, ...]:
    return pair.changes if pair is not None else ()


def _address(place: Place | None) -> Address | None:
    return place.address if place is not None else None


def _how(merged: MergedBlock, pair: Pair | None) -> How:
    if pair is not None:
        return pair.how
    return How.MOVED if merged.move else How.SAME


def _told(merged: MergedBlock, pair: Pair | None, weight: Weight) -> tuple[str, ...]:
    if pair is None:
        return ()
    if weight is Weight.FOLLOWS:
        return told_of_following(pair)
    return told_of_left(pair) if pair.how is How.MOVED and merged.after is None else told(pair)

"""What a redline says of itself: how many changes of each kind there are, and which."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from secc.compare import How, Occurrence, State
from secc.document.redline_model import Block, Entry, Everywhere, Follows, Kind, Occurring, Tally, Weight
from secc.document.redline_names import name_of
from secc.document.redline_shared import Shared
from secc.document.typography import curled
from secc.ids import Address

_NUMBERED = (Kind.CLAUSE, Kind.PARAGRAPH, Kind.SUB_SECTION, Kind.DIVISION, Kind.FOOTNOTE)

_BOTH = 2
"""The label in each of the texts."""


class Listing(Struct, frozen=True):
    """The changes of a redline, counted and listed."""

    tally: Tally
    entries: tuple[Entry, ...]
    everywhere: tuple[Everywhere, ...]
    renumbered: tuple[Follows, ...]
    consequential: tuple[Follows, ...]


def listing(blocks: Sequence[Block], known: Shared) -> Listing:
    """The changes of the blocks that are shown."""
    told = list(_told(blocks))
    numbers = _changes(blocks)
    return Listing(
        tally=_tally(told, blocks, known),
        entries=tuple(map(_entry, (block for block in told if not _is_everywhere(block)))),
        everywhere=tuple(_everywhere(places, numbers) for places in known.everywhere),
        renumbered=tuple(_renumbered(blocks)),
        consequential=tuple(_follows(each) for each in known.follows),
    )


def _told(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks with which a change begins; what moved is told where it now stands, if that is shown."""
    arrived = {block.move for block in blocks if block.move and block.after is not None}
    for block in blocks:
        left = block.how is How.MOVED and block.after is None and block.move in arrived
        if block.first and not left:
            yield block


def _tally(told: Iterable[Block], blocks: Iterable[Block], known: Shared) -> Tally:
    count = Counter(block.how for block in told)
    return Tally(
        inserted=count[How.INSERTED],
        omitted=count[How.DELETED],
        substituted=count[How.SUBSTITUTED],
        changed=count[How.CHANGED],
        moved=count[How.MOVED],
        split=count[How.SPLIT],
        joined=count[How.JOINED],
        renumbered=sum(is_renumbered(block) for block in blocks),
        consequential=len(known.follows),
    )


def is_renumbered(block: Block) -> bool:
    """Whether it stands where it stood, with another number."""
    if len(block.label) < _BOTH or block.kind not in _NUMBERED or block.state is not State.SAME:
        return False
    return {State.DELETED, State.INSERTED} <= {each.state for each in block.label}


def _entry(block: Block) -> Entry:
    return Entry(block.change, block.name, "; ".join(block.told), block.how, block.has_effect)


def _is_everywhere(block: Block) -> bool:
    """Whether all that changed in it is told once for every place."""
    if block.how is not How.CHANGED or block.told != ("changed",) or block.move:
        return False
    changed = [each for each in block.words if each.state is not State.SAME]
    return bool(changed) and all(each.everywhere or each.follows for each in changed)


def _changes(blocks: Iterable[Block]) -> Mapping[Address | None, int]:
    """The number of the change at an address; the first where there are several."""
    found: dict[Address | None, int] = {}
    for block in blocks:
        for address in (block.after, block.before):
            if block.weight is Weight.CHANGE:
                found.setdefault(address, block.change)
    return found


def _everywhere(places: Sequence[Occurrence], numbers: Mapping[Address | None, int]) -> Everywhere:
    first = places[0]
    return Everywhere(
        curled(first.removed),
        curled(first.put),
        tuple(Occurring(name_of(each.pair.place), numbers.get(each.pair.place.address, 0)) for each in places),
    )


def _follows(each: Occurrence) -> Follows:
    return Follows(name_of(each.pair.place), curled(each.removed), curled(each.put))


def _renumbered(blocks: Iterable[Block]) -> Iterator[Follows]:
    """Each run of neighbours that have other numbers, from the first to the last."""
    runs: dict[int, list[Block]] = {}
    for block in blocks:
        is_next = is_renumbered(block)
        for depth in sorted(runs, reverse=True):
            if depth > block.depth or (depth == block.depth and not (is_next and block.kind is runs[depth][0].kind)):
                yield _run(runs.pop(depth))
        if is_next:
            runs.setdefault(block.depth, []).append(block)
    yield from (_run(runs[depth]) for depth in sorted(runs, reverse=True))


def _run(blocks: Sequence[Block]) -> Follows:
    return Follows("", _from_to([each.before for each in blocks]), _from_to([each.after for each in blocks]))


def _from_to(addresses: Sequence[Address | None]) -> str:
    printed = [curled(each.printed) for each in addresses if each is not None]
    return printed[0] if len(printed) == 1 else f"{printed[0]} to {printed[-1]}"

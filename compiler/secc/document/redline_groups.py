"""What of a redline is shown and what folded away: changes with what stands around them, the rest summed up."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from secc.compare import State
from secc.document.redline_model import Block, Group, Kind, Stretch, Weight
from secc.document.typography import curled

_AROUND = 1
_BULKY = (Kind.TABLE, Kind.FIGURE, Kind.CODE, Kind.FORMULA)
"""What does not help to see where one is."""
_TOLD = (Kind.DIVISION, Kind.SUB_SECTION, Kind.CLAUSE, Kind.DEFINITION)
"""What a fold is told by, the highest first."""
_NUMBERED = (Kind.CLAUSE, Kind.PARAGRAPH, Kind.SUB_SECTION, Kind.DIVISION)


def grouped(blocks: Sequence[Block]) -> tuple[Group, ...]:
    """The blocks of a document in groups: each change with what it stands in and one block on either side."""
    wanted = _wanted(blocks)
    places = groupby(range(len(blocks)), key=lambda place: place in wanted)
    return tuple(_group([blocks[place] for place in group], is_shown=shown) for shown, group in places)


def _wanted(blocks: Sequence[Block]) -> set[int]:
    wanted: set[int] = set()
    for place, block in enumerate(blocks):
        if block.kind is Kind.DOCUMENT:
            wanted.add(place)
        if block.weight is Weight.CHANGE:
            around = range(max(0, place - _AROUND), min(len(blocks), place + _AROUND + 1))
            wanted.update((each for each in around if blocks[each].kind not in _BULKY), _above(blocks, place), (place,))
    return wanted | set(_alone(wanted, len(blocks)))


def _above(blocks: Sequence[Block], place: int) -> Iterator[int]:
    """What a block stands in, from the inside."""
    depth = blocks[place].depth
    for above in range(place - 1, -1, -1):
        if blocks[above].depth < depth:
            depth = blocks[above].depth
            yield above


def _alone(wanted: set[int], count: int) -> Iterator[int]:
    """A block between two that are shown: folding it away would take as much room."""
    return (place for place in range(count) if {place - 1, place + 1} <= wanted)


def _group(blocks: Sequence[Block], *, is_shown: bool) -> Group:
    return Group("" if is_shown else summary(blocks), tuple(blocks))


def summary(blocks: Sequence[Block]) -> str:
    """What is folded away, in words: from what to what, and what in it follows from changes elsewhere."""
    renumbered = sum(_is_renumbered(block) for block in blocks)
    references = sum(any(each.follows for each in block.words) for block in blocks)
    follows = [_counted(renumbered, "renumbered", "renumbered")] if renumbered else []
    follows += [_counted(references, "reference that follows", "references that follow")] if references else []
    return f"{_extent(blocks)}: {' and '.join(follows) if follows else 'unchanged'}"


def _is_renumbered(block: Block) -> bool:
    return block.weight is Weight.FOLLOWS and any(each.state is State.INSERTED for each in block.label)


def _extent(blocks: Sequence[Block]) -> str:
    """From what to what."""
    outermost = min(block.depth for block in blocks)
    told = [block for block in blocks if block.kind in _TOLD]
    if told:
        highest = min(_TOLD.index(block.kind) for block in told)
        named = _from_to([told[0], *(block for block in told[1:] if block.kind is _TOLD[highest])])
        rest = _rest_of(blocks[0])
        return f"the rest of {rest}, {named}" if rest else named
    numbered = [block for block in blocks if block.kind in _NUMBERED and block.depth == outermost]
    if len(numbered) == sum(block.depth == outermost for block in blocks):
        return _from_to(numbered)
    return _counted(len(blocks), "paragraph", "paragraphs")


def _rest_of(first: Block) -> str:
    """The clause, or the term, in the middle of which a fold begins; empty where it begins with one or a heading."""
    address = first.after or first.before
    if first.kind in (*_TOLD, Kind.DOCUMENT, Kind.HEADING) or address is None:
        return ""
    steps = [step for step in address.path if not step.startswith("(")]
    return curled(steps[-1]) if steps else ""


def _from_to(blocks: Sequence[Block]) -> str:
    first, last = _called(blocks[0]), _called(blocks[-1])
    return first if len(blocks) == 1 else f"{first} to {last}"


def _called(block: Block) -> str:
    """Its number; of a definition, its term."""
    address = block.after or block.before
    if block.kind is Kind.DEFINITION and address is not None and address.path:
        return curled(address.path[-1])
    return now(block.label) or block.name


def now(words: Sequence[Stretch]) -> str:
    """What words say in the new text; where they are in the old one alone, there."""
    kept = "".join(each.text for each in words if each.state is not State.DELETED)
    return kept or "".join(each.text for each in words)


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"

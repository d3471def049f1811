"""Moves, new numbers, splits and joins: who a provision is stays, where and under which number it stands changes."""

from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from secc.amending.counting import counted
from secc.amending.extents import Extent, below, extent, place_in_blocks
from secc.amending.labels import before_label, label_of, step_of, written_label
from secc.amending.refusal import Refusal
from secc.amending.setting_out import Lines, range_of, stretch_of, taken_out
from secc.amending.spots import spots
from secc.amending.traced import Edit, Strand, TracedText, origin_at, traced
from secc.amending.version import DocumentVersion, Path
from secc.amending.wording import find
from secc.code.model import AnyBlock, Clause, Division, Paragraph, SubSection
from secc.ids import Address
from secc.instruments.model import (
    AfterPlace,
    BeforePlace,
    Join,
    Move,
    Renumber,
    Split,
)
from secc.instruments.places import Place, Whole
from secc.instruments.when import OperationRef


class Relabelled(Struct, frozen=True):
    """Edits of one text, and where the provisions then stand whose paths begin with the first of each pair."""

    edits: tuple[Edit, ...]
    paths: tuple[tuple[Path, Path], ...] = field(default=())


def renumbered(version: DocumentVersion, action: Renumber, origin: OperationRef) -> Relabelled:
    """New numbers where the provisions stand."""
    pairs = list(_renumberings(version, action))
    old = {before for before, _, _ in pairs}
    _refuse_taken(version, [after for _, after, _ in pairs if after not in old])
    edits = [edit for before, _, label in pairs for edit in _label_edits(version, before, label, origin)]
    return Relabelled(tuple(edits), tuple((before, after) for before, after, _ in pairs))


def _refuse_taken(version: DocumentVersion, paths: Sequence[Path]) -> None:
    taken = next((path for path in paths if path in version.by_path), None)
    if taken is not None:
        raise Refusal(
            f"the number {Address(version.id, taken).printed} is taken",
            "renumber or omit the provision that bears it first",
        )


def split(version: DocumentVersion, action: Split, origin: OperationRef) -> Relabelled:
    """The words from a place on, and what stands below, become a provision of their own with a new number."""
    number = place_in_blocks(version, action.place.address)
    block = version.blocks[number].block if number >= 0 else None
    if not isinstance(block, Clause | Paragraph):
        raise Refusal("only a clause or a paragraph is split", "name the clause or paragraph")
    second = (*action.place.address.path[:-1], step_of(block, action.label))
    _refuse_taken(version, [second])
    found = find(spots(version, action.place)[:1], action.before, action.place.address.printed)[0]
    if found.start == 0:
        raise Refusal("there is nothing before these words to stay behind", "quote words within the provision")
    column = extent(version, range(number, number + 1)).column
    start = found.spot.prose.places.offset(found.start)
    back = len(version.text[:start].rstrip(" \n>"))
    gap = "\n" if isinstance(block, Paragraph) else "\n\n"
    label = f"{gap}{' ' * column}{written_label(block, action.label)} "
    return Relabelled((Edit(back, start, (Strand(label, origin),)),), _with(version, action.place, second))


def joined(version: DocumentVersion, action: Join, origin: OperationRef) -> Relabelled:
    """The words of a provision, and what stands below it, go on those of the one directly before."""
    number = place_in_blocks(version, action.place.address)
    before = place_in_blocks(version, action.to.address)
    if below(version, before).stop != number or len(below(version, before)) > 1:
        raise Refusal(
            f"{action.place.address.printed} does not stand directly behind the words of {action.to.address.printed}",
            "move it there first",
        )
    end = version.blocks[before].block.span.end
    start = spots(version, action.place)[0].prose.places.offset(0)
    paths = _with(version, action.place, action.to.address.path)
    return Relabelled((Edit(end, start, (Strand(" ", origin),)),), paths)


def _with(version: DocumentVersion, place: Place, to: Path) -> tuple[tuple[Path, Path], ...]:
    """The paths, before and after, of what stands directly in a provision and comes to stand in another."""
    old = place.address.path
    inner = (path for path, holders in version.holders.items() if holders[:1] == (old,))
    return tuple((path, (*to, *path[len(old) :])) for path in inner)


def moved(
    source: DocumentVersion, target: DocumentVersion, action: Move, lines: Lines, origin: OperationRef
) -> tuple[Edit, Edit, tuple[tuple[Path, Path], ...]]:
    """The edit that takes the provision out, the one that puts it in, and the paths before and after."""
    at = stretch_of(source, action.place, action.last)
    pairs = tuple(_moves(source, target, action))
    old = {before for before, _ in pairs if source is target}
    taken = next((after for _, after in pairs if after in target.by_path and after not in old), None)
    if taken is not None:
        name = Address(target.id, taken).printed
        raise Refusal(f"the number {name} is taken", "give the provision another number where it goes: as H14.5A")
    whole = traced(list(source.traced.stretches(at.start, at.end)))
    if action.label:
        whole = whole.edited([_with_label(source, action, at, origin)])
    written = tuple(_reindented(whole, lines.column - at.column))
    gap = Strand("\n\n" if lines.apart else "\n", origin)
    new = (*written, gap) if lines.before else (gap, *written)
    return taken_out(source, at), Edit(lines.offset, lines.offset, new), pairs


def _moves(source: DocumentVersion, target: DocumentVersion, action: Move) -> Iterator[tuple[Path, Path]]:
    """The paths before and after of what moves; of a range, each of its provisions."""
    if not isinstance(action.place.part, Whole) or not action.place.address.path:
        raise Refusal("only a provision with an address of its own moves", "omit it, and insert it where it goes")
    if action.last is not None and action.label:
        raise Refusal("a range moves under the numbers that it has", "move its provisions one by one")
    parent = _new_parent(target, action)
    for number in from_to(source, action.place, action.last):
        placed = source.blocks[number]
        if placed.own:
            label = action.label or _own_label(placed.block, placed.address)
            yield placed.address.path, _path_in(parent, label, placed.block)


def _own_label(block: AnyBlock, address: Address) -> str:
    return block.label if isinstance(block, Clause | SubSection | Division) else address.path[-1]


def _new_parent(target: DocumentVersion, action: Move) -> Address:
    match action.to:
        case AfterPlace(place=anchor) | BeforePlace(place=anchor):
            parent = anchor.address.parent
            return parent if parent.path in target.by_path or not parent.path else parent.numbering
        case _:
            return action.into.address if action.into is not None else Address(target.id)


def _path_in(parent: Address, label: str, block: AnyBlock) -> Path:
    within = parent.numbering if isinstance(block, Clause | SubSection | Division) else parent
    return (*within.path, step_of(block, label))


def _reindented(text: TracedText, shift: int) -> Iterator[Strand]:
    """The lines with another indentation, each word with its origin."""
    start = 0
    while start < len(text.text):
        stop = text.text.find("\n", start) + 1 or len(text.text)
        line = text.text[start:stop]
        if line.strip():
            blank = len(line) - len(line.lstrip(" "))
            yield Strand(" " * max(0, blank + shift), origin_at(text, start))
            start += blank
        yield from text.stretches(start, stop)
        start = stop


def _with_label(version: DocumentVersion, action: Move, at: Extent, origin: OperationRef) -> Edit:
    """The edit of its lines that gives a provision another label."""
    block = version.blocks[version.by_path[action.place.address.path]].block
    old, new = label_of(block), written_label(block, action.label)
    place = version.text.index(old, block.span.start + before_label(block)) - at.start
    return Edit(place, place + len(old), (Strand(new, origin),))


def _label_edits(version: DocumentVersion, path: Path, label: str, origin: OperationRef) -> Iterator[Edit]:
    block = version.blocks[version.by_path[path]].block
    old, new = label_of(block), written_label(block, label)
    start = version.text.index(old, block.span.start + before_label(block))
    if old != new:
        yield Edit(start, start + len(old), (Strand(new, origin),))


def _renumberings(version: DocumentVersion, action: Renumber) -> Iterator[tuple[Path, Path, str]]:
    """Each path with the new one, and the label; the clauses of a sub-section go with its number."""
    if not isinstance(action.place.part, Whole) or not action.place.address.path:
        raise Refusal("only a numbered provision has a number", "name a clause, paragraph or sub-section")
    numbers = from_to(version, action.place, action.last)
    labels = (action.label,) if action.last is None else counted(action.label, action.last_label, len(numbers))
    for number, label in zip(numbers, labels, strict=True):
        placed = version.blocks[number]
        path = placed.address.path
        yield path, (*path[:-1], step_of(placed.block, label)), label
        if isinstance(placed.block, SubSection):
            yield from _its_clauses(version, number, placed.block.label, label)


def _its_clauses(version: DocumentVersion, number: int, old: str, new: str) -> Iterator[tuple[Path, Path, str]]:
    for each in below(version, number):
        block = version.blocks[each].block
        if isinstance(block, Clause) and block.label.startswith(f"{old}."):
            path, label = version.blocks[each].address.path, new + block.label[len(old) :]
            yield path, (*path[:-1], label), label


def from_to(version: DocumentVersion, first: Place, last: Place | None) -> list[int]:
    """The places in `version.blocks` of a provision, or of all of its kind beside it from the first to the last."""
    if last is None:
        return [place_in_blocks(version, first.address)]
    return range_of(version, first.address, last.address)

"""Moves, new numbers, splits and joins: who a provision is stays, where and under which number it stands changes."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from secc.amending.patterns import TRAILING_NUMBER
from secc.amending.refusal import Refusal
from secc.amending.setting_out import Lines, stretch_of, taken_out
from secc.amending.spots import Extent, below, extent, place_in_blocks, spots
from secc.amending.traced import Edit, Strand, traced
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
from secc.instruments.places import Place
from secc.instruments.when import OperationRef

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Relabelled:
    """Edits of one text, and where the provisions then stand whose paths begin with the first of each pair."""

    edits: tuple[Edit, ...]
    paths: tuple[tuple[Path, Path], ...] = field(default=())


def renumbered(version: DocumentVersion, action: Renumber, origin: OperationRef) -> Relabelled:
    """New numbers where the provisions stand."""
    pairs = list(_renumberings(version, action))
    new = {after for _, after in pairs}
    old = {before for before, _ in pairs}
    for path in new:
        if path in version.by_path and path not in old:
            taken = Address(version.id, path).printed
            raise Refusal(f"the number {taken} is taken", "renumber or omit the provision that bears it first")
    edits = [
        edit for before, after in pairs for edit in _label_edits(version, version.by_path[before], after[-1], origin)
    ]
    return Relabelled(tuple(edits), tuple(pairs))


def split(version: DocumentVersion, action: Split, origin: OperationRef) -> Relabelled:
    """The words from a place on, and what stands below, become a provision of their own with a new number."""
    number = place_in_blocks(version, action.place.address)
    block = version.blocks[number].block
    found = find(spots(version, action.place)[:1], action.before, action.place.address.printed)[0]
    if found.start == 0 or not isinstance(block, Clause | Paragraph):
        raise Refusal("there is nothing before these words to stay behind", "quote words within the provision")
    column = extent(version, range(number, number + 1)).column
    start = found.spot.prose.places.offset(found.start)
    back = len(version.text[:start].rstrip(" \n>"))
    gap = "\n" if isinstance(block, Paragraph) else "\n\n"
    label = f"{gap}{' ' * column}{_written(block, action.label)} "
    return Relabelled((Edit(back, start, (Strand(label, origin),)),))


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
    return Relabelled((Edit(end, start, (Strand(" ", origin),)),))


def moved(
    source: DocumentVersion, target: DocumentVersion, action: Move, lines: Lines, origin: OperationRef
) -> tuple[Edit, Edit, tuple[tuple[Path, Path], ...]]:
    """The edit that takes the provision out, the one that puts it in, and the paths before and after."""
    at = stretch_of(source, action.place, action.last)
    path = action.place.address.path
    parent = _new_parent(target, action)
    label = action.label or path[-1]
    after = _path_in(parent, label, source.blocks[source.by_path[path]].block)
    if after in target.by_path and not (source is target and after == path):
        taken = Address(target.id, after).printed
        raise Refusal(f"the number {taken} is taken", "give the provision another number where it goes: as H14.5A")
    written = list(_reindented(source, at, lines.column))
    if action.label:
        written = _with_label(source, action, written, origin)
    gap = Strand("\n\n" if lines.apart else "\n", origin)
    new = (*written, gap) if lines.before else (gap, *written)
    return taken_out(source, at), Edit(lines.offset, lines.offset, new), ((path, after),)


def _new_parent(target: DocumentVersion, action: Move) -> Address:
    match action.to:
        case AfterPlace(place=anchor) | BeforePlace(place=anchor):
            parent = anchor.address.parent
            return parent if parent.path in target.by_path or not parent.path else parent.numbering
        case _:
            return action.into.address if action.into is not None else Address(target.id)


def _path_in(parent: Address, label: str, block: AnyBlock) -> Path:
    if isinstance(block, Clause | SubSection | Division):
        return (*parent.numbering.path, label)
    return (*parent.path, _bracketed(label) if isinstance(block, Paragraph) else label)


def _bracketed(label: str) -> str:
    return f"({label.strip('().')})"


def _reindented(version: DocumentVersion, at: Extent, column: int) -> Iterator[Strand]:
    """The lines with another indentation, each word with its origin."""
    shift = column - at.column
    start = at.start
    while start < at.end:
        stop = version.text.find("\n", start, at.end)
        stop = at.end if stop < 0 else stop + 1
        line = version.text[start:stop]
        if line.strip():
            blank = len(line) - len(line.lstrip(" "))
            kept = max(0, blank + shift)
            yield Strand(" " * kept, next(version.traced.stretches(start, start + 1)).origin)
            start += blank
        yield from version.traced.stretches(start, stop)
        start = stop


def _with_label(version: DocumentVersion, action: Move, written: list[Strand], origin: OperationRef) -> list[Strand]:
    """The lines with another label in the place of the first."""
    block = version.blocks[version.by_path[action.place.address.path]].block
    old, new = _label(block), _written(block, action.label)
    text = "".join(each.text for each in written)
    place = text.index(old)
    whole = traced(written).edited([Edit(place, place + len(old), (Strand(new, origin),))])
    return list(whole.stretches(0, len(whole.text)))


def _label(block: AnyBlock) -> str:
    if isinstance(block, Paragraph):
        return block.written
    if isinstance(block, Clause | SubSection | Division):
        return block.label
    raise Refusal("only a numbered provision has a number", "name a clause, paragraph or sub-section")


def _written(block: AnyBlock, label: str) -> str:
    """A new label as the page writes such a block's: `(b)`, `b.`, `H14.5A`."""
    if not isinstance(block, Paragraph):
        return label
    letters = label.strip("().")
    return f"({letters})" if block.written.startswith("(") else f"{letters}."


def _label_edits(version: DocumentVersion, number: int, label: str, origin: OperationRef) -> Iterator[Edit]:
    placed = version.blocks[number]
    old, new = _label(placed.block), _written(placed.block, label)
    start = version.text.index(old, placed.block.span.start)
    if old != new:
        yield Edit(start, start + len(old), (Strand(new, origin),))


def _renumberings(version: DocumentVersion, action: Renumber) -> Iterator[tuple[Path, Path]]:
    """Each path with the new one; the clauses of a sub-section go with its number."""
    label = action.label
    for number in _from_to(version, action.place, action.last):
        placed = version.blocks[number]
        path = placed.address.path
        new = _bracketed(label) if isinstance(placed.block, Paragraph) else label
        yield path, (*path[:-1], new)
        if isinstance(placed.block, SubSection):
            yield from _its_clauses(version, number, placed.block.label, label)
        if action.last is not None:
            label = _next(label)


def _its_clauses(version: DocumentVersion, number: int, old: str, new: str) -> Iterator[tuple[Path, Path]]:
    for each in below(version, number):
        block = version.blocks[each].block
        if isinstance(block, Clause) and block.label.startswith(f"{old}."):
            path = version.blocks[each].address.path
            yield path, (*path[:-1], new + block.label[len(old) :])


def _from_to(version: DocumentVersion, first: Place, last: Place | None) -> list[int]:
    start = place_in_blocks(version, first.address)
    if last is None:
        return [start]
    end = place_in_blocks(version, last.address)
    depth, kind = version.blocks[start].depth, type(version.blocks[start].block)
    return [
        each
        for each in range(start, end + 1)
        if version.blocks[each].depth == depth and isinstance(version.blocks[each].block, kind)
    ]


def _next(label: str) -> str:
    """The number after one: H14.6 after H14.5, (c) after (b)."""
    bare = label.strip("().")
    if len(bare) == 1 and bare.isalpha():
        place = _LETTERS.index(bare.lower()) + 1
        following = _LETTERS[place] if place < len(_LETTERS) else "aa"
        return label.replace(bare, following.upper() if bare.isupper() else following)
    found = TRAILING_NUMBER.fullmatch(label)
    if found is None or found["letters"]:
        raise Refusal(f"it is not clear which number follows {label}", "renumber the provisions one by one")
    return f"{found['stem']}{int(found['number']) + 1}"

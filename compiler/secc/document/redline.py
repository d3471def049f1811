"""What changed between two texts, in display form."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from secc.compare import ChangeSet, MergedBlock, Place, State
from secc.compare.pausing import uncollected
from secc.document.redline_against import Against, Base
from secc.document.redline_blocks import BlockMaker
from secc.document.redline_groups import grouped
from secc.document.redline_model import Block, Described, DocumentRedline, Edition, Kind, Redline, Weight
from secc.document.redline_shared import shared
from secc.document.redline_summary import listing
from secc.ids import Address, DocumentId


class Texts(Struct, frozen=True):
    """What the two texts are, and the documents of each; `of` is what a redline of them is of."""

    of: str
    before: Described
    after: Described
    editions: Mapping[DocumentId, Edition]
    editions_after: Mapping[DocumentId, Edition]


class Extent(Struct, frozen=True):
    """The part of the texts that is wanted: where it stands in each, None where it does not."""

    before: Address | None
    after: Address | None


def redline(changes: ChangeSet, texts: Texts, extent: Extent | None = None, base: Base | None = None) -> Redline:
    """The redline of two texts, or of a part of them. Of the whole, documents that are the same are only counted.

    With a `base`, from which both were made, each change tells what it has of that. Linear in the length of the texts.
    """
    with uncollected():
        return _made(changes, texts, extent, base)


def _made(changes: ChangeSet, texts: Texts, extent: Extent | None, base: Base | None) -> Redline:
    stream = tuple(_within(changes.stream, extent))
    known = shared(changes, stream)
    against = Against(base) if base is not None else None
    documents = tuple(_documents(list(BlockMaker(changes, known, against).blocks(stream)), texts))
    wanted = tuple(each for each in documents if extent is not None or _is_changed(each))
    found = listing([block for each in wanted for block in each.blocks], known)
    return Redline(
        of=texts.of,
        before=texts.before,
        after=texts.after,
        documents=wanted,
        tally=found.tally,
        entries=found.entries,
        everywhere=found.everywhere,
        renumbered=found.renumbered,
        consequential=found.consequential,
        same=len(documents) - len(wanted),
        against=base.described if base is not None else None,
        standing=against.standing(stream) if against is not None else 0,
    )


def extent_of(changes: ChangeSet, address: Address) -> Extent | None:
    """Where a provision stands in both texts: what has the address in the new text, or else in the old one."""
    for side in ("after", "before"):
        for block in changes.pairs:
            place: Place | None = getattr(block, side)
            if place is not None and place.own and place.address == address:
                return Extent(_address(block.before), _address(block.after))
    return None


def _address(place: Place | None) -> Address | None:
    return place.address if place is not None else None


def _within(stream: Iterable[MergedBlock], extent: Extent | None) -> Iterator[MergedBlock]:
    """The blocks of a part, wherever they stand in either text."""
    if extent is None:
        yield from stream
        return
    root: MergedBlock | None = None
    for block in stream:
        if root is None or block.depth <= root.depth:
            root = block if _is_at(block, extent) else None
        if root is not None:
            yield block


def _is_at(block: MergedBlock, extent: Extent) -> bool:
    sides = ((block.after, extent.after), (block.before, extent.before))
    return any(place is not None and place.own and place.address == wanted for place, wanted in sides)


def _documents(blocks: Sequence[Block], texts: Texts) -> Iterator[DocumentRedline]:
    """The blocks by document; a part that moved from one to another stands in both."""
    held: list[list[Block]] = []
    for block in blocks:
        if not held or block.kind is Kind.DOCUMENT or _document(block) != _document(held[-1][-1]):
            held.append([])
        held[-1].append(block)
    for each in held:
        old = next((block.before.document for block in each if block.before is not None), None)
        new = next((block.after.document for block in each if block.after is not None), None)
        yield DocumentRedline(
            title=_title(each[0]),
            before=texts.editions.get(old or _document(each[0])),
            after=texts.editions_after.get(new or _document(each[0])),
            groups=grouped(each),
        )


def _document(block: Block) -> DocumentId:
    address = block.after or block.before
    assert address is not None
    return address.document


def _title(first: Block) -> str:
    printed = _document(first).printed
    if first.kind is not Kind.DOCUMENT:
        return printed
    words = "".join(each.text for each in first.words if each.state is not State.DELETED)
    return f"{printed}: {words or ''.join(each.text for each in first.words)}"


def _is_changed(document: DocumentRedline) -> bool:
    return any(block.weight is not Weight.SAME for block in document.blocks)

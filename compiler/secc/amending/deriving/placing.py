"""Where operations put things, and the lines that they set out."""

from collections.abc import Iterable, Sequence

from secc.amending.deriving.draft import Piece, table_in
from secc.amending.extents import extent
from secc.amending.setting_out import sorting_key
from secc.amending.version import DocumentVersion
from secc.code.model import Definition, Paragraph, SubHeading, Table
from secc.instruments.model import (
    AfterPlace,
    AppropriatePlace,
    AtBeginning,
    AtEnd,
    BeforePlace,
    SourceText,
)
from secc.instruments.places import Place, SubHeadingNamed, TableRow

Spot = AfterPlace | BeforePlace | AtEnd | AtBeginning | AppropriatePlace


def name_of(piece: Piece) -> Place | None:
    """The place by which an operation names a piece as a whole; None for what has no name of its own."""
    block = piece.block
    if block is None:
        return None
    if piece.is_own:
        return Place(piece.address)
    if piece.is_quoted:
        return None
    holder = piece.holder
    while not holder.is_own:
        holder = holder.holder
    if isinstance(block, SubHeading):
        alike = [each for each in piece.register.alike(piece.called, holder) if isinstance(each.block, SubHeading)]
        return Place(holder.address, SubHeadingNamed(piece.text)) if alike == [piece] else None
    if isinstance(block, Table):
        return _table_named(piece, holder, block)
    return None


def _table_named(piece: Piece, holder: Piece, table: Table) -> Place | None:
    tables = [each for each in holder.down if table_in(each) is not None]
    if tables == [piece]:
        return Place(holder.address, TableRow(""))
    caption = table.caption.text if table.caption is not None else ""
    alike = [each for each in tables if caption_of(each) == caption]
    return Place(holder.address, TableRow("", table=caption)) if caption and alike == [piece] else None


def caption_of(piece: Piece) -> str:
    """The caption of a table, as it was at first."""
    table = table_in(piece)
    return table.caption.text if table is not None and table.caption is not None else ""


def lines_of(first: Piece, last: Piece) -> SourceText:
    """The lines of the new text from one piece to the end of another beside it, as an operation sets them out."""
    return _lines(first.version, first.number, _end(last))


def _end(piece: Piece) -> int:
    """The place behind a piece and all in it, notes included."""
    blocks, end = piece.version.blocks, piece.number + 1
    while end < len(blocks) and blocks[end].depth > blocks[piece.number].depth:
        end += 1
    return end


def _lines(version: DocumentVersion, start: int, end: int) -> SourceText:
    at = extent(version, range(start, end))
    begins = version.blocks[start].block.span.start
    lines = version.text[begins - at.column : at.end].split("\n")
    return SourceText(tuple(line[at.column :].rstrip() for line in lines))


def spot_for(holder: Piece, news: Sequence[Piece]) -> tuple[Spot, int] | None:
    """Where the new pieces go, and their place among what stands in the holder now; None if no words can say where.

    `holder` is of the text as it stands; the pieces stand next to each other in its mate.
    """
    siblings = news[0].holder.children
    place = siblings.index(news[0])
    elder = _nearest(reversed(siblings[:place]), holder)
    younger = _nearest(siblings[place + len(news) :], holder)
    index = holder.children.index(elder) + 1 if elder else holder.children.index(younger) if younger else 0
    if not elder and not younger and holder.children:
        index = len(holder.children)
    if len(news) == 1 and _is_alphabetical(holder, news[0], index):
        return AppropriatePlace(), index
    name = name_of(elder) if elder else None
    if name is not None:
        return AfterPlace(name), index
    name = name_of(younger) if younger else None
    if name is not None:
        return BeforePlace(name), holder.children.index(younger) if younger else index
    return _edge(holder, elder, younger, index)


def _edge(holder: Piece, elder: Piece | None, younger: Piece | None, index: int) -> tuple[Spot, int] | None:
    if not holder.is_own:
        return None
    if younger is None and index == len(holder.children):
        return AtEnd(), index
    if elder is None and index == 0:
        return AtBeginning(), index
    return None


def _nearest(siblings: Iterable[Piece], holder: Piece) -> Piece | None:
    """The nearest of the new siblings that stands in the holder, and did not go with a run, as it stands there."""
    for each in siblings:
        mate = each.mate
        if mate is not None and mate.parent is holder and mate in holder.children:
            return mate
    return None


def _is_alphabetical(holder: Piece, new: Piece, index: int) -> bool:
    """Whether the appropriate place of a definition, by the alphabet, is its own."""
    if not isinstance(new.block, Definition) or not new.label or not holder.is_own:
        return False
    definitions = [each for each in holder.children if isinstance(each.block, Definition)]
    if len(definitions) < 2:
        return False
    wanted = sorting_key(new.label.strip('"'))
    later = next((each for each in definitions if sorting_key(each.label.strip('"')) > wanted), None)
    return (
        holder.children[index - 1] is definitions[-1]
        if later is None
        else holder.children[index : index + 1] == [later]
    )


def written_label(piece: Piece) -> str:
    """Its label as operations give it: `(b)`, `H14.5`."""
    return f"({piece.label})" if isinstance(piece.block, Paragraph) else piece.label


def with_label(lines: SourceText, new: Piece, old: Piece) -> SourceText:
    """The lines of a clause or paragraph under the label of another: its own is not free yet."""
    label, other = _on_the_page(new, new.label), _on_the_page(old, old.label)
    first = next(place for place, line in enumerate(lines.lines) if line.startswith(label))
    changed = other + lines.lines[first].removeprefix(label)
    return SourceText((*lines.lines[:first], changed, *lines.lines[first + 1 :]))


def _on_the_page(piece: Piece, label: str) -> str:
    block = piece.block
    if isinstance(block, Paragraph):
        return f"({label})" if block.written.startswith("(") else f"{label}."
    return label

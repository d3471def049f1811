"""The words of a place: every run of prose in it, and where it stands in the file."""

from collections.abc import Iterator

from msgspec import Struct

from secc.amending.extents import (
    below,
    extent,
    line_of,
    narrowed,
    place_in_blocks,
    plain,
    row_of,
    sub_heading,
    table_of,
    whole_document,
)
from secc.amending.patterns import BAR
from secc.amending.refusal import Refusal
from secc.amending.version import DocumentVersion
from secc.code.model import (
    AnyBlock,
    Bullet,
    Clause,
    Definition,
    Division,
    DivisionKind,
    Footnote,
    Note,
    Paragraph,
    Prose,
    SubHeading,
    SubSection,
    Table,
)
from secc.code.walk import prose_in
from secc.ids import Address
from secc.instruments.places import ClosingWords, Heading, OpeningWords, Place, SubHeadingNamed, TableRow, Whole

__all__ = ["Spot", "below", "every_spot", "extent", "label_length", "place_in_blocks", "spots", "whole_document"]
"""With those of `extents` that others ask for here."""


class Spot(Struct, frozen=True):
    """Words of a place, in the provision at `address`; `number` is the place in `version.blocks` of their block.

    `region` is where they stand in the file when nothing else does (None for an empty cell, which stands nowhere);
    `begins` is where words put in at the beginning go: of a definition, behind its terms.
    """

    prose: Prose
    address: Address
    region: tuple[int, int] | None
    number: int = -1
    begins: int = 0
    in_cell: bool = False
    begins_line: bool = False


def spots(version: DocumentVersion, place: Place) -> list[Spot]:
    """Every prose of a place, in the order of the page; notes are no text, nor are headings unless asked for."""
    match place.part:
        case Whole() | OpeningWords() | ClosingWords():
            return list(_running(version, place))
        case Heading():
            return [_heading(version, place.address)]
        case SubHeadingNamed(words=words):
            return [_spot_of_heading(version, place.address, words)]
        case TableRow():
            return list(_cells(version, place))


def _spot_of_heading(version: DocumentVersion, address: Address, words: str) -> Spot:
    number = sub_heading(version, address, words)
    block = version.blocks[number].block
    assert isinstance(block, SubHeading)
    return _alone(version, number, block.prose)


def _running(version: DocumentVersion, place: Place) -> Iterator[Spot]:
    start = place_in_blocks(version, place.address)
    for each in narrowed(version, below(version, start), place):
        block = version.blocks[each].block
        if not isinstance(block, Note | SubHeading | SubSection | Division):
            yield from _spots_of(version, each)


def every_spot(version: DocumentVersion) -> Iterator[Spot]:
    """Every prose of a document, titles and headings included."""
    yield _title(version)
    for number in range(len(version.blocks)):
        yield from _spots_of(version, number)


def _spots_of(version: DocumentVersion, number: int) -> Iterator[Spot]:
    block = version.blocks[number].block
    if isinstance(block, Table):
        yield from _in_table(version, number, block)
    else:
        yield from (_alone(version, number, prose) for prose in prose_in(block))


def _alone(version: DocumentVersion, number: int, prose: Prose) -> Spot:
    """The words of a block that has no others."""
    block, address = version.blocks[number].block, version.blocks[number].address
    begins = block.terms[-1].end + 1 if isinstance(block, Definition) and block.terms else 0
    start = min(block.span.start + label_length(block), max(block.span.start, block.span.end))
    region = (start, max(start, block.span.end))
    return Spot(prose, address, region, number, begins, begins_line=start == block.span.start)


def _in_table(version: DocumentVersion, number: int, table: Table) -> Iterator[Spot]:
    address = version.blocks[number].address
    if table.caption is not None:
        span = table.caption.span(0, len(table.caption.text))
        end = line_of(version.text, span.start).end
        yield Spot(table.caption, address, (span.start, end), number)
    yield from (_cell(version, number, cell) for cell in _all_cells(table))


def _cell(version: DocumentVersion, number: int, cell: Prose) -> Spot:
    address = version.blocks[number].address
    if not cell.text:
        return Spot(cell, address, None, number, in_cell=True)
    text, span = version.text, cell.span(0, len(cell.text))
    start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    bars = [found.start() for found in BAR.finditer(text, start, end if end >= 0 else len(text))]
    before = max((bar + 1 for bar in bars if bar < span.start), default=start)
    after = min((bar for bar in bars if bar >= span.end), default=end if end >= 0 else len(text))
    words = text[before:after]
    region = (before + len(words) - len(words.lstrip()), before + len(words.rstrip()))
    return Spot(cell, address, region, number, in_cell=True)


def _title(version: DocumentVersion) -> Spot:
    title = version.document.title
    span = title.span(0, len(title.text))
    return Spot(title, Address(version.id), (span.start, span.end))


def label_length(block: AnyBlock) -> int:
    """How long the label or keyword is with which a block begins, with the blank behind it."""
    match block:
        case Clause() | SubSection() | Division():
            return _number_length(block)
        case Paragraph():
            return len(block.written) + 1
        case Definition():
            return len("define ")
        case Bullet():
            return len("- ")
        case Footnote():
            return len(f"[^{block.label}]: ")
        case SubHeading():
            return block.level + 2
        case _:
            return 0


def _number_length(block: Clause | SubSection | Division) -> int:
    if isinstance(block, Division):
        return len("document: ") if block.kind is DivisionKind.DOCUMENT else len(f"{block.kind} {block.label}: ")
    return len(block.label) + (1 if isinstance(block, Clause) else len("#  "))


def _heading(version: DocumentVersion, address: Address) -> Spot:
    if not address.path:
        return _title(version)
    number = place_in_blocks(version, address)
    block = version.blocks[number].block
    if isinstance(block, SubSection | Division):
        return _alone(version, number, block.title)
    if isinstance(block, Clause) and block.title:
        return _alone(version, number, block.prose)
    raise Refusal(f"{address.printed} has no heading", "name a document, sub-section, annex or clause that has one")


def _cells(version: DocumentVersion, place: Place) -> Iterator[Spot]:
    assert isinstance(place.part, TableRow)
    number, table = table_of(version, place)
    cells = row_of(table, place.part.row) if place.part.row else _all_cells(table)
    if place.part.column:
        cells = (_in_column(table, cells, place.part.column),)
    yield from (_cell(version, number, cell) for cell in cells)


def _all_cells(table: Table) -> tuple[Prose, ...]:
    return tuple(cell for row in (*table.head, *table.rows) for cell in row)


def _in_column(table: Table, cells: tuple[Prose, ...], column: str) -> Prose:
    heads = [place for row in table.head for place, cell in enumerate(row) if plain(cell.text) == plain(column)]
    if len(heads) != 1:
        raise Refusal(f'the table has no column "{column}"', "quote the words at the head of the column")
    return cells[heads[0]]

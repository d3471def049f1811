"""Where a place is in the text of a document: blocks, the stretch of the file that they fill, and their words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

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
    Text,
)
from secc.code.walk import Placed, prose_in
from secc.ids import Address
from secc.instruments.places import (
    ClosingWords,
    Heading,
    OpeningWords,
    Place,
    SubHeadingNamed,
    TableRow,
    Whole,
)


@dataclass(frozen=True, slots=True)
class Extent:
    """`text[start:end]`: whole lines of a version's text, without the last line's end; `column` is its indentation."""

    start: int
    end: int
    column: int


@dataclass(frozen=True, slots=True)
class Spot:
    """Words of a place, in the provision at `address`.

    `region` is where they stand in the file when nothing else does (None in a table's cell); `begins` is where words
    put in at the beginning go: of a definition, behind its terms.
    """

    prose: Prose
    address: Address
    region: tuple[int, int] | None
    begins: int = 0


def place_in_blocks(version: DocumentVersion, address: Address) -> int:
    """The place in `version.blocks` of a provision; of the document itself, -1. Refuses what is not there."""
    if not address.path:
        return -1
    found = version.by_path.get(address.path)
    if found is None:
        raise Refusal(f"there is no {_named(address)} in the text as it then stands", _near(version, address))
    return found


def below(version: DocumentVersion, place: int) -> range:
    """The places in `version.blocks` of a block and everything that stands in it; of -1, the whole document."""
    blocks = version.blocks
    if place < 0:
        return range(len(blocks))
    end = place + 1
    while end < len(blocks) and blocks[end].depth > blocks[place].depth:
        end += 1
    return range(place, end)


def extent(version: DocumentVersion, places: range) -> Extent:
    """The lines that blocks fill, with the comments directly above the first."""
    text, blocks = version.text, version.blocks
    head = _line_start(text, blocks[places.start].block.span.start)
    column = blocks[places.start].block.span.start - head
    limit = _line_start(text, blocks[places.stop].block.span.start) if places.stop < len(blocks) else len(text)
    return Extent(_with_comments(text, head), _end_of_content(text, head, limit), column)


def whole_document(version: DocumentVersion) -> Extent:
    """All the blocks of a document, without its header; empty at the end of the text where there are none."""
    if version.blocks:
        return extent(version, range(len(version.blocks)))
    end = len(version.text.rstrip())
    return Extent(end, end, 0)


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


def table_of(version: DocumentVersion, place: Place) -> tuple[int, Table]:
    """The place in `version.blocks` of the table that is meant, and the table. Refuses none and several."""
    assert isinstance(place.part, TableRow)
    caption = place.part.table
    found = [
        (each, block)
        for each in below(version, place_in_blocks(version, place.address))
        if isinstance(block := version.blocks[each].block, Table)
        and (not caption or (block.caption is not None and block.caption.text == caption))
    ]
    if len(found) != 1:
        called = f' "{caption}"' if caption else ""
        many = "no table" if not found else f"{len(found)} tables"
        raise Refusal(f"{_named(place.address)} has {many}{called}", "say which table, by its caption")
    return found[0]


def row_of(table: Table, row: str) -> tuple[Prose, ...]:
    """The cells of the row that begins with these words. Refuses none and several."""
    found = [cells for cells in (*table.head, *table.rows) if cells and _plain(cells[0].text) == _plain(row)]
    found = found or [cells for cells in (*table.head, *table.rows) if cells and cells[0].text.startswith(row)]
    if len(found) != 1:
        many = "no row begins" if not found else f"{len(found)} rows begin"
        raise Refusal(f'{many} with "{row}" in that table', "quote the words of the row's first cell in full")
    return found[0]


def line_of(text: str, offset: int) -> Extent:
    """The line of an offset."""
    start = _line_start(text, offset)
    end = text.find("\n", offset)
    end = len(text) if end < 0 else end
    return Extent(start, end, len(text[start:end]) - len(text[start:end].lstrip()))


def sub_heading(version: DocumentVersion, address: Address, words: str) -> int:
    """The place in `version.blocks` of the sub-heading of these words in a provision."""
    within = below(version, place_in_blocks(version, address))
    found = [each for each in within if _is_heading(version.blocks[each].block, words)]
    if len(found) != 1:
        many = "no sub-heading" if not found else f"{len(found)} sub-headings"
        raise Refusal(f'{_named(address)} has {many} "{words}"', "quote the sub-heading's words in full")
    return found[0]


def _is_heading(block: AnyBlock, words: str) -> bool:
    return isinstance(block, SubHeading) and _plain(block.prose.text) == _plain(words)


def _spot_of_heading(version: DocumentVersion, address: Address, words: str) -> Spot:
    placed = version.blocks[sub_heading(version, address, words)]
    assert isinstance(placed.block, SubHeading)
    return _alone(placed, placed.block.prose)


def _running(version: DocumentVersion, place: Place) -> Iterator[Spot]:
    start = place_in_blocks(version, place.address)
    for each in _narrowed(version, below(version, start), place):
        placed = version.blocks[each]
        block = placed.block
        if isinstance(block, Note | SubHeading | SubSection | Division):
            continue
        if isinstance(block, Table):
            yield from (Spot(prose, placed.address, None) for prose in prose_in(block))
        else:
            yield from (_alone(placed, prose) for prose in prose_in(block))


def every_spot(version: DocumentVersion) -> Iterator[Spot]:
    """Every prose of a document, titles and headings included."""
    yield _title(version)
    for placed in version.blocks:
        block = placed.block
        for prose in prose_in(block):
            yield Spot(prose, placed.address, None) if isinstance(block, Table) else _alone(placed, prose)


def _alone(placed: Placed, prose: Prose) -> Spot:
    block = placed.block
    begins = block.terms[-1].end + 1 if isinstance(block, Definition) and block.terms else 0
    region = (block.span.start + label_length(block), max(block.span.start + label_length(block), block.span.end))
    return Spot(prose, placed.address, region, begins)


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


def _narrowed(version: DocumentVersion, places: range, place: Place) -> Sequence[int]:
    """The opening words are what comes before the first paragraph, the closing words what comes after the last."""
    if isinstance(place.part, Whole):
        return places
    blocks, depth = version.blocks, version.blocks[places.start].depth + 1
    inner = [each for each in places[1:] if blocks[each].depth == depth]
    listed = [each for each in inner if isinstance(blocks[each].block, Paragraph)]
    if isinstance(place.part, OpeningWords):
        first = listed[0] if listed else places.stop
        return range(places.start, first)
    closing = [each for each in inner if listed and each > listed[-1] and isinstance(blocks[each].block, Text)]
    if not closing:
        raise Refusal(f"{_named(place.address)} has no closing words", "name the paragraph whose words are meant")
    return closing


def _heading(version: DocumentVersion, address: Address) -> Spot:
    if not address.path:
        return _title(version)
    placed = version.blocks[place_in_blocks(version, address)]
    block = placed.block
    if isinstance(block, SubSection | Division):
        return _alone(placed, block.title)
    if isinstance(block, Clause) and block.title:
        return _alone(placed, block.prose)
    raise Refusal(f"{_named(address)} has no heading", "name a document, sub-section, annex or clause that has one")


def _cells(version: DocumentVersion, place: Place) -> Iterator[Spot]:
    assert isinstance(place.part, TableRow)
    number, table = table_of(version, place)
    cells = row_of(table, place.part.row) if place.part.row else _all_cells(table)
    if place.part.column:
        cells = (_in_column(table, cells, place.part.column),)
    yield from (Spot(cell, version.blocks[number].address, None) for cell in cells)


def _all_cells(table: Table) -> tuple[Prose, ...]:
    return tuple(cell for row in (*table.head, *table.rows) for cell in row)


def _in_column(table: Table, cells: tuple[Prose, ...], column: str) -> Prose:
    heads = [place for row in table.head for place, cell in enumerate(row) if _plain(cell.text) == _plain(column)]
    if len(heads) != 1:
        raise Refusal(f'the table has no column "{column}"', "quote the words at the head of the column")
    return cells[heads[0]]


def _plain(words: str) -> str:
    return " ".join(words.split()).casefold()


def _line_start(text: str, offset: int) -> int:
    return text.rfind("\n", 0, offset) + 1


def _with_comments(text: str, start: int) -> int:
    """Where the comments begin that stand on the lines directly above."""
    while start > 0:
        above = _line_start(text, start - 1)
        if not text[above:start].lstrip().startswith("//"):
            break
        start = above
    return start


def _end_of_content(text: str, start: int, limit: int) -> int:
    """Where the last line ends that is neither blank nor a comment, of those before `limit`."""
    end = limit
    while end > start:
        line = _line_start(text, end - 1)
        words = text[line:end].strip()
        if words and not words.startswith("//"):
            return line + len(text[line:end].rstrip())
        end = line
    return limit


def _named(address: Address) -> str:
    return address.printed


def _near(version: DocumentVersion, address: Address) -> str:
    """What to do about a provision that is not there: those beside it that are."""
    parent = address.parent
    siblings = [path for path in version.by_path if len(path) == len(address.path) and path[:-1] == parent.path]
    if len(address.path) == 1:
        wanted = address.path[0]
        siblings = [
            path for path in siblings if path[0][: max(2, len(wanted) - 2)] == wanted[: max(2, len(wanted) - 2)]
        ]
    if not siblings:
        return "name a provision that the text has on that day"
    last = Address(version.id, siblings[-1])
    return f"name a provision that the text has on that day, such as {last.printed}"

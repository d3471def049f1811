"""Where a place is in the text of a document: blocks, the stretch of the file that they fill, and their words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

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
    Text,
)
from secc.code.walk import prose_in
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


def narrowed(version: DocumentVersion, places: range, place: Place) -> Sequence[int]:
    """The blocks of a place: the opening words stand before the first paragraph, the closing words behind the last."""
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


def _is_heading(block: AnyBlock, words: str) -> bool:
    return isinstance(block, SubHeading) and _plain(block.prose.text) == _plain(words)


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
    start = block.span.start + label_length(block)
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
    raise Refusal(f"{_named(address)} has no heading", "name a document, sub-section, annex or clause that has one")


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

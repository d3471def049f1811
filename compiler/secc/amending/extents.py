"""Where provisions, headings, tables and rows stand in the text of a document: blocks, and the lines that they fill."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from msgspec import Struct

from secc.amending.refusal import Refusal
from secc.amending.version import DocumentVersion, Path
from secc.code.model import AnyBlock, Paragraph, Prose, SubHeading, Table, Text
from secc.ids import Address
from secc.instruments.places import OpeningWords, Place, TableRow, Whole


class Extent(Struct, frozen=True):
    """`text[start:end]`: whole lines of a version's text, without the last line's end; `column` is its indentation."""

    start: int
    end: int
    column: int


def place_in_blocks(version: DocumentVersion, address: Address) -> int:
    """The place in `version.blocks` of a provision; of the document itself, -1. Refuses what is not there."""
    if not address.path:
        return -1
    found = version.by_path.get(address.path)
    if found is None:
        raise Refusal(
            f"there is no {address.printed.removeprefix('the ')} in the text as it then stands", _near(version, address)
        )
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


def line_of(text: str, offset: int) -> Extent:
    """The line of an offset."""
    start = _line_start(text, offset)
    end = text.find("\n", offset)
    end = len(text) if end < 0 else end
    return Extent(start, end, len(text[start:end]) - len(text[start:end].lstrip()))


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
        raise Refusal(f"{place.address.printed} has no closing words", "name the paragraph whose words are meant")
    return closing


def sub_heading(version: DocumentVersion, address: Address, words: str) -> int:
    """The place in `version.blocks` of the sub-heading of these words in a provision."""
    within = below(version, place_in_blocks(version, address))
    found = [each for each in version.sub_headings if each in within and _is_heading(version.blocks[each].block, words)]
    if len(found) != 1:
        many = "no sub-heading" if not found else f"{len(found)} sub-headings"
        raise Refusal(f'{address.printed} has {many} "{words}"', "quote the sub-heading's words in full")
    return found[0]


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
        advice = "say which table, by its caption" if found else "name the provision in which the table stands"
        raise Refusal(f"{place.address.printed} has {many}{called}", advice)
    return found[0]


def row_of(table: Table, row: str) -> tuple[Prose, ...]:
    """The cells of the row that begins with these words. Refuses none and several."""
    found = [cells for cells in (*table.head, *table.rows) if cells and plain(cells[0].text) == plain(row)]
    found = found or [cells for cells in (*table.head, *table.rows) if cells and cells[0].text.startswith(row)]
    if len(found) != 1:
        many = "no row begins" if not found else f"{len(found)} rows begin"
        raise Refusal(f'{many} with "{row}" in that table', "quote the words of the row's first cell in full")
    return found[0]


def _is_heading(block: AnyBlock, words: str) -> bool:
    return isinstance(block, SubHeading) and plain(block.prose.text) == plain(words)


def plain(words: str) -> str:
    """Words for finding a heading or row by them: whatever their blanks and letter case."""
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
    last = Address(version.id, _most_alike(siblings, address.path[-1]))
    return f"name a provision that the text has on that day, such as {last.printed}"


def _most_alike(paths: list[Path], step: str) -> Path:
    """Of definitions the one whose term is most like it; otherwise the last."""
    if not step.startswith('"'):
        return paths[-1]
    return max(paths, key=lambda path: SequenceMatcher(None, path[-1], step).ratio())

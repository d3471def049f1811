"""Provisions, definitions, rows and unlabelled words put in, replaced or taken out: whole lines of the text."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from secc.amending.extents import (
    Extent,
    below,
    extent,
    line_of,
    narrowed,
    place_in_blocks,
    row_of,
    sub_heading,
    table_of,
    whole_document,
)
from secc.amending.fragments import blocks_of
from secc.amending.refusal import Refusal
from secc.amending.traced import Edit, Strand, origin_at
from secc.amending.version import DocumentVersion, Path
from secc.code.model import AnyBlock, Definition, Division, Paragraph, SubSection
from secc.ids import Address
from secc.instruments.model import (
    AfterPlace,
    AppropriatePlace,
    AtBeginning,
    AtEnd,
    BeforePlace,
    Position,
    SourceText,
)
from secc.instruments.places import ClosingWords, Heading, OpeningWords, Place, SubHeadingNamed, TableRow, Whole
from secc.instruments.when import OperationRef


class Lines(Struct, frozen=True):
    """Lines to be put in: `before` the offset or behind it, at a column, with or without a blank line between."""

    offset: int
    column: int
    before: bool
    apart: bool


def inserted(version: DocumentVersion, place: Place, position: Position, text: SourceText) -> tuple[Lines, Address]:
    """Where the lines of an insertion go, and the provision in which they then stand."""
    match position:
        case AfterPlace(place=anchor):
            _refuse_elsewhere(version, place, anchor)
            return _beside(version, anchor, text, before=False)
        case BeforePlace(place=anchor):
            _refuse_elsewhere(version, place, anchor)
            return _beside(version, anchor, text, before=True)
        case AtEnd():
            return _at_end(version, place, text), place.address
        case AtBeginning():
            return _at_beginning(version, place, text), place.address
        case AppropriatePlace():
            return _by_alphabet(version, place, text), place.address
        case _:
            raise Refusal(
                "provisions are put in after a provision, and not after words",
                'name the provision: "after Section H14.36 insert"',
            )


def _refuse_elsewhere(version: DocumentVersion, place: Place, anchor: Place) -> None:
    """What is put in beside a provision stands where that does, which is to be where the operation says."""
    path, outer = anchor.address.path, place.address.path
    is_there = outer in ((), path, *version.holders.get(path, ())) or _goes_with(path, outer)
    if anchor.address.document != version.id or (path in version.by_path and not is_there):
        raise Refusal(
            f"{anchor.address.printed} does not stand in {place.address.printed}",
            "name a provision that stands there, or what it stands in",
        )


def _goes_with(path: Path, outer: Path) -> bool:
    """Whether its number makes a provision one of another, as H1.1 is of a clause H1 that is no sub-section."""
    deep = len(outer)
    return len(path) >= deep and path[: deep - 1] == outer[:-1] and path[deep - 1].startswith(f"{outer[-1]}.")


def put_in(lines: Lines, text: SourceText, origin: OperationRef) -> Edit:
    """The edit of an insertion."""
    written = indented(text.lines, lines.column)
    gap = "\n\n" if lines.apart else "\n"
    return Edit(lines.offset, lines.offset, (Strand(f"{written}{gap}" if lines.before else f"{gap}{written}", origin),))


def stretch_of(version: DocumentVersion, place: Place, last: Place | None) -> Extent:
    """The lines that a provision, row, table or sub-heading fills; with `last`, all from the one to the other."""
    first = _one(version, place)
    if last is None:
        return first
    end = _one(version, last)
    if isinstance(place.part, Whole) and isinstance(last.part, Whole) and place.address.path and last.address.path:
        range_of(version, place.address, last.address)
    elif end.start < first.start or end.column != first.column:
        raise _no_range()
    return Extent(first.start, end.end, first.column)


def range_of(version: DocumentVersion, first: Address, last: Address) -> list[int]:
    """The places in `version.blocks` of all of the kind of the first that stand beside it, from it to the last."""
    start, end = place_in_blocks(version, first), place_in_blocks(version, last)
    if end < start:
        raise _no_range()
    among, kind = version.blocks[start : end + 1], type(version.blocks[start].block)
    depth = version.blocks[start].depth
    if version.blocks[end].depth != depth or any(each.depth < depth for each in among):
        raise Refusal(
            f"{last.printed} does not stand beside {first.printed}, in the same provision",
            "name a range for each provision in which they stand, in numbered paragraphs of their own",
        )
    return [start + step for step, each in enumerate(among) if each.depth == depth and isinstance(each.block, kind)]


def _no_range() -> Refusal:
    return Refusal("the range does not run from its first provision to its last", "turn the two round")


def replaced(at: Extent, text: SourceText, origin: OperationRef) -> Edit:
    """The edit that sets other lines in the place of these."""
    return Edit(at.start, at.end, (Strand(indented(text.lines, at.column), origin),))


def taken_out(version: DocumentVersion, at: Extent) -> Edit:
    """The edit that removes lines, with the blank lines behind them where there are some above as well."""
    text, start, end = version.text, at.start, at.end
    apart = text[:start].endswith("\n\n")
    end += text[end : end + 1] == "\n"
    while apart and text[end : end + 1] == "\n":
        end += 1
    rest = end >= len(text.rstrip("\n"))
    if rest:  # nothing follows: the blank lines above go too
        start = len(text[:start].rstrip("\n"))
        return Edit(start, len(text), (Strand("\n", _nobody(version, start)),))
    return Edit(start, end, ())


def indented(lines: Sequence[str], column: int) -> str:
    """The lines with an indentation; blank ones stay blank."""
    return "\n".join(f"{' ' * column}{line}" if line.strip() else "" for line in lines)


def _nobody(version: DocumentVersion, offset: int) -> OperationRef:
    """The origin of the line end that stays where the last lines went."""
    return origin_at(version.traced, max(0, offset - 1))


def _one(version: DocumentVersion, place: Place) -> Extent:
    match place.part:
        case SubHeadingNamed(words=words):
            found = sub_heading(version, place.address, words)
            return extent(version, range(found, found + 1))
        case TableRow(row=""):
            number, _ = table_of(version, place)
            return extent(version, range(number, number + 1))
        case TableRow(row=row):
            _, table = table_of(version, place)
            return line_of(version.text, row_of(table, row)[0].places.offset(0))
        case ClosingWords():
            within = narrowed(version, below(version, place_in_blocks(version, place.address)), place)
            return extent(version, range(within[0], below(version, within[-1]).stop))
        case OpeningWords() | Heading():
            name = "opening words" if isinstance(place.part, OpeningWords) else "heading"
            raise Refusal(
                f"the {name} of {place.address.printed} cannot be set out alone", f"amend the words of the {name}"
            )
        case Whole() if not place.address.path:
            raise Refusal("a whole document is not left out or set out as a provision", "revoke or re-designate it")
        case Whole():
            return extent(version, below(version, place_in_blocks(version, place.address)))


def _beside(version: DocumentVersion, anchor: Place, text: SourceText, *, before: bool) -> tuple[Lines, Address]:
    if not anchor.address.path and isinstance(anchor.part, Whole):
        raise Refusal("nothing can be put in beside a whole document", "name a provision of it")
    at = _one(version, anchor)
    row = isinstance(anchor.part, TableRow) and bool(anchor.part.row)
    apart = not row and _stands_apart(version, anchor, text)
    lines = Lines(at.start if before else at.end, at.column, before, apart)
    return lines, _parent_of(version, anchor)


def _parent_of(version: DocumentVersion, anchor: Place) -> Address:
    if isinstance(anchor.part, TableRow | SubHeadingNamed):
        return anchor.address
    parent = anchor.address.parent
    while parent.path and parent.path not in version.by_path:
        parent = parent.parent
    return parent


def _stands_apart(version: DocumentVersion, anchor: Place, text: SourceText) -> bool:
    """Whether a blank line belongs between; paragraphs of one list follow on each other."""
    blocks = blocks_of(text, anchor.address)
    number = place_in_blocks(version, anchor.address)
    beside = version.blocks[number].block if number >= 0 and isinstance(anchor.part, Whole) else None
    return not (isinstance(beside, Paragraph) and bool(blocks) and isinstance(blocks[0], Paragraph))


def _at_end(version: DocumentVersion, place: Place, text: SourceText) -> Lines:
    if isinstance(place.part, TableRow):
        number, _ = table_of(version, place)
        at = extent(version, range(number, number + 1))
        return Lines(at.end, at.column, before=False, apart=False)
    if not place.address.path:
        at = whole_document(version)
        return Lines(at.end, 0, before=False, apart=True)
    number = place_in_blocks(version, place.address)
    within = below(version, number)
    at = extent(version, within)
    inner = [each for each in within[1:] if version.blocks[each].depth == version.blocks[number].depth + 1]
    blocks = blocks_of(text, place.address)
    listed = bool(blocks) and isinstance(blocks[0], Paragraph)
    after_list = not inner or isinstance(version.blocks[inner[-1]].block, Paragraph)
    return Lines(at.end, _column_within(version, number, inner), before=False, apart=not (listed and after_list))


def _column_within(version: DocumentVersion, number: int, inner: Sequence[int]) -> int:
    block = version.blocks[number].block
    if inner:
        return extent(version, range(inner[0], inner[0] + 1)).column
    own = extent(version, range(number, number + 1)).column
    return own if isinstance(block, SubSection | Division) else own + 2


def _at_beginning(version: DocumentVersion, place: Place, text: SourceText) -> Lines:
    number = place_in_blocks(version, place.address)
    within = below(version, number)
    first = within[1:] if number >= 0 else within
    if not first:
        return _at_end(version, place, text)
    at = extent(version, first)
    blocks = blocks_of(text, place.address)
    listed = bool(blocks) and isinstance(blocks[0], Paragraph)
    return Lines(at.start, at.column, before=True, apart=not listed)


def _by_alphabet(version: DocumentVersion, place: Place, text: SourceText) -> Lines:
    """Before the first definition that comes after it by the alphabet, otherwise behind the last."""
    blocks = blocks_of(text, place.address)
    if not blocks or not isinstance(blocks[0], Definition) or not blocks[0].terms:
        raise Refusal(
            "only definitions have an appropriate place, by the alphabet",
            'name the place: "after Section H14.36 insert"',
        )
    number = place_in_blocks(version, place.address)
    depth = version.blocks[number].depth + 1 if number >= 0 else 0
    definitions = [
        each
        for each in below(version, number)
        if isinstance(version.blocks[each].block, Definition) and version.blocks[each].depth == depth
    ]
    if not definitions:
        return _at_end(version, place, text)
    wanted = sorting_key(blocks[0].terms[0].name)
    later = next((each for each in definitions if _key_of(version.blocks[each].block) > wanted), None)
    if later is None:
        at = extent(version, below(version, definitions[-1]))
        return Lines(at.end, at.column, before=False, apart=True)
    at = extent(version, range(later, later + 1))
    return Lines(at.start, at.column, before=True, apart=True)


def _key_of(block: AnyBlock) -> str:
    return sorting_key(block.terms[0].name) if isinstance(block, Definition) and block.terms else ""


def sorting_key(term: str) -> str:
    """How a term stands in the alphabet: whatever its letter case, blanks and hyphens before letters."""
    return term.casefold().replace("-", " ")


def taken_numbers(version: DocumentVersion, paths: Iterable[Path], gone: Extent | None) -> list[Path]:
    """Those of the paths that the text has already, outside the lines that go."""
    taken = []
    for path in paths:
        found = version.by_path.get(path)
        if found is None:
            continue
        offset = version.blocks[found].block.span.start
        if gone is None or not gone.start <= offset < gone.end:
            taken.append(path)
    return taken

"""What an operation on the wording changes in the text of a document, or why it cannot be carried out."""

from collections.abc import Iterator

from msgspec import Struct

from secc.amending.extents import Extent, extent, place_in_blocks
from secc.amending.fragments import addresses_in
from secc.amending.refusal import Refusal
from secc.amending.relabelling import joined, moved, renumbered, split
from secc.amending.rewording import replacing
from secc.amending.setting_out import (
    inserted,
    put_in,
    replaced,
    stretch_of,
    taken_numbers,
    taken_out,
)
from secc.amending.spots import Spot, spots
from secc.amending.term_renaming import renaming
from secc.amending.touching import (
    ANY_HEADING,
    heading_path,
    is_container,
    touched_beside,
    touched_by_headings,
    touched_by_lines,
    touched_in,
)
from secc.amending.traced import Edit
from secc.amending.version import DocumentVersion, Path, Versions
from secc.amending.wording import Found, at_beginning, at_end, find, nothing_left, straight
from secc.code.model import Clause, Definition, Paragraph, SubSection
from secc.ids import Address, DocumentId
from secc.instruments.model import (
    AfterWords,
    AtBeginning,
    AtEnd,
    BeforeWords,
    InsertProvisions,
    InsertWords,
    Join,
    Move,
    OmitProvisions,
    OmitWords,
    RenameTerm,
    Renumber,
    SourceText,
    Split,
    SubstituteHeading,
    SubstituteProvisions,
    SubstituteWords,
    Wording,
)
from secc.instruments.places import ClosingWords, Heading, Place, SubHeadingNamed, TableRow, Whole
from secc.instruments.when import OperationRef


class Change(Struct, frozen=True):
    """Edits of a document's text; paths before and after of what gets another number.

    `touched` are the paths read or written; `expected` the words that a provision must then have.
    """

    edits: tuple[Edit, ...]
    paths: tuple[tuple[Path, Path], ...] = ()
    touched: tuple[Path, ...] = ()
    expected: tuple[tuple[Path, str], ...] = ()


def planned(versions: Versions, action: Wording, origin: OperationRef, document: DocumentId) -> Change:
    """The change of one document that carries the operation out. Raises `Refusal`."""
    version = versions[document]
    match action:
        case SubstituteWords() | OmitWords() | InsertWords() | SubstituteHeading():
            return _within_lines(version, action, origin)
        case InsertProvisions():
            return _insertion(version, action, origin)
        case SubstituteProvisions() | OmitProvisions():
            return _replacement(version, action, origin)
        case Renumber() | Split() | Join():
            return _relabelling(version, action, origin)
        case Move():
            return _move(versions, action, origin, document)
        case RenameTerm():
            edits, paths = renaming(versions, version, action, origin)
            return Change(edits, paths, touched=((),))
        case _:
            raise Refusal("this operation concerns a whole document", "designate, re-designate or revoke it")


def _within_lines(
    version: DocumentVersion,
    action: SubstituteWords | OmitWords | InsertWords | SubstituteHeading,
    origin: OperationRef,
) -> Change:
    new = "" if isinstance(action, OmitWords) else action.words if isinstance(action, InsertWords) else action.new
    found = _meant(spots(version, action.place), action)
    touched = touched_in(version, action.place)
    if isinstance(action.place.part, SubHeadingNamed):
        touched = (*touched, heading_path(new) if isinstance(action, SubstituteHeading) else ANY_HEADING)
    if not new and len(found) == 1 and nothing_left(version, found[0]):
        number = found[0].spot.number
        return Change((taken_out(version, extent(version, range(number, number + 1))),), touched=touched)
    edits = tuple(replacing(version.traced, [(each, new) for each in found], origin))
    expected = tuple(_expected(found, new)) if not isinstance(action.place.part, Heading | SubHeadingNamed) else ()
    return Change(edits, touched=touched, expected=expected)


def _meant(found: list[Spot], action: SubstituteWords | OmitWords | InsertWords | SubstituteHeading) -> list[Found]:
    where = printed_place(action.place)
    if not found:
        raise Refusal(f"{where} has no words", "name a provision that has words")
    match action:
        case SubstituteWords(old=old):
            return find(found, old, where)
        case OmitWords(words=words):
            return find(found, words, where)
        case SubstituteHeading():
            return [Found(found[0], 0, _title_end(action.place, found[0]))]
        case InsertWords():
            return _put_in_at(found, action, where)


def _put_in_at(found: list[Spot], action: InsertWords, where: str) -> list[Found]:
    match action.position:
        case AfterWords(words=words):
            return [Found(each.spot, each.end, each.end) for each in find(found, words, where)]
        case BeforeWords(words=words):
            return [Found(each.spot, each.start, each.start) for each in find(found, words, where)]
        case AtEnd():
            return [at_end(found, action.words)]
        case AtBeginning():
            return [at_beginning(found)]
        case _:
            raise Refusal(
                "words are put in after or before words, or at the end or beginning",
                'say where: after "…" insert "…"',
            )


def _title_end(place: Place, spot: Spot) -> int:
    """Where a title ends; of a clause it is the bold words alone, without their full stop."""
    text = spot.prose.text
    title = next((mark.end for mark in spot.prose.marks if mark.start == 0), len(text))
    clause = isinstance(place.part, Heading) and spot.address.path and title < len(text)
    return len(text[:title].rstrip(" .")) if clause else len(text)


def _expected(found: list[Found], new: str) -> Iterator[tuple[Path, str]]:
    """The words that each block must have afterwards, blanks aside."""
    for spot in {id(each.spot): each.spot for each in found}.values():
        if spot.region is None:
            continue
        text = spot.prose.text
        for each in sorted((each for each in found if each.spot is spot), key=lambda each: -each.start):
            text = f"{text[: each.start]} {straight(new)} {text[each.end :]}"
        yield spot.address.path, "".join(text.split())


def _insertion(version: DocumentVersion, action: InsertProvisions, origin: OperationRef) -> Change:
    lines, parent = inserted(version, action.place, action.position, action.text)
    paths = addresses_in(action.text, parent)
    _refuse_taken(version, paths, None)
    holder = (action.place.address.path,) if is_container(version, action.place.address.path) else ()
    touched = (*touched_by_lines(action.text, parent, paths), *holder, *touched_beside(action.position))
    return Change((put_in(lines, action.text, origin),), touched=touched)


def _replacement(
    version: DocumentVersion, action: SubstituteProvisions | OmitProvisions, origin: OperationRef
) -> Change:
    at = stretch_of(version, action.place, action.last)
    places = [each for each in (action.place, action.last) if each is not None]
    touched = tuple(path for each in places for path in touched_in(version, each))
    if isinstance(action, OmitProvisions):
        if not action.keeping:
            return Change((taken_out(version, at),), touched=touched)
        text = SourceText((_kept(version, action),))
        return Change((replaced(at, text, origin),), touched=touched)
    parent = _parent(version, action.place)
    paths = addresses_in(action.text, parent)
    _refuse_taken(version, paths, at)
    edit = replaced(at, action.text, origin)
    touched = (*touched, *paths, *touched_by_headings(action.text, parent))
    return Change((edit,), _renamed(version, action, paths), touched)


def _kept(version: DocumentVersion, action: OmitProvisions) -> str:
    if action.last is not None:
        raise Refusal("the numbers of a range are kept one by one", "omit each provision on its own")
    block = version.blocks[place_in_blocks(version, action.place.address)].block
    if isinstance(block, Clause):
        return f"{block.label} {action.keeping}"
    if isinstance(block, Paragraph):
        return f"{block.written} {action.keeping}"
    if isinstance(block, SubSection):
        return f"# {block.label} {action.keeping}"
    raise Refusal("only a numbered provision has a number to keep", "omit it without keeping a number")


def _renamed(
    version: DocumentVersion, action: SubstituteProvisions, paths: list[Path]
) -> tuple[tuple[Path, Path], ...]:
    """A provision that one other replaces under another number stays who it was; so does a definition renamed."""
    old = action.place.address.path
    one = [path for path in paths if not any(path != other and path[: len(other)] == other for other in paths)]
    whole = isinstance(action.place.part, Whole) and old in version.by_path and action.last is None
    return ((old, one[0]),) if whole and len(one) == 1 and one[0] != old else ()


def _parent(version: DocumentVersion, place: Place) -> Address:
    if isinstance(place.part, ClosingWords | TableRow | SubHeadingNamed):
        return place.address
    block = version.blocks[place_in_blocks(version, place.address)].block if place.address.path else None
    if isinstance(block, Paragraph | Definition):
        return place.address.parent
    return place.address.numbering


def _refuse_taken(version: DocumentVersion, paths: list[Path], gone: Extent | None) -> None:
    twice = [path for place, path in enumerate(paths) if path in paths[:place]]
    taken = taken_numbers(version, paths, gone) or twice
    if taken:
        address = Address(version.id, taken[0])
        if taken[0][-1].startswith('"'):
            raise Refusal(f"{taken[0][-1]} is defined there already", "substitute the definition that is there")
        raise Refusal(f"the number {address.printed} is taken", "give the new provision a number that is free")


def _relabelling(version: DocumentVersion, action: Renumber | Split | Join, origin: OperationRef) -> Change:
    match action:
        case Renumber():
            done = renumbered(version, action, origin)
        case Split():
            done = split(version, action, origin)
        case Join():
            done = joined(version, action, origin)
    return Change(done.edits, done.paths, touched=((),))


def _move(versions: Versions, action: Move, origin: OperationRef, document: DocumentId) -> Change:
    source = versions[action.place.address.document]
    into = action.into.address.document if action.into is not None else source.id
    target = versions[into]
    position = action.to
    lines, _ = inserted(target, action.into or Place(Address(into)), position, _placeholder(source, action))
    out, put, paths = moved(source, target, action, lines, origin)
    if source is target:
        if out.start <= put.start < out.end:
            raise Refusal("it stands there already", "name another place")
        return Change((out, put), paths, touched=((),))
    return Change((out,) if document == source.id else (put,), paths, touched=((),))


def _placeholder(source: DocumentVersion, action: Move) -> SourceText:
    """The lines that move, for what kind of lines they are."""
    at = stretch_of(source, action.place, action.last)
    lines = source.text[at.start : at.end].split("\n")
    return SourceText(tuple(line[at.column :] for line in lines))


def printed_place(place: Place) -> str:
    """A place in a message: `Section H14.31`, `the heading of Section H14`."""
    name = place.address.printed
    return f"the heading of {name}" if isinstance(place.part, Heading) else name

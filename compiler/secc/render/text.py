"""A document as printed, in plain text: wrapped, with its numbers and labels hanging."""

from collections.abc import Iterator, Sequence
from typing import assert_never

from secc.document.model import (
    AttachmentPart,
    BulletPart,
    ClausePart,
    CodePart,
    DefinitionPart,
    DisplayDocument,
    DivisionPart,
    FigurePart,
    FootnotePart,
    FormulaPart,
    HeadingPart,
    NotePart,
    ParagraphPart,
    Part,
    QuotationPart,
    Runs,
    SubSectionPart,
    TablePart,
    TextPart,
)
from secc.render.plain import plain, short_name
from secc.render.text_tables import table

_CLAUSE = 9
_LABEL = 6
_STEP = 4
_NARROWEST = 24
_BLANKS = str.maketrans(dict.fromkeys("\n\v\f\r", " "))


def to_text(document: DisplayDocument, width: int = 80) -> str:
    """A whole document, its lines no longer than `width` but for words, tables and code that are."""
    words = plain(document.title)
    title = f"{document.id.printed}: {words}{short_name(words, document.known_as)}"
    return "\n".join([*_wrapped(title, width, 0), "", *_lines(document.parts, width, 0)]).rstrip() + "\n"


def parts_to_text(parts: Sequence[Part], width: int = 80, indent: int = 0) -> str:
    """Some parts of a document. `indent` is how far they stand in."""
    return "\n".join(_lines(parts, width, indent)).rstrip() + "\n"


def step_of(part: Part) -> int:
    """How much further what stands in a part stands in than it does itself."""
    match part:
        case ClausePart(number=label) | ParagraphPart(label=label):
            return max(_CLAUSE if isinstance(part, ClausePart) else _LABEL, len(label) + 1)
        case BulletPart():
            return _LABEL
        case QuotationPart():
            return _STEP
        case _:
            return 0


def _lines(parts: Sequence[Part], width: int, indent: int) -> Iterator[str]:
    """The lines of parts, a blank one after each."""
    for part in parts:
        yield from _part(part, width, indent)


def _part(part: Part, width: int, indent: int) -> Iterator[str]:
    match part:
        case DivisionPart() | SubSectionPart():
            yield from _headed(part, width, indent)
        case ClausePart(number=label) | ParagraphPart(label=label):
            yield from _hung(label, part.words, part.parts, width, (indent, step_of(part)))
        case BulletPart():
            yield from _hung("•", part.words, part.parts, width, (indent, step_of(part)))
        case DefinitionPart() | TextPart():
            yield from _paragraph(plain(part.words), width, indent)
            yield from _lines(part.parts, width, indent)
        case QuotationPart():
            yield from _lines(part.parts, width, indent + step_of(part))
        case _:
            yield from _block(part, width, indent)


def _headed(part: DivisionPart | SubSectionPart, width: int, indent: int) -> Iterator[str]:
    label = part.name if isinstance(part, DivisionPart) else part.number
    yield from _hung(label, part.title, (), width, (indent, max(_CLAUSE, len(label) + 1) if label else 0))
    yield from _lines(part.parts, width, indent)


def _hung(label: str, words: Runs, parts: tuple[Part, ...], width: int, place: tuple[int, int]) -> Iterator[str]:
    """A label with its words beside it. `place` is its indentation, and how much further its words stand in."""
    indent, hanging = place
    inner = indent + hanging
    lines = list(_wrapped(plain(words), width, inner)) or [""]
    yield (" " * indent + label.ljust(hanging) + lines[0][inner:]).rstrip()
    yield from lines[1:]
    yield ""
    yield from _lines(parts, width, inner)


def _paragraph(words: str, width: int, indent: int) -> Iterator[str]:
    yield from _wrapped(words, width, indent)
    yield ""


def _block(
    part: HeadingPart | NotePart | FootnotePart | TablePart | FormulaPart | FigurePart | CodePart | AttachmentPart,
    width: int,
    indent: int,
) -> Iterator[str]:
    match part:
        case TablePart():
            yield from _table(part, width, indent)
        case CodePart(text=text):
            yield from (f"{' ' * (indent + _STEP)}{line}".rstrip() for line in text.split("\n"))
            yield ""
        case FormulaPart(latex=latex):
            yield from _paragraph(latex, width, indent + _STEP)
        case _:
            yield from _paragraph(_line(part), width, indent)


def _line(part: HeadingPart | NotePart | FootnotePart | FigurePart | AttachmentPart) -> str:
    match part:
        case HeadingPart(words=words):
            return plain(words)
        case NotePart(words=words):
            return f"Note: {plain(words)}"
        case FootnotePart(label=label, words=words):
            return f"[{label}] {plain(words)}"
        case FigurePart(alt=alt):
            return f"[{alt}]"
        case AttachmentPart(path=path, title=title):
            return title or path.rpartition("/")[2]
        case _:
            assert_never(part)


def _table(part: TablePart, width: int, indent: int) -> Iterator[str]:
    if part.caption:
        yield from _paragraph(plain(part.caption), width, indent)
    for line in table(part, max(_NARROWEST, width - indent)):
        yield " " * indent + line
    yield ""


def _wrapped(words: str, width: int, indent: int) -> Iterator[str]:
    """Lines of as many words as there is room for, parted at blanks: as `textwrap`, in a seventh of the time."""
    room, margin = max(width - indent, _NARROWEST), " " * indent
    left = words.expandtabs().translate(_BLANKS).strip(" ")
    while len(left) > room:
        end = left.rfind(" ", 0, room + 1)
        end = end if end > 0 else left.find(" ", room)
        if end < 0:
            break
        yield margin + left[:end].rstrip(" ")
        left = left[end:].lstrip(" ")
    if left:
        yield margin + left

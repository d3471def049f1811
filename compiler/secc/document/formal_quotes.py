"""Quotation marks around what an operation sets out: one before its first word, one behind its last."""

from msgspec import structs

from secc.document.model import (
    AttachmentPart,
    BulletPart,
    ClausePart,
    CodePart,
    DefinitionPart,
    DivisionPart,
    FigurePart,
    FootnotePart,
    FormulaPart,
    HeadingPart,
    NotePart,
    ParagraphPart,
    Part,
    QuotationPart,
    Run,
    SubSectionPart,
    TablePart,
    TextPart,
)
from secc.document.parts import parts_in

_OPENING, _CLOSING = Run("“"), Run("”")
_WORDLESS = TablePart | FormulaPart | FigurePart | CodePart | AttachmentPart | QuotationPart


def quoted(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """The parts within quotation marks; a table, picture or formula that stands first is set out without any."""
    if not parts or isinstance(parts[0], _WORDLESS):
        return parts
    opened = (_opened(parts[0]), *parts[1:])
    closed = _closed(opened[-1])
    return (*opened[:-1], closed) if closed is not None else (*opened, TextPart((_CLOSING,), ()))


def _opened(part: Part) -> Part:
    """The part with a mark before its number, or its words where it has none."""
    match part:
        case ClausePart(number=number) | SubSectionPart(number=number):
            return structs.replace(part, number=f"“{number}")
        case ParagraphPart(label=label):
            return structs.replace(part, label=f"“{label}")
        case DivisionPart(name=name, title=title):
            return structs.replace(part, name=f"“{name}") if name else structs.replace(part, title=(_OPENING, *title))
        case DefinitionPart() | BulletPart() | TextPart() | HeadingPart() | NotePart() | FootnotePart():
            return structs.replace(part, words=(_OPENING, *part.words))
        case _:
            return part


def _closed(part: Part) -> Part | None:
    """The part with a mark behind its last word; None where the last that stands in it has no words."""
    inside = parts_in(part)
    if inside:
        last = _closed(inside[-1])
        return structs.replace(part, parts=(*inside[:-1], last)) if last is not None else None
    if isinstance(part, _WORDLESS):
        return None
    if isinstance(part, DivisionPart | SubSectionPart):
        return structs.replace(part, title=(*part.title, _CLOSING))
    return structs.replace(part, words=(*part.words, _CLOSING))

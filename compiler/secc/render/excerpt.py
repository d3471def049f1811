"""A part of a document for reading alone: the titles that it stands under, and the words that it completes."""

from collections.abc import Sequence

from msgspec.structs import replace

from secc.document.model import (
    BulletPart,
    ClausePart,
    DefinitionPart,
    DisplayDocument,
    DivisionPart,
    ParagraphPart,
    Part,
    SubSectionPart,
    TextPart,
)
from secc.document.parts import parts_in
from secc.render.plain import titled


def titles_above(document: DisplayDocument, path: Sequence[Part]) -> list[str]:
    """The titles of the document, annex and sub-section that the last part of a path stands in."""
    if not path:
        return []
    found = [f"{document.id.printed}: {titled(document.title)}"]
    for part in path[:-1]:
        match part:
            case DivisionPart(name=name, title=title):
                found.append(f"{name}: {titled(title)}" if name else titled(title))
            case SubSectionPart(number=number, title=title):
                found.append(f"{number} {titled(title)}")
    return found


def narrowed(path: Sequence[Part]) -> Part:
    """The last part of a path with the words of the clause that it completes: those before it, and those after."""
    part = path[-1]
    for holder, within in zip(path[-2::-1], path[:0:-1], strict=True):
        if isinstance(holder, ClausePart | ParagraphPart | DefinitionPart | BulletPart | TextPart):
            after = parts_in(holder)[[each is within for each in parts_in(holder)].index(True) + 1 :]
            part = replace(holder, parts=(part, *(each for each in after if isinstance(each, TextPart))))
    return part

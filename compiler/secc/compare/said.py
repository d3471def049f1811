"""What one block says itself, without what stands in it: its label, its words, and what else tells it from another."""

from collections.abc import Mapping
from typing import TypeAlias

from secc.code.model import (
    AnyBlock,
    Attachment,
    Clause,
    CodeBlock,
    Definition,
    Division,
    Document,
    Figure,
    Footnote,
    Formula,
    Paragraph,
    Prose,
    Quotation,
    SubHeading,
    SubSection,
    Table,
)
from secc.compare.model import Held, Part
from secc.syntax.marks import AnyMark, Emphasis, Strong

Saying: TypeAlias = str | tuple[object, ...]
"""What is said, as something to look up."""

_PARTS: dict[type, Part] = {
    SubSection: Part.TITLE,
    Division: Part.TITLE,
    Document: Part.TITLE,
    Table: Part.CAPTION,
    Formula: Part.FORMULA,
    CodeBlock: Part.CODE,
    Figure: Part.PICTURE,
    Attachment: Part.TITLE,
}


def part_of(block: Held) -> Part:
    """Which part of a block its own words are."""
    return _PARTS.get(type(block), Part.WORDS)


def prose_of(block: Held) -> Prose | None:
    """A block's own running words; None where it has none, or they are no prose."""
    prose: Prose | None = getattr(block, "prose", None)
    if prose is not None:
        return prose
    match block:
        case SubSection() | Division() | Document():
            return block.title
        case Table():
            return block.caption
        case _:
            return None


def text_of(block: Held) -> str:
    """A block's own words; the formula, code or description where it is one, on one line but for code."""
    prose: Prose | None = getattr(block, "prose", None)
    if prose is not None:
        return prose.text
    match block:
        case Formula():
            return " ".join(block.latex.split())
        case CodeBlock():
            return block.text
        case Figure():
            return block.alt
        case Attachment():
            return block.title
        case _:
            prose = prose_of(block)
            return prose.text if prose is not None else ""


def texts_in(block: Held) -> list[str]:
    """The words of a block and of all that stands in it, block by block."""
    texts = [text_of(block)]
    inside: tuple[AnyBlock, ...] = getattr(block, "blocks", ())
    for each in inside:
        if getattr(each, "blocks", ()):
            texts += texts_in(each)
        else:
            texts.append(text_of(each))
    return texts


_LABELS: Mapping[type, str] = {
    Clause: "label",
    SubSection: "label",
    Footnote: "label",
    Paragraph: "written",
    Figure: "path",
    Attachment: "path",
    CodeBlock: "language",
}
"""Where a block has its label as it is."""
_EVIDENCE: Mapping[type, str] = {Clause: "label", SubSection: "label", Paragraph: "label"}
"""The same for labels as evidence, of the blocks that there are most of."""


def label_of(block: Held) -> str:
    """Its label as written; what else identifies it for a file, a sub-heading, or code."""
    name = _LABELS.get(type(block))
    if name is not None:
        label: str = getattr(block, name)
        return label
    match block:
        case Division():
            return f"{block.kind} {block.label}"
        case Document():
            return block.id.printed
        case SubHeading():
            return "#" * (block.level + 1)
        case _:
            return ""


def evidence_of(block: Held) -> str:
    """The label as evidence that two blocks are the same; empty where it is none. A definition's is its term."""
    name = _EVIDENCE.get(type(block))
    if name is not None:
        label: str = getattr(block, name)
        return label
    match block:
        case Definition():
            return block.terms[0].name if block.terms else ""
        case SubHeading() | CodeBlock():
            return ""
        case _:
            return label_of(block)


def marks_of(prose: Prose | None) -> tuple[AnyMark, ...]:
    """The marks that are part of what is said: not emphasis."""
    if prose is None or not prose.marks:
        return ()
    return tuple(each for each in prose.marks if not isinstance(each, Emphasis | Strong))


def saying_of(block: Held) -> Saying:
    """All that a block says itself but for its label; the same for provisions of any level."""
    if type(block) is Paragraph:
        return _words(block.prose)
    match block:
        case Clause():
            words = _words(block.prose)
            return (words, block.title) if block.title else words
        case Table():
            return ("Table", _words(block.caption), _rows(block.head), _rows(block.rows))
        case Division():
            attributes = tuple((each.key, each.value) for each in block.attributes)
            return ("Division", _words(block.title), attributes)
        case Figure() | Attachment():
            return (type(block).__name__, text_of(block), block.path)
        case Formula() | CodeBlock() | Quotation():
            return (type(block).__name__, text_of(block))
        case _:
            return (type(block).__name__, _words(prose_of(block)))


def _rows(rows: tuple[tuple[Prose, ...], ...]) -> tuple[object, ...]:
    return tuple(tuple(map(_words, row)) for row in rows)


def _words(prose: Prose | None) -> Saying:
    if prose is None:
        return ()
    marks = marks_of(prose) if prose.marks else ()
    return (prose.text, marks) if marks else prose.text

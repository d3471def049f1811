"""The legal digest of a document: what it says, without layout, emphasis, comments and notes.

docs/canonical-form.md describes the form, and tests pin it by vectors; a change of form is a new prefix.
"""

import hashlib
from collections.abc import Iterable, Iterator
from typing import TypeAlias

import msgspec

from secc.code.model import (
    AnyBlock,
    Attachment,
    Attribute,
    Bullet,
    Clause,
    CodeBlock,
    Definition,
    Division,
    Document,
    Figure,
    Footnote,
    Formula,
    Note,
    Paragraph,
    Prose,
    Quotation,
    SubHeading,
    SubSection,
    Table,
    Text,
)
from secc.code.walk import blocks_in
from secc.ids import Address
from secc.syntax.marks import AnyMark, Code, Emphasis, FootnoteCall, Hyperlink, Strong, Symbols

PREFIX = "sec1:"
_Field: TypeAlias = "str | int | list[_Field] | None"
_Line: TypeAlias = "list[_Field]"
_SetOut: TypeAlias = Table | Formula | Figure | CodeBlock | Attachment
_Unlabelled: TypeAlias = Definition | Bullet | Text | Quotation | Note | _SetOut


def digest(document: Document) -> str:
    """`sec1:` and the SHA-256, in hexadecimal, of the document's canonical form."""
    return PREFIX + hashlib.sha256(canonical(document)).hexdigest()


def code_digest(digests: Iterable[tuple[Address, str]]) -> str:
    """The digest of the whole Code: over the (address, digest) pairs of its documents, in order."""
    return PREFIX + hashlib.sha256(_written([str(address), each] for address, each in digests)).hexdigest()


def canonical(document: Document) -> bytes:
    """The canonical form, UTF-8: a line for each thing said, a JSON array that begins with how deep it stands."""
    head: _Line = [0, "document", str(document.id), _words(document.title)]
    return _written([head, *_attributes(document.attributes, 1), *_lines(document.blocks, 1)])


def _written(lines: Iterable[_Line]) -> bytes:
    """The lines as JSON without spaces; only quotation marks, backslashes and control characters are escaped."""
    encode = msgspec.json.Encoder().encode
    return b"".join(encode(line) + b"\n" for line in lines)


def _lines(blocks: tuple[AnyBlock, ...], depth: int) -> Iterator[_Line]:
    for block in blocks:
        if isinstance(block, Note):
            continue
        yield [depth, *said(block)]
        if isinstance(block, Division):
            yield from _attributes(block.attributes, depth + 1)
        yield from _lines(blocks_in(block), depth + 1)


def _attributes(attributes: tuple[Attribute, ...], depth: int) -> Iterator[_Line]:
    """By their keys, since their order means nothing."""
    for each in sorted(attributes, key=lambda each: each.key):
        yield [depth, "attribute", each.key, " ".join(each.value.split())]


def said(block: AnyBlock) -> _Line:
    """What a block says itself: its kind, its label, its words; nothing of what stands in it."""
    match block:
        case Clause():
            return ["clause", block.label, block.title, _words(block.prose)]
        case Paragraph():
            return ["paragraph", block.written, _words(block.prose)]
        case SubSection():
            return ["sub-section", block.label, _words(block.title)]
        case Division():
            return [block.kind.value, block.label, _words(block.title)]
        case Footnote():
            return ["footnote", block.label, _words(block.prose)]
        case SubHeading():
            return ["sub-heading", block.level, _words(block.prose)]
        case _:
            return _said_without_label(block)


def _said_without_label(block: _Unlabelled) -> _Line:
    match block:
        case Definition():
            return ["definition", _words(block.prose)]
        case Bullet():
            return ["bullet", _words(block.prose)]
        case Text():
            return ["text", _words(block.prose)]
        case Quotation():
            return ["quotation"]
        case Note():
            return ["note", _words(block.prose)]
        case _:
            return _set_out(block)


def _set_out(block: _SetOut) -> _Line:
    match block:
        case Table():
            caption = _words(block.caption) if block.caption is not None else None
            return ["table", caption, _rows(block.head), _rows(block.rows)]
        case Formula():
            return ["formula", " ".join(block.latex.split())]
        case Figure():
            return ["figure", block.path, block.alt]
        case CodeBlock():
            return ["code", block.language, block.text]
        case Attachment():
            return ["attachment", block.path, block.title]


def _rows(rows: tuple[tuple[Prose, ...], ...]) -> list[_Field]:
    return [[_words(cell) for cell in row] for row in rows]


def _words(prose: Prose) -> _Field:
    """The text; where marks in it are part of what is said, a list of the text and them."""
    marks = [each for each in map(_mark, prose.marks) if each is not None]
    return [prose.text, *marks] if marks else prose.text


def _mark(mark: AnyMark) -> _Field:
    """Where it begins and ends, and what it adds; None for emphasis, which says nothing."""
    match mark:
        case Emphasis() | Strong():
            return None
        case Code():
            return ["code", mark.start, mark.end]
        case Symbols():
            return ["formula", mark.start, mark.end]
        case Hyperlink():
            return ["link", mark.start, mark.end, mark.href]
        case FootnoteCall():
            return ["footnote", mark.start, mark.end, mark.label]

"""The legal digest of a document: what it says, without layout, comments and notes. docs/canonical-form.md describes
the form, and tests pin it by vectors; a change of form is a new prefix.
"""

import hashlib
from collections.abc import Iterator

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
    Note,
    Paragraph,
    Prose,
    SubHeading,
    SubSection,
    Table,
)
from secc.code.walk import blocks_in, prose_in
from secc.ids import Address
from secc.syntax.marks import FootnoteCall, Hyperlink

PREFIX = "sec1:"


def digest(document: Document) -> str:
    """`sec1:` and the SHA-256, in hexadecimal, of the document's canonical form."""
    return PREFIX + hashlib.sha256(canonical(document).encode()).hexdigest()


def canonical(document: Document) -> str:
    """The canonical form: a line for each thing said, tab-separated, indented by a space a level."""
    lines = [f"document\t{document.id}\t{_words(document.title)}"]
    lines += [
        f"attribute\t{each.key}\t{' '.join(each.value.split())}"
        for each in sorted(document.attributes, key=lambda each: each.key)
    ]
    lines += _lines(document.blocks, " ")
    return "\n".join(lines) + "\n"


def code_digest(digests: "list[tuple[Address, str]]") -> str:
    """The digest of the whole Code: over the (address, digest) pairs of its documents, in order."""
    text = "".join(f"{address}\t{each}\n" for address, each in digests)
    return PREFIX + hashlib.sha256(text.encode()).hexdigest()


def _lines(blocks: tuple[AnyBlock, ...], indent: str) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Note):
            continue
        yield indent + "\t".join(_said(block))
        yield from _lines(blocks_in(block), indent + " ")


def _said(block: AnyBlock) -> tuple[str, ...]:
    kind = type(block).__name__.lower()
    if isinstance(block, Table):
        rows = ("\x1e".join("\x1f".join(map(_words, row)) for row in rows) for rows in (block.head, block.rows))
        return (kind, _words(block.caption) if block.caption is not None else "", *rows)
    return (kind, *_label(block), *map(_words, prose_in(block)))


def _label(block: AnyBlock) -> tuple[str, ...]:
    """What a block says beside its running words."""
    match block:
        case Clause() | SubSection() | Footnote():
            return (block.label,)
        case Paragraph():
            return (block.written,)
        case Definition():
            return tuple(term.name for term in block.terms)
        case SubHeading():
            return (str(block.level),)
        case Division():
            return (block.kind, block.label, "own" if block.own_numbering else "parent's")
        case _:
            return _label_of_leaf(block)


def _label_of_leaf(block: AnyBlock) -> tuple[str, ...]:
    match block:
        case Formula():
            return ("".join(block.latex.split()),)
        case CodeBlock():
            return (block.language, block.text.replace("\n", "\x1e"))
        case Figure():
            return (block.path, block.alt)
        case Attachment():
            return (block.path, block.title)
        case _:
            return ()


def _words(prose: Prose) -> str:
    """The text, with those marks that are part of what is said: links, footnotes, code and symbols; not emphasis."""
    said = [
        f"\x1d{type(mark).__name__.lower()},{mark.start},{mark.end},{_target(mark)}"
        for mark in prose.marks
        if type(mark).__name__ not in ("Emphasis", "Strong")
    ]
    return prose.text + "".join(said)


def _target(mark: object) -> str:
    match mark:
        case Hyperlink(href=href):
            return href
        case FootnoteCall(label=label):
            return label
        case _:
            return ""

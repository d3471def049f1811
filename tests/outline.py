"""A typed document as an outline: a line for each block, indented by what it stands in."""

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
    Paragraph,
    Prose,
    SubHeading,
    SubSection,
    Table,
)
from secc.code.walk import blocks_in, prose_in
from secc.source import Source
from secc.syntax.marks import AnyMark, FootnoteCall, Hyperlink


def outline(source: Source, document: Document) -> str:
    """The document: kind, label and title, attributes, blocks, suppressions with the lines that they cover."""
    lines = [f"{document.id.kind} {document.id.label} {_words(document.title)}"]
    lines += [f"  {each.key} = {each.value}" for each in document.attributes]
    lines += _blocks(document.blocks, "  ")
    for each in document.suppressions:
        first, last = source.place(each.covers.start)[0], source.place(max(0, each.covers.end - 1))[0]
        covered = f"lines {first} to {last}" if each.covers.end else "nothing"
        until = f" until {each.until}" if each.until else ""
        lines.append(f"  allow {each.rule}{until} ({each.reason}): {covered}")
    return "\n".join(lines) + "\n"


def _blocks(blocks: tuple[AnyBlock, ...], indent: str) -> Iterator[str]:
    for block in blocks:
        name = type(block).__name__.lower()
        yield indent + " ".join([name, *_labels(block), *(map(_words, prose_in(block)) if name != "table" else ())])
        if isinstance(block, Division):
            yield from (f"{indent}  {each.key} = {each.value}" for each in block.attributes)
        if isinstance(block, Table):
            yield from _rows(block, indent + "  ")
        if isinstance(block, CodeBlock):
            yield from (f"{indent}  {line}".rstrip() for line in block.text.split("\n"))
        yield from _blocks(blocks_in(block), indent + "  ")


def _labels(block: AnyBlock) -> tuple[str, ...]:
    """What is said of a block before its words."""
    match block:
        case Clause(title=title, vacant=vacant):
            return (block.label, *(["vacant"] if vacant else []), *([f"titled {title!r}"] if title else []))
        case Paragraph():
            return (block.written, *(["vacant"] if block.vacant else []))
        case SubSection() | Footnote():
            return (block.label,)
        case SubHeading():
            return (str(block.level),)
        case Division():
            return (block.kind, block.label, "numbering:own" if block.own_numbering else "numbering:parent's")
        case Definition():
            return ("of", *(f"<{term.name}>" for term in block.terms))
        case _:
            return _contents(block)


def _contents(block: AnyBlock) -> tuple[str, ...]:
    match block:
        case Formula():
            return (block.latex,)
        case Figure():
            return (block.path, repr(block.alt))
        case Attachment():
            return (block.path, repr(block.title))
        case CodeBlock():
            return (block.language,) if block.language else ()
        case _:
            return ()


def _rows(table: Table, indent: str) -> Iterator[str]:
    if table.caption is not None:
        yield f"{indent}caption {_words(table.caption)}"
    for row in table.head:
        yield indent + "head " + " | ".join(map(_words, row))
    for row in table.rows:
        yield indent + "row " + " | ".join(map(_words, row))


def _words(prose: Prose) -> str:
    """The words in quotes, and after them each mark with the words that it covers."""
    marks = [f"{type(mark).__name__.lower()} {_marked(prose.text, mark)}" for mark in prose.marks]
    return f"'{prose.text}'" + (f" [{'; '.join(marks)}]" if marks else "")


def _marked(text: str, mark: AnyMark) -> str:
    match mark:
        case FootnoteCall(start=start, label=label):
            return f"{label} at {start}"
        case Hyperlink(start=start, end=end, href=href):
            return f"'{text[start:end]}' to {href}"
        case _:
            return f"'{text[mark.start : mark.end]}'"

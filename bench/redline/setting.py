"""The generated code as the tools take it: typed documents, or one flat text with a line for each block."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bench.redline.text import Kind, Line, Word, written
from secc.code.model import (
    AnyBlock,
    Clause,
    DefinedTerm,
    Definition,
    Document,
    Formula,
    Paragraph,
    Places,
    Prose,
    SubSection,
    Table,
)
from secc.ids import DocumentId, DocumentKind
from secc.source import Span

_NOWHERE = Span(0, 0)


class Typed(NamedTuple):
    """The documents, and the line that each block was made of, by the block's `id`."""

    documents: list[Document]
    lines: dict[int, Line]


def typed(code: Sequence[Line]) -> Typed:
    """The code as documents. Each block is an object of its own."""
    lines: dict[int, Line] = {}
    documents = []
    for section in code:
        blocks = tuple(_block(each, lines) for each in section.lines)
        identity = DocumentId(DocumentKind.SECTION, section.label)
        document = Document(id=identity, title=_prose(section.words), attributes=(), blocks=blocks, span=_NOWHERE)
        lines[id(document)] = section
        documents.append(document)
    return Typed(documents, lines)


def _block(line: Line, lines: dict[int, Line]) -> AnyBlock:
    blocks = tuple(_block(each, lines) for each in line.lines)
    block = _of_kind(line, blocks)
    lines[id(block)] = line
    return block


def _of_kind(line: Line, blocks: tuple[AnyBlock, ...]) -> AnyBlock:
    prose = _prose(line.words)
    match line.kind:
        case Kind.CLAUSE:
            return Clause(span=_NOWHERE, label=line.label, title="", vacant=False, prose=prose, blocks=blocks)
        case Kind.PARAGRAPH:
            label = line.label
            return Paragraph(span=_NOWHERE, label=label, written=label, vacant=False, prose=prose, blocks=blocks)
        case Kind.DEFINITION:
            end = prose.text.index('"', 1)
            term = DefinedTerm(prose.text[1:end], 1, end)
            return Definition(span=_NOWHERE, terms=(term,), prose=prose, blocks=blocks)
        case Kind.TABLE:
            rows = tuple(tuple(map(_prose, row)) for row in line.rows)
            return Table(span=_NOWHERE, caption=None, head=rows[:1], rows=rows[1:])
        case Kind.FORMULA:
            return Formula(span=_NOWHERE, latex=prose.text)
        case _:
            return SubSection(span=_NOWHERE, label=line.label, title=prose, blocks=blocks)


def _prose(words: list[Word]) -> Prose:
    return Prose(written(words)[0], (), Places((0, 0)))


class Flat(NamedTuple):
    """The code as text; for each of its letters that is no white space, the place of its word in `owners`, or -1.

    `owners` has every label and word in the order of the page: its line, and None for a label.
    """

    text: str
    letters: list[int]
    owners: list[tuple[Line, Word | None]]


def flat(code: Sequence[Line]) -> Flat:
    """The code as one text: a line for each block and for each row of a table."""
    texts: list[str] = []
    letters: list[int] = []
    owners: list[tuple[Line, Word | None]] = []
    for line in (each for section in code for each in section.down):
        for row in _rows(line):
            parts = []
            for text, word in row:
                if word is None and not (line.label and text == line.label):
                    letters += [-1] * len(text)
                else:
                    letters += [len(owners)] * len(text)
                    owners.append((line, word))
                parts.append(text)
            texts.append(_spaced(parts))
    return Flat("\n".join(texts) + "\n", letters, owners)


def _rows(line: Line) -> Iterator[list[tuple[str, Word | None]]]:
    words: list[tuple[str, Word | None]] = [(word.text, word) for word in line.words]
    if line.label:
        yield [(line.label, None), *words]
    elif words:
        yield words
    for row in line.rows:
        cells: list[tuple[str, Word | None]] = [("|", None)]
        for cell in row:
            cells += [*((word.text, word) for word in cell), ("|", None)]
        yield cells


def _spaced(parts: list[str]) -> str:
    return written([Word(each, 0) for each in parts])[0]

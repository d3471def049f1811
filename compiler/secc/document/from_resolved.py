"""Resolved document to display form."""

from collections.abc import Iterator

from secc.code.model import (
    AnyBlock,
    Attachment,
    Bullet,
    Clause,
    CodeBlock,
    Definition,
    Division,
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
    Run,
    Runs,
    SubSectionPart,
    TablePart,
    TextPart,
)
from secc.document.runs import runs_of
from secc.document.typography import curled
from secc.ids import Address
from secc.resolve.model import ResolvedDocument, Term, Words


def from_resolved(document: ResolvedDocument, terms: tuple[Term, ...]) -> DisplayDocument:
    """The display form of a document. Its words are drawn in the order in which `resolve` bound them."""
    making = _Making(document, terms)
    written = document.loaded.document
    return DisplayDocument(
        id=written.id,
        title=(Run(curled(written.title.text)),),
        known_as=written.attribute("known-as"),
        digest=document.loaded.digest,
        parts=making.parts(written.blocks),
    )


class _Making:
    """One document under way: the words bound are drawn one after another."""

    def __init__(self, document: ResolvedDocument, terms: tuple[Term, ...]) -> None:
        self._words: Iterator[Words] = iter(document.words)
        self._terms = terms
        self._at: Words | None = None

    def parts(self, blocks: tuple[AnyBlock, ...]) -> tuple[Part, ...]:
        """The display form of blocks and what stands in them."""
        return tuple(map(self._part, blocks))

    def _next(self, strong: tuple[tuple[int, int], ...] = ()) -> Runs:
        self._at = next(self._words)
        return runs_of(self._at, self._terms, strong)

    def _address(self) -> Address:
        assert self._at is not None
        return self._at.placed.address

    def _own(self) -> Address | None:
        assert self._at is not None
        return self._at.placed.address if self._at.placed.own else None

    def _part(self, block: AnyBlock) -> Part:
        match block:
            case Division() | SubSection() | Clause() | Paragraph() | Definition():
                return self._provision(block)
            case Table():
                return self._table(block)
            case Text():
                return TextPart(self._next(), self.parts(block.blocks))
            case Bullet():
                return BulletPart(self._next(), self.parts(block.blocks))
            case Quotation():
                return QuotationPart(self.parts(block.blocks))
            case _:
                return self._leaf(block)

    def _provision(self, block: Division | SubSection | Clause | Paragraph | Definition) -> Part:
        if isinstance(block, Definition):
            words = self._next(tuple((term.start, term.end) for term in block.terms))
        else:
            words = self._next()
        address, own = self._address(), self._own()
        inside = self.parts(blocks_in(block))
        match block:
            case Division():
                name = "" if block.kind == "document" else f"{block.kind.capitalize()} {block.label}"
                return DivisionPart(address, name, words, inside)
            case SubSection():
                return SubSectionPart(address, block.label, words, inside)
            case Clause():
                return ClausePart(address, block.label, block.vacant, words, inside)
            case Paragraph():
                return ParagraphPart(own, block.written, block.vacant, words, inside)
            case Definition():
                return DefinitionPart(own, tuple(term.name for term in block.terms), words, inside)

    def _table(self, block: Table) -> TablePart:
        caption = self._next() if block.caption is not None else ()
        head = tuple(self._row(row) for row in block.head)
        return TablePart(caption, head, tuple(self._row(row) for row in block.rows))

    def _row(self, row: tuple[Prose, ...]) -> tuple[Runs, ...]:
        return tuple(self._next() for _ in row)

    def _leaf(self, block: AnyBlock) -> Part:
        match block:
            case SubHeading():
                return HeadingPart(block.level, self._next())
            case Note():
                return NotePart(self._next())
            case Footnote():
                return FootnotePart(block.label, self._next())
            case Formula():
                return FormulaPart(block.latex)
            case Figure():
                return FigurePart(block.alt, block.path)
            case CodeBlock():
                return CodePart(block.language, block.text)
            case Attachment():
                return AttachmentPart(block.path, block.title)
            case _:
                raise AssertionError(f"no display form for {type(block).__name__}")

"""Parts of a document to blocks of data."""

from collections.abc import Iterable
from typing import assert_never

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
    Runs,
    SubSectionPart,
    TablePart,
    TextPart,
)
from secc.ids import Address
from secc.render.exports.blocks import (
    AttachmentBlock,
    Block,
    BulletBlock,
    Cell,
    ClauseBlock,
    CodeBlock,
    DefinitionBlock,
    DivisionBlock,
    FigureBlock,
    FootnoteBlock,
    FormulaBlock,
    HeadingBlock,
    NoteBlock,
    ParagraphBlock,
    ProvisionBlock,
    QuotationBlock,
    SubSectionBlock,
    TableBlock,
    TextBlock,
)
from secc.render.exports.facts import NOTHING, Facts, Status, Told
from secc.render.exports.marks import said


class BlocksOf:
    """Makes the blocks of a document, each once. `found` are those with an address; the first, where two have it."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self.found: dict[Address, ProvisionBlock] = {}

    def content(self, parts: Iterable[Part], outer: Status | None = None) -> tuple[Block, ...]:
        """The blocks of parts. `outer` is the effect of what they stand in, which theirs is not said again."""
        return tuple(self._block(part, outer) for part in parts)

    def _block(self, part: Part, outer: Status | None) -> Block:
        match part:
            case DivisionPart() | SubSectionPart() | ClausePart() | ParagraphPart() | DefinitionPart():
                return self._provision(part, outer)
            case TextPart() | BulletPart():
                text, marks = said(part.words)
                kind = TextBlock if isinstance(part, TextPart) else BulletBlock
                return kind(text=text, marks=marks, content=self.content(part.parts, outer))
            case QuotationPart():
                return QuotationBlock(content=self.content(part.parts, outer))
            case HeadingPart() | NotePart() | FootnotePart():
                return _line(part)
            case _:
                return _leaf(part)

    def _provision(
        self, part: DivisionPart | SubSectionPart | ClausePart | ParagraphPart | DefinitionPart, outer: Status | None
    ) -> ProvisionBlock:
        told = self._facts(part.address) if part.address is not None else NOTHING
        status = told.status if told.status != outer else None
        inside = self.content(part.parts, told.status or outer)
        if isinstance(part, ParagraphPart):
            block: ProvisionBlock = _paragraph(part, told, status, inside)
        else:
            block = _cited(part, told, status, inside)
        if part.address is not None:
            self.found.setdefault(part.address, block)
        return block


def _paragraph(part: ParagraphPart, told: Told, status: Status | None, inside: tuple[Block, ...]) -> ParagraphBlock:
    text, marks = said(part.words)
    return ParagraphBlock(
        address=_address(part.address),
        label=part.label,
        vacant=part.vacant,
        text=text,
        marks=marks,
        identity=told.identity,
        status=status,
        content=inside,
    )


def _cited(
    part: DivisionPart | SubSectionPart | ClausePart | DefinitionPart,
    told: Told,
    status: Status | None,
    inside: tuple[Block, ...],
) -> DivisionBlock | SubSectionBlock | ClauseBlock | DefinitionBlock:
    text, marks = said(part.title if isinstance(part, DivisionPart | SubSectionPart) else part.words)
    address, identity, history = _address(part.address), told.identity, told.history
    referrers = tuple(map(str, told.referred_to_by))
    match part:
        case DivisionPart(name=name):
            return DivisionBlock(
                address=address, name=name, text=text, marks=marks, identity=identity, status=status, history=history,
                referred_to_by=referrers, content=inside,
            )  # fmt: skip
        case SubSectionPart(number=number):
            return SubSectionBlock(
                address=address, number=number, text=text, marks=marks, identity=identity, status=status,
                history=history, referred_to_by=referrers, content=inside,
            )  # fmt: skip
        case ClausePart(number=number, vacant=vacant):
            return ClauseBlock(
                address=address, number=number, vacant=vacant, text=text, marks=marks, identity=identity,
                status=status, history=history, referred_to_by=referrers, content=inside,
            )  # fmt: skip
        case DefinitionPart():
            return DefinitionBlock(
                address=address, text=text, marks=marks, identity=identity, status=status, history=history,
                referred_to_by=referrers, content=inside,
            )  # fmt: skip
        case _:
            assert_never(part)


def _line(part: HeadingPart | NotePart | FootnotePart) -> Block:
    text, marks = said(part.words)
    match part:
        case HeadingPart(level=level):
            return HeadingBlock(level=level, text=text, marks=marks)
        case NotePart():
            return NoteBlock(text=text, marks=marks)
        case FootnotePart(label=label):
            return FootnoteBlock(label=label, text=text, marks=marks)
        case _:
            assert_never(part)


def _leaf(part: TablePart | FormulaPart | FigurePart | CodePart | AttachmentPart) -> Block:
    match part:
        case TablePart():
            caption = _cell(part.caption) if part.caption else None
            return TableBlock(caption=caption, head=_rows(part.head), rows=_rows(part.rows))
        case FormulaPart(latex=latex):
            return FormulaBlock(latex=latex)
        case FigurePart(alt=alt, path=path):
            return FigureBlock(alt=alt, path=path)
        case CodePart(language=language, text=text):
            return CodeBlock(language=language, text=text)
        case AttachmentPart(path=path, title=title):
            return AttachmentBlock(title=title, path=path)
        case _:
            assert_never(part)


def _rows(rows: tuple[tuple[Runs, ...], ...]) -> tuple[tuple[Cell, ...], ...]:
    return tuple(tuple(map(_cell, row)) for row in rows)


def _cell(runs: Runs) -> Cell:
    return Cell(*said(runs))


def _address(address: Address | None) -> str:
    return str(address) if address is not None else ""

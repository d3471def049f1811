"""The parts of a document as paragraphs and tables."""

from collections.abc import Iterable, Iterator

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
from secc.document.parts import parts_in
from secc.document.redline_model import Kind
from secc.render.docx.kinds import label_text, labelled, literal_of, setting_of, step_of
from secc.render.docx.sheet import Cell, Line, Mark, Piece, Row, Sheet
from secc.render.docx.tables import table

_Said = tuple[Kind, str, Runs]
"""What a part is, its label, and its words."""


def sheets(document: DisplayDocument) -> Iterator[Sheet]:
    """What stands on the page for a document, in order."""
    yield _line(Kind.DOCUMENT, document.id.printed, document.title, 0)
    yield from _sheets(document.parts, 0)


def _sheets(parts: Iterable[Part], left: int) -> Iterator[Sheet]:
    for part in parts:
        if isinstance(part, TablePart):
            yield from _table(part, left)
        elif isinstance(part, QuotationPart):
            yield from _sheets(part.parts, left + step_of(Kind.QUOTATION))
        else:
            kind, label, words = _headed(part) or _body(part) or _leaf(part)
            level = part.level if isinstance(part, HeadingPart) else 0
            yield _line(kind, label, words, left, level)
            yield from _sheets(parts_in(part), left + step_of(kind))


def _headed(part: Part) -> _Said | None:
    match part:
        case DivisionPart(name=label, title=words):
            return Kind.DIVISION, label, words
        case SubSectionPart(number=label, title=words):
            return Kind.SUB_SECTION, label, words
        case HeadingPart(words=words):
            return Kind.HEADING, "", words
        case ClausePart(number=label, words=words):
            return Kind.CLAUSE, label, words
        case ParagraphPart(label=label, words=words):
            return Kind.PARAGRAPH, label, words
        case _:
            return None


def _body(part: Part) -> _Said | None:
    match part:
        case DefinitionPart(words=words):
            return Kind.DEFINITION, "", words
        case TextPart(words=words):
            return Kind.TEXT, "", words
        case BulletPart(words=words):
            return Kind.BULLET, "", words
        case NotePart(words=words):
            return Kind.NOTE, "", words
        case FootnotePart(label=label, words=words):
            return Kind.FOOTNOTE, f"[{label}]", words
        case _:
            return None


def _leaf(part: Part) -> _Said:
    match part:
        case FormulaPart(latex=latex):
            return Kind.FORMULA, "", _run(" ".join(latex.split()))
        case CodePart(text=text):
            return Kind.CODE, "", _run(text)
        case FigurePart(alt=alt, path=path):
            return Kind.FIGURE, path, _run(alt)
        case AttachmentPart(path=path, title=title):
            return Kind.ATTACHMENT, path, _run(title)
        case _:
            raise AssertionError(f"no layout for {type(part).__name__}")


def _run(text: str) -> Runs:
    return (Run(text),) if text else ()


def _line(kind: Kind, label: str, words: Runs, left: int, level: int = 0) -> Line:
    shown = literal_of(kind) or label_text(kind, label)
    pieces = (Piece(Mark.NONE, (Run(shown),)),) if shown else ()
    return Line(setting_of(kind, level, left), tuple(labelled(kind, pieces, _pieces(words))))


def _pieces(words: Runs) -> tuple[Piece, ...]:
    return (Piece(Mark.NONE, words),) if words else ()


def _table(part: TablePart, left: int) -> Iterator[Sheet]:
    every = [(True, row) for row in part.head] + [(False, row) for row in part.rows]
    rows = [Row(Mark.NONE, head, tuple(Cell(Mark.NONE, _pieces(cell)) for cell in row)) for head, row in every]
    yield from table(_pieces(part.caption), rows, left)

"""The parts of a document as paragraphs and tables."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

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
    FootnoteRun,
    FormulaPart,
    HeadingPart,
    NotePart,
    ParagraphPart,
    Part,
    QuotationPart,
    Run,
    Runs,
    Style,
    SubSectionPart,
    TablePart,
    TextPart,
)
from secc.document.parts import address_of, parts_in
from secc.document.redline_model import Kind
from secc.ids import Address
from secc.render.docx.drawings import Drawings
from secc.render.docx.kinds import label_text, labelled, literal_of, setting_of, step_of
from secc.render.docx.sheet import Cell, Entry, Equation, Line, Mark, Piece, Row, Setting, Sheet
from secc.render.docx.tables import table
from secc.render.plain import attached
from secc.syntax import formula

_Said = tuple[Kind, str, Runs]
"""What a part is, its label, and its words."""


class FromDisplay:
    """Lays out the documents of one file. `listed` are the headings so far, as the contents have them.

    `effect` are the lines that stand at provisions: below a heading, and above anything else.
    """

    def __init__(self, drawings: Drawings, effect: Mapping[Address, str]) -> None:
        self._drawings = drawings
        self._effect = dict(effect)
        self.listed: list[Entry] = []

    def sheets(self, document: DisplayDocument) -> Iterator[Sheet]:
        """What stands on the page for a document, in order."""
        label, words = document.id.printed, document.title
        yield self._heading(Kind.DOCUMENT, label, words, 0)
        yield from self._sheets(document.parts, 0, 1)

    def parts(self, parts: Iterable[Part]) -> Iterator[Sheet]:
        """What stands on the page for parts that are no document of the Code, in order."""
        yield from self._sheets(parts, 0, 1)

    def _sheets(self, parts: Iterable[Part], left: int, depth: int) -> Iterator[Sheet]:
        for part in parts:
            if isinstance(part, TablePart):
                yield from _table(part, left)
            elif isinstance(part, FigurePart):
                yield self._figure(part, left)
            elif isinstance(part, FormulaPart):
                yield _formula(part.latex, left)
            elif isinstance(part, QuotationPart):
                yield from self._sheets(part.parts, left + step_of(Kind.QUOTATION), depth)
            elif isinstance(part, DivisionPart | SubSectionPart):
                kind, label = _of_heading(part)
                yield self._heading(kind, label, part.title, depth, left)
                yield from self._of_effect(part, left)
                yield from self._sheets(part.parts, left, depth + 1)
            else:
                kind, label, words = _body(part) or _leaf(part)
                level = part.level if isinstance(part, HeadingPart) else 0
                yield from self._of_effect(part, left)
                yield _line(kind, label, words, left, level)
                yield from self._sheets(parts_in(part), left + step_of(kind), depth)

    def _heading(self, kind: Kind, label: str, words: Runs, depth: int, left: int = 0) -> Line:
        anchor = f"_Toc{len(self.listed) + 1:06}"
        said = tuple(run for run in words if not isinstance(run, FootnoteRun))
        self.listed.append(Entry(anchor, depth, label, said))
        return replace(_line(kind, label, words, left), anchor=anchor)

    def _of_effect(self, part: Part, left: int) -> Iterator[Line]:
        """What is said of the effect of what stands at an address, once: words quoted in it may be called the same."""
        address = address_of(part)
        if address is not None and address in self._effect:
            yield Line(Setting("Effect", left), _pieces(_run(self._effect.pop(address))))

    def _figure(self, part: FigurePart, left: int) -> Sheet:
        drawn = self._drawings.drawn(part.path, part.alt, left)
        return drawn if drawn is not None else _line(Kind.FIGURE, "", _run(f"[{part.alt}]"), left)


def _of_heading(part: DivisionPart | SubSectionPart) -> tuple[Kind, str]:
    return (Kind.DIVISION, part.name) if isinstance(part, DivisionPart) else (Kind.SUB_SECTION, part.number)


def _body(part: Part) -> _Said | None:
    match part:
        case HeadingPart(words=words):
            return Kind.HEADING, "", words
        case ClausePart(number=label, words=words):
            return Kind.CLAUSE, label, words
        case ParagraphPart(label=label, words=words):
            return Kind.PARAGRAPH, label, words
        case DefinitionPart(words=words):
            return Kind.DEFINITION, "", words
        case TextPart(words=words):
            return Kind.TEXT, "", words
        case BulletPart(words=words):
            return Kind.BULLET, "", words
        case _:
            return None


def _leaf(part: Part) -> _Said:
    match part:
        case NotePart(words=words):
            return Kind.NOTE, "", words
        case FootnotePart(label=label, words=words):
            return Kind.FOOTNOTE, f"[{label}]", words
        case CodePart(text=text):
            return Kind.CODE, "", _run(text)
        case AttachmentPart(path=path, title=title):
            return Kind.ATTACHMENT, "", _run(attached(path, title))
        case _:
            raise AssertionError(f"no layout for {type(part).__name__}")


def _formula(latex: str, left: int) -> Sheet:
    if formula.problem_in(latex) is None:
        return Equation(latex, left)
    return _line(Kind.FORMULA, "", (Run(" ".join(latex.split()), (Style.CODE,)),), left)


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

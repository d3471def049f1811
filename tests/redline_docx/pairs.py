"""Redlines of small documents at random, and what the documents say."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise

from lxml import etree

from secc.code.digest import digest
from secc.code.model import (
    AnyBlock,
    Attachment,
    Bullet,
    Clause,
    Division,
    DivisionKind,
    Document,
    Figure,
    Footnote,
    Formula,
    Note,
    Paragraph,
    Places,
    Prose,
    Quotation,
    SubSection,
    Table,
)
from secc.code.walk import blocks_in
from secc.compare import compare
from secc.compare.said import prose_of, text_of
from secc.document.model import SymbolsRun
from secc.document.redline import Extent, Texts, redline
from secc.document.redline_model import Described, Edition, Redline
from secc.document.typography import curled
from secc.ids import Address
from secc.render.docx import Tracking
from secc.render.docx.in_line import in_line
from secc.render.docx.kinds import FORMULA
from secc.render.docx.words import runs_xml
from secc.render.pdf.formulas import symbols
from secc.syntax.marks import FootnoteCall, Symbols
from tests.redline_docx.projector import Left

TRACKING = Tracking("A. Drafter & Co", date(2018, 10, 1))
_BEGIN, _END_OF_FORMULA = "\ue000", "\ue001"
_SPACE = "https://example.org"
_APART, _END = "AfterTable", "End"
_STRAIGHT = str.maketrans("“”‘’", "\"\"''")

Said = str | tuple[tuple[str, ...], ...]
"""The words of a paragraph, or those of the cells of a table."""


def redline_of(before: Document, after: Document) -> Redline:
    """The redline of two documents, with all that is the same in both."""
    old, new = _edition(before), _edition(after)
    texts = Texts(
        of=after.id.printed,
        before=Described(said="as at 8 November 2016", day=date(2016, 11, 8), known=None, digest=old.digest),
        after=Described(said="as at 1 October 2018", day=date(2018, 10, 1), known=None, digest=new.digest),
        editions={before.id: old},
        editions_after={after.id: new},
    )
    return redline(compare(before, after), texts, Extent(Address(before.id), Address(after.id)))


def _edition(document: Document) -> Edition:
    return Edition(printed=document.id.printed, version="1.0", digest=digest(document))


def straight(said: Said) -> Said:
    """With straight quotation marks: in what stands in both texts, they are curled as in the new one."""
    if isinstance(said, str):
        return said.translate(_STRAIGHT)
    return tuple(tuple(cell.translate(_STRAIGHT) for cell in row) for row in said)


def words(found: Sequence[Left]) -> list[Left]:
    """What is left, but for the empty paragraphs that keep tables apart, and the one at the end of every file."""
    return [each for each in found if each.style not in (_APART, _END) or each.text]


def said(found: Sequence[Left]) -> list[Said]:
    """The words of what is left; formulas on a line of their own without blanks."""
    return [each.rows or ("".join(each.text.split()) if each.style == FORMULA else each.text) for each in words(found)]


def spelt(found: Iterable[Said]) -> list[Said]:
    """What documents say, with formulas letter by letter."""
    return [
        with_formulas(each, letters)
        if isinstance(each, str)
        else tuple(tuple(with_formulas(cell, letters) for cell in row) for row in each)
        for each in found
    ]


def are_apart(found: Sequence[Left]) -> bool:
    """Whether after every table there is what keeps it apart from another, and nothing in it."""
    after = [second for first, second in pairwise(found) if first.rows]
    return all(each.style == _APART and not each.text and not each.rows for each in after)


def expected(document: Document) -> list[Said]:
    """What a document says on the page, paragraph by paragraph."""
    title = printed(document.title)
    return [f"{document.id.printed}{': ' if title else ''}{title}", *_of_blocks(document.blocks)]


def _of_blocks(blocks: tuple[AnyBlock, ...]) -> Iterator[Said]:
    for block in blocks:
        if isinstance(block, Table):
            yield from _of_table(block)
        elif not isinstance(block, Quotation):
            yield _of_words(block)
        yield from _of_blocks(blocks_in(block))


def _of_table(table: Table) -> Iterator[Said]:
    if table.caption is not None and table.caption.text:
        yield printed(table.caption)
    rows = tuple(tuple(printed(cell) for cell in row) for row in (*table.head, *table.rows) if row)
    if rows:
        yield rows


def _of_words(block: AnyBlock) -> str:
    prose = prose_of(block)
    words = printed(prose) if prose is not None else text_of(block)
    match block:
        case Clause(label=label) | SubSection(label=label) | Paragraph(written=label):
            return f"{label}\t{words}"
        case Footnote(label=label):
            return f"[{label}]\t{words}"
        case Formula(latex=latex):
            return formula(latex)
        case Bullet():
            return f"•\t{words}"
        case Note():
            return f"Note: {words}"
        case Figure(path=path) | Attachment(path=path):
            return f"[{path}] {words}"
        case Division(kind=kind, label=label) if kind is not DivisionKind.DOCUMENT:
            return f"{kind.capitalize()} {label}{': ' if words else ''}{words}"
        case _:
            return words


def printed(prose: Prose) -> str:
    """Words with curly quotation marks, and the labels of the footnotes that they call; formulas between marks."""
    text, place = "", 0
    for mark in prose.marks:
        if isinstance(mark, FootnoteCall):
            text += curled(prose.text)[place : mark.start] + f"[{mark.label}]"
            place = mark.start
        elif isinstance(mark, Symbols):
            text += curled(prose.text)[place : mark.start] + formula(prose.text[mark.start : mark.end])
            place = mark.end
    return text + curled(prose.text)[place:]


def formula(latex: str) -> str:
    """A formula between marks, since it may be printed in two ways."""
    return f"{_BEGIN}{latex}{_END_OF_FORMULA}" if latex else ""


def with_formulas(text: str, said: Callable[[str], str], otherwise: Callable[[str], str] = str) -> str:
    """A text with each formula in it as `said` says it by its LaTeX, and `otherwise` what is between."""
    first, *rest = text.split(_BEGIN)
    parts = (each.partition(_END_OF_FORMULA) for each in rest)
    return otherwise(first) + "".join(said(latex) + otherwise(words) for latex, _, words in parts)


def prose_with(before: str, latex: str, after: str) -> Prose:
    """Words with a formula among them."""
    mark = Symbols(len(before), len(before) + len(latex))
    return Prose(f"{before}{latex}{after}", (mark,), Places((0, 0)))


def in_one_line(latex: str) -> str:
    """A formula as it is printed where it is marked; its LaTeX, where it is not sound."""
    tree = symbols(latex).tree
    return latex if tree is None else "".join(text for text, _ in in_line(tree))


def letters(latex: str) -> str:
    """The letters and signs of a formula as Word sets it, without blanks."""
    words = runs_xml((SymbolsRun(latex),))
    found = etree.fromstring(f'<p xmlns:w="{_SPACE}" xmlns:m="{_SPACE}">{words}</p>')
    return "".join("".join(str(each) for each in found.itertext()).split())

"""The syntax tree: a file as blocks by indentation, with every word at its place in the file.

Nothing is interpreted yet: words are stretches of the file (`Words`), and comments are kept, so that the formatter can
print the tree back.
"""

from datetime import date
from typing import TypeAlias

from msgspec import Struct

from secc.source import Span

Words: TypeAlias = tuple[int, ...]
"""Stretches of the file that make up a logical line: pairs (start, end), flattened, one for each line of the file."""


class CommentLine(Struct, frozen=True, gc=False):
    """`// …`; `rule` and `reason` are filled for a suppression, `until` for one that ends."""

    span: Span
    text: str
    rule: str = ""
    reason: str = ""
    until: date | None = None


class _Commented(Struct, frozen=True, gc=False, kw_only=True):
    comments: tuple[CommentLine, ...] = ()


class Head(_Commented, frozen=True, gc=False):
    """The first logical line of a block, at its place: `span` runs from the label or keyword to the last word.

    `comments` are those above it.
    """

    span: Span


class HeaderLine(Head, frozen=True, gc=False):
    """`section H: DCC Services`; also `annex A: …`, `part B: …`, `document: …` (with an empty label)."""

    keyword: str
    label: str
    title: Words


class AttributeLine(Head, frozen=True, gc=False):
    """`key: value`, directly below a header line."""

    key: str
    value: str


class SubSectionHead(Head, frozen=True, gc=False):
    """`# H14 Testing Services`."""

    label: str
    title: Words


class HeadingHead(Head, frozen=True, gc=False):
    """`## Device and User System Tests`; `##` is level 1."""

    level: int
    words: Words


class ClauseHead(Head, frozen=True, gc=False):
    """`H14.31 The DCC shall …`; the words may be none."""

    label: str
    words: Words


class ParagraphHead(Head, frozen=True, gc=False):
    """`(a) …` or `a. …`, as written."""

    written: str
    words: Words


class BulletHead(Head, frozen=True, gc=False):
    """`- …`."""

    words: Words


class DefinitionHead(Head, frozen=True, gc=False):
    """`define "Term" means …`: the words after the keyword."""

    words: Words


class TextHead(Head, frozen=True, gc=False):
    """An unlabelled paragraph."""

    words: Words


class NoteHead(Head, frozen=True, gc=False):
    """`note: …`."""

    words: Words


class FootnoteHead(Head, frozen=True, gc=False):
    """`[^1]: …`."""

    label: str
    words: Words


class TableHead(Head, frozen=True, gc=False):
    """The rows of a pipe table, each the cells' words; `rule` is how many rows stand above the rule, 0 for none."""

    caption: Words
    rows: tuple[tuple[Words, ...], ...]
    rule: int


class FormulaHead(Head, frozen=True, gc=False):
    """A `$$` block: the words between the marks."""

    words: Words


class FigureHead(Head, frozen=True, gc=False):
    """`![alt](path)` alone on its line."""

    alt: str
    path: str


class CodeHead(Head, frozen=True, gc=False):
    """A fenced block; `lines` keep their indentation beyond the fence's."""

    language: str
    lines: tuple[str, ...]


class AttachmentHead(Head, frozen=True, gc=False):
    """`attachment: path "title"`."""

    path: str
    title: str


class QuotationHead(Head, frozen=True, gc=False):
    """Lines that begin `> `, already parsed; `closing` are comments below the last block."""

    blocks: tuple["SyntaxBlock", ...]
    closing: tuple[CommentLine, ...] = ()


AnyHead: TypeAlias = (
    HeaderLine
    | SubSectionHead
    | HeadingHead
    | ClauseHead
    | ParagraphHead
    | BulletHead
    | DefinitionHead
    | TextHead
    | NoteHead
    | FootnoteHead
    | TableHead
    | FormulaHead
    | FigureHead
    | CodeHead
    | AttachmentHead
    | QuotationHead
)


class SyntaxBlock(Struct, frozen=True):
    """A block and what stands in it. `attributes` are those of an annex, part or inner document.

    `indented` is how many of the blocks, from the first, are indented below it: all of them, but in a sub-section,
    whose words may stand at the margin, and in an annex, part or inner document, where everything does.
    """

    head: AnyHead
    blocks: tuple["SyntaxBlock", ...] = ()
    attributes: tuple[AttributeLine, ...] = ()
    indented: int = 0


class SyntaxTree(Struct, frozen=True):
    """A whole file; `header` is None where the file has none or it cannot be read.

    `closing` are comments below the last block.
    """

    header: HeaderLine | None
    attributes: tuple[AttributeLine, ...]
    blocks: tuple[SyntaxBlock, ...]
    closing: tuple[CommentLine, ...] = ()

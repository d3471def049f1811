"""How each kind of block is set: its style, how far its label hangs, and what stands between label and words."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from secc.document.model import Run
from secc.document.redline_model import Kind
from secc.render.docx.sheet import Mark, Piece, Setting

FORMULA = "Formula"
_STYLES = {
    Kind.DOCUMENT: "Title",
    Kind.DIVISION: "Heading1",
    Kind.SUB_SECTION: "Heading2",
    Kind.CLAUSE: "Clause",
    Kind.PARAGRAPH: "Paragraph",
    Kind.DEFINITION: "Definition",
    Kind.BULLET: "Bullet",
    Kind.TEXT: "Normal",
    Kind.TABLE: "Caption",
    Kind.FORMULA: FORMULA,
    Kind.FIGURE: "Figure",
    Kind.CODE: "CodeBlock",
    Kind.ATTACHMENT: "Attachment",
    Kind.NOTE: "Note",
    Kind.FOOTNOTE: "FootnoteWords",
}
_HIGHEST_HEADING, _LOWEST_HEADING = 3, 6
_HANGING = {Kind.SUB_SECTION: 964, Kind.CLAUSE: 964, Kind.PARAGRAPH: 680, Kind.BULLET: 425, Kind.FOOTNOTE: 680}
_STEPS = {Kind.CLAUSE: 964, Kind.PARAGRAPH: 680, Kind.BULLET: 425, Kind.QUOTATION: 567}
_LITERAL = {Kind.BULLET: "•", Kind.NOTE: "Note:"}
_TITLED = ": "
_SEPARATORS = {
    Kind.DOCUMENT: _TITLED, Kind.DIVISION: _TITLED, Kind.NOTE: " ", Kind.FIGURE: " ", Kind.ATTACHMENT: " ",
}  # fmt: skip
_TAB = "\t"
FILES = (Kind.FIGURE, Kind.ATTACHMENT)

AFTER_TABLE = Setting("AfterTable")
CELL = Setting("TableWords")
HEAD_CELL = Setting("TableHead")


@cache
def setting_of(kind: Kind, level: int, left: int) -> Setting:
    """How a block is set that begins at `left`; `level` is that of an unnumbered heading."""
    if kind is Kind.HEADING:
        return Setting(f"Heading{min(_HIGHEST_HEADING + max(level, 1) - 1, _LOWEST_HEADING)}", left)
    hanging = _HANGING.get(kind, 0)
    return Setting(_STYLES[kind], left + hanging, hanging)


def step_of(kind: Kind) -> int:
    """How much further what stands in a block begins."""
    return _STEPS.get(kind, 0)


def literal_of(kind: Kind) -> str:
    """The label that every block of a kind has; empty where each has its own, or none."""
    return _LITERAL.get(kind, "")


def label_text(kind: Kind, label: str) -> str:
    """A label as it stands on the page: of a file, its path in square brackets."""
    return f"[{label}]" if kind in FILES and label else label


def separator_of(kind: Kind, *, has_words: bool) -> str:
    """What stands between a label and the words: a title's label is followed by a colon only where there is a title."""
    separator = _SEPARATORS.get(kind, _TAB)
    return separator if has_words or separator != _TITLED else ""


def labelled(kind: Kind, label: Sequence[Piece], words: Iterable[Piece]) -> Iterator[Piece]:
    """The label, what stands between, and the words. Between them stands something in each text that has a label.

    A title's label is followed by a colon only where there is a title.
    """
    words = tuple(words)
    yield from label
    separator = _SEPARATORS.get(kind, _TAB)
    mark = between(label, words if separator == _TITLED else label)
    if mark is not None:
        yield Piece(mark, (Run(separator),))
    yield from words


def between(label: Sequence[Piece], words: Sequence[Piece]) -> Mark | None:
    """The mark of what stands between two: there, in each of the texts, where both are; None for in neither."""
    if not label or not words:
        return None
    first = label[0].mark
    if all(each.mark is first for each in label) and all(each.mark is first for each in words):
        return first
    old = any(each.mark.in_old for each in label) and any(each.mark.in_old for each in words)
    new = any(each.mark.in_new for each in label) and any(each.mark.in_new for each in words)
    if old and new:
        return Mark.NONE
    if old:
        return Mark.DELETED
    return Mark.INSERTED if new else None

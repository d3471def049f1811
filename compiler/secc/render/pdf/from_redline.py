"""The blocks of a redline as blocks to be set: every change marked, with a bar in the margin, and told where marks do
not show it.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from secc.compare import State
from secc.document.model import Style
from secc.document.redline_model import CONTAINERS, Block, DocumentRedline, Group, Stretch, Weight
from secc.document.redline_model import Kind as Called
from secc.document.redline_model import Row as RedlineRow
from secc.document.redline_model import Words as RedlineWords
from secc.render.pdf.formulas import symbols
from secc.render.pdf.from_display import NOTE
from secc.render.pdf.measures import hang_of, is_wide, step_in
from secc.render.pdf.running import numbered
from secc.render.pdf.sheet import Kind, Mark, Row, Said, Sheet, Words, headed
from secc.render.pdf.tables import laid_out
from secc.render.pdf.words import marked
from secc.render.redline_said import remarks, without_seam

_KINDS = {
    Called.NOTE: Kind.NOTE, Called.FOOTNOTE: Kind.SMALL, Called.CODE: Kind.CODE, Called.FORMULA: Kind.FORMULA,
    Called.TABLE: Kind.TABLE, Called.DOCUMENT: Kind.LINE,
    **dict.fromkeys((Called.DIVISION, Called.SUB_SECTION, Called.HEADING), Kind.HEADING),
}  # fmt: skip
_MARKS = {
    (State.DELETED, False): Mark.DELETED, (State.INSERTED, False): Mark.INSERTED,
    (State.DELETED, True): Mark.MOVED_AWAY, (State.INSERTED, True): Mark.MOVED_HERE,
}  # fmt: skip
_FILES = (Called.FIGURE, Called.ATTACHMENT)


class FromRedline:
    """Lays out one document of a redline. `whole`: what did not change is set too, not only told of."""

    def __init__(self, document: DocumentRedline, *, whole: bool) -> None:
        self._document = document
        self._whole = whole
        self._level = 1
        self._around: list[tuple[int, float, int]] = []

    def sheets(self) -> Iterator[Sheet]:
        """What stands on the page below the title, in order."""
        for group in self._document.groups:
            yield from self._group(group)

    def _group(self, group: Group) -> Iterator[Sheet]:
        if group.summary and not self._whole:
            yield Sheet(kind=Kind.SMALL, words=(f"··· {group.summary} ···",))
            return
        for block in group.blocks:
            left, level = self._place(block)
            if block.kind is Called.QUOTATION or (block.kind is Called.DOCUMENT and block.weight is Weight.SAME):
                continue  # the one has no words of its own, the other stands in the heading
            yield self._sheet(block, left, level)

    def _place(self, block: Block) -> tuple[float, int]:
        """Where a block begins, and the level that a heading has there."""
        while self._around and self._around[-1][0] >= block.depth:
            self._around.pop()
        _, left, level = self._around[-1] if self._around else (0, 0.0, 2)
        inner = level + 1 if block.kind in CONTAINERS and block.kind is not Called.DOCUMENT else level
        self._around.append((block.depth, step_in(left, block.kind), inner))
        return left, level

    def _sheet(self, block: Block, left: float, level: int) -> Sheet:
        label, words = self._said(block)
        hang = hang_of(block.kind)
        kind = _KINDS.get(block.kind, Kind.LINE)
        sheet = Sheet(
            kind=kind,
            left=left,
            hang=hang,
            wide=is_wide(label, hang),
            label=label,
            words=words,
            level=level + max(0, block.level - 1) if kind is Kind.HEADING else 0,
            anchor=change_anchor(block.change) if block.first else "",
            running=_running(block) if block.kind is Called.CLAUSE else None,
            bar=block.weight is not Weight.SAME,
            told=_told(block),
            rows=tuple(map(_row, block.rows)),
        )
        if kind is Kind.TABLE:
            return laid_out(sheet)
        return self._stepped(sheet) if kind is Kind.HEADING else sheet

    def _said(self, block: Block) -> tuple[Words, Words]:
        """A block's label, and its words."""
        label, words = _set(block.label), _set(without_seam(block))
        match block.kind:
            case Called.BULLET:
                label = _literal(block, "•")
            case Called.NOTE:
                label = _literal(block, NOTE)
            case Called.FORMULA:
                words = tuple(symbols(each.text, _mark(each)) for each in block.words)
            case Called.CODE:
                words = tuple(Said(each.text, (Style.CODE,), mark=_mark(each)) for each in block.words)
            case kind if kind in _FILES:
                label, words = (), ("[", *(words or label), "] ", *(label if words else ()))
        return label, (*words, *_end(block))

    def _stepped(self, sheet: Sheet) -> Sheet:
        found = headed(replace(sheet, level=min(sheet.level, self._level + 1)))
        self._level = found.level or self._level
        return found


def change_anchor(change: int) -> str:
    """The anchor at the beginning of a change."""
    return f"change-{change}"


def _told(block: Block) -> str:
    found = remarks(block)
    return f"{block.name}: {'; '.join(found)}" if found else ""


def _running(block: Block) -> str:
    """The number of a clause in the new text, or of one that is not in it, in the old one."""
    new = "".join(each.text for each in block.label if each.state is not State.DELETED)
    number = new or "".join(each.text for each in block.label)
    address = block.after or block.before
    return numbered(address, number) if address is not None else number


def _literal(block: Block, label: str) -> Words:
    """A label that no text has in words, marked as what it stands before is."""
    if block.state is State.SAME:
        return (label,)
    return (Said(label, mark=_MARKS[block.state, bool(block.move)]),)


def _end(block: Block) -> Words:
    """The sign for an end of a paragraph that is in one of the texts only."""
    return () if block.end is State.SAME else (Said("¶", mark=_MARKS[block.end, False]),)


def _set(words: RedlineWords) -> Words:
    return tuple(piece for each in words for piece in marked(each.runs, _mark(each)))


def _mark(each: Stretch) -> Mark:
    return Mark.NONE if each.state is State.SAME else _MARKS[each.state, each.moved]


def _row(row: RedlineRow) -> Row:
    return Row(tuple(_set(cell.words) for cell in row.cells), row.head)

"""The blocks of a redline as HTML: inline, or the old text beside the new one."""

from collections.abc import Callable, Iterator

from msgspec import Struct

from secc.compare import State
from secc.document.redline_model import Block, Cell, Group, Kind, Row, Stretch, Weight, Words
from secc.render.escaping import escape
from secc.render.mathml import Display, to_mathml
from secc.render.redline_html_words import change_html, ends, words_html
from secc.render.redline_said import remarks

_DEEPEST_HEADING, _DEEPEST = 6, 7
_HEADINGS = (Kind.DIVISION, Kind.SUB_SECTION, Kind.HEADING, Kind.DOCUMENT)
_NAMES = {State.DELETED: "before", State.INSERTED: "after"}
_STATES = {State.SAME: "", State.DELETED: ' class="deleted"', State.INSERTED: ' class="inserted"'}
_Kept = Callable[[State], bool]


class HtmlLayout(Struct, frozen=True):
    """Whether what did not change is open too; whether old and new stand beside each other."""

    whole: bool = False
    side_by_side: bool = False


class BlockWriter:
    """Writes blocks for one page; `last` is the number of its last change."""

    def __init__(self, layout: HtmlLayout, last: int) -> None:
        self._open = " open" if layout.whole else ""
        self._side_by_side = layout.side_by_side
        self._last = last

    def group(self, group: Group) -> str:
        """A group; one that is folded away opens."""
        blocks = "".join(map(self._block, group.blocks))
        if not group.summary:
            return blocks
        summary = f"<summary data-said>{escape(group.summary)}</summary>"
        return f'<details class="same"{self._open}>{summary}\n{blocks}</details>\n'

    def _block(self, block: Block) -> str:
        if block.kind is Kind.QUOTATION or (block.kind is Kind.DOCUMENT and block.weight is Weight.SAME):
            return ""
        return f"<div {self._attributes(block)}>\n{self._told(block)}{self._both(block)}</div>\n"

    def _attributes(self, block: Block) -> str:
        kinds = ["block", block.kind.value, f"d{min(block.depth, _DEEPEST)}"]
        if block.weight is not Weight.SAME:
            kinds.append("changed" if block.weight is Weight.CHANGE else "follows")
        if block.state is not State.SAME:
            kinds.append("deleted" if block.state is State.DELETED else "inserted")
        if block.move:
            kinds.append("moved")
        identifier = f' id="change-{block.change}" tabindex="-1"' if block.first else ""
        return f'class="{" ".join(kinds)}"{identifier}'

    def _told(self, block: Block) -> str:
        """What became of it, and the way to the next change and the one before."""
        if not (block.first or remarks(block)):
            return ""
        told = dict.fromkeys((*block.told, *remarks(block)))
        words = escape(f"{block.name}: {'; '.join(told)}") if told else ""
        steps = "".join(self._steps(block.change)) if block.first else ""
        return f'<p class="told" data-said>{words}{steps}</p>\n'

    def _steps(self, change: int) -> Iterator[str]:
        yield ' <span class="steps">'
        if change > 1:
            yield f'<a href="#change-{change - 1}" aria-label="Previous change">↑</a>'
        yield f" {change} of {self._last} "
        if change < self._last:
            yield f'<a href="#change-{change + 1}" aria-label="Next change">↓</a>'
        yield "</span>"

    def _both(self, block: Block) -> str:
        if not self._side_by_side:
            return _said(block, lambda _: True)
        return "".join(
            f'<div class="{_NAMES[side]}">{_of_side(block, side)}</div>\n' for side in (State.DELETED, State.INSERTED)
        )


def _of_side(block: Block, side: State) -> str:
    """One text's words of a block; nothing where it is not in that text."""
    if block.state not in (State.SAME, side):
        return f'<span class="aloud" data-said>Not in the text {_NAMES[side]}</span>'
    return _said(block, lambda state: state in (State.SAME, side))


def _said(block: Block, kept: _Kept) -> str:
    """The label with the words, and the table."""
    words = tuple(each for each in block.words if kept(each.state))
    label = tuple(each for each in block.label if kept(each.state))
    number = f'<span class="number">{words_html(label)}</span> ' if label else _bullet(block)
    note = "<b data-said>Note: </b>" if block.kind is Kind.NOTE else ""
    said = f"{number}{note}{_words(block, words)}{ends(block.end) if kept(block.end) else ''}"
    element = _element(block)
    text = f"<{element}>{said}</{element}>\n" if said else ""
    return text + _table(block, kept)


def _bullet(block: Block) -> str:
    return '<span class="number" data-said>• </span>' if block.kind is Kind.BULLET else ""


def _element(block: Block) -> str:
    if block.kind in _HEADINGS:
        return f"h{min(_DEEPEST_HEADING, 2 + max(1, block.depth) + max(0, block.level - 1))}"
    return "pre" if block.kind is Kind.CODE else "p"


def _words(block: Block, words: Words) -> str:
    if block.kind is not Kind.FORMULA:
        return words_html(words)
    return "".join(map(_formula, words))


def _formula(each: Stretch) -> str:
    drawn = f'<span class="scroll">{to_mathml(each.text, Display.BLOCK)}</span>'
    return drawn if each.state is State.SAME else change_html(each, drawn)


def _table(block: Block, kept: _Kept) -> str:
    shown = [row for row in block.rows if kept(row.state)]
    if not shown:
        return ""
    lines = "".join(_row(row, kept) for row in shown)
    named = f'aria-label="{escape(block.name)}"'
    return f'<div class="scroll" role="group" {named} tabindex="0"><table>\n{lines}</table></div>\n'


def _row(row: Row, kept: _Kept) -> str:
    cells = "".join(_cell(cell, row, kept) for cell in row.cells if kept(cell.state))
    return f"<tr{_STATES[row.state]}>{cells}</tr>\n"


def _cell(cell: Cell, row: Row, kept: _Kept) -> str:
    words = tuple(each for each in cell.words if kept(each.state))
    element, scope = ("th", ' scope="col"') if row.head else ("td", "")
    return f"<{element}{scope}{_STATES[cell.state]}>{words_html(words)}</{element}>"

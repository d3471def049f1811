"""A redline for the terminal: git's `[-old-]{+new+}`, and a bar beside every change; colour is an extra."""

from collections.abc import Iterator
from textwrap import TextWrapper
from typing import TypeAlias

from msgspec import Struct

from secc.compare import State
from secc.document.model import Run
from secc.document.redline_model import CONTAINERS, Block, DocumentRedline, Group, Kind, Redline, Row, Stretch, Weight
from secc.render.redline_marks import marked, printed
from secc.render.redline_said import (
    against,
    counted,
    held_against,
    in_each_place,
    remarks,
    sides,
    texts,
    title,
    unchanged_documents,
    without_seam,
)

_BAR, _NO_BAR = "| ", "  "
_NUMBER = 9
_LABEL = 6
_NARROWEST = 24
_Lines: TypeAlias = Iterator[str]


class TextLayout(Struct, frozen=True):
    """How wide, in characters; whether in colour; whether what did not change is printed too."""

    width: int = 80
    color: bool = False
    whole: bool = False


def to_text(redline: Redline, layout: TextLayout) -> str:
    """The redline; no line is longer than the width but for words and code that are."""
    lines = [*_head(redline, layout.width), *_changes(redline, layout.width)]
    for document in redline.documents:
        lines += _document(redline, document, layout)
    return printed(lines, color=layout.color).rstrip() + "\n"


def _head(redline: Redline, width: int) -> _Lines:
    yield from _wrapped(f"{title(redline)}, {against(redline)}", width)
    if len(redline.documents) != 1:
        for side in texts(redline):
            yield from _wrapped(f"{side.name}: {side.edition}", width)
    yield ""
    yield from _wrapped(counted(redline.tally), width)
    yield from _wrapped(held_against(redline), width)
    yield from _wrapped(unchanged_documents(redline), width)
    yield ""


def _changes(redline: Redline, width: int) -> _Lines:
    """What is told once for several places."""
    told = [f"everywhere: {in_each_place(each)}" for each in redline.everywhere]
    told += [f"renumbered: {each.before} as {each.after}" for each in redline.renumbered]
    if redline.consequential:
        follow = (f"{each.name} ({each.before} is {each.after})" for each in redline.consequential)
        told.append(f"references that only follow: {', '.join(follow)}")
    for each in told:
        yield from _wrapped(each, width, hanging="  ")
    if told:
        yield ""


def _document(redline: Redline, document: DocumentRedline, layout: TextLayout) -> _Lines:
    yield from _wrapped(document.title, layout.width)
    yield "=" * min(layout.width, len(document.title))
    for side in sides(redline, document):
        yield from _wrapped(f"{side.name}: {side.text}; {side.edition}", layout.width, hanging="  ")
    yield ""
    for group in document.groups:
        yield from _group(group, layout)


def _group(group: Group, layout: TextLayout) -> _Lines:
    if group.summary and not layout.whole:
        yield from _wrapped(f"··· {group.summary} ···", layout.width, _NO_BAR)
        yield ""
        return
    for block in group.blocks:
        yield from _block(block, layout.width)


def _block(block: Block, width: int) -> _Lines:
    bar = _BAR if block.weight is not Weight.SAME else _NO_BAR
    if block.kind is Kind.QUOTATION or (block.kind is Kind.DOCUMENT and block.weight is Weight.SAME):
        return  # the one has no words of its own, the other stands in the heading
    for each in remarks(block):
        yield from _wrapped(f"({each})", width, bar + _indent(block))
    if block.kind is Kind.CODE:
        yield from (f"{bar}{_indent(block)}    {line}".rstrip() for line in marked(block.words).split("\n"))
    else:
        yield from _said(block, width, bar + _indent(block))
    for row in block.rows:
        yield from _row(row, width, bar + _indent(block))
    yield ""


def _said(block: Block, width: int, indent: str) -> _Lines:
    """The label with the words beside it."""
    label = marked(block.label) or ("•" if block.kind is Kind.BULLET else "")
    words = marked(without_seam(block))
    if block.kind in (Kind.FIGURE, Kind.ATTACHMENT):
        label, words = "", f"[{words or label}] {label if words else ''}"
    if block.kind is Kind.NOTE:
        words = f"Note: {words}"
    if block.end is not State.SAME:
        words += marked((Stretch(block.end, (Run("¶"),)),))
    room = max(_LABEL if block.kind is Kind.PARAGRAPH else _NUMBER, len(label) + 1) if label else 0
    first, *rest = list(_wrapped(words, width, indent + " " * room)) or [""]
    yield (indent + label.ljust(room) + first[len(indent) + room :]).rstrip()
    yield from rest


def _row(row: Row, width: int, indent: str) -> _Lines:
    signs = {State.DELETED: "- ", State.INSERTED: "+ ", State.SAME: "  "}
    cells = " ¦ ".join(marked(cell.words) for cell in row.cells)
    yield from _wrapped(signs[row.state] + cells, width, indent, hanging="    ")


def _indent(block: Block) -> str:
    return " " * (0 if block.kind in CONTAINERS else 2 * max(0, block.depth - 1))


def _wrapped(words: str, width: int, indent: str = "", hanging: str = "") -> _Lines:
    wrapper = TextWrapper(
        width=max(width, len(indent) + _NARROWEST),
        initial_indent=indent,
        subsequent_indent=indent + hanging,
        break_long_words=False,
        break_on_hyphens=False,
    )
    yield from wrapper.wrap(words)

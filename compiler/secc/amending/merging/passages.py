"""A text as its blocks, each with the lines of the file that say it and nothing that stands in it."""

from collections.abc import Iterable, Iterator

from secc.code.load import LoadedDocument
from secc.code.model import (
    AnyBlock,
    Attachment,
    CodeBlock,
    Division,
    Document,
    Figure,
    Formula,
    Quotation,
    Table,
)
from secc.code.walk import Placed, placed
from secc.compare.model import Held
from secc.compare.said import label_of

_IN_LINES = (Table, Division, Document, Quotation, Formula)
_NO_WORDS = (CodeBlock, Quotation, Formula, Figure, Attachment)


class Passage:
    """A block, or a document (its header): its own lines and the comments among them.

    `column` is its indentation, `lead` how many blank lines stand above it (-1: it goes on with the line above).
    """

    def __init__(self, block: Held, own: str, column: int, lead: int) -> None:
        self.block = block
        self.column = column
        self.lead = lead
        self.parent: Passage | None = None
        self.children: list[Passage] = []
        lines = [line.rstrip() for line in own.rstrip().split("\n")]
        self.is_code = isinstance(block, CodeBlock)
        opening = next((place for place, line in enumerate(lines) if line.lstrip().startswith("```")), len(lines))
        noted = [_is_comment(line) and not (self.is_code and place > opening) for place, line in enumerate(lines)]
        self.comments = tuple(line.strip() for line, is_noted in zip(lines, noted, strict=True) if is_noted)
        self.lines = tuple(line for line, is_noted in zip(lines, noted, strict=True) if not is_noted)

    @property
    def has_words(self) -> bool:
        """Whether what it says is running words or cells, of which two changes can be brought together."""
        return not isinstance(self.block, _NO_WORDS)

    @property
    def flat(self) -> str:
        """Its own source, whatever its layout: running words on one line, rows and the like each on one."""
        if self.is_code:
            return "\n".join(line[self.column :] for line in self.lines).strip("\n")
        if isinstance(self.block, Table):
            return "\n".join(_row(line) for line in self.lines if line)
        if isinstance(self.block, _IN_LINES):
            return "\n".join(line.strip() for line in self.lines if line)
        return " ".join(" ".join(self.lines).split())

    @property
    def kind(self) -> str:
        """What kind of block it is."""
        return type(self.block).__name__

    @property
    def label(self) -> str:
        """Its label as written; of a definition its words up to the end of its first term."""
        terms = getattr(self.block, "terms", ())
        return f'"{terms[0].name}"' if terms else label_of(self.block)

    @property
    def wording(self) -> str:
        """Its own source without its number."""
        flat, label = self.flat, label_of(self.block)
        for marks in (label, f"# {label}"):
            if label and flat.startswith(marks):
                return flat[len(marks) :]
        return flat

    @property
    def down(self) -> "Iterator[Passage]":
        """It and all that stands in it."""
        yield self
        for each in self.children:
            yield from each.down

    @property
    def whole(self) -> tuple[object, ...]:
        """All that it and what stands in it say."""
        return (self.kind, self.flat, tuple(each.whole for each in self.children))


def passages(loaded: LoadedDocument) -> Passage:
    """A document as passages; one after another, their lines are those of the file."""
    text = loaded.source.text
    blocks = list(_unquoted(placed(loaded.document)))
    starts = [_start(text, each.block) for each in blocks]
    document = Passage(loaded.document, text[: starts[0] if starts else len(text)], 0, 0)
    held = [document]
    for each, start, end in zip(blocks, starts, [*starts, len(text)][1:], strict=True):
        del held[each.depth + 1 :]
        column = each.block.span.start - (text.rfind("\n", 0, each.block.span.start) + 1)
        above = text[:start].rstrip()
        lead = text.count("\n", len(above), start) - 1
        made = Passage(each.block, text[start:end], column, lead)
        made.parent = held[-1]
        held[-1].children.append(made)
        held.append(made)
    return document


def _unquoted(blocks: Iterable[Placed]) -> Iterator[Placed]:
    """The blocks, but for those in a quotation, which is one passage."""
    limit = -1
    for each in blocks:
        if 0 <= limit < each.depth:
            continue
        limit = each.depth if isinstance(each.block, Quotation) else -1
        yield each


def _start(text: str, block: AnyBlock) -> int:
    """Where the lines of a block begin, with the comments above; in the middle of a line, where the block does."""
    start = text.rfind("\n", 0, block.span.start) + 1
    if text[start : block.span.start].strip():
        return block.span.start
    line = start
    while line > 0:
        above = text.rfind("\n", 0, line - 1) + 1
        words = text[above : line - 1].strip()
        if words and not _is_comment(words):
            break
        line = above
        start = above if words else start
    return start


def _is_comment(line: str) -> bool:
    return line.lstrip().startswith("//")


def _row(line: str) -> str:
    """A row with one blank about each cell, a rule as short as it can be."""
    if not line.lstrip().startswith("|"):
        return line.strip()
    cells = [" ".join(cell.split()) for cell in line.strip().split("|")]
    return " | ".join("---" if len(cell) > 1 and set(cell) == {"-"} else cell for cell in cells).strip()

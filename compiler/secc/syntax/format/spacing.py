"""Where each block stands: its indentation, and the blank lines between blocks."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from secc.diagnostics import Severity
from secc.source import Source
from secc.syntax.format.heads import Place, printed, printed_attribute, printed_comment
from secc.syntax.labels import ends_for_list, follows, is_first
from secc.syntax.parser import Parsed
from secc.syntax.tree import (
    AnyHead,
    BulletHead,
    ClauseHead,
    CommentLine,
    DefinitionHead,
    FootnoteHead,
    HeaderLine,
    ParagraphHead,
    QuotationHead,
    SubSectionHead,
    SyntaxBlock,
    SyntaxTree,
    TextHead,
)

_INDENT = "  "
_MAY_OPEN_A_LIST = (ClauseHead, ParagraphHead, BulletHead, DefinitionHead, TextHead)


def formatted(source: Source, parsed: Parsed) -> str:
    """The file with its layout settled; a file with syntax errors as it is.

    Formatting what this returns changes nothing, and what it returns reads as the same document.
    """
    if any(found.severity is Severity.ERROR for found in parsed.findings):
        return source.text
    return "\n".join(_file(source.text, parsed.tree)) + "\n"


def _file(text: str, tree: SyntaxTree) -> list[str]:
    layout = _Layout(text)
    if tree.header is not None:
        layout.block(SyntaxBlock(tree.header, tree.blocks, tree.attributes), depth=0, label="")
    layout.closing(tree.closing)
    return layout.lines


def _fragment(text: str, head: QuotationHead) -> list[str]:
    layout = _Layout(text)
    layout.blocks(head.blocks, depth=0)
    layout.closing(head.closing)
    return layout.lines


class _Above(NamedTuple):
    """The block that was printed last, and how deep it stands."""

    head: AnyHead
    depth: int


class _Layout:
    """The lines of a file or of a quotation, as they are put down."""

    def __init__(self, text: str) -> None:
        self.lines: list[str] = []
        self._text = text
        self._above: _Above | None = None

    def blocks(self, blocks: Sequence[SyntaxBlock], depth: int) -> None:
        """Put down blocks that stand side by side."""
        label = ""  # of the latest paragraph of their list
        for block in blocks:
            self.block(block, depth, label)
            if isinstance(block.head, ParagraphHead):
                label = block.head.written.strip("().")

    def block(self, block: SyntaxBlock, depth: int, label: str) -> None:
        """Put down a block, the comments above it and what stands in it."""
        head = block.head
        if self._above is not None and not self._stands_close(head, depth, label, self._above):
            self.lines.append("")
        self._put(map(printed_comment, head.comments), depth)
        if isinstance(head, QuotationHead):
            quoted = _fragment(self._text, head)
            self._put((f"> {line}" if line else ">" for line in quoted or [""]), depth)
        else:
            own = head.written.strip("().") if isinstance(head, ParagraphHead) else label
            self._put(printed(head, Place(self._text, len(_INDENT) * depth, label, own)), depth)
        self._put(map(printed_attribute, block.attributes), depth)
        self._above = _Above(head, depth)
        self._inside(block, depth)

    def closing(self, comments: Sequence[CommentLine]) -> None:
        """Put down the comments below the last block."""
        if comments and self.lines:
            self.lines.append("")
        self._put(map(printed_comment, comments), 0)

    def _inside(self, block: SyntaxBlock, depth: int) -> None:
        if isinstance(block.head, HeaderLine | SubSectionHead):
            self.blocks(block.blocks[: block.indented], depth + 1)
            self._above = _Above(block.head, depth)
            self.blocks(block.blocks[block.indented :], depth)
        else:
            self.blocks(block.blocks, depth + 1)

    def _put(self, lines: Iterable[str], depth: int) -> None:
        self.lines += [_INDENT * depth + line if line else "" for line in lines]

    def _stands_close(self, head: AnyHead, depth: int, label: str, above: _Above) -> bool:
        """Whether no blank line stands above a block: paragraphs of a list, and footnotes, one after the other."""
        if isinstance(head, FootnoteHead):
            return isinstance(above.head, FootnoteHead) and above.depth == depth
        if not isinstance(head, ParagraphHead | BulletHead):
            return False
        kinds = _MAY_OPEN_A_LIST if above.depth < depth else (ParagraphHead, BulletHead)
        if not isinstance(above.head, kinds):
            return False
        if isinstance(head, BulletHead):
            return isinstance(above.head, BulletHead) or above.depth != depth or self._ends(above)
        if depth == 0 and not head.written.startswith("("):
            return False  # `b.` at the margin begins nothing in the middle of a sentence
        own = head.written.strip("().")
        return (above.depth < depth and is_first(own)) or follows(own, label) or self._ends(above)

    def _ends(self, above: _Above) -> bool:
        """Whether the words above end so that a label below them cannot be taken for a part of the sentence."""
        words = above.head.words if isinstance(above.head, _MAY_OPEN_A_LIST) else ()
        return not words or ends_for_list(self._text[words[-2] : words[-1]])

"""Blocks to syntax tree, by the LALR grammar of grammar/document.lark, going on after each error.

After `parse` every word of the file stands in the tree, errors or not.
"""

from collections.abc import Sequence

from lark import Token, UnexpectedInput
from lark.parsers.lalr_interactive_parser import InteractiveParser
from msgspec import Struct
from msgspec.structs import replace

from secc.diagnostics import Diagnostic
from secc.source import Source, Span
from secc.syntax import faults
from secc.syntax.building import parser_of, token
from secc.syntax.faults import Faults
from secc.syntax.lines import Line, character_faults, lines_of
from secc.syntax.scanner import Scanner
from secc.syntax.tree import (
    AttributeLine,
    CommentLine,
    HeaderLine,
    ParagraphHead,
    QuotationHead,
    SyntaxBlock,
    SyntaxTree,
    TextHead,
)
from secc.syntax.whole import QuotedLines, Scanned

NESTING_LIMIT = 12
"""How many levels of indentation a provision may have."""
QUOTATION_LIMIT = 4
"""How deep quotations may stand in one another."""


class Parsed(Struct, frozen=True):
    """A file's tree, and what is wrong with it."""

    tree: SyntaxTree
    findings: tuple[Diagnostic, ...]


def parse(source: Source) -> Parsed:
    """The syntax tree of a file. Linear in its length; never raises on any text."""
    found = Faults(source)
    scanner = Scanner(source.text, lines_of(source.text), found)
    header = scanner.header()
    stream = _Stream(found, "document")
    stream.take("HEADER", 0, header or HeaderLine(Span(0, 0), "section", "", ()))
    parts, closing = _feed(stream, source.text, scanner, found, depth=0)
    attributes = parts[1]
    assert isinstance(attributes, tuple)
    character_faults(source, found)
    return Parsed(SyntaxTree(header, attributes, _blocks(parts[2:]), closing), tuple(found.found))


def parse_fragment(source: Source) -> Parsed:
    """The syntax tree of blocks without a header, such as the words that an instrument inserts."""
    found = Faults(source)
    blocks, closing = _fragment(source.text, lines_of(source.text), found, depth=0)
    character_faults(source, found)
    return Parsed(SyntaxTree(None, (), blocks, closing), tuple(found.found))


_Blocks = tuple[SyntaxBlock, ...]
_Comments = tuple[CommentLine, ...]


def _fragment(text: str, lines: Sequence[Line], found: Faults, depth: int) -> tuple[_Blocks, _Comments]:
    parts, closing = _feed(_Stream(found, "fragment"), text, Scanner(text, lines, found), found, depth)
    return _blocks(parts), closing


def _blocks(parts: Sequence[object]) -> _Blocks:
    return tuple(part for part in parts if isinstance(part, SyntaxBlock))


def _feed(stream: "_Stream", text: str, scanner: Scanner, found: Faults, depth: int) -> tuple[list[object], _Comments]:
    """Feed every block, each with the comments above it, and return the parts of the start rule and what is left."""
    waiting: list[CommentLine] = []
    for made in scanner.blocks():
        if isinstance(made, CommentLine):
            waiting.append(made)
            continue
        if isinstance(made, QuotedLines):
            made = _quotation(made, text, found, depth)
        head = made.head
        if waiting and not isinstance(head, AttributeLine):
            head = replace(head, comments=tuple(waiting))
            waiting.clear()
        stream.take(made.token, made.column, head)
    return stream.finish(), tuple(waiting)


def _quotation(quoted: QuotedLines, text: str, found: Faults, depth: int) -> Scanned:
    if depth >= QUOTATION_LIMIT:
        found.add(quoted.span, faults.nested_quotations(QUOTATION_LIMIT))
        words = tuple(end for line in quoted.lines for end in (line.start, line.end) if line.start < line.end)
        return Scanned("TEXT", quoted.column, TextHead(quoted.span, words))
    blocks, closing = _fragment(text, quoted.lines, found, depth + 1)
    return Scanned("QUOTATION", quoted.column, QuotationHead(quoted.span, blocks, closing))


_INDENT, _DEDENT = token("INDENT", None), token("DEDENT", None)


class _Level(Struct):
    """A level of indentation; `dropped` where the grammar allows none, and what stands there goes one level up."""

    column: int
    dropped: bool


class _Stream:
    """Feeds blocks to the grammar with the INDENT and DEDENT between them, and mends what it does not allow."""

    def __init__(self, found: Faults, start: str) -> None:
        self._faults = found
        self._parser: InteractiveParser = parser_of(start)
        self._levels = [_Level(0, dropped=False)]
        self._too_deep = False
        self._above = ""  # the name of the latest token

    def take(self, name: str, column: int, head: object) -> None:
        """Feed a block, with the INDENT or the DEDENTs before it."""
        made = token(name, head)
        levels = self._levels
        while column < levels[-1].column:
            if column > levels[-2].column:
                levels[-1].column = column
                self._faults.add(made.value.span, faults.ragged_indent(_named(self._above)))
            else:
                self._leave()
        if column > levels[-1].column:
            self._deepen(column, made)
        self._block(made)
        self._above = name

    def finish(self) -> list[object]:
        """Close every level and return the parts of the start rule."""
        while len(self._levels) > 1:
            self._leave()
        parts = self._parser.feed_token(token("$END", None))
        assert isinstance(parts, list)
        return parts

    def _leave(self) -> None:
        if not self._levels.pop().dropped:
            self._parser.feed_token(_DEDENT)

    def _deepen(self, column: int, made: Token) -> None:
        level = _Level(column, dropped=len(self._levels) > NESTING_LIMIT)
        self._levels.append(level)
        if level.dropped:
            if not self._too_deep:
                self._faults.add(made.value.span, faults.too_deep(NESTING_LIMIT))
            self._too_deep = True
            return
        try:
            self._parser.feed_token(_INDENT)
        except UnexpectedInput:
            level.dropped = True
            self._faults.add(made.value.span, faults.misplaced_indent(_named(self._above)))

    def _block(self, made: Token) -> None:
        """Feed a block. A labelled paragraph at the margin below a clause is reported and kept as text."""
        try:
            self._parser.feed_token(made)
        except UnexpectedInput:
            head = made.value
            if not isinstance(head, ParagraphHead):  # the grammar has every other block wherever the scanner finds it
                raise
            self._faults.add(head.span, faults.stray_paragraph(head.written))
            self._parser.feed_token(token("TEXT", _as_text(head)))


def _as_text(head: ParagraphHead) -> TextHead:
    label = (head.span.start, head.span.start + len(head.written))
    return TextHead(head.span, (*label, *head.words), comments=head.comments)


def _named(name: str) -> str:
    return _NAMES.get(name, "what is above it")


_NAMES = {
    "ANNEX": "the heading of an annex",
    "DOCUMENT": "the heading of an inner document",
    "PART": "the heading of a part",
    "PARAGRAPH": "the paragraph above it",
    "BULLET": "the bullet above it",
    "DEFINE": "the definition above it",
    "TEXT": "the words above it",
    "HEADING": "a heading",
    "TABLE": "a table",
    "FORMULA": "a formula",
    "FIGURE": "a figure",
    "CODE": "a block of code",
    "ATTACHMENT": "an attachment",
    "NOTE": "a note",
    "FOOTNOTE": "a footnote",
    "QUOTATION": "a quotation",
    "HEADER": "the first line of the document",
    "ATTRIBUTE": "the first lines of the document",
}

"""Blocks to syntax tree, by the LALR grammar of grammar/document.lark, going on after each error.

After `parse` every word of the file stands in the tree, errors or not.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from lark import Lark, Token, Transformer, UnexpectedInput
from lark.lexer import Lexer
from lark.parsers.lalr_interactive_parser import InteractiveParser
from msgspec import Struct

from secc.diagnostics import Diagnostic, Severity
from secc.source import Source, Span
from secc.syntax import grammar
from secc.syntax.lines import SYNTAX, Line, lines_of, refused_characters
from secc.syntax.scanner import QuotedLines, Scanned, Scanner
from secc.syntax.tree import (
    AttributeLine,
    HeaderLine,
    HeadingHead,
    ParagraphHead,
    QuotationHead,
    SyntaxBlock,
    SyntaxTree,
    TextHead,
)

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
    parsing = _Parsing(source)
    tree = parsing.document()
    return Parsed(tree, (*parsing.findings, *refused_characters(source)))


def parse_fragment(source: Source) -> Parsed:
    """The syntax tree of blocks without a header, such as the words that an instrument inserts."""
    parsing = _Parsing(source)
    tree = SyntaxTree(None, (), parsing.fragment(lines_of(source.text), depth=0))
    return Parsed(tree, (*parsing.findings, *refused_characters(source)))


class _NoLexer(Lexer):
    """Stands where Lark wants a lexer: tokens are fed by hand."""

    def __init__(self, lexer_conf: object) -> None:
        pass

    def lex(self, data: object) -> Iterator[Token]:
        yield from ()


class _Builder(Transformer[Token, object]):
    """Makes syntax blocks as the grammar's rules are recognised."""

    def document(self, parts: Sequence[object]) -> list[object]:
        return list(parts)

    fragment = document

    def attributes(self, parts: Sequence[object]) -> tuple[AttributeLine, ...]:
        return tuple(part for part in map(_head, parts) if isinstance(part, AttributeLine))

    def clause(self, parts: Sequence[object]) -> SyntaxBlock:
        head = _head(parts[0])
        assert not isinstance(head, AttributeLine)
        return SyntaxBlock(head, tuple(part for part in parts[1:] if type(part) is SyntaxBlock))

    paragraph = bullet = definition = text = leaf = sub_section = clause

    def annex(self, parts: Sequence[object]) -> SyntaxBlock:
        head, attributes = _head(parts[0]), parts[1]
        assert isinstance(head, HeaderLine)
        assert isinstance(attributes, tuple)
        return SyntaxBlock(head, tuple(part for part in parts[2:] if type(part) is SyntaxBlock), attributes)

    inner_document = part = annex


def _head(part: object) -> "object":
    return part.value if isinstance(part, Token) else part


@lru_cache(maxsize=1)
def _lark() -> Lark:
    return Lark(
        grammar.text("document"),
        parser="lalr",
        lexer=_NoLexer,
        transformer=_Builder(),
        start=["document", "fragment"],
        maybe_placeholders=False,
    )


def _token(name: str, head: object) -> Token:
    token = Token(name, "")
    token.value = head
    return token


class _Parsing:
    """One file under way."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self.findings: list[Diagnostic] = []

    def document(self) -> SyntaxTree:
        scanner = Scanner(self._source, lines_of(self._source.text))
        header = scanner.header()
        head = header.head if header is not None else HeaderLine(Span(0, 0), "section", "", ())
        assert isinstance(head, HeaderLine)
        parts = self._feed("document", scanner, [_token("HEADER", head)], depth=0)
        attributes = parts[1]
        assert isinstance(attributes, tuple)
        blocks = tuple(part for part in parts[2:] if isinstance(part, SyntaxBlock))
        return SyntaxTree(head if header is not None else None, attributes, blocks)

    def fragment(self, lines: Sequence[Line], depth: int) -> tuple[SyntaxBlock, ...]:
        parts = self._feed("fragment", Scanner(self._source, lines), [], depth)
        return tuple(part for part in parts if isinstance(part, SyntaxBlock))

    def _feed(self, start: str, scanner: Scanner, opening: Iterable[Token], depth: int) -> list[object]:
        stream = _Feeding(self, _lark().parse_interactive(start=start))
        for token in opening:
            stream.feed(token)
        waiting: list[Token] = []  # comments take the column of the block below them
        for scanned in scanner.blocks():
            if isinstance(scanned, Scanned):
                column, token = scanned.column, _token(scanned.token, scanned.head)
                if column < 0:
                    waiting.append(token)
                    continue
            else:
                column, token = scanned[0], self._quotation(scanned[1], depth)
            stream.indent(column, token)
            for comment in waiting:
                stream.feed(comment)
            waiting.clear()
            stream.block(token)
        parts = stream.finish(waiting)
        self.findings += scanner.findings
        return parts

    def _quotation(self, quoted: QuotedLines, depth: int) -> Token:
        if depth >= QUOTATION_LIMIT:
            self.find(
                quoted.span,
                f"quotations stand in one another more than {QUOTATION_LIMIT} deep",
                "the marks `>` of this line",
                "take one level of `>` away",
            )
            words = tuple(end for line in quoted.lines for end in (line.start, line.end) if line.start < line.end)
            return _token("TEXT", TextHead(quoted.span, words))
        return _token("QUOTATION", QuotationHead(quoted.span, self.fragment(quoted.lines, depth + 1)))

    def find(self, span: Span, headline: str, label: str, help_: str) -> None:
        """Note an error of the file."""
        self.findings.append(
            Diagnostic(
                rule=SYNTAX,
                severity=Severity.ERROR,
                headline=headline,
                path=self._source.path,
                span=span,
                label=label,
                helps=(help_,),
            )
        )


class _Feeding:
    """Feeds tokens with the INDENT and DEDENT between them, and mends what the grammar does not allow."""

    def __init__(self, parsing: _Parsing, parser: InteractiveParser) -> None:
        self._parsing = parsing
        self._parser = parser
        self._columns = [0]
        self._dropped: set[int] = set()  # columns whose INDENT the grammar did not allow
        self._too_deep = False
        self._last: Token | None = None

    def feed(self, token: Token) -> None:
        """Feed a token that the grammar is known to allow, or report it and go on without it."""
        try:
            self._parser.feed_token(token)
        except UnexpectedInput:
            self._report(token)

    def indent(self, column: int, token: Token) -> None:
        """Feed the INDENT or the DEDENTs before a block at this column."""
        columns = self._columns
        while column < columns[-1]:
            left = columns.pop()
            if left in self._dropped:
                self._dropped.discard(left)
            else:
                self._parser.feed_token(_token("DEDENT", None))
        if column > columns[-1]:
            self._deepen(column, token)

    def _deepen(self, column: int, token: Token) -> None:
        self._columns.append(column)
        if len(self._columns) > NESTING_LIMIT + 1:
            self._dropped.add(column)
            if not self._too_deep:
                self._too_deep = True
                self._parsing.find(
                    token.value.span,
                    f"this stands more than {NESTING_LIMIT} levels deep",
                    "too deep",
                    "move it out: a provision so deep cannot be cited",
                )
            return
        try:
            self._parser.feed_token(_token("INDENT", None))
        except UnexpectedInput:
            self._dropped.add(column)
            self._misplaced_indent(token)

    def _misplaced_indent(self, token: Token) -> None:
        above = self._last
        name = _NAMES.get(above.type, "that") if above is not None else "the start of the document"
        self._parsing.find(
            token.value.span,
            f"this is indented below {name}, in which nothing can stand",
            "indented",
            "set it at the indentation of the provision that it belongs to",
        )

    def block(self, token: Token) -> None:
        """Feed a block; what may not stand here is reported and kept as text."""
        try:
            self._parser.feed_token(token)
        except UnexpectedInput:
            self._report(token)
            if isinstance(token.value, ParagraphHead):
                head = TextHead(token.value.span, _words_with_label(token.value))
                self._parser.feed_token(_token("TEXT", head))
            elif isinstance(token.value, HeaderLine):
                self._parser.feed_token(_token("HEADING", HeadingHead(token.value.span, 1, token.value.title)))
        self._last = token

    def finish(self, comments: Sequence[Token]) -> list[object]:
        """Close every level and return the parts of the start rule."""
        self.indent(0, _token("TEXT", TextHead(Span(0, 0), ())))
        for comment in comments:
            self.feed(comment)
        parts = self._parser.feed_eof()
        assert isinstance(parts, list)
        return parts

    def _report(self, token: Token) -> None:
        head = token.value
        if isinstance(head, ParagraphHead):
            self._parsing.find(
                head.span,
                f"paragraph {head.written} stands at the margin below a clause",
                "belongs to no clause",
                "indent it by two spaces so that it stands in the clause above it",
            )
            return
        self._parsing.find(
            head.span,
            f"{_NAMES.get(token.type, 'this')} cannot stand here",
            "not here",
            "move it below the heading of the part that it belongs to",
        )


def _words_with_label(head: ParagraphHead) -> tuple[int, ...]:
    label = (head.span.start, head.span.start + len(head.written))
    return (*label, *head.words)


_NAMES = {
    "ANNEX": "an annex",
    "DOCUMENT": "an inner document",
    "PART": "a part",
    "SUBSECTION": "a sub-section",
    "CLAUSE": "a clause",
    "HEADING": "a heading",
    "TABLE": "a table",
    "FORMULA": "a formula",
    "FIGURE": "a figure",
    "CODE": "a block of code",
    "ATTACHMENT": "an attachment",
    "NOTE": "a note",
    "FOOTNOTE": "a footnote",
    "QUOTATION": "a quotation",
    "COMMENT": "a comment",
    "HEADER": "the header",
}

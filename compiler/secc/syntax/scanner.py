"""The lexer: lines become blocks, each with its column, one token for each.

A block's first logical line runs over the lines below it until a blank line or a line that begins something else.
What may stand where is not decided here but by grammar/document.lark.
"""

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from secc.diagnostics import Diagnostic, Severity
from secc.source import Source, Span
from secc.syntax import patterns
from secc.syntax.labels import follows, is_first
from secc.syntax.lines import SYNTAX, Line, inner_line
from secc.syntax.tree import (
    AnyHead,
    AttachmentHead,
    AttributeLine,
    BulletHead,
    ClauseHead,
    CodeHead,
    CommentHead,
    DefinitionHead,
    FigureHead,
    FootnoteHead,
    FormulaHead,
    HeaderLine,
    HeadingHead,
    NoteHead,
    ParagraphHead,
    SubSectionHead,
    TableHead,
    TextHead,
    Words,
)

# What is wrong, what stands under the mark, what to do.
_UNNUMBERED = (
    "this heading has no number",
    "`#` is for a numbered sub-section",
    'write its number first ("# H14 Testing Services"), or use `##` for a heading without a number',
)
_INDENTED_SUB_SECTION = (
    "this sub-section is indented",
    "a sub-section stands at the margin",
    "delete the spaces before it",
)
_ATTACHMENT_FORM = (
    "this attachment does not say its file and title",
    "a path, then the title in quotes",
    'write it as: attachment: figures/devices.xlsx "Annex A, version 12.4"',
)
_REASON = (
    "this suppression gives no reason",
    "the reason is missing",
    "say why after a colon: // allow dangling-reference: inserted by MP162",
)
_NO_TABLE = (
    "this caption has no table below it",
    "no table follows",
    "put the table, each row beginning with |, below the caption",
)
_OPEN_FORMULA = (
    "this formula does not end",
    "begins here",
    "close it with $$ before the next blank line",
)
_OPEN_CODE = (
    "this block of code does not end",
    "begins here",
    "close it with ``` on a line of its own",
)
_COMMENT_INSIDE = (
    "a comment stands inside this sentence",
    "the sentence goes on here",
    "move the comment above the provision",
)
_NO_HEADER = (
    "this file does not say which document it is",
    "the first line",
    'begin the file with its kind, label and title, as in "section H: DCC Services"',
)


class Scanned(Struct, frozen=True, gc=False):
    """A block as scanned: the name of its token in document.lark, its column, and its head."""

    token: str
    column: int
    head: AnyHead | AttributeLine


class QuotedLines(Struct, frozen=True):
    """The lines of a quotation, without their marks, waiting to be parsed."""

    span: Span
    lines: tuple[Line, ...]


Runs = Callable[[Span, Words], AnyHead]
"""Makes a head once the last of its run-on lines is known."""


class _Open(Struct):
    """A block whose words may run on."""

    token: str
    column: int
    start: int
    words: list[int]
    make: Runs
    label: str = ""


class Scanner:
    """Reads the lines of one file or quotation. `findings` fills as `blocks()` is drawn."""

    def __init__(self, source: Source, lines: Sequence[Line]) -> None:
        self._source = source
        self._text = source.text
        self._lines = lines
        self._attributes_follow = False
        self._at = 0
        self._open: _Open | None = None
        self._begins = True  # whether a label or keyword at the margin begins something here
        self._broken: _Open | None = None  # the sentence that a comment has just interrupted
        self._siblings: dict[int, str] = {}  # column -> label of the latest paragraph there
        self.findings: list[Diagnostic] = []
        self._starters: dict[str, Callable[[Line], Scanned | None]] = {
            "#": self._heading,
            "|": self._table,
            "$": self._formula,
            "`": self._code,
            "!": self._figure,
            "/": self._comment,
            "-": self._bullet,
            "[": self._footnote,
            "(": self._paragraph,
            "t": self._captioned,
            "n": self._note,
            "d": self._define,
            "a": self._attachment,
        }

    def blocks(self) -> "Iterator[Scanned | tuple[int, QuotedLines]]":
        """Every block in order; a quotation as its column and lines."""
        while self._at < len(self._lines):
            line = self._lines[self._at]
            self._at += 1
            if line.start == line.end:
                yield from self._close()
                self._begins, self._broken, self._attributes_follow = True, None, False
            elif self._attributes_follow and (attribute := self._attribute(line)):
                yield attribute
            else:
                yield from self._read(line)
        yield from self._close()

    def header(self) -> Scanned | None:
        """The header line of a whole file; call it before `blocks()`. Comments may stand above it."""
        while self._at < len(self._lines):
            line = self._lines[self._at]
            if line.start < line.end:
                break
            self._at += 1
        else:
            self._find(Span(0, min(1, len(self._text))), *_NO_HEADER)
            return None
        found = patterns.HEADER.match(self._text, line.start, line.end)
        if found is None or line.column:
            self._find(Span(line.start, line.end), *_NO_HEADER)
            return None
        self._at += 1
        self._attributes_follow = True
        title = self._words(found.end(), line.end)
        return Scanned("HEADER", 0, HeaderLine(Span(line.start, line.end), found["keyword"], found["label"], title))

    def _attribute(self, line: Line) -> Scanned | None:
        found = patterns.ATTRIBUTE.match(self._text, line.start, line.end)
        if found is None or line.column:
            self._attributes_follow = False
            return None
        head = AttributeLine(Span(line.start, line.end), found["key"], found["value"].strip())
        return Scanned("ATTRIBUTE", 0, head)

    def _read(self, line: Line) -> "Iterator[Scanned | tuple[int, QuotedLines]]":
        if self._text[line.start] == ">":
            yield from self._close()
            yield self._quotation(line)
            return
        before = self._open
        block = self._starts(line)
        if block is None and self._open is before:
            self._run_on(line)
        elif before is not None:
            yield self._finished(before)
            self._open = None if self._open is before else self._open
        if block is not None:
            yield block
            self._begins = True

    def _starts(self, line: Line) -> Scanned | None:
        """The block that begins and ends at this line; or a new open one, in `_open`; or nothing: the line runs on."""
        first = self._text[line.start]
        at_margin = line.column == 0
        if at_margin and not self._begins and first not in "#|$`!/-[(":
            return None
        starter = self._starters.get(first)
        if starter is not None:
            before = self._open
            block = starter(line)
            if block is not None or self._open is not before:
                return block
        if at_margin:
            return self._at_margin(line)
        return self._paragraph(line) if first.islower() else None

    def _at_margin(self, line: Line) -> Scanned | None:
        """A clause, division or lettered paragraph at the margin."""
        if not self._begins:
            return None
        text = self._text
        if clause := patterns.CLAUSE.match(text, line.start, line.end):
            label = clause["label"]
            self._begin("CLAUSE", line, clause.end(), lambda span, words: ClauseHead(span, label, words))
            self._siblings.clear()
            return None
        if division := patterns.DIVISION.match(text, line.start, line.end):
            keyword = division["keyword"] or division["document"]
            title = self._words(division.end(), line.end)
            self._attributes_follow = True
            head = HeaderLine(Span(line.start, line.end), keyword, division["label"] or "", title)
            self._siblings.clear()
            return Scanned(keyword.upper(), 0, head)
        return self._paragraph(line) if text[line.start].islower() else None

    # Each of the following returns a whole block, or opens one whose words may run on, or returns None and opens none.

    def _heading(self, line: Line) -> Scanned | None:
        found = patterns.HEADING.match(self._text, line.start, line.end)
        if found is None:
            return None
        span = Span(line.start, line.end)
        if len(found["marks"]) > 1:
            return Scanned(
                "HEADING", line.column, HeadingHead(span, len(found["marks"]) - 1, self._words(found.end(), line.end))
            )
        numbered = patterns.SUB_SECTION.match(self._text, line.start, line.end)
        if numbered is None or line.column:
            self._find(span, *_UNNUMBERED if numbered is None else _INDENTED_SUB_SECTION)
            return Scanned("HEADING", line.column, HeadingHead(span, 1, self._words(found.end(), line.end)))
        self._siblings.clear()
        head = SubSectionHead(span, numbered["label"], self._words(numbered.end(), line.end))
        return Scanned("SUBSECTION", 0, head)

    def _paragraph(self, line: Line) -> None:
        found = patterns.PARAGRAPH.match(self._text, line.start, line.end)
        if found is None:
            return
        written = found["written"]
        label = written.strip("().")
        if written[0] != "(" and not self._letter_stands(label, line.column):
            return
        if self._open is not None:
            self._check_interruption(line, label, written)
        self._begin("PARAGRAPH", line, found.end(), lambda span, words: ParagraphHead(span, written, words))
        for column in [column for column in self._siblings if column > line.column]:
            del self._siblings[column]
        self._siblings[line.column] = label

    def _letter_stands(self, label: str, column: int) -> bool:
        """Whether `a.` is a label here and not the end of a sentence: it begins a list or goes on with one."""
        previous = self._siblings.get(column)
        return is_first(label) or (previous is not None and follows(label, previous))

    def _check_interruption(self, line: Line, label: str, written: str) -> None:
        """A label that interrupts a sentence and is not the next of its list could be read in two ways."""
        before = self._open
        if before is None or self._ends_for_list(before):
            return
        previous = self._siblings.get(line.column)
        deeper = line.column > before.column
        if (deeper and is_first(label)) or (previous is not None and follows(label, previous)):
            return
        self._find(
            Span(line.start, line.start + len(written)),
            f"this line begins with {written}: a new paragraph, or the middle of a sentence?",
            f"the line above does not end, and {written} is not the next of a list here",
            f"for a paragraph, put a blank line above it; for words of the sentence, write \\{written} or join the lines",
        )

    def _ends_for_list(self, block: _Open) -> bool:
        if not block.words:
            return True
        words = self._text[block.words[-2] : block.words[-1]].rstrip()
        return not words or words[-1] in ":;.,—–-" or words.rsplit(None, 1)[-1] in ("and", "or", "but")

    def _bullet(self, line: Line) -> None:
        if self._text[line.start + 1 : line.start + 2] in (" ", "\t", "\u00a0"):
            self._begin("BULLET", line, line.start + 1, BulletHead)

    def _note(self, line: Line) -> None:
        keyword = patterns.KEYWORD.match(self._text, line.start, line.end)
        if keyword is not None and keyword["keyword"] == "note":
            self._begin("NOTE", line, keyword.end(), NoteHead)

    def _define(self, line: Line) -> None:
        keyword = patterns.KEYWORD.match(self._text, line.start, line.end)
        if keyword is not None and keyword["define"]:
            self._begin("DEFINE", line, keyword.end(), DefinitionHead)

    def _footnote(self, line: Line) -> None:
        if found := patterns.FOOTNOTE.match(self._text, line.start, line.end):
            label = found["label"]
            self._begin("FOOTNOTE", line, found.end(), lambda span, words: FootnoteHead(span, label, words))

    def _attachment(self, line: Line) -> Scanned | None:
        keyword = patterns.KEYWORD.match(self._text, line.start, line.end)
        if keyword is None or keyword["keyword"] != "attachment":
            return None
        found = patterns.ATTACHMENT.match(self._text, line.start, line.end)
        span = Span(line.start, line.end)
        if found is None:
            self._find(span, *_ATTACHMENT_FORM)
            return Scanned("TEXT", line.column, TextHead(span, (line.start, line.end)))
        return Scanned("ATTACHMENT", line.column, AttachmentHead(span, found["path"], found["title"] or ""))

    def _figure(self, line: Line) -> Scanned | None:
        found = patterns.FIGURE.match(self._text, line.start, line.end)
        if found is None or self._open is not None:
            return None
        return Scanned("FIGURE", line.column, FigureHead(Span(line.start, line.end), found["alt"], found["path"]))

    def _comment(self, line: Line) -> Scanned | None:
        if not self._text.startswith("//", line.start):
            return None
        span = Span(line.start, line.end)
        self._broken = self._open or self._broken
        text = self._text[line.start + 2 : line.end].strip()
        allow = patterns.SUPPRESSION.match(self._text, line.start, line.end)
        if allow is not None and allow["reason"] is None:
            self._find(span, *_REASON)
        if allow is None or allow["reason"] is None:
            return Scanned("COMMENT", -1, CommentHead(span, text))
        return Scanned("COMMENT", -1, CommentHead(span, text, allow["rule"], allow["reason"]))

    def _captioned(self, line: Line) -> Scanned | None:
        keyword = patterns.KEYWORD.match(self._text, line.start, line.end)
        if keyword is None or keyword["keyword"] != "table":
            return None
        caption = self._words(keyword.end(), line.end)
        while self._at < len(self._lines) and self._lines[self._at].start == self._lines[self._at].end:
            self._at += 1
        below = self._lines[self._at] if self._at < len(self._lines) else None
        if below is None or self._text[below.start] != "|":
            self._find(Span(line.start, line.end), *_NO_TABLE)
            return Scanned("TEXT", line.column, TextHead(Span(line.start, line.end), caption))
        self._at += 1
        return self._rows(below, caption, line)

    def _table(self, line: Line) -> Scanned:
        return self._rows(line, (), line)

    def _rows(self, first: Line, caption: Words, opening: Line) -> Scanned:
        rows: list[tuple[Words, ...]] = []
        rule, last = 0, first
        for row in self._lines_while("|", first):
            cells = tuple(self._cells(row))
            if not rule and rows and all(patterns.RULE_CELL.fullmatch(self._text, *cell) for cell in cells if cell):
                rule = len(rows)
            else:
                rows.append(cells)
            last = row
        head = TableHead(Span(opening.start, last.end), caption, tuple(rows), rule)
        return Scanned("TABLE", opening.column, head)

    def _lines_while(self, mark: str, first: Line) -> Iterator[Line]:
        yield first
        while self._at < len(self._lines):
            line = self._lines[self._at]
            if line.start == line.end or self._text[line.start] != mark:
                return
            self._at += 1
            yield line

    def _cells(self, row: Line) -> Iterator[Words]:
        start = row.start + 1
        for bar in patterns.BAR.finditer(self._text, start, row.end):
            yield self._words(start, bar.start())
            start = bar.end()
        if self._text[start : row.end].strip():
            yield self._words(start, row.end)

    def _formula(self, line: Line) -> Scanned | None:
        text = self._text
        if not text.startswith("$$", line.start):
            return None
        if line.end - line.start > 4 and text.endswith("$$", line.start, line.end):
            words = self._words(line.start + 2, line.end - 2)
            return Scanned("FORMULA", line.column, FormulaHead(Span(line.start, line.end), words))
        inside = list(self._words(line.start + 2, line.end))
        for ahead in range(self._at, len(self._lines)):
            each = self._lines[ahead]
            if each.start == each.end:
                break
            closes = text.endswith("$$", each.start, each.end)
            inside += self._words(each.start, each.end - 2 if closes else each.end)
            if closes:
                self._at = ahead + 1
                return Scanned("FORMULA", line.column, FormulaHead(Span(line.start, each.end), tuple(inside)))
        self._find(Span(line.start, line.start + 2), *_OPEN_FORMULA)
        return None

    def _code(self, line: Line) -> Scanned | None:
        found = patterns.FENCE.match(self._text, line.start, line.end)
        if found is None:
            return None
        inside: list[str] = []
        for ahead in range(self._at, len(self._lines)):
            each = self._lines[ahead]
            if self._text[each.start : each.end] == "```":
                self._at = ahead + 1
                head = CodeHead(Span(line.start, each.end), found["language"], tuple(inside))
                return Scanned("CODE", line.column, head)
            inside.append(self._code_line(line.column, each))
        self._find(Span(line.start, line.end), *_OPEN_CODE)
        return None

    def _code_line(self, column: int, line: Line) -> str:
        return " " * max(0, line.column - column) + self._text[line.start : line.end]

    def _quotation(self, first: Line) -> tuple[int, QuotedLines]:
        lines = tuple(self._lines_while(">", first))
        inner = tuple(inner_line(self._text, line) for line in lines)
        self._begins = True
        return first.column, QuotedLines(Span(first.start, lines[-1].end), inner)

    # Blocks whose words run on

    def _begin(self, token: str, line: Line, after: int, make: Runs) -> None:
        self._open = _Open(token, line.column, line.start, list(self._words(after, line.end)), make)
        self._begins, self._broken = False, None

    def _run_on(self, line: Line) -> None:
        if self._open is not None:
            self._open.words += (line.start, line.end)
        elif self._broken is not None:
            self._find(Span(line.start, line.end), *_COMMENT_INSIDE)
            self._begin("TEXT", line, line.start, TextHead)
        else:
            self._begin("TEXT", line, line.start, TextHead)

    def _close(self) -> Iterator[Scanned]:
        if self._open is not None:
            yield self._finished(self._open)
            self._open = None

    def _finished(self, block: _Open) -> Scanned:
        end = block.words[-1] if block.words else block.start + 1
        return Scanned(
            block.token, block.column, block.make(Span(block.start, max(end, block.start + 1)), tuple(block.words))
        )

    def _words(self, start: int, end: int) -> Words:
        """The stretch without the blanks around it; nothing where it is blank."""
        piece = self._text[start:end]
        stripped = piece.strip(" \t\u00a0")
        if not stripped:
            return ()
        start += piece.index(stripped[0])
        return (start, start + len(stripped))

    def _find(self, span: Span, headline: str, label: str, help_: str) -> None:
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

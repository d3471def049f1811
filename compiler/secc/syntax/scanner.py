"""The lexer: lines become blocks, each with its column, one token for each.

A block's first logical line runs over the lines below it until a blank line or a line that begins something else.
What may stand where is not decided here but by grammar/document.lark.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from msgspec import Struct

from secc.source import Span
from secc.syntax import faults, label_faults, patterns, slips, whole
from secc.syntax.faults import Faults
from secc.syntax.header import Headers
from secc.syntax.labels import ends_for_list, ends_paragraph, follows, is_first, skips
from secc.syntax.lines import Line, Reader
from secc.syntax.tree import (
    AnyHead,
    BulletHead,
    ClauseHead,
    CommentLine,
    DefinitionHead,
    FootnoteHead,
    HeaderLine,
    HeadingHead,
    NoteHead,
    ParagraphHead,
    SubSectionHead,
    TextHead,
    Words,
)
from secc.syntax.whole import QuotedLines, Scanned

_Made: TypeAlias = Scanned | QuotedLines | CommentLine

_ANYWHERE = "#|$`!/-[("
"""With one of these a line may begin something even in the middle of a sentence at the margin."""


class _Open(Struct):
    """A block whose words may run on, from the end of its label (`after`); `make` makes its head when all are known."""

    token: str
    column: int
    start: int
    after: int
    words: list[int]
    make: Callable[[Span, Words], AnyHead]


class Scanner:
    """Reads the lines of one file or quotation."""

    def __init__(self, text: str, lines: Sequence[Line], found: Faults) -> None:
        self._text = text
        self._reader = Reader(text, lines, found)
        self._faults = found
        self._headers = Headers(self._reader)
        self._open: _Open | None = None
        self._begins = True  # whether a label or keyword at the margin begins something here
        self._broken = False  # whether a comment has just interrupted a sentence
        self._labels: dict[int, str] = {}  # column -> label of the latest paragraph of the list there
        self._starters: dict[str, Callable[[Line], _Made | None]] = {
            "#": self._heading,
            "|": lambda line: whole.table(self._reader, line),
            "$": lambda line: whole.formula(self._reader, line),
            "`": lambda line: whole.code(self._reader, line),
            "!": self._figure,
            "/": self._comment,
            "-": self._bullet,
            "[": self._footnote,
            "(": self._paragraph,
            "t": lambda line: whole.captioned_table(self._reader, line),
            "n": self._note,
            "d": self._define,
            "a": lambda line: whole.attachment(self._reader, line),
        }

    def header(self) -> HeaderLine | None:
        """The header line of a whole file; call it before `blocks()`. Comments and blank lines may stand above it."""
        return self._headers.of_file()

    def blocks(self) -> Iterator[_Made]:
        """Every block in order, and every comment."""
        yield from self._headers.above
        reader = self._reader
        lines = reader.lines
        while reader.at < len(lines):
            line = lines[reader.at]
            reader.at += 1
            if line.start == line.end:
                if self._open is not None:
                    yield self._finished()
                self._begins, self._broken, self._headers.open = True, False, False
            elif self._headers.open and (attribute := self._headers.attribute(line)):
                yield attribute
            else:
                yield from self._read(line)
        if self._open is not None:
            yield self._finished()

    def _read(self, line: Line) -> Iterator[_Made]:
        if self._text[line.start] == ">":
            if self._open is not None:
                yield self._finished()
            self._leave(line.column)
            yield whole.quotation(self._reader, line)
            self._begins = True
            return
        before = self._open
        made = self._starts(line)
        if made is None and self._open is before:
            self._run_on(line)
        elif before is not None:
            opened = self._open
            self._open = before
            yield self._finished()
            self._open = None if opened is before else opened
        if made is not None:
            if isinstance(made, Scanned):
                self._leave(made.column)
            yield made
            self._begins = True

    def _starts(self, line: Line) -> _Made | None:
        """The block that begins and ends at this line; or a new open one, in `_open`; or nothing: the line runs on."""
        first = self._text[line.start]
        at_margin = line.column == 0
        if at_margin and not self._begins and first not in _ANYWHERE:
            return None
        starter = self._starters.get(first)
        if starter is not None:
            before = self._open
            made = starter(line)
            if made is not None or self._open is not before:
                return made
        if at_margin and self._begins:
            return self._at_margin(line)
        if first.islower():
            self._paragraph(line)
        return None

    def _at_margin(self, line: Line) -> Scanned | None:
        """A clause, division or lettered paragraph at the margin."""
        text = self._text
        if clause := patterns.CLAUSE.match(text, line.start, line.end):
            label = clause["label"]
            self._begin("CLAUSE", line, clause.end(), lambda span, words: ClauseHead(span, label, words))
            self._labels.clear()
            return None
        if division := self._headers.of_division(line):
            self._labels.clear()
            return division
        if text[line.start].islower():
            self._paragraph(line)
        return None

    # Each of the following returns a whole block, or opens one whose words may run on, or returns None and opens none.

    def _heading(self, line: Line) -> Scanned | None:
        found = patterns.HEADING.match(self._text, line.start, line.end)
        span = Span(line.start, line.end)
        if found is None:
            if patterns.NEAR_HEADING.match(self._text, line.start, line.end):
                self._faults.add(span, label_faults.HEADING_WITHOUT_SPACE)
            return None
        level = len(found["marks"]) - 1
        numbered = patterns.SUB_SECTION.match(self._text, line.start, line.end)
        if level or numbered is None or line.column:
            if not level:
                self._faults.add(
                    span, label_faults.UNNUMBERED if numbered is None else label_faults.INDENTED_SUB_SECTION
                )
            words = self._reader.words(found.end(), line.end)
            return Scanned("HEADING", line.column, HeadingHead(span, level or 1, words))
        self._labels.clear()
        head = SubSectionHead(span, numbered["label"], self._reader.words(numbered.end(), line.end))
        return Scanned("SUBSECTION", 0, head)

    def _figure(self, line: Line) -> Scanned | None:
        made = whole.figure(self._reader, line)
        if made is not None and self._open is not None:
            self._faults.add(made.head.span, faults.FIGURE_INSIDE)
        return made

    def _comment(self, line: Line) -> CommentLine | None:
        made = whole.comment(self._reader, line)
        self._broken = self._broken or (made is not None and self._open is not None)
        return made

    def _paragraph(self, line: Line) -> None:
        found = patterns.PARAGRAPH.match(self._text, line.start, line.end)
        if found is None:
            self._near_paragraph(line)
            return
        written = found["written"]
        label = written.strip("().")
        goes_on = follows(label, self._labels.get(line.column, ""))
        if written[0] != "(" and not (is_first(label) or goes_on or self._goes_on_after_gap(label, line)):
            if skips(label, self._labels.get(line.column, "")):
                self._faults.add(Span(line.start, line.start + len(written)), label_faults.interrupted(written))
            return  # the end of a sentence: neither begins a list nor goes on with one
        above = self._open
        first = above is not None and line.column > above.column and is_first(label)
        if above is not None and not (first or goes_on or ends_for_list(self._last_words(above))):
            self._faults.add(Span(line.start, line.start + len(written)), label_faults.interrupted(written))
        self._begin("PARAGRAPH", line, found.end(), lambda span, words: ParagraphHead(span, written, words))
        self._labels[line.column] = label

    def _goes_on_after_gap(self, label: str, line: Line) -> bool:
        """Whether a list goes on with this label, some having been left out; the words above have ended."""
        ended = self._open is None or ends_paragraph(self._last_words(self._open))
        return ended and skips(label, self._labels.get(line.column, ""))

    def _near_paragraph(self, line: Line) -> None:
        """A label that the drafter seems to have meant, but for the space after it."""
        two = patterns.TWO_LABELS.match(self._text, line.start, line.end)
        if two is not None and is_first(two["second"]) and self._may_begin(two["label"], line):
            self._faults.add(Span(*two.span("written")), label_faults.two_labels(two["label"], two["second"]))
        near = patterns.NEAR_PARAGRAPH.match(self._text, line.start, line.end)
        if near is None:
            return
        if is_first(near["label"]) or follows(near["label"], self._labels.get(line.column, "")):
            self._faults.add(Span(*near.span("written")), label_faults.run_together(near["written"]))

    def _may_begin(self, label: str, line: Line) -> bool:
        """Whether a paragraph with this label may begin here: the words above have ended, and it has a place."""
        ended = self._open is None or ends_for_list(self._last_words(self._open))
        return ended and (is_first(label) or follows(label, self._labels.get(line.column, "")))

    def _bullet(self, line: Line) -> None:
        if line.start + 1 == line.end or not self._text[line.start + 1].isspace():
            return
        above = self._open
        beside_words = above is not None and above.column == line.column and above.token != "BULLET"
        if above is not None and beside_words and not ends_for_list(self._last_words(above)):
            self._faults.add(Span(line.start, line.start + 1), label_faults.INTERRUPTED_BY_DASH)
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

    # Blocks whose words run on

    def _begin(self, token: str, line: Line, after: int, make: Callable[[Span, Words], AnyHead]) -> None:
        self._leave(line.column)
        self._open = _Open(token, line.column, line.start, after, list(self._reader.words(after, line.end)), make)
        self._begins = self._broken = False

    def _leave(self, column: int) -> None:
        """Forget the lists that stand deeper than a block which begins at this column."""
        if self._labels:
            for deeper in [each for each in self._labels if each > column]:
                del self._labels[deeper]

    def _run_on(self, line: Line) -> None:
        """A line that goes on with the open block, or begins unlabelled words."""
        start, words = line.start, self._text[line.start : line.end]
        plain = words[0] == "\\" and patterns.PLAIN_START.match(words) is not None
        start += plain
        if self._open is None:
            slip = slips.indented(words) if line.column else slips.at_margin(words)
            if self._broken:
                self._faults.add(Span(line.start, line.end), faults.COMMENT_INSIDE)
            self._begin("TEXT", line, start, TextHead)
        else:
            slip = slips.run_on(words, self._last_words(self._open), line.column)
            self._open.words += (start, line.end)
        if slip is not None:
            self._faults.add(Span(line.start, line.start + slip.length), slip.fault)

    def _finished(self) -> Scanned:
        """The open block, which ends here."""
        block = self._open
        assert block is not None
        self._open = None
        end = block.words[-1] if block.words else block.after
        head = block.make(Span(block.start, end), tuple(block.words))
        return Scanned(block.token, block.column, head)

    def _last_words(self, block: _Open) -> str:
        return self._text[block.words[-2] : block.words[-1]] if block.words else ""

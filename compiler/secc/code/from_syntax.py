"""Syntax tree to typed document: one file at a time, nothing looked up elsewhere.

After this pass every word of the file stands once in the `Document`, comments excepted.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable
from pathlib import PurePosixPath

from msgspec import Struct

from secc.code.model import (
    AnyBlock,
    Attachment,
    Attribute,
    Bullet,
    Clause,
    CodeBlock,
    DefinedTerm,
    Definition,
    Division,
    DivisionKind,
    Document,
    Figure,
    Footnote,
    Formula,
    Note,
    Paragraph,
    Places,
    Prose,
    Quotation,
    SubHeading,
    SubSection,
    Suppression,
    Table,
    Text,
)
from secc.code.patterns import TERM, TERM_JOIN, VACANT
from secc.diagnostics import Diagnostic, Severity, in_order
from secc.ids import DocumentId, DocumentKind
from secc.source import Source, Span
from secc.syntax import Parsed, inline
from secc.syntax.formula import problem_in
from secc.syntax.lines import SYNTAX
from secc.syntax.marks import Strong
from secc.syntax.tree import (
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
    QuotationHead,
    SubSectionHead,
    SyntaxBlock,
    TableHead,
    TextHead,
    Words,
)

ATTRIBUTES = ("known-as", "unit", "meanings")
"""What may stand below the header of a document, annex or part."""
DIVISION_ATTRIBUTES = (*ATTRIBUTES, "numbering")


class ReadDocument(Struct, frozen=True):
    """A file's document, and what is wrong with the file."""

    document: Document
    findings: tuple[Diagnostic, ...]


def from_syntax(source: Source, parsed: Parsed) -> ReadDocument:
    """The typed document of a parsed file. A file without a header gets the identity that its path suggests."""
    reading = _Reading(source)
    document = reading.document(parsed)
    return ReadDocument(document, in_order([*parsed.findings, *reading.findings]))


class _Reading:
    """One file under way; `findings` fills as it goes."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self.findings: list[Diagnostic] = []
        self._inner_documents = 0
        self._suppressions: list[Suppression] = []
        self._makers: dict[type, Callable[[SyntaxBlock], AnyBlock]] = {
            HeaderLine: self._division,
            SubSectionHead: self._sub_section,
            HeadingHead: self._heading,
            ClauseHead: self._clause,
            ParagraphHead: self._paragraph,
            BulletHead: self._bullet,
            DefinitionHead: self._definition,
            TextHead: self._text,
            TableHead: self._table,
            FormulaHead: self._formula,
            FigureHead: self._figure,
            CodeHead: self._code,
            AttachmentHead: self._attachment,
            NoteHead: self._note,
            FootnoteHead: self._footnote,
            QuotationHead: self._quotation,
        }

    def document(self, parsed: Parsed) -> Document:
        """The whole file."""
        tree = parsed.tree
        blocks = self._blocks(tree.blocks)
        header = tree.header
        if header is None:
            kind, label, title, span = *_suggested(self._source.path), self._prose(()), Span(0, 0)
        else:
            kind, label = DocumentKind(header.keyword), header.label
            title, span = self._prose(header.title), header.span
        return Document(
            id=DocumentId(kind, label),
            title=title,
            attributes=self._attributes(tree.attributes, ATTRIBUTES),
            blocks=blocks,
            span=span,
            suppressions=tuple(self._suppressions),
        )

    def _attributes(self, lines: Iterable[AttributeLine], known: tuple[str, ...]) -> tuple[Attribute, ...]:
        attributes: list[Attribute] = []
        for line in lines:
            if line.key not in known:
                self._find(
                    line.span,
                    f"there is no attribute `{line.key}`",
                    "not known",
                    f"use one of {', '.join(known)}; or put a blank line above it if it is text",
                )
            elif any(line.key == other.key for other in attributes):
                self._find(line.span, f"the attribute `{line.key}` stands twice", "again", "delete one of the two")
            attributes.append(Attribute(line.key, line.value, line.span))
        return tuple(attributes)

    def _blocks(self, blocks: Iterable[SyntaxBlock]) -> tuple[AnyBlock, ...]:
        made: list[AnyBlock] = []
        allowed: list[CommentHead] = []
        for block in blocks:
            head = block.head
            if isinstance(head, CommentHead):
                if head.rule:
                    allowed.append(head)
                continue
            made.append(self._makers[type(head)](block))
            if allowed:
                covers = Span(head.span.start, _end(block))
                self._suppressions += [Suppression(each.rule, each.reason, each.span, covers) for each in allowed]
                allowed.clear()
        self._suppressions += [Suppression(each.rule, each.reason, each.span, Span(0, 0)) for each in allowed]
        return tuple(made)

    # One for each kind of block

    def _division(self, block: SyntaxBlock) -> Division:
        head = block.head
        assert isinstance(head, HeaderLine)
        attributes = self._attributes(block.attributes, DIVISION_ATTRIBUTES)
        label = head.label
        if head.keyword == DivisionKind.DOCUMENT:
            self._inner_documents += 1
            label = str(self._inner_documents)
        own = head.keyword != DivisionKind.PART or any(
            (each.key, each.value) == ("numbering", "own") for each in attributes
        )
        return Division(
            span=head.span,
            kind=DivisionKind(head.keyword),
            label=label,
            title=self._prose(head.title),
            own_numbering=own,
            attributes=attributes,
            blocks=self._blocks(block.blocks),
        )

    def _sub_section(self, block: SyntaxBlock) -> SubSection:
        head = block.head
        assert isinstance(head, SubSectionHead)
        return SubSection(
            span=head.span, label=head.label, title=self._prose(head.title), blocks=self._blocks(block.blocks)
        )

    def _heading(self, block: SyntaxBlock) -> SubHeading:
        head = block.head
        assert isinstance(head, HeadingHead)
        return SubHeading(span=head.span, level=head.level, prose=self._prose(head.words))

    def _clause(self, block: SyntaxBlock) -> Clause:
        head = block.head
        assert isinstance(head, ClauseHead)
        prose = self._prose(head.words)
        return Clause(
            span=head.span,
            label=head.label,
            title=_leading_title(prose),
            vacant=VACANT.fullmatch(prose.text) is not None,
            prose=prose,
            blocks=self._blocks(block.blocks),
        )

    def _paragraph(self, block: SyntaxBlock) -> Paragraph:
        head = block.head
        assert isinstance(head, ParagraphHead)
        prose = self._prose(head.words)
        return Paragraph(
            span=head.span,
            label=f"({head.written.strip('().')})",
            written=head.written,
            vacant=VACANT.fullmatch(prose.text) is not None,
            prose=prose,
            blocks=self._blocks(block.blocks),
        )

    def _bullet(self, block: SyntaxBlock) -> Bullet:
        head = block.head
        assert isinstance(head, BulletHead)
        return Bullet(span=head.span, prose=self._prose(head.words), blocks=self._blocks(block.blocks))

    def _definition(self, block: SyntaxBlock) -> Definition:
        head = block.head
        assert isinstance(head, DefinitionHead)
        prose = self._prose(head.words)
        terms = tuple(_terms(prose.text))
        if not terms:
            self._find(
                head.span,
                "this definition does not begin with its term in quotes",
                "no term",
                'put the term in quotes after `define`: define "Device" means …',
            )
        return Definition(span=head.span, terms=terms, prose=prose, blocks=self._blocks(block.blocks))

    def _text(self, block: SyntaxBlock) -> Text:
        head = block.head
        assert isinstance(head, TextHead)
        return Text(span=head.span, prose=self._prose(head.words), blocks=self._blocks(block.blocks))

    def _table(self, block: SyntaxBlock) -> Table:
        head = block.head
        assert isinstance(head, TableHead)
        width = max((len(row) for row in head.rows), default=0)
        rows = [tuple(self._prose(cell) for cell in row) for row in head.rows]
        rows = [row + (self._prose(()),) * (width - len(row)) for row in rows]
        caption = self._prose(head.caption) if head.caption else None
        return Table(span=head.span, caption=caption, head=tuple(rows[: head.rule]), rows=tuple(rows[head.rule :]))

    def _formula(self, block: SyntaxBlock) -> Formula:
        head = block.head
        assert isinstance(head, FormulaHead)
        latex = " ".join(self._source.text[start:end] for start, end in _pairs(head.words))
        problem = problem_in(latex)
        if problem is not None:
            self._find(head.span, f"this formula cannot be set: {problem}", "this formula", "mend the formula")
        return Formula(span=head.span, latex=latex)

    def _figure(self, block: SyntaxBlock) -> Figure:
        head = block.head
        assert isinstance(head, FigureHead)
        self._check_path(head.path, head.span)
        return Figure(span=head.span, alt=head.alt, path=head.path)

    def _code(self, block: SyntaxBlock) -> CodeBlock:
        head = block.head
        assert isinstance(head, CodeHead)
        return CodeBlock(span=head.span, language=head.language, text="\n".join(head.lines))

    def _attachment(self, block: SyntaxBlock) -> Attachment:
        head = block.head
        assert isinstance(head, AttachmentHead)
        self._check_path(head.path, head.span)
        return Attachment(span=head.span, path=head.path, title=head.title)

    def _note(self, block: SyntaxBlock) -> Note:
        head = block.head
        assert isinstance(head, NoteHead)
        return Note(span=head.span, prose=self._prose(head.words))

    def _footnote(self, block: SyntaxBlock) -> Footnote:
        head = block.head
        assert isinstance(head, FootnoteHead)
        return Footnote(span=head.span, label=head.label, prose=self._prose(head.words))

    def _quotation(self, block: SyntaxBlock) -> Quotation:
        head = block.head
        assert isinstance(head, QuotationHead)
        return Quotation(span=head.span, blocks=self._blocks(head.blocks))

    # Words

    def _prose(self, words: Words) -> Prose:
        if len(words) == 2:
            start, end = words
            read = inline.parse(self._source.text[start:end])
            pairs = tuple(offset + start if place % 2 else offset for place, offset in enumerate(read.pairs))
            return Prose(read.text, read.marks, Places(pairs))
        if not words:
            return Prose("", (), Places((0, 0)))
        raw = "\n".join(self._source.text[start:end] for start, end in _pairs(words))
        read = inline.parse(raw)
        return Prose(read.text, read.marks, Places(_joined(read.pairs, words)))

    def _check_path(self, path: str, span: Span) -> None:
        parts = PurePosixPath(path).parts
        if path.startswith(("/", "\\")) or ".." in parts or ":" in path or "\\" in path:
            self._find(
                span,
                f"the file {path} would lie outside the sources",
                "leaves the folder",
                "name a file under the folder of sources, such as figures/devices.svg",
            )

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


def _pairs(words: Words) -> Iterable[tuple[int, int]]:
    return zip(words[::2], words[1::2], strict=True)


def _joined(pairs: tuple[int, ...], words: Words) -> tuple[int, ...]:
    """Pairs (in the text, in the joined lines) as pairs (in the text, in the file), with one more where a line begins."""
    in_file = words[::2]
    in_joined = [0]
    for start, end in _pairs(words):
        in_joined.append(in_joined[-1] + end - start + 1)
    result: list[int] = []
    for place in range(0, len(pairs), 2):
        in_text, raw = pairs[place], pairs[place + 1]
        limit = pairs[place + 2] if place + 2 < len(pairs) else len(in_joined) + in_joined[-1]
        line = bisect_right(in_joined, raw) - 1
        result += (in_text, in_file[line] + raw - in_joined[line])
        while line + 1 < len(in_file) and in_text + in_joined[line + 1] - raw < limit:
            line += 1
            result += (in_text + in_joined[line] - raw, in_file[line])
    return tuple(result)


def _terms(text: str) -> Iterable[DefinedTerm]:
    """The quoted terms with which a definition begins."""
    found = TERM.match(text)
    while found is not None:
        yield DefinedTerm(found["name"], found.start("name"), found.end("name"))
        join = TERM_JOIN.match(text, found.end())
        found = TERM.match(text, join.end()) if join is not None else None


def _leading_title(prose: Prose) -> str:
    """The bold title that stands first, without its full stop; empty where there is none."""
    first = prose.marks[0] if prose.marks else None
    if isinstance(first, Strong) and first.start == 0:
        return prose.text[: first.end].rstrip(" .")
    return ""


def _end(block: SyntaxBlock) -> int:
    """Where a block ends with everything that stands in it."""
    return _end(block.blocks[-1]) if block.blocks else block.head.span.end


def _suggested(path: str) -> tuple[DocumentKind, str]:
    """The identity that a path like `sections/H-dcc-services.sec` suggests."""
    parts = PurePosixPath(path)
    folder = parts.parent.name
    kind = next((kind for kind in DocumentKind if folder.startswith(kind.value[:6])), DocumentKind.SECTION)
    return kind, parts.stem.partition("-")[0]

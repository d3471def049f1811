"""Syntax tree to typed document: one file at a time, nothing looked up elsewhere.

After this pass every word of the file stands once in the `Document`, comments excepted.
"""

from collections.abc import Callable, Iterable
from pathlib import PurePosixPath

from secc.code.head import ReadDocument
from secc.code.leaves import Page, leaf
from secc.code.model import (
    AnyBlock,
    Attribute,
    Bullet,
    Clause,
    Definition,
    Division,
    DivisionKind,
    Document,
    Paragraph,
    Prose,
    Quotation,
    SubSection,
    Suppression,
    Text,
)
from secc.code.patterns import NEAR_VACANT, UNQUOTED_ALIAS, VACANT
from secc.code.prose import leading_title, prose_of, terms_of
from secc.diagnostics import in_order
from secc.ids import DocumentId, DocumentKind
from secc.source import Source, Span
from secc.syntax import Parsed
from secc.syntax.faults import Fault, Faults
from secc.syntax.tree import (
    AttributeLine,
    BulletHead,
    ClauseHead,
    CommentLine,
    DefinitionHead,
    HeaderLine,
    ParagraphHead,
    QuotationHead,
    SubSectionHead,
    SyntaxBlock,
    TextHead,
)

ATTRIBUTES = ("known-as", "unit", "meanings")
"""What may stand below the header of a document, annex or part."""
DIVISION_ATTRIBUTES = (*ATTRIBUTES, "numbering")


def from_syntax(source: Source, parsed: Parsed) -> ReadDocument:
    """The typed document of a parsed file. A file without a header gets the identity that its path suggests."""
    reading = _Reading(source)
    document = reading.document(parsed)
    findings = in_order([*parsed.findings, *reading.faults.found])
    return ReadDocument(document, findings, tuple(reading.page.files))


class _Reading:
    """One file under way; `faults` and the files of `page` fill as it goes."""

    def __init__(self, source: Source) -> None:
        self._text = source.text
        self._path = source.path
        self.faults = Faults(source)
        self.page = Page(source.text, self.faults, [])
        self._inner_documents = 0
        self._suppressions: list[Suppression] = []
        self._makers: dict[type, Callable[[SyntaxBlock], AnyBlock]] = {
            HeaderLine: self._division,
            SubSectionHead: self._sub_section,
            ClauseHead: self._clause,
            ParagraphHead: self._paragraph,
            BulletHead: self._bullet,
            DefinitionHead: self._definition,
            TextHead: self._unlabelled,
            QuotationHead: self._quotation,
        }

    def document(self, parsed: Parsed) -> Document:
        """The whole file."""
        tree = parsed.tree
        header = tree.header or HeaderLine(Span(0, 0), *_suggested(self._path), ())
        self._allow(header.comments, len(self._text))
        blocks = self._blocks(tree.blocks)
        self._allow(tree.closing, 0)
        return Document(
            id=DocumentId(DocumentKind(header.keyword), header.label),
            title=prose_of(self._text, header.title),
            attributes=self._attributes(tree.attributes, ATTRIBUTES),
            blocks=blocks,
            span=header.span,
            suppressions=tuple(self._suppressions),
        )

    def _attributes(self, lines: Iterable[AttributeLine], known: tuple[str, ...]) -> tuple[Attribute, ...]:
        attributes: list[Attribute] = []
        for line in lines:
            if line.key not in known:
                self.faults.add(line.span, _unknown_attribute(line.key, known))
            elif any(line.key == other.key for other in attributes):
                again = Fault(f"the attribute `{line.key}` stands twice", "again", "delete one of the two")
                self.faults.add(line.span, again)
            attributes.append(Attribute(line.key, line.value, line.span))
        return tuple(attributes)

    def _allow(self, comments: Iterable[CommentLine], end: int) -> None:
        """Keep the suppressions among comments; they cover what is below them, to `end` (0: there is nothing)."""
        for each in comments:
            if each.rule:
                covers = Span(each.span.start, end) if end else Span(0, 0)
                self._suppressions.append(Suppression(each.rule, each.reason, each.span, covers, each.until))

    def _blocks(self, blocks: Iterable[SyntaxBlock]) -> tuple[AnyBlock, ...]:
        return tuple([self._block(block) for block in blocks])

    def _block(self, block: SyntaxBlock) -> AnyBlock:
        if block.head.comments:
            self._allow(block.head.comments, _end(block))
        make = self._makers.get(type(block.head))
        return make(block) if make is not None else leaf(block.head, self.page)

    # One for each kind of block in which others stand

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
            title=prose_of(self._text, head.title),
            own_numbering=own,
            attributes=attributes,
            blocks=self._blocks(block.blocks),
        )

    def _sub_section(self, block: SyntaxBlock) -> SubSection:
        head = block.head
        assert isinstance(head, SubSectionHead)
        title = prose_of(self._text, head.title)
        return SubSection(span=head.span, label=head.label, title=title, blocks=self._blocks(block.blocks))

    def _clause(self, block: SyntaxBlock) -> Clause:
        head = block.head
        assert isinstance(head, ClauseHead)
        prose = self._words(head)
        return Clause(
            span=head.span,
            label=head.label,
            title=leading_title(prose),
            vacant=VACANT.fullmatch(prose.text) is not None,
            prose=prose,
            blocks=self._blocks(block.blocks),
        )

    def _paragraph(self, block: SyntaxBlock) -> Paragraph:
        head = block.head
        assert isinstance(head, ParagraphHead)
        prose = self._words(head)
        return Paragraph(
            span=head.span,
            label=f"({head.written.strip('().')})",
            written=head.written,
            vacant=VACANT.fullmatch(prose.text) is not None,
            prose=prose,
            blocks=self._blocks(block.blocks),
        )

    def _words(self, head: ClauseHead | ParagraphHead) -> Prose:
        """The words of a provision; those that are nearly [Not used] are reported."""
        prose = prose_of(self._text, head.words)
        if NEAR_VACANT.fullmatch(prose.text) and not VACANT.fullmatch(prose.text):
            meant = prose.text.strip("[]().,; ").capitalize()
            self.faults.add(prose.span(0, len(prose.text)), _near_vacant(prose.text, meant))
        return prose

    def _bullet(self, block: SyntaxBlock) -> Bullet:
        head = block.head
        assert isinstance(head, BulletHead)
        return Bullet(span=head.span, prose=prose_of(self._text, head.words), blocks=self._blocks(block.blocks))

    def _definition(self, block: SyntaxBlock) -> Definition:
        head = block.head
        assert isinstance(head, DefinitionHead)
        prose = prose_of(self._text, head.words)
        terms = tuple(terms_of(prose.text))
        if not terms:
            self.faults.add(head.span, _OPEN_TERM if prose.text.startswith('"') else _NO_TERM)
        elif alias := UNQUOTED_ALIAS.match(prose.text, terms[-1].end + 1):
            self.faults.add(prose.span(*alias.span("name")), _unquoted(alias["name"]))
        return Definition(span=head.span, terms=terms, prose=prose, blocks=self._blocks(block.blocks))

    def _unlabelled(self, block: SyntaxBlock) -> Text:
        head = block.head
        assert isinstance(head, TextHead)
        return Text(span=head.span, prose=prose_of(self._text, head.words), blocks=self._blocks(block.blocks))

    def _quotation(self, block: SyntaxBlock) -> Quotation:
        head = block.head
        assert isinstance(head, QuotationHead)
        self._allow(head.closing, 0)
        return Quotation(span=head.span, blocks=self._blocks(head.blocks))


_OPEN_TERM = Fault(
    "the quotation mark before the term of this definition has no other half",
    "where does the term end?",
    'put a quotation mark behind the term: define "Device" means …',
)


def _unquoted(name: str) -> Fault:
    return Fault(
        f"{name} is not in quotes",
        "read as words, not as a name of the term",
        f'put it in quotes: "{name}"',
    )


_NO_TERM = Fault(
    "this definition does not begin with its term in quotes",
    "no term",
    'put the term in quotes after `define`: define "Device" means …',
)


def _near_vacant(written: str, meant: str) -> Fault:
    return Fault(
        f'"{written}" stands alone, and is not quite [{meant}]',
        "read as words of the Code",
        f"write [{meant}] for a number that is not used",
    )


def _unknown_attribute(key: str, known: tuple[str, ...]) -> Fault:
    return Fault(
        f"there is no attribute `{key}`",
        "not known",
        f"use one of {', '.join(known)}; or put a blank line above it if these are words",
    )


def _end(block: SyntaxBlock) -> int:
    """Where a block ends with everything that stands in it."""
    return _end(block.blocks[-1]) if block.blocks else block.head.span.end


def _suggested(path: str) -> tuple[str, str]:
    """The kind and label that a path like `sections/H-dcc-services.sec` suggests."""
    parts = PurePosixPath(path)
    folder = parts.parent.name
    kind = next((kind for kind in DocumentKind if folder.startswith(kind.value[:6])), DocumentKind.SECTION)
    return kind.value, parts.stem.partition("-")[0]

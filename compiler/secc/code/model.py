"""The Code as written, typed: documents, provisions and their words, before any reference is looked up.

Two documents are equal when they say the same thing: the places of words in the file (`Span`, `Places`) take no part
in equality. Structures are frozen and can be written to and read from the cache by msgspec.
"""

from bisect import bisect_right
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct

from secc.ids import DocumentId
from secc.source import Span
from secc.syntax.marks import AnyMark


class Places(Struct, frozen=True, eq=False, array_like=True, gc=False):
    """Where the words of a prose stand in the file: pairs (offset in text, offset in file), flattened, ascending.

    From each pair on, text and file run together until the next. Takes no part in equality.
    """

    pairs: tuple[int, ...]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Places)

    def __hash__(self) -> int:
        return 0

    def offset(self, position: int) -> int:
        """The offset in the file of a position in the text."""
        pairs = self.pairs
        place = bisect_right(pairs[::2], position) - 1
        return pairs[2 * place + 1] + position - pairs[2 * place]


class Prose(Struct, frozen=True, array_like=True):
    """Running words: plain text with marks standing off from it.

    `text` has single spaces, straight quotes and no mark-up; line breaks of the source are spaces. Marks are sorted
    by start, longer first, and properly nested.
    """

    text: str
    marks: tuple[AnyMark, ...]
    places: Places

    def span(self, start: int, end: int) -> Span:
        """The place in the file of `text[start:end]`."""
        if end <= start:
            offset = self.places.offset(start)
            return Span(offset, offset)
        return Span(self.places.offset(start), self.places.offset(end - 1) + 1)


class DefinedTerm(Struct, frozen=True, array_like=True):
    """A term at the place that introduces it: `text[start:end]` of its definition's prose, inside the quotes."""

    name: str
    start: int
    end: int


class Block(Struct, frozen=True, tag=True, kw_only=True):
    """What every part of a document has: where it stands (its first line, label included)."""

    span: Span


class Definition(Block, frozen=True, tag=True, kw_only=True):
    """`define "Term" means …`; `prose` holds all the words after `define`, the quoted terms included."""

    terms: tuple[DefinedTerm, ...]
    prose: Prose
    blocks: tuple["AnyBlock", ...] = ()


class Clause(Block, frozen=True, tag=True, kw_only=True):
    """A numbered clause. `title` is the bold title that stands first in its words, without its full stop.

    `prose` holds all its words, title included; it is empty text for a clause whose first words are a paragraph's.
    `vacant` is true for `[Not used]` and its like: the number stays taken and `prose` says how.
    """

    label: str
    title: str
    vacant: bool
    prose: Prose
    blocks: tuple["AnyBlock", ...] = ()


class Paragraph(Block, frozen=True, tag=True, kw_only=True):
    """A labelled paragraph. `label` is always in brackets, `written` as on the page: `(a)`, `a.`."""

    label: str
    written: str
    vacant: bool
    prose: Prose
    blocks: tuple["AnyBlock", ...] = ()


class Bullet(Block, frozen=True, tag=True, kw_only=True):
    """An item of a list that is never cited."""

    prose: Prose
    blocks: tuple["AnyBlock", ...] = ()


class Text(Block, frozen=True, tag=True, kw_only=True):
    """An unlabelled paragraph: a preamble, a clause's second paragraph, or the closing words of the list above it."""

    prose: Prose
    blocks: tuple["AnyBlock", ...] = ()


class SubHeading(Block, frozen=True, tag=True, kw_only=True):
    """An unnumbered heading (`##` is level 1); no legal effect, but quoted in cross-references."""

    level: int
    prose: Prose


class Table(Block, frozen=True, tag=True, kw_only=True):
    """Rows of cells; every row has as many cells as the widest. `head` rows come before the rule, and may be none."""

    caption: Prose | None
    head: tuple[tuple[Prose, ...], ...]
    rows: tuple[tuple[Prose, ...], ...]


class Formula(Block, frozen=True, tag=True, kw_only=True):
    """A displayed formula, as LaTeX."""

    latex: str


class Figure(Block, frozen=True, tag=True, kw_only=True):
    """A picture: `path` is relative to the folder of sources and stays inside it."""

    alt: str
    path: str


class CodeBlock(Block, frozen=True, tag=True, kw_only=True):
    """Text set as code, its indentation kept; `language` may be empty."""

    language: str
    text: str


class Attachment(Block, frozen=True, tag=True, kw_only=True):
    """A file that is part of the document: `path` is relative to the folder of sources and stays inside it."""

    path: str
    title: str


class Note(Block, frozen=True, tag=True, kw_only=True):
    """Guidance published beside the text, of no legal effect."""

    prose: Prose


class Footnote(Block, frozen=True, tag=True, kw_only=True):
    """The text of the footnote called by `[^label]`."""

    label: str
    prose: Prose


class Quotation(Block, frozen=True, tag=True, kw_only=True):
    """Words that a form or an instrument sets out; their numbers, terms and definitions are not the Code's."""

    blocks: tuple["AnyBlock", ...] = ()


class SubSection(Block, frozen=True, tag=True, kw_only=True):
    """A numbered sub-section, e.g. H14 Testing Services, with everything down to the next."""

    label: str
    title: Prose
    blocks: tuple["AnyBlock", ...] = ()


class DivisionKind(StrEnum):
    """The parts of a document that have an address of their own."""

    ANNEX = "annex"
    PART = "part"
    DOCUMENT = "document"


class Division(Block, frozen=True, tag=True, kw_only=True):
    """An annex, part or inner document. `label` of an inner document is its place among them, from 1.

    `own_numbering`: its numbers begin again, and so its provisions' addresses begin with it.
    """

    kind: DivisionKind
    label: str
    title: Prose
    own_numbering: bool
    attributes: tuple["Attribute", ...] = ()
    blocks: tuple["AnyBlock", ...] = ()


AnyBlock: TypeAlias = (
    Definition
    | Clause
    | Paragraph
    | Bullet
    | Text
    | SubHeading
    | Table
    | Formula
    | Figure
    | CodeBlock
    | Attachment
    | Note
    | Footnote
    | Quotation
    | SubSection
    | Division
)


class Attribute(Struct, frozen=True, array_like=True):
    """A `key: value` line below a header."""

    key: str
    value: str
    span: Span


class Suppression(Struct, frozen=True):
    """`// allow RULE: reason`: holds for findings within `covers`, the block below it with all that stands in it.

    One with `until` holds before that day, and no longer from it on.
    """

    rule: str
    reason: str
    span: Span
    covers: Span
    until: date | None = None


class Document(Struct, frozen=True, kw_only=True):
    """One Section, Schedule or Appendix as written in one file. `path` takes no part in what it says."""

    id: DocumentId
    title: Prose
    attributes: tuple[Attribute, ...]
    blocks: tuple[AnyBlock, ...]
    span: Span
    suppressions: tuple[Suppression, ...] = ()

    def attribute(self, key: str) -> str:
        """The value of an attribute, empty where it has none."""
        return next((each.value for each in self.attributes if each.key == key), "")

"""The display form: what stands on the page, in order, with numbers printed and links bound.

No legal logic is left in it: a renderer prints what it finds. All formats are made from it, so that they agree.
"""

from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct

from secc.ids import Address, DocumentId


class Style(StrEnum):
    """How a run of words is set."""

    EMPHASIS = "emphasis"
    STRONG = "strong"
    CODE = "code"


class ToProvisions(Struct, frozen=True, tag=True):
    """Leads to a provision, or, with several, to each in a range."""

    addresses: tuple[Address, ...]


class ToTerm(Struct, frozen=True, tag=True):
    """Leads to the definition of a term."""

    name: str
    address: Address


class ToWork(Struct, frozen=True, tag=True):
    """Names a work outside the Code."""

    work: str
    place: str


class ToNothing(Struct, frozen=True, tag=True):
    """A reference that leads nowhere."""

    said: str


class ToWeb(Struct, frozen=True, tag=True):
    """Leads to an address on the web; the scheme is http, https or mailto."""

    href: str


Target: TypeAlias = ToProvisions | ToTerm | ToWork | ToNothing | ToWeb


class Run(Struct, frozen=True, tag=True, gc=False):
    """Words set in one way with one target. Neighbouring runs with the same `link` are one link (0: none)."""

    text: str
    styles: tuple[Style, ...] = ()
    target: Target | None = None
    link: int = 0


class SymbolsRun(Struct, frozen=True, tag=True, gc=False):
    """A formula in the line, as LaTeX."""

    latex: str


class FootnoteRun(Struct, frozen=True, tag=True, gc=False):
    """The call of a footnote."""

    label: str


AnyRun: TypeAlias = Run | SymbolsRun | FootnoteRun
Runs: TypeAlias = tuple[AnyRun, ...]


class DivisionPart(Struct, frozen=True, tag=True):
    """An annex, part or inner document: `name` is `Annex A`; an inner document has none."""

    address: Address
    name: str
    title: Runs
    parts: tuple["Part", ...]


class SubSectionPart(Struct, frozen=True, tag=True):
    """A sub-section with everything down to the next."""

    address: Address
    number: str
    title: Runs
    parts: tuple["Part", ...]


class HeadingPart(Struct, frozen=True, tag=True):
    """An unnumbered heading; level 1 is the highest."""

    level: int
    words: Runs


class ClausePart(Struct, frozen=True, tag=True):
    """A numbered clause."""

    address: Address
    number: str
    vacant: bool
    words: Runs
    parts: tuple["Part", ...]


class ParagraphPart(Struct, frozen=True, tag=True):
    """A labelled paragraph; `label` as on the page. `address` is None in a quotation."""

    address: Address | None
    label: str
    vacant: bool
    words: Runs
    parts: tuple["Part", ...]


class DefinitionPart(Struct, frozen=True, tag=True):
    """A definition: its words, in which each term being defined is strong. `address` is None in a quotation."""

    address: Address | None
    terms: tuple[str, ...]
    words: Runs
    parts: tuple["Part", ...]


class BulletPart(Struct, frozen=True, tag=True):
    """An item of a list that is never cited."""

    words: Runs
    parts: tuple["Part", ...]


class TextPart(Struct, frozen=True, tag=True):
    """An unlabelled paragraph."""

    words: Runs
    parts: tuple["Part", ...]


class TablePart(Struct, frozen=True, tag=True):
    """A table; every row has as many cells."""

    caption: Runs
    head: tuple[tuple[Runs, ...], ...]
    rows: tuple[tuple[Runs, ...], ...]


class FormulaPart(Struct, frozen=True, tag=True):
    """A displayed formula, as LaTeX."""

    latex: str


class FigurePart(Struct, frozen=True, tag=True):
    """A picture; `path` is relative to the sources."""

    alt: str
    path: str


class CodePart(Struct, frozen=True, tag=True):
    """Text set as code."""

    language: str
    text: str


class AttachmentPart(Struct, frozen=True, tag=True):
    """A file that is part of the document; `path` is relative to the sources."""

    path: str
    title: str


class NotePart(Struct, frozen=True, tag=True):
    """Guidance, of no legal effect."""

    words: Runs


class FootnotePart(Struct, frozen=True, tag=True):
    """The text of a footnote."""

    label: str
    words: Runs


class QuotationPart(Struct, frozen=True, tag=True):
    """Words that a form or an instrument sets out."""

    parts: tuple["Part", ...]


Part: TypeAlias = (
    DivisionPart
    | SubSectionPart
    | HeadingPart
    | ClausePart
    | ParagraphPart
    | DefinitionPart
    | BulletPart
    | TextPart
    | TablePart
    | FormulaPart
    | FigurePart
    | CodePart
    | AttachmentPart
    | NotePart
    | FootnotePart
    | QuotationPart
)


class DisplayDocument(Struct, frozen=True):
    """A whole document as it stands on the page."""

    id: DocumentId
    title: Runs
    known_as: str
    digest: str
    parts: tuple[Part, ...]

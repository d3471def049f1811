"""The parts of a document as blocks to be set."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, groupby
from typing import assert_never

from msgspec.structs import replace

from secc.document.model import (
    AttachmentPart,
    BulletPart,
    ClausePart,
    CodePart,
    DefinitionPart,
    DisplayDocument,
    DivisionPart,
    FigurePart,
    FootnotePart,
    FormulaPart,
    HeadingPart,
    NotePart,
    ParagraphPart,
    Part,
    QuotationPart,
    Runs,
    Style,
    SubSectionPart,
    TablePart,
    TextPart,
)
from secc.document.parts import address_of, parts_in
from secc.document.redline_model import Kind as Called
from secc.ids import Address
from secc.render.imprint import Pictures
from secc.render.pdf.formulas import symbols
from secc.render.pdf.lists import as_list
from secc.render.pdf.measures import hang_of, is_wide, step_in
from secc.render.pdf.pictures import picture_of
from secc.render.pdf.places import Places
from secc.render.pdf.running import defined, numbered
from secc.render.pdf.running import headed as running_of
from secc.render.pdf.sheet import Kind, Row, Said, Sheet, Words, headed
from secc.render.pdf.tables import laid_out
from secc.render.pdf.words import WordSetter
from secc.render.plain import attached
from secc.render.redline_said import NO_EFFECT

NOTE = f"Note ({NO_EFFECT}):"
_CALLED: dict[type, Called] = {
    ClausePart: Called.CLAUSE,
    ParagraphPart: Called.PARAGRAPH,
    BulletPart: Called.BULLET,
    QuotationPart: Called.QUOTATION,
}
_ITEMS = (ParagraphPart, BulletPart)
"""The parts that are items of lists."""


class FromDisplay:
    """Lays out one document; its headings begin at level 2, below its title. `pictures` finds files by their path.

    `effect` are the lines that stand at provisions: below a heading, and above anything else.
    """

    def __init__(
        self, document: DisplayDocument, places: Places, pictures: Pictures, effect: Mapping[Address, str]
    ) -> None:
        self._document = document
        self._places = places
        self._pictures = pictures
        self._effect = dict(effect)
        self._setter = WordSetter(document.id, places)
        self._words = self._setter.words
        self._level = 1

    def title(self) -> Words:
        """The title of the document."""
        return self._words(self._document.title)

    def sheets(self) -> Iterator[Sheet]:
        """What stands on the page below the title, in order."""
        return self._sheets(self._document.parts, 0.0, 2)

    def _sheets(self, parts: Iterable[Part], left: float, level: int) -> Iterator[Sheet]:
        for called, run in groupby(parts, type):
            found = (tuple(self._set(part, left, level)) for part in run)
            yield from as_list(found) if called in _ITEMS else chain.from_iterable(found)

    def _set(self, part: Part, left: float, level: int) -> Iterator[Sheet]:
        match part:
            case DivisionPart() | SubSectionPart():
                yield self._headed(part, left, level)
                yield from self._below(part, left)
                yield from self._sheets(part.parts, left, level + 1)
            case HeadingPart():
                yield self._heading(part, left, level)
            case QuotationPart():
                yield from self._sheets(part.parts, step_in(left, Called.QUOTATION), level)
            case ClausePart() | ParagraphPart() | DefinitionPart() | TextPart() | BulletPart():
                yield self._line(part, left)
                inner = step_in(left, _CALLED.get(type(part), Called.TEXT))
                yield from self._sheets(parts_in(part), inner, level)
            case _:
                yield self._block(part, left)

    # Headings

    def _headed(self, part: DivisionPart | SubSectionPart, left: float, level: int) -> Sheet:
        label = part.name if isinstance(part, DivisionPart) else part.number
        return self._stepped(
            Sheet(
                kind=Kind.HEADING,
                left=left,
                label=(label,) if label else (),
                words=self._words(part.title),
                level=level,
                listed=True,
                anchor=self._places.claim(part.address),
                running=running_of(part),
            )
        )

    def _below(self, part: DivisionPart | SubSectionPart, left: float) -> Iterator[Sheet]:
        said = self._effect_of(part)
        if said:
            yield Sheet(kind=Kind.SMALL, left=left, words=(Said(said, (Style.EMPHASIS,)),), leads=True)

    def _effect_of(self, part: Part) -> str:
        """What is said of the effect of what stands at an address, once: words quoted in it may be called the same."""
        address = address_of(part)
        return self._effect.pop(address, "") if address is not None else ""

    def _heading(self, part: HeadingPart, left: float, level: int) -> Sheet:
        words = self._words(part.words)
        return self._stepped(Sheet(kind=Kind.HEADING, left=left, words=words, level=level + part.level - 1))

    def _stepped(self, sheet: Sheet) -> Sheet:
        """A heading whose level follows on the one before: none is left out on the way down."""
        found = headed(replace(sheet, level=min(sheet.level, self._level + 1)))
        self._level = found.level or self._level
        return found

    # Lines

    def _line(self, part: ClausePart | ParagraphPart | DefinitionPart | TextPart | BulletPart, left: float) -> Sheet:
        label, anchor, running = self._labelled(part)
        words: Words = (label,) if label else ()
        hang = hang_of(_CALLED.get(type(part), Called.TEXT))
        return Sheet(
            kind=Kind.LINE,
            left=left,
            hang=hang,
            wide=is_wide(words, hang),
            label=words,
            words=self._words(part.words),
            anchor=anchor,
            running=running,
            told=self._effect_of(part),
        )

    def _labelled(
        self, part: ClausePart | ParagraphPart | DefinitionPart | TextPart | BulletPart
    ) -> tuple[str, str, str | None]:
        """A block's label, its anchor, and what it puts into the running head."""
        match part:
            case ClausePart(number=number, address=address):
                return number, self._places.claim(address), numbered(address, number)
            case ParagraphPart(label=label, address=address):
                return label, self._places.claim(address), None
            case DefinitionPart(address=address):
                running = defined(address, part.terms[0]) if address is not None and part.terms else None
                return "", self._places.claim(address), running
            case BulletPart():
                return "•", "", None
            case TextPart():
                return "", "", None
            case _:
                assert_never(part)

    # What has no parts

    def _block(
        self,
        part: NotePart | FootnotePart | TablePart | FormulaPart | FigurePart | CodePart | AttachmentPart,
        left: float,
    ) -> Sheet:
        match part:
            case NotePart(words=words):
                return Sheet(kind=Kind.NOTE, left=left, label=(NOTE,), words=self._words(words))
            case FootnotePart():
                return self._footnote(part, left)
            case TablePart():
                return self._table(part, left)
            case FormulaPart(latex=latex):
                return Sheet(kind=Kind.FORMULA, left=left, words=(symbols(latex),))
            case CodePart(text=text):
                return Sheet(kind=Kind.CODE, left=left, words=(text,))
            case FigurePart(alt=alt, path=path):
                return Sheet(kind=Kind.FIGURE, left=left, words=(alt,), picture=picture_of(path, self._pictures(path)))
            case AttachmentPart(path=path, title=title):
                return Sheet(kind=Kind.LINE, left=left, words=(attached(path, title),))
            case _:
                assert_never(part)

    def _footnote(self, part: FootnotePart, left: float) -> Sheet:
        hang = hang_of(Called.FOOTNOTE)
        label: Words = (f"[{part.label}]",)
        return Sheet(
            kind=Kind.SMALL,
            left=left,
            hang=hang,
            wide=is_wide(label, hang),
            label=label,
            words=self._words(part.words),
            anchor=self._places.claim_footnote(self._document.id, part.label),
        )

    def _table(self, part: TablePart, left: float) -> Sheet:
        rows = tuple(self._row(row, head=True) for row in part.head) + tuple(map(self._row, part.rows))
        caption = self._words(part.caption)
        return laid_out(Sheet(kind=Kind.TABLE, left=left, words=caption, rows=rows))

    def _row(self, row: tuple[Runs, ...], *, head: bool = False) -> Row:
        return Row(tuple(map(self._setter.head if head else self._words, row)), head)

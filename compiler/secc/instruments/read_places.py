"""Reads the words that name a place, step by step; what address they come to is found in `naming`."""

from collections.abc import Iterator

from lark import Token, v_args
from lark.tree import Meta
from msgspec.structs import replace

from secc.ids import DocumentKind
from secc.instruments import faults
from secc.instruments.mentions import (
    Defined,
    Divided,
    Element,
    InDocument,
    InPart,
    InSection,
    Mention,
    Number,
    Numbered,
    Step,
    span_of,
)
from secc.instruments.naming import extents, ranged
from secc.instruments.places import (
    ClosingWords,
    Heading,
    One,
    OpeningWords,
    Part,
    Provisions,
    Range,
    SubHeadingNamed,
    TableRow,
    Whole,
)
from secc.instruments.reader import Reader, span_in

Numbers = tuple[Number, ...]


@v_args(inline=True, meta=True)
class PlaceReader(Reader):
    """The rules of `place`, `span` and `provisions`."""

    def section(self, meta: Meta, numbers: Numbers) -> Mention:
        """`Section H14.31(a)`, `Sections F5 to F10`."""
        return _element(meta, InSection(numbers))

    def clause(self, meta: Meta, numbers: Numbers) -> Mention:
        """`Clause 4.26(b)`."""
        return _element(meta, Numbered(numbers))

    def paragraph(self, meta: Meta, numbers: Numbers) -> Mention:
        """`paragraph (a)`, `Paragraph 3`."""
        return _element(meta, Numbered(numbers))

    def appendix(self, meta: Meta, numbers: Numbers) -> Mention:
        """`Appendix AL`."""
        return _element(meta, InDocument(DocumentKind.APPENDIX, numbers))

    def appendix_deeper(self, meta: Meta, label: Token, number: Number) -> Mention:
        """`Appendix AL 4.26`."""
        whole = InDocument(DocumentKind.APPENDIX, (Number(str(label)),))
        return (*_element(meta, Numbered((number,))), *_element(meta, whole))

    def schedule(self, meta: Meta, numbers: Numbers) -> Mention:
        """`Schedule 11`."""
        return _element(meta, InDocument(DocumentKind.SCHEDULE, numbers))

    def annex(self, meta: Meta, numbers: Numbers) -> Mention:
        """`Annex A`."""
        return _element(meta, Divided("annex", numbers))

    def part(self, meta: Meta, numbers: Numbers) -> Mention:
        """`Part B`."""
        return _element(meta, Divided("part", numbers))

    def inner_document(self, meta: Meta, numbers: Numbers) -> Mention:
        """`Document 2`."""
        return _element(meta, Divided("document", numbers))

    def definition(self, meta: Meta, terms: Numbers) -> Mention:
        """`the definition of "Device"`."""
        return _element(meta, Defined(terms))

    def opening(self, meta: Meta, *_: Token) -> Mention:
        """`the opening words`."""
        return _element(meta, InPart(OpeningWords()))

    def closing(self, meta: Meta, *_: Token) -> Mention:
        """`the closing words`."""
        return _element(meta, InPart(ClosingWords()))

    def heading(self, meta: Meta) -> Mention:
        """`the heading`."""
        return _element(meta, InPart(Heading()))

    def sub_heading(self, meta: Meta, words: Token) -> Mention:
        """`the sub-heading "Forecasts"`."""
        return self._part(meta, SubHeadingNamed(self.quoted(words)))

    def row(self, meta: Meta, words: Token) -> Mention:
        """`the row beginning "Ad hoc"`."""
        return self._part(meta, TableRow(self.quoted(words)))

    def column(self, meta: Meta, words: Token) -> Mention:
        """`the column "From"`."""
        return self._part(meta, TableRow("", self.quoted(words)))

    def table(self, meta: Meta, *caption: Token) -> Mention:
        """`the table`, `the table "Charges"`."""
        return self._part(meta, TableRow("", table=self.quoted(caption[0]) if caption else ""))

    def _part(self, meta: Meta, part: Part) -> Mention:
        return _element(meta, InPart(part))

    def items(self, _: Meta, *parts: Number | Token) -> Numbers:
        """Numbers joined by commas, "and" and "to"."""
        return tuple(_joined(parts))

    def number(self, _: Meta, *parts: Token) -> Number:
        """`H14.31(a)`, `(b)`."""
        label = str(parts[0]) if parts[0].type == "LABEL" else ""
        return Number(label, tuple(str(part) for part in parts if part.type == "PAREN"))

    def deeper(self, _: Meta, *parts: Token) -> Number:
        """`4.26(b)` behind the label of an Appendix."""
        label, *paragraphs = parts
        return Number(str(label), tuple(map(str, paragraphs)))

    def terms(self, _: Meta, *parts: Token) -> Numbers:
        """Terms joined by commas, "and" and "to"."""
        return tuple(_joined([part if part.type == "TO" else Number(self.quoted(part)) for part in parts]))

    def place(self, _: Meta, *parts: Mention | Token) -> Mention:
        """Steps joined by "of" and "in"."""
        made: list[Element] = []
        joint: Token | None = None
        for part in parts:
            if isinstance(part, Token):
                joint = part
                continue
            if joint is not None:
                part = (replace(part[0], with_in=True, after_comma=joint.startswith(",")), *part[1:])
            made += part
            joint = None
        return tuple(made)

    def located(self, _: Meta, _in: Token, mention: Mention) -> Mention:
        """`in Section H14.31`."""
        return mention

    def span(self, _: Meta, first: Mention, last: Mention | None = None) -> tuple[Mention, ...]:
        """One mention, or that of the first and that of the last."""
        return (first,) if last is None else (first, last)

    def provision_group(self, _: Meta, first: Mention, last: Mention | None = None) -> tuple[Mention, ...]:
        """One mention, or that of the first and that of the last."""
        return (first,) if last is None else (first, last)

    def provisions(self, _: Meta, *groups: tuple[Mention, ...]) -> Provisions:
        """`Sections H14.2(a), H14.5 and H14.6`, `Section H5 and Appendix D`."""
        return tuple(each for group in groups for each in self._provisions(group))

    def _provisions(self, group: tuple[Mention, ...]) -> Iterator[One | Range]:
        found = extents(group[0], None, self.tell)
        if len(group) == 2:
            last = extents(group[1], None, self.tell)[0].first
            found = (ranged(found[0].first, last, span_of(group[1]), self.tell),)
        for each in found:
            if not all(isinstance(place.part, Whole) for place in (each.first, each.last or each.first)):
                self.tell(span_of(group[0]), faults.NOT_WHOLE)
            yield Range(each.first.address, each.last.address) if each.last else One(each.first.address)


def _element(meta: Meta, step: Step) -> Mention:
    return (Element(step, span_in(meta)),)


def _joined(parts: "tuple[Number | Token, ...] | list[Number | Token]") -> Iterator[Number]:
    """Numbers, each filled in from the one before it: (a) and (b) behind H14.31."""
    before: Number | None = None
    ends = False
    for part in parts:
        if isinstance(part, Token):
            ends = True
            continue
        filled = _filled(part, before)
        before = filled
        yield replace(filled, ends=ends)
        ends = False


def _filled(number: Number, before: Number | None) -> Number:
    if number.label or before is None or len(before.paragraphs) < len(number.paragraphs):
        return number
    kept = before.paragraphs[: len(before.paragraphs) - len(number.paragraphs)]
    return Number(before.label, kept + number.paragraphs)

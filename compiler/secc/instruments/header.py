"""Reads the first line of an instrument and its attributes."""

from datetime import date
from difflib import get_close_matches

from msgspec import Struct

from secc.ids import DocumentId, DocumentKind
from secc.instruments import faults, patterns
from secc.instruments.attributes import DAYS, KEYS
from secc.instruments.model import Baseline, Dates, InstrumentKind, Scope
from secc.instruments.paragraphs import Paragraph
from secc.instruments.reader import day_of
from secc.instruments.sentences import Sentences
from secc.instruments.when import When
from secc.source import Source, Span
from secc.syntax.faults import Faults
from secc.syntax.inline.spaces import even

_KINDS = ", ".join(kind.value for kind in InstrumentKind)


class Title(Struct, frozen=True):
    """The first line: `direction 2020-09-17-tmad: Re-designation of the TMAD`."""

    kind: InstrumentKind = InstrumentKind.NOTICE
    name: str = ""
    title: str = ""


def read_title(source: Source, header: Paragraph | None, told: Faults) -> Title:
    """What the first line says; what is missing is empty."""
    if header is None or not header.pieces:
        told.add(Span(0, 0), faults.NO_HEADER)
        return Title()
    span = header.pieces[0].span
    found = patterns.HEADER.match(source.text, span.start, span.end)
    if found is None or not found["mark"]:
        told.add(_first_line(source, span), faults.NO_HEADER)
        return Title()
    kind = found["kind"].lower()
    if kind != found["kind"] or found["mark"] != ":":
        told.add(_first_line(source, span), faults.NEAR_HEADER)
    if kind not in InstrumentKind.__members__.values():
        told.add(Span(*found.span("kind")), faults.unknown_kind(found["kind"], _KINDS))
        kind = InstrumentKind.NOTICE
    if patterns.INSTRUMENT_NAME.fullmatch(found["name"]) is None or day_of(found["name"][:10]) is None:
        told.add(Span(*found.span("name")), faults.NAME_FORM)
    title = even(source.text[found.end() : span.end])[0]
    if not title:
        told.add(_first_line(source, span), faults.NO_TITLE)
    return Title(InstrumentKind(kind), found["name"], title)


def _first_line(source: Source, span: Span) -> Span:
    end = source.text.find("\n", span.start, span.end)
    return Span(span.start, span.end if end < 0 else end)


class Attributes:
    """The attributes of one instrument, each as its type; what cannot be read is told of, and as if not there."""

    def __init__(self, source: Source, sentences: Sentences, told: Faults) -> None:
        self._source = source
        self._sentences = sentences
        self._told = told
        self._read: dict[str, Paragraph] = {}

    def add(self, attribute: Paragraph) -> None:
        """Take an attribute, unless it is none or is there already."""
        key = attribute.key
        if not key:
            return  # told of with its line
        if key not in KEYS:
            near = get_close_matches(key.lower(), KEYS, n=1, cutoff=0.6)
            known = f"{near[0]}: if that is meant" if near else f"one of {', '.join(KEYS)}"
            self._told.add(attribute.written, faults.unknown_attribute(key, known))
        elif key in self._read:
            self._told.add(attribute.written, faults.repeated_attribute(key))
        elif not attribute.pieces:
            self._told.add(attribute.written, faults.empty_attribute(key))
        else:
            self._read[key] = attribute

    def words(self, key: str) -> str:
        """The words of an attribute, empty where it is not given."""
        pieces = self._read[key].pieces if key in self._read else ()
        return " ".join(even(self._source.text[piece.span.start : piece.span.end])[0] for piece in pieces)

    def parts(self, key: str) -> tuple[str, ...]:
        """The words of an attribute, parted at semicolons."""
        return tuple(part for each in self.words(key).split(";") if (part := each.strip()))

    def when(self, key: str) -> When | None:
        """The attribute as an expression of time."""
        return self._sentences.when(self._read[key]) if key in self._read else None

    def scope(self) -> Scope:
        """To whom the instrument applies."""
        given = self._sentences.scope(self._read["for"]) if "for" in self._read else None
        return given or Scope()

    def dates(self) -> Dates:
        """The days of the instrument's life."""
        return Dates(**{key: self._day(key) for key in DAYS})

    def status(self) -> str:
        """`draft`, or nothing."""
        status = self.words("status")
        if status not in ("", "draft"):
            self._told.add(self._span("status"), faults.STATUS)
            return ""
        return status

    def baseline(self) -> Baseline:
        """What the instrument was drafted against."""
        parts = self.parts("baseline")
        if len(parts) == 1 and patterns.BASELINE_VERSION.fullmatch(parts[0]):
            return Baseline(parts[0])
        documents = [_document(part) for part in parts]
        if any(each is None for each in documents):
            self._told.add(self._span("baseline"), faults.BASELINE)
            return Baseline()
        return Baseline("", tuple(each for each in documents if each is not None))

    def _day(self, key: str) -> date | None:
        written = self.words(key)
        if not written:
            return None
        day = day_of(written)
        if day is None:
            is_form = patterns.ISO_DATE.fullmatch(written) or patterns.LONG_DATE.fullmatch(written)
            self._told.add(self._span(key), faults.impossible_day(written) if is_form else faults.NO_DAY)
        return day

    def _span(self, key: str) -> Span:
        return self._read[key].pieces[0].span


def _document(written: str) -> tuple[DocumentId, str] | None:
    """`Section A sec1:…`."""
    found = patterns.BASELINE_DOCUMENT.fullmatch(written)
    if found is None or patterns.DIGEST.fullmatch(found["digest"]) is None:
        return None
    return DocumentId(DocumentKind(found["kind"].lower()), found["label"]), found["digest"]

"""What a chronicle is made of: documents, their distinct texts, and the days on which they had them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from msgspec import Struct

from secc.ids import DocumentId
from secc.instruments.model import Scope
from secc.site.any_day.forms import Path
from secc.site.any_day.known_terms import KnownTerm
from secc.site.any_day.named_forms import NamedForms
from secc.site.any_day.plain_pieces import PlainPiece
from secc.site.any_day.terms_in_time import TermInTime
from secc.site.published import PublishedFile
from secc.timeline.standing import Standing

Days = tuple[tuple[date, int | None], ...]
"""From each day this edition; None for none. Neighbours differ."""


class Piece(Struct, frozen=True):
    """A piece of HTML. `who` is the identity of its provision; both it and `identifier` may be empty."""

    html: str
    identifier: str
    path: Path
    who: str


@dataclass(frozen=True, slots=True)
class Page:
    """A reading page: its address relative to the home page, and its pieces by number, with what each is in plain."""

    url: str
    path: Path
    number: str
    title: str
    depth: int
    pieces: tuple[int, ...]
    plain: tuple[int, ...] = field(default=(), compare=False)


class Edition(Struct, frozen=True):
    """One text of a document."""

    title: str
    known_as: str
    digest: str
    pages: tuple[Page, ...]


class Layer(Struct, frozen=True):
    """The text as it would be by an instrument that has not had its effect: `after` in the place of `before`.

    `day` is None where it has none yet.
    """

    instrument: str
    standing: Standing
    day: date | None
    before: int | None
    after: int | None


class DocumentChronicle(Struct, frozen=True):
    """A document through all its texts. `base` is empty where no variation ever changed its text.

    `plain` are its pieces in plain, each once.

    `known` says which edition there was from which day as known from a day on; the last is as known now. `scoped` says
    the same of those for whom it read otherwise than for everybody on some day, as known now.
    """

    id: DocumentId
    pieces: tuple[Piece, ...]
    editions: tuple[Edition, ...]
    effective: Days
    base: Days
    known: tuple[tuple[date, Days], ...]
    layers: tuple[Layer, ...]
    plain: tuple[PlainPiece, ...] = ()
    scoped: tuple[tuple[Scope, Days], ...] = ()

    def edition(self, day: date) -> Edition | None:
        """The effective text of a day."""
        number = at(self.effective, day)
        return self.editions[number] if number is not None else None


Said = tuple[str, str]
"""What a document says: the name of its form, and that of its version, which has whose its provisions are."""
Read = Mapping[DocumentId, Said]
"""What each document of a state says."""
Column = tuple[tuple[date, Said | None], ...]
"""What a document says from each day, which is another than before; None for no document of the Code."""


Over = tuple[str, Standing, date | None, Said | None, Said | None]
"""An instrument ahead, as in `Layer`, with what a document says before and after it."""


class ThroughTime(Struct, frozen=True):
    """All that what is told of a document follows from; `known` is what it says as known from each day."""

    effective: Column
    base: Column
    known: tuple[tuple[date, Column], ...]
    layers: tuple[Over, ...]
    scoped: tuple[tuple[Scope, Column], ...]


class ToldDocument(Struct, frozen=True):
    """A document as it is told; `files` are the paths of those that it shows."""

    told: DocumentChronicle
    files: tuple[str, ...]


class RecalledDocument(Struct, frozen=True):
    """A document as it was told, and what that follows from."""

    said: ThroughTime
    found: ToldDocument


class Recalled(Struct, frozen=True):
    """What the next chronicle, after an edit of instruments, can take over: documents, and the names of forms."""

    documents: Mapping[DocumentId, RecalledDocument]
    named: NamedForms


class Chronicle(Struct, frozen=True):
    """All documents. `days` are those on which any answer changes, `known` those on which it became known otherwise.

    `terms` are all that there ever were, with their days, `known_terms` the same as known on each day; `files` are the
    pictures and attachments shown.
    """

    documents: tuple[DocumentChronicle, ...]
    days: tuple[date, ...]
    known: tuple[date, ...]
    terms: tuple[TermInTime, ...]
    known_terms: tuple[KnownTerm, ...]
    files: tuple[PublishedFile, ...]
    recalled: Recalled


class Span(Struct, frozen=True):
    """A piece, from a day on until another (not included); None where no end of it is known."""

    piece: Piece
    page: str
    start: date
    end: date | None


def at(days: Days, day: date) -> int | None:
    """The edition of a day."""
    number = None
    for start, each in days:
        if start > day:
            break
        number = each
    return number


def spans(document: DocumentChronicle) -> Iterator[Span]:
    """Every piece of the effective text with its days, by the day from which it was there."""
    there: dict[tuple[int, str], date] = {}
    found: list[Span] = []
    for day, edition in document.effective:
        pages = document.editions[edition].pages if edition is not None else ()
        now = {(each, page.url) for page in pages for each in page.pieces}
        gone = [each for each in there if each not in now]
        found += [Span(document.pieces[number], url, there.pop((number, url)), day) for number, url in gone]
        for each in sorted(now - there.keys()):
            there[each] = day
    found += [Span(document.pieces[each], url, start, None) for (each, url), start in there.items()]
    yield from sorted(found, key=_by_start)


def _by_start(span: Span) -> tuple[date, str, str, str]:
    return (span.start, span.page, span.piece.identifier, span.piece.html)

"""Every text that each document ever had, or is to have by what is decided, with the days on which it had it.

`chronicle(sources)` gives it. For whoever builds on it, such as a search:

- `Chronicle.documents` are the documents that there ever were, in order, each a `DocumentChronicle`;
- its `pieces` are its distinct pieces of HTML, each once (a clause, a definition, a heading, a table), with the `id`
  and the identity (`who`) of the provision: the identity stays the same through moves and new numbers;
- its `editions` are its distinct texts: pages in order, each with the numbers of its pieces;
- `effective` says from which day it had which edition, by number, with the variations that held; None where it was no
  document of the Code. `base` says the same without variations;
- `spans(document)` (in `model`) gives every piece with the days from which, and until which, it was part of the
  effective text.

Links in pieces say not on which day: `tokens` tells how they are made whole.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from secc.amending.version import DocumentVersion
from secc.code.load import LoadedCode
from secc.code.shared_cache import SharedCache
from secc.ids import DocumentId
from secc.instruments.when import OperationRef
from secc.site.any_day.files import Files
from secc.site.any_day.forms import FormedPage
from secc.site.any_day.kept_forms import EMPTY, KeptForms
from secc.site.any_day.knowledge import known_days
from secc.site.any_day.layers import Ahead, ahead
from secc.site.any_day.model import (
    AsKnown,
    Chronicle,
    Column,
    Days,
    DocumentChronicle,
    Edition,
    Layer,
    Over,
    Page,
    Piece,
    Read,
    Recalled,
    RecalledDocument,
    Said,
    ThroughTime,
)
from secc.site.any_day.plain_pieces import PlainPiece
from secc.site.in_time.moment import Moment
from secc.timeline.replay import Wordings
from secc.timeline.timeline import EVERYTHING, Knowledge, asking


def chronicle(moment: Moment, on_disk: LoadedCode, last: Chronicle | None = None) -> Chronicle:
    """The chronicle of the Code whose instruments `moment` has; `on_disk` has the settings that all states share.

    What was as it is now before the instruments were edited is taken from the `last`.
    """
    files, timeline = Files(moment.opened.tree), moment.timeline
    shown = last.recalled.shown if last is not None else EMPTY
    forms = KeptForms(on_disk, files, SharedCache(moment.cache), shown)
    reading = _Reading(moment, forms, _recalled(last, forms))
    days = timeline.days()
    effective = _columns((day, reading.effective(day)) for day in days)
    base = _columns((day, reading.read(timeline.base(day))) for day in days)
    layers = [(each, reading.read(each.before), reading.read(each.after)) for each in ahead(timeline, moment.day)]
    known = tuple(reading.as_known())
    documents = {}
    for document in sorted(effective):
        said = _through_time(document, (effective, base), known, layers)
        earlier = reading.earlier(document)
        documents[document] = (
            earlier if earlier is not None and earlier.said == said else _told(document, said, reading)
        )
        forms.show(documents[document].files)
        forms.let_go()
    every = tuple(each.told for each in documents.values())
    return Chronicle(every, days, tuple(day for day, _ in known), files.published(), reading.recalled(documents))


def _through_time(
    document: DocumentId,
    columns: tuple[Mapping[DocumentId, Column], Mapping[DocumentId, Column]],
    known: Sequence[tuple[date, AsKnown]],
    layers: Sequence[tuple[Ahead, Read, Read]],
) -> ThroughTime:
    """What a document says on every day, as known now and before, and what it would say."""
    effective, base = (each.get(document, ()) for each in columns)
    over = [
        (each.instrument, each.standing, each.day, before.get(document), after.get(document))
        for each, before, after in layers
    ]
    as_known = tuple((day, each.columns.get(document, ())) for day, each in known)
    return ThroughTime(effective, base, as_known, tuple(each for each in over if each[3] != each[4]))


def _told(document: DocumentId, said: ThroughTime, reading: "_Reading") -> RecalledDocument:
    """The document with all its editions."""
    editions = _Editions(reading.forms, reading.versions)
    held, plain = editions.days(said.effective), editions.days(said.base)
    as_known = tuple(editions.known(said.known, held))
    layers = tuple(editions.layers(said.layers))
    base = plain if plain != held else ()
    told = DocumentChronicle(
        document, tuple(editions.pieces), tuple(editions.editions), held, base, as_known, layers, tuple(editions.plain)
    )
    return RecalledDocument(said, told, tuple(editions.files))


class _Reading:
    """What documents say in states of the Code, each asked for once."""

    def __init__(self, moment: Moment, forms: KeptForms, last: Recalled) -> None:
        self._moment = moment
        self._timeline = moment.timeline
        self.forms = forms
        self._last = last
        self._effective: dict[tuple[int, tuple[OperationRef, ...]], Read] = {}
        self._versions = dict(last.versions)
        self._as_known: dict[tuple[date, tuple[str, ...]], AsKnown] = {}

    def read(self, wordings: Wordings) -> Read:
        """What documents say by some wordings."""
        names = self.forms.of(wordings)
        return {document: (names[document], self._named(version)) for document, version in wordings.documents.items()}

    def _named(self, version: DocumentVersion) -> str:
        name = self._moment.opened.kept.name_of(version)
        self._versions[name] = version
        return name

    def effective(self, day: date, asked: Knowledge = EVERYTHING) -> Read:
        """What they say on a day with the variations that hold then; found again by the operations that lead to it."""
        variations = tuple(each.ref for each in self._timeline.variations(day, asked))
        key = (self._timeline.way(day, asked), variations)
        if key not in self._effective:
            self._effective[key] = self.read(self._timeline.effective(day, asked))
        return self._effective[key]

    def as_known(self) -> Iterator[tuple[date, AsKnown]]:
        """The same for all days as known on each on which anything became known, but where nothing else was said."""
        last: AsKnown | None = None
        for known in known_days(self._timeline.instruments):
            now = self._known(known)
            if now != last:
                yield known, now
            last = now

    def _known(self, known: date) -> AsKnown:
        """As known on a day: by what had been recorded, and nothing else."""
        recorded = self._moment.opened.recorded_by(known)
        found = self._last.as_known.get((known, recorded))
        if found is None:
            asked = asking(known)
            days = self._timeline.days(asked)
            found = AsKnown(days, _columns((day, self.effective(day, asked)) for day in days))
        self._as_known[known, recorded] = found
        return found

    @property
    def versions(self) -> Mapping[str, DocumentVersion]:
        """The versions by the names that states have for them."""
        return self._versions

    def earlier(self, document: DocumentId) -> RecalledDocument | None:
        """A document as it was told before the edit."""
        return self._last.documents.get(document)

    def recalled(self, documents: Mapping[DocumentId, RecalledDocument]) -> Recalled:
        """What may be asked for again."""
        columns = {id(each): each for one in self._as_known.values() for each in one.columns.values()}.values()
        named = {said for column in columns for _, said in column if said is not None}
        versions = {version: self._versions[version] for version in sorted({version for _, version in named})}
        return Recalled(self._as_known, versions, frozenset(form for form, _ in named), documents, self.forms.shown)


def _recalled(last: Chronicle | None, forms: KeptForms) -> Recalled:
    """What can be taken over; nothing, where forms that it names are kept no more, or never were."""
    if last is None or not all(map(forms.is_kept, last.recalled.forms)):
        return Recalled()
    return last.recalled


def _columns(states: Iterable[tuple[date, Read]]) -> dict[DocumentId, Column]:
    """What each document says from which day, of states in the order of their days."""
    found: dict[DocumentId, list[tuple[date, Said | None]]] = {}
    last: Read = {}
    for day, read in states:
        for document in sorted(each for each in {**last, **read} if read.get(each) != last.get(each)):
            found.setdefault(document, []).append((day, read.get(document)))
        last = read
    return {document: tuple(column) for document, column in found.items()}


class _Editions:
    """The editions of a document, numbered as they are met, with their pieces, and the files that they show."""

    def __init__(self, forms: KeptForms, versions: Mapping[str, DocumentVersion]) -> None:
        self._forms = forms
        self._versions = versions
        self._numbers: dict[Said, int] = {}
        self.editions: dict[Edition, int] = {}
        self.pieces: dict[Piece, int] = {}
        self.plain: dict[PlainPiece, int] = {}
        self.files: dict[str, None] = {}

    def days(self, column: Column) -> Days:
        """Which edition there was from which day."""
        found: list[tuple[date, int | None]] = []
        for day, said in column:
            number = self._number(said)
            if number != (found[-1][1] if found else None):
                found.append((day, number))
        return tuple(found)

    def known(self, known: Iterable[tuple[date, Column]], now: Days) -> Iterator[tuple[date, Days]]:
        """The same as known from each day on which it was known otherwise than before; nothing, where it never was."""
        found: list[tuple[date, Days]] = []
        for day, column in known:
            days = self.days(column)
            if days != (found[-1][1] if found else ()):
                found.append((day, days))
        return iter(found if len(found) > 1 or (found and found[0][1] != now) else ())

    def layers(self, layers: Iterable[Over]) -> Iterable[Layer]:
        """The instruments ahead that change the document."""
        for instrument, standing, day, before, after in layers:
            old, new = self._number(before), self._number(after)
            if old != new:
                yield Layer(instrument, standing, day, old, new)

    def _number(self, said: Said | None) -> int | None:
        if said is None:
            return None
        if said not in self._numbers:
            name, version = said
            edition = self._edition(name, self._versions[version])
            self._numbers[said] = self.editions.setdefault(edition, len(self.editions))
        return self._numbers[said]

    def _edition(self, name: str, version: DocumentVersion) -> Edition:
        form = self._forms.form(name)
        self.files |= {path: None for path, _ in form.files}
        pages = tuple(self._page(page, version) for page in form.pages)
        return Edition(form.title, form.known_as, form.digest, pages)

    def _page(self, page: FormedPage, version: DocumentVersion) -> Page:
        numbers = []
        for each in page.pieces:
            who = version.identities.get(each.path, "") if each.path else ""
            piece = Piece(each.html, each.identifier, each.path, who)
            numbers.append(self.pieces.setdefault(piece, len(self.pieces)))
        plain = tuple(self.plain.setdefault(each.plain, len(self.plain)) for each in page.pieces)
        return Page(page.url, page.path, page.number, page.title, page.depth, tuple(numbers), plain)

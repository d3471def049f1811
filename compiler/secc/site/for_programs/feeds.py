"""The feeds of the site: what is recorded, and what takes effect; for the Code, each document and each term.

An entry bears the day from which it is so. What is decided for a day to come bears the day from which it is on record
as decided, and is renewed when its day comes. What is recorded is renewed when it is decided, made or withdrawn.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import starmap

from msgspec import Struct, field

from secc.document.typography import curled
from secc.ids import Address, DocumentId
from secc.instruments.model import Instrument
from secc.instruments.when import InstrumentRef
from secc.render.exports.facts import What
from secc.render.exports.knowing import what_of
from secc.site.any_day.terms_in_time import TermInTime
from secc.site.for_programs.atom import Entry, Feed
from secc.site.for_programs.feed_lines import Lines, cut
from secc.site.for_programs.former import FormerNumber
from secc.site.for_programs.on_record import on_record
from secc.site.former_terms import FormerTerms
from secc.site.in_time import occurring
from secc.site.in_time.changes import by_origin
from secc.site.in_time.moment import Moment
from secc.site.in_time.occurring import Happening, happenings
from secc.site.in_time.register import FOLDER as INSTRUMENTS
from secc.site.in_time.register import Register
from secc.site.in_time.version_places import version_url
from secc.site.labels import short
from secc.site.noted import Computed, digest_of
from secc.site.plan import PlannedPage
from secc.site.terms import TermPage
from secc.timeline.changing import Changed
from secc.timeline.dates import printed_day
from secc.timeline.identities import identity_of, origin
from secc.timeline.learning import withdrawn_days
from secc.timeline.occurrences import Occurrence
from secc.timeline.standing import recorded

_Key = tuple[date, str]
"""A day, and the instrument that does something on it."""


class FormerNames(Struct, frozen=True):
    """Names that are no terms on the day, and are told of by when they were: `days` are those that are numbered."""

    terms: FormerTerms
    days: Sequence[date]


class _OfDocument(Struct):
    """What became of what stood in a document, who it is and where it stood; and what operations that name it do."""

    changes: list[tuple[str, Address, Changed]] = field(default_factory=list)
    happening: list[tuple[date, Happening, Sequence[Occurrence]]] = field(default_factory=list)


class Feeds:
    """Makes the feeds of a site on a day. `changed` are the changes of every provision, by who it is."""

    def __init__(self, moment: Moment, register: Register, changed: Mapping[str, Sequence[Changed]]) -> None:
        self._moment = moment
        self._known = moment.timeline.known()
        self._register = register
        self._changed = changed
        self._happenings = happenings(moment)
        self._on_record = on_record(moment)

    def all(
        self,
        documents: Sequence[PlannedPage],
        terms: Sequence[TermPage],
        former: Sequence[FormerNumber],
        names: FormerNames,
    ) -> Iterator[Feed]:
        """Every feed; documents and terms that are gone keep theirs."""
        recorded, log = tuple(self._recorded()), tuple(self._log())
        yield self._of_code(recorded, log)
        yield _feed(INSTRUMENTS, "Instruments", recorded)
        titles = [(first.document.id, first.url, f"{first.number} {first.title}") for first in documents]
        gone = [each for each in former if each.has_feed]
        titles += [(each.address.document, each.url, each.address.printed) for each in gone if not each.term]
        for document, url, title in titles:
            yield self._of_document(document, url, title)
        for page in terms:
            yield _feed(page.url, f"“{curled(page.name)}”", self._of_term(page.url, page.name, self._meant(page)))
        for each in gone:
            if each.term:
                meant = [(identity, each.address) for identity in each.identities]
                yield _feed(each.url, f"“{curled(each.term)}”", self._of_term(each.url, each.term, meant))
        for url, of_name in names.terms.items():
            name = of_name[0].names[0]
            told = ((key, what, term.address) for term in of_name for key, what in self._turns(term, names.days))
            yield _feed(url, f"“{curled(name)}”", self._term_entries(url, name, told))

    def _of_code(self, recorded: Sequence[Entry], log: Sequence[Entry]) -> Feed:
        every = [(day, each, each.occurrences) for day, of_day in self._happenings.items() for each in of_day]
        behind = (
            recorded,
            log,
            [*starmap(_happens, every)],
            [*map(self._behind.get, self._register.instruments)],
            self._to_come(self._happenings),
            list(self._on_record.values()),
        )
        return Feed("", "What takes effect and what is recorded", lambda: (*recorded, *self._effects(), *log), behind)

    def _of_document(self, document: DocumentId, url: str, title: str) -> Feed:
        found = self._by_document.get(document, _OfDocument())
        origins = sorted(set(map(origin, {each[0] for each in found.changes})))
        names = {ref.instrument for _, _, each in found.changes for ref in each.by}
        names |= {happening.instrument for _, happening, _ in found.happening}
        behind = (
            document,
            [*map(by_origin(self._moment).digest, origins)],
            [*starmap(_happens, found.happening)],
            [*map(self._behind.get, sorted(names))],
            self._to_come(each.day for *_, each in found.changes),
            self._to_come(day for day, *_ in found.happening),
            [since for (_, name), since in self._on_record.items() if name in names],
        )
        return Feed(url, title, lambda: [*self._entries(document, found, url)], behind)

    def _to_come(self, days: Iterable[date]) -> list[date]:
        """Those after the day of the site: an entry is renewed when its day comes."""
        return sorted({day for day in days if day > self._moment.day})

    def _recorded(self) -> Iterator[Entry]:
        withdrawn = withdrawn_days(self._known)
        for name, url in self._register.urls.items():
            instrument = self._register.instruments[name]
            day = recorded(instrument) or self._known_from(instrument)
            updated = max(self._known_from(instrument), withdrawn.get(InstrumentRef(name), day))
            title = f"Recorded: {self._register.title(name)}"
            standing = self._known.standing(instrument).printed
            lines = (f"{str(instrument.kind).capitalize()}, {standing}", *map(curled, filter(None, [instrument.by])))
            yield Entry(f"instruments/{name}", title, day, updated, url, lines)

    def _effects(self) -> Iterator[Entry]:
        for day, of_day in self._happenings.items():
            for each in of_day:
                title = f"{self._register.title(each.instrument)}: {self._how(each, day)}"
                path = f"effect/{day.isoformat()}/{each.instrument}/{each.how.replace(' ', '-')}"
                yield self._entry(path, title, (day, each.instrument), "", cut(self._sentences(each, each.occurrences)))

    def _how(self, happening: Happening, day: date) -> str:
        """`has effect from 24 February 2022`, `is to end on 1 June 2023`, or, where only a bound is known, that."""
        coming = day > self._moment.day
        match happening.how:
            case occurring.FROM:
                return f"{'is to have' if coming else 'has'} effect from {printed_day(day)}"
            case occurring.UNTIL:
                return f"{'is to end' if coming else 'ends'} on {printed_day(day)}"
            case how:
                return f"{how}, {printed_day(day)}"

    def _log(self) -> Iterator[Entry]:
        for entry in self._moment.log:
            title = f"Version {entry.number}, in effect from {printed_day(entry.in_effect)}"
            day = entry.published
            lines = tuple(f"{each}: version {listed.version}" for each, listed in entry.documents.items())
            yield Entry(f"versions/{entry.number}", title, day, day, version_url(entry), cut(lines))

    @cached_property
    def _by_document(self) -> Mapping[DocumentId, _OfDocument]:
        found = Computed[DocumentId, _OfDocument](None, lambda _: _OfDocument())
        for identity, changes in self._changed.items():
            for each in changes if "/" in identity else ():
                address = each.address or each.before
                if address is not None:
                    found[address.document].changes.append((identity, address, each))
        for day, of_day in self._happenings.items():
            for happening in of_day:
                for document, occurrences in happening.by_document.items():
                    found[document].happening.append((day, happening, occurrences))
        return found

    @cached_property
    def _behind(self) -> Mapping[str, bytes]:
        """The digest of all that is told of each instrument: what it is called, its words, and when it was recorded."""
        return Computed(self._register.instruments, self._behind_instrument)

    def _behind_instrument(self, name: str) -> bytes:
        register = self._register
        called = (name, register.titles[name], register.urls[name])
        return digest_of((called, register.behind(name), self._known_from(register.instruments[name])))

    def _entries(self, document: DocumentId, found: _OfDocument, url: str) -> Iterator[Entry]:
        of_days: dict[_Key, Lines] = {}
        for _, address, each in found.changes:
            for name in dict.fromkeys(ref.instrument for ref in each.by):
                lines = of_days.setdefault((each.day, name), Lines())
                lines.places.setdefault(what_of(each).capitalize(), []).append(curled(short(address)))
        for day, happening, occurrences in found.happening:
            lines = of_days.setdefault((day, happening.instrument), Lines())
            lines.words += self._sentences(happening, occurrences)
        yield from (self._of(document, key, each, url) for key, each in of_days.items())

    def _sentences(self, happening: Happening, occurrences: Iterable[Occurrence]) -> Iterable[str]:
        """What operations of it order, each once."""
        how = "" if happening.how == occurring.FROM else f" ({happening.how})"
        words = ((each.ref, self._register.in_words(each.ref, each.operation)) for each in occurrences)
        return dict.fromkeys(f"{ref.number} {curled(said)}{how}".strip() for ref, said in words)

    def _of(self, document: DocumentId, key: _Key, lines: Lines, url: str) -> Entry:
        day, name = key
        title = f"{document.printed}, {printed_day(day)}: {self._register.title(name)}"
        return self._entry(f"{document}/{day.isoformat()}/{name}", title, key, url, lines.all())

    def _meant(self, page: TermPage) -> Iterator[tuple[str, Address]]:
        """The definitions of a term, or the clauses whose words introduce it, with where they stand."""
        for meaning in page.meanings:
            identity = self._moment.identity(meaning.term.address.without_paragraphs)
            if identity is not None:
                yield identity, meaning.term.address

    def _of_term(self, url: str, term: str, meant: Iterable[tuple[str, Address]]) -> Iterator[Entry]:
        """Its definitions' changes."""
        told = (
            ((each.day, ref.instrument), what_of(each), address)
            for identity, address in meant
            for each in self._changed.get(identity, ())
            for ref in each.by
        )
        return self._term_entries(url, term, told)

    def _turns(self, term: TermInTime, days: Sequence[date]) -> Iterator[tuple[_Key, What]]:
        """When a name came to be a term, and was none any more, with the instruments that changed what introduced it.

        Where none changed its words, as when it came with its document, those that did anything in that.
        """
        for start, end in term.days:
            first = self._moment.timeline.base(days[start - 1])
            who = identity_of(first, term.address.without_paragraphs) or ""
            turns: tuple[tuple[int, What], ...] = ((start, "inserted"), (end, "taken out"))
            for day, what in ((days[number - 1], what) for number, what in turns if number):
                by = [ref.instrument for each in self._changed.get(who, ()) if each.day == day for ref in each.by]
                of_day = self._happenings.get(day, ())
                by = by or [each.instrument for each in of_day if term.address.document in each.by_document]
                yield from (((day, name), what) for name in by)

    def _term_entries(self, url: str, term: str, told: Iterable[tuple[_Key, What, Address]]) -> Iterator[Entry]:
        """What became of a term; of two things that one instrument does to it on a day, the first is told."""
        keys: set[_Key] = set()
        for key, what, address in told:
            if key not in keys:
                keys.add(key)
                day, name = key
                title = f"“{curled(term)}”: {what}, {printed_day(day)}"
                lines = (curled(address.printed[0].upper() + address.printed[1:]), self._register.title(name))
                yield self._entry(f"{url}{day.isoformat()}/{name}", title, key, url, lines)

    def _entry(self, path: str, title: str, key: _Key, url: str, lines: tuple[str, ...]) -> Entry:
        day, name = key
        instrument = self._register.instruments.get(name)
        since = self._known_from(instrument) if instrument is not None else day
        since = max(since, self._on_record.get(key, since))
        updated = max(day, since) if day <= self._moment.day else since
        return Entry(path, title, since, updated, url or self._register.urls.get(name, ""), lines)

    def _known_from(self, instrument: Instrument) -> date:
        """The day from which it is on record as law; for what bears no day at all, the first of the Code."""
        return self._known.on_record(instrument) or self._moment.timeline.wording_days()[0]


def _feed(page: str, title: str, entries: Iterable[Entry]) -> Feed:
    """A feed of little."""
    found = tuple(entries)
    return Feed(page, title, lambda: found, found)


def _happens(day: date, happening: Happening, occurrences: Iterable[Occurrence]) -> object:
    """What of operations of it is told, but for their words."""
    return (day, happening.instrument, happening.how, [each.ref.number for each in occurrences])

"""What is told of provisions beside their text: their effect on each day, what changed them, and by what."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import NotRequired, TypedDict

from secc.document.typography import curled
from secc.ids import Address, DocumentId
from secc.instruments.model import Instrument
from secc.instruments.when import OperationRef
from secc.site.any_day.known_changes import KnownChange, KnownChanges, known_changes
from secc.site.any_day.known_periods import Asking, KnownPeriod, Period
from secc.site.any_day.known_periods import Told as ToldOfDays
from secc.site.any_day.model import DocumentChronicle
from secc.site.any_day.periods import KnownEffect, as_period, known_periods
from secc.site.any_day.tokens import of_site, place
from secc.site.in_time.asides import SaidBeside, said_beside
from secc.site.in_time.moment import Moment
from secc.site.in_time.put_there import PutThere, put_there
from secc.site.in_time.register import Register
from secc.site.naming import id_of
from secc.timeline.standing import recorded

_Said = tuple[str, str, str]
"""What is said of effect: the sign of a state, the state in short, and all of it, as HTML."""
PeriodRow = list[str | int | None]
"""From a day, until another: what is said, by number. Then from which day it was known so and, where it is not known so
now, until which; and of which days it is told, where it is not of all alike.
"""
_Change = list[str | list[int] | None]
"""A day, where it stood before and where from that day, with its number as printed, and the instruments, by number.

Then, where it was not known so from that day on and is not known so now, from which day it was and until which.
"""


class ToldOf(TypedDict):
    """What a pack has beside text: effects by `id` (empty for the document), changes as asked for.

    `beside`, where there is any, is what is said beside provisions and changes nothing, by the same.
    """

    said: list[_Said]
    statuses: dict[str, list[PeriodRow]]
    beside: NotRequired[dict[str, list[PeriodRow]]]
    changes: list[list[_Change]]
    instruments: list[tuple[str, str, str]]


class Told:
    """Everything that is told, by document."""

    def __init__(self, moment: Moment, register: Register) -> None:
        self.cache = moment.cache
        self._register = register
        self._changes = known_changes(moment)
        self._effects: dict[DocumentId, list[KnownEffect]] = {}
        for each in known_periods(moment):
            self._effects.setdefault(each.address.document, []).append(each)
        self._put_there: dict[DocumentId, list[tuple[Address, KnownPeriod]]] = {}
        for put in put_there(moment):
            found = (put.status.address, _known(put, moment.timeline.by_name))
            self._put_there.setdefault(put.status.address.document, []).append(found)
        self._asides: dict[DocumentId, list[tuple[Address, KnownPeriod]]] = {}
        for beside in said_beside(moment):
            place = beside.said.address.without_paragraphs
            known = _known_aside(beside, moment.timeline.by_name)
            self._asides.setdefault(place.document, []).append((place, known))

    def of(self, document: DocumentChronicle, whose: Sequence[str], alone: Container[str] | None = None) -> ToldOf:
        """What is told of a document and of whatever ever stood in it: the effect of all, or of some `id`s alone."""
        instruments: dict[str, int] = {each.instrument: number for number, each in enumerate(document.layers)}
        told = [[_told(each, instruments) for each in self._changes.get(who, ())] for who in whose]
        said: dict[_Said, int] = {}
        statuses = self._rows(self._periods_of(document), said, alone)
        beside = self._rows(self._asides.get(document.id, ()), said, alone)
        found: ToldOf = {
            "said": list(said),
            "statuses": statuses,
            "changes": told,
            "instruments": [
                (name, curled(self._register.title(name)), self._register.urls[name]) for name in instruments
            ],
        }
        if beside:
            found["beside"] = beside
        return found

    def _rows(
        self, periods: Iterable[tuple[Address, KnownPeriod]], said: dict[_Said, int], alone: Container[str] | None
    ) -> dict[str, list[PeriodRow]]:
        found: dict[str, list[PeriodRow]] = {}
        for address, period in periods:
            identifier = id_of(address.path)
            if alone is None or identifier in alone:
                found.setdefault(identifier, []).append(self._period(period, said))
        return found

    def _periods_of(self, document: DocumentChronicle) -> Iterator[tuple[Address, KnownPeriod]]:
        for each in self.effects_of(document):
            yield from ((each.address, period) for period in each.periods)
        yield from self._put_there.get(document.id, ())

    def effects_of(self, document: DocumentChronicle) -> Sequence[KnownEffect]:
        """What is told of the effect of a document and of what stood in it, as known on each day."""
        return self._effects.get(document.id, ())

    def behind(self, document: DocumentChronicle) -> object:
        """All that what is told of a document follows from, besides its chronicle."""
        changes, asides = self._changes_of(document), self._asides.get(document.id, ())
        put_there = self._put_there.get(document.id, ())
        effects = self.effects_of(document)
        refs = {ref for of_it in changes.values() for each in of_it for ref in each.change.by}
        refs.update(ref for _, period in (*self._periods_of(document), *asides) for ref in period.told.period.refs)
        names = {ref.instrument for ref in refs} | {each.instrument for each in document.layers}
        titles, urls = self._register.titles, self._register.urls
        called = [(name, titles.get(name), urls.get(name)) for name in sorted(names)]
        return changes, effects, put_there, asides, called

    def _changes_of(self, document: DocumentChronicle) -> KnownChanges:
        whole = {str(document.id), *(each.who for each in document.pieces)}
        return {who: self._changes[who] for who in sorted(whole) if who in self._changes}

    def _period(self, known: KnownPeriod, said: dict[_Said, int]) -> PeriodRow:
        """Links to instruments lead to the site of today."""
        period = known.told.period
        words = of_site(self._register.linked(period.words, period.refs, ""))
        return row_of(known, said.setdefault((period.sign, period.state, words), len(said)))


def row_of(known: KnownPeriod, number: int) -> PeriodRow:
    """A period of which that is said which has a number."""
    period, asking = known.told.period, str(known.told.asking)
    end, until = (each.isoformat() if each is not None else None for each in (period.end, known.until))
    row = [period.start.isoformat(), end, number, known.since.isoformat(), until, asking]
    while not row[-1]:
        row.pop()
    return row


def _known(put: PutThere, instruments: Mapping[str, Instrument]) -> KnownPeriod:
    """What is said of what variations put into the text, known when the last of them was."""
    return _known_since(as_period(put), instruments)


def _known_aside(beside: SaidBeside, instruments: Mapping[str, Instrument]) -> KnownPeriod:
    """What is said beside a provision, known when the instrument was."""
    aside = beside.said.aside
    return _known_since(Period(beside.start, beside.end, "", aside.short, beside.said.words, (aside.ref,)), instruments)


def _known_since(period: Period, instruments: Mapping[str, Instrument]) -> KnownPeriod:
    days = (recorded(instruments[ref.instrument]) for ref in period.refs)
    since = max((day for day in days if day is not None), default=period.start)
    return KnownPeriod(ToldOfDays(period, Asking.ALL), since, None)


def _told(known: KnownChange, instruments: dict[str, int]) -> _Change:
    each = known.change
    until = [known.until.isoformat()] if known.until is not None else []
    since = [known.since.isoformat()] if until or known.since != each.day else []
    return [
        each.day.isoformat(),
        place(each.before) if each.before is not None else None,
        place(each.address) if each.address is not None else None,
        curled(each.address.printed) if each.address is not None else None,
        _numbers(each.by, instruments),
        *since,
        *until,
    ]


def _numbers(refs: Iterable[OperationRef], instruments: dict[str, int]) -> list[int]:
    return [instruments.setdefault(name, len(instruments)) for name in dict.fromkeys(each.instrument for each in refs)]

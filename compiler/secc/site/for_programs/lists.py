"""The data beside the lists of the site: days, instruments, what is in flight or waits, terms, versions."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from secc.code.load import LoadedCode
from secc.ids import Address
from secc.instruments.model import Instrument
from secc.instruments.printing import sentence
from secc.render.exports.code_files import CodeFile
from secc.render.exports.facts import By, Facts
from secc.render.exports.files import TheCode
from secc.render.exports.instrument_files import when
from secc.render.exports.list_files import (
    ConflictSaid,
    ConflictSide,
    DayOfChange,
    DaysFile,
    FlightFile,
    HappeningOn,
    NotYetFile,
    RegisterFile,
    RegisterLine,
    TermsFile,
    TextDay,
    TimelineFile,
    VersionsFile,
    Waiting,
    WithStatus,
)
from secc.render.exports.schemas import ListFile
from secc.site.any_day.day_lists import FOLDER as DAYS
from secc.site.any_day.making import AnyDay
from secc.site.any_day.manifest import MANIFEST
from secc.site.any_day.model import Chronicle
from secc.site.for_programs.placing import beside
from secc.site.in_time.commenced import commenced
from secc.site.in_time.flight_pages import URL as IN_FLIGHT
from secc.site.in_time.flight_pages import clashing, flying
from secc.site.in_time.instrument_pages import latest_first, made_or_recorded
from secc.site.in_time.moment import Moment
from secc.site.in_time.occurring import Happening, happenings
from secc.site.in_time.register import FOLDER as INSTRUMENTS
from secc.site.in_time.register import Register
from secc.site.in_time.statuses import statuses
from secc.site.in_time.timeline_pages import URL as TIMELINE
from secc.site.in_time.version_places import FOLDER as VERSIONS
from secc.site.in_time.waiting import URL as NOT_YET
from secc.site.in_time.waiting import waiting_for
from secc.site.terms import FOLDER as TERMS
from secc.timeline.conflict_model import Conflict, Side

LISTS = (INSTRUMENTS, VERSIONS, TIMELINE, NOT_YET, IN_FLIGHT)
"""The pages that list what is known of time."""


def lists_of_code(about: CodeFile) -> Iterator[tuple[str, ListFile]]:
    """What the list of everything has, for the page of each of its lists; each with the page's address."""
    yield TERMS, TermsFile(format=1, code=about.code, as_at=None, known=None, terms=about.terms)
    if about.versions or about.instruments:
        yield VERSIONS, VersionsFile(format=1, code=about.code, as_at=None, known=None, versions=about.versions)


class ListsInTime(Struct, frozen=True):
    """Makes the data of the lists about time. `shown` is all that stands in the text of the site's day.

    `any_day` has all texts; it is None where they are not wanted. `on_disk` has the settings.
    """

    code: TheCode
    moment: Moment
    register: Register
    facts: Facts
    shown: frozenset[Address]
    any_day: AnyDay | None
    on_disk: LoadedCode

    def all(self) -> Iterator[tuple[str, ListFile]]:
        """Each with the address of the page that it is beside."""
        yield TIMELINE, self._timeline()
        everything = self._lines(self.register.instruments.values())
        yield INSTRUMENTS, RegisterFile(format=1, code=self.code, as_at=None, known=None, instruments=everything)
        yield IN_FLIGHT, self._flight()
        yield NOT_YET, self._not_yet()
        if self.any_day is not None:
            yield DAYS, self._days(self.any_day.chronicle)

    def _timeline(self) -> TimelineFile:
        versions = {entry.in_effect: entry.number for entry in self.moment.log}
        days = tuple(
            DayOfChange(day=day, version=versions.get(day, ""), happenings=tuple(map(_happening, of_day)))
            for day, of_day in happenings(self.moment).items()
        )
        return TimelineFile(format=1, code=self.code, as_at=None, known=None, days=days)

    def _lines(self, instruments: Iterable[Instrument]) -> tuple[RegisterLine, ...]:
        known = self.moment.timeline.known()
        return tuple(
            RegisterLine(
                name=each.name,
                title=each.title,
                data=beside(self.register.urls[each.name], "json"),
                instrument=each.kind,
                standing=known.standing(each),
                day=made_or_recorded(each, known),
            )
            for each in latest_first(instruments, known)
        )

    def _flight(self) -> FlightFile:
        return FlightFile(
            format=1,
            code=self.code,
            as_at=None,
            known=None,
            instruments=self._lines(flying(self.moment, self.register)),
            conflicts=tuple(map(_conflict, clashing(self.moment, self.on_disk))),
        )

    def _not_yet(self) -> NotYetFile:
        return NotYetFile(
            format=1,
            code=self.code,
            as_at=None,
            known=None,
            provisions=tuple(self._with_status()),
            to_begin=_waiting(self.moment, begun=False),
            to_end=_waiting(self.moment, begun=True),
        )

    def _with_status(self) -> Iterator[WithStatus]:
        """But for what a variation leaves out: it has an effect and no place."""
        for each in statuses(self.moment).values():
            status = self.facts(each.address).status
            if each.like is None and status is not None and each.address in self.shown:
                yield WithStatus(address=str(each.address), printed=each.address.printed, status=status)

    def _days(self, chronicle: Chronicle) -> DaysFile:
        starts = [(str(each.id), {day for day, _ in each.effective}) for each in chronicle.documents]
        days = tuple(
            TextDay(day=day, documents=tuple(document for document, changed in starts if day in changed))
            for day in chronicle.days
        )
        return DaysFile(format=1, code=self.code, as_at=None, known=None, days=days, data=MANIFEST)


def _happening(each: Happening) -> HappeningOn:
    paragraphs = dict.fromkeys(occurrence.ref.number for occurrence in each.occurrences)
    return HappeningOn(
        instrument=each.instrument,
        how=each.how,
        paragraphs=tuple(paragraphs),
        documents=tuple(map(str, each.documents)),
    )


def _conflict(each: Conflict) -> ConflictSaid:
    sides = tuple(_side(side) for side in (each.first, each.second) if side is not None)
    return ConflictSaid(conflict=each.kind, sides=sides, words=each.words, advice=each.advice, day=each.bites)


def _side(side: Side) -> ConflictSide:
    return ConflictSide(instrument=side.ref.instrument, paragraph=side.ref.number, place=side.place)


def _waiting(moment: Moment, *, begun: bool) -> tuple[Waiting, ...]:
    return tuple(
        Waiting(
            by=By(each.ref.instrument, each.ref.number),
            words=sentence(each.operation),
            whom=each.extent.printed,
            when=when(value),
            commenced=commenced(moment, each),
        )
        for each, value in waiting_for(moment, begun=begun)
    )

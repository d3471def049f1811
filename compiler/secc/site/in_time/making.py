"""The pages about time: instruments, versions, the timeline, what is not yet in effect, what is in flight."""

from collections.abc import Iterator
from functools import cached_property, partial

from msgspec import Struct

from secc.code.load import LoadedCode
from secc.document.typography import curled
from secc.instruments.model import Instrument
from secc.site.addresses import Addresses
from secc.site.in_time.account import account
from secc.site.in_time.flight_pages import URL as IN_FLIGHT
from secc.site.in_time.flight_pages import clashing, conflict_views, flying
from secc.site.in_time.holding import Holding
from secc.site.in_time.instrument_keys import instrument_keys
from secc.site.in_time.instrument_pages import InstrumentPages
from secc.site.in_time.moment import Moment
from secc.site.in_time.occurring import happenings
from secc.site.in_time.placing import Placing
from secc.site.in_time.put_there import put_there_at
from secc.site.in_time.register import FOLDER as INSTRUMENTS
from secc.site.in_time.register import register
from secc.site.in_time.stories import Stories
from secc.site.in_time.telling import Telling
from secc.site.in_time.timeline_pages import URL as TIMELINE
from secc.site.in_time.timeline_pages import days_of_change, is_to_come, views_of_days
from secc.site.in_time.upcoming import instrument_days
from secc.site.in_time.version_pages import listed_documents, version_line, version_lines
from secc.site.in_time.version_places import FOLDER as VERSIONS
from secc.site.in_time.version_places import version_url
from secc.site.in_time.views import DayOfChangeView, DayView, change_view
from secc.site.in_time.waiting import URL as NOT_YET
from secc.site.in_time.waiting import status_views, to_begin, to_end
from secc.site.in_time.whose import Whose, whose
from secc.site.made import MadePage, Maker, Together
from secc.site.noted import Notes
from secc.timeline.log import LogEntry

_SOON, _LATELY = 4, 3
"""How many days the home page names."""


class HomeView(Struct, frozen=True):
    """What the home page says of time: the days to come, the last days, and how much waits or is in flight."""

    coming: tuple[DayOfChangeView, ...]
    lately: tuple[DayOfChangeView, ...]
    waiting: int
    flying: int


class TimePages:
    """The pages about time of a site on a day, and what is told of time on others, noting what it is asked."""

    def __init__(self, moment: Moment, on_disk: LoadedCode, day: DayView, addresses: Addresses, notes: Notes) -> None:
        self.moment = moment
        self._on_disk = on_disk
        self.day = day
        self.register = register(moment.timeline.instruments, moment.cache)
        self.noted_register = self.register.noted(notes)
        self.account = account(moment, notes)
        self.placing = Placing(moment, addresses, self.account.present, notes)
        self.stories = Stories(self.account, self.noted_register)
        self.telling = Telling(self.account, self.noted_register, self.stories)
        put = put_there_at(moment)
        self.holding = Holding(self.account, self.noted_register, self.stories, self.placing, put, notes)
        self.whose: Whose = whose(moment, notes)

    def home(self) -> HomeView:
        """What the home page says."""
        days = [*happenings(self.moment)]
        coming = [day for day in days if day > self.moment.day]
        lately = days[: len(days) - len(coming)][::-1]
        views = partial(views_of_days, moment=self.moment, register=self.register, placing=self.placing, url="")
        waiting = [each for each in to_begin(self.moment, self.register) if not each.commenced]
        return HomeView(views(coming[:_SOON]), views(lately[:_LATELY]), len(waiting), len(self._flying))

    def pages(self, maker: Maker, noting: Maker) -> Iterator[MadePage]:
        """Every page about time; those that are kept are made by a maker that notes what it is asked."""
        yield from self._instruments(maker, noting)
        yield from self._versions(maker)
        yield maker.late(TIMELINE, "Timeline", partial(self._timeline, maker))
        yield maker.late(NOT_YET, "Not in effect", partial(self._not_yet, maker))
        yield maker.late(IN_FLIGHT, "Changes in flight", partial(self._in_flight, maker))

    @cached_property
    def _flying(self) -> tuple[Instrument, ...]:
        return flying(self.moment, self.register)

    @cached_property
    def _of_instruments(self) -> InstrumentPages:
        return InstrumentPages(self.moment, self.register, self.noted_register, self.placing, self.account.present)

    @property
    def groups(self) -> Iterator[Together]:
        """The pages that are kept, each by itself."""
        keys = instrument_keys(self.moment)
        for name, instrument in self.register.instruments.items():
            url = self.register.urls[name]
            yield Together(f"instrument {name}", (url, keys.of(instrument)), (url,))

    def _instruments(self, maker: Maker, noting: Maker) -> Iterator[MadePage]:
        making = self._of_instruments
        description = f"Every instrument that made or changed the {maker.theme.facts.title}, or is to."
        days = instrument_days(self.moment)

        def register() -> MadePage:
            return maker.page(INSTRUMENTS, "Instruments", description, "instruments.html", {"lines": making.lines()})

        def page(name: str, title: str) -> MadePage:
            view = making.view(self.register.instruments[name])
            identifiers = tuple(each.identifier for each in view.operations)
            context = {"page": view, "change": change_view(days.get(name), "what is said here")}
            url = self.register.urls[name]
            return noting.page(url, title, f"{view.kind}: {title}.", "instrument.html", context, identifiers)

        yield maker.late(INSTRUMENTS, "Instruments", register)
        for name, instrument in self.register.instruments.items():
            title = curled(instrument.title)
            yield noting.late(self.register.urls[name], title, partial(page, name, title))

    def _versions(self, maker: Maker) -> Iterator[MadePage]:
        yield maker.late(VERSIONS, "Versions", partial(self._log, maker))
        for entry in self.moment.log:
            url = version_url(entry)
            yield maker.late(url, f"Version {entry.number}", partial(self._version, entry, url, maker))

    def _log(self, maker: Maker) -> MadePage:
        lines = version_lines(self.moment, self.register)
        description = f"The document log of the {maker.theme.facts.title}: its versions, with digests."
        return maker.page(VERSIONS, "Versions", description, "versions.html", {"lines": lines})

    def _version(self, entry: LogEntry, url: str, maker: Maker) -> MadePage:
        context: dict[str, object] = {
            "entry": entry,
            "line": version_line(entry, self.register, url),
            "documents": tuple(listed_documents(entry, self.moment, self.placing)),
            "change": None,
        }
        title = f"Version {entry.number}"
        return maker.page(url, title, f"{title} of the {maker.theme.facts.title}.", "version.html", context)

    def _timeline(self, maker: Maker) -> MadePage:
        days = days_of_change(self.moment, self.register, self.placing, TIMELINE)
        coming = tuple(each for each in days if is_to_come(each, self.moment))
        context: dict[str, object] = {
            "as_at": self.day,
            "coming": coming,
            "past": days[: len(days) - len(coming)][::-1],
        }
        description = f"Every day on which the {maker.theme.facts.title} changed or is to change."
        identifiers = tuple(each.address for each in days)
        return maker.page(TIMELINE, "Timeline", description, "timeline.html", context, identifiers)

    def _not_yet(self, maker: Maker) -> MadePage:
        context: dict[str, object] = {
            "as_at": self.day,
            "statuses": status_views(self.moment, self.account.statuses, self.register, self.placing),
            "to_begin": to_begin(self.moment, self.register),
            "to_end": to_end(self.moment, self.register),
        }
        description = f"What of the {maker.theme.facts.title} is not in effect, and what it waits for."
        return maker.page(NOT_YET, "Not in effect", description, "not-yet.html", context)

    def _in_flight(self, maker: Maker) -> MadePage:
        context: dict[str, object] = {
            "as_at": self.day,
            "lines": self._of_instruments.lines_of(self._flying, IN_FLIGHT),
            "conflicts": conflict_views(clashing(self.moment, self._on_disk), self.register),
        }
        description = f"Changes to the {maker.theme.facts.title} that have not had all their effect, and conflicts."
        return maker.page(IN_FLIGHT, "Changes in flight", description, "in-flight.html", context)

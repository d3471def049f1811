"""The changes in flight, and which of them do not go together."""

from collections.abc import Mapping
from html import escape

from msgspec import Struct

from secc.document.typography import curled
from secc.instruments.model import Instrument
from secc.site.in_time.kept import kept
from secc.site.in_time.moment import Moment
from secc.site.in_time.register import Register
from secc.site.in_time.views import ConflictView
from secc.timeline.conflicts import Conflict, Side, conflicts, in_flight
from secc.timeline.dates import printed_day
from secc.timeline.replay import Wordings

URL = "in-flight/"


class Flight(Struct, frozen=True):
    """The instruments that change wording and have not had all their effect by the day, by name; and conflicts."""

    names: tuple[str, ...]
    conflicts: tuple[Conflict, ...]


def flight(moment: Moment) -> Flight:
    """What is in flight on the day. Replaying it is slow, so it is kept."""
    return kept(moment.cache, f"flight {moment.key}", Flight, lambda: _flight(moment))


def conflict_views(found: Flight, register: Register) -> tuple[ConflictView, ...]:
    """The conflicts, each with its two sides."""
    return tuple(
        ConflictView(
            str(each.kind).capitalize(),
            tuple(_side(side, register) for side in (each.first, each.second) if side is not None),
            each.words,
            each.advice,
            f"from {printed_day(each.bites)}" if each.bites is not None else "on a day that is not known yet",
        )
        for each in found.conflicts
    )


def instruments_of(found: Flight, register: Register) -> tuple[Instrument, ...]:
    """The instruments in flight."""
    return tuple(register.instruments[name] for name in found.names)


def _flight(moment: Moment) -> Flight:
    names = tuple(each.name for each in in_flight(moment.timeline, moment.day))
    return Flight(names, conflicts(moment.timeline, moment.log, moment.day, _nothing))


def _side(side: Side, register: Register) -> str:
    return f"{escape(curled(side.place))}: {register.operation(side.ref, URL)}"


def _nothing(_: Wordings) -> Mapping[str, str]:
    """References and terms are not looked at here."""
    return {}

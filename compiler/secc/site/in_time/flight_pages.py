"""The changes in flight, and which of them do not go together."""

from collections.abc import Sequence
from functools import partial
from html import escape

from msgspec import Struct

from secc.amending.version import DocumentVersion, Path
from secc.document.typography import curled
from secc.ids import DocumentId
from secc.instruments.model import Instrument
from secc.site.in_time.kept import kept
from secc.site.in_time.moment import Moment
from secc.site.in_time.register import Register
from secc.site.in_time.views import ConflictView
from secc.timeline.conflicts import Conflict, Side, conflicts, in_flight
from secc.timeline.dates import printed_day
from secc.timeline.two_steps import Said, Turned, said_in

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
            curled(register.readable(each.words)),
            f"from {printed_day(each.bites)}" if each.bites is not None else "on a day that is not known yet",
        )
        for each in found.conflicts
    )


def instruments_of(found: Flight, register: Register) -> tuple[Instrument, ...]:
    """The instruments in flight."""
    return tuple(register.instruments[name] for name in found.names)


def _flight(moment: Moment) -> Flight:
    """References and terms are not looked at."""
    names = tuple(each.name for each in in_flight(moment.timeline, moment.day))
    return Flight(names, conflicts(moment.timeline, moment.log, moment.day, None, reading=partial(_said, moment)))


def _said(moment: Moment, document: DocumentId, turned: Sequence[Turned]) -> Sequence[Said]:
    """What went from a document, or came to it, on all its days, kept by its texts."""
    names = [[_name(moment, each.before), _name(moment, each.after), each.omitted] for each in turned]
    kind = tuple[tuple[tuple[Path, frozenset[str]], ...], ...]
    return kept(moment.cache, f"turned {names}", kind, lambda: tuple(map(tuple, said_in(document, turned))))


def _name(moment: Moment, version: DocumentVersion | None) -> str:
    return moment.opened.kept.name_of(version) if version is not None else ""


def _side(side: Side, register: Register) -> str:
    return f"{escape(curled(side.place))}: {register.operation(side.ref, URL)}"

"""What is not in effect on the day, and what it waits for."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TypeAlias

from secc.document.typography import curled
from secc.site.in_time.commenced import commenced
from secc.site.in_time.moment import Moment
from secc.site.in_time.placing import Placing
from secc.site.in_time.register import Register, alone
from secc.site.in_time.statuses import Statuses
from secc.site.in_time.views import StatusView, WaitingView
from secc.site.naming import up
from secc.site.views import LinkView
from secc.timeline.occurrences import Occurrence
from secc.timeline.overtaken import Ends
from secc.timeline.scopes import EVERYBODY
from secc.timeline.value import Day, NeverComes, Unknown, Value, bounds, in_words, reached

URL = "not-yet/"
WaitingFor: TypeAlias = tuple[Occurrence, Value]
"""An operation, and when what it waits for comes."""


def when_words(occurrences: Sequence[Occurrence], ends: Ends) -> str:
    """`from 1 October 2018 until 31 December 2020; waits for event "X"`; empty where it is not law.

    Of `ends` in the place of which others came, which.
    """
    several = len(occurrences) > 1
    said = dict.fromkeys(_extent(each, several=several) + _as_given(each, ends) for each in occurrences)
    return curled("; ".join(said))


def status_views(moment: Moment, statuses: Statuses, register: Register, placing: Placing) -> tuple[StatusView, ...]:
    """The provisions that are not plainly in effect, but for those of which no more is said than of what holds them."""
    return tuple(
        StatusView(
            LinkView(up(URL) + placing.here(each.address), "", curled(each.address.printed)),
            each.sign,
            register.linked(each.words, each.refs, URL),
        )
        for each in statuses.values()
        if each.like is None and placing.here(each.address) and moment.identity(each.address) is not None
    )


def to_begin(moment: Moment, register: Register) -> tuple[WaitingView, ...]:
    """The operations of what is law that have not yet had effect, but may."""
    return tuple(_views(moment, register, begun=False))


def to_end(moment: Moment, register: Register) -> tuple[WaitingView, ...]:
    """The operations that have had effect and are to end."""
    return tuple(_views(moment, register, begun=True))


def waiting_for(moment: Moment, *, begun: bool) -> tuple[WaitingFor, ...]:
    """The operations that are to have effect, or of those that have it, to lose it; each with when that is."""
    found = _waiting_for(moment, begun=begun)
    return tuple(sorted(found, key=_first_day) if begun else found)


def _waiting_for(moment: Moment, *, begun: bool) -> Iterator[WaitingFor]:
    for each in moment.occurring:
        value = each.ends if begun else each.starts
        has_begun = reached(each.starts, moment.day, None) is True
        if has_begun is begun and not isinstance(value, NeverComes) and reached(value, moment.day, None) is not True:
            yield from ((one, value) for one in each.occurrences)


def _first_day(waiting: WaitingFor) -> date:
    """The first day on which it may come; what may come on any is last."""
    return next(iter(bounds(waiting[1])), date.max)


def _views(moment: Moment, register: Register, *, begun: bool) -> Iterator[WaitingView]:
    for each, value in waiting_for(moment, begun=begun):
        when = curled(_extent(each, several=each.extent.scope != EVERYBODY) + _value(value))
        sentence = alone(register.in_words(each.ref, each.operation))
        yield WaitingView(register.operation(each.ref, URL), when, sentence, commenced(moment, each))


def _extent(occurrence: Occurrence, *, several: bool) -> str:
    return f"for {occurrence.extent.printed} " if several else ""


def _as_given(occurrence: Occurrence, ends: Ends) -> str:
    found = ends.get((occurrence.ref, occurrence.extent))
    return _when(occurrence.starts, occurrence.ends) + (f", but {found.in_words}" if found is not None else "")


def _when(starts: Value, ends: Value) -> str:
    if isinstance(starts, NeverComes):
        return "never has effect"
    start = f"from {in_words(starts)}" if isinstance(starts, Day) else in_words(starts)
    match ends:
        case Day():
            return f"{start}, until {in_words(ends)}"
        case Unknown():
            return f"{start}; its end {in_words(ends)}"
        case NeverComes():
            return start


def _value(value: Value) -> str:
    return f"on {in_words(value)}" if isinstance(value, Day) else in_words(value)

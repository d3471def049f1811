"""Provisions that have ceased to have effect, or never have any, with the days on which that is so."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from secc.check.in_time.known import KnownTime, Period
from secc.ids import Address
from secc.instruments.model import Cease, Commence, Extend
from secc.instruments.when import OperationRef
from secc.timeline.dates import printed_day
from secc.timeline.effect import Effects
from secc.timeline.force_model import Force, State
from secc.timeline.histories import identity_of, place_of
from secc.timeline.replay import Wordings
from secc.timeline.value import Day, NeverComes


@dataclass(frozen=True, slots=True)
class Ended:
    """A provision without effect for anybody from a day to a day, for good as far as is known, and why."""

    identity: str
    address: Address
    first: date
    last: date | None
    why: str
    by: tuple[OperationRef, ...]

    def touches(self, period: Period) -> bool:
        """Whether it is without effect on any day of a period, and part of the text then."""
        begins = period.last is None or self.first <= period.last
        return begins and (self.last is None or period.first <= self.last) and self._place(period.wordings) is not None

    def is_meant(self, wordings: Wordings, here: Address, targets: Sequence[Address]) -> bool:
        """Whether a reference that stands elsewhere leads to it, or into it."""
        place = self._place(wordings)
        if place is None or not any(_stands_in(wordings, each, place) for each in targets):
            return False
        return not _stands_in(wordings, here, place)

    def _place(self, wordings: Wordings) -> Address | None:
        return place_of(wordings, self.identity)


def ended(known: KnownTime) -> tuple[Ended, ...]:
    """Every provision that records of effect name, and that is at some time without effect for good."""
    return tuple(_ended(known))


def _ended(known: KnownTime) -> Iterator[Ended]:
    effects, days = known.effects, known.timeline.days()
    for identity in sorted(_may_end(known)):
        before: tuple[date, Force] | None = None
        for day in days:
            force = _force(known, effects, identity, day)
            if before is not None and (force is None or force.in_words != before[1].in_words):
                yield from _made(known, identity, before, day - timedelta(days=1))
                before = None
            if before is None and force is not None and _is_without(force):
                before = (day, force)
        if before is not None:
            yield from _made(known, identity, before, None)


def _may_end(known: KnownTime) -> set[str]:
    """What has an end that is known, or a beginning that never comes."""
    found: set[str] = set()
    for each in known.effects.records.every:
        match each.action:
            case Cease():
                ends = isinstance(each.starts, Day)
            case Extend():
                ends = isinstance(each.ends, Day)
            case Commence():
                ends = isinstance(each.ends, Day) or isinstance(each.starts, NeverComes)
            case _:
                ends = False
        if ends:
            found |= each.identities
    return found


def _is_without(force: Force) -> bool:
    if force.state is State.CEASED:
        return not any("again" in part.why for part in force.parts)
    return force.state is State.NOT_YET and all("never does" in part.why for part in force.parts)


def _force(known: KnownTime, effects: Effects, identity: str, day: date) -> Force | None:
    period = known.period(day)
    address = place_of(period.wordings, identity) if period is not None else None
    return effects.force(address, day) if address is not None else None


def _made(known: KnownTime, identity: str, before: tuple[date, Force], last: date | None) -> Iterator[Ended]:
    day, force = before
    period = known.period(day)
    address = place_of(period.wordings, identity) if period is not None else None
    if address is None:
        return
    since = f"ceases to have effect on {printed_day(day)}" if force.state is State.CEASED else "never has effect"
    yield Ended(identity, address, day, last, since, force.refs)


def _stands_in(wordings: Wordings, address: Address, outer: Address) -> bool:
    if address.within(outer):
        return True
    if address.document != outer.document or identity_of(wordings, address) is None or not address.path:
        return False
    version = wordings.documents[address.document]
    blocks = version.blocks
    place = version.by_path[address.path]
    depth = blocks[place].depth
    for each in range(place - 1, -1, -1):
        if blocks[each].depth < depth:
            depth = blocks[each].depth
            if blocks[each].own and blocks[each].address == outer:
                return True
    return False

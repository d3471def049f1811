"""What is said of the effect of provisions, and the provisions of which it is said: where each stands and stood."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import cached_property
from typing import TypeAlias

from msgspec import Struct

from secc.instruments.model import (
    Cease,
    Commence,
    Disapply,
    Extend,
    FixProvision,
    ReadAs,
    Resume,
    Suspend,
    Vary,
)
from secc.instruments.when import OperationRef
from secc.timeline.dates import printed_day
from secc.timeline.known import Record
from secc.timeline.occurrences import Occurrence
from secc.timeline.scopes import Extent
from secc.timeline.value import Day, NeverComes, Unknown, Value, latest

OnForce: TypeAlias = Commence | Cease | Extend | Vary | Disapply | Suspend | Resume
Beside: TypeAlias = FixProvision | ReadAs
"""What is said beside the text, and changes what it comes to: another date than it states, other words than it has."""


class ForceRecord(Struct, frozen=True):
    """What an operation does to the effect of provisions, or says beside them, for some, from a day until a day.

    `identities` are the provisions that it names, not what stands in them, which is meant too but for those `alone`: a
    place that has effect as if more stood in it, or as if some of it were otherwise. `ends` of an extension is the end
    that it gives. `words` say, of a variation, as if what had been done; `made` is the day on which its instrument was
    made, as known.
    """

    ref: OperationRef
    action: OnForce | Beside
    identities: frozenset[str]
    starts: Value
    ends: Value
    extent: Extent
    record: Record
    words: str = ""
    made: date | None = None
    alone: frozenset[str] = frozenset()

    @classmethod
    def of(
        cls,
        occurrence: Occurrence,
        identities: Iterable[str],
        words: str = "",
        made: date | None = None,
        alone: frozenset[str] = frozenset(),
    ) -> "ForceRecord | None":
        """The record of an occurrence; None where its operation does and says nothing of the kind."""
        action = occurrence.action
        if not isinstance(action, OnForce | Beside):
            return None
        named = frozenset(identities)
        return cls(
            occurrence.ref,
            action,
            named,
            occurrence.starts,
            occurrence.ends,
            occurrence.extent,
            occurrence.record,
            words,
            made,
            alone,
        )


class Moved(Struct, frozen=True):
    """A day on which a provision was put elsewhere; what it stood in before and after, from the nearest outwards.

    What was split off another stood in it before, which was there `since` a day.
    """

    day: date
    before: tuple[str, ...]
    after: tuple[str, ...]
    since: date | None = None


MovesAround: TypeAlias = tuple[tuple[Moved, ...], tuple[Moved, ...]]
"""Those by which a provision came to stand where it does on a day; those by which it is to be put elsewhere."""


def moves_around(moves: Sequence[Moved], day: date) -> MovesAround:
    """Those of a provision up to a day, and those after it."""
    return tuple(each for each in moves if each.day <= day), tuple(each for each in moves if each.day > day)


class Stay(Struct, frozen=True):
    """Where a provision stands from a day until another: itself and what it stands in, from the nearest outwards.

    Without a day, from the first; without one until which, for good, as far as is recorded.
    """

    since: date | None
    until: date | None
    chain: tuple[str, ...]


class Located(Struct, frozen=True, dict=True):
    """A provision: its identity, those that it stands in from the nearest outwards, the day of its insertion.

    Without a day it was there from the first. `below` are provisions in it; only those that records name matter.
    `moved` are the days, in order, on which it came to stand where it does, `moving` those on which it is to be put
    elsewhere.
    """

    identity: str
    ancestors: tuple[str, ...] = ()
    inserted: date | None = None
    below: tuple["Located", ...] = ()
    moved: tuple[Moved, ...] = ()
    moving: tuple[Moved, ...] = ()

    @property
    def since(self) -> date | None:
        """The day from which it is there, by itself or as part of what it was split off; None from the first."""
        return next((each.since for each in self.moved if each.since is not None), self.inserted)

    @property
    def chain(self) -> tuple[str, ...]:
        """Itself and those that it stands in, from the nearest outwards."""
        return (self.identity, *self.ancestors)

    @property
    def is_unmoved(self) -> bool:
        """Whether it stands where it always stood, and is to stand."""
        return not self.moved and not self.moving

    @property
    def ever(self) -> tuple[str, ...]:
        """Itself, those that it stands in, and those that it stood in or is to stand in."""
        if self.is_unmoved:
            return self.chain
        return tuple(dict.fromkeys(one for each in (self.stays[len(self.moved)], *self.stays) for one in each.chain))

    @cached_property
    def stays(self) -> tuple[Stay, ...]:
        """Where it stood, stands, and is to stand, in order."""
        chains = [*(each.before for each in self.moved), self.ancestors, *(each.after for each in self.moving)]
        days = [each.day for each in (*self.moved, *self.moving)]
        return tuple(
            Stay(since, until, (self.identity, *chain))
            for since, until, chain in zip([None, *days], [*days, None], chains, strict=True)
        )

    def stay_on(self, day: date | None) -> Stay:
        """That of a day; of one before it was there the first, and without a day that of now."""
        if day is None:
            return self.stays[len(self.moved)]
        return next(each for each in self.stays if each.until is None or day < each.until)

    def distance(self, record: ForceRecord) -> int:
        """How far outwards a record names it: 0 for itself; as many as there are in `ever` where it does not.

        A commencement names what stood there on its own day, or on that on which it was made. An end is of what stands
        there on its day, so that it may be of all that ever does. What switches off is of what stands there while it
        does, and what varies or is said beside the text, of what stands there now.
        """
        far = len(self.ever)
        if self.is_unmoved:
            return place_in(self.chain, record, far)
        return min(place_in(each.chain, record, far) for each in self._asked(record))

    def is_reached(self, record: ForceRecord, day: date | None) -> bool:
        """Whether it stands on a day in what a record names; without a day, where it stands now."""
        return is_in(self.stay_on(day), record)

    @property
    def to_come(self) -> tuple[Stay, ...]:
        """Where it stands, and is to stand."""
        return self.stays[len(self.moved) :]

    def is_concerned(self, record: ForceRecord, day: date) -> bool:
        """Whether what a record does on a day is for it, of those that name it where it ever stands."""
        return isinstance(record.action, Commence) or self.is_reached(record, day)

    def is_commenced(self, record: ForceRecord) -> bool:
        """Whether a commencement is for it: it stood there on its day, or on that on which it was made."""
        return any(is_in(each, record) for each in self._commenced(record))

    def while_there(self, record: ForceRecord, value: Value, known: date | None) -> Value:
        """A day on which something begins or ends in what a record names; never, where it does not stand there then.

        Where the day is not known, it is one on which it stands there, of those from now on and after that `known`.
        """
        if self.is_unmoved:
            return value
        day = latest(value)
        if not isinstance(value, Unknown) or (day is not None and self.stay_on(day) in self.stays[: len(self.moved)]):
            return value if self.is_reached(record, day) else NeverComes()
        coming = [each for each in self.to_come if _may_be_in(each, value, known)]
        there = [each for each in coming if is_in(each, record)]
        if not there:
            return NeverComes()
        first = there[0].since if there[0] is not coming[0] else value.not_before
        if there[-1] is coming[-1]:
            return (
                Day(first) if first and first == value.not_after else Unknown(value.waits_for, first, value.not_after)
            )
        until = f" before {printed_day(there[-1].until)}" if there[-1].until is not None else ""
        return Unknown(tuple(f"{each}{until}" for each in value.waits_for), first)

    def _asked(self, record: ForceRecord) -> Iterator[Stay]:
        match record.action:
            case Commence():
                yield from self._commenced(record)
                yield from [self.stay_on(day) for day in [latest(record.ends)] if day is not None]
            case Cease() | Extend():
                yield from self.stays
            case Suspend() | Disapply() | Resume():
                yield from self.to_come
            case _:
                yield self.stay_on(None)

    def _commenced(self, record: ForceRecord) -> Iterator[Stay]:
        yield self.stay_on(latest(record.starts))
        if record.made is not None:
            yield self.stay_on(record.made)


def is_in(stay: Stay, record: ForceRecord) -> bool:
    """Whether a record names what stands there, or what that stands in."""
    return place_in(stay.chain, record, -1) >= 0


def _may_be_in(stay: Stay, value: Unknown, known: date | None) -> bool:
    """Whether a day that is not known, and had not come on the day `known`, may lie in a stay."""
    past = [value.not_before or date.min, known + timedelta(days=1) if known and known < date.max else date.min]
    is_over = stay.until is not None and stay.until <= max(past)
    is_later = stay.since is not None and value.not_after is not None and value.not_after < stay.since
    return not is_over and not is_later


def place_in(chain: Sequence[str], record: ForceRecord, otherwise: int) -> int:
    """How far outwards a record names what is first in a chain."""
    found = (place for place, identity in enumerate(chain) if identity in record.identities)
    return next((place for place in found if not place or chain[place] not in record.alone), otherwise)

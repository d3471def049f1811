"""What is said of the effect of provisions, and the provisions of which it is said: where each stands and stood."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
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
from secc.timeline.known import Record
from secc.timeline.occurrences import Occurrence
from secc.timeline.scopes import Extent
from secc.timeline.value import Value, latest

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

    @property
    def lasts(self) -> bool:
        """Whether it holds for what stood there on its day wherever this is put since.

        What switches off or varies is of what stands where it says on the day that is asked about.
        """
        return isinstance(self.action, Commence | Cease | Extend)

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


class Located(Struct, frozen=True):
    """A provision: its identity, those that it stands in from the nearest outwards, the day of its insertion.

    Without a day it was there from the first. `below` are provisions in it; only those that records name matter.
    `moved` are the days, in order, on which it came to stand where it does.
    """

    identity: str
    ancestors: tuple[str, ...] = ()
    inserted: date | None = None
    below: tuple["Located", ...] = ()
    moved: tuple[Moved, ...] = ()

    @property
    def since(self) -> date | None:
        """The day from which it is there, by itself or as part of what it was split off; None from the first."""
        return next((each.since for each in self.moved if each.since is not None), self.inserted)

    @property
    def chain(self) -> tuple[str, ...]:
        """Itself and those that it stands in, from the nearest outwards."""
        return (self.identity, *self.ancestors)

    @property
    def ever(self) -> tuple[str, ...]:
        """Itself, those that it stands in, and those that it stood in."""
        if not self.moved:
            return self.chain
        return tuple(dict.fromkeys([*self.chain, *(each for one in self.moved for each in one.before)]))

    def distance(self, record: ForceRecord) -> int:
        """How far outwards a record names it: 0 for itself; as many as there are in `ever` where it does not.

        What lasts names what stood there on its own day; a commencement, on that on which it was made as well.
        """
        far = len(self.ever)
        if not self.moved or not record.lasts:
            return _place_in(self.chain, record, far)
        return min(_place_in(chain, record, far) for chain in self._chains(record))

    def is_reached(self, record: ForceRecord, day: date | None) -> bool:
        """Whether it stands on a day in what a record names; without a day, where it stands now."""
        return not self.moved or _place_in(self._chain_on(day), record, len(self.ever)) < len(self.ever)

    def _chains(self, record: ForceRecord) -> Iterator[tuple[str, ...]]:
        yield self._chain_on(latest(record.starts))
        if isinstance(record.action, Commence) and record.made is not None:
            yield self._chain_on(record.made)

    def _chain_on(self, day: date | None) -> tuple[str, ...]:
        """The chain of a day; the first that it had, before it was there."""
        holders = (each.before for each in self.moved if day is not None and day < each.day)
        return (self.identity, *next(holders, self.ancestors))


def _place_in(chain: Sequence[str], record: ForceRecord, otherwise: int) -> int:
    found = (place for place, identity in enumerate(chain) if identity in record.identities)
    return next((place for place in found if not place or chain[place] not in record.alone), otherwise)

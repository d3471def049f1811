"""What became of every provision, worked out for all of them at once and kept."""

import hashlib
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache

from secc.ids import Address
from secc.site.in_time.moment import Moment
from secc.site.noted import Computed, Noted, encoded
from secc.site.parted import Parted
from secc.timeline.changing import Changed, DaysChanged
from secc.timeline.identities import origin

Changes = Mapping[str, tuple[Changed, ...]]
"""The changes of each provision by who it is, oldest first. What always stood as it does is not among them."""


def what_of(change: Changed) -> str:
    """The change as a word: `Changed`, `Inserted`."""
    if change.address is None:
        return "Taken out"
    if change.before is None:
        return "Inserted"
    return "Changed" if change.address == change.before else renamed(change.before, change.address)


def renamed(before: Address, now: Address) -> str:
    """From what it came to be what it is now: `Renamed from "Device"`, `Renumbered from H1.2`, `Moved from …`."""
    if before.document != now.document:
        return f"Moved from {before.printed}"
    old, new = before.path[-1:], now.path[-1:]
    if before.path[:-1] == now.path[:-1] and _is_term(*old) and _is_term(*new):
        return f"Renamed from {old[0]}"
    return f"Renumbered from {before.printed}"


def _is_term(step: str = "") -> bool:
    return step.startswith('"')


@lru_cache(maxsize=2)
def changes(moment: Moment) -> Changes:
    """The changes of every document, sub-section, clause and definition, on every day, past and future."""
    return {
        identity: found
        for identity, found in every_change(moment).items()
        if "/" in identity or len(found) > 1 or found[0].day > moment.day  # of a document that only came, nothing
    }


@lru_cache(maxsize=2)
def every_change(moment: Moment) -> Mapping[str, tuple[Changed, ...]]:
    """The same as the timeline tells them, which keeps those of each day."""
    return days_changed(moment).all()


@lru_cache(maxsize=2)
def days_changed(moment: Moment) -> DaysChanged:
    """The same day by day, as known on any day."""
    return DaysChanged(moment.timeline)


class ChangesByOrigin(Mapping[str, Changes]):
    """Those of every provision by the document from which it comes, with the digest of what a document has of them."""

    def __init__(self, changes: Changes, day: date) -> None:
        self._day = day
        self._found: dict[str, dict[str, tuple[Changed, ...]]] = {}
        for identity, each in changes.items():
            self._found.setdefault(origin(identity), {})[identity] = each
        self._digests = Computed[str, bytes](None, self._digest)

    def __getitem__(self, document: str) -> Changes:
        return self._found[document]

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

    def digest(self, document: str) -> bytes:
        """The same for the same changes; for a document from which nothing comes, too.

        Whether the first of a document itself has come by the day of the site is part of it (`changes`).
        """
        return self._digests[document]

    def noted(self) -> Noted[str, Changes]:
        """The same, noting what it is asked."""
        return Parted(self, str, str, self.digest)

    def noted_each(self, changes: Changes) -> Noted[str, tuple[Changed, ...]]:
        """Changes out of these, by who provisions are, noting what they are asked."""
        return Parted(changes, str, origin, self.digest)

    def _digest(self, document: str) -> bytes:
        found = self._found.get(document, {})
        has_come = [each.day <= self._day for each in found.get(document, ())[:1]]
        return hashlib.sha256(encoded((has_come, found))).digest()


@lru_cache(maxsize=2)
def by_origin(moment: Moment) -> ChangesByOrigin:
    """Every change, by the document from which the provision comes."""
    return ChangesByOrigin(every_change(moment), moment.day)

"""Provisions that were put elsewhere, and where they stood before.

Where a provision stands is wording, and moves; whether it has effect is not, and stays. So a clause that commenced with
its sub-section, for everybody or for some, has done so wherever it is put since; what had been made by then for the
sub-section to commence later is for it, too; and what commenced or ended where it is put, before that, was not for it.
So it is with the second part of a provision that is split, which stood in this until then.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from secc.amending.version import DocumentVersion, Path, Versions
from secc.ids import Address
from secc.instruments.model import Join, Move, Split
from secc.timeline.dates import day_before
from secc.timeline.identities import identity_of, place_of
from secc.timeline.located import Moved
from secc.timeline.timeline import Knowledge, Timeline
from secc.timeline.wordings import Wordings


class Moves:
    """The moves of a timeline, those of a day worked out once, on however many days they were known."""

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self._found: dict[tuple[date, int, int], tuple[tuple[str, Moved], ...]] = {}

    def of(self, asked: Knowledge) -> Mapping[str, tuple[Moved, ...]]:
        """Who was put elsewhere, oldest first: what is moved or split off, and what stands in it and goes with it."""
        found: dict[str, tuple[Moved, ...]] = {}
        days: dict[date, list[Split]] = {}
        for step in self._timeline.steps(asked):
            if isinstance(step.action, Join | Move | Split):
                days.setdefault(step.day, []).extend([step.action] if isinstance(step.action, Split) else [])
                days.setdefault(step.ends or step.day, [])
        for day in sorted(days):
            for identity, each in self._on(day, days[day], asked):
                found[identity] = (*found.get(identity, ()), each)
        return found

    def _on(self, day: date, splits: Sequence[Split], asked: Knowledge) -> tuple[tuple[str, Moved], ...]:
        timeline = self._timeline
        way_before = timeline.way(day_before(day), asked) if day > date.min else 0
        key = (day, way_before, timeline.way(day, asked))
        if key not in self._found:
            before, after = timeline.before(day, asked), timeline.base(day, asked)
            parts = (_second_part(day, each, before, after) for each in splits)
            moved = _moved(day, before.documents, after.documents)
            self._found[key] = (*moved, *(each for each in parts if each is not None))
        return self._found[key]


def _moved(day: date, before: Versions, after: Versions) -> Iterator[tuple[str, Moved]]:
    holding = dict(held for version in _others(after, before) for held in _holders(version))
    for version in _others(before, after):
        for identity, chain in _holders(version):
            now = holding.get(identity)
            if now is not None and not set(chain) <= set(now):
                yield identity, Moved(day, chain, now)


def _second_part(day: date, action: Split, before: Wordings, after: Wordings) -> tuple[str, Moved] | None:
    """The second part of what is split, which stood in the first until then; None where it could not be carried out."""
    first = action.place.address
    second = Address(first.document, (*first.path[:-1], action.label))
    identity, origin = identity_of(after, second), identity_of(after, first)
    if identity is None or origin is None or place_of(before, identity) is not None:
        return None
    now = tuple(ancestors(after.documents[first.document], second.path))
    return identity, Moved(day, (origin, *now), now)


def _others(versions: Versions, beside: Versions) -> Collection[DocumentVersion]:
    """Those that are not among others as they are."""
    return [version for document, version in versions.items() if beside.get(document) is not version]


def _holders(version: DocumentVersion) -> Iterator[tuple[str, tuple[str, ...]]]:
    for path, identity in version.identities.items():
        yield identity, tuple(ancestors(version, path))


def ancestors(version: DocumentVersion, path: Path) -> Iterator[str]:
    """What the provision at a path stands in, from the nearest outwards, the document last."""
    yield from (version.identities[each] for each in version.holders.get(path, ()))
    if path:
        yield version.identity

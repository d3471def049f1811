"""Provisions that were put elsewhere, and where they stood before.

Where a provision stands is wording, and moves; whether it has effect is not, and stays. So a clause that commenced with
its sub-section, for everybody or for some, has done so wherever it is put since; what had been made by then for the
sub-section to commence later is for it, too; and what commenced or ended where it is put, before that, was not for it.
So it is with the second part of a provision that is split, which stood in this until then.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from secc.amending.version import DocumentVersion, Path, Versions
from secc.ids import Address
from secc.instruments.model import Join, Move, Split
from secc.timeline.dates import day_before
from secc.timeline.identities import identity_of, place_of
from secc.timeline.located import Moved
from secc.timeline.timeline import Knowledge, Timeline
from secc.timeline.wordings import Wordings


class _Put(Struct, frozen=True):
    """Who was put elsewhere; of what was split off, off whom."""

    identity: str
    moved: Moved
    origin: str = ""


class Moves:
    """The moves of a timeline, those of a day worked out once, on however many days they were known."""

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self._found: dict[tuple[date, int, int], tuple[_Put, ...]] = {}

    def of(self, asked: Knowledge) -> Mapping[str, tuple[Moved, ...]]:
        """Who was put elsewhere, oldest first: what is moved or split off, and what stands in it and goes with it."""
        found: dict[str, tuple[Moved, ...]] = {}
        days: dict[date, list[Split]] = {}
        for step in self._timeline.steps(asked):
            if isinstance(step.action, Join | Move | Split):
                days.setdefault(step.day, []).extend([step.action] if isinstance(step.action, Split) else [])
                days.setdefault(step.ends or step.day, [])
        for day in sorted(days):
            for put in self._on(day, days[day], asked):
                if put.origin:
                    first = self._timeline.first_days(asked).get(put.origin)
                    found[put.identity] = tuple(_as_part(put, found.get(put.origin, ()), first))
                else:
                    found[put.identity] = (*found.get(put.identity, ()), put.moved)
        return found

    def _on(self, day: date, splits: Sequence[Split], asked: Knowledge) -> tuple[_Put, ...]:
        timeline = self._timeline
        way_before = timeline.way(day_before(day), asked) if day > date.min else 0
        key = (day, way_before, timeline.way(day, asked))
        if key not in self._found:
            texts = timeline.before(day, asked), timeline.base(day, asked)
            make = partial(_put, day, splits, *texts)
            self._found[key] = timeline.following(f"put elsewhere, {splits}", tuple[_Put, ...], day, asked, make)
        return self._found[key]


def _put(day: date, splits: Sequence[Split], before: Wordings, after: Wordings) -> tuple[_Put, ...]:
    """Who is put elsewhere on a day, of which the texts before and after are given."""
    parts = (put for each in splits for put in _split_off(day, each, before, after))
    return (*_moved(day, before.documents, after.documents), *parts)


def _moved(day: date, before: Versions, after: Versions) -> Iterator[_Put]:
    holding = dict(held for version in _others(after, before) for held in _holders(version))
    for version in _others(before, after):
        for identity, chain in _holders(version):
            now = holding.get(identity)
            if now is not None and not set(chain) <= set(now):
                yield _Put(identity, Moved(day, chain, now))


def _split_off(day: date, action: Split, before: Wordings, after: Wordings) -> Iterator[_Put]:
    """The second part of what is split; nothing where it could not be carried out."""
    first = action.place.address
    second = Address(first.document, (*first.path[:-1], action.label))
    identity, origin = identity_of(after, second), identity_of(after, first)
    if identity is not None and origin is not None and place_of(before, identity) is None:
        now = tuple(ancestors(after.documents[first.document], second.path))
        yield _Put(identity, Moved(day, (origin, *now), now), origin)


def _as_part(put: _Put, moved: Iterable[Moved], first: date | None) -> Iterator[Moved]:
    """Where what is split off stood before: in the other, wherever that stood, from its first day on."""
    for each in moved:
        yield replace(each, before=(put.origin, *each.before), after=(put.origin, *each.after), since=None)
        first = each.since or first
    yield replace(put.moved, since=first)


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

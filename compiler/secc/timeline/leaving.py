"""Provisions that were put elsewhere, and where they stood before.

Where a provision stands is wording, and moves; whether it has effect is not, and stays. So a clause that commenced with
its sub-section, for everybody or for some, has done so wherever it is put since; what had been made by then for the
sub-section to commence later is for it, too; and what commenced or ended where it is put, before that, was not for it.
"""

from collections.abc import Collection, Iterator
from datetime import date

from secc.amending.version import DocumentVersion, Path, Versions
from secc.instruments.model import Move
from secc.timeline.located import Moved
from secc.timeline.timeline import Knowledge, Timeline


def moves(timeline: Timeline, asked: Knowledge) -> Iterator[tuple[str, Moved]]:
    """Who was put elsewhere, oldest first: what is moved, and what stands in it and goes with it."""
    days = sorted({step.day for step in timeline.steps(asked) if isinstance(step.action, Move)})
    for day in days:
        yield from _moved_on(timeline, asked, day)


def _moved_on(timeline: Timeline, asked: Knowledge, day: date) -> Iterator[tuple[str, Moved]]:
    before, after = timeline.before(day, asked).documents, timeline.base(day, asked).documents
    holding = dict(held for version in _others(after, before) for held in _holders(version))
    for version in _others(before, after):
        for identity, chain in _holders(version):
            now = holding.get(identity)
            if now is not None and not set(chain) <= set(now):
                yield identity, Moved(day, chain, now)


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
        yield str(version.id)

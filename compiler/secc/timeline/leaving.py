"""Provisions that were taken out of what they stood in, and put elsewhere.

What took effect on the whole of what a provision stood in took effect on that provision, and it does not lose this by
being moved: a clause that commenced with its sub-section has been in effect since then, wherever it stands.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from secc.amending.version import DocumentVersion, Path, Versions
from secc.instruments.model import Move
from secc.timeline.timeline import Knowledge, Timeline


@dataclass(frozen=True, slots=True)
class Left:
    """A provision that left some of those in which it stood, and the day from which it did not stand in them."""

    day: date
    identity: str
    holders: frozenset[str]


def leavings(timeline: Timeline, asked: Knowledge) -> Iterator[Left]:
    """Every leaving, oldest first: of what is moved alone, and not of what stands in it and goes with it."""
    days = sorted({step.day for step in timeline.steps(asked) if isinstance(step.action, Move)})
    for day in days:
        before, after = timeline.before(day, asked).documents, timeline.base(day, asked).documents
        held = {who: chain for version in _others(after, before) for who, chain in _holders(version)}
        for version in _others(before, after):
            for identity, chain in _holders(version):
                if identity in held and chain and chain[0] not in held[identity]:
                    yield Left(day, identity, frozenset(chain) - frozenset(held[identity]))


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

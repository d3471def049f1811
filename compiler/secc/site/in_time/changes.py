"""What became of every provision, worked out for all of them at once and kept."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache

from msgspec import Struct

from secc.amending.version import DocumentVersion, Path
from secc.ids import Address, DocumentId
from secc.instruments.when import OperationRef
from secc.site.in_time.kept import kept
from secc.site.in_time.moment import Moment
from secc.timeline.changing import Changed
from secc.timeline.changing import changes as worked_out
from secc.timeline.histories import words_of
from secc.timeline.timeline import Timeline


class Change(Struct, frozen=True, array_like=True):
    """A day on which a provision was put in, changed, moved or taken out, and the operations that did it.

    `address` is where it stands from that day, None where it does no longer; `before` where it stood until then.
    """

    day: date
    before: Address | None
    address: Address | None
    by: tuple[OperationRef, ...]

    @property
    def what(self) -> str:
        """The change as a word: `Changed`, `Inserted`."""
        if self.address is None:
            return "Taken out"
        if self.before is None:
            return "Inserted"
        return "Changed" if self.address == self.before else f"Renumbered from {self.before.printed}"


Changes = Mapping[str, tuple[Change, ...]]
"""The changes of each provision by who it is, oldest first. What always stood as it does is not among them."""


@lru_cache(maxsize=2)
def changes(moment: Moment) -> Changes:
    """The changes of every document, sub-section, clause and definition, on every day, past and future."""
    return {
        identity: tuple(Change(each.day, each.before, each.address, each.by) for each in found)
        for identity, found in every_change(moment).items()
        if "/" in identity or len(found) > 1  # a document that only came is not told of
    }


@lru_cache(maxsize=2)
def every_change(moment: Moment) -> Mapping[str, tuple[Changed, ...]]:
    """The same as the timeline tells them: to work them out is slow, so that it is done once."""
    return kept(
        moment.cache,
        f"every change {moment.opened.fingerprint}",
        dict[str, tuple[Changed, ...]],
        lambda: dict(worked_out(moment.timeline)),
    )


def days_of_change(timeline: Timeline) -> dict[str, list[date]]:
    """The days on which each provision came to stand, or to read, as it did not before; its first day among them."""
    days: dict[str, list[date]] = {}
    last: dict[str, tuple[Address, tuple[str, ...]]] = {}
    seen: dict[DocumentId, DocumentVersion] = {}
    for day in timeline.wording_days():
        now = timeline.base(day).documents
        there: set[str] = set()
        for document, version in now.items():
            if seen.get(document) is version:
                continue
            for identity, path in _shown(version):
                there.add(identity)
                reading = (Address(document, path), words_of(version, path))
                if last.get(identity) != reading:
                    last[identity] = reading
                    days.setdefault(identity, []).append(day)
        changed = {document for document in (*now, *seen) if seen.get(document) is not now.get(document)}
        for identity in [each for each, (at, _) in last.items() if at.document in changed and each not in there]:
            del last[identity]
            days[identity].append(day)
        seen = dict(now)
    return days


def _shown(version: DocumentVersion) -> Iterator[tuple[str, Path]]:
    """Who stands in a document, and itself; paragraphs are told with their clause or definition."""
    yield str(version.id), ()
    for path, identity in version.identities.items():
        if not path[-1].startswith("("):
            yield identity, path

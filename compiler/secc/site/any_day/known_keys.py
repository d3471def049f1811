"""By what the effect of provisions as known on each day is kept: who stood where, and what was said of effect.

It stays as it was while words are edited and, for documents of whose effect nothing else is said, while days are.
"""

import hashlib
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property, partial

import msgspec
from msgspec import Struct

from secc.amending.version import DocumentVersion
from secc.ids import DocumentId
from secc.instruments.model import Vary
from secc.site.any_day.knowledge import NOW, states_in_time
from secc.site.any_day.known_records import Records
from secc.site.any_day.on_record import OnRecord, Versions
from secc.site.in_time.kept import latest
from secc.site.in_time.moment import Moment
from secc.timeline.identities import origin_name
from secc.timeline.located import Beside, ForceRecord
from secc.timeline.timeline import asking


class _Shape(Struct, frozen=True, array_like=True):
    """The digests of who stands where in the texts of a document, by their names; the documents whence these came."""

    digests: dict[str, str]
    origins: tuple[str, ...]


class KnownKeys:
    """The keys of documents, those between which provisions moved taken together."""

    def __init__(self, moment: Moment) -> None:
        self._moment = moment
        self._in_time = states_in_time(moment)
        self._versions: dict[Versions, str] = {}
        self._records: dict[int, str] = {}

    @cached_property
    def whole(self) -> str:
        """That of all of them: the same until anything but words is another."""
        found: list[tuple[str, list[tuple[str, int]]]] = []
        for document, texts in self._texts.items():
            apart: dict[str, int] = {}
            names = (self._name_of(each) if each is not None else "" for each in texts)
            numbers = [apart.setdefault(each, len(apart)) for each in names]
            found.append((str(document), list(zip(map(self._digest, texts), numbers, strict=True))))
        return hashlib.sha256(repr((self._in_time.said, found)).encode()).hexdigest()

    @cached_property
    def together(self) -> tuple[tuple[DocumentId, ...], ...]:
        """The documents that there ever were, each with those from which it ever had provisions, in order."""
        by_name = {str(each): each for each in self._shapes}
        groups: dict[DocumentId, set[DocumentId]] = {}
        for document, shape in self._shapes.items():
            near = [document, *(by_name[each] for each in shape.origins if each in by_name)]
            group = {found for each in near for found in groups.get(each, {each})}
            groups |= dict.fromkeys(group, group)
        return tuple(sorted({tuple(sorted(group)) for group in groups.values()}))

    def of(self, documents: Collection[DocumentId], on_record: Sequence[OnRecord]) -> str | None:
        """That of documents that belong together; None where no operation ever speaks of the effect of any."""
        names = {str(each) for each in documents}
        found: list[tuple[date, object]] = []
        for one in on_record:
            said = self._said(documents, one, one.records.of_origin(names))
            if not found or found[-1][1] != said:
                found.append((one.learned.since, said))
        if all(said is None for _, said in found):
            return None
        return hashlib.sha256(repr((self._moment.timeline.wholes, found)).encode()).hexdigest()

    def _said(self, documents: Collection[DocumentId], one: OnRecord, numbers: frozenset[int]) -> object:
        """All that the effect of documents follows from, as known on the days of a stretch."""
        if not numbers:
            return None
        records, texts = one.records, [one.texts.get(each, ()) for each in documents]
        names = {str(each) for each in documents}
        moves = sorted((who, repr(each)) for who, each in records.moves.items() if origin_name(who) in names)
        silent: list[object] = []
        if not records.waiting.isdisjoint(numbers):
            days = sorted({day for each in texts for day, _ in each}.union(*(records.days[each] for each in numbers)))
            silent = [bisect_right(days, each) for each in (one.learned.after, one.learned.by)]
            silent += [one.learned.after] if one.learned.since == NOW else []
        shapes = [self._said_in(each) for each in texts]
        worded = [] if records.varying.isdisjoint(numbers) else [self._worded(each) for each in texts]
        return shapes, worded, sorted(self._operations(records, numbers)), moves, silent

    def _worded(self, versions: Versions) -> list[tuple[date, str]]:
        return [(day, self._name_of(each) if each is not None else "") for day, each in versions]

    def _said_in(self, versions: Versions) -> str:
        if versions not in self._versions:
            said = ((day.isoformat(), self._digest(each)) for day, each in versions)
            self._versions[versions] = hashlib.sha256(repr([*said]).encode()).hexdigest()
        return self._versions[versions]

    def _operations(self, records: Records, numbers: Collection[int]) -> Iterator[str]:
        for number in numbers:
            if number not in self._records:
                self._records[number] = _printed(records.by_number[number])
            yield self._records[number]

    def _digest(self, version: DocumentVersion | None) -> str:
        return self._shapes[version.id].digests[self._name_of(version)] if version is not None else ""

    def _name_of(self, version: DocumentVersion) -> str:
        return self._moment.opened.kept.name_of(version)

    @cached_property
    def _texts(self) -> Mapping[DocumentId, Sequence[DocumentVersion | None]]:
        """What each document says after each turn that was ever known."""
        turns = self._in_time.turns
        wordings = [self._moment.timeline.base(day, asking(known)).documents for day, known in turns]
        every = sorted({document for each in wordings for document in each})
        return {document: [each.get(document) for each in wordings] for document in every}

    @cached_property
    def _shapes(self) -> Mapping[DocumentId, _Shape]:
        """Kept by the texts, since most stay as they were."""
        found: dict[DocumentId, _Shape] = {}
        for document, texts in self._texts.items():
            named = {self._name_of(each): each for each in texts if each is not None}
            make = partial(_shape_of, named)
            found[document] = latest(self._moment.cache, f"shape {document}", sorted(named), _Shape, make)
        return found


def _shape_of(texts: Mapping[str, DocumentVersion]) -> _Shape:
    digests: dict[str, str] = {}
    origins: set[str] = set()
    for name, each in texts.items():
        who = each.identity, [*each.identities.items()], [*each.holders.items()]
        digests[name] = hashlib.sha256(msgspec.msgpack.encode(who)).hexdigest()
        origins |= {origin_name(identity) for identity in each.identities.values()}
    return _Shape(digests, tuple(sorted(origins)))


def _printed(record: ForceRecord) -> str:
    """A record, the same whatever the order in which it names provisions."""
    names = sorted(record.identities), sorted(record.alone)
    days = (record.starts, record.ends, record.extent, record.record, record.made)
    action = record.action if isinstance(record.action, Vary | Beside) else type(record.action).__name__
    return repr((record.ref, action, names, *days))

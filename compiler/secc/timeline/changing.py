"""What became of every provision, worked out for all of them in one pass over the days.

A day is replayed operation by operation only for the documents on which several operations of it are, and of these only
where it does not follow from the operations' places what each did, so the cost is that of the operations, not of the
provisions that they change.
"""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import TypeAlias

import msgspec
from msgspec import Struct

from secc.amending.version import DocumentVersion, Path, Versions
from secc.ids import Address, DocumentId
from secc.instruments.when import OperationRef
from secc.timeline.accounting import accounted
from secc.timeline.dates import day_before
from secc.timeline.histories import is_on, words_of
from secc.timeline.identities import origin
from secc.timeline.replay import Step, Wordings, live
from secc.timeline.timeline import EVERYTHING, Knowledge, Timeline

_Reading: TypeAlias = tuple[Address, tuple[str, ...]]
_Readings: TypeAlias = dict[str, _Reading]
"""Where each provision stands and what it says, by who it is."""
_By: TypeAlias = dict[str, list[OperationRef]]


class Changed(Struct, frozen=True, array_like=True):
    """A day on which a provision came to stand, or to read, as it did not before, and the operations that did it.

    `before` is where it stood until then, `address` where it stands from then; None where it did not, or does not.
    """

    day: date
    before: Address | None
    address: Address | None
    by: tuple[OperationRef, ...]


def changes(
    timeline: Timeline, asked: Knowledge = EVERYTHING, documents: Collection[DocumentId] | None = None
) -> Mapping[str, tuple[Changed, ...]]:
    """The changes of each document, sub-section, clause and definition, by who it is, oldest first.

    Paragraphs are told with what they stand in. With `documents`, what stood in others is left out. So is a provision
    of which all that can be told is that it came with its document.
    """
    if documents is None:
        return DaysChanged(timeline).all(asked)
    found: dict[str, list[Changed]] = {}
    readings = _Readers()
    before: Versions = {}
    for day in timeline.wording_days(asked):
        now = timeline.base(day, asked).documents
        for identity, change in _of_day(timeline, asked, day, (before, now), documents, readings).items():
            found.setdefault(identity, []).append(change)
        before = now
    return _told(found)


class DaysChanged:
    """What days changed: kept, and asked for once of all that is known alike."""

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self._readings = _Readers()
        self._found: dict[tuple[date, int, int], Mapping[str, Changed]] = {}

    def all(self, asked: Knowledge = EVERYTHING) -> Mapping[str, tuple[Changed, ...]]:
        """The changes of all days, as `changes` tells them."""
        found: dict[str, list[Changed]] = {}
        for day in self._timeline.wording_days(asked):
            for identity, change in self.of(day, asked).items():
                found.setdefault(identity, []).append(change)
        return _told(found)

    def of(self, day: date, asked: Knowledge = EVERYTHING) -> Mapping[str, Changed]:
        """What a day changed, by who it is, what only came with its document too."""
        timeline = self._timeline
        ways = (day, timeline.way(day_before(day), asked) if day > date.min else 0, timeline.way(day, asked))
        if ways not in self._found:
            texts = (timeline.before(day, asked).documents, timeline.base(day, asked).documents)
            make = partial(_of_day, timeline, asked, day, texts, None, self._readings)
            self._found[ways] = timeline.following("changes", dict[str, Changed], day, asked, make)
        return self._found[ways]


def _told(found: Mapping[str, Sequence[Changed]]) -> dict[str, tuple[Changed, ...]]:
    return {identity: tuple(each) for identity, each in found.items() if _is_told(identity, each, found)}


def _of_day(
    timeline: Timeline,
    asked: Knowledge,
    day: date,
    texts: tuple[Versions, Versions],
    documents: Collection[DocumentId] | None,
    readings: "_Readers",
) -> dict[str, Changed]:
    """The changes of a day on which the documents came to be others."""
    moved = {each for each in (*texts[0], *texts[1]) if texts[0].get(each) is not texts[1].get(each)}
    moved = moved if documents is None else moved.intersection(documents)
    before, after = (readings.of(each, moved) for each in texts)
    readings.let_go(texts[1])
    differing = _differing(before, after)
    by = _Day(timeline, asked, day, differing).by(before, after) if differing else {}
    return {
        identity: Changed(
            day, _place(before.get(identity)), _place(after.get(identity)), tuple(dict.fromkeys(by.get(identity, ())))
        )
        for identity in differing
    }


class _Readers:
    """Readings of texts, each made once as long as it may be asked for again."""

    def __init__(self) -> None:
        self._made: dict[int, tuple[DocumentVersion, _Readings]] = {}

    def of(self, versions: Versions, documents: Collection[DocumentId]) -> _Readings:
        """What stands in some documents, and these themselves."""
        found: _Readings = {}
        for version in (versions[each] for each in sorted(documents) if each in versions):
            if id(version) not in self._made:
                self._made[id(version)] = (version, dict(_readings_of(version)))
            found |= self._made[id(version)][1]
        return found

    def let_go(self, but: Versions) -> None:
        """Hold those of no other texts any longer."""
        kept = set(map(id, but.values()))
        self._made = {name: each for name, each in self._made.items() if name in kept}


class _Day:
    """One day, on which some provisions came to differ."""

    def __init__(self, timeline: Timeline, asked: Knowledge, day: date, differing: Sequence[str]) -> None:
        self._timeline = timeline
        self._asked = asked
        self._day = day
        self._differing = differing

    def by(self, before: _Readings, after: _Readings) -> _By:
        """The operations that changed each provision, whose readings before and after the day are given."""
        places = {identity: self._documents(identity, before, after) for identity in self._differing}
        documents = set().union(*places.values())
        steps = self._timeline.turned(self._day, self._asked)
        on = {document: [step for step in steps if is_on(step.action, document)] for document in documents}
        clear = {document: each[0].ref for document, each in on.items() if len(each) == 1}
        found: _By = {
            identity: list(dict.fromkeys(clear[each] for each in sorted(within)))
            for identity, within in places.items()
            if within <= set(clear)
        }
        for document in documents - set(clear):
            found |= self._accounted(document, on[document], places, after)
        unclear = {document for identity, within in places.items() if identity not in found for document in within}
        replayed = [step for step in steps if any(step in on[document] for document in unclear)]
        return found | self._kept_replayed(replayed, unclear, after) if unclear else found

    def _accounted(
        self,
        document: DocumentId,
        steps: Sequence[Step],
        places: Mapping[str, Collection[DocumentId]],
        after: _Readings,
    ) -> _By:
        """What can be told of the provisions of one document, by where the operations on it are."""
        earlier = self._timeline.before(self._day, self._asked).documents
        now = self._now
        if document not in earlier or document not in now.documents or any(step.ends == self._day for step in steps):
            return {}
        here = {each: after[each][0].path for each, within in places.items() if within == {document} and each in after}
        done = [step for step in steps if step.ref not in now.refused]
        told = accounted(earlier[document], now.documents[document], done, here)
        return {identity: list(refs) for identity, refs in told.items()}

    @property
    def _now(self) -> Wordings:
        return self._timeline.base(self._day, self._asked)

    def _documents(self, identity: str, *readings: _Readings) -> set[DocumentId]:
        return {each[identity][0].document for each in readings if identity in each}

    def _kept_replayed(self, steps: Sequence[Step], documents: Collection[DocumentId], after: _Readings) -> _By:
        """The same for all texts in which what the day changed read the same, before and after, in the same places."""
        texts = [each.documents for each in (self._timeline.before(self._day, self._asked), self._now)]
        said = [_turned(*(each.get(document) for each in texts)) for document in sorted(documents)]
        refused = [step.ref for step in steps if step.ref in self._now.refused]
        make = partial(self._replayed, steps, documents, after)
        return self._timeline.following_operations(f"by on {self._day}", _By, (said, refused), steps, make)

    def _replayed(self, steps: Sequence[Step], documents: Collection[DocumentId], after: _Readings) -> _By:
        """One operation after the other; what those that begin do not account for, those that end do."""
        found: _By = {}
        wordings = self._timeline.before(self._day, self._asked)
        last = _readings(wordings, documents)
        for step in steps:
            if step.day == self._day:
                before, wordings = wordings, self._timeline.carried_out(wordings, [step])
                moved = [each for each in documents if before.documents.get(each) is not wordings.documents.get(each)]
                was, now = _within(last, moved), _readings(wordings, moved)
                for identity in _differing(was, now):
                    found.setdefault(identity, []).append(step.ref)
                last = {identity: each for identity, each in last.items() if identity not in was} | now
        ended = [step for step in steps if step.ends == self._day]
        differing = _differing(last, _within(after, documents))
        by = self._ended(ended, documents) if differing and len(ended) > 1 else {}
        for identity in differing:
            found.setdefault(identity, []).extend(by.get(identity) or [step.ref for step in ended])
        return found

    def _ended(self, ended: Sequence[Step], documents: Collection[DocumentId]) -> _By:
        """What would have read otherwise before the day without each of those that end on it."""
        found: _By = {}
        was = _readings(self._timeline.before(self._day, self._asked), documents)
        held = live(self._timeline.steps(self._asked), day_before(self._day))
        for step in ended:
            without = self._timeline.after([each for each in held if each.ref != step.ref])
            for identity in _differing(was, _readings(without, documents)):
                found.setdefault(identity, []).append(step.ref)
        return found


def _turned(before: DocumentVersion | None, after: DocumentVersion | None) -> str:
    """The digest of what reads, or stands, otherwise in one text than in another, and of where all of them have what.

    It is told block by block: what else stands in a provision, before and after, does not matter.
    """
    was, now = (dict(_own_words(each)) if each is not None else {} for each in (before, after))
    differing = [(each, was.get(each), now.get(each)) for each in dict.fromkeys((*was, *now))]
    said = [each for each in differing if each[1] != each[2]]
    places = [tuple(each.identities.items()) if each is not None else None for each in (before, after)]
    return hashlib.sha256(msgspec.msgpack.encode([said, places])).hexdigest()


def _own_words(version: DocumentVersion) -> Iterator[tuple[str, tuple[Path, tuple[str, ...]]]]:
    """Of each provision, down to the last paragraph, where it stands, and its words up to the next."""
    places = sorted((version.by_path[path], path) for path in version.identities)
    ends = [*(place for place, _ in places), len(version.blocks)]
    yield version.identity, ((), (version.document.title.text, *version.words.between(0, ends[0])))
    for (place, path), end in zip(places, ends[1:], strict=True):
        yield version.identities[path], (path, version.words.between(place, end))


def _is_told(identity: str, of_it: Sequence[Changed], found: Mapping[str, Sequence[Changed]]) -> bool:
    holder = found.get(origin(identity))
    return "/" not in identity or len(of_it) > 1 or holder is None or of_it[0].day != holder[0].day


def _place(reading: _Reading | None) -> Address | None:
    return reading[0] if reading is not None else None


def _within(readings: _Readings, documents: Collection[DocumentId]) -> _Readings:
    return {identity: each for identity, each in readings.items() if each[0].document in documents}


def _differing(before: _Readings, after: _Readings) -> list[str]:
    return [each for each in dict.fromkeys((*before, *after)) if before.get(each) != after.get(each)]


def _readings(wordings: Wordings, documents: Iterable[DocumentId]) -> _Readings:
    """Of what stands in some documents, and of these themselves."""
    found: _Readings = {}
    for document in sorted(documents):
        version = wordings.documents.get(document)
        found |= dict(_readings_of(version)) if version is not None else {}
    return found


def _readings_of(version: DocumentVersion) -> Iterator[tuple[str, _Reading]]:
    yield version.identity, (Address(version.id), words_of(version, ()))
    for path, identity in version.identities.items():
        if not path[-1].startswith("("):
            yield identity, (Address(version.id, path), words_of(version, path))

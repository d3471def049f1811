"""What was on record as known on each day: the texts of documents, and the operations on effect."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from secc.amending.version import DocumentVersion
from secc.ids import DocumentId
from secc.site.any_day.knowledge import NOW
from secc.site.any_day.known_records import Records, Structure
from secc.site.any_day.learned import Learned, learned
from secc.site.noted import Computed
from secc.timeline.effect import Effects
from secc.timeline.leaving import Moves
from secc.timeline.occurrences import Kind
from secc.timeline.refusing import Refusing
from secc.timeline.timeline import Knowledge, Timeline

Versions: TypeAlias = tuple[tuple[date, DocumentVersion | None], ...]
"""The texts of a document, with the days from which it had them; None where it was no document any more."""
Texts: TypeAlias = tuple[tuple[date, Structure | None], ...]
"""The same by who stands where in them."""


class OnRecord(Struct, frozen=True):
    """What was on record on some days; the texts of a document are gathered when they are asked for."""

    learned: Learned
    texts: Mapping[DocumentId, Versions]
    records: Records


def on_record(timeline: Timeline, refusing: Refusing, turns: Mapping[date, object]) -> Iterator[OnRecord]:
    """On all days, in order; what is known now is the last.

    `turns` are those of the wording that were known from each day on: the texts are the same where they are.
    """
    moves, numbers, known = Moves(timeline), dict[object, int](), dict[Versions, Versions]()
    last: tuple[object, OnRecord] | None = None
    for each in learned(timeline):
        said = (timeline.occurrences(each.asked, Kind.OTHER), turns[each.asked.on or NOW])
        if last is not None and last[0] == said:
            found = replace(last[1], learned=each)
        else:
            records = Records(Effects(timeline, each.asked, moves, refusing), each.asked, numbers)
            texts = Computed(None, partial(_texts, timeline, each.asked, known))
            found = OnRecord(each, texts, records)
        last = (said, found)
        yield found


def _texts(timeline: Timeline, asked: Knowledge, known: dict[Versions, Versions], document: DocumentId) -> Versions:
    """Those of a document; what was `known` so before is the same."""
    found: list[tuple[date, DocumentVersion | None]] = []
    for day in timeline.wording_days(asked):
        now = timeline.base(day, asked).documents.get(document)
        if (found[-1][1] if found else None) is not now:
            found.append((day, now))
    return known.setdefault(tuple(found), tuple(found))


class Structures:
    """Who stands where in texts, each found out once; and since when, as texts followed one another."""

    def __init__(self) -> None:
        self._of: dict[DocumentVersion, Structure] = {}
        self._alike: dict[object, Structure] = {}
        self._texts: dict[Versions, Texts] = {}
        self._first_days: dict[tuple[Versions, ...], Mapping[str, date]] = {}

    def of(self, versions: Versions) -> Texts:
        """Texts by who stands where, those that differ in words alone as one."""
        if versions not in self._texts:
            found: list[tuple[date, Structure | None]] = []
            for day, version in versions:
                text = self._structure(version) if version is not None else None
                if not found or found[-1][1] is not text:
                    found.append((day, text))
            self._texts[versions] = tuple(found)
        return self._texts[versions]

    def first_days(self, together: Iterable[Versions]) -> Mapping[str, date]:
        """The day from which each provision of documents, and each of these, was part of the text."""
        key = tuple(together)
        if key not in self._first_days:
            texts = [(day, text) for versions in key for day, text in self.of(versions) if text is not None]
            days: dict[str, date] = {}
            for day, text in sorted(texts, key=_day_of, reverse=True):
                days |= dict.fromkeys(text.identities, day)
            self._first_days[key] = days
        return self._first_days[key]

    def _structure(self, version: DocumentVersion) -> Structure:
        if version not in self._of:
            found = Structure.of(version)
            self._of[version] = self._alike.setdefault(found.key, found)
        return self._of[version]


def _day_of(text: tuple[date, Structure]) -> date:
    return text[0]

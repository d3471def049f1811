"""The effect of provisions over all days, as it was known on each day: what was not plainly in effect, and why."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from itertools import zip_longest
from typing import TypeAlias

from msgspec import Struct

from secc.amending.version import Path
from secc.ids import DocumentId
from secc.instruments.when import OperationRef
from secc.site.any_day.knowledge import StateAsked
from secc.site.any_day.known_forces import AskedText, KnownForces, Question, Statuses
from secc.site.any_day.known_records import Known
from secc.site.any_day.learned import Learned
from secc.site.any_day.on_record import OnRecord, Structures, Texts
from secc.site.any_day.stretches import stretches
from secc.site.in_time.statuses import Status
from secc.timeline.refusing import Refusing


class Asking(StrEnum):
    """Of which days something is told: of all, or of those up to, or after, the one as known on which it is asked."""

    ALL = ""
    BY = "by"
    AFTER = "after"


class Period(Struct, frozen=True, array_like=True):
    """What is said of a provision's effect from a day on, until another (not included; None where it does not end)."""

    start: date
    end: date | None
    sign: str
    state: str
    words: str
    refs: tuple[OperationRef, ...]


class Told(Struct, frozen=True, array_like=True):
    """A period, of the days of which it is told."""

    period: Period
    asking: Asking


class KnownPeriod(Struct, frozen=True, array_like=True):
    """The same as it was told from a day on, until another (not included; None where it is told so now)."""

    told: Told
    since: date
    until: date | None


Days: TypeAlias = tuple[tuple[date, date | None], ...]
"""Stretches of days: from each until another (not included; None where it does not end)."""
_Segments: TypeAlias = list[tuple[date, Status | None]]
"""What is said of a provision from each day on, which is another than before."""
_Stream: TypeAlias = list[tuple[date, Statuses]]
_Told: TypeAlias = Mapping[Path, tuple[Told, ...]]


class KnownPeriods:
    """Those of every document, by what was on record on all days; `horizon` is the last day of any record."""

    def __init__(self, on_record: Sequence[OnRecord], refusing: Refusing) -> None:
        self._on_record = on_record
        self.horizon = on_record[-1].learned.after
        self._structures = Structures()
        self._forces = KnownForces(refusing)

    def asked_of_variations(self) -> tuple[StateAsked, ...]:
        """The texts of which it was asked, since the last time, which variations cannot be carried out on them."""
        return self._forces.asked_of_variations()

    def of(self, document: DocumentId, together: Collection[DocumentId]) -> dict[Path, tuple[KnownPeriod, ...]]:
        """What is said of the provisions of a document that ever were not plainly in effect; the last is known now.

        Those from which it ever had provisions are among those with which it is taken `together`.
        """
        found: dict[Path, list[KnownPeriod]] = {}
        for (path, told), since, until in stretches(self._told_of(document, together)):
            found.setdefault(path, []).append(KnownPeriod(told, since, until))
        return {path: tuple(sorted(each, key=_in_order)) for path, each in sorted(found.items())}

    def _told_of(
        self, document: DocumentId, together: Collection[DocumentId]
    ) -> Iterator[tuple[date, frozenset[tuple[Path, Told]]]]:
        """All that is told, from each day on which something other was known."""
        asking = _Document(document, together, self._on_record, self._structures)
        made: dict[object, frozenset[tuple[Path, Told]]] = {None: frozenset()}
        last: object = None
        for one in self._on_record:
            asked = asking.known(one)
            key = asked.key if asked is not None else None
            if key == last:
                continue
            last = key
            if asked is not None and key not in made:
                told = _told(asked, self._forces)
                made[key] = frozenset((path, each) for path, of_it in told.items() for each in of_it)
            yield one.learned.since, made[key]

    def plain(self, document: DocumentId, together: Collection[DocumentId]) -> dict[Path, Days]:
        """When what is in a document was plainly in effect while something is said of what it is in; as known now."""
        now = self._on_record[-1]
        asked = _Document(document, together, (now,), self._structures).known(now)
        if asked is None:
            return {}
        horizon, texts = now.learned.after, asked.texts_asked(self._forces)
        days = sorted({*asked.days, *_following(horizon)})
        found: dict[Path, list[tuple[date, date | None]]] = {}
        for day, until in zip_longest(days, days[1:]):
            text = _on(texts, day)
            for path in self._forces.plain(text, Question(day, horizon, now.records)) if text is not None else ():
                of_it = found.setdefault(path, [])
                start = of_it.pop()[0] if of_it and of_it[-1][1] == day else day
                of_it.append((start, until))
        return {path: tuple(each) for path, each in found.items()}


class _Asked(Struct, frozen=True):
    """A document as it was known: its texts, and the days on which anything may turn. `key` tells it from another."""

    key: object
    learned: Learned
    texts: Texts
    known: Known
    days: Sequence[date]
    waits: bool

    def texts_asked(self, forces: KnownForces) -> tuple[tuple[date, AskedText | None], ...]:
        """Its texts, each as it is asked about."""
        return tuple(
            (day, forces.asked(text, self.known, day) if text is not None else None) for day, text in self.texts
        )


class _Document:
    """A document, of which it is asked what was known."""

    def __init__(
        self,
        document: DocumentId,
        together: Collection[DocumentId],
        on_record: Iterable[OnRecord],
        structures: Structures,
    ) -> None:
        self._document = document
        self._together = together
        self._structures = structures
        texts = {text for each in on_record for _, text in each.texts.get(document, ()) if text is not None}
        self._who = frozenset(who for each in texts for who in (each.identity, *each.identities.values()))
        self._first_days: dict[int, int] = {}
        self._numbers: dict[object, int] = {}

    def known(self, one: OnRecord) -> _Asked | None:
        """As known on the days of a stretch; None where no operation speaks of it."""
        records, versions = one.records, one.texts.get(self._document, ())
        moves = [(who, records.moves[who]) for who in sorted(self._who & records.moves.keys())]
        held = (who for _, moved in moves for each in moved for who in (*each.before, *each.after))
        numbers = records.speaking_of(self._who.union(held))
        if not versions or not numbers:
            return None
        texts = self._structures.of(versions)
        first_days = self._structures.first_days(one.texts.get(each, ()) for each in self._together)
        worded = [] if records.varying.isdisjoint(numbers) else [one.texts.get(each, ()) for each in self._together]
        changing = (day for each in (texts, *worded) for day, _ in each)
        days = sorted(set(changing).union(*(records.days[each] for each in numbers)))
        waits = not records.waiting.isdisjoint(numbers)
        places = [bisect_right(days, each) for each in (one.learned.after, one.learned.by)] if waits else []
        key = (texts, numbers, self._number(first_days), *moves, *places, *worded)
        return _Asked(key, one.learned, texts, Known(records, first_days), days, waits)

    def _number(self, first_days: Mapping[str, date]) -> int:
        """A number for the first days of what ever stood in it: the same for the same."""
        if id(first_days) not in self._first_days:
            own = tuple(map(first_days.get, self._who))
            self._first_days[id(first_days)] = self._numbers.setdefault(own, len(self._numbers))
        return self._first_days[id(first_days)]


def _told(asked: _Asked, forces: KnownForces) -> _Told:
    """What is told of a document as it was known."""
    texts, learned = asked.texts_asked(forces), asked.learned

    def said(day: date, horizon: date) -> Statuses:
        text = _on(texts, day)
        return forces.statuses(text, Question(day, horizon, asked.known.records)) if text is not None else {}

    if not asked.waits:
        stream = [(day, said(day, day)) for day in asked.days]
        return {path: tuple(_of_all(_segments(stream, path))) for path in _paths(stream)}
    first = _following(learned.after)
    by = [(day, said(day, learned.by)) for day in asked.days if day <= learned.by]
    later = sorted({*first, *(day for day in asked.days if day > learned.after)})
    after = [(day, said(day, learned.after)) for day in later]
    return {
        path: tuple(_of_path(_segments(by, path), _segments(after, path), learned)) for path in _paths([*by, *after])
    }


def _start_of(text: tuple[date, object]) -> date:
    return text[0]


def _paths(stream: _Stream) -> Iterable[Path]:
    return dict.fromkeys(path for _, each in stream for path in each)


def _on(texts: Sequence[tuple[date, AskedText | None]], day: date) -> AskedText | None:
    """The text of a day."""
    place = bisect_right(texts, day, key=_start_of)
    return texts[place - 1][1] if place else None


def _of_all(segments: _Segments) -> Iterator[Told]:
    return (Told(each, Asking.ALL) for each in _periods(segments))


def _of_path(by: _Segments, after: _Segments, known: Learned) -> Iterator[Told]:
    """What is told of all days alike, or of those up to the day of asking and of those after it."""
    if _is_told_alike(by, after, known):
        yield from _of_all(_collapsed([*(each for each in by if each[0] <= known.after), *after]))
        return
    since = [(date.min if day in _following(known.after) else day, each) for day, each in after]
    yield from (Told(each, Asking.BY) for each in _periods(by))
    yield from (Told(each, Asking.AFTER) for each in _periods(since))


def _is_told_alike(by: _Segments, after: _Segments, known: Learned) -> bool:
    """Whether the same is said of the days that some days of asking in a stretch have come to, and others not.

    Where there are none of these, of the day of asking and of the one after it.
    """
    first = next(iter(_following(known.after)), None)
    if known.by <= known.after:
        return first is None or _said_on(by, known.after) == _said_on(after, first)
    if first is None or _said_on(by, first) != _said_on(after, first):
        return False
    between = [[(day, _said(each)) for day, each in one if first < day <= known.by] for one in (by, after)]
    return between[0] == between[1]


def _said_on(segments: _Segments, day: date) -> object:
    return _said(next((each for start, each in reversed(segments) if start <= day), None))


def _following(day: date) -> tuple[date, ...]:
    """The day after, where the calendar has one."""
    return (day + timedelta(days=1),) if day < date.max else ()


def _segments(stream: _Stream, path: Path) -> _Segments:
    return _collapsed((day, said.get(path)) for day, said in stream)


def _collapsed(segments: Iterable[tuple[date, Status | None]]) -> _Segments:
    """Without those that say what the one before them says."""
    found: _Segments = []
    for day, each in segments:
        if _said(each) != (_said(found[-1][1]) if found else None):
            found.append((day, each))
    return found


def _said(status: Status | None) -> object:
    return (status.sign, status.in_short, status.words) if status is not None else None


def _periods(segments: _Segments) -> Iterator[Period]:
    for (day, each), end in zip_longest(segments, [day for day, _ in segments[1:]]):
        if each is not None:
            yield Period(day, end, each.sign, each.in_short, each.words, each.refs)


def _in_order(known: KnownPeriod) -> tuple[date, date, str]:
    return (known.told.period.start, known.since, known.told.asking)

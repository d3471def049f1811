"""What time has to do with every provision of a text: who it is, its effect, its changes, when it changes next."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache

from msgspec import Struct

from secc.amending.version import DocumentVersion
from secc.ids import Address
from secc.instruments.when import OperationRef
from secc.render.exports.facts import Beside, By, Change, Status, Told, What
from secc.timeline.asides import AsideOf, beside
from secc.timeline.changing import Changed
from secc.timeline.effect import Effects
from secc.timeline.force_model import Force
from secc.timeline.identities import place_of
from secc.timeline.located import Located
from secc.timeline.occurrences import Kind
from secc.timeline.overtaken import coming_about, overtaken
from secc.timeline.replay import Wordings
from secc.timeline.timeline import EVERYTHING, Knowledge, Timeline
from secc.timeline.turns import is_news
from secc.timeline.value import bounds


class Asked(Struct, frozen=True):
    """The day asked about, and the day by which things were known."""

    day: date
    knowledge: Knowledge = EVERYTHING


class Knowing:
    """Tells of the text of a day what is known of it; `effects` are those of that knowledge, where they are there."""

    def __init__(
        self,
        timeline: Timeline,
        asked: Asked,
        changes: Mapping[str, Sequence[Changed]],
        effects: Effects | None = None,
    ) -> None:
        self._timeline = timeline
        self._asked = asked
        self._changes = changes
        self._horizon = timeline.known(asked.knowledge).horizon
        self._effects = effects or Effects(timeline, asked.knowledge)
        self._wordings: Wordings = timeline.base(asked.day, asked.knowledge)
        self._beside = beside(timeline, asked.day, asked.knowledge)
        self._bounds: dict[OperationRef, set[date]] = {}
        ends = overtaken(timeline, self._effects, asked.knowledge)
        for each in coming_about(timeline.occurrences(asked.knowledge, Kind.OTHER), ends):
            self._bounds.setdefault(each.ref, set()).update(bounds(each.starts), bounds(each.ends))

    def told(self, documents: Iterable[DocumentVersion]) -> Iterator[tuple[Address, Told]]:
        """Everything in some documents of the text; of a paragraph only who it is, where it has no status."""
        for version in documents:
            yield Address(version.id), self._of(Address(version.id), version.identity)
            for path, identity in version.identities.items():
                if not path[-1].startswith("(") or self._effects.speaks_of(identity, self._asked.day):
                    yield Address(version.id, path), self._of(Address(version.id, path), identity)
                else:
                    yield Address(version.id, path), Told(identity)

    def _of(self, address: Address, identity: str) -> Told:
        force = self._effects.force(address, self._asked.day)
        changes = self._changes.get(identity, ())
        return Told(
            identity=identity,
            status=status_of(force) if force is not None else None,
            history=tuple(map(change_of, changes)),
            next_change=min((*self._text_days(changes), *self._effect_days(address)), default=None),
            beside=tuple(map(_beside, self._beside.get(address, ()))),
        )

    def _text_days(self, changes: Sequence[Changed]) -> Iterator[date]:
        yield from (each.day for each in changes if each.day > self._asked.day)

    def _effect_days(self, address: Address) -> Iterator[date]:
        """The next day on which its effect, or that of what is in it, is another."""
        located = self._effects.located(self._wordings, address, self._asked.day)
        if located is None:
            return
        every = (located, *located.below)
        now = {each.identity: self._force(each.identity, self._asked.day) for each in every}
        for day in sorted({day for each in every for day in self._named_days(each)}):
            if any(self._is_news(identity, day, before) for identity, before in now.items()):
                yield day
                return

    def _named_days(self, located: Located) -> Iterator[date]:
        for record in self._effects.records.naming(located):
            days = self._bounds.get(record.ref, ())
            yield from (day for day in days if day > self._asked.day and located.is_concerned(record, day))

    def _is_news(self, identity: str, day: date, before: Force | None) -> bool:
        now = self._force(identity, day)
        return now is not None and is_news(now, before, day, self._horizon)

    def _force(self, identity: str, day: date) -> Force | None:
        address = place_of(self._timeline.base(day, self._asked.knowledge), identity)
        return self._effects.force(address, day) if address is not None else None


@lru_cache(maxsize=1 << 8)  # most provisions have effect alike
def status_of(force: Force) -> Status:
    """The effect of a provision, as data."""
    words = force.in_words
    days = [part.since for part in force.parts if part.since is not None]
    since = days[0] if len(force.parts) == 1 and days else None
    return Status(force.state, words, since, by_of(force.refs), force.is_varied)


def _beside(said: AsideOf) -> Beside:
    aside = said.aside
    return Beside(address=str(said.address), words=aside.words, start=aside.start, by=by_of([aside.ref])[0])


def change_of(changed: Changed) -> Change:
    """A change of a provision, as data."""
    return Change(
        day=changed.day,
        what=what_of(changed),
        address=str(changed.address) if changed.address is not None else "",
        before=str(changed.before) if changed.before is not None else "",
        by=by_of(changed.by),
    )


def by_of(refs: Iterable[OperationRef]) -> tuple[By, ...]:
    """Operations, as data."""
    return tuple(By(each.instrument, each.number) for each in refs)


def what_of(changed: Changed) -> What:
    """What a change did, in a word."""
    if changed.address is None:
        return "taken out"
    if changed.before is None:
        return "inserted"
    return "changed" if changed.address == changed.before else "renumbered"

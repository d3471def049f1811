"""The effect of provisions in a timeline: what the records of force name, found in the text of their day."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property

from msgspec.structs import replace

from secc.amending.version import DocumentVersion, Path
from secc.ids import Address
from secc.instruments.model import FixProvision, Scope, Vary
from secc.instruments.places import One
from secc.timeline.force import ForceRecords, Refusals, force
from secc.timeline.force_model import Force
from secc.timeline.identities import identity_of, place_of
from secc.timeline.leaving import Moves, ancestors
from secc.timeline.located import Beside, ForceRecord, Located, Moved, MovesAround, OnForce, moves_around
from secc.timeline.naming import Texts, varied, who
from secc.timeline.occurrences import Kind, Occurrence
from secc.timeline.refusing import Refusing
from secc.timeline.remarks import amended_after
from secc.timeline.replay import Wordings
from secc.timeline.scopes import EVERYBODY
from secc.timeline.timeline import EVERYTHING, Knowledge, Timeline
from secc.timeline.value import Day, earlier


class Effects:
    """Force by provision, as known on a day; `moves` and `refusing` are shared by those of other days."""

    def __init__(
        self,
        timeline: Timeline,
        asked: Knowledge = EVERYTHING,
        moves: Moves | None = None,
        refusing: Refusing | None = None,
    ) -> None:
        self._timeline = timeline
        self._asked = asked
        self._shared = moves or Moves(timeline)
        self._refusing = refusing or Refusing(timeline)
        self._as_texts: dict[tuple[date | None, date, Scope], Force] = {}
        self._spoken_of: tuple[DocumentVersion | None, Sequence[tuple[Path, str]]] = (None, ())

    def force(self, address: Address, at: date, scope: Scope = EVERYBODY) -> Force | None:
        """The effect on a day of what stands at an address then; None where nothing does."""
        wordings = self._timeline.base(at, self._asked)
        located = self.located(wordings, address, at)
        if located is None:
            return None
        if located.below or self.records.naming(located):
            return force(located, at, self.records, self._timeline.known(self._asked).horizon, scope)
        return self._as_text(located, at, scope)

    def _as_text(self, located: Located, at: date, scope: Scope) -> Force:
        """The effect of what no operation speaks of, which is the same for all that is text from one day on."""
        key = (located.since, at, scope)
        if key not in self._as_texts:
            self._as_texts[key] = force(located, at, self.records, self._timeline.known(self._asked).horizon, scope)
        return self._as_texts[key]

    def located(self, wordings: Wordings, address: Address, at: date) -> Located | None:
        """The provision at an address in the wording of a day, with what it stands in, and what in it records name."""
        identity = identity_of(wordings, address)
        if identity is None:
            return None
        version = wordings.documents[address.document]
        holders = tuple(ancestors(version, address.path))
        below = tuple(
            self._located(inner, (*reversed(_between(version, path, address.path)), identity, *holders), at)
            for path, inner in self.spoken_of(version, at)
            if inner != identity and _stands_in(version, path, address.path)
        )
        return self._located(identity, holders, at, below)

    def _located(self, identity: str, holders: tuple[str, ...], at: date, below: tuple[Located, ...] = ()) -> Located:
        return Located(identity, holders, self.first_day(identity), below, *self.moves_around(identity, at))

    def first_day(self, identity: str) -> date | None:
        """The day from which a provision, or document, is part of the text."""
        return self._timeline.first_days(self._asked).get(identity)

    def moves_around(self, identity: str, at: date) -> MovesAround:
        """Where a provision stood before it came to stand where it does on a day; where it is to be put after that."""
        if identity not in self.moves:
            return (), ()
        return moves_around(self.moves[identity], at)

    @cached_property
    def moves(self) -> Mapping[str, tuple[Moved, ...]]:
        """The days on which provisions were put elsewhere, by who they are, in order."""
        return self._shared.of(self._asked)

    def speaks_of(self, identity: str, at: date) -> bool:
        """Whether any record names a provision, or what it stood in, or is to stand in, by being put there itself."""
        return self.records.is_spoken_of(identity, *self.moves_around(identity, at))

    def spoken_of(self, version: DocumentVersion, at: date) -> Sequence[tuple[Path, str]]:
        """What records speak of in a text, with where it stands. Many of one text are asked about, one by one."""
        if self._spoken_of[0] is not version:
            found = [each for each in version.identities.items() if self.speaks_of(each[1], at)]
            self._spoken_of = (version, found)
        return self._spoken_of[1]

    @cached_property
    def records(self) -> ForceRecords:
        """Every operation on the effect of provisions, with those that it names."""
        return ForceRecords(self._records(), self._timeline.wholes, self._refusals)

    def last_located(self) -> dict[str, Located]:
        """Every provision that records name, by who it is, where it last stood."""
        found: dict[str, Located] = {}
        for day in reversed(self._timeline.wording_days(self._asked)):
            wordings = self._timeline.base(day, self._asked)
            for identity in self.records.named - found.keys():
                address = place_of(wordings, identity)
                place = self.located(wordings, address, day) if address is not None else None
                if place is not None:
                    found[identity] = place
        return found

    def _refusals(self, at: date, scope: Scope) -> Refusals:
        """What cannot be carried out on the text of a day for some."""
        return self._refusing.of(at, self._asked, scope)

    def _records(self) -> Iterator[ForceRecord]:
        for occurrence in self._timeline.occurrences(self._asked, Kind.OTHER):
            action = occurrence.action
            if isinstance(action, OnForce | Beside):
                texts, alone = Texts.of(occurrence, self._timeline, self._asked), frozenset[str]()
                if isinstance(action, Vary):
                    named, alone = varied(action, texts)
                elif isinstance(action, Beside):
                    named = who(One(action.place.address), texts)
                    occurrence = self._until_amended(occurrence, action)
                else:
                    named = frozenset(identity for each in action.provisions for identity in who(each, texts))
                yield from self._made(occurrence, named, alone)

    def _until_amended(self, occurrence: Occurrence, action: Beside) -> Occurrence:
        """A date that is fixed holds until the words that state another are amended."""
        if not isinstance(action, FixProvision) or occurrence.day is None:
            return occurrence
        amended = amended_after(occurrence.day, action.place.address, self._timeline.wording(self._asked))
        return replace(occurrence, ends=earlier([occurrence.ends, *(Day(each) for each in amended)]))

    def _made(self, occurrence: Occurrence, named: frozenset[str], alone: frozenset[str]) -> Iterator[ForceRecord]:
        made = self._timeline.known(self._asked).made(occurrence.instrument)
        record = ForceRecord.of(occurrence, named, made=made, alone=alone)
        if record is not None and named:
            yield record


def _between(version: DocumentVersion, inner: Path, outer: Path) -> list[str]:
    """Those that the one stands in and that stand in the other, from outside inwards."""
    holders = version.holders[inner]
    until = holders.index(outer) if outer in holders else len(holders)
    return [version.identities[each] for each in reversed(holders[:until])]


def _stands_in(version: DocumentVersion, inner: Path, outer: Path) -> bool:
    return not outer or outer in version.holders.get(inner, ())

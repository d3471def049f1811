"""The operations on effect and the provisions of which they speak, as they were known on a day."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from functools import cached_property

from msgspec import Struct

from secc.amending.version import DocumentVersion, Path
from secc.ids import DocumentId
from secc.instruments.model import Vary
from secc.site.in_time.statuses import around_of, who_stands
from secc.timeline.effect import Effects
from secc.timeline.identities import origin_name
from secc.timeline.located import ForceRecord, Located, Moved
from secc.timeline.timeline import Knowledge
from secc.timeline.value import Unknown, bounds


class Records:
    """The operations on effect as known on a day, each with a number: the same for one that says the same."""

    def __init__(self, effects: Effects, asked: Knowledge, numbers: dict[object, int]) -> None:
        self.asked = asked
        self.records = effects.records
        self._effects = effects
        self.by_number = {numbers.setdefault(_apart(each), len(numbers)): each for each in self.records.every}
        self.days = {number: (*bounds(each.starts), *bounds(each.ends)) for number, each in self.by_number.items()}
        self.varying = {number for number, each in self.by_number.items() if isinstance(each.action, Vary)}
        self.waiting = {number for number, each in self.by_number.items() if _waits(each)}
        self.by_identity: dict[str, set[int]] = {}
        for number, each in self.by_number.items():
            for identity in each.identities:
                self.by_identity.setdefault(identity, set()).add(number)
        self._numbers = {id(each): number for number, each in self.by_number.items()}

    @property
    def moves(self) -> Mapping[str, tuple[Moved, ...]]:
        """Where provisions stood before, by who they are."""
        return self._effects.moves

    def naming(self, located: Located) -> tuple[int, ...]:
        """Those that reach a provision, by number, in the order of recording."""
        return tuple(self._numbers[id(each)] for each in self.records.naming(located))

    def of_origin(self, documents: Collection[str]) -> frozenset[int]:
        """Those that name anything that came with one of some documents."""
        return frozenset[int]().union(*(self._by_origin.get(each, ()) for each in documents))

    @cached_property
    def _by_origin(self) -> Mapping[str, set[int]]:
        found: dict[str, set[int]] = {}
        for identity, numbers in self.by_identity.items():
            found.setdefault(origin_name(identity), set()).update(numbers)
        return found

    def speaking_of(self, identities: Iterable[str]) -> frozenset[int]:
        """Those that name any of some provisions."""
        return frozenset[int]().union(*(self.by_identity[each] for each in self.by_identity.keys() & set(identities)))


class Structure(Struct, frozen=True, eq=False, dict=True):
    """Who stands where in a text, and in what; the same for all texts of which only the words differ."""

    document: DocumentId
    who: Mapping[Path, str]
    around: Mapping[Path, tuple[Path, ...]]

    @classmethod
    def of(cls, version: DocumentVersion) -> "Structure":
        """That of a text."""
        return cls(version.id, who_stands(version), around_of(version))

    @cached_property
    def identities(self) -> frozenset[str]:
        """Who stands in it, and itself."""
        return frozenset(self.who.values())

    @property
    def key(self) -> object:
        """What tells it from another."""
        return self.document, tuple(self.who.items()), tuple(self.around.values())


class Known(Struct, frozen=True):
    """The operations on effect as known on a day, and the first day of each provision."""

    records: Records
    first_days: Mapping[str, date]


def _apart(record: ForceRecord) -> tuple[object, ...]:
    """What tells a record from another; what its operation does is told by where that stands."""
    days = (record.starts, record.ends, record.extent, record.record, record.made)
    return (record.ref, record.identities, record.alone, *days)


def _waits(record: ForceRecord) -> bool:
    return isinstance(record.starts, Unknown) or isinstance(record.ends, Unknown)

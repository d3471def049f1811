"""The effect of the provisions of a text as it was known, each answer worked out once.

Provisions of which the same operations speak share an answer; so do the days between two that these operations name,
and all days on which these operations were known as they are.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping
from datetime import date

from msgspec import Struct

from secc.amending.version import Path
from secc.site.any_day.knowledge import StateAsked
from secc.site.any_day.known_records import Known, Records, Structure
from secc.site.in_time.statuses import Said, Status, concerned, plain_among, said_of, told_of
from secc.timeline.force import force
from secc.timeline.located import Located, Moved, MovesAround, moves_around
from secc.timeline.refusing import Refusing
from secc.timeline.value import lasts

Statuses = Mapping[Path, Status]
"""What is said of the effect of the provisions of a text; of those that are not named, nothing."""
Moves = Mapping[str, tuple[Moved, ...]]
"""On which days provisions were put elsewhere, by who they are."""
MovesAroundEach = Mapping[str, MovesAround]
"""The same up to a day, and after it."""


class Question(Struct, frozen=True):
    """On which day, by which operations; `horizon` is the day up to which silence means that nothing happened."""

    day: date
    horizon: date
    records: "Records"


class _Asked(Struct, frozen=True):
    """A provision of which operations speak, with what its effect follows from and the days on which it may turn.

    It `waits` where any of them is not known; `varying` are those that vary it.
    """

    path: Path
    located: Located
    key: object
    varying: tuple[int, ...]
    days: tuple[date, ...]
    waits: bool


class _Kinds(Struct, frozen=True):
    """The provisions of a text of which operations speak, each with the first of its kind, in the order of the text.

    Those that only stand in some that are named, and in the same, are of a kind; it is `apart` from those that stand
    there for themselves.
    """

    first_of: Mapping[Path, Path]
    apart: frozenset[Path]


class AskedText(Struct, frozen=True):
    """A text with the provisions of which operations speak, the first of each kind worked out."""

    text: Structure
    first: tuple[_Asked, ...]
    kinds: _Kinds
    varying: tuple[int, ...]
    days: tuple[date, ...]
    waits: bool


class KnownForces:
    """What is said of texts."""

    def __init__(self, refusing: Refusing) -> None:
        self._refusing = refusing
        self._of_variations: dict[StateAsked, None] = {}
        self._kinds: dict[object, _Kinds] = {}
        self._asked: dict[object, AskedText] = {}
        self._answers: dict[object, Said | None] = {}
        self._told_then: dict[object, Statuses] = {}

    def asked_of_variations(self) -> tuple[StateAsked, ...]:
        """The texts of which it was asked, since the last time, which variations cannot be carried out on them."""
        found, self._of_variations = tuple(self._of_variations), {}
        return found

    def asked(self, text: Structure, known: Known, day: date) -> AskedText:
        """A text as it is asked about on a day, and until it is another."""
        records = known.records
        moved = _moves_around(day, text, records.moves)
        named = frozenset(records.by_identity.keys() & text.identities)
        named |= {who for who, each in moved.items() if records.records.is_spoken_of(who, *each)}
        held = (who for each in moved.values() for some in each for one in some for who in (*one.before, *one.after))
        first_days = tuple(map(known.first_days.get, text.who.values()))
        kinds = (id(text), named, first_days, *moved.items())
        key = (kinds, records.speaking_of([*named, *held]))
        if key not in self._asked:
            standing = _Standing(text, named, known, moved)
            if kinds not in self._kinds:
                self._kinds[kinds] = _kinds_of(standing)
            self._asked[key] = _asked_of(standing, self._kinds[kinds])
        return self._asked[key]

    def statuses(self, asked: AskedText, question: Question) -> Statuses:
        """What is said on a day; what is said of a provision alike with what it stands in is left out."""
        return {path: each for path, each in self._told(asked, question).items() if each.like is None}

    def plain(self, asked: AskedText, question: Question) -> Iterable[Path]:
        """What is plainly in effect, while something is said of what it stands in; not what in turn stands in that."""
        told = self._told(asked, question)
        every = [path for path, first in asked.kinds.first_of.items() if first in told]
        return plain_among(asked.text.around, every) if every else ()

    def _told(self, asked: AskedText, question: Question) -> Statuses:
        refused = self._refused(asked.varying, question)
        key = (id(asked), *refused.items(), *_place(asked, question))
        if key not in self._told_then:
            said = {each.path: self._answer(each, refused, question) for each in asked.first}
            told = _told_of(asked.text, said.items())
            if any(told[path].like is None for path in asked.kinds.apart if path in told):
                told = _told_of(asked.text, ((path, said[first]) for path, first in asked.kinds.first_of.items()))
            self._told_then[key] = told
        return self._told_then[key]

    def _answer(self, asked: _Asked, refused: Mapping[int, str], question: Question) -> Said | None:
        why = ((each, refused[each]) for each in asked.varying if each in refused)
        key = (asked.key, *why, *_place(asked, question))
        if key not in self._answers:
            records = question.records.records
            self._answers[key] = said_of(force(asked.located, question.day, records, question.horizon))
        return self._answers[key]

    def _refused(self, varying: Iterable[int], question: Question) -> dict[int, str]:
        """Of some variations, those that hold on a day and cannot be carried out on its text, with why."""
        records, day, found = question.records, question.day, dict[int, str]()
        for number in varying:
            each = records.by_number[number]
            if lasts(each.starts, each.ends, day, question.horizon):
                scope = each.extent.scope
                held = self._refusing.held(day, records.asked, scope)
                self._of_variations[StateAsked(day, records.asked.on, held)] = None
                refusal = self._refusing.among(held, day, records.asked).get(each.ref)
                found |= {number: refusal.words} if refusal is not None else {}
        return found


def _told_of(text: Structure, said: Iterable[tuple[Path, Said | None]]) -> Statuses:
    return {each.address.path: each for each in told_of(text.document, text.around, said)}


def _place(asked: _Asked | AskedText, question: Question) -> tuple[object, ...]:
    """Where a question lies among the days on which the answer may turn; where nothing waits, silence says nothing."""
    place = bisect_right(asked.days, question.day)
    if not asked.waits:
        return (place,)
    return (place, bisect_right(asked.days, question.horizon), question.day > question.horizon)


def _moves_around(day: date, text: Structure, moves: Moves) -> MovesAroundEach:
    """Where the provisions of a text stood before it read so, and where they are to stand after it."""
    return {who: moves_around(moves[who], day) for who in sorted(moves.keys() & text.identities)}


def _kinds_of(standing: "_Standing") -> _Kinds:
    found: dict[object, Path] = {}
    first_of: dict[Path, Path] = {}
    own: set[Path] = set()
    text, first_days = standing.text, standing.known.first_days
    for path, identity, within in concerned(text.who, text.around, standing.named):
        if within:
            nearest = next(each for each in text.around[path] if each in own)
            key = (nearest, within, first_days.get(identity), standing.moved.get(identity))
            first_of[path] = found.setdefault(key, path)
        else:
            own.add(path)
            first_of[path] = path
    return _Kinds(first_of, frozenset(found.values()))


def _asked_of(standing: "_Standing", kinds: _Kinds) -> AskedText:
    first = tuple(standing.asked(path) for path, other in kinds.first_of.items() if path == other)
    days = tuple(sorted({day for each in first for day in each.days}))
    varying = tuple(sorted({number for each in first for number in each.varying}))
    return AskedText(standing.text, first, kinds, varying, days, any(each.waits for each in first))


class _Standing:
    """Where the provisions of a text stand and stood, with those in them that are named."""

    def __init__(self, text: Structure, named: Collection[str], known: Known, moved: MovesAroundEach) -> None:
        self.text, self.known, self.moved = text, known, moved
        self.named = named
        self._below: dict[Path, list[Path]] = {}
        for path, identity in text.who.items():
            if path and identity in named:
                for above in text.around[path]:
                    self._below.setdefault(above, []).append(path)
        self._days: dict[object, tuple[tuple[date, ...], bool]] = {}

    def asked(self, path: Path) -> _Asked:
        """A provision, with all that its effect follows from."""
        below = tuple(self._located(each, ()) for each in self._below.get(path, ()))
        found = self._located(path, below)
        key = tuple(map(self._key, (found, *below)))
        if key not in self._days:
            self._days[key] = _days(found, self.known.records)
        naming = self.known.records.naming(found)
        varying = tuple(each for each in naming if each in self.known.records.varying)
        return _Asked(path, found, key, varying, *self._days[key])

    def _located(self, path: Path, below: tuple[Located, ...]) -> Located:
        who = self.text.who
        holders = tuple(who[each] for each in self.text.around[path])
        identity = who[path]
        moved, moving = self.moved.get(identity, ((), ()))
        return Located(identity, holders, self.known.first_days.get(identity), below, moved, moving)

    def _key(self, located: Located) -> object:
        """What its effect follows from: the operations that speak of it and of what it stands in, and its first day.

        Of what was put elsewhere it matters how far outwards what is not named stands, too.
        """
        naming = self.known.records.naming(located)
        if located.moved or located.moving:
            return located.chain, located.inserted, located.moved, located.moving, naming
        own = tuple(each if each in self.named else "" for each in located.chain)
        return (own[0], *filter(None, own[1:])), located.inserted, naming


def _days(located: Located, records: Records) -> tuple[tuple[date, ...], bool]:
    """The days on which its effect may turn, and whether any of them is not known."""
    every = (located, *located.below)
    numbers = {number for each in every for number in records.naming(each)}
    inserted = {each.inserted for each in every if each.inserted is not None}
    days = inserted.union(*(records.days[each] for each in numbers))
    return tuple(sorted(days)), not records.waiting.isdisjoint(numbers)

"""When the effect of every provision turned, worked out for all of them at once and kept.

`secc history` asks the same of one. Here provisions of which the same operations speak share one answer, and the days
between two that these operations name share it too, so that it costs what there are answers and not what there are
provisions or days. It is kept document by document, so that after an edit of their words the others cost nothing.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, timedelta

from msgspec import Struct

from secc.amending.version import DocumentVersion, Path
from secc.code.model import Clause, Definition
from secc.ids import DocumentId
from secc.instruments.model import Vary
from secc.instruments.when import OperationRef
from secc.site.in_time.effect_keys import effect_keys
from secc.site.in_time.kept import kept
from secc.site.in_time.moment import Moment
from secc.timeline.effect import Effects
from secc.timeline.force import force
from secc.timeline.force_model import Force, State
from secc.timeline.located import Located
from secc.timeline.occurrences import Kind
from secc.timeline.overtaken import coming_about, overtaken
from secc.timeline.timeline import EVERYTHING, Knowledge, Timeline
from secc.timeline.turns import ended_on, is_news, turned_by
from secc.timeline.value import bounds, lasts


class EffectTurn(Struct, frozen=True, array_like=True):
    """The effect of a provision from a day on. `by` are the operations that begin or end then; `refs` those in words.

    `inside` are the paragraphs and definitions in it of which something else is said, with its words. `varying` are
    the variations that hold for anybody, of it or of these. `ended` are those of `by` that end then.
    """

    day: date
    state: State
    words: str
    refs: tuple[OperationRef, ...]
    by: tuple[OperationRef, ...]
    inside: tuple[tuple[str, str], ...] = ()
    varying: tuple[OperationRef, ...] = ()
    ended: tuple[OperationRef, ...] = ()


Turns = Mapping[str, tuple[EffectTurn, ...]]
"""The turns of clauses and definitions by who they are, oldest first; none of what always has effect as text."""


def turning(moment: Moment, asked: Knowledge = EVERYTHING) -> Turns:
    """The turns of every clause and definition, past and to come; kept, where they are asked for as known now."""
    if asked != EVERYTHING:
        timeline = moment.timeline
        ever = {each for day in timeline.wording_days(asked) for each in timeline.base(day, asked).documents}
        return _Turning(timeline, Effects(timeline, asked), asked).turns(ever)
    return kept(
        moment.cache, f"turning {moment.opened.fingerprint} {moment.everybody}", _Found, lambda: _by_document(moment)
    )


_Found = dict[str, tuple[EffectTurn, ...]]


def _by_document(moment: Moment) -> _Found:
    """The same, of which only that is made anew which follows from other texts or operations than what is kept."""
    making, found = _Turning(moment.timeline, moment.effects, EVERYTHING), _Found()
    for documents, key in effect_keys(moment).apart:
        found |= kept(moment.cache, f"turning {key}", _Found, lambda: making.turns(documents))  # noqa: B023  # at once
    return dict(sorted(found.items()))


class _Standing(Struct, frozen=True):
    """A provision in a text, with what stands in it of which operations speak; `key` is all that its effect asks.

    `labels` are those of what stands in it in this text: they may have others in the next.
    """

    identity: str
    located: Located
    labels: tuple[str, ...]
    key: object


class _Told(Struct, frozen=True):
    """What is said of a provision and of what is in it by its label; the rest is as in `EffectTurn`.

    `turn` tells it from what was said before.
    """

    turn: object
    own: Force
    below: Mapping[str, Force]
    state: State
    words: str
    refs: tuple[OperationRef, ...]
    inside: tuple[tuple[str, str], ...]
    varying: tuple[OperationRef, ...]


class _Turning:
    """The answers, each made once."""

    def __init__(self, timeline: Timeline, effects: Effects, asked: Knowledge) -> None:
        self._timeline = timeline
        self._asked = asked
        self._effects = effects
        self._records = effects.records
        self._known = timeline.known(asked)
        self._horizon = self._known.horizon
        self._every_day = timeline.days(asked)
        self._since = timeline.first_days(asked)
        self._named: dict[object, list[date]] = {}
        self._made: dict[object, _Told] = {}
        self._standing: dict[int, tuple[_Standing, ...]] = {}
        self._days: dict[int, set[date]] = {}
        others = timeline.occurrences(asked, Kind.OTHER)
        self._others = tuple(coming_about(others, overtaken(timeline, effects, asked)))

    def turns(self, documents: Collection[DocumentId]) -> dict[str, tuple[EffectTurn, ...]]:
        """Of every provision in some documents that any operation on effect ever concerned."""
        found: dict[str, list[EffectTurn]] = {}
        last: dict[str, _Told] = {}
        seen: set[int] = set()
        texts = [(day, list(self._texts(day, documents))) for day in self._every_day]
        every = {id(version): version for _, versions in texts for version in versions}.values()
        concerned = {identity for version in every for identity in self._concerned(version)}
        for day, versions in texts:
            for version in versions:
                standing = self._of(version, concerned, day)
                if id(version) in seen and day not in self._days_of(version, standing):
                    continue
                for each in standing:
                    told = self._answer(each, day)
                    if self._is_news(told, last.get(each.identity), day):
                        last[each.identity] = told
                        found.setdefault(each.identity, []).append(self._turn(each, day, told))
            seen = set(map(id, versions))
        return {identity: tuple(each) for identity, each in sorted(found.items())}

    def _texts(self, day: date, documents: Collection[DocumentId]) -> Iterator[DocumentVersion]:
        yield from (each for each in self._timeline.base(day, self._asked).documents.values() if each.id in documents)

    def _concerned(self, version: DocumentVersion) -> Iterator[str]:
        """The clauses and definitions in a text that operations name, or what they stand in, or what is in them."""
        named = self._records.named
        paths = {path for path, identity in version.identities.items() if identity in named}
        holding = {above for path in paths for above in version.holders[path]}
        for path, identity in version.identities.items() if paths or version.identity in named else ():
            is_reached = version.identity in named or path in paths or not paths.isdisjoint(version.holders[path])
            if (path in holding or is_reached) and _is_whole(version, path):
                yield identity

    def _of(self, version: DocumentVersion, concerned: Collection[str], day: date) -> tuple[_Standing, ...]:
        """What stands in a text, on the first day on which it is asked about."""
        if id(version) not in self._standing:
            theirs = {path for path, identity in version.identities.items() if identity in concerned}
            self._standing[id(version)] = tuple(self._stand(version, theirs, day)) if theirs else ()
        return self._standing[id(version)]

    def _stand(self, version: DocumentVersion, paths: Collection[Path], day: date) -> Iterator[_Standing]:
        chains = {path: (path, *holders, ()) for path, holders in version.holders.items()}
        below: dict[Path, list[Path]] = {}
        for path, chain in chains.items():
            if self._effects.speaks_of(version.identities[path], day):
                for above in chain[1:]:
                    below.setdefault(above, []).append(path)
        for path in (each for each in chains if each in paths):
            inside = below.get(path, [])
            below_it = [self._located(version, chains[one], day) for one in inside]
            located = self._located(version, chains[path], day, below_it)
            labels = tuple("".join(one[len(path) :]) if path == one[: len(path)] else "" for one in inside)
            yield _Standing(located.identity, located, labels, _key(located, self._records.named))

    def _located(
        self, version: DocumentVersion, chain: Sequence[Path], day: date, below: Sequence[Located] = ()
    ) -> Located:
        first, *rest = (_identity(version, each) for each in chain)
        return Located(
            first, tuple(rest), self._since.get(first), tuple(below), *self._effects.moves_around(first, day)
        )

    def _days_of(self, version: DocumentVersion, standing: Sequence[_Standing]) -> set[date]:
        """Every day on which something else can come to be said of what stands in a text."""
        if id(version) not in self._days:
            self._days[id(version)] = {day for each in standing for day in self._told_from(each)}
        return self._days[id(version)]

    def _answer(self, standing: _Standing, day: date) -> _Told:
        """What is said on a day: the same as from the last day on that any operation on its effect names.

        What varies it may be one that cannot be carried out, by what the text says then.
        """
        refused = tuple(self._refused(standing, day))
        key = (standing.key, standing.labels, bisect_right(self._told_from(standing), day), refused)
        if key not in self._made:
            self._made[key] = self._told(standing, day)
        return self._made[key]

    def _refused(self, standing: _Standing, day: date) -> Iterator[str]:
        for each in (standing.located, *standing.located.below):
            for record in self._records.naming(each):
                if isinstance(record.action, Vary) and lasts(record.starts, record.ends, day, self._horizon):
                    yield self._records.refused(record, day)

    def _told_from(self, standing: _Standing) -> list[date]:
        if standing.key not in self._named:
            self._named[standing.key] = sorted(self._named_days(standing.located))
        return self._named[standing.key]

    def _named_days(self, located: Located) -> set[date]:
        """Every day on which `force` can come to say something else of a provision, and of what is in it."""
        last = self._horizon
        days = {last + timedelta(days=1)} if last is not None and last < date.max else set()
        for each in (located, *located.below):
            days |= {each.inserted} if each.inserted is not None else set()
            for record in self._records.naming(each):
                days.update(bounds(record.starts), bounds(record.ends))
        return days

    def _is_news(self, told: _Told, last: _Told | None, day: date) -> bool:
        """Whether something else is said than was, of it or of what is in it."""
        if last is None:
            return is_news(told.own, None, day, self._horizon)
        if told.turn == last.turn:
            return False
        pairs = [(told.own, last.own), *((each, last.below.get(label)) for label, each in told.below.items())]
        relabelled = told.below.keys() != last.below.keys()
        return relabelled or any(is_news(each, before, day, self._horizon) for each, before in pairs)

    def _told(self, standing: _Standing, day: date) -> _Told:
        own = force(standing.located, day, self._records, self._horizon)
        inside = [
            (label, force(each, day, self._records, self._horizon))
            for label, each in zip(standing.labels, standing.located.below, strict=True)
            if label
        ]
        differing = tuple((label, each.in_words) for label, each in inside if each.gist != own.gist)
        turn = (own.turn, tuple((label, each.turn) for label, each in inside))
        refs = tuple(dict.fromkeys([*own.refs, *(ref for _, each in inside for ref in each.refs)]))
        every = (one for each in (own, *(force for _, force in inside)) for one in each.varied)
        varying = dict.fromkeys(one.ref for one in every if not one.refused)
        return _Told(turn, own, dict(inside), own.state, own.in_words, refs, differing, tuple(varying))

    def _turn(self, standing: _Standing, day: date, told: _Told) -> EffectTurn:
        by = tuple(dict.fromkeys(turned_by(standing.located, day, self._records, self._others, self._known)))
        ended = ended_on(day, by, self._others)
        return EffectTurn(day, told.state, told.words, told.refs, by, told.inside, told.varying, ended)


def _is_whole(version: DocumentVersion, path: Path) -> bool:
    return isinstance(version.blocks[version.by_path[path]].block, Clause | Definition)


def _identity(version: DocumentVersion, path: Path) -> str:
    return version.identities[path] if path else version.identity


def _key(located: Located, named: frozenset[str]) -> object:
    """What the effect of a provision follows from: the operations that speak of it or of what it stands in."""
    own = tuple(each if each in named else "" for each in located.chain)
    trimmed = (own[0], *(each for each in own[1:] if each))
    inside = tuple((each.chain, each.inserted, each.moved, each.moving) for each in located.below)
    return (trimmed, located.inserted, located.moved, located.moving, inside)

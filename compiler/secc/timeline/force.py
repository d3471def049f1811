"""Whether a provision has effect on a day, for whom, and why, in words a lawyer reads."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache, cached_property

from msgspec import Struct
from msgspec.structs import replace

from secc.amending.refusal import Refusal
from secc.instruments.model import Scope, Vary
from secc.instruments.when import OperationRef
from secc.timeline.dates import printed_day
from secc.timeline.force_model import Force, Part, State, Variation, printed_refs
from secc.timeline.located import ForceRecord, Located, Moved
from secc.timeline.periods import Period, is_over, periods
from secc.timeline.remarks import remarks
from secc.timeline.scopes import EVERYBODY, Extent, applies, by_name, edges, pieces, within
from secc.timeline.switches import switched_off
from secc.timeline.value import Day, NeverComes, Unknown, in_words, lasts, latest, reached

Refusals = Mapping[OperationRef, Refusal]
"""The variations that cannot be carried out on a text, with why."""


class ForceRecords:
    """Records of force, found by what they name; `wholes` as in `Known`.

    `refusals` are those of the text of a day that is for everybody in a scope.
    """

    def __init__(
        self,
        records: Iterable[ForceRecord],
        wholes: Sequence[Scope] = (),
        refusals: Callable[[date, Scope], Refusals] = lambda _day, _scope: {},
    ) -> None:
        self.wholes = tuple(wholes)
        self._refusals = cache(refusals)
        self._by_identity: dict[str, list[ForceRecord]] = {}
        self._naming: dict[object, tuple[ForceRecord, ...]] = {}
        for each in records:
            for identity in each.identities:
                self._by_identity.setdefault(identity, []).append(each)

    @property
    def every(self) -> tuple[ForceRecord, ...]:
        """All of them, each once."""
        return tuple({id(each): each for found in self._by_identity.values() for each in found}.values())

    @cached_property
    def named(self) -> frozenset[str]:
        """The identities that any record names."""
        return frozenset(self._by_identity)

    def refused(self, variation: ForceRecord, at: date) -> str:
        """Why a variation that holds on a day cannot be carried out on its text; empty where it can."""
        refusal = self._refusals(at, variation.extent.scope).get(variation.ref)
        return refusal.words if refusal is not None else ""

    def is_spoken_of(self, identity: str, moved: Sequence[Moved], moving: Sequence[Moved]) -> bool:
        """Whether records name a provision, or what it stood in until, or is to stand in when, it is itself moved."""
        stood = (each.before for each in moved if _is_itself(each))
        stays = (each.after for each in moving if _is_itself(each))
        return identity in self.named or any(not self.named.isdisjoint(chain) for chain in (*stood, *stays))

    def naming(self, located: Located) -> tuple[ForceRecord, ...]:
        """Those that reach a provision, naming it or what it stood in when they did, in the order of recording."""
        key = (located.chain, located.moved, located.moving)
        if key not in self._naming:
            self._naming[key] = self._found(located)
        return self._naming[key]

    def _found(self, located: Located) -> tuple[ForceRecord, ...]:
        found = {
            (each.record, each.extent.printed): each
            for identity in located.ever
            for each in self._by_identity.get(identity, ())
            if located.distance(each) < len(located.ever)
        }
        return tuple(found[key] for key in sorted(found))


def _is_itself(moved: Moved) -> bool:
    """Whether it is put elsewhere itself, and not what it stands in."""
    return moved.before[:1] != moved.after[:1]


class _Asked(Struct, frozen=True):
    """The question: on which day, as known by when, by which records."""

    at: date
    horizon: date | None
    records: ForceRecords


def force(
    located: Located, at: date, records: ForceRecords, horizon: date | None = None, scope: Scope = EVERYBODY
) -> Force:
    """The effect of a provision on the day `at`, as known on `horizon`, for a scope, or for everybody.

    Those of whom no commencement says anything are left out where others are named.
    """
    asked = _Asked(at, horizon, records)
    parts = _parted(located, asked, scope)
    named = [each for each in parts if each.named] or parts
    in_order = sorted(_merged(named), key=lambda part: (_is_rest(part, scope), part.since or date.max))
    told = (replace(each, extents=tuple(by_name(one, records.wholes) for one in each.extents)) for each in in_order)
    return Force(scope, tuple(told), leaves_out=len(named) < len(parts))


def _parted(located: Located, asked: _Asked, scope: Scope) -> list[Part]:
    """The effect for all in a scope, cut apart no more than the answers differ."""
    cuts = [each for each in dict.fromkeys(_cuts(located, asked.records)) if not within(scope, each)]
    fine = [replace(_part(located, asked, each), extents=(each,)) for each in pieces(scope, cuts, asked.records.wholes)]
    parts = fine
    for cut in list(cuts):
        fewer = [each for each in cuts if each != cut]
        coarser = _coarser(pieces(scope, fewer, asked.records.wholes), fine)
        if coarser is not None:
            cuts, parts = fewer, coarser
    return parts


def _coarser(extents: Sequence[Extent], fine: Sequence[Part]) -> list[Part] | None:
    """The parts for wider extents; None where the answer is not one and the same within each."""
    parts: list[Part] = []
    for extent in extents:
        inside = [replace(part, extents=(extent,)) for part in fine if applies(extent, part.extents[0])]
        if not inside or any(part != inside[0] for part in inside):
            return None
        parts.append(inside[0])
    return parts


def _cuts(located: Located, records: ForceRecords) -> Iterator[Scope]:
    inside = (found for inner in located.below for found in records.naming(inner))
    return edges(each.extent for each in (*records.naming(located), *inside))


def _part(located: Located, asked: _Asked, extent: Extent) -> Part:
    """The effect for some whom no record cuts apart."""
    naming = asked.records.naming(located)
    found, period = _by_periods(located, naming, asked, extent)
    if period is not None and found.state is State.IN_EFFECT:
        found = switched_off(located, naming, extent, asked.at, asked.horizon, period) or found
    elif period is not None and isinstance(period.start, Day):
        found = _then_off(found, switched_off(located, naming, extent, period.start.day, asked.horizon, period))
    if found.state is not State.IN_EFFECT and _in_part(located, asked, extent):
        rest = "" if found.state in (State.NOT_YET, State.UNKNOWN) else f" {found.state}"
        found = replace(found, state=State.IN_PART, why=f"; the rest{rest}{found.why}", named=True)
    beside = tuple(remarks(located, naming, extent, asked.at, asked.horizon))
    return replace(found, varied=_variations(naming, asked, extent), beside=beside)


def _by_periods(
    located: Located, naming: Sequence[ForceRecord], asked: _Asked, extent: Extent
) -> tuple[Part, Period | None]:
    """The effect for some whatever is switched off; and by which period they have it, or are to have it next."""
    if located.inserted is not None and asked.at < located.inserted:
        return Part((), State.NOT_YET, f": part of the text from {printed_day(located.inserted)}"), None
    found = periods(located, naming, extent, asked.horizon)
    if not found:
        return Part((), State.NOT_YET, ": no commencement is for them", named=False), None
    begun = [each for each in found if reached(each.start, asked.at, asked.horizon) and not _is_none(each)]
    if not begun:
        return _not_begun(found, asked), _coming(found, asked)
    coming = _coming([each for each in found if each not in begun], asked)
    match reached(begun[-1].end, asked.at, asked.horizon):
        case False:
            return _in_effect(begun[-1], coming), begun[-1]
        case True:
            return _ceased(begun[-1], coming, asked), coming
        case None:
            words = f": its end {in_words(begun[-1].end)}{printed_refs(begun[-1].ended_by)}"
            return Part((), State.UNKNOWN, words, latest(begun[-1].start), begun[-1].ended_by), None


def _then_off(found: Part, off: Part | None) -> Part:
    """What is to begin, with what switches it off when it does."""
    if off is None or State.UNKNOWN in (off.state, found.state):
        return found
    return replace(found, why=f"{found.why}; then {off.state}{off.why}", by=(*found.by, *off.by))


def _in_effect(period: Period, coming: Period | None) -> Part:
    since = latest(period.start)
    why = ""
    if since is not None and since != date.min:
        at_the_latest = "" if isinstance(period.start, Day) else ", at the latest"
        why = f"{at_the_latest} from {printed_day(since)}{printed_refs(period.by) or ', as part of the text'}"
    by = (*period.by, *period.ended_by)
    match period.end:
        case Day(day):
            by = (*by, *(coming.by if coming else ()))
            again = f"; again {_beginning(coming)}" if coming else ""
            why += f", until {printed_day(day)}{printed_refs(period.ended_by)}{again}"
        case Unknown():
            why += f"; its end {in_words(period.end)}{printed_refs(period.ended_by)}"
        case NeverComes():
            pass
    return Part((), State.IN_EFFECT, why, None if since == date.min else since, by)


def _not_begun(found: Sequence[Period], asked: _Asked) -> Part:
    coming = _coming(found, asked)
    if coming is None:
        by = tuple(ref for each in found for ref in each.by)
        return Part((), State.NOT_YET, f": what would bring it into effect never does{printed_refs(by)}", by=by)
    doubtful = [each for each in found if reached(each.start, asked.at, asked.horizon) is None]
    if doubtful:
        return Part((), State.UNKNOWN, f": {_beginning(doubtful[0])}", by=doubtful[0].by)
    return Part((), State.NOT_YET, f": {_beginning(coming)}", by=coming.by)


def _ceased(last: Period, coming: Period | None, asked: _Asked) -> Part:
    again = f"; again {_beginning(coming)}" if coming else ""
    by = (*last.ended_by, *(coming.by if coming else ()))
    day = latest(last.end)
    why = f"{f' on {printed_day(day)}' if day else ''}{printed_refs(last.ended_by)}{again}"
    if coming and reached(coming.start, asked.at, asked.horizon) is None:
        return Part((), State.UNKNOWN, f": it ceased{why}", by=by)
    return Part((), State.CEASED, why, day, by)


def _coming(found: Sequence[Period], asked: _Asked) -> Period | None:
    """The first that can still begin: not never, and not only after its own end."""
    return next(
        (
            each
            for each in found
            if not isinstance(each.start, NeverComes)
            and not _is_none(each)
            and not reached(each.end, asked.at, asked.horizon)
        ),
        None,
    )


def _is_none(period: Period) -> bool:
    """Whether it ends before it would begin, so that what was to commence then never does."""
    return bool(period.by) and is_over(period.end, period.start)


def _beginning(period: Period) -> str:
    words = f"from {printed_day(period.start.day)}" if isinstance(period.start, Day) else in_words(period.start)
    return f"{words}{printed_refs(period.by)}"


def _in_part(located: Located, asked: _Asked, extent: Extent) -> bool:
    records = asked.records
    spoken_of = (each for each in located.below if records.is_spoken_of(each.identity, each.moved, each.moving))
    return any(_part(each, asked, extent).state in (State.IN_EFFECT, State.IN_PART) for each in spoken_of)


def _variations(naming: Sequence[ForceRecord], asked: _Asked, extent: Extent) -> tuple[Variation, ...]:
    """Those that have begun, and are not known to have ended: the same that `Timeline.variations` carries out."""
    found: list[Variation] = []
    for each in naming:
        if not isinstance(each.action, Vary) or not applies(each.extent, extent):
            continue
        if lasts(each.starts, each.ends, asked.at, asked.horizon):
            is_known = reached(each.ends, asked.at, asked.horizon) is not None
            doubt = "" if is_known else f"whether it has ended is not known: its end {in_words(each.ends)}"
            words = "; ".join(filter(None, (each.words, doubt)))
            found.append(Variation(each.ref, words, asked.records.refused(each, asked.at)))
    return tuple(found)


def _merged(parts: Sequence[Part]) -> Iterator[Part]:
    """Those of whom the same is true together, in order."""
    found: dict[object, Part] = {}
    for each in parts:
        key = (each.state, each.why, each.varied, each.beside)
        found[key] = replace(each, extents=(*found[key].extents, *each.extents)) if key in found else each
    yield from found.values()


def _is_rest(part: Part, scope: Scope) -> bool:
    """Whether it is what is left beside the others."""
    return any(each.but_not and each.scope == scope for each in part.extents)

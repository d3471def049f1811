"""The effect of provisions over all days, kept: from when until when each was not plainly in effect, and why.

As known now, and as known on each day.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import cache, cached_property, lru_cache, partial
from pathlib import Path

from msgspec import Struct, structs

from secc.ids import Address, DocumentId
from secc.site.any_day.knowledge import StateAsked, states_in_time
from secc.site.any_day.known_keys import KnownKeys
from secc.site.any_day.known_periods import Asking, Days, KnownPeriod, KnownPeriods, Period
from secc.site.any_day.on_record import on_record
from secc.site.in_time.kept import digest_of_modules, kept
from secc.site.in_time.moment import Moment
from secc.site.in_time.put_there import PutThere
from secc.timeline.refusing import Refusing
from secc.timeline.timeline import asking

__all__ = ["Effect", "KnownEffect", "Period", "known_periods", "periods"]


class Effect(Struct, frozen=True, array_like=True):
    """What is said of the effect of a provision, or document, over time.

    `plain` is when it was plainly in effect, while of what it stands in something is said.
    """

    address: Address
    periods: tuple[Period, ...]
    plain: Days = ()

    @property
    def stretches(self) -> Days:
        """All stretches of days of which something is told."""
        return (*((each.start, each.end) for each in self.periods), *self.plain)


class KnownEffect(Struct, frozen=True, array_like=True):
    """The same as it was told as known on each day; nothing of where it was plainly in effect."""

    address: Address
    periods: tuple[KnownPeriod, ...]


class _Found(Struct, frozen=True, array_like=True):
    """Both, with the texts of which it was asked which variations cannot be carried out on them."""

    now: tuple[Effect, ...]
    known: tuple[KnownEffect, ...]
    asked: tuple[StateAsked, ...]


def periods(moment: Moment) -> tuple[Effect, ...]:
    """Of each provision that ever was not plainly in effect, or was so while what it stands in was not.

    Nothing of what only stands in one of which the same is said.

    To ask about every day is slow, so that it is kept. It is the same whatever the words are.
    """
    return kept(moment.cache, f"periods {_key(moment)}", tuple[Effect, ...], lambda: _all(moment).now)


def known_periods(moment: Moment) -> tuple[KnownEffect, ...]:
    """The same as known on each day, those that are known now last among those of their days."""
    return kept(moment.cache, f"known periods {_key(moment)}", tuple[KnownEffect, ...], lambda: _all(moment).known)


def as_period(put: PutThere) -> Period:
    """What is said of what a variation put into the text, on the days on which it stood there."""
    status = put.status
    return Period(put.start, put.end, status.sign, status.in_short, status.words, status.refs)


def _key(moment: Moment) -> str:
    return f"{_own_code()} {moment.opened.fingerprint} {moment.everybody}"


@cache
def _own_code() -> str:
    here = Path(__file__).parent
    names = (
        "periods",
        "known_periods",
        "known_keys",
        "known_forces",
        "known_records",
        "on_record",
        "learned",
        "stretches",
    )
    return digest_of_modules(here / f"{name}.py" for name in names)


@lru_cache(maxsize=2)
def _all(moment: Moment) -> _Found:
    """Both, made anew of no more documents than there is something else to say of.

    Of the words of texts it follows only whether variations can be carried out on them: that is asked again each time.
    """
    making = _Making(moment)
    key = f"{_own_code()} {making.keys.whole}"
    asked = kept(moment.cache, f"asked of variations {key}", tuple[StateAsked, ...], lambda: making.found.asked)
    return kept(moment.cache, f"every period {key} {making.refused(asked)}", _Found, lambda: making.found)


class _Making:
    """The effects of all documents."""

    def __init__(self, moment: Moment) -> None:
        self.keys = KnownKeys(moment)
        self._moment = moment
        self._refusing = Refusing(moment.timeline)

    def refused(self, asked: Sequence[StateAsked]) -> list[tuple[int, str, str]]:
        """The variations that cannot be carried out on texts, with why."""
        every = (self._refusing.among(each.held, each.day, asking(each.known)) for each in asked)
        return sorted(
            (place, str(ref), refusal.words) for place, each in enumerate(every) for ref, refusal in each.items()
        )

    @cached_property
    def found(self) -> _Found:
        """Those of all documents, in the order of addresses."""
        turns = dict(states_in_time(self._moment).learned)
        known = tuple(on_record(self._moment.timeline, self._refusing, turns))
        making = KnownPeriods(known, self._refusing)
        found: list[_Found] = []
        for documents in self.keys.together:
            key = self.keys.of(documents, known)
            if key is not None:
                make = partial(_of_documents, making, documents)
                found.append(kept(self._moment.cache, f"periods {_own_code()} {key}", _Found, make))
        now = sorted((each for one in found for each in one.now), key=lambda each: str(each.address))
        as_known = sorted((each for one in found for each in one.known), key=lambda each: str(each.address))
        return _Found(tuple(now), tuple(as_known), tuple(each for one in found for each in one.asked))


def _of_documents(making: KnownPeriods, documents: Collection[DocumentId]) -> _Found:
    """What is said of what stands in some documents that belong together."""
    now: list[Effect] = []
    known: list[KnownEffect] = []
    for document in documents:
        of_it = making.of(document, documents)
        plain = making.plain(document, documents) if of_it else {}
        known += [KnownEffect(Address(document, path), each) for path, each in of_it.items()]
        told = {path: tuple(_now(each, making.horizon)) for path, each in of_it.items()}
        paths = [path for path in dict.fromkeys([*told, *plain]) if told.get(path) or path in plain]
        now += [Effect(Address(document, path), told.get(path, ()), plain.get(path, ())) for path in paths]
    return _Found(tuple(now), tuple(known), making.asked_of_variations())


def _now(known: Iterable[KnownPeriod], horizon: date) -> Iterator[Period]:
    """What is told now, in the order of days: of days up to the last of any record, and of those after it."""
    following = horizon + timedelta(days=1) if horizon < date.max else None
    found: list[Period] = []
    for period, asked in ((each.told.period, each.told.asking) for each in known if each.until is None):
        start, end = period.start, period.end
        if asked is Asking.BY and following is not None:
            end = min(end or date.max, following)
        if asked is Asking.AFTER:
            start = max(start, following or date.max)
        if end is None or start < end:
            found.append(structs.replace(period, start=start, end=end))
    return iter(sorted(found, key=lambda each: each.start))

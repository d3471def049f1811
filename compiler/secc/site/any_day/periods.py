"""The effect of provisions over all days: from when until when each was not plainly in effect, and why."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

from msgspec import Struct

from secc.ids import Address, DocumentId
from secc.instruments.when import OperationRef
from secc.site.in_time.effect_keys import effect_keys
from secc.site.in_time.kept import digest_of_modules, kept
from secc.site.in_time.moment import Moment
from secc.site.in_time.statuses import Status, plain_within, statuses_of


class Period(Struct, frozen=True, array_like=True):
    """What is said of a provision's effect from a day on, until another (not included; None where it does not end)."""

    start: date
    end: date | None
    sign: str
    state: str
    words: str
    refs: tuple[OperationRef, ...]


Days = tuple[tuple[date, date | None], ...]
"""Stretches of days: from each until another (not included; None where it does not end)."""


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


def periods(moment: Moment) -> tuple[Effect, ...]:
    """Of each provision that ever was not plainly in effect, or was so while what it stands in was not.

    Nothing of what only stands in one of which the same is said.

    To ask about every day is slow, so that it is kept.
    """
    key = f"periods {_own_code()} {moment.opened.fingerprint} {moment.everybody}"
    return kept(moment.cache, key, tuple[Effect, ...], lambda: tuple(_by_document(moment)))


@cache
def _own_code() -> str:
    return digest_of_modules([Path(__file__)])


def _by_document(moment: Moment) -> Iterator[Effect]:
    """The same, of which only that is worked out anew which follows from other texts or operations."""
    found: list[Effect] = []
    for documents, key in effect_keys(moment).apart:
        for document in documents:
            name = f"periods {_own_code()} {document} {key}"
            found += kept(moment.cache, name, list[Effect], lambda: list(_effects(moment, document)))  # noqa: B023  # at once
    yield from sorted(found, key=lambda each: str(each.address))


def _effects(moment: Moment, document: DocumentId) -> Iterator[Effect]:
    found: dict[Address, list[Period]] = {}
    open_since: dict[Address, Period] = {}
    for day in effect_keys(moment).days(document):
        version = moment.timeline.base(day).documents.get(document)
        said = tuple(statuses_of(version, moment.effects, day)) if version is not None else ()
        now = {each.address: _period(each, day) for each in said if each.like is None}
        if version is not None and said:
            now |= {address: Period(day, None, "", "", "", ()) for address in plain_within(version, said)}
        for address, period in [*open_since.items()]:
            if address not in now or _said(now[address]) != _said(period):
                found.setdefault(address, []).append(_ended(open_since.pop(address), day))
        for address, period in now.items():
            open_since.setdefault(address, period)
    for address, period in open_since.items():
        found.setdefault(address, []).append(period)
    for address, all_of in found.items():
        plain = tuple((each.start, each.end) for each in all_of if not each.state)
        yield Effect(address, tuple(each for each in all_of if each.state), plain)


def _period(status: Status, day: date) -> Period:
    return Period(day, None, status.sign, status.in_short, status.words, status.refs)


def _said(period: Period) -> tuple[str, str]:
    return (period.state, period.words)


def _ended(period: Period, day: date) -> Period:
    return Period(period.start, day, period.sign, period.state, period.words, period.refs)

"""What clauses say to those for whom they are varied, as data and as text, on the days that their histories tell of."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from secc.instruments.model import Scope
from secc.render.exports.blocks import Block
from secc.render.exports.files import ForSomeThen
from secc.site.any_day.day_lists import period_words
from secc.site.any_day.making import AnyDay
from secc.site.any_day.model import at
from secc.site.any_day.plain_texts import provision
from secc.site.in_time.account import Account
from secc.site.in_time.for_some_days import DaysForSome, VariedForSome
from secc.site.noted import Computed, Notes
from secc.site.whom import scope_key, scope_words
from secc.timeline.identities import origin


class Said(Struct, frozen=True, array_like=True):
    """What a provision says to some, from a day on until another, which is not included."""

    scope: Scope
    start: date
    end: date | None
    content: tuple[Block, ...]
    text: str


class SaidForSome:
    """What provisions say to some. `varied` says of which this can be asked, and `said` says it."""

    def __init__(self, varied: VariedForSome, said: Mapping[str, tuple[Said, ...]]) -> None:
        self._varied = varied
        self._said = said

    def of(self, identity: str) -> tuple[Said, ...]:
        """What a provision says to some, oldest first; nothing where it always reads the same for all."""
        found = self._varied.get(origin(identity), {})
        return self._said[identity] if identity in found else ()


NOBODY = SaidForSome({}, {})
"""Where nothing is varied for some."""


Read = Callable[[str, DaysForSome], tuple[tuple[Block, ...], str]]
"""What a provision, by who it is, says to some on the first of some days: nothing where it is left out."""


def said_for_some(account: Account, any_day: AnyDay, notes: Notes) -> SaidForSome:
    """What provisions say to some, out of the texts of all days, each worked out when it is asked for."""
    varied = account.varied_for_some
    said = reading_for_some(varied, partial(_read, any_day))
    return SaidForSome(varied, notes.of("said for some", said, str))


def reading_for_some(varied: VariedForSome, read: Read) -> Mapping[str, tuple[Said, ...]]:
    """What those say that are varied, by who they are; it is read when it is asked for."""

    def said(identity: str) -> tuple[Said, ...]:
        days = varied[origin(identity)].get(identity, ())
        return tuple(_joined(Said(each.scope, each.start, each.end, *read(identity, each)) for each in days))

    return Computed(None, said)


def for_some_file(said: Said) -> ForSomeThen:
    """As data."""
    return ForSomeThen(
        key=scope_key(said.scope),
        words=scope_words(said.scope),
        start=said.start,
        until=said.end,
        content=said.content,
    )


def for_some_text(every: Iterable[Said]) -> str:
    """As text, to follow what is said to everybody."""
    return "".join(f"\n{_headed(each)}" for each in every)


def _headed(said: Said) -> str:
    """For whom and on which days, and the words."""
    whom = f"For {scope_words(said.scope)}, {period_words(said.start, said.end)}:"
    return f"{whom}\n\n{said.text}" if said.text else f"{whom} left out.\n"


def _read(any_day: AnyDay, identity: str, days: DaysForSome) -> tuple[tuple[Block, ...], str]:
    """The text of the first day for some, in the document in which the provision then stands for them."""
    for document in any_day.chronicle.documents:
        number = next((at(each, days.start) for scope, each in document.scoped if scope == days.scope), None)
        if number is not None:
            content, text = provision(document, document.editions[number], identity)
            if content:
                return content, text
    return (), ""


def _joined(every: Iterable[Said]) -> Iterable[Said]:
    """Days on which the same was said to the same, one after another, as one."""
    found: dict[tuple[Scope, date | None, str], Said] = {}
    for each in every:
        before = found.pop((each.scope, each.start, each.text), None)
        found[each.scope, each.end, each.text] = replace(before, end=each.end) if before is not None else each
    return sorted(found.values(), key=_by_start)


def _by_start(said: Said) -> date:
    return said.start

"""What stands nowhere but in the text with its variations: where, from when until when, and put there by which."""

from collections.abc import Iterator
from datetime import date
from itertools import zip_longest
from typing import TypeAlias

from msgspec import Struct

from secc.ids import Address
from secc.instruments.model import Action, InsertProvisions, Scope, SubstituteProvisions, Vary
from secc.instruments.when import OperationRef
from secc.timeline.histories import written
from secc.timeline.occurrences import Kind, Occurrence
from secc.timeline.scopes import EVERYBODY
from secc.timeline.timeline import EVERYTHING, Held, Knowledge, Timeline

_Found: TypeAlias = dict[Address, tuple[OperationRef, ...]]


class Put(Struct, frozen=True):
    """A clause, definition or sub-section that variations put into the text of everybody in a scope, until a day.

    `by` are these, in the order in which they are carried out.
    """

    address: Address
    start: date
    end: date | None
    by: tuple[OperationRef, ...]
    scope: Scope = EVERYBODY


def put_there(timeline: Timeline, asked: Knowledge = EVERYTHING) -> tuple[Put, ...]:
    """What is put there for everybody, by when it ended; then what is put there for some on other days than that.

    Not the paragraphs that stand in what is varied, or put there.
    """
    putting = [each for each in timeline.occurrences(asked, Kind.OTHER) if _puts(each.action)]
    making = _Making(timeline, asked, putting)
    for_all = tuple(making.put(EVERYBODY))
    told = {(each.address, each.start, each.end, each.by) for each in for_all}
    scopes = dict.fromkeys(each.extent.scope for each in putting if each.extent.scope != EVERYBODY)
    for_some = (each for scope in scopes for each in making.put(scope))
    return (*for_all, *(each for each in for_some if (each.address, each.start, each.end, each.by) not in told))


class _Making:
    """Looks at the text with its variations on each day on which any of them may put something there."""

    def __init__(self, timeline: Timeline, asked: Knowledge, putting: list[Occurrence]) -> None:
        self._timeline = timeline
        self._asked = asked
        self._putting = putting
        self._found: dict[tuple[int, Held], _Found] = {}

    def put(self, scope: Scope) -> Iterator[Put]:
        """What is put there for everybody in a scope."""
        days = self._timeline.days(self._asked) if self._putting else ()
        before: dict[Address, Put] = {}
        for day, until in zip_longest(days, days[1:]):
            now: dict[Address, Put] = {}
            for address, by in self._on(day, scope).items():
                last = before.pop(address, None)
                goes_on = last is not None and last.by == by
                now[address] = Put(address, last.start if last is not None and goes_on else day, until, by, scope)
                if last is not None and not goes_on:
                    yield last
            yield from before.values()
            before = now
        yield from before.values()

    def _on(self, day: date, scope: Scope) -> _Found:
        """What is there on a day, which is the same where the same is carried out on the same text."""
        if not any(_may_hold(each, day) for each in self._putting):
            return {}
        held = self._timeline.held(day, self._asked, scope)
        key = (self._timeline.way(day, self._asked), held)
        if key not in self._found:
            self._found[key] = dict(self._read(day, held)) if held else {}
        return self._found[key]

    def _read(self, day: date, held: Held) -> Iterator[tuple[Address, tuple[OperationRef, ...]]]:
        base = self._timeline.base(day, self._asked).documents
        for document, version in self._timeline.varied(day, held, self._asked).documents.items():
            plain = base.get(document)
            if plain is None or plain is version:
                continue
            law = set(plain.identities.values())
            for path, identity in version.identities.items():
                if identity not in law and not path[-1].startswith("("):
                    by = {each.by for each in written(version, path)}
                    yield Address(document, path), tuple(ref for ref, _ in held if ref in by)


def _puts(action: Action) -> bool:
    return isinstance(action, Vary) and isinstance(action.as_if, InsertProvisions | SubstituteProvisions)


def _may_hold(variation: Occurrence, day: date) -> bool:
    first, last = variation.day, variation.last
    return first is not None and first <= day and (last is None or day < last)

"""What stands nowhere but in the text with its variations: from when until when, and put there by which of them."""

from collections.abc import Iterator
from datetime import date
from itertools import zip_longest

from msgspec import Struct

from secc.ids import Address
from secc.instruments.model import Action, InsertProvisions, SubstituteProvisions, Vary
from secc.instruments.when import OperationRef
from secc.site.in_time.kept import kept
from secc.site.in_time.moment import Moment
from secc.site.in_time.statuses import Status
from secc.timeline.force_model import State, printed_refs
from secc.timeline.histories import written
from secc.timeline.occurrences import Kind, Occurrence
from secc.timeline.timeline import Timeline


class PutThere(Struct, frozen=True, array_like=True):
    """A clause, definition or sub-section that variations put into the text of everybody, until a day."""

    start: date
    end: date | None
    status: Status


def put_there(moment: Moment) -> tuple[PutThere, ...]:
    """All of them, in the order of their first days. Not the paragraphs that stand in what is varied, or put there."""
    key = f"put there {moment.opened.fingerprint} {moment.everybody}"
    return kept(moment.cache, key, tuple[PutThere, ...], lambda: tuple(_all(moment.timeline)))


def put_there_on(moment: Moment) -> dict[Address, Status]:
    """What is said of those of the day."""
    there = (each for each in put_there(moment) if each.start <= moment.day and (each.end or date.max) > moment.day)
    return {each.status.address: each.status for each in there}


def _all(timeline: Timeline) -> Iterator[PutThere]:
    putting = [each for each in timeline.occurrences(kind=Kind.OTHER) if _puts(each.action)]
    days = timeline.days() if putting else ()
    before: dict[str, PutThere] = {}
    for day, until in zip_longest(days, days[1:]):
        now: dict[str, PutThere] = {}
        for status in _on(timeline, day) if any(_may_hold(each, day) for each in putting) else ():
            last = before.pop(str(status.address), None)
            goes_on = last is not None and last.status == status
            now[str(status.address)] = PutThere(last.start if last is not None and goes_on else day, until, status)
            if last is not None and not goes_on:
                yield last
        yield from before.values()
        before = now
    yield from before.values()


def _puts(action: Action) -> bool:
    return isinstance(action, Vary) and isinstance(action.as_if, InsertProvisions | SubstituteProvisions)


def _may_hold(variation: Occurrence, day: date) -> bool:
    first, last = variation.day, variation.last
    return first is not None and first <= day and (last is None or day < last)


def _on(timeline: Timeline, day: date) -> Iterator[Status]:
    held: list[OperationRef] = [each.ref for each in timeline.variations(day)]
    if not held:
        return
    base = timeline.base(day).documents
    for document, version in timeline.effective(day).documents.items():
        plain = base.get(document)
        if plain is None or plain is version:
            continue
        law = set(plain.identities.values())
        for path, identity in version.identities.items():
            if identity not in law and not path[-1].startswith("("):
                by = {each.by for each in written(version, path)}
                refs = tuple(ref for ref in held if ref in by)
                words = f"Put there by a variation{printed_refs(refs)}"
                yield Status(Address(document, path), State.IN_EFFECT, words, refs, is_varied=True)

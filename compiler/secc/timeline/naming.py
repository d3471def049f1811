"""Who an operation on the effect of provisions names: one provision, or all from one to another."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial

from msgspec import Struct

from secc.ids import Address, DocumentId
from secc.instruments.model import (
    AfterPlace,
    BeforePlace,
    Disapply,
    InsertProvisions,
    OmitProvisions,
    Resume,
    SubstituteHeading,
    SubstituteProvisions,
    Suspend,
    Variation,
    Vary,
)
from secc.instruments.places import One, Place, Range, Whole
from secc.timeline.dates import day_before
from secc.timeline.identities import identity_of, place_of
from secc.timeline.leaving import ancestors
from secc.timeline.occurrences import Occurrence
from secc.timeline.timeline import Knowledge, Timeline
from secc.timeline.varying import BaseOn
from secc.timeline.wordings import Wordings


class Texts(Struct, frozen=True):
    """The texts in which an operation is read: by day, its own first, then that before, then those since.

    `goes_on` where what comes to stand in a range later is in it too: what switches off is of what stands there.
    """

    days: Sequence[date]
    base: BaseOn
    goes_on: bool

    @classmethod
    def of(cls, occurrence: Occurrence, timeline: Timeline, asked: Knowledge, otherwise: date | None = None) -> "Texts":
        """Those of an operation; `otherwise` is the day of one that has none and was not made."""
        days = timeline.wording_days(asked)
        own = occurrence.day or timeline.known(asked).made(occurrence.instrument) or otherwise
        if own is not None:
            days = (own, day_before(own), *(day for day in days if day > own))
        goes_on = occurrence.day is None or isinstance(occurrence.action, Disapply | Resume | Suspend)
        return cls(days, partial(timeline.base, asked=asked), goes_on)

    def since(self, day: date) -> Iterator[Wordings]:
        """That of a day, and those after it where they matter."""
        yield self.base(day)
        if self.goes_on:
            yield from (self.base(each) for each in self.days if each > day)

    def first(self, address: Address) -> str | None:
        """Who had an address first."""
        return next(iter(self.chain(address)), None)

    def chain(self, address: Address) -> tuple[str, ...]:
        """Who had an address first, and what this stood in then, from the nearest outwards; nobody where nobody had."""
        for each in map(self.base, self.days):
            identity = identity_of(each, address)
            if identity is not None:
                return (identity, *ancestors(each.documents[address.document], address.path))
        return ()


def who(named: One | Range, texts: Texts) -> frozenset[str]:
    """The identities of those who are named; of a range of documents, of those that there are."""
    if isinstance(named, One):
        found = texts.first(named.address)
        return frozenset([found] if found is not None else ())
    return frozenset(_provisions(named, texts) if named.first.path else _documents(named, texts))


def varied(action: Vary, texts: Texts) -> tuple[frozenset[str], frozenset[str]]:
    """Who has effect as if it were otherwise; and who of them only because something in it has.

    These are what that stands in, as far as the place that the operation names.
    """
    target, beside = _read_otherwise(action.as_if)
    inner = target.address if isinstance(target, One) else target.first
    outer = texts.first(action.place.address)
    chain = texts.chain(inner)[1 if beside else 0 :]
    around = frozenset(chain[: chain.index(outer) + 1] if outer in chain else [outer] if outer is not None else ())
    whole = frozenset() if isinstance(action.as_if, InsertProvisions | SubstituteHeading) else who(target, texts)
    return around | whole, around - whole


def _read_otherwise(as_if: Variation) -> tuple[One | Range, bool]:
    """What is to be read otherwise; and whether that is what it stands in, since something is put beside it."""
    match as_if:
        case (
            SubstituteProvisions(place=Place(address), last=Place(last))
            | OmitProvisions(place=Place(address), last=Place(last))
        ):
            return Range(address, last), False
        case InsertProvisions(position=AfterPlace(Place(address, Whole())) | BeforePlace(Place(address, Whole()))):
            return One(address), True
        case _:
            return One(as_if.place.address), False


def _documents(named: Range, texts: Texts) -> set[str]:
    """Those that there are, and of each letter the first alone: one designated under it again is another."""
    found: dict[DocumentId, str] = {}
    passed: set[DocumentId] = set()
    for day in texts.days:
        documents = texts.base(day).documents
        for document in documents.keys() - passed:
            passed.add(document)
            if named.first.document <= document <= named.last.document:
                found[document] = documents[document].identity
        if not texts.goes_on and {named.first.document, named.last.document} <= found.keys():
            break
    return set(found.values())


def _provisions(named: Range, texts: Texts) -> set[str]:
    """Those from the first to the last where both are first there; later, those between the two."""
    for day in texts.days:
        first, last = (identity_of(texts.base(day), each) for each in (named.first, named.last))
        if first is not None and last is not None:
            return {found for each in texts.since(day) for found in _between(each, first, last)}
    return set()


def _between(wordings: Wordings, first: str, last: str) -> Iterator[str]:
    """Who stands from one to another in one place; nobody where they do not stand there so."""
    start, end = place_of(wordings, first), place_of(wordings, last)
    if start is None or end is None or (start.document, start.parent) != (end.document, end.parent):
        return
    version = wordings.documents[start.document]
    blocks = version.blocks[version.by_path[start.path] : version.by_path[end.path] + 1]
    for each in blocks:
        if each.own and each.depth == blocks[0].depth and each.address.path in version.identities:
            yield version.identities[each.address.path]

"""What instruments say beside provisions and change nothing by: savings, and decisions to leave them as they are."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import groupby, zip_longest

from msgspec import Struct

from secc.amending.version import DocumentVersion
from secc.ids import Address
from secc.instruments.model import NoChange, Save
from secc.instruments.patterns import PRINTED_DATE
from secc.instruments.places import One, Provisions
from secc.instruments.when import OperationRef
from secc.timeline.dates import printed_day
from secc.timeline.identities import place_of
from secc.timeline.naming import Texts, who
from secc.timeline.occurrences import Kind, Occurrence
from secc.timeline.scopes import Extent
from secc.timeline.timeline import EVERYTHING, Knowledge, Timeline


class Aside(Struct, frozen=True, array_like=True):
    """What is said beside a provision or document, from a day until another.

    `words` are all of it: `saved: anything done under Appendix AL before 24 July 2020, by paragraph 3 of …`; `short`
    says what it is. A saving `reaches` what stands in the provision, too.
    """

    identity: str
    start: date
    end: date | None
    short: str
    words: str
    ref: OperationRef
    reaches: bool

    def is_of(self, day: date) -> bool:
        """Whether it is said on a day."""
        return self.start <= day and (self.end is None or day < self.end)


class Stood(Struct, frozen=True, array_like=True):
    """Where a provision was, from a day until another."""

    address: Address
    start: date
    end: date | None


class AsideOf(Struct, frozen=True, array_like=True):
    """What is said, and beside what: a provision or a document by where it stands."""

    address: Address
    aside: Aside

    @property
    def words(self) -> str:
        """It as a sentence, after the label of the paragraph beside which it is said: `(b) Left unchanged on …`."""
        label = "".join(self.address.path[len(self.address.without_paragraphs.path) :])
        return f"{label} {self.aside.words[0].upper()}{self.aside.words[1:]}".strip()


def asides(timeline: Timeline, asked: Knowledge = EVERYTHING) -> tuple[Aside, ...]:
    """All of them, past and to come, in the order of their operations; from the days alone that are certain."""
    return tuple(
        aside
        for each in timeline.occurrences(asked, Kind.OTHER)
        if isinstance(each.action, Save | NoChange) and each.day is not None
        for aside in _of(each, each.action, each.day, Texts.of(each, timeline, asked))
    )


def stood(aside: Aside, timeline: Timeline, asked: Knowledge = EVERYTHING) -> Iterator[Stood]:
    """Where the provision was on the days of which something is said beside it."""
    days = [aside.start, *(day for day in timeline.wording_days(asked) if aside.start < day and aside.is_of(day))]
    places = groupby(days, lambda day: place_of(timeline.base(day, asked), aside.identity))
    runs = [(address, next(each)) for address, each in places]
    for (address, start), (_, end) in zip_longest(runs, runs[1:], fillvalue=(None, aside.end)):
        if address is not None and start is not None:
            yield Stood(address, start, end)


def beside(timeline: Timeline, day: date, asked: Knowledge = EVERYTHING) -> Mapping[Address, tuple[AsideOf, ...]]:
    """What is said on a day beside each document, and beside each provision that is no paragraph, with those in it.

    A saving is said beside all that stands in what it names.
    """
    found: dict[Address, tuple[AsideOf, ...]] = {}
    wordings = timeline.base(day, asked)
    for each in (one for one in asides(timeline, asked) if one.is_of(day)):
        place = place_of(wordings, each.identity)
        if place is not None:
            reached = _reached(place, wordings.documents[place.document]) if each.reaches else ()
            for address in dict.fromkeys((place.without_paragraphs, *reached)):
                found[address] = (*found.get(address, ()), AsideOf(place, each))
    return found


def _reached(place: Address, version: DocumentVersion) -> Iterator[Address]:
    for path, holders in version.holders.items():
        if (not place.path or place.path in holders) and not path[-1].startswith("("):
            yield Address(place.document, path)


def _of(occurrence: Occurrence, action: Save | NoChange, day: date, texts: Texts) -> Iterator[Aside]:
    short, said = _said(action, day)
    whom = f" for {occurrence.extent.printed}" if occurrence.extent != Extent() else ""
    words = f"{short}{whom}{said}, by {occurrence.ref}"
    found = dict.fromkeys(identity for each in _named(action) for identity in sorted(who(each, texts)))
    for identity in found:
        yield Aside(identity, day, occurrence.last, short, words, occurrence.ref, isinstance(action, Save))


def _named(action: Save | NoChange) -> Provisions:
    return action.provisions if isinstance(action, Save) else (One(action.place.address),)


def _said(action: Save | NoChange, day: date) -> tuple[str, str]:
    """What is done, and the rest; of a decision its day, since the provision may have been changed later."""
    words = PRINTED_DATE.sub(lambda found: printed_day(date.fromisoformat(found.group())), action.words)
    if isinstance(action, Save):
        return "saved", f": {words}"
    return "left unchanged", f" on {printed_day(day)}{f': {words}' if words else ''}"

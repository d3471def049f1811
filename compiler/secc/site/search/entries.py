"""What is searched: every text that anything in the Code ever had, with the days on which it had it."""

from collections.abc import Iterable, Iterator
from enum import IntEnum
from itertools import islice
from re import Match

from msgspec import Struct

from secc.site.any_day.model import Chronicle, DocumentChronicle, Piece, Span, spans
from secc.site.patterns_search import LAST_NUMBER, RUN
from secc.site.search.words import has_words, plain, words

Days = tuple[tuple[int, int], ...]
"""From which day until which (not included), by the numbers of the chronicle's days from 1; until 0 is without end."""


class Kind(IntEnum):
    """What a unit is; its number is the one that the browser is told."""

    PROVISION = 0
    DEFINITION = 1
    HEADING = 2
    OTHER = 3


class Unit(Struct, frozen=True):
    """What is found: a provision on its page. `document` is its place in the chronicle.

    What has no `identifier` is the words of a page that stand in no provision.
    """

    document: int
    page: str
    identifier: str
    kind: Kind


class Text(Struct, frozen=True):
    """A text of a unit, by its words; `unit` is the place of the unit among all, `said` the text for whoever checks."""

    unit: int
    days: Days
    said: str

    @property
    def words(self) -> list[str]:
        """Its words, in order."""
        return words(self.said)


class Entries(Struct, frozen=True):
    """Everything that is searched. The texts of a unit stand together, in the order in which they came."""

    units: tuple[Unit, ...]
    texts: tuple[Text, ...]


class OwnUnit(Struct, frozen=True, array_like=True):
    """A unit of a document, and how many texts it has."""

    page: str
    identifier: str
    kind: int
    count: int


class OwnText(Struct, frozen=True, array_like=True):
    """A text of a unit of a document. Its days are counted from the first of the calendar."""

    days: Days
    said: str


class OwnEntries(Struct, frozen=True, array_like=True):
    """What is searched of a document: its units, and the texts of one after the other."""

    units: tuple[OwnUnit, ...]
    texts: tuple[OwnText, ...]


def entries(chronicle: Chronicle) -> Entries:
    """The units of all documents in the order of the Code, and their texts."""
    return together(chronicle, [own_entries(each) for each in chronicle.documents])


def together(chronicle: Chronicle, documents: Iterable[OwnEntries]) -> Entries:
    """The same from those of each document, in the order of the chronicle."""
    numbers = {day.toordinal(): number for number, day in enumerate(chronicle.days, 1)} | {0: 0}
    counted_days: dict[Days, Days] = {}
    units: list[Unit] = []
    texts: list[Text] = []
    for place, document in enumerate(documents):
        own = iter(document.texts)
        for unit in document.units:
            for each in islice(own, unit.count):
                if each.days not in counted_days:
                    counted_days[each.days] = tuple((numbers[start], numbers[end]) for start, end in each.days)
                texts.append(Text(len(units), counted_days[each.days], each.said))
            units.append(Unit(place, unit.page, unit.identifier, Kind(unit.kind)))
    return Entries(tuple(units), tuple(texts))


def own_entries(document: DocumentChronicle) -> OwnEntries:
    """What is searched of a document; what only closes a page has no words."""
    units: list[OwnUnit] = []
    texts: list[OwnText] = []
    for (page, identifier), found in _units(document):
        of_unit = sorted(_texts(found), key=_in_order)
        if of_unit:
            texts += of_unit
            units.append(OwnUnit(page, identifier, _kind(found[-1].piece), len(of_unit)))
    return OwnEntries(tuple(units), tuple(texts))


def _units(document: DocumentChronicle) -> Iterator[tuple[tuple[str, str], list[Span]]]:
    found: dict[tuple[str, str], list[Span]] = {}
    for span in spans(document):
        found.setdefault((span.page, span.piece.identifier), []).append(span)
    yield from ((place, found[place]) for place in sorted(found, key=_by_number))


def _by_number(place: tuple[str, str]) -> tuple[tuple[tuple[str, int], ...], ...]:
    """In the order of pages' numbers, then of provisions'."""
    return tuple(map(counted, place))


def _texts(found: Iterable[Span]) -> Iterator[OwnText]:
    """Pieces that say the same are one text, whatever they lead to."""
    by_words: dict[str, list[tuple[int, int]]] = {}
    for span in found:
        said = plain(span.piece.html)
        days = (span.start.toordinal(), span.end.toordinal() if span.end is not None else 0)
        by_words.setdefault(said, []).append(days)
    for said, days_of in by_words.items():
        if has_words(said):
            yield OwnText(joined(days_of), said)


def joined(days: Iterable[tuple[int, int]]) -> Days:
    """Stretches of days in order, each as long as it can be."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(days):
        if found and (found[-1][1] == 0 or start <= found[-1][1]):
            last = found[-1]
            found[-1] = (last[0], 0 if 0 in (last[1], end) else max(last[1], end))
        else:
            found.append((start, end))
    return tuple(found)


def counted(identifier: str) -> tuple[tuple[str, int], ...]:
    """A key by which `H14.2` comes before `H14.10`."""
    return tuple([("", int(run)) if run[0] in "0123456789" else (run, 0) for run in RUN.findall(identifier)])


def _kind(piece: Piece) -> Kind:
    if not piece.identifier:
        return Kind.OTHER
    if piece.path and piece.path[-1].startswith('"'):
        return Kind.DEFINITION
    return Kind.PROVISION if piece.html.startswith('<div class="clause') else Kind.HEADING


def _in_order(text: OwnText) -> tuple[Days, str]:
    return (text.days, text.said)


def following(identifier: str) -> str:
    """The identifier with its last number made one more; empty where it has none: the next of most."""
    found: Match[str] | None = LAST_NUMBER.match(identifier)
    return f"{found[1]}{int(found[2]) + 1}{found[3]}" if found else ""

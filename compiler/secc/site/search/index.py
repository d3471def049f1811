"""The index: the one file that the browser reads before it can search, small, with what all answers need."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import groupby
from math import log2
from operator import attrgetter

from secc.ids import DocumentId
from secc.site.any_day.model import Chronicle, DocumentChronicle
from secc.site.any_day.packing import encoded
from secc.site.any_day.periods import Effect
from secc.site.any_day.tokens import root
from secc.site.naming import id_of
from secc.site.published import PublishedFile
from secc.site.search.coding import in_common, number, numbers
from secc.site.search.entries import Days, Entries, Unit, following
from secc.site.search.shards import FOLDER, Shard

FORMAT = 4
INDEX = f"{FOLDER}index.json"
TERMS = f"{FOLDER}terms.json"
KNOWN_TERMS = f"{FOLDER}known-terms.json"
FOLLOWING = "+"
"""In the place of an identifier: the one before with its last number made one more."""
_STEPS = 3
"""How many lengths are told apart between one and its double."""


def index(
    chronicle: Chronicle,
    today: str,
    entries: Entries,
    lengths: Sequence[int],
    effects: Sequence[Effect],
    shards: Mapping[str, Sequence[Shard]],
) -> PublishedFile:
    """The index as JSON; `docs/website.md` describes it."""
    places = {each.id: place for place, each in enumerate(chronicle.documents)}
    pages = list(dict.fromkeys((each.document, each.page) for each in entries.units))
    titles = [_titles(document, chronicle) for document in chronicle.documents]
    value = {
        "format": FORMAT,
        "today": today,
        "days": [day.isoformat() for day in chronicle.days],
        "documents": [(str(each.id), each.id.printed, root(each.id), *_short(each)) for each in chronicle.documents],
        "pages": [(document, url, *titles[document].get(url, ())) for document, url in pages],
        "identifiers": "\n".join(_identifiers(entries.units)),
        "units": numbers(_runs(entries.units, pages)),
        "texts": list(_days(entries, len(chronicle.days))),
        "lengths": numbers(measured(each) for each in lengths),
        "statuses": list(_statuses(effects, places)),
        **{kind: [each.told for each in of_kind] for kind, of_kind in shards.items()},
    }
    return PublishedFile(INDEX, encoded(value))


def names_of_terms(shards: Sequence[Shard]) -> PublishedFile:
    """The shards of the names of terms alone: all that a list of the terms of a day needs."""
    return PublishedFile(TERMS, encoded({"format": FORMAT, "terms": [each.told for each in shards]}))


def known_names(names: Sequence[object]) -> PublishedFile:
    """The names of terms as known on each day, in one file: it is read where a day is read as known on another."""
    return PublishedFile(KNOWN_TERMS, encoded({"format": FORMAT, "names": names}))


@cache
def measured(length: int) -> int:
    """How long a text of so many words is, in steps of which three make it twice as long."""
    return round(_STEPS * log2(length + 1))


def _short(document: DocumentChronicle) -> dict[str, None]:
    """The short names that a document ever had."""
    return dict.fromkeys(each.known_as for each in document.editions if each.known_as)


def _titles(document: DocumentChronicle, chronicle: Chronicle) -> dict[str, list[object]]:
    """What each page is called: its title, or where it had several, from which day which."""
    found: dict[str, list[tuple[int, str]]] = {}
    numbered = {day: place for place, day in enumerate(chronicle.days, 1)}
    for day, edition in document.effective:
        for page in document.editions[edition].pages if edition is not None else ():
            titles = found.setdefault(page.url, [])
            if not titles or titles[-1][1] != page.title:
                titles.append((numbered[day], page.title))
    return {url: [titles[0][1], *(part for each in titles[1:] for part in each)] for url, titles in found.items()}


def _identifiers(units: Sequence[Unit]) -> Iterator[str]:
    before = ""
    for unit in units:
        if unit.identifier and unit.identifier == following(before):
            yield FOLLOWING
        else:
            shared = in_common(before, unit.identifier)
            yield number(shared) + unit.identifier[shared:]
        before = unit.identifier


def _runs(units: Sequence[Unit], pages: Sequence[tuple[int, str]]) -> Iterator[int]:
    """For neighbours on one page that are alike: whether the page is the next one, what they are, and how many."""
    at = -1
    for (document, page, kind), group in groupby(units, key=_page_and_kind):
        is_next = at < 0 or pages[at] != (document, page)
        at += is_next
        yield from (int(is_next), int(kind), sum(1 for _ in group))


def _page_and_kind(unit: Unit) -> tuple[int, str, int]:
    return (unit.document, unit.page, int(unit.kind))


def _days(entries: Entries, last: int) -> Iterator[str]:
    """By days, since few texts begin on any: the units of which a text begins on each, and of which one only ends.

    Then the units in which texts came back, or stand beside each other: how many; of each how far it is from the one
    before, how many texts it has, and of each text the stretches of days.
    """
    begins: dict[int, list[int]] = {}
    ends: dict[int, list[int]] = {}
    apart: list[tuple[int, list[Days]]] = []
    for unit, group in groupby(entries.texts, key=attrgetter("unit")):
        texts = [text.days for text in group]
        if not _in_turn(texts):
            apart.append((unit, texts))
            continue
        starts = [days[0][0] for days in texts]
        for start in starts:
            begins.setdefault(start, []).append(unit)
        for end in {days[0][1] for days in texts} - {0, *starts}:
            ends.setdefault(end, []).append(unit)
    yield from (numbers(_by_day(of_days, last)) for of_days in (begins, ends))
    yield numbers(_apart(apart))


def _in_turn(texts: Sequence[Days]) -> bool:
    """Whether each is there for one stretch of days, after the one before."""
    last = None
    for days in texts:
        if len(days) > 1 or (last is not None and not 0 < last <= days[0][0]):
            return False
        last = days[0][1]
    return True


def _by_day(of_days: Mapping[int, Sequence[int]], last: int) -> Iterator[int]:
    """For each day how many units, and how far each is from the one before."""
    for day in range(1, last + 1):
        units = of_days.get(day, ())
        yield len(units)
        yield from (unit - before for before, unit in zip((0, *units), units, strict=False))


def _apart(units: Sequence[tuple[int, Sequence[Days]]]) -> Iterator[int]:
    yield len(units)
    before = 0
    for unit, texts in units:
        yield from (unit - before, len(texts), *(number for days in texts for number in _stretches(days)))
        before = unit


def _stretches(days: Days) -> Iterator[int]:
    yield len(days)
    for start, end in days:
        yield start
        yield end - start if end else 0


def _statuses(
    effects: Sequence[Effect], places: Mapping[DocumentId, int]
) -> Iterator[tuple[int, str, str, str | None, str, str]]:
    """What is not plainly in effect: document, identifier (empty for all), from and until when, sign and state.

    Without sign and state, what is so while what it stands in is not.
    """
    for each in effects:
        if each.address.document in places:
            own = (places[each.address.document], id_of(each.address.path))
            for period in each.periods:
                yield (*own, *_from_until(period.start, period.end), period.sign, period.state)
            for start, end in each.plain:
                yield (*own, *_from_until(start, end), "", "")


def _from_until(start: date, end: date | None) -> tuple[str, str | None]:
    return (start.isoformat(), end.isoformat() if end is not None else None)

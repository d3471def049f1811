"""The index: the one file that the browser reads before it can search, small, with what all answers need."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from math import log2

from secc.ids import DocumentId
from secc.site.any_day.model import Chronicle, DocumentChronicle
from secc.site.any_day.packing import encoded
from secc.site.any_day.periods import Effect
from secc.site.any_day.tokens import root
from secc.site.naming import id_of
from secc.site.published import PublishedFile
from secc.site.search.coding import numbers
from secc.site.search.own_index import OwnIndex, identifiers, texts
from secc.site.search.shards import FOLDER, Shard

FORMAT = 4
INDEX = f"{FOLDER}index.json"
TERMS = f"{FOLDER}terms.json"
KNOWN_TERMS = f"{FOLDER}known-terms.json"
_STEPS = 3
"""How many lengths are told apart between one and its double."""


def index(
    chronicle: Chronicle,
    today: str,
    documents: Sequence[OwnIndex],
    lengths: Sequence[int],
    effects: Sequence[Effect],
    shards: Mapping[str, Sequence[Shard]],
) -> PublishedFile:
    """The index as JSON; `docs/website.md` describes it."""
    places = {each.id: place for place, each in enumerate(chronicle.documents)}
    pages = [(place, url) for place, each in enumerate(documents) for url in each.pages]
    titles = [_titles(document, chronicle) for document in chronicle.documents]
    value = {
        "format": FORMAT,
        "today": today,
        "days": [day.isoformat() for day in chronicle.days],
        "documents": [(str(each.id), each.id.printed, root(each.id), *_short(each)) for each in chronicle.documents],
        "pages": [(document, url, *titles[document].get(url, ())) for document, url in pages],
        "identifiers": identifiers(documents),
        "units": "".join(each.units for each in documents),
        "texts": texts(documents, [day.toordinal() for day in chronicle.days]),
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

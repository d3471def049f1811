"""What lists of a day say as known on each day: what documents were called, and what was not plainly in effect.

The browser reads it on such lists alone. `docs/website.md` describes the fields.
"""

from collections.abc import Iterable, Iterator

from secc.site.any_day.manifest import titles
from secc.site.any_day.model import Chronicle, DocumentChronicle
from secc.site.any_day.packing import FORMAT, encoded
from secc.site.any_day.periods import KnownEffect
from secc.site.any_day.told import PeriodRow, Told, row_of
from secc.site.naming import id_of

KNOWN_LISTS = "api/known.json"
_Said = tuple[str, str]
"""The sign of a state, and the state in short."""
_Titles = list[tuple[str, str | None]]
"""From which day what; None for no document of the Code."""


def known_lists(chronicle: Chronicle, told: Told) -> bytes:
    """The file as JSON; its documents are in the order of the manifest, its periods as in packs, without words."""
    said: dict[_Said, int] = {}
    documents = [
        {"titles": list(_titles(each)), "statuses": _statuses(told.effects_of(each), said)}
        for each in chronicle.documents
    ]
    return encoded({"format": FORMAT, "said": list(said), "documents": documents})


def _titles(document: DocumentChronicle) -> Iterator[tuple[str, _Titles]]:
    """From which day on it was known that it is called what."""
    last: _Titles = []
    for known, days in document.known:
        found = [(day.isoformat(), title) for day, title in titles(document, days)]
        if found != last:
            yield known.isoformat(), found
        last = found


def _statuses(effects: Iterable[KnownEffect], said: dict[_Said, int]) -> dict[str, list[PeriodRow]]:
    found: dict[str, list[PeriodRow]] = {}
    for each in effects:
        states = ((known, known.told.period) for known in each.periods)
        rows = [row_of(known, said.setdefault((one.sign, one.state), len(said))) for known, one in states]
        found[id_of(each.address.path)] = rows
    return found

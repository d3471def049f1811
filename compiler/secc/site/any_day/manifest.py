"""What the browser reads first: which documents there are on which days, and where their packs are."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from secc.ids import DocumentId
from secc.site.any_day.model import Chronicle, Days, DocumentChronicle
from secc.site.any_day.packing import FORMAT, encoded
from secc.site.any_day.tokens import root
from secc.site.any_day.versions_then import VersionThen
from secc.site.in_time.moment import Moment
from secc.site.whom import in_order, scope_key, scope_words

MANIFEST = "api/documents.json"


def manifest(
    chronicle: Chronicle, moment: Moment, packs: Mapping[DocumentId, str], versions: Sequence[VersionThen]
) -> bytes:
    """The manifest as JSON: the only file that changes with every release, and small.

    `horizon` is the last day of any record, up to which silence means, as known now, that nothing happened.
    `titles` says from which day a document is called what, null while it is none; `days` on which its text changes.
    `versions` say from which day which version was the last, where that is told, and whether the Code read so.
    `scopes` are those for whom any document reads otherwise than for everybody: as in addresses, and in words.
    """
    found = {scope for each in chronicle.documents for scope, _ in each.scoped}
    return encoded(
        {
            "format": FORMAT,
            "today": moment.day.isoformat(),
            "days": [day.isoformat() for day in chronicle.days],
            "known": [day.isoformat() for day in chronicle.known],
            "horizon": (moment.timeline.known().horizon or date.max).isoformat(),
            "versions": [
                (each.start.isoformat(), (each.number, each.url, each.is_text)) for each in versions if each.number
            ],
            "scopes": [(scope_key(each), scope_words(each)) for each in in_order(found)],
            "documents": [
                {
                    "document": str(each.id),
                    "name": each.id.printed,
                    "root": root(each.id),
                    "pack": packs[each.id],
                    "days": [day.isoformat() for day, _ in each.effective],
                    "titles": [(day.isoformat(), title) for day, title in titles(each, each.effective)],
                }
                for each in chronicle.documents
            ],
        }
    )


def titles(document: DocumentChronicle, days: Days) -> Iterator[tuple[date, str | None]]:
    """From which day a document is called what by its editions of some days; None while it is none."""
    last: str | None = None
    for day, number in days:
        title = document.editions[number].title if number is not None else None
        if title != last:
            yield day, title
        last = title

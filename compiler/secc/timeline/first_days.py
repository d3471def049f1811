"""From which day on provisions are part of the text."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import partial

from secc.amending.version import DocumentVersion, Versions
from secc.ids import DocumentId
from secc.timeline.replay import Replay


def first_days(replay: Replay, texts: Iterable[tuple[date, Versions]]) -> dict[str, date]:
    """Of each provision, by who it is, and each document, given the texts of all days on which any changes.

    Kept document by document, so that an edit costs those of the documents whose text it changes.
    """
    found: dict[str, date] = {}
    for of_document in _by_document(texts):
        own = replay.following_one("first days", dict[str, date], of_document, partial(_first_days, of_document))
        for identity, day in own.items():
            found[identity] = min(day, found.get(identity, day))
    return found


def _by_document(texts: Iterable[tuple[date, Versions]]) -> Iterable[Sequence[tuple[date, DocumentVersion]]]:
    """The texts of each document, each from the day on which it came to be that."""
    found: dict[DocumentId, list[tuple[date, DocumentVersion]]] = {}
    for day, versions in texts:
        for document, version in versions.items():
            of_it = found.setdefault(document, [])
            if not of_it or of_it[-1][1] is not version:
                of_it.append((day, version))
    return found.values()


def _first_days(texts: Iterable[tuple[date, DocumentVersion]]) -> dict[str, date]:
    found: dict[str, date] = {}
    for day, version in texts:
        for identity in (version.identity, *version.identities.values()):
            found.setdefault(identity, day)
    return found

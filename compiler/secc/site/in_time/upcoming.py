"""The next day on which what is said of a document, or of an instrument, changes."""

from collections.abc import Iterator, Mapping
from datetime import date

from secc.ids import DocumentId
from secc.instruments.when import OperationRef
from secc.site.in_time.moment import Moment
from secc.site.in_time.named import documents_named, named
from secc.timeline.applying import is_wording


def next_days(moment: Moment) -> Mapping[DocumentId, date]:
    """For each document on whose text, or on its effect, something is to come: the first day of it."""
    now = _texts(moment, moment.day)
    found: dict[DocumentId, date] = {}
    for day in moment.days_to_come:
        then = _texts(moment, day)
        changed = [document for document, text in now.items() if then.get(document) != text]
        for document in (*changed, *_touched(moment, day)):
            if document in now:
                found.setdefault(document, day)
        if len(found) == len(now):
            break
    return found


def instrument_days(moment: Moment) -> Mapping[str, date]:
    """For each instrument that is yet to have, or to lose, some effect: the first day of it, by its name."""
    found: dict[str, date] = {}
    for each in moment.occurring:
        for day in each.certain_days:
            if day > moment.day:
                found[each.instrument] = min(day, found.get(each.instrument, day))
    return found


def _texts(moment: Moment, day: date) -> dict[DocumentId, tuple[str, tuple[OperationRef, ...]]]:
    """The digest of each document's text on a day, and the variations that hold on it."""
    varied: dict[DocumentId, list[OperationRef]] = {}
    for each in moment.timeline.variations(day):
        for address in named(each.action):
            varied.setdefault(address.document, []).append(each.ref)
    documents = moment.timeline.base(day).documents
    return {document: (version.digest, tuple(varied.get(document, ()))) for document, version in documents.items()}


def _touched(moment: Moment, day: date) -> Iterator[DocumentId]:
    """The documents with provisions whose effect begins or ends on a day, at the latest."""
    for each in moment.occurring:
        if day in each.certain_days:
            for one in each.occurrences:
                if not is_wording(one.action):
                    yield from documents_named(one.action, moment.base.documents)

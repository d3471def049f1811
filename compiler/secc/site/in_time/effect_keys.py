"""By what anything about the effect of provisions is kept: the texts of their document through time, and what is said.

What is kept by it stays while the words of other documents are edited.
"""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property, lru_cache

from secc.amending.version import DocumentVersion
from secc.ids import DocumentId
from secc.instruments.when import OperationRef
from secc.site.in_time.kept import latest
from secc.site.in_time.moment import Moment
from secc.timeline.facts_behind import facts_behind
from secc.timeline.identities import origin_name
from secc.timeline.located import ForceRecord
from secc.timeline.occurrences import Kind, Occurrence
from secc.timeline.value import Unknown, bounds


class EffectKeys:
    """The keys of documents, as everything is known.

    Documents are taken together with those from which they ever had provisions: the effect of a provision depends on
    when it came to the Code.
    """

    def __init__(self, moment: Moment) -> None:
        self._moment = moment
        self._timeline = moment.timeline

    def of(self, document: DocumentId) -> str:
        """The key of a document; empty for what never was one."""
        return next((key for documents, key in self.apart if document in documents), "")

    def days(self, document: DocumentId) -> list[date]:
        """Every day on which something else can come to be said of the effect of what stands in a document."""
        return sorted(self._turns(document).intersection(self._timeline.days()))

    def since(self, document: DocumentId) -> date | None:
        """The day from which all that is said of a document is as on the site's day, as far as it follows from the day.

        It is the last by that day on which its text changes, anything begins or ends in it, or may do so; None where
        there is none.
        """
        return max((day for day in self._turns(document) if day <= self._moment.day), default=None)

    def _turns(self, document: DocumentId) -> set[date]:
        days = {day for each in self._together(document) for day, _ in self._texts[each]}
        for each in (each for other in self._together(document) for each in self._records.get(str(other), ())):
            days.update(bounds(each.starts), bounds(each.ends))
        horizon = self._timeline.known().horizon
        if horizon is not None and horizon < date.max and self._wait(self._together(document)):
            days.add(horizon + timedelta(days=1))
        return days

    def _together(self, document: DocumentId) -> tuple[DocumentId, ...]:
        return next(documents for documents, _ in self.apart if document in documents)

    @cached_property
    def apart(self) -> tuple[tuple[tuple[DocumentId, ...], str], ...]:
        """The documents that there ever were, those that belong together, with their key; in order."""
        groups: dict[DocumentId, set[DocumentId]] = {}
        for document, texts in sorted(self._texts.items()):
            origins = self._origins(document, [version for _, version in texts if version is not None])
            near = [document, *(each for each in self._texts if str(each) in origins)]
            group = {found for each in near for found in groups.get(each, {each})}
            groups |= dict.fromkeys(group, group)
        together = sorted({tuple(sorted(group)) for group in groups.values()})
        return tuple((documents, self._key(documents)) for documents in together)

    def _origins(self, document: DocumentId, texts: Sequence[DocumentVersion]) -> Sequence[str]:
        """The documents from which all come that ever stood in one."""

        def found() -> tuple[str, ...]:
            return tuple(sorted({origin_name(each) for text in texts for each in text.identities.values()}))

        names = [self._moment.opened.kept.name_of(each) for each in texts]
        return latest(self._moment.cache, f"origins {document}", names, tuple[str, ...], found)

    def _key(self, documents: Collection[DocumentId]) -> str:
        name_of = self._moment.opened.kept.name_of
        texts = [
            (day.isoformat(), name_of(text) if text is not None else "")
            for document in documents
            for day, text in self._texts[document]
        ]
        names = {str(each) for each in documents}
        moves = sorted(each for each in self._moment.effects.moves.items() if origin_name(each[0]) in names)
        asked = self._asked if self._wait(documents) else repr(self._timeline.wholes)
        return hashlib.sha256(repr((self._said(documents), asked, texts, moves)).encode()).hexdigest()

    def _wait(self, documents: Collection[DocumentId]) -> bool:
        """Whether any operation on effect in some documents begins or ends on a day that is not known.

        Then alone it matters up to which day everything is known: what has not been told had not come by then.
        """
        values = (value for each in self._occurring(documents) for value in (each.starts, each.ends))
        return any(isinstance(value, Unknown) for value in values)

    @cached_property
    def _texts(self) -> Mapping[DocumentId, list[tuple[date, DocumentVersion | None]]]:
        """The texts of each document, with the days from which it had them; None where it was no document any more."""
        found: dict[DocumentId, list[tuple[date, DocumentVersion | None]]] = {}
        for day in self._timeline.wording_days():
            now = self._timeline.base(day).documents
            for document in {**found, **now}:
                texts = found.setdefault(document, [])
                if not texts or texts[-1][1] is not now.get(document):
                    texts.append((day, now.get(document)))
        return found

    def _said(self, documents: Collection[DocumentId]) -> tuple[list[str], list[str]]:
        """What operations say of effect in some documents, and the facts behind their days."""
        records = {id(each): each for document in documents for each in self._records.get(str(document), ())}
        return sorted(map(_record, records.values())), [*map(self._occurrence, self._occurring(documents))]

    def _occurring(self, documents: Collection[DocumentId]) -> list[Occurrence]:
        """The operations on effect in some documents, and those that cancel them, as they occur."""
        refs = {each.ref for document in documents for each in self._records.get(str(document), ())}
        cancelling = {by for ref in refs for each in self._others.get(ref, ()) for by in each.cancelled_by}
        return [each for ref in sorted(refs | cancelling, key=str) for each in self._others.get(ref, ())]

    @cached_property
    def _records(self) -> Mapping[str, list[ForceRecord]]:
        """The operations on effect, by the documents from which those come that they name."""
        found: dict[str, list[ForceRecord]] = {}
        for each in self._moment.effects.records.every:
            for document in {origin_name(identity) for identity in each.identities}:
                found.setdefault(document, []).append(each)
        return found

    @cached_property
    def _others(self) -> Mapping[OperationRef, list[Occurrence]]:
        found: dict[OperationRef, list[Occurrence]] = {}
        for each in self._timeline.occurrences(kind=Kind.OTHER):
            found.setdefault(each.ref, []).append(each)
        return found

    @cached_property
    def _asked(self) -> str:
        """What is asked of all alike: as known up to which day, and whether anything may change after it."""
        horizon = self._timeline.known().horizon
        after = horizon is not None and horizon < date.max and horizon + timedelta(days=1) in self._timeline.days()
        return repr((self._timeline.wholes, horizon, after))

    def _occurrence(self, each: Occurrence) -> str:
        facts = facts_behind(self._timeline.known(), [each.ref])
        return repr((each.ref, each.starts, each.ends, each.extent, each.record, each.cancelled_by, facts))


def _record(each: ForceRecord) -> str:
    """A record, the same whatever the order in which it names provisions."""
    names = sorted(each.identities), sorted(each.alone)
    said = (each.ref, each.action, names, each.starts, each.ends, each.extent, each.record, each.words, each.made)
    return repr(said)


@lru_cache(maxsize=2)
def effect_keys(moment: Moment) -> EffectKeys:
    """The keys of a Code in time."""
    return EffectKeys(moment)

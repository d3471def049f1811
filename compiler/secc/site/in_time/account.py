"""What pages are told of provisions in time: on what days their words, places and effect changed, and by what."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import groupby

from msgspec import Struct

from secc.ids import Address, DocumentId
from secc.instruments.when import OperationRef
from secc.site.in_time.asides import beside_on
from secc.site.in_time.changes import Changes, by_origin, changes, every_change
from secc.site.in_time.for_some import AsVaried, ReadForSome, for_some
from secc.site.in_time.for_some_days import VariedForSome, varied_for_some
from secc.site.in_time.marking import Marked, marked
from secc.site.in_time.moment import Moment
from secc.site.in_time.put_there import put_there_on
from secc.site.in_time.statuses import Status, Statuses, statuses
from secc.site.in_time.turning import EffectTurn, Turns, turning
from secc.site.noted import Computed, Later, Notes
from secc.site.parted import document_of, in_one, in_parts
from secc.timeline.asides import AsideOf
from secc.timeline.histories import addresses_of
from secc.timeline.identities import origin
from secc.timeline.log import LogEntry


class Account(Struct, frozen=True):
    """What is known on a day of the site, each part by itself, noting what it is asked.

    `has_come` says of any day whether the site is of it or of one after it, which is all that is told of its day.
    `identities` is who stands where, `present` the reverse. `every_change` is `changes` with those of documents that
    only came; `turns_in` are the `turns` of each document. `first` are the first days of documents, with the operations
    that name them as a whole; `asides` is what is said beside provisions and changes nothing; `inner` the statuses of
    paragraphs by what they stand in; `with_status` what has a status of its own, by document.
    """

    has_come: Mapping[date, bool]
    identities: Mapping[Address, str]
    present: Mapping[str, Address]
    changes: Changes
    every_change: Changes
    turns: Turns
    turns_in: Mapping[str, Turns]
    marked: Marked
    as_varied: AsVaried
    for_some: ReadForSome
    varied_for_some: VariedForSome
    versions: Mapping[date, LogEntry]
    first: Mapping[str, tuple[date, tuple[OperationRef, ...]]]
    statuses: Statuses
    put_there: Mapping[Address, Status]
    asides: Mapping[Address, tuple[AsideOf, ...]]
    inner: Mapping[Address, tuple[Status, ...]]
    with_status: Mapping[DocumentId, tuple[Address, ...]]


def account(moment: Moment, notes: Notes) -> Account:
    """What is known on the day of a moment."""
    present = moment.present
    told = Later(lambda: statuses(moment))
    turns, (varied, some) = Later(lambda: turning(moment)), for_some(moment)
    return Account(
        has_come=notes.of("days that have come", Computed(None, lambda day: day <= moment.day), date),
        identities=notes.add("identities", in_parts(dict(_identities(moment)), Address, document_of)),
        present=notes.add("present", in_parts(present, str, origin)),
        changes=notes.add("changes", by_origin(moment).noted_each(changes(moment))),
        every_change=notes.add("every change", by_origin(moment).noted_each(every_change(moment))),
        turns=notes.add("turns", in_parts(turns, str, origin)),
        turns_in=notes.of("turns in documents", Later(lambda: _by_document(turns)), str),
        marked=notes.add("marked", marked(moment)),
        as_varied=notes.of("as varied", varied, tuple[str, date]),
        for_some=notes.of("for some", some, tuple[str, date]),
        varied_for_some=notes.of("varied for some", varied_for_some(turns, changes(moment), some), str),
        versions=notes.of("versions", {entry.in_effect: entry for entry in moment.log}, date),
        first=notes.of("first", dict(_first(moment)), str),
        statuses=notes.add("statuses", in_parts(told, str, origin)),
        put_there=notes.add("put there", in_one(Later(lambda: put_there_on(moment)), Address)),
        asides=notes.add("asides", in_parts(Later(lambda: beside_on(moment)), Address, document_of)),
        inner=notes.add("inner statuses", in_parts(Later(lambda: _inner(told)), Address, document_of)),
        with_status=notes.of("with a status", Later(lambda: dict(_with_status(told))), DocumentId),
    )


def _identities(moment: Moment) -> Iterator[tuple[Address, str]]:
    for document, version in moment.base.documents.items():
        yield Address(document), version.identity
        for path, identity in version.identities.items():
            yield Address(document, path), identity


def _by_document(turns: Turns) -> Mapping[str, Turns]:
    found: dict[str, dict[str, tuple[EffectTurn, ...]]] = {}
    for identity, each in turns.items():
        found.setdefault(origin(identity), {})[identity] = each
    return found


def _first(moment: Moment) -> Iterator[tuple[str, tuple[date, tuple[OperationRef, ...]]]]:
    every, documents = moment.timeline.first_days(), moment.base.documents
    days = {document: every[version.identity] for document, version in documents.items() if version.identity in every}
    came, named = set(days.values()), dict[DocumentId, list[OperationRef]]()
    for step in (each for each in moment.timeline.steps() if each.day in came):
        for address in addresses_of(step.action):
            if not address.path and days.get(address.document) == step.day:
                named.setdefault(address.document, []).append(step.ref)
    for document, day in days.items():
        yield documents[document].identity, (day, tuple(dict.fromkeys(named.get(document, ()))))


def _inner(told: Statuses) -> Mapping[Address, tuple[Status, ...]]:
    found: dict[Address, tuple[Status, ...]] = {}
    for each in told.values():
        if each.address != (holder := each.address.without_paragraphs):
            found[holder] = (*found.get(holder, ()), each)
    return found


def _with_status(told: Statuses) -> Iterator[tuple[DocumentId, tuple[Address, ...]]]:
    own = (each.address for each in told.values() if each.like is None)
    for document, group in groupby(own, key=lambda each: each.document):
        yield document, tuple(group)

"""Holding a draft against the text on which it would fall today, in the place of the text that it was drafted against.

That is sound where every place that it names still reads as it did; otherwise somebody has to read it again.
"""

from collections.abc import Iterator
from datetime import date

from secc.amending.version import DocumentVersion
from secc.diagnostics import CannotProceed
from secc.ids import Address, DocumentId
from secc.instruments.model import (
    AfterPlace,
    Baseline,
    BeforePlace,
    InsertProvisions,
    Instrument,
    Move,
    Redesignate,
    RenameTerm,
    Revoke,
    Wording,
)
from secc.timeline.flight import steps_of, steps_without
from secc.timeline.footprints import traces
from secc.timeline.histories import addresses_of, words_of
from secc.timeline.log import Log, listing
from secc.timeline.timeline import Timeline, asking


def changed_places(timeline: Timeline, log: Log, instrument: Instrument) -> tuple[Address, ...]:
    """The places that an instrument names and that read differently now from when it was drafted.

    Raises `CannotProceed` where the text that it was drafted against cannot be made again.
    """
    now = text_now(timeline, instrument)
    found: dict[Address, None] = {}
    for step in steps_of(timeline, instrument.name):
        for address in _read_by(step.action):
            drafted = _drafted(timeline, log, instrument, address.document)
            if _words(drafted, address) != _words(now.get(address.document), address):
                found.setdefault(address)
    return tuple(found)


def text_now(timeline: Timeline, instrument: Instrument) -> dict[DocumentId, DocumentVersion]:
    """The documents on which an instrument falls, without it."""
    steps = steps_of(timeline, instrument.name)
    first = min((step.day for step in steps), default=date.max)
    return dict(timeline.after(steps_without(timeline, [instrument.name], first)).documents)


def rebased(timeline: Timeline, log: Log, instrument: Instrument) -> Baseline:
    """The baseline that says the text of now: a version, where one has it, or else documents with digests."""
    now = text_now(timeline, instrument)
    touched = {each for trace in traces(steps_of(timeline, instrument.name)) for each in trace.documents}
    documents = sorted(each for each in touched if each in now) or sorted(now)
    last = listing(log)
    if log and all(each in last and last[each].digest == now[each].digest for each in documents):
        return Baseline(version=log[-1].number)
    return Baseline(documents=tuple((each, now[each].digest) for each in documents))


def with_baseline(text: str, baseline: Baseline) -> str:
    """The file of an instrument with another baseline; everything else stays as it is."""
    said = baseline.version or "; ".join(f"{each.printed} {digest}" for each, digest in baseline.documents)
    lines = text.split("\n")
    head = next((place for place, line in enumerate(lines) if not line.strip()), len(lines))
    start = next((place for place in range(head) if lines[place].startswith("baseline:")), head)
    end = start + 1 if start < head else start
    while start < end < head and lines[end][:1].isspace():
        end += 1
    return "\n".join([*lines[:start], f"baseline: {said}", *lines[end:]])


def _read_by(action: Wording) -> Iterator[Address]:
    """The places whose words an operation rests on; of an insertion beside a provision, that provision alone."""
    match action:
        case InsertProvisions(position=AfterPlace(place) | BeforePlace(place)):
            yield place.address
        case Move(place=place, to=AfterPlace(beside) | BeforePlace(beside)):
            yield place.address
            yield beside.address
        case RenameTerm():
            return
        case Redesignate(document=document) | Revoke(document=document):
            yield Address(document)
        case _:
            yield from addresses_of(action)


def _drafted(timeline: Timeline, log: Log, instrument: Instrument, document: DocumentId) -> DocumentVersion | None:
    """A document as the instrument was drafted against it."""
    baseline = instrument.baseline
    if baseline.version:
        entry = next((each for each in log if each.number == baseline.version), None)
        if entry is None:
            raise CannotProceed(
                f"{instrument.name} was drafted against version {baseline.version}, which is not in the document log: "
                "mend its baseline"
            )
        return timeline.base(entry.in_effect, asking(entry.recorded)).documents.get(document)
    digest = dict(baseline.documents).get(document)
    if digest is None:
        raise CannotProceed(
            f"{instrument.name} does not say against which {document.printed} it was drafted: say so in its baseline, "
            "by a version of the Code or by the digest of that text"
        )
    for day in reversed(timeline.wording_days()):
        version = timeline.base(day).documents.get(document)
        if version is not None and version.digest == digest:
            return version
    raise CannotProceed(
        f"{instrument.name} was drafted against a text of {document.printed} that stood on no day ({digest}): mend its "
        "baseline, or read the instrument again against the text of now"
    )


def _words(version: DocumentVersion | None, address: Address) -> tuple[str, ...] | None:
    if version is None or (address.path and address.path not in version.by_path):
        return None
    return words_of(version, address.path)

"""A consolidated version made ready for the document log."""

from collections.abc import Mapping, Sequence
from datetime import date

from secc.amending.version import DocumentVersion, Versions
from secc.diagnostics import CannotProceed
from secc.ids import DocumentId, DocumentKind
from secc.timeline.dates import printed_day
from secc.timeline.log import Listed, Log, LogEntry, appended, listing
from secc.timeline.occurrences import Kind
from secc.timeline.replay import live
from secc.timeline.standing import WHY_NO_LAW, recorded
from secc.timeline.timeline import Timeline, asking


def entry_for(
    timeline: Timeline,
    log: Log,
    instruments: Sequence[str],
    number: str,
    in_effect: date | None = None,
    published: date | None = None,
    known: date | None = None,
) -> LogEntry:
    """The entry of the version that these instruments make, to follow the log.

    It is in effect on the last day on which they change the wording, published then, known when the last was recorded,
    unless other days are given. Raises `CannotProceed` where something stands in its way.
    """
    _refuse_number(log, number)
    missing = [name for name in instruments if name not in timeline.by_name]
    if missing:
        raise CannotProceed(f"there is no instrument {missing[0]}")
    _refuse_no_law(timeline, instruments)
    effect = in_effect or _last_day(timeline, instruments)
    _refuse_earlier(log, effect)
    days = [day for name in instruments if (day := recorded(timeline.by_name[name]))]
    on = max([*([log[-1].recorded] if log else []), *days, *([known] if known else [])], default=effect)
    made = _made(timeline, effect, on)
    _refuse_unnamed(timeline, log, instruments, effect, on)
    before = timeline.base(log[-1].in_effect, asking(log[-1].recorded)).documents if log else {}
    documents = {
        document: Listed(_label(document, version, before, listing(log), number), version.digest)
        for document, version in made.items()
    }
    entry = appended(log, number, (effect, published or effect, on), instruments, documents)
    _refuse_empty(log, entry)
    return entry


def _made(timeline: Timeline, effect: date, on: date) -> Versions:
    made = timeline.base(effect, asking(on))
    if made.refused:
        ref, refusal = next(iter(made.refused.items()))
        raise CannotProceed(f"{ref} cannot be carried out: {refusal.words}")
    if not made.documents:
        raise CannotProceed(f"there is no text of the Code on {printed_day(effect)}")
    return made.documents


def _refuse_earlier(log: Log, effect: date) -> None:
    if log and effect < log[-1].in_effect:
        raise CannotProceed(
            f"{printed_day(effect)} is before version {log[-1].number}, the last in the document log, was in effect "
            f"({printed_day(log[-1].in_effect)}): versions are recorded in their order"
        )


def _refuse_no_law(timeline: Timeline, instruments: Sequence[str]) -> None:
    known = timeline.known()
    for each in (timeline.by_name[name] for name in instruments):
        if not known.is_law(each):
            why = WHY_NO_LAW[known.standing(each)]
            raise CannotProceed(f"{each.name} {why}: a version holds what is made; record it then")


def _refuse_unnamed(timeline: Timeline, log: Log, instruments: Sequence[str], effect: date, on: date) -> None:
    """Where the text holds changes by others, which no version before it had: a version names all that made it."""
    before = live(timeline.steps(asking(log[-1].recorded)), log[-1].in_effect) if log else []
    then = {step.ref for step in before}
    new = [step.ref.instrument for step in live(timeline.steps(asking(on)), effect) if step.ref not in then]
    named = {*instruments, *(name for entry in log for name in entry.instruments)}
    unnamed = [name for name in dict.fromkeys(new) if name not in named]
    if unnamed:
        raise CannotProceed(
            f"on {printed_day(effect)} the text also holds what {', '.join(unnamed)} changed, and no version has that "
            "yet: name these too, or record the version that they make before this one"
        )


def _refuse_empty(log: Log, entry: LogEntry) -> None:
    """Where nothing changed, and all its instruments are recorded already."""
    recorded_in = {name: each.number for each in log for name in each.instruments}
    if not entry.documents and not entry.revoked and all(name in recorded_in for name in entry.instruments):
        name = entry.instruments[0]
        raise CannotProceed(
            f"{name} is in version {recorded_in[name]} already, and no text has changed since version "
            f"{log[-1].number}: there is nothing to record"
        )


def _refuse_number(log: Log, number: str) -> None:
    if not all(part.isdecimal() for part in number.split(".")):
        raise CannotProceed(f"{number} is no number of a version: write it as 27.0")
    for entry in log:
        if entry.number == number:
            raise CannotProceed(
                f"version {number} is in the document log already, in effect {printed_day(entry.in_effect)}: "
                "a recorded version is never changed; give the new one another number"
            )


def _last_day(timeline: Timeline, instruments: Sequence[str]) -> date:
    """The last day on which they change the wording; where they do not, the first on which they have any effect."""
    wording = _days(timeline, instruments, Kind.WORDING)
    days = wording or _days(timeline, instruments, Kind.OTHER)
    if not days:
        raise CannotProceed(f"no operation of {', '.join(instruments)} has a known day: give the day with --in-effect")
    return max(wording) if wording else min(days)


def _days(timeline: Timeline, instruments: Sequence[str], kind: Kind) -> list[date]:
    found = timeline.occurrences(kind=kind)
    return [each.day for each in found if each.ref.instrument in instruments and each.day is not None]


def _label(
    document: DocumentId,
    version: DocumentVersion,
    before: Versions,
    listed: Mapping[DocumentId, Listed],
    number: str,
) -> str:
    """A document's version: as designated; amended since, a Section has that of the whole, others the next."""
    last, previous = listed.get(document), before.get(document)
    if last is None or previous is None or previous.label != version.label:
        return version.label
    if last.digest == version.digest:
        return last.version
    if document.kind is DocumentKind.SECTION:
        return number
    whole, _, part = last.version.rpartition(".")
    return f"{whole}.{int(part) + 1}" if whole and part.isdecimal() else f"{last.version}.1"

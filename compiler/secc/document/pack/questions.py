"""What is still open: days not known, placeholders and notes in the text, what the change breaks, what it meets."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from secc.diagnostics import Diagnostic
from secc.document.pack.drift import Changed, Text, stale
from secc.document.pack.model import Question, Topic
from secc.document.pack.stages import Stage, digest_of
from secc.document.typography import curled
from secc.ids import DocumentId
from secc.instruments.model import Instrument, Withdraw
from secc.instruments.when import OperationRef
from secc.timeline.conflict_model import Conflict
from secc.timeline.dates import day_before, printed_day
from secc.timeline.known import Known
from secc.timeline.replay import Wordings
from secc.timeline.timeline import Knowledge, Timeline
from secc.timeline.value import Day, Unknown, in_words

_IN_TEXT = {"placeholder": Topic.PLACEHOLDER, "drafting-note": Topic.NOTE}


@dataclass(frozen=True, slots=True)
class Opinions:
    """What is asked of others: what the rules find in a text of a day, and which changes in flight clash."""

    findings: Callable[[Wordings, date | None], Sequence[Diagnostic]]
    conflicts: Callable[[], Sequence[Conflict]]


def of_stage(
    stage: Stage, texts: tuple[Text, Text], found: Changed, documents: Collection[DocumentId], opinions: Opinions
) -> Iterator[Question]:
    """What is open about the text of one day."""
    if isinstance(stage.value, Unknown):
        yield Question(Topic.DAY, curled(f"The day is not known yet: it {in_words(stage.value)}"))
    for number, end in stage.ending:
        until = f"until {in_words(end)}" if isinstance(end, Day) else f"and its end {in_words(end)}"
        yield Question(Topic.ENDING, curled(f"Paragraph {number} has effect for a time, {until}: its words go then"))
    yield from (Question(Topic.STALE_REFERENCE, words) for words in stale(*texts, found))
    before = opinions.findings(stage.before, stage.day)
    after = opinions.findings(stage.after, stage.day)
    names = {f"{document}.sec" for document in documents}
    for each in after:
        if each.rule in _IN_TEXT and each.path in names:
            yield Question(_IN_TEXT[each.rule], _said(each))
    for each in _brought(before, after):
        if each.rule not in _IN_TEXT:
            yield Question(Topic.FINDING, f"{_said(each)} ({each.rule})")


def same_day(timeline: Timeline, asked: Knowledge, stage: Stage, documents: Iterable[DocumentId]) -> Iterator[Question]:
    """Other instruments that change the same documents on the same day."""
    if stage.day is None or isinstance(stage.value, Unknown):
        return
    first, then = stage.beside
    texts = ((first, stage.before, day_before(stage.day), "before"), (then, stage.after, stage.day, "after"))
    for names, wordings, day, when in texts:
        other = timeline.base(day, asked)
        differing = [each.printed for each in documents if digest_of(wordings, each) != digest_of(other, each)]
        if differing and names:
            titles = ", ".join(f"{timeline.by_name[name].title} ({name})" for name in names)
            words = f"On the same day, {when} this, {titles} changes {', '.join(differing)} too"
            yield Question(Topic.SAME_DAY, curled(words))


def of_instrument(instrument: Instrument, known: Known, opinions: Opinions) -> Iterator[Question]:
    """What is open about all of it."""
    if not known.is_law(instrument):
        words = f"This {instrument.kind} is not law: the texts are as they would be if it were decided as it stands"
        yield Question(Topic.STANDING, words)
    for number, by in withdrawn(instrument, known).items():
        yield Question(Topic.WITHDRAWN, f"Paragraph {number} was withdrawn, before it had effect, by {by}")
    for conflict in opinions.conflicts():
        yield Question(Topic.CONFLICT, curled(_conflict(conflict)))
    yield from (Question(Topic.REMARK, curled(note).rstrip(".")) for note in instrument.notes)
    if instrument.unverified:
        parts = instrument.unverified.split("; ")
        yield from (Question(Topic.UNVERIFIED, curled(each[:1].upper() + each[1:])) for each in parts)


def withdrawn(instrument: Instrument, known: Known) -> dict[str, str]:
    """The paragraphs that were taken back before they had effect, by number, with what withdrew each."""
    by = {
        each.operation.action.what: each for each in known.operations() if isinstance(each.operation.action, Withdraw)
    }
    found: dict[str, str] = {}
    for operation in instrument.operations:
        ref = OperationRef(instrument.name, operation.number)
        if ref in known.withdrawn and ref in by:
            other = by[ref]
            title = curled(other.instrument.title)
            found[operation.number] = f"paragraph {other.ref.number} of “{title}” ({other.ref.instrument})"
    return found


def _brought(before: Iterable[Diagnostic], after: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """The findings of the later text that the earlier one does not have, wherever in a document they stand."""
    known = Counter(map(_key, before))
    for each in after:
        key = _key(each)
        if known[key]:
            known[key] -= 1
        else:
            yield each


def _key(found: Diagnostic) -> tuple[str, str, str]:
    return (found.rule, found.path, found.headline)


def _said(found: Diagnostic) -> str:
    return curled(f"{found.provision}: {found.headline}")


def _conflict(found: Conflict) -> str:
    sides = [f"{side.place} ({side.ref})" for side in (found.first, found.second) if side is not None]
    bites = f"from {printed_day(found.bites)}" if found.bites is not None else "on a day that is not known yet"
    kind = str(found.kind)
    return f"{kind[:1].upper()}{kind[1:]}: {found.words}; {' and '.join(sides)}, {bites}: {found.advice}"

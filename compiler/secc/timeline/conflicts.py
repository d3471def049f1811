"""Changes in flight that would undo each other, touch the same words, claim one number, or need what another drops.

Each pair that touches the same is decided by carrying both out, in both orders, on the text on which they will fall:
not by reasoning about what they look like. What touches different provisions is not tried, so that the cost grows with
what meets, not with what is in flight.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from secc.ids import DocumentId
from secc.instruments.model import Instrument
from secc.timeline.conflict_model import Conflict, ConflictKind, Side, Unresolved, known_day, side_of
from secc.timeline.dates import printed_day
from secc.timeline.dropping import Dropping
from secc.timeline.effect_meeting import EffectMeeting
from secc.timeline.flight import in_flight, steps_without
from secc.timeline.log import Log, listing
from secc.timeline.meeting import Meeting
from secc.timeline.timeline import Timeline, asking
from secc.timeline.two_steps import Reading, said_in, two_steps

__all__ = [
    "Conflict",
    "ConflictKind",
    "Side",
    "baseline_of",
    "conflicts",
]


def conflicts(
    timeline: Timeline,
    log: Log,
    today: date,
    unresolved: Unresolved | None,
    of: str | None = None,
    reading: Reading = said_in,
) -> tuple[Conflict, ...]:
    """Every conflict among what is in flight on a day, and between each of them and the text.

    With `of`, those of the instrument of that name alone; none where it is not in flight on the day. Without
    `unresolved`, references and terms are not looked at. `reading` tells what went and came, as in `two_steps`.
    """
    changing, meeting = in_flight(timeline, today), Meeting(timeline)
    own = [each for each in changing if of in (None, each.name)]
    names = [each.name for each in own]
    found = [each for instrument in own for each in _stale_baseline(meeting, timeline, log, instrument)]
    dropping = Dropping(timeline, unresolved) if unresolved is not None else None
    found += [each for name in names for each in meeting.alone(name)]
    for first, second in combinations(changing, 2):
        if first.name in names or second.name in names:
            found += meeting.between(first.name, second.name)
            found += dropping.between(first.name, second.name) if dropping is not None else ()
    found += _on_effect(EffectMeeting(timeline, meeting, today), changing, of)
    return (*found, *_in_two_steps(timeline, names, today, reading)) if names else tuple(found)


def _on_effect(meeting: EffectMeeting, changing: Sequence[Instrument], of: str | None) -> Iterator[Conflict]:
    """What is done to the effect of provisions that another instrument takes away."""
    for acting in sorted(meeting.names):
        for each in changing:
            if each.name != acting and of in (None, acting, each.name):
                yield from meeting.between(acting, each.name)


def _stale_baseline(meeting: Meeting, timeline: Timeline, log: Log, instrument: Instrument) -> Iterator[Conflict]:
    """The documents that it touches and that changed since the text against which it was drafted."""
    drafted = baseline_of(instrument, log)
    steps = meeting.steps(instrument.name)
    if not drafted or not steps:
        return
    day = min(step.day for step in steps)
    now = timeline.after(steps_without(timeline, [instrument.name], day)).documents
    told: set[DocumentId] = set()
    for trace in meeting.traces(instrument.name):
        for document in sorted(trace.documents - told):
            told.add(document)
            if document in drafted and document in now and now[document].digest != drafted[document]:
                yield Conflict(
                    ConflictKind.STALE_BASELINE,
                    side_of(trace),
                    None,
                    known_day(day),
                    f"{document.printed} has changed since the text against which {instrument.name} was drafted",
                    f"rebase it (secc conflicts --rebase {instrument.name}), or redraft it where that is refused",
                )


def baseline_of(instrument: Instrument, log: Log) -> dict[DocumentId, str]:
    """The digest of each document against which an instrument was drafted, as far as it says."""
    baseline = instrument.baseline
    if baseline.version:
        until = next((place for place, entry in enumerate(log, 1) if entry.number == baseline.version), 0)
        return {document: listed.digest for document, listed in listing(log[:until]).items()}
    return dict(baseline.documents)


def _in_two_steps(timeline: Timeline, names: Sequence[str], today: date, reading: Reading) -> Iterator[Conflict]:
    """Moves of which one step at least is in flight, and that leave a gap or an overlap."""
    for each in two_steps(timeline, asking(include=names), reading):
        if each.last >= today and {each.earlier.instrument, each.later.instrument} & set(names):
            sides = {each.is_gap: each.old.printed, not each.is_gap: each.new.printed}
            first, second = Side(each.earlier, sides[True]), Side(each.later, sides[False])
            kind = ConflictKind.GAP if each.is_gap else ConflictKind.OVERLAP
            words = f"{each.in_words} until {printed_day(each.last)}"
            yield Conflict(kind, first, second, each.first, words, "let both have effect on one day")

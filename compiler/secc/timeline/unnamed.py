"""What operations on effect, and statements, name that is not there; in what is proposed, too.

Variations are not looked at: they are carried out, and refused where what they name is not there.
"""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from functools import cache, partial

from secc.ids import Address
from secc.instruments.model import FixProvision, NoChange, ReadAs, States, Vary
from secc.instruments.places import One, Range
from secc.instruments.when import OperationRef
from secc.timeline.dates import printed_day
from secc.timeline.identities import identity_of
from secc.timeline.instrument_faults import Fault
from secc.timeline.located import OnForce
from secc.timeline.naming import Texts, who
from secc.timeline.occurrences import Kind, Occurrence
from secc.timeline.replay import Step, Wordings
from secc.timeline.timeline import Knowledge, Timeline
from secc.timeline.value import NeverComes
from secc.timeline.varying import BaseOn


def unnamed(timeline: Timeline, asked: Knowledge, names: Collection[str], today: date) -> Iterator[Fault]:
    """Operations of some instruments that name what is not there on their day, nor later, nor when what waits has come.

    Each is told once. What is proposed and has no day is read from today on.
    """
    last = cache(partial(_with_all, timeline, asked))
    in_all = Texts((date.max,), lambda _: last(), goes_on=False)
    told: set[OperationRef] = set()
    for occurrence in timeline.occurrences(asked, Kind.OTHER):
        if occurrence.ref.instrument not in names or occurrence.ref in told:
            continue
        texts = Texts.of(occurrence, timeline, asked, today)
        missing = [each for each in _named(occurrence) if _is_missing(each, texts) and _is_missing(each, in_all)]
        if missing:
            told.add(occurrence.ref)
            yield _fault(occurrence, missing[0], texts, timeline.wording_days(asked))


def _named(occurrence: Occurrence) -> Sequence[One | Range]:
    """What an operation names; nothing, where it never comes."""
    if isinstance(occurrence.starts, NeverComes):
        return ()
    action = occurrence.action
    if isinstance(action, FixProvision | States | ReadAs | NoChange):
        return (One(action.place.address),)
    return action.provisions if isinstance(action, OnForce) and not isinstance(action, Vary) else ()


def _is_missing(named: One | Range, texts: Texts) -> bool:
    return any(texts.first(each) is None for each in _ends(named)) or not who(named, texts)


def _ends(named: One | Range) -> tuple[Address, ...]:
    return (named.address,) if isinstance(named, One) else (named.first, named.last)


def _with_all(timeline: Timeline, asked: Knowledge) -> Wordings:
    """The text in the end, with what has no day yet carried out on it."""
    waiting = [Step(each.ref, each.action, date.max) for each in timeline.wording(asked) if each.day is None]
    return timeline.carried_out(timeline.base(date.max, asked), waiting)


def _fault(occurrence: Occurrence, named: One | Range, texts: Texts, days: Sequence[date]) -> Fault:
    ends = _ends(named)
    for each in ends:
        if texts.first(each) is None:
            return Fault(occurrence.ref, _not_there(each, days, texts.base), _ADVICE)
    words = f"{ends[-1].printed} does not stand after {ends[0].printed} in one place on any day"
    return Fault(occurrence.ref, words, "name the first of them first, or each by itself")


_ADVICE = "name a provision that there is; `secc show` tells the nearest"


def _not_there(address: Address, days: Sequence[date], base: BaseOn) -> str:
    """That nothing stands at an address any more, and since when; or that nothing ever does."""
    had = [place for place, day in enumerate(days) if identity_of(base(day), address) is not None]
    if not had:
        return f"{address.printed} is not part of the Code on any day"
    return f"nothing has been {address.printed} since {printed_day(days[had[-1] + 1])}"

"""What rules in time share: the instruments, the states that they make, and where each operation stands."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from secc.check.rule import Finding
from secc.code.load import DocumentCache, LoadedCode
from secc.diagnostics import Related
from secc.instruments.when import AnyRef, OperationRef
from secc.resolve.state import State
from secc.source import Source, Span
from secc.timeline.effect import Effects
from secc.timeline.instrument_faults import Fault
from secc.timeline.opening import Opened
from secc.timeline.replay import Wordings
from secc.timeline.states import code_of
from secc.timeline.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Period:
    """The days for which one wording holds: from the first to the last, which is None where it goes on."""

    first: date
    last: date | None
    wordings: Wordings


class KnownTime:
    """The Code in time. `today` is the day of the check; what lies before it is past."""

    def __init__(self, opened: Opened, on_disk: LoadedCode, cache: DocumentCache, today: date) -> None:
        self.opened = opened
        self.on_disk = on_disk
        self.cache = cache
        self.today = today
        self._states: dict[int, State] = {}

    @property
    def timeline(self) -> Timeline:
        """The instruments, replayed."""
        return self.opened.timeline

    @cached_property
    def effects(self) -> Effects:
        """What has effect, as known now."""
        return Effects(self.timeline)

    @cached_property
    def periods(self) -> tuple[Period, ...]:
        """Every wording that the Code ever has, in order."""
        days = self.timeline.wording_days()
        ends = [*(day - timedelta(days=1) for day in days[1:]), None]
        return tuple(
            Period(day, end, self.timeline.base(day)) for day, end in zip(days, ends, strict=True) if day != end
        )

    def state(self, wordings: Wordings) -> State:
        """A wording as a Code whose provisions and terms can be looked up."""
        key = id(wordings)
        if key not in self._states:
            self._states[key] = State(code_of(wordings, self.on_disk), self.cache)
        return self._states[key]

    @cached_property
    def sources(self) -> dict[str, Source]:
        """The files of the instruments, by their paths."""
        return {each.source.path: each.source for each in self.opened.found}

    def place(self, ref: AnyRef) -> tuple[str, Span]:
        """The file of an instrument, and where the operation stands in it, or its first line."""
        found = self.opened.file(ref.instrument)
        operation = found.instrument.operation(ref.number) if isinstance(ref, OperationRef) else None
        return found.source.path, operation.span if operation is not None else found.instrument.span

    def finding(self, ref: AnyRef, headline: str, *helps: str, also: tuple[tuple[AnyRef, str], ...] = ()) -> Finding:
        """A finding at an operation or instrument; `also` are others that explain it."""
        path, span = self.place(ref)
        related = tuple(Related(*self.place(other), words) for other, words in also)
        return Finding(path, span, headline, provision=str(ref), helps=helps, related=related)

    def told(self, faults: Iterator[Fault], advice: Callable[[Fault], str]) -> Iterator[Finding]:
        """Plain faults as findings; `advice` where a fault has none of its own."""
        names = {each.instrument.name for each in self.opened.found}
        for fault in faults:
            if fault.ref.instrument in names:
                yield self.finding(fault.ref, fault.words, fault.help or advice(fault))

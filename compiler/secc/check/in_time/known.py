"""What rules in time share: the instruments, the states that they make, and where each operation stands."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from functools import cached_property

from msgspec import Struct

from secc.amending.version import DocumentVersion
from secc.check.rule import Finding
from secc.code.load import DocumentCache, LoadedCode
from secc.diagnostics import Related
from secc.ids import Address
from secc.instruments.model import Instrument
from secc.instruments.when import AnyRef, OperationRef
from secc.resolve.state import State
from secc.source import Source, Span
from secc.timeline.effect import Effects
from secc.timeline.histories import identity_of
from secc.timeline.instrument_faults import Fault
from secc.timeline.known import Known
from secc.timeline.opening import Opened
from secc.timeline.put_there import Put, put_there
from secc.timeline.replay import Step, Wordings, live
from secc.timeline.scopes import EVERYBODY
from secc.timeline.standing import Standing
from secc.timeline.states import code_of
from secc.timeline.timeline import Knowledge, Timeline, asking


class Period(Struct, frozen=True):
    """The days for which one wording holds: from the first to the last, which is None where it goes on."""

    first: date
    last: date | None
    wordings: Wordings

    @property
    def path(self) -> str:
        """Where its texts are said to lie, since no file holds them."""
        return f"as-at/{self.first}"


class KnownTime:
    """The Code in time. `today` is the day of the check; what lies before it is past."""

    def __init__(self, opened: Opened, on_disk: LoadedCode, cache: DocumentCache, today: date) -> None:
        self.opened = opened
        self.on_disk = on_disk
        self.cache = cache
        self.today = today
        self.texts: dict[str, str] = {}
        self._states: dict[int, tuple[Wordings, State]] = {}

    @property
    def timeline(self) -> Timeline:
        """The instruments, replayed."""
        return self.opened.timeline

    @cached_property
    def learned(self) -> Known:
        """What is known now."""
        return self.timeline.known()

    @cached_property
    def effects(self) -> Effects:
        """What has effect, as known now."""
        return Effects(self.timeline)

    @cached_property
    def put_there(self) -> tuple[Put, ...]:
        """What stands nowhere but in the text as varied for everybody."""
        return tuple(each for each in put_there(self.timeline) if each.scope == EVERYBODY)

    @cached_property
    def periods(self) -> tuple[Period, ...]:
        """Every wording that the Code ever has, in order."""
        days = self.timeline.wording_days()
        ends = [*(day - timedelta(days=1) for day in days[1:]), None]
        return tuple(Period(day, end, self.timeline.base(day)) for day, end in zip(days, ends, strict=True))

    def period(self, day: date) -> Period | None:
        """The one in which a day lies; None before the first."""
        return next((each for each in reversed(self.periods) if each.first <= day), None)

    @cached_property
    def in_flight(self) -> tuple[Instrument, ...]:
        """The instruments that are not law and may become it."""
        known = self.learned
        return tuple(
            each
            for each in self.timeline.instruments
            if not known.is_law(each) and known.standing(each) is not Standing.WITHDRAWN
        )

    def steps(self, instrument: Instrument) -> tuple[Step, ...]:
        """Its operations on the wording as if it were law; what has no day stands at the end of time."""
        if self.learned.is_law(instrument):
            return self._of_law.get(instrument.name, ())
        return self._steps(asking(include=(instrument.name,))).get(instrument.name, ())

    @cached_property
    def _of_law(self) -> Mapping[str, tuple[Step, ...]]:
        return self._steps(asking())

    def _steps(self, asked: Knowledge) -> Mapping[str, tuple[Step, ...]]:
        """The operations on the wording by their instruments."""
        dated = {step.ref: step for step in self.timeline.steps(asked)}
        found: dict[str, list[Step]] = {}
        for each in self.timeline.wording(asked):
            step = dated.get(each.ref) or Step(each.ref, each.action, date.max)
            found.setdefault(each.ref.instrument, []).append(step)
        return {name: tuple(steps) for name, steps in found.items()}

    def with_all(self, instrument: Instrument) -> Wordings:
        """The Code once all of an instrument has had effect, whether it is law or not."""
        own = self.steps(instrument)
        last = max((step.day for step in own), default=self.learned.made(instrument) or date.max)
        others = [step for step in self.timeline.steps() if step.ref.instrument != instrument.name]
        return self.timeline.after(sorted([*live(others, last), *own], key=lambda step: step.day))

    def state(self, wordings: Wordings) -> State:
        """A wording as a Code whose provisions and terms can be looked up."""
        key = id(wordings)
        if key not in self._states:
            self._states[key] = (wordings, State(code_of(wordings, self.on_disk, files=False), self.cache))
        return self._states[key][1]

    def first_day(self, address: Address) -> date | None:
        """The day from which something stands at an address; None where nothing ever does."""
        found = (each.first for each in self.periods if identity_of(each.wordings, address) is not None)
        return next(found, None)

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

    def text_path(self, period: Period, version: DocumentVersion) -> str:
        """The path by which findings name a text of the past or future; it is kept for showing them."""
        path = f"{period.path}/{version.id}.sec"
        self.texts[path] = version.text
        return path

    def told(self, faults: Iterator[Fault], advice: Callable[[Fault], str]) -> Iterator[Finding]:
        """Plain faults as findings; `advice` where a fault has none of its own."""
        names = {each.instrument.name for each in self.opened.found}
        for fault in faults:
            if fault.ref.instrument in names:
                yield self.finding(fault.ref, fault.words, fault.help or advice(fault))

    def unread(self, *headlines: str) -> Iterator[Finding]:
        """What the instruments break of their language in one of these ways, as findings of a rule."""
        for each in self.opened.findings:
            if each.headline in headlines:
                yield Finding(each.path, each.span, each.headline, each.label, each.provision, each.helps)

"""How far an instrument has come on a day, by its own dates.

A date attribute counts from its own day on: what an instrument says of a later day is not known before it.
"""

from datetime import date
from enum import StrEnum

from secc.instruments.model import Dates, Instrument, InstrumentKind


class Standing(StrEnum):
    """The steps of an instrument's life. Only what is decided or made is law; what is laid is not yet (T20)."""

    DRAFT = "draft"
    CONSULTING = "consulting"
    LAID = "laid"
    DECIDED = "decided"
    MADE = "made"
    WITHDRAWN = "withdrawn"

    @property
    def printed(self) -> str:
        """What readers call it: `in consultation`."""
        return "in consultation" if self is Standing.CONSULTING else self.value


WHY_NO_LAW = {
    Standing.DRAFT: "is a draft",
    Standing.CONSULTING: "is being consulted on, and is not law",
    Standing.LAID: "was laid, and is not law yet",
    Standing.DECIDED: "is a consultation, which is never law",
    Standing.MADE: "is a consultation, which is never law",
    Standing.WITHDRAWN: "was withdrawn, and is not law",
}
"""Why an instrument that is no law is none; only a consultation is none though it was decided or made."""


def recorded(instrument: Instrument) -> date | None:
    """The day from which it is known: as it says, otherwise the earliest of its other days; None where it has none."""
    dates = instrument.dates
    return dates.recorded or min(_present(dates.published, *_steps(dates)), default=None)


def known_by(instrument: Instrument, on: date | None) -> bool:
    """Whether it had been recorded. What has no day at all is known only to a question that asks of no day."""
    day = recorded(instrument)
    return on is None or (day is not None and day <= on)


def reached_by(day: date | None, on: date | None) -> date | None:
    """A date attribute, if it had come by then."""
    return day if day is None or on is None or day <= on else None


def standing(instrument: Instrument, on: date | None, decided: date | None = None) -> Standing:
    """Its standing by its own dates, and by a decision that another instrument records.

    A notice, or an old instrument, of which only the days of publishing or recording are known, is made by them.
    """
    dates = instrument.dates
    if instrument.status:
        return Standing.DRAFT
    if reached_by(dates.made, on):
        return Standing.MADE
    if decided or reached_by(dates.decided, on):
        return Standing.DECIDED
    if reached_by(dates.laid, on):
        return Standing.LAID
    return _before_decision(instrument, on)


def made(instrument: Instrument) -> date | None:
    """The day on which it was made, as its own dates say: the first it has of made, decided, published, recorded.

    What was consulted on or laid and no more has not been made.
    """
    dates = instrument.dates
    if dates.made or dates.decided:
        return dates.made or dates.decided
    known = min(_present(dates.published, dates.recorded), default=None)
    return None if instrument.status or dates.laid or dates.consulted else known


def days(instrument: Instrument) -> tuple[date, ...]:
    """Every day of its life that it says."""
    dates = instrument.dates
    return tuple(_present(dates.published, dates.recorded, dates.withdrawn, *_steps(dates)))


def _before_decision(instrument: Instrument, on: date | None) -> Standing:
    dates = instrument.dates
    if instrument.kind is InstrumentKind.CONSULTATION:
        return Standing.CONSULTING
    if reached_by(dates.consulted, on):
        return Standing.CONSULTING
    told = _present(dates.published, dates.recorded)
    if told and not _present(*_steps(dates)) and reached_by(min(told), on):
        return Standing.MADE
    return Standing.DRAFT


def _steps(dates: Dates) -> tuple[date | None, ...]:
    return (dates.consulted, dates.decided, dates.laid, dates.made)


def _present(*of: date | None) -> list[date]:
    return [day for day in of if day is not None]

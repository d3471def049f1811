"""The days on which anything became known."""

from collections.abc import Iterable
from datetime import date

from secc.instruments.model import Instrument
from secc.timeline.standing import days


def known_days(instruments: Iterable[Instrument]) -> tuple[date, ...]:
    """The days on which an instrument was recorded, and those of its other dates, which count from themselves on."""
    return tuple(sorted({day for each in instruments for day in days(each)}))

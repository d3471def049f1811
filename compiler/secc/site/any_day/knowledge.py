"""The days on which anything became known."""

from collections.abc import Iterable
from datetime import date

from secc.instruments.model import Instrument
from secc.timeline.standing import recorded


def known_days(instruments: Iterable[Instrument]) -> tuple[date, ...]:
    """The days on which an instrument was recorded, and those of its other dates, which count from themselves on."""
    found: set[date | None] = set()
    for each in instruments:
        dates = each.dates
        found |= {recorded(each), dates.consulted, dates.decided, dates.laid, dates.made, dates.published}
        found.add(dates.withdrawn)
    return tuple(sorted(day for day in found if day is not None))

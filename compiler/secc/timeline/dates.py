"""Days as a lawyer writes them, and periods of days, weeks, months and years."""

from calendar import monthrange
from datetime import date, timedelta

from secc.instruments.when import Unit

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_DAYS = {Unit.DAY: 1, Unit.WEEK: 7}
_MONTHS_IN = {Unit.MONTH: 1, Unit.YEAR: 12}


def printed_day(day: date) -> str:
    """`31 December 2020`, in any locale."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def day_before(day: date) -> date:
    """The day before; of the first day of the calendar, that day itself."""
    return day - timedelta(days=1) if day > date.min else day


def shifted(day: date, count: int, unit: Unit) -> date | None:
    """The day so many days, weeks, months or years later; None where it lies past the calendar.

    A month after 31 January is the last day of February. A later day is never shifted to before an earlier one.
    """
    try:
        if unit in _DAYS:
            return day + timedelta(days=count * _DAYS[unit])
        return _months_later(day, count * _MONTHS_IN[unit])
    except (OverflowError, ValueError):
        return None


def _months_later(day: date, count: int) -> date:
    years, month = divmod(day.month - 1 + count, 12)
    year = day.year + years
    if not date.min.year <= year <= date.max.year:
        raise OverflowError
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))

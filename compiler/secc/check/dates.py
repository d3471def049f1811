"""Dates as they are written: "31st August 2018", "Friday 31 August 2018", "31 August"."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from re import Match

from msgspec import Struct

from secc.check.patterns import DATE
from secc.check.running import matches
from secc.resolve.model import ResolvedDocument, Words

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_LEAP = 2000


class Day(Struct, frozen=True):
    """A date in a text, at `text[start:end]`; `year` is None and `weekday` empty where it does not say them."""

    start: int
    end: int
    weekday: str
    day: int
    month: int
    year: int | None

    @property
    def last_day(self) -> int:
        """The last day of its month; 29 for a February without a year."""
        return monthrange(self.year or _LEAP, self.month)[1]

    @property
    def month_name(self) -> str:
        """Its month in words."""
        return _MONTHS[self.month - 1]

    @property
    def on(self) -> date | None:
        """The day that it is; None where it has no year, or there is no such day."""
        if self.year is None or not 1 <= self.day <= self.last_day:
            return None
        return date(self.year, self.month, self.day)

    @property
    def true_weekday(self) -> str:
        """The weekday of that day; empty where it is no day."""
        return _WEEKDAYS[self.on.weekday()] if self.on else ""


class Dated(Day, frozen=True):
    """A date in a prose of the Code."""

    words: Words

    @property
    def said(self) -> str:
        """As it is written."""
        return self.words.prose.text[self.start : self.end]


def dates(document: ResolvedDocument) -> Iterator[Dated]:
    """Every date in the running words of a document, in order."""
    source = document.loaded.source.text
    months = tuple(month for month in _MONTHS if month in source)
    return (_dated(words, found) for words, found in matches(document, DATE, months)) if months else iter(())


def days_in(text: str) -> Iterator[Day]:
    """Every date in a text, in order."""
    return (Day(*_parts(found)) for found in DATE.finditer(text))


def _dated(words: Words, found: Match[str]) -> Dated:
    return Dated(*_parts(found), words)


def _parts(found: Match[str]) -> tuple[int, int, str, int, int, int | None]:
    year = int(found["year"]) if found["year"] else None
    month = _MONTHS.index(found["month"]) + 1
    return found.start(), found.end(), found["weekday"] or "", int(found["day"]), month, year

"""The date of a letter: the one that stands on a line of its own near its head."""

from datetime import date

from secc.check.dates import days_in
from secc.reading.letter import Letter

_HEAD = 25
"""How many paragraphs the head of a letter has at most, address and subject included."""


def dated(letter: Letter) -> date | None:
    """The day that the letter bears; None where none stands alone in its head, or two do."""
    found = {day for each in letter.paragraphs[:_HEAD] if (day := _alone(each.text)) is not None}
    return found.pop() if len(found) == 1 else None


def _alone(text: str) -> date | None:
    words = text.strip().removeprefix("Date:").strip(" .")
    day = next(days_in(words), None)
    return day.on if day is not None and (day.start, day.end) == (0, len(words)) else None

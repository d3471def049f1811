"""`date-without-year` in a letter."""

from collections.abc import Iterator
from itertools import zip_longest

from secc.check.dates import Day, days_in
from secc.check.patterns import SENTENCE_STOP, YEARLY
from secc.check.prose.reader import Reader
from secc.check.prose.rule import as_in_the_code
from secc.check.rule import Finding
from secc.check.rules import date_without_year
from secc.reading.letter import ParagraphKind


def find(reader: Reader) -> Iterator[Finding]:
    """Every date whose sentence says nothing of a year, and that has one nowhere else in the letter."""
    dated = {(day.day, day.month) for each in reader.worded for day in days_in(each.text) if day.year is not None}
    for each, behind in zip_longest(reader.prose, reader.prose[1:]):
        text = f"{each.text} {behind.text}" if behind is not None and behind.text[:4].isdigit() else each.text
        for day in days_in(text) if each.kind is ParagraphKind.TEXT else ():
            if (
                day.year is None
                and (day.day, day.month) not in dated
                and not _told(text, day)
                and day.end <= len(each.text)
            ):
                headline = f"{each.text[day.start : day.end]} does not say its year"
                helps = ("write the year",)
                yield reader.found(each, (day.start, day.end), headline, label="of which year?", helps=helps)


def _told(text: str, day: Day) -> bool:
    """Whether its sentence says of what year it is; the year of a whole date before it is that date's own."""
    stops = [stop.end() for stop in SENTENCE_STOP.finditer(text, 0, day.start)]
    after = SENTENCE_STOP.search(text, day.end)
    start, words = (stops[-1] if stops else 0), []
    for each in days_in(text[: day.start]):
        if each.year is not None and each.start >= start:
            words.append(text[start : each.start])
            start = each.end
    rest = text[start : after.start() if after else len(text)]
    return YEARLY.search(" ".join([*words, rest])) is not None


RULE = as_in_the_code(date_without_year.RULE, find)

"""`conflicting-dates` in a letter: a period that ends before it begins, and one event on two days."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from secc.check.dates import Day, days_in
from secc.check.patterns import PERIOD_JOINS, PERIOD_OPENS
from secc.check.patterns_prose import EVENT_BEFORE
from secc.check.prose.reader import Reader
from secc.check.prose.rule import as_in_the_code
from secc.check.rule import Finding
from secc.check.rules import conflicting_dates
from secc.reading.letter import Paragraph


def find(reader: Reader) -> Iterator[Finding]:
    """Every second date of a period that comes before the first; every event that has another date further up."""
    for each in reader.worded:
        for first, second in pairwise(days_in(each.text)):
            if first.on and second.on and second.on < first.on and _period(each.text, first, second):
                said = each.text[second.start : second.end]
                headline = f"{said} is before {each.text[first.start : first.end]}"
                helps = ("mend the date that is wrong",)
                stretch = (second.start, second.end)
                yield reader.found(each, stretch, headline, label="ends before it begins", helps=helps)
    yield from _events(reader)


def _period(text: str, first: Day, second: Day) -> bool:
    join = PERIOD_JOINS.fullmatch(text, first.end, second.start)
    opens = PERIOD_OPENS.search(text, max(0, first.start - 30), first.start)
    return join is not None and opens is not None and (join["and"] is None or opens["word"].lower() == "between")


def _events(reader: Reader) -> Iterator[Finding]:
    """What was done to a numbered thing on one day above, and on another here: "version 6.0 was designated on"."""
    first: dict[str, tuple[date, Paragraph, Day]] = {}
    for each in reader.prose:
        for day in days_in(each.text):
            event = EVENT_BEFORE.search(each.text, max(0, day.start - 120), day.start)
            if event is None or day.on is None:
                continue
            on, paragraph, before = first.setdefault(event["event"].casefold(), (day.on, each, day))
            if on != day.on:
                headline = f"{event['event']} {on.day} {before.month_name} {on.year} above"
                see = reader.see(paragraph, (before.start, before.end), "another date here")
                helps = ("mend the date that is wrong",)
                stretch = (day.start, day.end)
                yield reader.found(each, stretch, headline, label="two dates", helps=helps, related=(see,))


RULE = as_in_the_code(conflicting_dates.RULE, find)

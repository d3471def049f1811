"""`impossible-date` in a letter."""

from collections.abc import Iterator

from secc.check.dates import days_in
from secc.check.prose.reader import Reader
from secc.check.prose.rule import as_in_the_code
from secc.check.rule import Finding
from secc.check.rules import impossible_date


def find(reader: Reader) -> Iterator[Finding]:
    """Every day that its month does not have, and every weekday that is not the day's."""
    for each in reader.worded:
        for day in days_in(each.text):
            said = each.text[day.start : day.end]
            headline = ""
            if not 1 <= day.day <= day.last_day:
                headline = f"there is no {said}"
            elif day.weekday and day.true_weekday not in ("", day.weekday):
                headline = f"{day.day} {day.month_name} {day.year} is not a {day.weekday}"
            if headline:
                helps = ("write the date that was agreed",)
                yield reader.found(each, (day.start, day.end), headline, label="no such day", helps=helps)


RULE = as_in_the_code(impossible_date.RULE, find)

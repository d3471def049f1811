"""Errors of dates in letters."""

import re
from datetime import date
from random import Random

from tests.mutation.letter_planting import LetterShape, Shapes, deleted, each, sentence, sentences
from tests.mutation.planting import here

_MONTHS = "January February March April May June July August September October November December".split()
_MONTH = "|".join(_MONTHS)
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_PERIOD = (
    rf"from (?P<first>[0-9]+ (?:{_MONTH}) (?P<year>[0-9]{{4}})) (?:to|until) (?P<last>[0-9]+ (?:{_MONTH}) [0-9]{{4}})"
)


def _too_high(found: re.Match[str], random: Random) -> str:
    month = found["month"]
    if month == "February":
        return f"{random.choice((30, 31))} {month}"
    return f"{random.choice((31, 32)) if month in ('April', 'June', 'September', 'November') else 32} {month}"


def _wrong_weekday(random: Random) -> str:
    day = date(2022, random.randint(1, 12), random.randint(1, 28))
    name = _WEEKDAYS[(day.weekday() + random.randint(1, 6)) % 7]
    return f"It was sent on {name} {day.day} {_MONTHS[day.month - 1]} {day.year}."


def _other_weekday(found: re.Match[str], random: Random) -> str:
    return random.choice([name for name in _WEEKDAYS if name != found[0]])


def _no_leap_year(random: Random) -> str:
    return f"It ends on 29 February {random.choice((2019, 2021, 2022, 2023, 1900))}."


def _no_year(random: Random) -> str:
    return f"The reply was sent {random.choice(('on', 'by', 'before'))} {_day(random)}, after some days."


def _day(random: Random) -> str:
    return f"{random.choice((13, 15, 16, 18, 19, 21, 23))} {random.choice(_MONTHS)}"


def _turned(found: re.Match[str], _: Random) -> str:
    return found[0].replace(found["first"], "…").replace(found["last"], found["first"]).replace("…", found["last"])


def _year_before(found: re.Match[str], _: Random) -> str:
    return f"{found[0][:-4]}{int(found['year']) - 1}"


def _period(random: Random) -> str:
    first, last = random.randint(11, 28), random.randint(1, 10)
    month, year = random.choice(_MONTHS), random.randint(2015, 2023)
    return f"It ran {random.choice(('from {} to {}', 'between {} and {}'))}.".format(
        f"{first} {month} {year}", f"{last} {month} {year}"
    )


def _event(random: Random) -> tuple[str, ...]:
    what = f"{random.choice(('Version', 'Release'))} {random.randint(5, 30)}.{random.randint(1, 9)} was"
    done, year = random.choice(("published", "issued", "made")), random.randint(2015, 2022)
    return f"{what} {done} on 3 {_MONTHS[random.randint(0, 5)]} {year}.", (
        f"{what} {done} on {random.randint(4, 20)} {_MONTHS[random.randint(6, 11)]} {year}."
    )


SHAPES: Shapes = {
    "impossible-date": (
        LetterShape(
            "a day that its month does not have",
            each(rf"\b[0-9]{{1,2}} (?P<month>{_MONTH})\b", _too_high, here("conflicting-dates", "date-without-year")),
        ),
        LetterShape("a weekday more", sentence(_wrong_weekday)),
        LetterShape("another weekday", each(rf"\b(?:{'|'.join(_WEEKDAYS)})(?= [0-9])", _other_weekday, times=2)),
        LetterShape("no leap year", sentence(_no_leap_year)),
    ),
    "date-without-year": (
        LetterShape(
            "the year left out",
            deleted(rf"(?<=[0-9] (?:{'|'.join(m for m in _MONTHS if len(m) == 4)})) [12][0-9]{{3}}(?=[ ,.])"),
        ),
        LetterShape("a day more", sentence(_no_year)),
        LetterShape(
            "a day with its ending",
            sentence(lambda r: f"We heard of it on the {r.choice((13, 15, 16))}th {r.choice(_MONTHS)}."),
        ),
        LetterShape("a weekday with it", sentence(lambda r: f"It was told to us on {r.choice(_WEEKDAYS)} {_day(r)}.")),
    ),
    "conflicting-dates": (
        LetterShape("the two in each other's place", each(_PERIOD, _turned)),
        LetterShape("the year before", each(_PERIOD, _year_before)),
        LetterShape("a period more", sentence(_period)),
        LetterShape("what was done on two days", sentences(_event)),
    ),
}

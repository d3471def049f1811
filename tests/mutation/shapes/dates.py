"""Errors of dates and numbers."""

import re
from collections.abc import Callable, Mapping
from random import Random

from tests.mutation.planting import Plant, Shape
from tests.mutation.shapes.places import behind_a_word, each_passage

_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


_MONTHS = "January February March April May June July August September October November December".split()


_LONG = ("January", "March", "May", "July", "August", "October", "December")


_SHORT = ("April", "June", "September", "November")


def _dated(make: Callable[[Random], str]) -> Plant:
    """A day put behind words that want none: "…, with effect from 31 June 2018, …"."""
    return behind_a_word(lambda random: f"(with effect from {make(random)})")


def _on_a_day(words: Callable[[Random], str]) -> Plant:
    """A day put before the full stop of a passage in which no words of time say of which year it is."""
    comes_round = re.compile(r"year|annual|period|month|quarter|season|calendar|thereafter|(?:19|20)[0-9]{2}")
    return each_passage(
        r"(?<=[a-z]{3})\.$",
        lambda m, r: f" {words(r)}." if comes_round.search(m.string.lower()) is None else None,
    )


def _year(random: Random) -> int:
    return random.randint(2013, 2022)


def _period(random: Random) -> tuple[str, str]:
    year = _year(random)
    return f"{random.randint(1, 28)} {random.choice(_MONTHS)} {year}", f"{random.randint(1, 28)} March {year - 1}"


def _weekday_wrong(random: Random) -> str:
    # 1 January 2018 was a Monday, and 31 August 2018 a Friday.
    day, true = random.choice(
        (("1 January 2018", "Monday"), ("31 August 2018", "Friday"), ("17 September 2020", "Thursday"))
    )
    days = [
        each for each in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday") if each != true
    ]
    return f"{random.choice(days)} {day}"


def _pair(random: Random) -> tuple[str, int]:
    """A number in words, and a figure that is another."""
    number = random.randrange(2, 13)
    return _NUMBERS[number - 2], number + random.choice((-1, 1, 10))


SHAPES: Mapping[str, tuple[Shape, ...]] = {
    "number-in-words": (
        Shape(
            "another figure behind the words",
            behind_a_word(lambda r: "(within {} ({}) days)".format(*_pair(r))),
        ),
        Shape(
            "other words behind the figure",
            behind_a_word(lambda r: "(within {1} ({0}) days)".format(*_pair(r))),
        ),
        Shape(
            "a number of the text",
            each_passage(
                r"(?<= )(?:two|three|four|five|six|seven|ten|twelve)(?= (?:Working )?[A-Za-z]+s\b)",
                lambda m, r: f"{m[0]} ({_NUMBERS.index(m[0]) + 2 + r.choice((-1, 1, 2))})",
            ),
        ),
        Shape("a compound number", behind_a_word(lambda r: f"(after thirty-one ({r.choice((13, 30, 32))}) days)")),
    ),
    "impossible-date": (
        Shape("a day too late in its month", _dated(lambda r: f"31 {r.choice(_SHORT)} {_year(r)}")),
        Shape("29 February", _dated(lambda r: f"29 February {r.choice((2014, 2015, 2017, 2018, 2019, 2021, 2022))}")),
        Shape("a day that no month has", _dated(lambda r: f"{r.choice((0, 32, 35))} {r.choice(_LONG)} {_year(r)}")),
        Shape("a weekday that it is not", _dated(_weekday_wrong)),
    ),
    "conflicting-dates": (
        Shape("from and to", behind_a_word(lambda r: "(from {} to {})".format(*_period(r)))),
        Shape("between", behind_a_word(lambda r: "(between {} and {})".format(*_period(r)))),
        Shape(
            "a year later than its end",
            behind_a_word(lambda r: f"(from 1 September {(y := _year(r))} until 31 August {y})"),
        ),
        Shape(
            "beginning and ending",
            behind_a_word(lambda r: "(the period beginning on {} and ending on {})".format(*_period(r))),
        ),
    ),
    "date-without-year": (
        Shape("by a day", _on_a_day(lambda r: f"by {r.randint(1, 28)} {r.choice(_MONTHS)}")),
        Shape(
            "with an ordinal", _on_a_day(lambda r: f"before the {r.choice(('4th', '21st', '30th'))} {r.choice(_LONG)}")
        ),
        Shape(
            "the year of a date taken out",
            each_passage(
                r"(?<![0-9.])[0-9]{1,2} (?:" + "|".join(_MONTHS) + r") 20[0-9]{2}",
                lambda m, _: m[0].rpartition(" ")[0] if m.string.count("20") == 1 else None,
            ),
        ),
    ),
}

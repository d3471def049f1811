"""Something to search, queries drawn at random, and SQLite's FTS5 as the judge of what is to be found."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from random import Random
from typing import NamedTuple

from secc.code.load import NoCache
from secc.history import Memory
from secc.site.search.entries import Entries
from secc.site.sources import SiteSources, open_sources
from tests.site.codes import files

FIRST_H = """\
section H: Services

# H1 Tests <img src=x onerror=alert(1)>

H1.1 The User’s café shall test each non-domestic meter, e.g. a Device, as Section H1.2(a) says.

H1.2 The DCC shall keep a record of:
  (a) each test of a meter; and
  (b) each meter's result</script><script>alert(2)</script>.

H1.3 The DCC shall tell each person: "test each meter" under H1.2 (see A1.1).

# H2 Results

Words before any clause.

H2.1 The results of the tests shall be naïve, at 14.31 percent.

H2.2 [Not used]

H2.10 Metering is no meter.
"""
_SECOND_H = FIRST_H.replace("each person", "every meter owner").replace("14.31", "15.31")
_A = """\
section A: Definitions

# A1 Definitions

A1.1 In this Code:

  define "Device" means a meter that measures, and includes:
    (a) a hub.

  define "User" or "U" means a person that uses a Device.

  define "<b onload=alert(3)>" means nothing.
"""
_AL = """\
appendix AL: A Procedure
known-as: AP
unit: Clause

# 4 Steps

4.1 Read each meter as the User’s Device.

4.26 Send the record.

annex A: Form

A7 Fill in the form.
"""
_INSTRUMENTS = {
    "2020-01-01-first/instrument.sec": """\
designation 2020-01-01-first: Designation of the Code
by: the Secretary of State
made: 2020-01-01
from: 2020-01-01
evidence: E1
unverified: the wording

1 designate Section A as version 1.0, in the form set out at annexes/A.sec
2 designate Section H as version 1.0, in the form set out at annexes/H.sec
3 designate Appendix AL as version 1.0, in the form set out at annexes/AL.sec
""",
    "2020-01-01-first/annexes/A.sec": _A,
    "2020-01-01-first/annexes/H.sec": FIRST_H,
    "2020-01-01-first/annexes/AL.sec": _AL,
    "2021-02-01-owners.sec": """\
modification 2021-02-01-owners: Owners
made: 2021-02-01
from: 2021-02-01

1 in Section H1.3, for "each person" substitute "every meter owner"
2 in Section H2.1, for "14.31" substitute "15.31"
3 suspend Section H1.2
""",
    "2022-01-01-variation.sec": """\
direction 2022-01-01-variation: Variation
made: 2022-01-01
from: 2022-01-01

1 vary Section H2 as if after Section H2.1 there were inserted
  > H2.1A Results are kept.
""",
}
DAYS = ("2020-01-01", "2021-01-31", "2021-02-01", "2030-01-01")


def searched() -> SiteSources:
    """A Code with a history, accents, apostrophes, hyphens, numbers, and an author who means harm."""
    found = files({"sections/A.sec": _A, "sections/H.sec": _SECOND_H, "appendices/AL.sec": _AL})
    found["code.toml"] += b"[site]\nas-at = 2021-03-01\n"
    found |= {f"instruments/{name}": text.encode() for name, text in _INSTRUMENTS.items()}
    return open_sources(Memory(found), NoCache())


class Asked(NamedTuple):
    """A query as a reader writes it, the same for FTS5, and the number of a day."""

    query: str
    match: str
    day: int


def drawn(entries: Entries, days: int, count: int, seed: int) -> Iterator[Asked]:
    """Queries of words that there are: every fifth a phrase, of the others every second ending in a prefix."""
    draw = Random(seed)
    for number in range(count):
        words = draw.choice(entries.texts).words
        is_phrase = number % 5 == 4 and len(words) > 3
        wanted = _neighbours(words, draw) if is_phrase else [draw.choice(words) for _ in range(draw.randint(1, 3))]
        is_begun = draw.random() < 0.5
        if is_begun:
            wanted[-1] = wanted[-1][: draw.randint(1, len(wanted[-1]))].rstrip(".")
        yield _asked(wanted, draw.randint(1, days), is_phrase=is_phrase, is_begun=is_begun)


def _neighbours(words: list[str], draw: Random) -> list[str]:
    length = draw.randint(2, 3)
    start = draw.randrange(len(words) - length + 1)
    return words[start : start + length]


def _asked(words: list[str], day: int, *, is_phrase: bool, is_begun: bool) -> Asked:
    star = "*" if is_begun else ""
    if is_phrase:
        return Asked(f'"{" ".join(words)}{star}"', f'"{" ".join(words)}"{star}', day)
    return Asked(f"{' '.join(words)}{star or ' '}", " ".join(f'"{word}"' for word in words) + star, day)


class Judge:
    """FTS5 with the texts in it."""

    def __init__(self, entries: Entries) -> None:
        self._entries = entries
        self._connection = sqlite3.connect(":memory:")
        self._connection.execute("create virtual table texts using fts5(said, tokenize=\"unicode61 tokenchars '.'\")")
        rows = ((place, text.said) for place, text in enumerate(entries.texts, 1))
        self._connection.executemany("insert into texts(rowid, said) values (?, ?)", rows)

    def units(self, asked: Asked) -> list[int]:
        """The units that have a text that matches on the day, in order."""
        with closing(self._connection.cursor()) as cursor:
            rows = cursor.execute("select rowid from texts where texts match ?", (asked.match,)).fetchall()
        texts = [self._entries.texts[place - 1] for (place,) in rows]
        return sorted(
            {
                text.unit
                for text in texts
                if any(start <= asked.day and (not end or asked.day < end) for start, end in text.days)
            }
        )

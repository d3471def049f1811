"""Every state of the Code is checked, and a finding is told with exactly the days on which it holds (invariant 5).

References and definitions come and go at random, temporary ones and ones of days to come among them; what is wrong on a
day is also read off the lines of its text, by this file alone.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from secc.check.in_time import KnownTime
from secc.check.in_time.states import HeldFindings, held_findings, lasting
from secc.check.rule import DocumentRule
from secc.check.rules import named
from secc.code.load import load
from secc.code.shared_cache import SharedCache
from secc.history import Memory
from secc.timeline.opening import open_timeline
from tests.timeline.histories import FIRST

TODAY = FIRST + timedelta(days=60)
_LAST = FIRST + timedelta(days=120)
_CLAUSES = range(1, 7)
_TERMS = ("Walnut", "Almond")
_FEW = settings(max_examples=15, deadline=None, derandomize=True)
_CODE = b'title = "A Code"\nshort = "AC"\ndocuments = []\n'


@dataclass(frozen=True, slots=True)
class Line:
    """A clause or a definition, and the days from which and until which it stands."""

    text: str
    first: date
    until: date | None

    def stands(self, day: date) -> bool:
        """Whether it is part of the text of a day."""
        return self.first <= day and (self.until is None or day < self.until)


def drafted(draw: Random) -> list[Line]:
    """The lines of a Section: clauses that name others and use terms, some of which come late, or go again."""
    lines = [Line(_clause(draw, number), *_days(draw)) for number in _CLAUSES]
    return [*lines, *(Line(f'define "{each}" means a fruit.', *_days(draw)) for each in _TERMS)]


def _clause(draw: Random, number: int) -> str:
    one, other = (draw.choice([each for each in _CLAUSES if each != number]) for _ in range(2))
    references = f"Section H1.{one}, and in doing so under Section H1.{other},"
    return f"H1.{number} The operator shall act under {references} for every {draw.choice(_TERMS)} that it holds."


def _days(draw: Random) -> tuple[date, date | None]:
    first = FIRST + timedelta(days=draw.choice([0, 0, 0, 10, 50, 70, 90]))
    last = first + timedelta(days=draw.randint(1, 40))
    return first, draw.choice([None, None, last])


def files_of(lines: Sequence[Line]) -> dict[str, bytes]:
    """A designation without them, and an instrument for each: with an end, or with another that takes it out."""
    made = {"code.toml": _CODE, "instruments/2013-09-23-first/instrument.sec": _FIRST, _ANNEX: _TEXT}
    for place, line in enumerate(lines):
        until = f", until {line.until}" if line.until is not None else ""
        ordered = f"1 from {line.first}{until}, {_where(line)} insert\n  > {line.text}\n"
        name = f"2013-09-23-line-{place}"
        made[f"instruments/{name}.sec"] = f"modification {name}: A line\nmade: {FIRST}\n\n{ordered}".encode()
    names = ", ".join(f'"2013-09-23-line-{place}"' for place in range(len(lines)))
    made["code.toml"] = _CODE + f'instruments-order = [["2013-09-23-first", {names}]]\n'.encode()
    return made


def _where(line: Line) -> str:
    return "in Section H2.1, at the end" if line.text.startswith("define") else "in Section H1, at the end"


_ANNEX = "instruments/2013-09-23-first/annexes/section-H.sec"
_TEXT = b"section H: A Section\n\n# H1 Duties\n\n# H2 Terms\n\nH2.1 In this Code:\n"
_FIRST = f"""designation 2013-09-23-first: Designation
made: {FIRST}

1 designate Section H as version 1.0, in the form set out at annexes/section-H.sec
""".encode()

_REFERENCE = re.compile(r"Section (H1\.[0-9])")


def wrong_on(lines: Sequence[Line], day: date) -> set[tuple[str, str]]:
    """What is wrong with the text of a day, as its lines alone tell: the clause, and what it names in vain."""
    standing = [each.text for each in lines if each.stands(day)]
    labels = {each.split()[0] for each in standing}
    defined = {term for term in _TERMS if f'define "{term}" means a fruit.' in standing}
    found: set[tuple[str, str]] = set()
    for text in standing:
        if not text.startswith("define"):
            clause = text.split()[0]
            found |= {(clause, label) for label in _REFERENCE.findall(text) if label not in labels}
            found |= {(clause, term) for term in _TERMS if f" {term} " in text and term not in defined}
    return found


def told_on(held: HeldFindings, day: date) -> set[tuple[str, str]]:
    """The same as the check of all states tells it."""
    told = {_key(each.provision, each.headline) for each in held.told if _holds(each.days, day)}
    return told | {_key(key[1], key[2]) for key, days in lasting(held.last).items() if _holds(days, day)}


def _key(provision: str, headline: str) -> tuple[str, str]:
    named_in_vain = re.search(r"H1\.[0-9]|Walnut|Almond", headline)
    assert named_in_vain, headline
    return provision.removeprefix("Section "), named_in_vain[0]


def _holds(days: Sequence[tuple[date, date | None]], day: date) -> bool:
    return any(first <= day and (last is None or day <= last) for first, last in days)


def _rules() -> Iterator[DocumentRule]:
    for name in ("dangling-reference", "undefined-term"):
        rule = named(name)
        assert isinstance(rule, DocumentRule)
        yield rule


@given(st.integers(0, 10_000))
@_FEW
def test_what_is_wrong_on_a_day_is_told_for_that_day_and_no_other(seed: int) -> None:
    lines = drafted(Random(seed))
    tree, cache = Memory(files_of(lines)), SharedCache()
    opened = open_timeline(tree, cache)
    assert not opened.findings
    assert not opened.timeline.last().refused
    held = held_findings(KnownTime(opened, load(tree, cache), cache, TODAY), list(_rules()))
    told = (*lasting(held.last).values(), *(each.days for each in held.told))
    assert all(list(days) == sorted(set(days)) for days in told)
    for each in (FIRST + timedelta(days=count) for count in range((_LAST - FIRST).days)):
        assert told_on(held, each) == wrong_on(lines, each), each

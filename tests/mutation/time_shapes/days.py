"""Errors of days: out of order, without authority, contradicting one another, or never coming."""

import re
from collections.abc import Callable, Mapping
from random import Random

from tests.mutation.history import (
    AGAIN,
    PLANTED,
    History,
    TimePlanting,
    TimeShape,
    in_planted,
    instrument,
    paragraph,
)
from tests.mutation.shapes.places import further

_EVENTS = ("DCC Live", "Initial Delivery Date", "First SMETS1 Service Release", "Interface Testing commences")


def _change(history: History, random: Random) -> str:
    phrase = history.phrase(random)
    return f'1 in {phrase.clause}, after "{phrase.said}" insert "duly"'


def _dated(days: Callable[[Random], str], kind: str = "modification") -> Callable[[History, Random], TimePlanting]:
    """A sound change, in an instrument whose days are not."""

    def plant(history: History, random: Random) -> TimePlanting:
        told = days(random)
        files = instrument(_change(history, random), kind=kind, dates=told)
        return TimePlanting(files, (PLANTED, paragraph(1)), told, (in_planted("effect-before-authority"),))

    return plant


def _day(random: Random, month: int) -> str:
    return f"2022-{month:02}-{random.randint(1, 28):02}"


def _made_before(random: Random) -> str:
    return f"{random.choice(('decided', 'laid', 'consulted'))}: {_day(random, 8)}\nmade: 2022-07-04\nfrom: 2023-01-05"


def _recorded_before(random: Random) -> str:
    return f"made: 2022-07-04\nfrom: 2023-01-05\nrecorded: {_day(random, 5)}"


def _ends_before(random: Random) -> str:
    return f"made: 2022-07-04\nfrom: 2023-01-05\nuntil: {_day(random, 11)}"


def _draft_made(random: Random) -> str:
    return f"status: draft\nmade: {_day(random, 6)}"


def _too_early(history: History, random: Random) -> TimePlanting:
    day = _day(random, 6)
    files = instrument(f"{_change(history, random)}, from {day}", dates="made: 2022-07-04")
    return TimePlanting(files, (paragraph(1), PLANTED), day)


def _no_power(history: History, random: Random) -> TimePlanting | None:
    _, passage = history.clause(random)
    number = further(passage.placed.address.local, random.randint(60, 90))
    if not number or number in history.text.labels:
        return None
    files = instrument(_change(history, random), dates=f"under: Section {number}\nmade: 2022-07-04\nfrom: 2023-01-05")
    return TimePlanting(files, (PLANTED, paragraph(1)), f"under Section {number}")


def _power_later(history: History, random: Random) -> TimePlanting | None:
    """Made under a clause that another instrument puts in from a later day."""
    place = history.next_clause(random)
    if place is None:
        return None
    page, sub_section, number = place
    power = f"1 in Section {sub_section}, at the end insert\n  > {number} The Panel may direct how that is done."
    files = instrument(power, AGAIN, dates="made: 2022-07-05\nfrom: 2023-02-05")
    dates = f"under: Section {number}\nmade: 2022-07-04\nfrom: 2023-01-05"
    files |= instrument(_change(history, random), dates=dates)
    brings = (in_planted("order-not-declared"),)
    return TimePlanting(files, (PLANTED, paragraph(1)), f"under Section {number} of {page.document.id.printed}", brings)


def _cancelled(history: History, random: Random) -> TimePlanting | None:
    """A change of text, which is no variation, cancelled."""
    path, number, line = history.operation(random)
    if not re.search(r"\b(?:substitute|insert|omit|rename|commence)\b", line) or "vary" in line:
        return None
    name = path.rpartition("/")[2].removesuffix(".sec")
    files = instrument(f"1 cancel paragraph {number} of {name}", kind="direction", dates="made: 2022-07-04")
    return TimePlanting(
        files, (paragraph(1),), f"cancel {paragraph(number, name)}", (in_planted("instruction-not-possible"),)
    )


def _fixed(history: History, random: Random) -> TimePlanting | None:
    """A date fixed for an operation that leaves none open."""
    path, number, line = history.operation(random)
    if "directed" in line or not re.search(r"\b(?:substitute|omit|commence)\b", line):
        return None
    name = path.rpartition("/")[2].removesuffix(".sec")
    day = _day(random, 12)
    files = instrument(
        f"1 fix the date in paragraph {number} of {name} as {day}", kind="notice", dates="made: 2022-07-04"
    )
    return TimePlanting(files, (paragraph(1),), f"{paragraph(number, name)} as {day}")


def _fixed_too_early(history: History, random: Random) -> TimePlanting:
    """A date fixed before the day before which none may be."""
    later = f"{_change(history, random)}, from 2023-03-01 or such later date as is directed"
    day = f"2023-0{random.randint(1, 2)}-{random.randint(10, 28)}"
    files = instrument(later, dates="made: 2022-07-04")
    fixing = f"1 fix the date in paragraph 1 of {PLANTED} as {day}"
    files |= instrument(fixing, AGAIN, "notice", dates="made: 2022-07-05")
    return TimePlanting(files, (paragraph(1, AGAIN),), day)


def _told_twice(fact: Callable[[Random], str], other: str) -> Callable[[History, Random], TimePlanting]:
    def plant(history: History, random: Random) -> TimePlanting:
        told = fact(random)
        days = [_day(random, 9), _day(random, 10)]
        open_ = f"{_change(history, random)}, from 2022-08-01 or such later date as is directed"
        files = instrument(open_, "2022-07-03-planted", dates="made: 2022-07-03") if other else {}
        for name, day in zip((PLANTED, AGAIN), days, strict=True):
            dates = f"made: {name[:10]}\nrecorded: 2022-07-06"
            files |= instrument(f"1 {told.format(day=day)}", name, "notice", dates=dates)
        return TimePlanting(files, (paragraph(1), paragraph(1, AGAIN)), f"{told} {days}")

    return plant


def _event(random: Random) -> str:
    name = random.choice(("The register opens", "Release 3", "The new tests begin", "Stage Two", "The move ends"))
    return f'event "{name} {random.randint(1, 40)}" occurs on {{day}}'


def _regional(random: Random) -> str:
    return f'{_event(random)}, for region "{random.choice(("North", "Central", "South"))}"'


def _of_paragraph(_: Random) -> str:
    return "fix the date in paragraph 1 of 2022-07-03-planted as {day}"


def _waiting(rename: Callable[[str, Random], str]) -> Callable[[History, Random], TimePlanting]:
    """A clause that is put in and waits for an event under nearly the name by which another instrument fixes it."""

    def plant(history: History, random: Random) -> TimePlanting | None:
        place = history.next_clause(random)
        if place is None:
            return None
        _, sub_section, number = place
        event = random.choice(_EVENTS)
        name = rename(event, random)
        lines = f"1 in Section {sub_section}, at the end insert\n  > {number} The Panel may direct that.\n"
        files = instrument(f'{lines}\n2 commence Section {number}, from event "{name}"')
        return TimePlanting(files, (paragraph(2),), f"{event} → {name}")

    return plant  # type: ignore[return-value]  # nothing where no clause suits


def _again(what: Callable[[History, Random], str | None]) -> Callable[[History, Random], TimePlanting | None]:
    """A commencement of what has effect."""

    def plant(history: History, random: Random) -> TimePlanting | None:
        place = what(history, random)
        if place is None:
            return None
        files = instrument(f"1 commence {place}", kind="direction")
        return TimePlanting(files, (paragraph(1),), place)

    return plant


_COMMENCED = ("H2", "H3", "H4", "H5", "H6", "H8", "H9", "H10", "H11", "H12", "H13", "F3", "F4", "G1", "G2", "G3")


_DOCUMENTS = (
    *("Section I", "Section O", "Section P", "Schedule 3", "Schedule 7", "Appendix D"),
    *("Appendix E", "Appendix F", "Appendix J", "Appendix AA", "Appendix AC", "Appendix AD"),
)
"""What has effect, and was not replaced by other text since it was commenced."""


def _clause(history: History, random: Random) -> str | None:
    _, passage = history.clause(random)
    label = passage.placed.sub_section.label if passage.placed.sub_section is not None else ""
    is_first = f"\n{passage.placed.address.local} " in history.first_text
    return passage.placed.address.printed if label in _COMMENCED and is_first else None


def _sub_section(history: History, random: Random) -> str:  # noqa: ARG001  # as every other
    return f"Section {random.choice(_COMMENCED)}"


def _document(history: History, random: Random) -> str:  # noqa: ARG001  # as every other
    return random.choice(_DOCUMENTS)


def _two_of_them(history: History, random: Random) -> str:  # noqa: ARG001  # as every other
    first, second = random.sample(_COMMENCED, 2)
    return f"Sections {first} and {second}"


_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October")


def _stated(says: Callable[[int, int, int], tuple[int, int, int]]) -> Callable[[History, Random], TimePlanting | None]:
    """A clause put in that states the day of its commencement, and another day by the operation."""

    def plant(history: History, random: Random) -> TimePlanting | None:
        place = history.next_clause(random)
        if place is None:
            return None
        _, sub_section, number = place
        day, month, year = random.randint(1, 27), random.randint(2, 9), 2023
        other = says(day, month, year)
        lines = (
            f"1 in Section {sub_section}, at the end insert\n"
            f"  > {number} From {day} {_MONTHS[month - 1]} {year} the Panel may direct how that is done.\n\n"
            f"2 commence Section {number}, from {other[2]}-{other[1]:02}-{other[0]:02}\n\n"
            f"3 Section {number} states the date in paragraph 2 of {PLANTED}"
        )
        return TimePlanting(instrument(lines), (paragraph(3),), f"{day}.{month}.{year} and {other}")

    return plant


SHAPES: Mapping[str, tuple[TimeShape, ...]] = {
    "instrument-days-out-of-order": (
        TimeShape("made before a step that comes first", _dated(_made_before)),
        TimeShape("recorded before any step", _dated(_recorded_before)),
        TimeShape("an end before the beginning", _dated(_ends_before)),
        TimeShape("a draft that has been made", _dated(_draft_made)),
    ),
    "effect-before-authority": (
        TimeShape("an effect before it was made", _too_early),
        TimeShape("a power that there never is", _no_power),
        TimeShape("a power that comes later", _power_later),
    ),
    "direction-without-power": (
        TimeShape("a change of text cancelled", _cancelled),
        TimeShape("a date fixed where none is open", _fixed),
        TimeShape("a date fixed too early", _fixed_too_early),
    ),
    "contradicting-days": (
        TimeShape("an event on two days", _told_twice(_event, "")),
        TimeShape("an event for one region on two days", _told_twice(_regional, "")),
        TimeShape("a date fixed twice", _told_twice(_of_paragraph, "an operation with a date to fix")),
    ),
    "missing-commencement": (
        TimeShape("an event in other capitals", _waiting(lambda event, random: _recased(event, random))),
        TimeShape("an event with a letter wrong", _waiting(lambda event, random: _misspelt(event, random))),
        TimeShape(
            "an event with two letters in the wrong order", _waiting(lambda event, random: _turned(event, random))
        ),
    ),
    "overlapping-commencement": (
        TimeShape("a clause that has effect", _again(_clause)),
        TimeShape("a sub-section that has effect", _again(_sub_section)),
        TimeShape("two sub-sections that have effect", _again(_two_of_them)),
        TimeShape("a document that has effect", _again(_document)),
    ),
    "stated-date-differs": (
        TimeShape("another day", _stated(lambda day, month, year: (day + 1, month, year))),
        TimeShape("another month", _stated(lambda day, month, year: (day, month + 1, year))),
        TimeShape("another year", _stated(lambda day, month, year: (day, month, year + 1))),
    ),
}


def _recased(event: str, random: Random) -> str:
    words = event.split()
    at = random.randrange(len(words))
    return " ".join([*words[:at], words[at].swapcase(), *words[at + 1 :]])


def _misspelt(event: str, random: Random) -> str:
    at = random.randrange(2, len(event) - 1)
    return f"{event[:at]}{event[at + 1 :]}" if event[at] != " " else f"{event}s"


def _turned(event: str, random: Random) -> str:
    places = [at for at in range(1, len(event) - 1) if event[at : at + 2].islower() and event[at] != event[at + 1]]
    places = [at for at in places if event[at : at + 2].isalpha()]
    at = random.choice(places)
    return f"{event[:at]}{event[at + 1]}{event[at]}{event[at + 2 :]}"

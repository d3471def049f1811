"""A Code whose days are the first and the last that there are in the calendar: everything is told of it."""

from datetime import date

import pytest

from secc.code.load import NoCache
from secc.history import Memory
from secc.site.making import MadeSite
from secc.site.sources import open_sources
from tests.cli.running import Shell
from tests.site.codes import made_of
from tests.site.history import history_files

_DAYS = ("2020-01-01", "2021-02-01", "2021-03-01", "2021-04-01", "2022-06-01", "2022-07-01", "2022-12-31")
FIRST = dict.fromkeys(_DAYS, date.min)
LAST = dict.fromkeys(_DAYS[1:], date.max) | {_DAYS[0]: date(9999, 12, 30)}
BOTH = dict.fromkeys(_DAYS[3:], date.max) | dict.fromkeys(_DAYS[:3], date.min)


def sources(days: dict[str, date]) -> dict[str, bytes]:
    """The small Code with a history, on other days; without a log, which has digests of its own."""
    found = {path: contents.decode() for path, contents in history_files().items() if path != "document-log.toml"}
    for then, now in days.items():
        for before in (": ", "from ", "of "):
            found = {path: text.replace(f"{before}{then}", f"{before}{now}") for path, text in found.items()}
    return {path: text.encode() for path, text in found.items()}


def site(days: dict[str, date]) -> MadeSite:
    return made_of(open_sources(Memory(sources(days)), NoCache(), max(days.values())))


@pytest.mark.parametrize(("days", "words"), [(FIRST, "1 January 1"), (LAST, "31 December 9999"), (BOTH, "1 January 1")])
def test_every_page_can_be_drawn(days: dict[str, date], words: str) -> None:
    made = site(days)
    pages = {each.url: each.html for each in made.pages}
    assert words in pages["H1.1/"]
    assert "every" in pages["H1.1/"]
    assert all(each.contents for each in made.streamed)


@pytest.mark.parametrize("days", [FIRST, LAST, BOTH])
@pytest.mark.parametrize(
    "arguments",
    [
        ("history", "H1.1"),
        ("history", "H1"),
        ("pack", "2021-02-01-meters"),
        ("pack", "2021-03-01-later"),
        ("check",),
        ("verify",),
        ("conflicts",),
    ],
)
def test_every_command_answers(shell: Shell, days: dict[str, date], arguments: tuple[str, ...]) -> None:
    shell.write(sources(days))
    ran = shell.secc(*arguments)
    assert ran.status in (0, 1)
    assert ran.out or ran.err

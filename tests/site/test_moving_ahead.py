"""The website says of what a recorded move takes elsewhere what `secc status` says, on its day and on all others."""

import json
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner

from secc.cli import secc
from secc.code.load import NoCache
from secc.site.making import MadeSite
from secc.site.sources import SiteSources, open_sources
from tests.export.reading import table, text
from tests.site.checkout import write_files
from tests.site.codes import made_of
from tests.site.test_data_for_some import at
from tests.site.test_known import effect_held, moment_of
from tests.site.words_on_pages import tree_of, words_of

_SECTIONS = {
    "H": "section H: More\n\n# H1 First\n\nH1.1 Words.\n\nH1.2 Words.\n\nH1.3 Words.\n\n# H2 Second\n\nH2.1 Words.\n",
    "J": "section J: More\n\n# J1 Third\n\nJ1.1 Words.\n\nJ1.2 Words.\n",
}
_INSTRUMENTS = {
    "2020-02-01-ends": """\
direction 2020-02-01-ends: Ends
made: 2020-02-01

1 cease Section H1, from 2020-06-01
2 suspend Section H2, from 2020-05-01, until 2020-08-01
3 cease Section J, from event "Live"
4 suspend Section H1, until 2020-05-15
""",
    "2020-02-10-moves": """\
direction 2020-02-10-moves: Moves
made: 2020-02-10
from: 2020-04-01

1 move Section H1.2 to the end of Section H2, as H2.2
2 move Section J1.2 to the end of Section H1, as H1.4
3 move Section H1.3 to the end of Section J1, as J1.3
4 move Section H2.1 to the end of Section J1, as J1.4
""",
}
_ENDS = "of 2020-02-01-ends)"
_SUSPENDED = f"suspended from 1 February 2020 (paragraph 4 {_ENDS}, until"
_AS_TEXT = "in effect from 1 January 2020, as part of the text"


@cache
def _sources() -> SiteSources:
    return open_sources(tree_of(_SECTIONS, _INSTRUMENTS), NoCache(), date(2020, 2, 10))


@cache
def _made() -> MadeSite:
    return made_of(_sources())


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("H1.1", f"{_SUSPENDED} 15 May 2020"),
        ("H1.2", f"{_SUSPENDED} 1 April 2020, when it is moved"),
        ("J1.1", f'{_AS_TEXT}; its end waits for event "Live" (paragraph 3 {_ENDS}'),
        (
            "J1.2",
            f'{_AS_TEXT}; its end waits for event "Live" before 1 April 2020; at the latest 1 June 2020 '
            f"(paragraphs 3 and 1 {_ENDS}",
        ),
    ],
)
def test_page_data_and_command_say_the_same(number: str, said: str, tmp_path: Path) -> None:
    tree = tree_of(_SECTIONS, _INSTRUMENTS)
    write_files(tmp_path, {path: tree.read(path) for path in ("code.toml", *tree.paths("instruments"))})
    asked = ["status", number, "--as-at", "2020-02-10", "--code", str(tmp_path / "sec-source")]
    printed = CliRunner().invoke(secc, asked, catch_exceptions=False).output
    assert said in " ".join(printed.split())
    data = table(table(json.loads(at(_made(), f"{number}.json")))["provision"])
    assert text(table(data["status"])["words"]) == said
    (page,) = (each.html for each in _made().pages if each.url == f"{number}/")
    named = said.replace("2020-02-01-ends", "Ends").replace('"Live"', "“Live”")
    assert named.replace(" ", "") in words_of(page).replace(" ", "")


def test_any_day_is_told_as_by_the_command_as_known_then() -> None:
    moment = moment_of(_sources())
    days = [date(2020, month, day) for month in range(1, 9) for day in (1, 10, 20)]
    assert sum(effect_held(moment, day, on) for day in days for on in (None, date(2020, 2, 5), date(2020, 3, 1))) > 100

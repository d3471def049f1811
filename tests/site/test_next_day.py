"""The next day of change that a page and its data name is one on which something changes, and no other."""

import json
from datetime import date

import pytest

from secc.code.load import NoCache
from secc.site.making import MadeSite
from secc.site.sources import open_sources
from secc.timeline.opening import open_timeline
from secc.timeline.turns import turns
from tests.export.reading import table
from tests.site.codes import made_of
from tests.site.test_data_for_some import at
from tests.site.words_on_pages import tree_of, words_of

_SECTIONS = {"H": "section H: More\n\n# H1 First\n\nH1.1 Words.\n\nH1.2 Words.\n\n# H2 Second\n\nH2.1 Words.\n"}


def _instruments(*operations: str) -> dict[str, str]:
    numbered = "\n".join(f"{number} {each}" for number, each in enumerate(operations, 1))
    return {"2020-02-01-all": f"direction 2020-02-01-all: All\nmade: 2020-02-01\n\n{numbered}\n"}


def _made(*operations: str) -> MadeSite:
    return made_of(open_sources(tree_of(_SECTIONS, _instruments(*operations)), NoCache(), date(2020, 2, 1)))


def _named(made: MadeSite, url: str) -> str:
    """The day that a page names."""
    words = next(words_of(each.html) for each in made.pages if each.url == url)
    _, said, after = words.partition(" next changes on ")
    return after.partition(" .")[0] if said else ""


@pytest.mark.parametrize(
    ("operations", "words", "day"),
    [
        (["cease Section H1.1, from 2020-06-01"], "1 June 2020", "2020-06-01"),
        (['cease Section H1.1, for region "North", from event "Live"'], "", None),
        (['cease Section H1.1, from event "Live"'], "", None),
        (["resume Section H1.1, from 2020-05-01"], "", None),
        (["commence Section H1.1, from 2020-02-01", "commence Section H1, from 2020-05-01"], "", None),
        (
            ["resume Section H1.1, from 2020-05-01", "cease Section H1, from 2020-06-01"],
            "1 June 2020",
            "2020-06-01",
        ),
        (['cease Section H1.1, from the later of 2020-05-01 and event "Live"'], "", None),
        (['cease Section H1.1, from the earlier of 2020-05-01 and event "Live"'], "1 May 2020", "2020-05-01"),
        (
            ['cease Section H1.1, for region "North", from event "Live"', "cease Section H1.1, from 2020-06-01"],
            "1 June 2020",
            "2020-06-01",
        ),
    ],
)
def test_of_a_clause(operations: list[str], words: str, day: str | None) -> None:
    made = _made(*operations)
    assert _named(made, "H1.1/") == words
    assert table(json.loads(at(made, "H1.1.json")))["next_change"] == day


def test_of_a_code_and_a_document_it_is_not_one_before_which_nothing_comes() -> None:
    made = _made('cease Section H1.1, from the later of 2020-05-01 and event "Live"')
    assert [_named(made, url) for url in ("", "H/", "instruments/2020-02-01-all/")] == ["", "", ""]
    assert table(json.loads(at(made, "index.json")))["next_change"] is None


def test_what_is_unknown_for_some_from_the_last_day_of_record_on_is_no_turn() -> None:
    """But what ceases for the others then is one."""
    operations = (
        'cease Section H1.1, from event "Live", for region "North"',
        ('cease Section H1.1, from 2020-06-01, for region "South"'),
    )
    timeline = open_timeline(tree_of(_SECTIONS, _instruments(*operations)), NoCache()).timeline
    assert [str(each.day) for each in turns(timeline, "section-H/H1.1")] == ["2020-01-01", "2020-06-01"]
    turned = turns(timeline, "section-H/H1.1")[-1].force.in_words
    assert 'not known to be in effect for region "North"' in turned
    assert 'ceased to have effect for region "South" on 1 June 2020' in turned

"""What another instrument records of one, that it was decided or withdrawn, is told wherever its own days are."""

import json
from datetime import date
from functools import cache

from secc.code.load import NoCache
from secc.site.made import MadeSite
from secc.site.sources import open_sources
from tests.site.codes import made_of
from tests.site.words_on_pages import tree_of, words_of

_SECTIONS = {"H": "section H: Services\n\n# H1 Services\n\nH1.1 Words.\n\nH1.2 Words.\n"}
_INSTRUMENTS = {
    "2020-02-01-one": """\
modification 2020-02-01-one: One
consulted: 2020-02-01
from: 2020-06-01 if decided by 2020-03-10, otherwise 2020-12-01 if decided by 2020-04-10

1 in Section H1.1, for "Words" substitute "Deeds"
""",
    "2020-02-10-two": """\
modification 2020-02-10-two: Two
consulted: 2020-02-10

1 omit Section H1.2
""",
    "2020-03-20-notice": """\
notice 2020-03-20-notice: A notice
made: 2020-03-20

1 decide 2020-02-01-one on 2020-03-15
2 withdraw 2020-02-10-two
""",
    "2020-03-01-other": "direction 2020-03-01-other: Other\nmade: 2020-03-01\n\n1 suspend Section H1.2\n",
}


@cache
def _made() -> MadeSite:
    return made_of(open_sources(tree_of(_SECTIONS, _INSTRUMENTS), NoCache(), date(2020, 4, 1)))


def _file(path: str) -> str:
    return next(each.contents for each in _made().streamed if each.url == path).decode()


def test_the_page_says_when_it_was_decided_and_by_what() -> None:
    page = words_of(next(each.html for each in _made().pages if each.url == "instruments/2020-02-01-one/"))
    assert "Consulted 1 February 2020 Decided 15 March 2020, by paragraph 1 of A notice From" in page


def test_lists_have_it_by_the_day_of_the_decision() -> None:
    page = words_of(next(each.html for each in _made().pages if each.url == "instruments/"))
    assert "20 March 2020 A notice Notice made 15 March 2020 One Modification decided 1 March 2020 Other" in page
    days = {each["name"]: each["day"] for each in json.loads(_file("instruments.json"))["instruments"]}
    assert days["2020-02-01-one"] == "2020-03-15"


def test_its_data_has_the_days() -> None:
    one, two = (json.loads(_file(f"instruments/{name}.json"))["dates"] for name in ("2020-02-01-one", "2020-02-10-two"))
    assert one == {"consulted": "2020-02-01", "decided": "2020-03-15"}
    assert two == {"consulted": "2020-02-10", "withdrawn": "2020-03-20"}


def test_the_feed_is_renewed() -> None:
    entries = _file("feed.atom").split("<entry>")[1:]
    days = {
        each.partition("<title>")[2].partition("</title>")[0]: each.partition("<updated>")[2][:10] for each in entries
    }
    assert days["Recorded: One"] == "2020-03-15"
    assert days["Recorded: Two"] == "2020-03-20"
    assert days["One: is to have effect from 1 December 2020"] == "2020-03-15"

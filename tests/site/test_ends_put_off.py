"""An end that another took the place of is listed nowhere as if it came, and its instrument's page says what did."""

import json
from datetime import date
from functools import cache

import pytest

from secc.code.load import NoCache
from secc.site.making import MadeSite
from secc.site.sources import open_sources
from secc.timeline.opening import open_timeline
from secc.timeline.turns import turns
from tests.export.reading import table, tables
from tests.site.codes import made_of
from tests.site.test_data_for_some import at
from tests.site.words_on_pages import tree_of, words_of

_SECTIONS = {
    "H": """\
section H: Services

# H1 First

H1.1 Words.

# H2 Second

H2.1 Words.

# H3 Third

H3.1 Words.

# H4 Fourth

H4.1 Words.

H4.2 Words.

# H5 Fifth

H5.1 Words.
"""
}
_FIRST = """\
direction 2020-02-01-first: First
made: 2020-02-01

1 cease Section H1, from 2020-05-01
2 commence Section H2, from 2020-03-01, until 2020-05-02
3 suspend Section H3, until 2020-05-03
4 cease Section H4, from 2020-05-04
5 cease Section H5, from 2020-05-05
"""
_SECOND = """\
direction 2020-02-10-second: Second
made: 2020-02-10
recorded: 2020-02-12

1 extend Section H1 until event "Completion"
2 extend Section H2 until 2020-06-02
3 resume Section H3, from 2020-04-03
4 extend Section H4 until 2020-06-04, for region "North"
5 cease Section H5, from 2020-06-05
"""
_THIRD = """\
direction 2020-02-20-third: Third
made: 2020-02-20

1 extend Section H2 until 2020-07-02
"""
_INSTRUMENTS = {"2020-02-01-first": _FIRST, "2020-02-10-second": _SECOND, "2020-02-20-third": _THIRD}
_BY = "by paragraph {} of Second, recorded on 12 February 2020"
_OVERTAKEN = ("2020-05-01", "2020-05-02", "2020-05-03", "2020-05-05", "2020-06-02")


@cache
def _made() -> MadeSite:
    return made_of(open_sources(tree_of(_SECTIONS, _INSTRUMENTS), NoCache(), date(2020, 4, 15)))


def _page(url: str) -> str:
    return next(words_of(each.html) for each in _made().pages if each.url == url)


@pytest.mark.parametrize(
    "said",
    [
        f"1 May 2020. Effect: from 1 May 2020, but that was put off {_BY.format(1)}, and waits for event “Completion”",
        "until 2 May 2020. Effect: from 1 March 2020, until 2 May 2020, but its end was put off until 2 July 2020 "
        "by paragraph 1 of Third, recorded on 20 February 2020",
        "Effect: from 1 February 2020, until 3 May 2020, but its end was brought forward to 3 April 2020 "
        f"{_BY.format(3)}",
        f"Effect: from 4 May 2020, but for region “North” that was put off until 4 June 2020 {_BY.format(4)}",
        f"Effect: from 5 May 2020, but that was put off until 5 June 2020 {_BY.format(5)}",
    ],
)
def test_the_page_of_an_instrument_says_what_took_its_place(said: str) -> None:
    assert said in _page("instruments/2020-02-01-first/")


def test_so_does_that_of_an_extension_and_its_data() -> None:
    end = "its end was put off until 2 July 2020 by paragraph 1 of"
    assert (
        f"Extend Section H2 until 2 June 2020. Effect: from 10 February 2020, until 2 June 2020, but {end} Third"
        in (_page("instruments/2020-02-10-second/"))
    )
    operations = tables(table(json.loads(at(_made(), "instruments/2020-02-10-second.json")))["operations"])
    said = {(each["number"], one.get("overtaken")) for each in operations for one in tables(each["occurs"])}
    recorded = f"{end} 2020-02-20-third, recorded on 20 February 2020"
    assert said == {("2", recorded), *((number, None) for number in "1345")}
    assert _page("instruments/2020-02-20-third/").count("put off") == 0


def test_it_is_in_no_list_of_what_changes() -> None:
    days = [*tables(table(json.loads(at(_made(), "timeline.json")))["days"])]
    assert [each["day"] for each in days if str(each["day"]) > "2020-03-01"] == [
        "2020-04-03", "2020-05-04", "2020-06-04", "2020-06-05", "2020-07-02",
    ]  # fmt: skip
    for feed in ("feed.atom", "H/feed.atom"):
        told = at(_made(), feed).decode()
        assert "2020-06-05" in told
        assert [each for each in _OVERTAKEN if each in told] == []
    listed = _page("") + _page("timeline/") + _page("not-yet/").partition("In effect, and to end")[2]
    assert [each for each in ("1 May", "2 May", "3 May", "5 May", "2 June") if each in listed] == []
    assert "4 May 2020 First has effect: 1 paragraph" in listed


def test_the_next_day_of_change_is_another() -> None:
    (page,) = (each.html for each in _made().pages if each.url == "H2/")
    assert "next changes on 2 July 2020" in words_of(page)
    data = table(json.loads(at(_made(), "H5.1.json")))
    assert data["next_change"] == "2020-06-05"
    assert "What is said here next changes on 4 May 2020" in _page("instruments/2020-02-01-first/")


def test_what_turns_on_its_day_does_not_turn_by_it() -> None:
    off = "direction 2020-02-21-off: Off\nmade: 2020-02-21\n\n1 suspend Section H5, from 2020-05-05, until 2020-05-20\n"
    timeline = open_timeline(tree_of(_SECTIONS, _INSTRUMENTS | {"2020-02-21-off": off}), NoCache()).timeline
    (turned,) = (each for each in turns(timeline, "section-H/H5") if each.day == date(2020, 5, 5))
    assert [str(each) for each in turned.by] == ["paragraph 1 of 2020-02-21-off"]

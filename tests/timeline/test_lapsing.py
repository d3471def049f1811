"""What amended something that was there for a time is not told of as refused when that has gone."""

from datetime import date

from secc.code.load import NoCache
from secc.timeline.opening import open_timeline
from secc.timeline.timeline import Timeline, asking
from tests.site.words_on_pages import tree_of

_H = "section H: Words\n\n# H1 Words\n\nH1.1 The words.\n"
_TEMPORARY = """\
modification 2020-02-01-for-a-time: For a time
made: 2020-02-01
recorded: 2020-07-01
until: 2020-06-01

1 in Section H1, at the end insert
  > H1.2 Temporary words.

2 designate Section K as version 1.0, in the form set out at annexes/section-K.sec
"""
_AMENDING = """\
modification 2020-04-01-amending: Amending
made: 2020-04-01

1 in Section H1.2, for "words" substitute "deeds"
2 in Section K1.1, for "word" substitute "deed"
3 revoke Section K, from 2020-05-01
"""


def _timeline() -> Timeline:
    instruments = {
        "2020-02-01-for-a-time/instrument": _TEMPORARY,
        "2020-02-01-for-a-time/annexes/section-K": "section K: Words\n\n# K1 Words\n\nK1.1 A word.\n",
        "2020-04-01-amending": _AMENDING,
    }
    return open_timeline(tree_of({"H": _H}, instruments), NoCache()).timeline


def test_what_lapsed_is_not_refused() -> None:
    timeline = _timeline()
    assert [timeline.base(day).refused for day in timeline.wording_days()] == [{}] * 5


def test_as_known_before_there_was_anything_to_amend_it_is_refused_on_all_days() -> None:
    timeline, known = _timeline(), asking(date(2020, 6, 15))
    numbers = ["1", "2", "3"]
    assert timeline.base(date(2020, 6, 10)).refused == {}
    assert [ref.number for ref in timeline.base(date(2020, 6, 10), known).refused] == numbers
    assert timeline.way(date(2020, 6, 10)) == timeline.way(date(2020, 6, 10), known)

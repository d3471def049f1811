"""What is done until a day ends on it, each by the operation that did it, however many end together."""

from datetime import date

from secc.code.load import NoCache
from secc.site.sources import open_sources
from secc.timeline.changing import DaysChanged
from secc.timeline.opening import open_timeline
from tests.site.codes import made_of
from tests.site.words_on_pages import tree_of, words_of

_CLAUSES = "H1.1 One word.\n\nH1.2 Two words.\n\nH1.3 Three words.\n"
_SECTIONS = {
    "H": f"section H: Words\n\n# H1 Words\n\n{_CLAUSES}\n# H2 More\n\nH2.1 A word.\n",
    "J": "section J: Words\n\n# J1 Words\n\nJ1.1 A word.\n",
}
_INSTRUMENTS = {
    "2020-02-01-a": """\
direction 2020-02-01-a: A
made: 2020-02-01
until: 2020-06-01

1 omit Section H1.1
2 in Section H1.2, for "Two" substitute "No"
3 revoke Section J
4 move Section H1.3 to the end of Section H2, as H2.2
5 suspend Section H2.1, until 2020-05-01
6 for the heading of Section H2 substitute "Most"
7 in Section H1.2, for "words" substitute "sounds", from 2020-03-01
"""
}


def test_each_is_by_what_ends() -> None:
    timeline = open_timeline(tree_of(_SECTIONS, _INSTRUMENTS), NoCache()).timeline
    found = DaysChanged(timeline).of(date(2020, 6, 1))
    by = {identity: [ref.number for ref in each.by] for identity, each in found.items() if "/" in identity}
    assert by == {
        "section-H/H1.1": ["1"],
        "section-H/H1.2": ["2", "7"],
        "section-J/J1": ["3"],
        "section-J/J1.1": ["3"],
        "section-H/H1.3": ["4"],
        "section-H/H2": ["4", "6"],
        "section-H/H1": ["1", "2", "4", "7"],
    }


def test_what_is_to_end_is_listed_by_when() -> None:
    made = made_of(open_sources(tree_of(_SECTIONS, _INSTRUMENTS), NoCache(), date(2020, 4, 1)))
    said = next(words_of(each.html) for each in made.pages if each.url == "not-yet/").partition("and to end")[2]
    assert said.index("Suspend Section H2.1") < said.index("Omit Section H1.1")

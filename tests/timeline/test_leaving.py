"""What took effect on the whole of what a provision stood in goes on for it when it is moved."""

from datetime import date

import pytest

from secc.code.load import NoCache
from secc.history import Memory
from secc.timeline.effect import Effects
from secc.timeline.opening import open_timeline
from tests.cli.history import HISTORY, modification
from tests.timeline.making_time import section

BOOKS = """\
1 in Section A, after Section A1 insert
  > # A2 Books
  >
  > A2.1 There are books.
  >
  > A2.2 Anyone may read them.
2 commence Section A2, from 2020-05-01
"""
WAITING = "not yet in effect: from 1 May 2020 (paragraph 2 of 2020-02-01-books)"
COMMENCED = "in effect from 1 May 2020 (paragraph 2 of 2020-02-01-books)"


@pytest.mark.parametrize(
    ("moved", "at", "number", "said"),
    [
        ("2020-06-01", "2020-04-01", "A2.2", WAITING),
        ("2020-06-01", "2020-05-15", "A2.2", COMMENCED),
        ("2020-06-01", "2020-07-01", "A1.3", COMMENCED),
        ("2020-06-01", "2020-07-01", "A2.1", COMMENCED),
        ("2020-04-01", "2020-04-15", "A1.3", "in effect from 1 February 2020, as part of the text"),
        ("2020-04-01", "2020-07-01", "A1.3", "in effect from 1 February 2020, as part of the text"),
    ],
)
def test_a_clause_that_commenced_with_its_sub_section_stays_so(moved: str, at: str, number: str, said: str) -> None:
    files = {
        **HISTORY,
        **modification("2020-02-01-books", BOOKS, "made: 2020-02-01"),
        **modification(
            "2020-03-01-move", f"1 move Section A2.2 to Section A1, after Section A1.2, as A1.3, from {moved}"
        ),
    }
    effects = Effects(open_timeline(Memory(files), NoCache()).timeline)
    found = effects.force(section(number), date.fromisoformat(at))
    assert found is not None
    assert found.in_words == said


@pytest.mark.parametrize("suspended", ["2020-05-15", "2020-07-01"])
def test_a_suspension_is_of_what_stands_there(suspended: str) -> None:
    files = {
        **HISTORY,
        **modification("2020-02-01-books", BOOKS, "made: 2020-02-01"),
        **modification(
            "2020-03-01-move", "1 move Section A2.2 to Section A1, after Section A1.2, as A1.3, from 2020-06-01"
        ),
        **modification("2020-04-01-suspend", f"1 suspend Section A2, from {suspended}"),
    }
    effects = Effects(open_timeline(Memory(files), NoCache()).timeline)
    found = [effects.force(section(each), date(2020, 8, 1)) for each in ("A2.1", "A1.3")]
    assert ["suspended" in each.in_words for each in found if each is not None] == [True, False]


def test_what_commenced_for_some_is_told_by_where_it_stands() -> None:
    some = BOOKS.replace("2 commence Section A2,", '2 commence Section A2, for region "North",')
    files = {
        **HISTORY,
        **modification("2020-02-01-books", f"{some}3 commence Section A2, from 2020-09-01\n", "made: 2020-02-01"),
        **modification(
            "2020-03-01-move", "1 move Section A2.2 to Section A1, after Section A1.2, as A1.3, from 2020-07-01"
        ),
    }
    effects = Effects(open_timeline(Memory(files), NoCache()).timeline)
    found = effects.force(section("A1.3"), date(2020, 10, 1))
    assert found is not None
    assert found.in_words == "in effect from 1 February 2020, as part of the text"

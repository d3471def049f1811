"""What commenced with what it stood in, or waits for that, does so still when it is moved."""

from datetime import date

import pytest

from secc.code.load import NoCache
from secc.history import Memory
from secc.timeline.effect import Effects
from secc.timeline.force_model import State
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
        ("2020-04-01", "2020-04-15", "A1.3", WAITING),
        ("2020-04-01", "2020-07-01", "A1.3", COMMENCED),
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


MOVED = "1 move Section A2.2 to Section A1, after Section A1.2, as A1.3, from 2020-07-01"
FOR_NORTH = BOOKS.replace("2 commence Section A2,", '2 commence Section A2, for region "North",')


def said_of(number: str, at: date, **instruments: str) -> str:
    """What is said of a provision, by what is made on the first of a month: `march="1 move …"`."""
    files = dict(HISTORY)
    for month, operations in instruments.items():
        day = date(2020, MONTHS.index(month) + 1, 1)
        files |= modification(f"{day}-{month}", operations, f"made: {day}")
    found = Effects(open_timeline(Memory(files), NoCache()).timeline).force(section(number), at)
    assert found is not None
    return found.in_words


MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september")
AT = date(2020, 10, 1)


def test_what_commenced_for_some_has_commenced_for_them_and_waits_for_the_others_as_was_said() -> None:
    later = f"{FOR_NORTH}3 commence Section A2, from 2020-09-01\n"
    assert said_of("A1.3", AT, february=later, march=MOVED) == (
        'in effect for region "North" from 1 May 2020 (paragraph 2 of 2020-02-01-february); '
        "for everybody else from 1 September 2020 (paragraph 3 of 2020-02-01-february)"
    )


def test_what_is_commenced_for_others_after_it_was_moved_is_what_stands_there_then() -> None:
    others = "1 commence Section A2"
    made = {"february": FOR_NORTH, "march": MOVED, "august": others}
    assert said_of("A2.1", AT, **made).endswith(
        "for everybody else from 1 August 2020 (paragraph 1 of 2020-08-01-august)"
    )
    assert said_of("A1.3", AT, **made) == (
        'in effect for region "North" from 1 May 2020 (paragraph 2 of 2020-02-01-february)'
    )


def test_what_commenced_or_ended_before_where_it_is_put_says_nothing_of_it() -> None:
    assert said_of("A1.3", AT, february=BOOKS, april='1 commence Section A1, for region "North"', march=MOVED) == (
        "in effect from 1 May 2020 (paragraph 2 of 2020-02-01-february)"
    )
    assert said_of("A1.3", AT, february=BOOKS, april="1 cease Section A1", march=MOVED) == (
        "in effect from 1 May 2020 (paragraph 2 of 2020-02-01-february)"
    )
    assert said_of("A1.3", AT, february=BOOKS, august="1 cease Section A1", march=MOVED).startswith("ceased")


@pytest.mark.parametrize(
    ("number", "at", "said"),
    [
        ("A2.2", date(2020, 5, 15), "not yet in effect: from 1 June 2020 (paragraph 3 of 2020-02-01-february)"),
        ("A1.3", date(2020, 7, 15), "in effect from 1 June 2020 (paragraph 3 of 2020-02-01-february)"),
    ],
)
def test_a_commencement_of_its_own_is_still_the_nearer_one(number: str, at: date, said: str) -> None:
    """That it is moved later changes nothing of what was so before, either."""
    own = f"{BOOKS}3 commence Section A2.2, from 2020-06-01\n"
    assert said_of(number, at, february=own, march=MOVED) == said


def test_paragraphs_go_with_their_clause() -> None:
    paragraphs = BOOKS.replace(
        "A2.2 Anyone may read them.", "A2.2 Anyone may:\n  >   (a) read; or\n  >   (b) lend them."
    )
    at = date(2020, 7, 15)
    own = "1 commence Section A2.2(b), from 2020-08-01"
    assert said_of("A1.3(a)", at, february=paragraphs, march=MOVED) == (
        "in effect from 1 May 2020 (paragraph 2 of 2020-02-01-february)"
    )
    assert said_of("A1.3", at, february=paragraphs, march=MOVED, june=own).startswith("in effect from 1 May 2020")


def test_what_another_instrument_decided_was_made_on_that_day() -> None:
    later = "1 commence Section A2, from 2020-09-01"
    files = {
        **HISTORY,
        **modification("2020-01-02-books", BOOKS.rpartition("2 commence")[0], "made: 2020-02-01"),
        **modification("2020-01-03-later", later, "laid: 2020-01-03\nrecorded: 2020-01-03"),
        **modification("2020-02-03-decision", "1 decide 2020-01-03-later on 2020-02-03", "made: 2020-02-03"),
        **modification("2020-03-01-move", MOVED, "made: 2020-03-01"),
    }
    found = Effects(open_timeline(Memory(files), NoCache()).timeline).force(section("A1.3"), date(2020, 8, 1))
    assert found is not None
    assert found.in_words == "not yet in effect: from 1 September 2020 (paragraph 1 of 2020-01-03-later)"


SPLIT = BOOKS.replace(
    "A2.2 Anyone may read them.", "A2.2 They are kept. Anyone may:\n  >   (a) read; or\n  >   (b) lend them."
)
SPLIT_OFF = '1 split Section A2.2 before "Anyone", the second part to be A2.3'


@pytest.mark.parametrize("number", ["A2.2", "A2.3", "A2.3(b)"])
def test_what_is_split_off_waits_as_it_did(number: str) -> None:
    own = SPLIT.replace("commence Section A2,", "commence Section A2.2,")
    assert said_of(number, date(2020, 4, 1), february=own, march=SPLIT_OFF).startswith(
        "not yet in effect: from 1 May 2020"
    )
    assert said_of(number, date(2020, 5, 1), february=own, march=SPLIT_OFF).startswith("in effect from 1 May 2020")


@pytest.mark.parametrize("again", ["", '2 split Section A2.3 before "may", the second part to be A2.4'])
def test_what_is_split_off_has_commenced_as_part_of_the_other(again: str) -> None:
    """The nearer commencement, for which it no longer waited, is not waited for anew."""
    nearer = SPLIT.replace("commence Section A2, from 2020-05-01", 'commence Section A2.2, from event "Go Live"')
    made = {"july": f"{SPLIT_OFF}\n{again}"}
    assert said_of("A2.4" if again else "A2.3", AT, february=nearer, june="1 commence Section A2", **made) == (
        "in effect from 1 June 2020 (paragraph 1 of 2020-06-01-june)"
    )


def test_what_is_split_off_was_in_effect_before_that() -> None:
    assert said_of("A1.3", AT, july='1 split Section A1.2 before "what the", the second part to be A1.3') == (
        "in effect from 1 January 2020, as part of the text"
    )


def test_what_is_split_off_has_ended_for_those_for_whom_it_had() -> None:
    ended = f'{SPLIT}3 cease Section A2.2, from 2020-06-01, for region "North"\n'
    assert said_of("A2.3", AT, february=ended, july=SPLIT_OFF).startswith(
        'ceased to have effect for region "North" on 1 June 2020 (paragraph 3 of 2020-02-01-february)'
    )


@pytest.mark.parametrize(
    ("number", "change"),
    [
        ("A2.3(b)", SPLIT_OFF),
        ("A2.1(b)", "1 join Section A2.2 to Section A2.1"),
    ],
)
def test_paragraphs_of_what_is_split_or_joined_are_who_they_were(number: str, change: str) -> None:
    suspended = f"{SPLIT}3 suspend Section A2.2(b), from 2020-06-01\n"
    assert said_of(number, AT, february=suspended, july=change) == (
        "suspended from 1 June 2020 (paragraph 3 of 2020-02-01-february)"
    )


def test_what_was_put_elsewhere_until_a_day_ended_with_what_it_stood_in_meanwhile() -> None:
    back = f"{MOVED}, until 2020-08-01"
    ceased = "1 cease Section A1, from 2020-07-15"
    assert said_of("A2.2", AT, february=BOOKS, march=back, june=ceased).startswith("ceased to have effect on 15 July")
    assert said_of("A2.1", AT, february=BOOKS, march=back, june=ceased).startswith("in effect from 1 May 2020")


@pytest.mark.parametrize(
    "ending",
    [
        "cease Section A2, from 2020-08-01",
        "extend Section A2 until 2020-08-01",
        'extend Section A2 until event "Completion"',
        "commence Section A2, from 2020-02-15, until 2020-08-01",
    ],
)
def test_what_is_moved_out_of_what_expires_before_that_does_goes_on(ending: str) -> None:
    """T11: content rescued from the TMAD, whose end had been put off, into Appendices AM and AC."""
    text, _, _ = BOOKS.partition("\n2 commence")
    files = {
        **HISTORY,
        **modification("2020-02-01-books", f"{text}\n", "made: 2020-02-01"),
        **modification("2020-02-02-end", f"1 {ending}", "made: 2020-02-02"),
        **modification(
            "2020-03-01-move", "1 move Section A2.2 to Section A1, after Section A1.2, as A1.3, from 2020-06-01"
        ),
        **modification("2020-05-01-event", '1 event "Completion" occurs on 2020-08-01', "made: 2020-05-01"),
    }
    effects = Effects(open_timeline(Memory(files), NoCache()).timeline)
    rescued, left = (effects.force(section(number), date(2020, 9, 1)) for number in ("A1.3", "A2.1"))
    assert rescued is not None
    assert rescued.state is State.IN_EFFECT
    assert "until" not in rescued.in_words
    assert left is not None
    assert left.in_words.startswith("ceased to have effect on 1 August 2020")


def test_what_was_put_off_while_it_stood_there_is_put_off_for_what_is_moved_out() -> None:
    """It has not ceased on the first day, since it stood there when that was put off; nor on the other."""
    text, _, _ = BOOKS.partition("\n2 commence")
    files = {
        **HISTORY,
        **modification("2020-02-01-books", f"{text}\n", "made: 2020-02-01"),
        **modification("2020-02-02-end", "1 cease Section A2, from 2020-05-01", "made: 2020-02-02"),
        **modification("2020-04-01-later", "1 extend Section A2 until 2020-08-01", "made: 2020-04-01"),
        **modification(
            "2020-03-01-move", "1 move Section A2.2 to Section A1, after Section A1.2, as A1.3, from 2020-06-01"
        ),
    }
    effects = Effects(open_timeline(Memory(files), NoCache()).timeline)
    for number, day in (("A2.2", date(2020, 5, 15)), ("A1.3", date(2020, 6, 15)), ("A1.3", date(2020, 9, 1))):
        found = effects.force(section(number), day)
        assert found is not None
        assert found.state is State.IN_EFFECT

"""What is said of a day to come of what a recorded move takes elsewhere by then: by where it will stand."""

from datetime import date

import pytest

from secc.code.load import NoCache
from secc.timeline.effect import Effects
from secc.timeline.opening import open_timeline
from tests.site.words_on_pages import tree_of
from tests.timeline.making_time import section

_SECTIONS = {
    "H": """\
section H: Services

# H1 First

H1.1 Words.

H1.2 More words.

# H2 Second

H2.1 Other words.
"""
}
_MOVE = "move Section H1.2 to the end of Section H2, as H2.2, from 2020-04-01"
_IN_EFFECT = "in effect from 1 January 2020, as part of the text"


def _said(number: str, at: str, *operations: str) -> str:
    """What is said of a provision, by operations made one by one from 1 February on, or on the day before a colon."""
    instruments: dict[str, str] = {}
    for place, operation in enumerate(operations, 1):
        made, _, words = operation.rpartition(": ")
        name = f"2020-02-{place:02}-a"
        instruments[name] = f"direction {name}: A\nmade: {made or f'2020-02-{place:02}'}\n\n1 {words}\n"
    effects = Effects(open_timeline(tree_of(_SECTIONS, instruments), NoCache()).timeline)
    found = effects.force(section(number), date.fromisoformat(at))
    assert found is not None
    return found.in_words


def _by(number: int) -> str:
    return f"(paragraph 1 of 2020-02-{number:02}-a)"


@pytest.mark.parametrize(
    ("number", "at", "said"),
    [
        ("H1.1", "2020-03-01", f"{_IN_EFFECT}, until 1 June 2020 {_by(1)}"),
        ("H1.2", "2020-03-01", _IN_EFFECT),
        ("H2.2", "2020-04-01", _IN_EFFECT),
        ("H2.2", "2020-06-01", _IN_EFFECT),
    ],
)
def test_what_is_moved_out_by_then_does_not_end_then(number: str, at: str, said: str) -> None:
    assert _said(number, at, "cease Section H1, from 2020-06-01", _MOVE) == said


@pytest.mark.parametrize(
    ("number", "at", "said"),
    [
        ("H1.2", "2020-03-01", f"{_IN_EFFECT}, until 1 June 2020 {_by(1)}"),
        ("H2.2", "2020-04-01", f"{_IN_EFFECT}, until 1 June 2020 {_by(1)}"),
        ("H2.2", "2020-06-01", f"ceased to have effect on 1 June 2020 {_by(1)}"),
    ],
)
def test_what_is_moved_into_it_by_then_ends_with_it(number: str, at: str, said: str) -> None:
    assert _said(number, at, "cease Section H2, from 2020-06-01", _MOVE) == said


@pytest.mark.parametrize(
    "ending",
    [
        ("cease Section H2, from 2020-05-01", "extend Section H2 until 2020-06-01"),
        ("commence Section H2, from 2020-02-01, until 2020-05-01", "extend Section H2 until 2020-06-01"),
        ("save anything done under Section H2", "commence Section H2, from 2020-02-01, until 2020-06-01"),
    ],
)
@pytest.mark.parametrize(
    ("number", "at", "said"),
    [
        ("H1.2", "2020-03-01", f"{_IN_EFFECT}, until 1 June 2020 {_by(2)}"),
        ("H2.2", "2020-05-15", f"{_IN_EFFECT}, until 1 June 2020 {_by(2)}"),
        ("H2.2", "2020-06-01", f"ceased to have effect on 1 June 2020 {_by(2)}"),
    ],
)
def test_however_that_comes_to_end(ending: tuple[str, str], number: str, at: str, said: str) -> None:
    """By an end that was put off, or that of a commencement, which had begun before it was moved there."""
    assert _said(number, at, *ending, _MOVE) == said


def test_an_end_that_is_put_off_past_the_move_is_none() -> None:
    later = _MOVE.replace("2020-04-01", "2020-07-01")
    for again in ("extend Section H1 until 2020-08-01", "cease Section H1, from 2020-08-01"):
        for number, at in (("H1.2", "2020-03-01"), ("H1.2", "2020-06-15"), ("H2.2", "2020-09-01")):
            assert _said(number, at, "cease Section H1, from 2020-06-01", again, later) == _IN_EFFECT


@pytest.mark.parametrize(("number", "at"), [("H1.2", "2020-03-01"), ("H2.2", "2020-04-15")])
def test_an_end_of_what_it_leaves_does_not_put_off_that_of_what_it_stays_in(number: str, at: str) -> None:
    operations = ("cease Section H, from 2020-06-01", "extend Section H1 until 2020-07-01", _MOVE)
    assert _said(number, at, *operations) == f"{_IN_EFFECT}, until 1 June 2020 {_by(1)}"


@pytest.mark.parametrize(("number", "at"), [("H1.2", "2020-03-20"), ("H2.2", "2020-04-15"), ("H2.2", "2020-07-01")])
def test_what_ceased_before_it_is_moved_does_not_begin_again(number: str, at: str) -> None:
    """Nor by a later word on where it is put, which is to cease too."""
    operations = ("cease Section H1, from 2020-03-10", "cease Section H2, from 2020-06-01", _MOVE)
    assert _said(number, at, *operations) == f"ceased to have effect on 10 March 2020 {_by(1)}"


@pytest.mark.parametrize(("number", "at"), [("H1.2", "2020-03-01"), ("H2.2", "2020-04-15"), ("H2.2", "2020-06-15")])
def test_what_has_effect_goes_on_having_it_in_what_is_yet_to_commence(number: str, at: str) -> None:
    assert _said(number, at, "commence Section H2, from 2020-06-01", _MOVE) == _IN_EFFECT


def test_what_waits_commences_with_what_it_is_moved_to() -> None:
    operations = ('commence Section H1, from event "Live"', "commence Section H2, from 2020-06-01", _MOVE)
    assert (
        _said("H2.2", "2020-06-01", *operations)
        == f"in effect, at the latest from 1 June 2020 {_by(1)[:-1]}, {_by(2)[1:]}"
    )


def test_a_commencement_that_is_made_of_what_it_left_is_not_for_it() -> None:
    made = "commence Section H1, from 2020-06-01"
    early = _MOVE.replace("2020-04-01", "2020-02-01")
    for number, at in (("H1.2", "2020-01-15"), ("H2.2", "2020-02-15"), ("H2.2", "2020-06-15")):
        assert _said(number, at, early, made) == _IN_EFFECT


@pytest.mark.parametrize(
    ("operation", "number", "at", "waits"),
    [
        ('cease Section H1, from event "Live"', "H1.2", "2020-01-15", 'event "Live" before 1 April 2020'),
        ('cease Section H1, from event "Live"', "H2.2", "2020-04-01", ""),
        ('cease Section H2, from event "Live"', "H1.2", "2020-03-01", 'event "Live"; not before 1 April 2020'),
        ('cease Section H1, from the later of 2020-05-01 and event "Live"', "H1.2", "2020-03-01", ""),
        ('cease Section H, from event "Live"', "H1.2", "2020-01-15", 'event "Live"'),
    ],
)
def test_an_end_that_waits_is_for_it_while_it_stands_there(operation: str, number: str, at: str, waits: str) -> None:
    ends = f"; its end waits for {waits} {_by(1)}" if waits else ""
    assert _said(number, at, operation, _MOVE) == f"{_IN_EFFECT}{ends}"


def test_an_event_that_had_not_come_before_the_move_is_not_waited_for() -> None:
    waits, known = 'cease Section H1, from event "Live"', '2020-05-01: event "Other" occurs on 2020-05-01'
    assert _said("H1.2", "2020-03-01", waits, _MOVE, known) == _IN_EFFECT
    assert _said("H1.1", "2020-03-01", waits, _MOVE, known) == f'{_IN_EFFECT}; its end waits for event "Live" {_by(1)}'


@pytest.mark.parametrize(
    ("operations", "number", "at", "said"),
    [
        (
            ["suspend Section H1, until 2020-06-01"],
            "H1.2",
            "2020-03-01",
            f"suspended from 1 February 2020 {_by(1)}, until 1 April 2020, when it is moved",
        ),
        (["suspend Section H1, until 2020-06-01"], "H2.2", "2020-04-01", _IN_EFFECT),
        (
            ['disapply Section H1, until event "Live"'],
            "H1.2",
            "2020-02-01",
            f'disapplied from 1 February 2020 {_by(1)}; its end waits for event "Live"; at the latest 1 April 2020',
        ),
        (
            ["suspend Section H, until 2020-06-01"],
            "H1.2",
            "2020-03-01",
            f"suspended from 1 February 2020 {_by(1)}, until 1 June 2020",
        ),
        (
            ["suspend Section H, until 2020-06-01", "resume Section H2, from 2020-05-01"],
            "H1.2",
            "2020-03-01",
            f"suspended from 1 February 2020 {_by(1)}, until 1 May 2020",
        ),
        (
            ["suspend Section H, until 2020-06-01", "resume Section H1, from 2020-05-01"],
            "H1.2",
            "2020-03-01",
            f"suspended from 1 February 2020 {_by(1)}, until 1 June 2020",
        ),
        (
            ["suspend Section H1, until 2020-06-01", "suspend Section H2, until 2020-07-01"],
            "H1.2",
            "2020-03-01",
            f"suspended from 1 February 2020 {_by(1)}, until 1 April 2020, when it is moved, "
            f"and from 1 April 2020 {_by(2)}, until 1 July 2020",
        ),
    ],
)
def test_what_is_suspended_is_so_while_it_stands_there(operations: list[str], number: str, at: str, said: str) -> None:
    assert _said(number, at, *operations, _MOVE) == said

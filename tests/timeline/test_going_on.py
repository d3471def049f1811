"""What one operation ends goes on by another, and what had ceased begins anew: each is told, and turns when it does."""

from datetime import date

import pytest

from secc.code.load import NoCache
from secc.site.sources import open_sources
from secc.timeline.opening import open_timeline
from secc.timeline.turns import turns
from tests.site.codes import made_of
from tests.site.words_on_pages import tree_of, words_of

_SECTIONS = {
    "H": """\
section H: Services

# H1 Services

H1.1 Words:
  (a) one; and
  (b) two.

H1.2 Words.

# H2 More

H2.1 Words.
"""
}
_NAME = "2020-01-15-all"


def _operations(*operations: str) -> dict[str, str]:
    lines = [f"direction {_NAME}: All", "made: 2020-01-15", ""]
    return {_NAME: "\n".join([*lines, *(f"{number} {each}" for number, each in enumerate(operations, 1)), ""])}


def _turned(*operations: str, number: str = "H1.1") -> list[str]:
    return _turns(*operations, number=number)[1:]


def _first(*operations: str) -> str:
    return _turns(*operations)[0].removeprefix("2020-01-01: ")


def _turns(*operations: str, number: str = "H1.1") -> list[str]:
    timeline = open_timeline(tree_of(_SECTIONS, _operations(*operations)), NoCache()).timeline
    found = turns(timeline, f"section-H/{number}")
    return [f"{each.day}: {each.force.in_words.replace(f' of {_NAME}', '')}" for each in found]


def test_a_suspension_goes_on_by_another() -> None:
    assert _turned(
        "suspend Section H1.1, from 2020-03-01, until 2020-06-01", "suspend Section H1.1, from 2020-05-01"
    ) == [
        "2020-03-01: suspended from 1 March 2020 (paragraph 1), until 1 June 2020, and from 1 May 2020 (paragraph 2)",
        "2020-06-01: suspended from 1 May 2020 (paragraph 2)",
    ]


def test_a_suspension_and_a_disapplication_are_both_told() -> None:
    assert _turned(
        "disapply Section H1.1, from 2020-03-01, until 2020-05-01", "suspend Section H1, from 2020-04-01"
    ) == [
        "2020-03-01: disapplied from 1 March 2020 (paragraph 1), until 1 May 2020, "
        "and suspended from 1 April 2020 (paragraph 2)",
        "2020-05-01: suspended from 1 April 2020 (paragraph 2)",
    ]


def test_one_that_begins_when_all_others_have_ended_is_not_told_before() -> None:
    assert _turned(
        "suspend Section H1.1, from 2020-03-01, until 2020-04-01",
        "suspend Section H1.1, from 2020-05-01, until 2020-06-01",
    ) == [
        "2020-03-01: suspended from 1 March 2020 (paragraph 1), until 1 April 2020",
        "2020-04-01: in effect from 1 January 2020, as part of the text",
        "2020-05-01: suspended from 1 May 2020 (paragraph 2), until 1 June 2020",
        "2020-06-01: in effect from 1 January 2020, as part of the text",
    ]


def test_what_a_suspension_waits_for_is_told() -> None:
    assert _turned('suspend Section H1.1, until event "Live"')[0] == (
        '2020-01-15: suspended from 15 January 2020 (paragraph 1); its end waits for event "Live"'
    )


def test_what_ends_and_commences_again_turns_though_it_goes_on() -> None:
    operations = ("commence Section H1.1, from 2020-03-01, until 2020-06-01", "commence Section H1.1, from 2020-06-01")
    assert _turned(*operations) == [
        "2020-03-01: in effect from 1 March 2020 (paragraph 1), until 1 June 2020 (paragraph 1); "
        "again from 1 June 2020 (paragraph 2)",
        "2020-06-01: in effect from 1 June 2020 (paragraph 2)",
    ]
    made = made_of(open_sources(tree_of(_SECTIONS, _operations(*operations)), NoCache(), date(2020, 7, 1)))
    page = words_of(next(each.html for each in made.pages if each.url == "H1.1/"))
    assert page.count("in effect from 1 June 2020 ( paragraph 2 of All )") == 2  # above the text, and in its history
    assert "From 1 June 2020 to now Effect changed" in page


@pytest.mark.parametrize("ceasing", ["Section H1.1", "Section H1"])
def test_what_ceases_had_effect_as_text_though_it_commences_again(ceasing: str) -> None:
    assert _turned(f"cease {ceasing}, from 2020-03-01", "commence Section H1.1, from 2020-05-01") == [
        "2020-03-01: ceased to have effect on 1 March 2020 (paragraph 1); again from 1 May 2020 (paragraph 2)",
        "2020-05-01: in effect from 1 May 2020 (paragraph 2)",
    ]


def test_what_ceased_for_some_stays_so_when_it_ceases_for_all() -> None:
    assert _turned(
        'cease Section H1.1, from 2020-03-01, for region "North"', "cease Section H1.1, from 2020-05-01"
    ) == [
        '2020-03-01: ceased to have effect for region "North" on 1 March 2020 (paragraph 1); '
        "in effect for everybody else from 1 January 2020, as part of the text, until 1 May 2020 (paragraph 2)",
        '2020-05-01: ceased to have effect for region "North" on 1 March 2020 (paragraph 1); '
        "for everybody else on 1 May 2020 (paragraph 2)",
    ]


def test_what_comes_to_stand_in_what_is_suspended_is_suspended_since_then() -> None:
    moved = _turned(
        "suspend Section H2, from 2020-03-01, until 2020-08-01",
        "move Section H1.1 to the end of Section H2, as H2.2, from 2020-05-01",
    )
    assert moved == [
        "2020-05-01: suspended from 1 May 2020 (paragraph 1), until 1 August 2020",
        "2020-08-01: in effect from 1 January 2020, as part of the text",
    ]
    new = "from 2020-05-01, in Section H2, at the end insert\n  > H2.2 New words:\n  >   (a) one.\n"
    assert _turns("suspend Section H2, from 2020-03-01", new, number="H2.2") == [
        "2020-05-01: suspended from 1 May 2020 (paragraph 1)"
    ]
    assert _turned("suspend Section H2, from 2020-03-01", number="H2.1") == [
        "2020-03-01: suspended from 1 March 2020 (paragraph 1)"
    ]


def test_what_ceases_in_what_has_yet_to_commence_never_had_effect() -> None:
    assert _turned("cease Section H1.1(a), from 2020-03-01", "commence Section H1, from 2020-05-01", number="H1") == [
        "2020-05-01: in effect from 1 May 2020 (paragraph 2)",
    ]


def test_what_ceases_before_it_commences_never_does() -> None:
    operations = ("commence Section H1.1, from 2020-05-01", "cease Section H1.1, from 2020-03-01")
    assert _turned(*operations) == []
    assert _first(*operations) == ("not yet in effect: what would bring it into effect never does (paragraph 1)")


def test_those_for_whom_it_does_not_commence_again_had_it_too() -> None:
    assert _turned(
        "cease Section H1.1, from 2020-03-01", 'commence Section H1.1, for region "North", from 2020-05-01'
    ) == [
        '2020-03-01: ceased to have effect for region "North" on 1 March 2020 (paragraph 1); '
        "again from 1 May 2020 (paragraph 2); for everybody else on 1 March 2020 (paragraph 1)",
        '2020-05-01: in effect for region "North" from 1 May 2020 (paragraph 2); '
        "ceased to have effect for everybody else on 1 March 2020 (paragraph 1)",
    ]


def test_a_commencement_that_was_made_before_it_ceased_leaves_it_to_wait() -> None:
    assert _turned("commence Section H1.1, from 2020-05-01", "cease Section H1.1, from 2020-08-01") == [
        "2020-05-01: in effect from 1 May 2020 (paragraph 1), until 1 August 2020 (paragraph 2)",
        "2020-08-01: ceased to have effect on 1 August 2020 (paragraph 2)",
    ]


def test_what_has_ceased_or_is_suspended_is_in_effect_in_part() -> None:
    assert _turned("suspend Section H1, from 2020-03-01", "resume Section H1.2, from 2020-04-01", number="H1")[1] == (
        "2020-04-01: in effect in part; the rest suspended from 1 March 2020 (paragraph 1)"
    )
    assert _turned("cease Section H1, from 2020-03-01", "extend Section H1.1(a) until 2020-05-01", number="H1") == [
        "2020-03-01: in effect in part; the rest ceased to have effect on 1 March 2020 (paragraph 1)",
        "2020-05-01: ceased to have effect on 1 March 2020 (paragraph 1)",
    ]


def test_a_commencement_until_a_day_before_that_of_another_ends_then() -> None:
    """Though it is recorded after the other, and would be joined with it if they met."""
    later, first = "commence Section H1, from 2020-07-01", "commence Section H1, from 2020-02-01, until 2020-04-01"
    assert _turned(later, first) == [
        "2020-02-01: in effect from 1 February 2020 (paragraph 2), until 1 April 2020 (paragraph 2); "
        "again from 1 July 2020 (paragraph 1)",
        "2020-04-01: ceased to have effect on 1 April 2020 (paragraph 2); again from 1 July 2020 (paragraph 1)",
        "2020-07-01: in effect from 1 July 2020 (paragraph 1)",
    ]


def test_a_commencement_that_meets_two_joins_them() -> None:
    operations = (
        "commence Section H1, from 2020-03-01, until 2020-06-01",
        "commence Section H1, from 2020-07-01",
        "commence Section H1, from 2020-02-10, until 2020-08-01",
    )
    assert _first(*operations) == "not yet in effect: from 10 February 2020 (paragraph 3)"
    assert _turned(*operations) == ["2020-02-10: in effect from 10 February 2020 (paragraph 3)"]


def test_what_ceases_while_it_is_suspended_says_when() -> None:
    """It does not have effect again when the suspension ends."""
    operations = ("suspend Section H1, from 2020-03-01, until 2020-07-01", "cease Section H1, from 2020-06-01")
    assert _turned(*operations) == [
        "2020-03-01: suspended from 1 March 2020 (paragraph 1), until 1 July 2020; "
        "it is to cease to have effect on 1 June 2020 (paragraph 2)",
        "2020-06-01: ceased to have effect on 1 June 2020 (paragraph 2)",
    ]


def test_of_what_is_resumed_before_it_ceases_that_is_not_said() -> None:
    operations = ("suspend Section H1, from 2020-03-01, until 2020-05-01", "cease Section H1, from 2020-06-01")
    assert _turned(*operations)[0] == "2020-03-01: suspended from 1 March 2020 (paragraph 1), until 1 May 2020"


@pytest.mark.parametrize(
    ("before", "first"),
    [
        ((), "not yet in effect: from 1 June 2020 (paragraph 1)"),
        (
            ("cease Section H1, from 2020-04-01",),
            "ceased to have effect on 1 April 2020 (paragraph 1); again from 1 June 2020 (paragraph 2)",
        ),
    ],
)
def test_what_commences_while_it_is_suspended_says_so(before: tuple[str, ...], first: str) -> None:
    commenced, off = "commence Section H1, from 2020-06-01", "disapply Section H1, from 2020-05-15, until 2020-07-01"
    (said,) = (each for each in _turns(*before, commenced, off) if "; then" in each)
    then = f"then disapplied from 15 May 2020 (paragraph {len(before) + 2}), until 1 July 2020"
    assert said.partition(": ")[2] == f"{first}; {then}"

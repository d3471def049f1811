"""A variation holds for the provision that it named, whatever number this has since, and for no other."""

from datetime import date

import pytest

from secc.code.load import NoCache
from secc.history import Memory
from secc.timeline.opening import open_timeline
from secc.timeline.timeline import Timeline
from secc.timeline.wordings import Wordings
from tests.cli.history import HISTORY, modification

VARIED = 'vary Section A1.1 as if for "shall keep" there were substituted "may keep", until 2020-12-31'
AT = date(2020, 6, 1)
INSERTED = "  > A1.1 The operator shall keep order."


def timeline(variation: str, later: str) -> Timeline:
    """A provision varied in February, and what becomes of it in March."""
    files = {
        **HISTORY,
        **modification("2020-02-01-varied", f"1 {variation}"),
        **modification("2020-03-01-later", later, "made: 2020-03-01"),
    }
    return open_timeline(Memory(files), NoCache()).timeline


def lines(made: Wordings) -> list[str]:
    """The clauses of all documents."""
    return [line for each in made.documents.values() for line in each.text.splitlines() if line[1:2].isdigit()]


@pytest.mark.parametrize(
    ("later", "read"),
    [
        ("1 renumber Section A1.1 as A1.3", ["A1.3 The operator may keep a register, and shall publish the register."]),
        (
            f"1 renumber Section A1.1 as A1.1A\n2 in Section A1, before Section A1.1A insert\n{INSERTED}",
            [
                "A1.1 The operator shall keep order.",
                "A1.1A The operator may keep a register, and shall publish the register.",
            ],
        ),
        (
            "1 in Section A, after Section A1 insert\n  > # A2 Books\n  >\n  > A2.1 There are books.\n"
            "2 move Section A1.1 to Section A2, after Section A2.1, as A2.2",
            ["A2.1 There are books.", "A2.2 The operator may keep a register, and shall publish the register."],
        ),
    ],
)
def test_it_goes_where_the_provision_goes(later: str, read: list[str]) -> None:
    made = timeline(VARIED, later).effective(AT)
    assert not made.refused
    told = "A1.2 The operator shall tell any person who asks what the register says."
    assert sorted(lines(made)) == sorted([*read, told])


SET_OUT = (
    "until 2020-12-31, vary Section A1.1 as if for it there were substituted\n"
    "  > A1.1 The operator may keep what it likes."
)


@pytest.mark.parametrize(
    ("later", "read"),
    [
        ("1 renumber Section A1.1 as A1.3", "A1.3 The operator may keep what it likes."),
        (
            f"1 renumber Section A1.1 as A1.1A\n2 in Section A1, before Section A1.1A insert\n{INSERTED}",
            "A1.1A The operator may keep what it likes.",
        ),
        (
            "1 in Section A, after Section A1 insert\n  > # A2 Books\n  >\n  > A2.1 There are books.\n"
            "2 move Section A1.1 to Section A2, after Section A2.1, as A2.2",
            "A2.2 The operator may keep what it likes.",
        ),
    ],
)
def test_what_is_set_out_in_its_place_has_the_number_that_it_has_now(later: str, read: str) -> None:
    made = timeline(SET_OUT, later).effective(AT)
    assert not made.refused
    assert read in lines(made)
    assert not any(line.startswith("A1.1 The operator may") for line in lines(made))


def test_the_clauses_of_a_sub_section_that_is_set_out_go_with_its_number() -> None:
    set_out = (
        "until 2020-12-31, vary Section A1 as if for it there were substituted\n"
        "  > # A1 Registers\n  >\n  > A1.1 The operator may keep what it likes."
    )
    made = timeline(set_out, "1 renumber Section A1 as A3").effective(AT)
    assert not made.refused
    assert lines(made) == ["A3.1 The operator may keep what it likes."]


def test_each_of_a_range_that_is_set_out_has_the_number_that_it_has_now() -> None:
    set_out = (
        "until 2020-12-31, vary Section A1 as if for Sections A1.1 to A1.2 there were substituted\n"
        "  > A1.1 The operator may keep what it likes.\n  >\n  > A1.2 It may tell."
    )
    made = timeline(set_out, "1 renumber Section A1.2 as A1.5").effective(AT)
    assert lines(made) == ["A1.1 The operator may keep what it likes.", "A1.5 It may tell."]


def test_nothing_is_put_in_beside_what_has_left_the_provision_varied() -> None:
    """What is varied is Section A1: a clause that was moved out of it takes nothing with it."""
    inserted = (
        "until 2020-12-31, vary Section A1 as if after Section A1.1 there were inserted\n"
        "  > A1.1ZA The operator shall do so well."
    )
    moved = (
        "1 in Section A, after Section A1 insert\n  > # A2 Books\n  >\n  > A2.1 There are books.\n"
        "2 move Section A1.1 to Section A2, after Section A2.1, as A2.2"
    )
    made = timeline(inserted, moved).effective(AT)
    assert [line.split()[0] for line in lines(made)] == ["A1.2", "A2.1", "A2.2"]
    assert [each.words for each in made.refused.values()] == ["Section A2.2 does not stand in Section A1"]


def test_what_has_the_number_of_one_that_is_gone_is_not_varied() -> None:
    both = f"1 omit Section A1.1\n2 in Section A1, before Section A1.2 insert\n{INSERTED}"
    made = timeline(VARIED, both).effective(AT)
    assert lines(made)[0] == "A1.1 The operator shall keep order."
    ((ref, refusal),) = made.refused.items()
    assert str(ref) == "paragraph 1 of 2020-02-01-varied"
    assert refusal.words == (
        "what was Section A1.1 is not part of the text any more, and another provision has its number"
    )


def test_of_one_that_is_gone_it_is_said_that_it_is_not_there() -> None:
    made = timeline(VARIED, "1 omit Section A1.1").effective(AT)
    assert [each.words for each in made.refused.values()] == ["there is no Section A1.1 in the text as it then stands"]


def test_what_is_put_in_beside_it_stays_beside_it() -> None:
    inserted = (
        "until 2020-12-31, vary Section A1 as if after Section A1.1 there were inserted\n"
        "  > A1.1ZA The operator shall do so well."
    )
    made = timeline(inserted, "1 renumber Section A1.1 as A1.1A").effective(AT)
    assert [line.split()[0] for line in lines(made)] == ["A1.1A", "A1.1ZA", "A1.2"]


def test_it_is_as_known_on_a_day() -> None:
    """Until the new number was recorded, the provision had the old one."""
    files = {
        **HISTORY,
        **modification("2020-02-01-varied", f"1 {VARIED}"),
        **modification("2020-03-01-later", "1 renumber Section A1.1 as A1.3", "made: 2020-03-01\nrecorded: 2020-07-01"),
    }
    made = open_timeline(Memory(files), NoCache()).timeline
    assert lines(made.effective(AT))[0].startswith("A1.3 The operator may keep")
    assert lines(made.as_recorded(AT).effective(AT))[0].startswith("A1.1 The operator may keep")

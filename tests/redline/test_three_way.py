"""Two changes of one text brought together."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secc.compare.three_way import Shared, merged, three_way
from tests.compare.documents import Writer

SEEDS = st.integers(0, 2**32)


def texts(seed: int) -> tuple[str, str, str]:
    """A text and two edited copies."""
    writer = Writer(seed)
    base = writer.text(40)
    return base, writer.reworded(base), writer.reworded(base)


@settings(max_examples=300)
@given(SEEDS)
def test_each_of_the_texts_can_be_read_off(seed: int) -> None:
    base, one, other = texts(seed)
    found = three_way(base, one, other)
    assert "".join(each.text for each in found if each.base) == base
    assert "".join(each.text for each in found if each.one) == one
    assert "".join(each.text for each in found if each.other) == other


@settings(max_examples=300)
@given(SEEDS)
def test_which_is_which_makes_no_difference_to_the_outcome(seed: int) -> None:
    base, one, other = texts(seed)
    assert merged(three_way(base, one, other)) == merged(three_way(base, other, one))
    assert merged(three_way(base, one, base)) == one
    assert merged(three_way(base, one, one)) == one


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        ("The DCC shall notify each User within 5 days.", "The DCC shall notify the Authority within 10 days.", None),
        (
            "The DCC shall promptly notify the Panel within 5 days.",
            "The DCC shall notify the Panel within 10 days, in writing.",
            "The DCC shall promptly notify the Panel within 10 days, in writing.",
        ),
    ],
)
def test_changes_of_one_sentence(one: str, other: str, both: str | None) -> None:
    base = "The DCC shall notify the Panel within 5 days."
    made = merged(three_way(base, one, other))
    assert made == both
    assert merged(three_way(base, one, one)) == one


def test_a_clash_holds_both_texts_in_place() -> None:
    found = three_way("within 5 days of it", "within 6 days of it", "within seven days of it")
    assert found == (
        Shared("within ", base=True, one=True, other=True),
        Shared("5", base=True, one=False, other=False, clash=1),
        Shared("6", base=False, one=True, other=False, clash=1),
        Shared("seven", base=False, one=False, other=True, clash=1),
        Shared(" days of it", base=True, one=True, other=True),
    )
    assert merged(found) is None

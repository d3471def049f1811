"""Labels of lists: what is missing between two, and in which series a list counts."""

import pytest

from secc.syntax.labels import missing_before, missing_between, series_of


@pytest.mark.parametrize(
    ("previous", "label", "missing"),
    [
        ("b", "d", ("c",)),
        ("iv", "vii", ("v", "vi")),
        ("y", "aa", ("z",)),
        ("2", "4", ("3",)),
        ("II", "V", ("III", "IV")),
        ("h", "i", ()),
        ("i", "j", ()),
        ("b", "ba", ()),
        ("bc", "c", ()),
        ("1A", "2", ()),
        ("d", "b", ()),
        ("a", "1", ()),
    ],
)
def test_what_is_missing_between_two_labels(previous: str, label: str, missing: tuple[str, ...]) -> None:
    assert missing_between(previous, label) == missing


@pytest.mark.parametrize(
    ("label", "missing"), [("a", ()), ("i", ()), ("1", ()), ("za", ()), ("c", ("a", "b")), ("iii", ("i", "ii"))]
)
def test_what_is_missing_before_the_first(label: str, missing: tuple[str, ...]) -> None:
    assert missing_before(label) == missing


@pytest.mark.parametrize(
    ("first", "label", "series"),
    [
        ("a", "i", "a"),
        ("i", "v", "i"),
        ("i", "ia", "i"),
        ("A", "B", "A"),
        ("1", "2A", "1"),
        ("a", "2", ""),
        ("I", "X", "I"),
    ],
)
def test_the_series_in_which_a_list_counts(first: str, label: str, series: str) -> None:
    assert series_of(first, label) == series

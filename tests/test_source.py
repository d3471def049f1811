"""Places in a source file: lines and columns from 1, offsets from 0."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secc.source import Source, Span

TEXTS = st.text("ab é\n", max_size=30)


@pytest.mark.parametrize(
    ("text", "offset", "place"),
    [
        ("", 0, (1, 1)),
        ("ab", 2, (1, 3)),
        ("a\nb", 1, (1, 2)),
        ("a\nb", 2, (2, 1)),
        ("a\n", 2, (2, 1)),
        ("\n\n", 2, (3, 1)),
    ],
)
def test_a_place(text: str, offset: int, place: tuple[int, int]) -> None:
    assert Source("a.sec", text).place(offset) == place


@given(TEXTS)
def test_every_offset_is_at_its_line_and_column(text: str) -> None:
    source = Source("a.sec", text)
    for offset, letter in enumerate(text):
        line, column = source.place(offset)
        assert (source.line(line) + "\n")[column - 1] == letter
        assert text[:offset].count("\n") == line - 1


@given(TEXTS)
def test_the_lines_are_the_text(text: str) -> None:
    source = Source("a.sec", text)
    lines = text.split("\n")
    assert [source.line(number) for number in range(1, len(lines) + 1)] == lines
    assert source.line(len(lines) + 1) == ""


@given(st.integers(), st.integers(), st.integers(), st.integers())
def test_spans_take_no_part_in_equality(start: int, end: int, other_start: int, other_end: int) -> None:
    assert Span(start, end) == Span(other_start, other_end)
    assert len({Span(start, end), Span(other_start, other_end)}) == 1
    assert Span(start, end) != (start, end)

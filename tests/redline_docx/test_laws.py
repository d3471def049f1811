"""What holds of every redline as a Word file: accepting gives the new text, rejecting the old one."""

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from secc.code.model import Document
from secc.render.docx import redline_to_docx
from tests.compare.documents import edited
from tests.redline_docx.pairs import TRACKING, are_apart, expected, redline_of, said, spelt, straight, words
from tests.redline_docx.projector import Left, Side, document_of, faults, left

SEEDS = st.integers(0, 2**32)
some = settings(max_examples=100)


def check(before: Document, after: Document) -> None:
    """The laws, for one pair."""
    written = document_of(redline_to_docx(redline_of(before, after), TRACKING))
    accepted = left(written, Side.ACCEPTED)
    assert said(accepted) == spelt(expected(after))
    rejected = left(written, Side.REJECTED)
    assert [straight(each) for each in said(rejected)] == [straight(each) for each in spelt(expected(before))]
    assert list(faults(written)) == []
    plain = document_of(redline_to_docx(redline_of(after, after), TRACKING))
    assert _settings(accepted) == _settings(left(plain, Side.ACCEPTED))
    assert are_apart(accepted)
    assert are_apart(rejected)


def _settings(found: Sequence[Left]) -> list[tuple[str, tuple[int, int]]]:
    return [(each.style, each.indent) for each in words(found)]


@some
@given(SEEDS)
def test_accepting_gives_the_new_text_and_rejecting_the_old_one(seed: int) -> None:
    check(*edited(seed))

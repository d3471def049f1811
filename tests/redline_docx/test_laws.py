"""What holds of every redline as a Word file: accepting gives the new text, rejecting the old one."""

from hypothesis import given, settings
from hypothesis import strategies as st

from secc.code.model import Document
from secc.render.docx import to_docx
from tests.redline_docx.pairs import TRACKING, Said, edited, expected, redline_of, straight
from tests.redline_docx.projector import Left, Side, document_of, faults, left

SEEDS = st.integers(0, 2**32)
some = settings(max_examples=100)


def said(found: Left) -> Said:
    return found.rows or found.text


def check(before: Document, after: Document) -> None:
    """The laws, for one pair."""
    written = document_of(to_docx(redline_of(before, after), TRACKING))
    accepted = left(written, Side.ACCEPTED)
    assert [said(each) for each in accepted] == expected(after)
    rejected = left(written, Side.REJECTED)
    assert [straight(said(each)) for each in rejected] == [straight(each) for each in expected(before)]
    assert list(faults(written)) == []
    plain = document_of(to_docx(redline_of(after, after), TRACKING))
    assert accepted == left(plain, Side.ACCEPTED)


@some
@given(SEEDS)
def test_accepting_gives_the_new_text_and_rejecting_the_old_one(seed: int) -> None:
    check(*edited(seed))

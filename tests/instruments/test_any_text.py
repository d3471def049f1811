"""No text makes the reader fail, and nothing is read from one that it does not say."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secc.instruments.printing import printed
from secc.instruments.reading import read_instrument
from secc.source import Source
from tests.instruments.generated import PIECES

some = settings(derandomize=True, deadline=None, max_examples=300)

HEADER = "notice 2020-09-17-example: An Example\n"
VERBS = (
    "insert", "substitute", "omit", "commence", "vary", "as if", "there were inserted", "move", "renumber", "rename",
    "in", "the definition of",
    '"X"', "Section H14", "Sections H1 to H2", "Clause 4", "Annex A", "of", "after", "at the end",
    "the row beginning", "the table",
    "paragraph 2 of 2020-09-17-tmad", "the earlier of",
    "or such later date as is directed",
    "under", "region", "\n", "\n\n", "\n  > H1 text\n", "\n  > # bad\n",
    "\n// comment\n", "\n2 ", "1", "\t", "\u200b", "“", "”",
)  # fmt: skip
sentences = st.lists(st.sampled_from(VERBS + PIECES), max_size=25).map(" ".join)


@some
@given(st.one_of(sentences, st.text(max_size=60), sentences.map(lambda each: f"{HEADER}\n1 {each}")))
def test_nothing_raises(text: str) -> None:
    read = read_instrument(Source("case.sec", text))
    for found in read.findings:
        assert 0 <= found.span.start <= found.span.end <= len(text)
        assert found.headline
        assert found.helps


@pytest.mark.parametrize("part", ["(", "1 day after ", "from 2018-01-01, ", "> > ", '"a', "the effect of ", "\n\n1 "])
def test_much_of_the_same(part: str) -> None:
    read = read_instrument(Source("case.sec", f"{HEADER}\n1 commence Section H5, from {part * 3000}never\n"))
    assert read.findings


@some
@given(sentences)
def test_what_is_read_without_a_fault_is_what_is_printed(text: str) -> None:
    read = read_instrument(Source("case.sec", f"{HEADER}\n1 {text}"))
    if not read.findings:
        again = read_instrument(Source("case.sec", printed(read.instrument, read.comments)))
        assert again.findings == ()
        assert again.instrument == read.instrument

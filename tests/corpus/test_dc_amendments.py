"""Real amending laws: what our operations make of a text is the text that the code has after them."""

from collections import Counter
from pathlib import Path

import pytest

from tests.corpus.dc_amendments import Drafted, Outcome, drafted, outcome, records

pytestmark = pytest.mark.corpora


@pytest.fixture(scope="module")
def outcomes(corpora: Path) -> list[Outcome]:
    return [outcome(each) for each in records(corpora)]


def test_every_record_of_words_exactly(outcomes: list[Outcome]) -> None:
    missed = {each.record.section: each.miss for each in outcomes if each.record.kind == "find-replace" and each.miss}
    assert missed == {}
    assert sum(each.record.kind == "find-replace" for each in outcomes) == 35


def test_most_of_the_others_exactly(outcomes: list[Outcome]) -> None:
    """The misses are listed by reason in docs/amending.md."""
    exact = Counter(each.record.kind for each in outcomes if not each.miss)
    assert sum(exact.values()) - exact["find-replace"] >= 65
    assert exact["repeal"] >= 18


def test_nothing_is_a_miss_by_our_own_fault(outcomes: list[Outcome]) -> None:
    """A miss is of the record: other words, another place. None is text that we could not read or put together."""
    ours = [each.miss for each in outcomes if "cannot be read" in each.miss or "read as something else" in each.miss]
    assert ours == []


@pytest.fixture(scope="module")
def beside_drafters(corpora: Path) -> list[Drafted]:
    return [drafted(each) for each in records(corpora) if each.kind == "find-replace"]


def test_we_name_the_places_that_the_drafters_named(beside_drafters: list[Drafted]) -> None:
    places = Counter(each.place for each in beside_drafters)
    assert places["other"] == 0
    assert places["same"] >= 31


def test_we_quote_no_more_words_than_they_did(beside_drafters: list[Drafted]) -> None:
    fewer = sum(each.words_quoted[0] <= each.words_quoted[1] for each in beside_drafters)
    assert fewer >= 34
    ours, theirs = (sum(each.words_quoted[k] for each in beside_drafters) for k in (0, 1))
    assert 2 * ours < theirs

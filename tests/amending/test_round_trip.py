"""What is derived, printed as an instrument, reads as the same instrument, and that gives the other text."""

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.amending.round_trips import RoundTrip, at_random, of_the_sample


def _holds(found: RoundTrip) -> bool:
    return found.reads_back and found.exact


@settings(derandomize=True, max_examples=40, deadline=None)
@given(st.integers(0, 10**9), st.integers(1, 6))
def test_over_edits_of_every_kind(seed: int, edits: int) -> None:
    found = list(at_random([seed], edits))
    assume(found)
    assert all(map(_holds, found))


def test_what_is_to_move_and_has_gone_with_what_it_stood_in() -> None:
    assert [_holds(each) for each in at_random([725], 6)] == [True]


def test_over_adjacent_states_of_the_sample() -> None:
    found = list(of_the_sample(1, 12))
    assert len(found) == 11
    assert all(map(_holds, found))
    assert sum(each.set_out for each in found) <= 2

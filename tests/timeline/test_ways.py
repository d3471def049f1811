"""Operations by their days; two days have one number where the same lead to their wording, and only there."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from secc.instruments.when import OperationRef
from secc.timeline.replay import Step, StepsInTime, live
from secc.timeline.ways import Ways, WaysInTime
from secc.timeline.wordings import days_of
from tests.timeline.making_time import insert

FIRST = date(2018, 1, 1)
INSERTION = insert("H5")
days = st.integers(min_value=0, max_value=12).map(lambda count: FIRST + timedelta(days=count))
EVERY_DAY = [FIRST + timedelta(days=count) for count in range(-1, 15)]


@st.composite
def steps(draw: st.DrawFn) -> list[Step]:
    """Operations with their days, some of them temporary, of the same few as in another history."""
    numbers = draw(st.lists(st.integers(min_value=1, max_value=6), unique=True, max_size=6))
    made = [Step(OperationRef("a", str(each)), INSERTION, draw(days), draw(st.none() | days)) for each in numbers]
    return sorted(made, key=lambda each: each.day)


@given(steps(), steps())
def test_a_number_stands_for_the_operations_in_effect(one: list[Step], other: list[Step]) -> None:
    ways = Ways()
    numbers: dict[tuple[OperationRef, ...], set[int]] = {}
    for each in (one, other):
        found = WaysInTime(ways, each, days_of(each))
        for day in reversed(EVERY_DAY):
            refs = tuple(step.ref for step in live(each, day))
            numbers.setdefault(refs, set()).add(found.at(day))
    assert all(len(same) == 1 for same in numbers.values())
    assert len(set.union(*numbers.values())) == len(numbers)


@given(steps())
def test_the_operations_of_a_day_are_found_as_if_all_were_looked_at(every: list[Step]) -> None:
    in_time = StepsInTime(every)
    for day in EVERY_DAY:
        assert list(in_time.live(day)) == live(every, day)
        turned = [each for each in every if day in (each.day, each.ends)]
        assert in_time.turned(day) == [each for each in turned if each.ends is None or each.day < each.ends]

"""What always holds of scopes, and of faults: nobody is counted twice or left out, and no instrument is too much."""

from datetime import date
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from secc.instruments.model import Instrument, Scope
from secc.timeline.instrument_faults import circles, missing, numbering, order_of_days, undeclarable
from secc.timeline.learning import learn
from secc.timeline.occurrences import occurrences, undeclared
from secc.timeline.scopes import Extent, applies, common, covering, joined, pieces, within
from secc.timeline.time_faults import (
    before_authority,
    commenced_already,
    contradictory_facts,
    ends_before_it_starts,
    misnamed_events,
    never_in_effect,
    too_late,
    without_power,
)
from tests.timeline.lives import NAMES, PATHS, days, orders, scopes, several
from tests.timeline.making_time import located, records, regions, roles

FEWER = settings(max_examples=40)
ATOMS = [
    Scope(tuple(limit for each in some for limit in each.limits))
    for some in product((roles("Supplier"), roles("Other")), (regions("North"), regions("South"), regions("Elsewhere")))
]


@FEWER
@given(several(), st.none() | days)
def test_an_operation_occurs_once_for_each_of_those_it_is_for(lives: tuple[Instrument, ...], on: date | None) -> None:
    found = learn(lives, on)
    for each in found.operations():
        occurring = [told.extent for told in occurrences(found) if told.ref == each.ref]
        for atom in ATOMS:
            if within(atom, each.scope):
                assert sum(applies(extent, Extent(atom)) for extent in occurring) == 1


@FEWER
@given(several(), st.none() | days, orders, days)
def test_no_instruments_are_too_much_for_the_faults(
    lives: tuple[Instrument, ...], on: date | None, order: list[list[str]], power: date
) -> None:
    found = learn(lives, on, include=NAMES[:1], order=order)
    occurring, read = occurrences(found), records(found)
    there = {path: located(path) for path in PATHS}
    faults = [
        *before_authority(occurring, found, {"X5": power}),
        *ends_before_it_starts(occurring),
        *too_late(found),
        *without_power(found),
        *contradictory_facts(found),
        *misnamed_events(found),
        *commenced_already(there, read),
        *never_in_effect(there, read),
        *(fault for each in lives for fault in (*numbering(each), *order_of_days(each))),
        *missing(lives),
        *circles(lives),
        *undeclarable(order, lives),
    ]
    assert all(each.words and "None" not in each.words for each in faults)
    assert all(one < other for _, one, other in undeclared(occurring, order))


@given(scopes, st.lists(scopes, max_size=4))
def test_pieces_are_the_whole_do_not_overlap_and_no_cut_divides_them(scope: Scope, cuts: list[Scope]) -> None:
    apart = pieces(scope, cuts)
    for atom in ATOMS:
        holding = [each for each in apart if applies(each, Extent(atom))]
        assert len(holding) == (1 if within(atom, scope) else 0)
        for cut in cuts:
            for each in holding:
                assert within(atom, cut) is applies(Extent(cut), each)
    assert all(common(each.scope, scope) == each.scope for each in apart)


extents = st.builds(Extent, scopes) | st.tuples(scopes, st.lists(scopes, max_size=3)).flatmap(
    lambda drawn: st.sampled_from(pieces(*drawn))
)


@given(scopes, st.lists(extents, max_size=4), st.sampled_from(((), (regions("North", "South"),))))
def test_extents_cover_a_scope_where_everybody_in_it_is_in_one_of_them(
    scope: Scope, among: list[Extent], wholes: tuple[Scope, ...]
) -> None:
    there = [each for each in ATOMS if within(each, scope) and all(within(each, whole) for whole in wholes)]
    found = covering(among, scope, wholes)
    is_covered = all(any(applies(each, Extent(atom)) for each in among) for atom in there)
    assert bool(found) is is_covered
    if found:
        assert set(found) == {each for each in among if any(applies(each, Extent(atom)) for atom in there)}


@given(scopes, st.lists(scopes, max_size=4), st.sets(st.integers(0, 20)))
def test_extents_that_are_joined_are_the_same_people_and_no_more(
    scope: Scope, cuts: list[Scope], chosen: set[int]
) -> None:
    some = [each for place, each in enumerate(pieces(scope, cuts)) if place in chosen]
    fewer = joined(some)
    assert len(fewer) <= len(some)
    for atom in ATOMS:
        one, other = (any(applies(each, Extent(atom)) for each in found) for found in (some, fewer))
        assert one is other

"""Scopes: who is in them, and how they cut one another."""

from itertools import combinations

import pytest

from secc.instruments.model import Scope
from secc.timeline.scopes import EVERYBODY, Extent, applies, by_name, common, covering, pieces, printed_scope, within
from tests.timeline.making_time import regions, roles

NORTH, SOUTH, CENTRAL = regions("North"), regions("South"), regions("Central")
SUPPLIER = roles("Import Supplier")
BOTH = Scope((*SUPPLIER.limits, *NORTH.limits))


def test_a_scope_is_within_a_wider_one() -> None:
    assert within(NORTH, EVERYBODY)
    assert within(NORTH, regions("North", "South"))
    assert within(BOTH, NORTH)
    assert not within(NORTH, BOTH)
    assert not within(EVERYBODY, NORTH)


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        (NORTH, SOUTH, None),
        (NORTH, EVERYBODY, NORTH),
        (NORTH, SUPPLIER, BOTH),
        (regions("North", "South"), regions("Central", "South"), SOUTH),
    ],
)
def test_what_two_scopes_have_in_common(one: Scope, other: Scope, both: Scope | None) -> None:
    assert common(one, other) == both
    assert common(other, one) == both


def printed(scope: Scope, *cuts: Scope) -> list[str]:
    return [each.printed for each in pieces(scope, cuts)]


def test_without_a_cut_there_is_one_piece() -> None:
    assert pieces(NORTH, ()) == (Extent(NORTH),)
    assert pieces(NORTH, [SOUTH, EVERYBODY, NORTH]) == (Extent(NORTH),)


def test_a_cut_takes_a_piece_and_leaves_the_rest() -> None:
    assert printed(EVERYBODY, NORTH) == ['region "North"', 'everybody outside region "North"']


def test_of_a_list_of_names_a_shorter_list_is_left() -> None:
    assert printed(regions("Central", "North", "South"), NORTH) == [
        'region "North"',
        'region "Central" and region "South"',
    ]
    assert printed(regions("North", "South"), NORTH, SOUTH) == ['region "North"', 'region "South"']


def test_a_list_of_names_says_nothing_of_another_dimension_whose_names_are_all_known() -> None:
    everywhere = regions("Central", "North", "South")
    found = [each.printed for each in pieces(EVERYBODY, [SUPPLIER, NORTH], [everywhere])]
    assert 'User Role "Import Supplier" outside region "North"' in found


def test_cuts_in_different_dimensions_cross() -> None:
    assert printed(EVERYBODY, NORTH, SUPPLIER) == [
        'User Role "Import Supplier" and region "North"',
        'User Role "Import Supplier" outside region "North"',
        'region "North" other than User Role "Import Supplier"',
        'everybody other than User Role "Import Supplier", and outside region "North"',
    ]


def test_those_left_out_are_named_by_what_tells_them_from_the_others() -> None:
    """No word of the scope itself is said again; several limits are told as one who is all of these."""
    south = Scope((*SUPPLIER.limits, *SOUTH.limits))
    assert Extent(EVERYBODY, (BOTH,)).printed == 'everybody other than User Role "Import Supplier" in region "North"'
    assert Extent(regions("North", "South"), (BOTH,)).printed == (
        'region "North" and region "South" other than User Role "Import Supplier" in region "North"'
    )
    assert Extent(SUPPLIER, (BOTH, south)).printed == (
        'User Role "Import Supplier" outside region "North" and region "South"'
    )


def test_an_extent_applies_to_those_in_it_alone() -> None:
    rest = Extent(EVERYBODY, (NORTH,))
    assert applies(rest, Extent(SOUTH))
    assert not applies(rest, Extent(NORTH))
    assert not applies(rest, Extent(SUPPLIER))
    assert applies(Extent(NORTH), Extent(BOTH))


def test_those_who_are_covered_between_them_are_covered() -> None:
    apart = [Extent(NORTH), Extent(regions("Central", "South")), Extent(SUPPLIER)]
    all_regions = [regions("Central", "North", "South")]
    assert covering(apart, EVERYBODY, all_regions) == tuple(apart)
    assert covering(apart, regions("Central", "North")) == tuple(apart)
    assert covering(apart[:2], BOTH) == (Extent(NORTH),)
    assert covering(apart, EVERYBODY) == (), "there may be other regions"
    rest = Extent(EVERYBODY, (NORTH,))
    assert covering([rest, Extent(NORTH)], EVERYBODY) == (rest, Extent(NORTH))
    assert covering((), EVERYBODY) == covering((), SUPPLIER, all_regions) == ()


def test_a_scope_prints_as_an_instrument_writes_it() -> None:
    assert printed_scope(EVERYBODY) == "everybody"
    assert printed_scope(BOTH) == 'User Role "Import Supplier" and region "North"'


def test_nobody_is_left_where_all_are_named() -> None:
    all_regions = [regions("Central", "North", "South")]
    cuts = [NORTH, regions("Central", "South")]
    assert [each.printed for each in pieces(EVERYBODY, cuts, all_regions)] == [
        'region "North"',
        'region "Central" and region "South"',
    ]
    assert len(pieces(EVERYBODY, [NORTH, SOUTH], all_regions)) == 3
    assert len(pieces(SUPPLIER, cuts, all_regions)) == 2
    assert len(pieces(EVERYBODY, [NORTH, regions("Central", "South"), SUPPLIER], all_regions)) == 4


def test_those_who_are_left_are_named_where_they_are_no_more_than_the_others() -> None:
    """Where all are known: of two regions, everybody but the South is the North."""

    def named(everybody: Scope, *but_not: Scope) -> str:
        return by_name(Extent(EVERYBODY, but_not), [everybody]).printed

    three = regions("Central", "North", "South")
    assert named(regions("North", "South"), SOUTH) == 'region "North"'
    assert named(three, SOUTH) == 'everybody outside region "South"'
    assert named(three, NORTH, SOUTH) == 'region "Central"'
    assert named(three, SUPPLIER) == 'everybody other than User Role "Import Supplier"'
    assert named(three, NORTH, SOUTH, SUPPLIER).startswith("everybody outside region")
    assert by_name(Extent(), [three]) == Extent()


def test_pieces_cut_by_more_lie_each_in_one_cut_by_fewer() -> None:
    """Those in the Central region, which no cut names, as much as others."""
    everybody = [regions("Central", "North", "South")]
    both = Scope((*SUPPLIER.limits, *SOUTH.limits))
    cuts = [NORTH, SOUTH, SUPPLIER, both]
    for fewer in combinations(cuts, 2):
        for fine in pieces(EVERYBODY, cuts, everybody):
            within_it = [each for each in pieces(EVERYBODY, fewer, everybody) if applies(each, fine)]
            assert len(within_it) == 1, (fine.printed, fewer)


def test_what_is_left_beside_names_of_one_kind_is_told_by_a_list() -> None:
    rest = pieces(EVERYBODY, [NORTH, regions("Central", "South")])[-1]
    assert rest.printed == 'everybody outside region "Central" and region "North" and region "South"'

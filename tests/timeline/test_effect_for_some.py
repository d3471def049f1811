"""For whom a provision is varied or suspended, where all regions are known."""

from collections.abc import Sequence
from datetime import date

from secc.code.load import NoCache
from secc.history import Memory
from secc.timeline.effect import Effects
from secc.timeline.opening import open_timeline
from tests.cli.history import HISTORY, modification
from tests.timeline.making_time import section

VARY = 'vary Section A1.1 as if for "shall keep" there were substituted "may keep"'


def said(regions: Sequence[str], at: date, *operations: str) -> str:
    """What is said of Section A1.1 on a day."""
    everybody = ", ".join(f'"{each}"' for each in regions)
    lines = "\n".join(f"{number} {each}" for number, each in enumerate(operations, 1))
    settings = HISTORY["code.toml"] + f"\n[everybody]\nregion = [{everybody}]\n".encode()
    files = {**HISTORY, "code.toml": settings, **modification("2020-02-01-some", lines)}
    found = Effects(open_timeline(Memory(files), NoCache()).timeline).force(section("A1.1"), at)
    assert found is not None
    return found.in_words


def test_of_two_regions_the_one_that_the_paragraph_names_is_named() -> None:
    operations = (
        f'{VARY}, for region "North"',
        'suspend Section A1.1, from 2022-01-01, for region "South"',
    )
    by = "by paragraph 1 of 2020-02-01-some"
    there = "from 1 January 2020, as part of the text"
    assert said(("North", "South"), date(2020, 3, 1), *operations) == (
        f'in effect {there}; varied for region "North" {by}'
    )
    assert said(("North", "South"), date(2022, 3, 1), *operations) == (
        'suspended for region "South" from 1 January 2022 (paragraph 2 of 2020-02-01-some); '
        f'in effect for region "North" {there}; varied for region "North" {by}'
    )


def test_who_is_in_two_scopes_is_not_told_apart_where_the_same_holds_for_each() -> None:
    operations = (
        f'{VARY}, for region "North"',
        'vary Section A1.1 as if "The" were omitted, for User Role "Supplier"',
    )
    assert said((), date(2020, 3, 1), *operations) == (
        "in effect from 1 January 2020, as part of the text"
        '; varied for region "North" by paragraph 1 of 2020-02-01-some'
        '; varied for User Role "Supplier" by paragraph 2 of 2020-02-01-some'
    )


def test_those_who_are_left_are_named_last() -> None:
    operations = (
        f'{VARY}, for region "North"',
        'disapply Section A1.1, for User Role "Supplier"',
    )
    there = "from 1 January 2020, as part of the text"
    varied = 'varied for region "North" by paragraph 1 of 2020-02-01-some'
    assert said((), date(2020, 3, 1), *operations) == (
        'disapplied for User Role "Supplier" from 1 February 2020 (paragraph 2 of 2020-02-01-some); '
        f"in effect for everybody else {there}; {varied}"
    )

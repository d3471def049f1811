"""Operations derived between dated texts of real law are exact, and mostly finer than provisions set out in full."""

from pathlib import Path

import pytest

from tests.corpus.derived_acts import Step, steps

pytestmark = pytest.mark.corpora

NAMES = ("Electricity-Industry", "CommonPaper", "IE-2002", "IE-2018")
"""Those that take seconds; docs/amending.md has the others."""


@pytest.fixture(scope="module")
def every(corpora: Path) -> list[Step]:
    return list(steps(corpora, NAMES))


def test_exact(every: list[Step]) -> None:
    assert [each.name for each in every if not each.exact] == []
    assert len(every) == 12


def test_mostly_fine(every: list[Step]) -> None:
    changed, set_out = sum(each.changed for each in every), sum(each.set_out for each in every)
    assert set_out <= 0.15 * changed

"""Every error of syntax that there is has a golden case that shows it."""

import inspect
import re
from collections.abc import Iterator

import pytest

from secc.syntax import faults
from secc.syntax.faults import Fault
from tests.test_cases import ALL

SHOWN = "".join(block.body for case in ALL for block in case.expected if block.name == "diagnostics")
MADE_FROM = {str: "§", int: 7}


def headlines() -> Iterator[str]:
    """The headline of each fault, as a pattern."""
    for value in vars(faults).values():
        if isinstance(value, Fault):
            yield re.escape(value.headline)
        elif inspect.isfunction(value) and inspect.signature(value).return_annotation is Fault:
            examples = [MADE_FROM[each.annotation] for each in inspect.signature(value).parameters.values()]
            yield re.escape(value(*examples).headline).replace("§", ".+").replace("7", "[0-9]+")


@pytest.mark.parametrize("headline", sorted(headlines()))
def test_it_is_shown(headline: str) -> None:
    assert re.search(headline, SHOWN)

"""References of the sample, written otherwise."""

import re
from collections.abc import Callable, Iterator
from random import Random
from typing import TypeAlias

from tests.mutation.planting import Consequence, Plant, Planting
from tests.mutation.sample import Page, Sample
from tests.mutation.shapes.places import cited, cited_sections

Found: TypeAlias = re.Match[str]


Others: TypeAlias = Callable[[Sample, Page, Found, Random], str | None]


def reference(new: Others, *brings: Consequence, sections: bool = False) -> Plant:
    """A reference that stands alone, written otherwise."""

    def plant(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:
        for passage, found in cited_sections(page) if sections else cited(page):
            words = new(sample, page, found, random)
            if words is not None:
                yield Planting(page, (passage.replace(*found.span(), words),), brings=brings)

    return plant

"""The terms of the sample, and where they are used."""

import re
from collections.abc import Iterator
from functools import cache

from secc.code.model import Definition
from tests.mutation.sample import Page, Passage, Sample

CODE_WIDE = "sections/A-"
"""How the path of the Section with the definitions for the whole Code begins."""
WORD = r"(?<=[a-z] )[a-z]{2,}(?= (?!and\b|or\b)[a-z])"
"""A word in small letters between two others, behind which words in brackets can stand."""
MADE_UP = (
    "Kelvin Register",
    "Osprey Arrangement",
    "Tallow Notice",
    "Quarry Forum",
    "Zephyr Protocol",
    "Walnut Schedule",
)


def used(sample: Sample, page: Page) -> tuple[tuple[Passage, re.Match[str]], ...]:
    """One use in each passage of a term of Section A1.1 of two words or more, apart from its definition."""
    return _used(page, sample.wide_terms)


@cache
def _used(page: Page, names: tuple[str, ...]) -> tuple[tuple[Passage, re.Match[str]], ...]:
    return tuple(each for passage in page.passages for each in _in_passage(passage, names))


def _in_passage(passage: Passage, names: tuple[str, ...]) -> Iterator[tuple[Passage, re.Match[str]]]:
    present = [name for name in names if name in passage.text]
    longest = [name for name in present if not any(name != other and name in other for other in present)]
    block = passage.placed.block
    own = {term.name for term in block.terms} if isinstance(block, Definition) else set()
    for name in longest:
        found = re.search(rf"(?<=[a-z] ){re.escape(name)}(?=[.,;]| [a-z])", passage.text)
        if name not in own and found is not None and passage.free(*found.span()):
            yield passage, found

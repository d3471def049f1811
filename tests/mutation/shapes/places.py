"""Places that several shapes look for: references as drafters write them, labels one further, words to change."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from random import Random

from tests.mutation.planting import Consequence, Plant, Planting
from tests.mutation.sample import Edit, Page, Part, Passage, Sample

# What stands behind a reference that stands alone: neither a list nor a range nor a heading nor "of Appendix AL".
_ALONE = (
    r"(?=[,;:] (?:(?!and\b|or\b|[A-Z(])\w)|[;.:]?$|\. [A-Z]"
    r"| (?:shall|is|are|for|which|as|by|on|has|have|may|does|in|where|applies|unless|if)\b)"
)
_BEFORE = r"(?<!this )(?<!that )(?<!and )(?<!or )(?<!to )(?<!, )\bSection "
_CITED = re.compile(_BEFORE + r"(?P<label>[A-Z][0-9]+\.[0-9]+[A-Z]?)(?P<letters>(?:\([a-z]+\))*)" + _ALONE)
_SECTION = re.compile(_BEFORE + r"(?P<label>[A-Z][0-9]+)(?P<letters>)" + _ALONE)


def cited(page: Page) -> Iterator[tuple[Passage, re.Match[str]]]:
    """Every reference to a clause of the main body that stands alone: its passage, `label` and `letters`."""
    return _found(page, _CITED)


def cited_sections(page: Page) -> Iterator[tuple[Passage, re.Match[str]]]:
    """Every reference to a sub-section of the main body that stands alone."""
    return _found(page, _SECTION)


def _found(page: Page, pattern: re.Pattern[str]) -> Iterator[tuple[Passage, re.Match[str]]]:
    for passage in page.passages:
        for found in pattern.finditer(passage.text):
            if passage.free(*found.span()):
                yield passage, found


def each_passage(pattern: str, new: Callable[[re.Match[str], Random], str | None], *brings: Consequence) -> Plant:
    """One match of a pattern in each passage, replaced."""

    def plant(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:  # noqa: ARG001  # as every shape
        for passage in page.passages:
            places = list(passage.find(pattern))
            found = random.choice(places) if places else None
            words = new(found, random) if found is not None else None
            if found is not None and words is not None:
                yield Planting(page, (passage.replace(*found.span(), words),), brings=brings)

    return plant


def behind_a_word(words: Callable[[Random], str], *brings: Consequence) -> Plant:
    """Words put behind one word of each passage, with a space before them."""
    return each_passage(r"(?<=[a-z] )[a-z]{2,}(?= (?!and\b|or\b)[a-z])", lambda m, r: f"{m[0]} {words(r)}", *brings)


def at_the_end(words: Callable[[Random], str], *brings: Consequence) -> Plant:
    """Words put before the full stop with which a passage ends."""
    return each_passage(r"(?<=[a-z]{3})\.$", lambda _, r: f" {words(r)}.", *brings)


def further(label: str, steps: int = 1) -> str:
    """The number or letter so many further on: H14.36 after H14.35, (d) after (c). One with an insertion has none."""
    if found := re.fullmatch(r"(.*?)([0-9]+)", label):
        return f"{found[1]}{int(found[2]) + steps}"
    if found := re.fullmatch(r"\(?([a-y])([).])", label):
        return label.replace(found[1], chr(ord(found[1]) + steps))
    if found := re.fullmatch(r"\(([ivx]+)\)", label):
        return f"({ROMAN[ROMAN.index(found[1]) + steps]})"
    return ""


ROMAN = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi xxii xxiii xxiv xxv".split()


def removal(part: Part) -> Edit:
    """A provision taken out, with its lines."""
    return Edit(part.start, part.end, "")


def plain_run(level: tuple[Part, ...]) -> bool:
    """Whether labels run on without insertions, and not through (i), which is a letter and a numeral."""
    return all(further(a.label) == b.label for a, b in pairwise(level))

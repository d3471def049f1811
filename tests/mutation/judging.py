"""Judges what was found of a planting: whether its rule found it in its place, and whether all else shown is true."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from math import ceil
from random import Random

from secc.diagnostics import Diagnostic
from tests.mutation.checking import Checker
from tests.mutation.planting import Planting, Shape, carried_out
from tests.mutation.sample import Page, Sample


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a planting. `others` are findings by other rules, or of its own at other places."""

    rule: str
    shape: str
    place: str
    planted: str
    found: bool
    others: int
    false: tuple[str, ...]


def chosen(
    sample: Sample, rule: str, shapes: Sequence[Shape], wanted: int, seed: int
) -> Iterator[tuple[Shape, Planting]]:
    """Plantings of a rule: as many of each shape as there are places, at least `wanted` in all if there are so many.

    Places are drawn over all documents, one from each before a second from any.
    """
    each_of = ceil(wanted / len(shapes))
    left: list[tuple[Shape, Planting]] = []
    count = 0
    for shape in shapes:
        drawn = list(islice(_drawn(sample, shape, f"{seed} {rule} {shape.name}"), each_of + wanted))
        yield from ((shape, planting) for planting in drawn[:each_of])
        count += min(each_of, len(drawn))
        left += [(shape, planting) for planting in drawn[each_of : each_of + wanted]]
    yield from left[: max(0, wanted - count)]


def _drawn(sample: Sample, shape: Shape, seed: str) -> Iterator[Planting]:
    """Every planting once: one of each page, then a second of each; a page is looked at when its turn comes."""
    pages = list(sample.pages)
    Random(seed).shuffle(pages)
    places = [_shuffled(sample, shape, page, Random(f"{seed} {page.path}")) for page in pages]
    made: set[tuple[str, object]] = set()
    while places:
        for plantings in tuple(places):
            planting = next(plantings, None)
            if planting is None:
                places.remove(plantings)
                continue
            key = (planting.page.path, planting.edits)
            if key not in made:
                made.add(key)
                yield planting


def _shuffled(sample: Sample, shape: Shape, page: Page, random: Random) -> Iterator[Planting]:
    plantings = list(shape.plant(sample, page, random))
    random.shuffle(plantings)
    yield from plantings


def judged(checker: Checker, rule: str, shape: Shape, planting: Planting) -> Outcome:
    """Plant, check, judge."""
    mutated = carried_out(planting, checker.texts)
    findings = checker.findings(mutated.path, mutated.text)
    own = [found for found in findings if found.rule == rule and mutated.here(found)]
    shown = {id(found) for found in own}
    others = [found for found in findings if id(found) not in shown]
    false = [found for found in others if not any(brings(found, mutated) for brings in planting.brings)]
    edit = planting.edits[0]
    return Outcome(
        rule=rule,
        shape=shape.name,
        place=f"{mutated.shown_in}:{mutated.first}",
        planted=f"{_short(planting.page.text[edit.start : edit.end])} → {_short(edit.text)}",
        found=bool(own),
        others=len(others),
        false=tuple(f"{found.rule} at {found.path}:{_line(mutated.texts, found)}: {found.headline}" for found in false),
    )


def _line(texts: object, found: Diagnostic) -> int:
    assert isinstance(texts, dict)
    return int(texts[found.path].count("\n", 0, found.span.start)) + 1


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return f"“{flat}”" if len(flat) <= 60 else f"“{flat[:40]} … {flat[-15:]}”"

"""Judges what was found of a planting: whether its rule found it in its place, and whether all else shown is true."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from math import ceil
from random import Random
from typing import Protocol, TypeVar

from secc.diagnostics import Diagnostic
from tests.mutation.planting import Planting, Shape, carried_out
from tests.mutation.sample import Sample

_Shape = TypeVar("_Shape")
_Place = tuple[str, Callable[[Random], Iterator[Planting]]]
"""A text by its path, and all that can be planted in it."""


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
    """Plantings of a rule, as `drawn` from all documents."""
    places = {shape: [(page.path, partial(shape.plant, sample, page)) for page in sample.pages] for shape in shapes}
    return drawn(places, [f"{seed} {rule} {shape.name}" for shape in shapes], wanted)


def drawn(
    places: Mapping[_Shape, Sequence[_Place]], seeds: Sequence[str], wanted: int
) -> Iterator[tuple[_Shape, Planting]]:
    """As many plantings of each shape as there are places, at least `wanted` in all if there are so many.

    Places are drawn over all texts, one from each before a second from any.
    """
    each_of = ceil(wanted / len(places))
    left: list[tuple[_Shape, Planting]] = []
    count = 0
    for (shape, of_shape), seed in zip(places.items(), seeds, strict=True):
        found = list(islice(_drawn(of_shape, seed), each_of + wanted))
        yield from ((shape, planting) for planting in found[:each_of])
        count += min(each_of, len(found))
        left += [(shape, planting) for planting in found[each_of : each_of + wanted]]
    yield from left[: max(0, wanted - count)]


def _drawn(texts: Sequence[_Place], seed: str) -> Iterator[Planting]:
    """Every planting once: one of each text, then a second of each; a text is looked at when its turn comes."""
    shuffled = list(texts)
    Random(seed).shuffle(shuffled)
    places = [_shuffled(plant, Random(f"{seed} {path}")) for path, plant in shuffled]
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


def _shuffled(plant: Callable[[Random], Iterator[Planting]], random: Random) -> Iterator[Planting]:
    plantings = list(plant(random))
    random.shuffle(plantings)
    yield from plantings


class Checks(Protocol):
    """What checks texts of which one was changed."""

    texts: Mapping[str, str]

    def findings(self, path: str, text: str) -> Sequence[Diagnostic]:
        """What is found with this text in place of a file's."""
        ...


def judged(checker: Checks, rule: str, shape: str, planting: Planting) -> Outcome:
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
        shape=shape,
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

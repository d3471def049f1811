"""Checks the sample's history with something planted in it, by all rules in every state, and judges what is found."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from math import ceil
from random import Random

from secc.check.in_time import KnownTime, about_instruments, findings_of
from secc.check.in_time.allowing import without_allowed
from secc.check.in_time.rule import TimeRule
from secc.check.in_time.rules import TIME_RULES
from secc.check.rule import Rule
from secc.check.rules import RULES
from secc.code.load import load
from secc.diagnostics import Diagnostic, Key
from secc.history import Folder, Overlaid
from secc.timeline.opening import open_timeline
from tests.mutation.history import TODAY, History, TimePlanting, TimeShape
from tests.mutation.judging import Outcome
from tests.mutation.keeping import Kept
from tests.mutation.sample import SOURCES

_TRIES = 20
"""How often a shape is asked for each planting that is wanted."""


class TimeChecker:
    """The sample's history, ready for changes to be checked; `since` is the day from which states are looked at."""

    def __init__(
        self, in_time: Sequence[TimeRule] = TIME_RULES, of_text: Sequence[Rule] = RULES, since: date = date.min
    ) -> None:
        self.history = History()
        self._rules = (in_time, of_text)
        self._since = since
        self._cache = Kept()
        self._code = load(Folder(SOURCES), self._cache)
        self._clean = self._found({}).keys()
        self._cache.settle()

    def findings(self, files: Mapping[str, str]) -> list[Diagnostic]:
        """What is found in instruments and states, once, that is not found in the clean history."""
        found = self._found(files)
        self._cache.forget()
        return [each for key, each in found.items() if key not in self._clean]

    def _found(self, files: Mapping[str, str]) -> dict[Key, Diagnostic]:
        tree = Overlaid(Folder(SOURCES), {path: text.encode() for path, text in files.items()})
        opened = open_timeline(tree, self._cache)
        known = KnownTime(opened, self._code, self._cache, TODAY)
        in_time, of_text = self._rules
        names = frozenset(rule.name for rule in in_time)
        found = list(without_allowed(about_instruments(known, in_time), opened.found, TODAY, names))
        for period in known.periods:
            if period.last is None or period.last >= self._since:
                found += findings_of(known, period, of_text)
        return {each.key: each for each in reversed(found)}


def plantings(
    history: History, rule: str, shapes: Sequence[TimeShape], wanted: int, seed: int
) -> Iterator[tuple[TimeShape, TimePlanting]]:
    """Plantings of a rule, no two the same: as many of each shape, more where an earlier one has too few places."""
    total = 0
    for place, shape in enumerate(shapes):
        made: set[str] = set()
        random = Random(f"{seed} {rule} {shape.name}")
        each_of = max(ceil(wanted / len(shapes)), ceil((wanted - total) / (len(shapes) - place)))
        for _ in range(_TRIES * each_of):
            planting = shape.plant(history, random) if len(made) < each_of else None
            key = repr(sorted(planting.files.items())) if planting is not None else ""
            if planting is not None and key not in made:
                made.add(key)
                yield shape, planting
        total += len(made)


def outcomes_in_time(
    checker: TimeChecker, rule: str, shapes: Sequence[TimeShape], wanted: int, seed: int
) -> Iterator[Outcome]:
    """What comes of the plantings of a rule."""
    for shape, planting in plantings(checker.history, rule, shapes, wanted, seed):
        yield judged_in_time(checker, rule, shape, planting)


def judged_in_time(checker: TimeChecker, rule: str, shape: TimeShape, planting: TimePlanting) -> Outcome:
    """Plant, check, judge."""
    findings = checker.findings(planting.files)
    own = [found for found in findings if found.rule == rule and planting.shown_at(found)]
    shown = {id(found) for found in own}
    others = [found for found in findings if id(found) not in shown]
    false = [found for found in others if not any(brings(found) for brings in planting.brings)]
    return Outcome(
        rule=rule,
        shape=shape.name,
        place=planting.shown[0],
        planted=planting.says,
        found=bool(own),
        others=len(others),
        false=tuple(f"{found.rule} at {found.provision}: {found.headline}" for found in false),
    )

"""Checks the sample's history with something planted in it, by the rules in time, and judges what is found."""

from collections.abc import Iterator, Mapping, Sequence
from math import ceil
from random import Random

from secc.check.in_time import KnownTime, about_instruments
from secc.check.in_time.allowing import without_allowed
from secc.check.in_time.rule import TimeRule
from secc.check.in_time.rules import TIME_RULES
from secc.code.load import DocumentCache, load
from secc.code.shared_cache import SharedCache
from secc.diagnostics import Diagnostic
from secc.history import Folder, Overlaid
from secc.timeline.opening import open_timeline
from tests.mutation.history import TODAY, History, TimePlanting, TimeShape
from tests.mutation.judging import Outcome
from tests.mutation.sample import SOURCES

_TRIES = 20
"""How often a shape is asked for each planting that is wanted."""
_Key = tuple[str, str, str, str]


class TimeChecker:
    """The sample's history, ready for changes to be checked."""

    def __init__(self, cache: DocumentCache | None = None) -> None:
        self.history = History()
        self._cache = SharedCache(cache)
        self._code = load(Folder(SOURCES), self._cache)
        self._clean: dict[str, frozenset[_Key]] = {}

    def findings(self, files: Mapping[str, str], rules: Sequence[TimeRule]) -> list[Diagnostic]:
        """What these rules find that they do not find in the clean history, and nothing allows."""
        clean = {key for rule in rules for key in self._found_in_clean(rule)}
        return [each for each in self._all(files, rules) if _key(each) not in clean]

    def _found_in_clean(self, rule: TimeRule) -> frozenset[_Key]:
        if rule.name not in self._clean:
            self._clean[rule.name] = frozenset(map(_key, self._all({}, [rule])))
        return self._clean[rule.name]

    def _all(self, files: Mapping[str, str], rules: Sequence[TimeRule]) -> Sequence[Diagnostic]:
        tree = Overlaid(Folder(SOURCES), {path: text.encode() for path, text in files.items()})
        opened = open_timeline(tree, self._cache)
        known = KnownTime(opened, self._code, self._cache, TODAY)
        names = frozenset(rule.name for rule in rules)
        return without_allowed(about_instruments(known, rules), opened.found, TODAY, names)


def _key(found: Diagnostic) -> _Key:
    return found.rule, found.path, found.provision, found.headline


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
    """What comes of the plantings of a rule, which are held to that rule alone: to all would cost ten times as much."""
    own = [each for each in TIME_RULES if each.name == rule]
    for shape, planting in plantings(checker.history, rule, shapes, wanted, seed):
        yield judged_in_time(checker, rule, shape, planting, own)


def judged_in_time(
    checker: TimeChecker, rule: str, shape: TimeShape, planting: TimePlanting, rules: Sequence[TimeRule]
) -> Outcome:
    """Plant, check, judge."""
    findings = checker.findings(planting.files, rules)
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

"""Plants errors of every rule's class in the sample and in letters, and writes the table in docs/checking.md.

Run by `make campaign`. The seed is fixed, so that the same commit gives the same table.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from itertools import repeat

from secc.check.in_time.rules import TIME_RULES
from secc.check.prose.rules import PROSE_RULES
from secc.check.rules import RULES
from tests.mutation import report
from tests.mutation.checking import Checker
from tests.mutation.in_letters import LETTER, LetterChecker, outcomes_in_letters
from tests.mutation.in_time import TimeChecker, outcomes_in_time
from tests.mutation.judging import Outcome, chosen, judged
from tests.mutation.letter_table import LETTER_TABLE
from tests.mutation.sample import Sample, sample
from tests.mutation.table import TABLE
from tests.mutation.time_table import TIME_TABLE

SEED = 2020
WANTED = 40
"""Plantings for each rule, where there are as many places."""


@cache
def ready() -> tuple[Sample, Checker]:
    """The sample and its checker, made once in each process."""
    code = sample()
    return code, Checker(code, RULES)


@cache
def ready_in_time() -> TimeChecker:
    """The sample's history and its checker, made once in each process."""
    return TimeChecker()


@cache
def ready_in_letters() -> LetterChecker:
    """The letters and their checker, made once in each process."""
    return LetterChecker(ready()[0])


def outcomes_of(rule: str, wanted: int = WANTED, seed: int = SEED) -> list[Outcome]:
    """What comes of the plantings of one rule."""
    if rule.startswith(LETTER):
        name = rule.removeprefix(LETTER)
        return list(outcomes_in_letters(ready_in_letters(), name, LETTER_TABLE[name], wanted, seed))
    if rule in TIME_TABLE:
        return list(outcomes_in_time(ready_in_time(), rule, TIME_TABLE[rule], wanted, seed))
    code, checker = ready()
    return [
        judged(checker, rule, shape.name, planting) for shape, planting in chosen(code, rule, TABLE[rule], wanted, seed)
    ]


def all_rules() -> list[str]:
    """The rules of the Code, those in time, and those for letters, as the table names them."""
    return [*(rule.name for rule in (*RULES, *TIME_RULES)), *(f"{LETTER}{rule.name}" for rule in PROSE_RULES)]


def campaign(rules: Sequence[str], wanted: int, workers: int) -> Iterator[list[Outcome]]:
    """What comes of the plantings of each rule, in order."""
    with ProcessPoolExecutor(workers) as pool:
        yield from pool.map(outcomes_of, rules, repeat(wanted))


def main() -> None:
    """Run the campaign."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rules", nargs="*", help="show what comes of these rules only, and write nothing")
    parser.add_argument("--wanted", type=int, default=WANTED)
    parser.add_argument("--workers", type=int, default=2)
    arguments = parser.parse_args()
    rules = arguments.rules or all_rules()
    outcomes = []
    for of_rule in campaign(rules, arguments.wanted, arguments.workers):
        outcomes += of_rule
        sys.stdout.write(report.details(of_rule) + "\n")
        sys.stdout.flush()
    if not arguments.rules:
        report.write(outcomes, SEED)


if __name__ == "__main__":
    main()

"""`secc check`, cold and warm: on 2,000 clauses against Bikeshed compiling the same, on 6 MB alone; and to start."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec import json

from bench.clauses import write_code, write_specification
from bench.large import CHANGED, write_large_code
from bench.table import Row, Share
from bench.usage import Usage, middle, run

_TIMES = 5


def rows(scratch: Path, ours: Path, peers: Path) -> Iterator[Row]:
    """Cold, warm with nothing changed, warm with one file changed."""
    specification = scratch / "code.bs"
    write_specification(specification)
    compiling: list[str | Path] = [peers / "bikeshed", "--no-update", "spec", specification, scratch / "code.html"]
    code = scratch / "code"
    write_code(code)
    run([ours / "secc", "check"], code)  # so that Python has compiled every module, as it had for the peers at install
    theirs: list[Usage] = []
    measured: dict[str, list[Usage]] = {}
    for _ in range(_TIMES):
        theirs.append(run(compiling, scratch))
        for what, prepare in _STATES.items():
            prepare(code)
            measured.setdefault(what, []).append(run([ours / "secc", "check"], code))
    for what, usages in measured.items():
        yield Row(what, *middle(usages), "Bikeshed 5, whole", *middle(theirs))


def large_rows(scratch: Path, ours: Path) -> Iterator[Row]:
    """A Code of 6 MB: cold, warm with nothing changed, warm after an edit of one clause, of two kinds."""
    code = _large(scratch)
    run([ours / "secc", "check"], code)
    measured: dict[str, list[Usage]] = {}
    for what, (rounds, prepare) in _LARGE_STATES.items():
        for _ in range(rounds):
            prepare(code)
            measured.setdefault(what, []).append(run([ours / "secc", "check"], code))
    for what, usages in measured.items():
        yield Row(what, *middle(usages))


def shares(scratch: Path) -> Iterator[Share]:
    """What binding and each rule cost of a check of 6 MB, and of one after an edit; the dearest first."""
    code = _large(scratch)
    cold, warm = _spent(code), _spent(code, CHANGED)
    all_cold, all_warm = sum(cold.values()), sum(warm.values())
    for what in sorted(cold, key=lambda each: -cold[each]):
        yield Share(what, cold[what], cold[what] / all_cold, warm.get(what, 0), warm.get(what, 0) / all_warm)


def _spent(code: Path, *documents: str) -> dict[str, float]:
    usage = run([sys.executable, "-m", "bench.shares", code, *documents], Path(__file__).parents[1])
    return json.decode(usage.printed, type=dict[str, float])


def _large(scratch: Path) -> Path:
    """The large Code, written once."""
    code = scratch / "large"
    if not code.is_dir():
        write_large_code(code)
    return code


def start_up(scratch: Path, ours: Path, peers: Path) -> Iterator[Row]:
    """What it takes to print the help."""
    run([ours / "secc", "--help"], scratch)
    us = middle([run([ours / "secc", "--help"], scratch) for _ in range(_TIMES)])
    for name in ("bikeshed", "bluebell"):
        them = middle([run([peers / name, "--help"], scratch) for _ in range(_TIMES)])
        yield Row("`--help`", *us, name.capitalize(), *them)


def _cold(code: Path) -> None:
    """Throws away everything that earlier runs kept: whatever is not a source."""
    for path in sorted(code.rglob("*"), reverse=True):
        if code / "sec-source" not in (path, *path.parents):
            path.rmdir() if path.is_dir() else path.unlink()


def _unchanged(code: Path) -> None:
    """Leaves everything as the run before left it."""


def _changed(code: Path) -> None:
    """Adds one clause to the last Section; one more each time, since a text seen before may have been kept."""
    section = code / "sec-source" / "sections" / "K.sec"
    source = section.read_text(encoding="utf-8")
    number = 1 + source.count("\nK10.")
    added = (
        f"\nK10.{number} The Panel shall publish each Annual Report without delay, in accordance with Section B1.1.\n"
    )
    section.write_text(source + added, encoding="utf-8")


def _reworded(code: Path) -> None:
    """Changes words of one clause, to others each time."""
    place = code / "sec-source" / CHANGED
    before, label, rest = place.read_text(encoding="utf-8").partition("\nM3.7 ")
    days, found, words = rest.partition(" days on, each ")
    number, words = (int(days.removeprefix("From ")) + 1, words) if found else (2, rest.removeprefix("Each "))
    place.write_text(f"{before}{label}From {number} days on, each {words}", encoding="utf-8")


def _added(code: Path) -> None:
    """Adds one clause; one more each time."""
    place = code / "sec-source" / CHANGED
    source = place.read_text(encoding="utf-8")
    label = source[source.rindex("\n# M") + 3 :].partition(" ")[0]
    number = 1 + source.count(f"\n{label}.")
    added = f"\n{label}.{number} Each Annual Report shall be sent without delay, under Section B1.1.\n"
    place.write_text(source + added, encoding="utf-8")


_STATES: dict[str, Callable[[Path], None]] = {
    "check of 2,000 clauses, cold": _cold,
    "check again, nothing changed": _unchanged,
    "check again, one file of eleven changed": _changed,
}
"""What is measured, in this order in each round, and how the Code is prepared for it."""
_LARGE_STATES: dict[str, tuple[int, Callable[[Path], None]]] = {
    "check of 6 MB in 101 documents, cold": (1, _cold),
    "6 MB again, nothing changed": (_TIMES, _unchanged),
    "6 MB again, words of one clause changed": (_TIMES, _reworded),
    "6 MB again, one clause added": (_TIMES, _added),
}
"""The same of the large Code, each with how often it is measured."""

"""`secc check` on 2,000 clauses, cold and warm, against Bikeshed compiling the same clauses; and the cost to start."""

from collections.abc import Callable, Iterator
from pathlib import Path

from bench.clauses import write_code, write_specification
from bench.table import Row
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


_STATES: dict[str, Callable[[Path], None]] = {
    "check of 2,000 clauses, cold": _cold,
    "check again, nothing changed": _unchanged,
    "check again, one file of eleven changed": _changed,
}
"""What is measured, in this order in each round, and how the Code is prepared for it."""

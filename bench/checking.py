"""`secc check` on 2,000 clauses, cold and warm, against Bikeshed compiling the same clauses; and the cost to start."""

from collections.abc import Callable, Iterator
from pathlib import Path

from bench.clauses import write_code, write_specification
from bench.table import Row
from bench.usage import Usage, middle, run

_TIMES = 5
_PEER_TIMES = 3
_CHANGE = "\nK10.21 The Panel shall publish each Annual Report without delay, in accordance with Section B1.1.\n"


def rows(scratch: Path, ours: Path, peers: Path) -> Iterator[Row]:
    """Cold, warm with nothing changed, warm with one file changed."""
    specification = scratch / "code.bs"
    write_specification(specification)
    compile_ = [peers / "bikeshed", "--no-update", "--print=plain", "spec", specification, scratch / "code.html"]
    theirs = middle([run(compile_, scratch) for _ in range(_PEER_TIMES)])
    code = scratch / "code"
    write_code(code)

    def check() -> Usage:
        return run([ours / "secc", "check"], code)

    yield _row("check of 2,000 clauses, cold", [_cold(code, check) for _ in range(_TIMES)], theirs)
    yield _row("check again, nothing changed", [check() for _ in range(_TIMES)], theirs)
    yield _row("check again, one file of eleven changed", [_changed(code, check) for _ in range(_TIMES)], theirs)


def start_up(scratch: Path, ours: Path, peers: Path) -> Iterator[Row]:
    """What it takes to print the help."""
    us = middle([run([ours / "secc", "--help"], scratch) for _ in range(_TIMES)])
    for name in ("bikeshed", "bluebell"):
        them = middle([run([peers / name, "--help"], scratch) for _ in range(_TIMES)])
        yield Row("`--help`", *us, name.capitalize(), *them)


def _row(what: str, usages: list[Usage], theirs: tuple[float, float]) -> Row:
    return Row(what, *middle(usages), "Bikeshed 5, whole", *theirs)


def _cold(code: Path, check: Callable[[], Usage]) -> Usage:
    """With everything that earlier runs kept thrown away: whatever is not a source."""
    for path in sorted(code.rglob("*"), reverse=True):
        if code / "sec-source" not in (path, *path.parents):
            path.rmdir() if path.is_dir() else path.unlink()
    return check()


def _changed(code: Path, check: Callable[[], Usage]) -> Usage:
    """With one clause added to the last Section; the next run finds it changed back."""
    section = code / "sec-source" / "sections" / "K.sec"
    source = section.read_text(encoding="utf-8")
    section.write_text(source.removesuffix(_CHANGE) if source.endswith(_CHANGE) else source + _CHANGE, encoding="utf-8")
    return check()

"""`secc check --watch`: checks again whenever a file changes, and prints what is new."""

import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import click

from secc.check.fingerprints import fingerprints
from secc.cli.asked import Asked
from secc.cli.files_below import files_below
from secc.cli.formats.wording import counted, summary
from secc.diagnostics import CannotProceed, Diagnostic
from secc.source import Source

Print = Callable[[Sequence[Diagnostic], Mapping[str, Source]], None]
Times = Mapping[Path, int]
_PAUSE = 0.5  # seconds between two looks at the files


def pauses() -> Iterator[None]:
    """For as long as nobody interrupts, a pause each."""
    while True:
        time.sleep(_PAUSE)
        yield


def watch(asked: Asked, folder: Path, show: Print, ticks: Iterator[None]) -> None:
    """Print the findings; then, at each tick after which a file below the folder is another, what is new and mended.

    What keeps the Code from being checked at all, such as a code.toml that cannot be read, is told, and the next change
    is waited for. Ends with the ticks, or when it is interrupted.
    """
    shown: Counter[str] | None = None
    seen: Times = {}
    try:
        while True:
            now = _times(folder)
            if now != seen:
                _tell_changes(seen, now)
                shown = _look(asked, show, shown)
                seen = now
            next(ticks)
    except (KeyboardInterrupt, StopIteration):
        return


def _times(folder: Path) -> Times:
    """When each source file was last written, in nanoseconds; one that goes while we look counts as gone."""
    found = sorted((path, status.st_mtime_ns) for path, status in files_below(folder))
    settings = (".toml", folder)
    return {path: written for path, written in found if path.suffix == ".sec" or (path.suffix, path.parent) == settings}


def _tell_changes(seen: Times, now: Times) -> None:
    if seen:
        changed = sorted(path.name for path in {*seen, *now} if seen.get(path) != now.get(path))
        click.echo(f"\nchanged: {', '.join(changed)}", err=True)


def _look(asked: Asked, show: Print, shown: Counter[str] | None) -> Counter[str] | None:
    """Check, print what was not shown before, and give what is known from now on."""
    try:
        answer = asked.answer()
    except CannotProceed as error:
        click.echo(f"secc: {error}", err=True)
        return shown
    findings, sources = answer.findings, answer.sources
    marks = fingerprints(findings, sources)
    if shown is None:
        show(findings, sources)
    else:
        _tell_new(sources, [found for found, mark in zip(findings, marks, strict=True) if mark not in shown], show)
        gone = (shown - Counter(marks)).total()
        click.echo(f"{counted(gone, 'finding')} mended; now {summary(findings)}", err=True)
    return Counter(marks)


def _tell_new(sources: Mapping[str, Source], new: Sequence[Diagnostic], show: Print) -> None:
    if new:
        show(new, sources)

"""`secc check --fix` and `--diff`: what can be mended is mended, and what says something else then is named."""

import difflib
from collections import Counter
from collections.abc import Callable, Collection
from pathlib import Path

import click

from secc.check.mending import Mended, changed_provisions, mended
from secc.cli.asked import Asked
from secc.cli.writing import replace_file
from secc.code.load import LoadedDocument
from secc.diagnostics import CannotProceed, Safety


def mend(asked: Asked, wanted: Collection[Safety]) -> Mended:
    """Mend the files; says on standard error what was done to each, and which provisions say something else."""
    outcome = mended(asked.answer_to, wanted)
    for path, after in outcome.after.items():
        _write(Path(path), after.source.text)
        _tell(outcome, path, "mended", "this changes the words of")
    return outcome


def show(asked: Asked, wanted: Collection[Safety]) -> Mended:
    """Print what `mend` would change as a unified diff, and write nothing."""
    outcome = mended(asked.answer_to, wanted)
    for path, after in outcome.after.items():
        for line in difflib.unified_diff(_lines(outcome.before[path]), _lines(after), path, path):
            click.echo(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n", nl=False)
        _tell(outcome, path, "would mend", "this would change the words of")
    return outcome


MODES: dict[str, Callable[[Asked, Collection[Safety]], Mended]] = {"fix": mend, "diff": show}
"""What is done with fixes, by the option that asks for it."""


def _lines(document: LoadedDocument) -> list[str]:
    return document.source.text.splitlines(keepends=True)


def _tell(outcome: Mended, path: str, did: str, changes: str) -> None:
    rules = Counter(found.rule for found in outcome.done[path])
    counts = ", ".join(f"{count} of {rule}" for rule, count in sorted(rules.items()))
    click.echo(f"{did} {path}: {counts}", err=True)
    provisions = changed_provisions(outcome.before[path], outcome.after[path])
    if provisions:
        click.echo(f"  {changes} {', '.join(provisions)}", err=True)


def _write(path: Path, text: str) -> None:
    """Put a text in the place of a file's, whole or not at all, with the file's own line ends and byte-order mark."""
    try:
        place = path.resolve()
        old = place.read_bytes()
        mark = b"\xef\xbb\xbf" if old.startswith(b"\xef\xbb\xbf") else b""
        ends = "\r\n" if b"\r\n" in old else "\n"
        replace_file(place, mark + text.replace("\n", ends).encode())
    except OSError as error:
        raise CannotProceed(f"{path} cannot be written: {error.strerror}") from None

"""`secc fmt`: settle the layout of source files."""

import difflib
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

import click

from secc.cli.options import code_folder, code_option, shown
from secc.cli.writing import replace_file
from secc.code.digest import digest
from secc.code.from_syntax import from_syntax
from secc.code.load import source_of
from secc.code.settings import read_settings
from secc.diagnostics import CannotProceed, Severity
from secc.history import Folder
from secc.instruments.folder import instrument_paths
from secc.instruments.formatting import formatted_instrument, is_instrument
from secc.source import Source
from secc.syntax import Parsed, parse
from secc.syntax.format import formatted

_INPUT = Path("-")


class _Outcome(StrEnum):
    """What became of a file."""

    CHANGED = "changed"
    UNCHANGED = "unchanged"
    LEFT = "left as it is"


class _Settled(NamedTuple):
    """A file as it is, and its text as it is to be."""

    path: Path
    before: bytes
    after: str

    @property
    def changes(self) -> bool:
        return self.before != self.after.encode()


@click.command("fmt")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--check", "mode", flag_value="check", help="Write nothing; list the files that would change.")
@click.option("--diff", "mode", flag_value="diff", help="Write nothing; show what would change.")
@code_option
def command(paths: tuple[Path, ...], mode: str | None, folder: Path | None) -> None:
    """Settle indentation, blank lines, spaces, quotes and table columns. What the Code says never changes.

    Without PATHS, every document of the Code and every instrument. A folder stands for the source files in it, and -
    for standard input, of which the settled text goes to standard output. A file with syntax errors is left as it is.
    """
    answer = _ANSWERS[mode or "write"]
    outcomes = Counter(_outcome(path, answer) for path in _wanted(paths, folder))
    if mode is None and _INPUT not in paths:
        click.echo(
            ", ".join(f"{outcomes[each]} {each}" for each in _Outcome if outcomes[each] or each != _Outcome.LEFT)
        )
    if outcomes[_Outcome.LEFT]:
        sys.exit(2)
    sys.exit(1 if mode is not None and outcomes[_Outcome.CHANGED] else 0)


def _outcome(path: Path, answer: Callable[[_Settled], None]) -> _Outcome:
    """Settle one file and give the answer on it; what cannot be settled is one line on standard error."""
    try:
        settled = _settled(path)
        answer(settled)
    except CannotProceed as error:
        click.echo(f"secc: {error}", err=True)
        return _Outcome.LEFT
    return _Outcome.CHANGED if settled.changes else _Outcome.UNCHANGED


def _wanted(paths: tuple[Path, ...], folder: Path | None) -> Iterator[Path]:
    """The files to settle, in order."""
    if not paths:
        place = code_folder(folder)
        tree = Folder(place)
        yield from (place / path for path in (*read_settings(tree).documents, *instrument_paths(tree)))
    for path in paths:
        if path.is_dir():
            yield from sorted(path.rglob("*.sec"))
        else:
            yield path


def _settled(path: Path) -> _Settled:
    """A file with its layout settled. Raises `CannotProceed` where it cannot be read, or has syntax errors."""
    name = "standard input" if path == _INPUT else shown(path)
    contents = sys.stdin.buffer.read() if path == _INPUT else _contents(path, name)
    source = source_of(name, contents)
    if is_instrument(source):
        return _Settled(path, contents, formatted_instrument(source))
    parsed = parse(source)
    _refuse_errors(source, parsed)
    after = formatted(source, parsed)
    again = Source(name, after)
    if after != source.text and _digest(again, parse(again)) != _digest(source, parsed):
        raise CannotProceed(f"settling the layout of {name} would change what it says; it is left as it is")
    return _Settled(path, contents, after)


def _digest(source: Source, parsed: Parsed) -> str:
    return digest(from_syntax(source, parsed).document)


def _contents(path: Path, name: str) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise CannotProceed(f"there is no file {name}") from None
    except OSError as error:
        raise CannotProceed(f"{name} cannot be read: {error.strerror}") from None


def _refuse_errors(source: Source, parsed: Parsed) -> None:
    errors = [found for found in parsed.findings if found.severity is Severity.ERROR]
    if errors:
        first = min(errors, key=lambda found: found.span.start)
        line, column = source.place(first.span.start)
        raise CannotProceed(f"{source.path}:{line}:{column}: {first.headline}; the file is left as it is")


def _list(settled: _Settled) -> None:
    if settled.changes:
        click.echo(_name(settled))


def _show(settled: _Settled) -> None:
    name = _name(settled)
    before = settled.before.decode("utf-8").splitlines(keepends=True)
    for line in difflib.unified_diff(before, settled.after.splitlines(keepends=True), name, name):
        click.echo(line, nl=not line.endswith("\n"))


def _write(settled: _Settled) -> None:
    """Put the text in the file's place; on standard output for standard input."""
    if settled.path == _INPUT:
        sys.stdout.buffer.write(settled.after.encode())
    elif settled.changes:
        replace_file(settled.path, settled.after.encode())
        click.echo(f"settled {_name(settled)}")


def _name(settled: _Settled) -> str:
    return "standard input" if settled.path == _INPUT else shown(settled.path)


_ANSWERS: dict[str, Callable[[_Settled], None]] = {"check": _list, "diff": _show, "write": _write}

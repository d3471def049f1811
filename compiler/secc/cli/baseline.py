"""The file of a baseline: `--baseline` and `--write-baseline`."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal

import click
import msgspec

from secc.check.baseline import Baseline, Compared, baseline_of, compared, decoded, encoded
from secc.cli.formats.wording import counted
from secc.cli.writing import replace_file
from secc.diagnostics import CannotProceed, Diagnostic
from secc.source import Source


def write_baseline(path: Path, findings: Sequence[Diagnostic], sources: Mapping[str, Source]) -> None:
    """Write the findings to a file, which appears whole or not at all."""
    replace_file(path, encoded(baseline_of(findings, sources)).encode())
    click.echo(f"{counted(len(findings), 'finding')} written to {path}", err=True)


def held_against(path: Path, findings: Sequence[Diagnostic], sources: Mapping[str, Source]) -> Compared:
    """The findings held against the baseline in a file."""
    return compared(findings, sources, _read(path))


def tell_known(path: Path, told: Compared, run: Literal["all", "part"]) -> None:
    """Say on standard error what a baseline knew.

    Only where all of the Code is checked by all rules is what it knows besides known to be mended.
    """
    if told.knew:
        click.echo(f"{counted(told.knew, 'finding')} left out, known to {path}", err=True)
    if told.gone and run == "all":
        click.echo(
            f"{counted(told.gone, 'finding')} of {path} no longer there: renew it with --write-baseline", err=True
        )


def _read(path: Path) -> Baseline:
    try:
        return decoded(path.read_bytes())
    except OSError as error:
        raise CannotProceed(f"{path} cannot be read: {error.strerror}") from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise CannotProceed(f"{path} is no baseline that secc wrote: {error}") from None

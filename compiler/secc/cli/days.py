"""Days as they are said on the command line: the day the law is asked about, and the day by which it was known."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

import click

from secc.cli.options import resolved_code
from secc.resolve.model import ResolvedCode

_Command = TypeVar("_Command", bound=Callable[..., object])


class _Day(click.ParamType[date]):
    """A day as `2016-11-10`."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day. Fails, in words, for anything else."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value} is no day: write it as 2016-11-10", param, ctx)


DAY = _Day()


def as_at_option(command: _Command) -> _Command:
    """`--as-at DATE`: the day the law is asked about."""
    return click.option(
        "--as-at",
        "as_at",
        type=DAY,
        help="The day the law is asked about (by default that of the site, or of the version recorded last).",
    )(command)


def known_option(command: _Command) -> _Command:
    """`--known DATE`: the day by which instruments had been recorded."""
    return click.option(
        "--known", "known", type=DAY, help="Answer as was known on this day (by default: everything recorded)."
    )(command)


def code_on(folder: Path | None, as_at: date | None, known: date | None) -> ResolvedCode:
    """The Code as on disk, bound; or as it read on a day, as known on a day."""
    if as_at is None and known is None:
        return resolved_code(folder)
    from secc.cli.moments import Opening  # what needs no instruments starts without them

    opening = Opening(folder)
    return opening.code(opening.wordings(as_at, known))

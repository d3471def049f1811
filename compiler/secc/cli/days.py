"""Days as they are said on the command line: the day the law is asked about, and the day by which it was known."""

import json
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click
from msgspec import Struct

from secc.cli.options import resolved_code

if TYPE_CHECKING:
    from secc.cli.moments import Opening
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


class OnDay(Struct, frozen=True):
    """The Code of a day, as known on a day; of the files, where no day is said. `words` tell a person which it is."""

    code: "ResolvedCode"
    as_at: date | None
    known: date | None
    words: str

    def beside(self, answer: Mapping[str, object]) -> str:
        """An answer as JSON, with the days that it is for."""
        as_at, known = (day.isoformat() if day is not None else None for day in (self.as_at, self.known))
        return json.dumps({"version": 1, "as_at": as_at, "known": known, **answer}, ensure_ascii=False, indent=2)

    def below(self, answer: str) -> str:
        """An answer in words, with the day that it is for below it."""
        return f"{answer}\n\n{self.words}" if self.words else answer


def code_on(folder: Path | None, as_at: date | None, known: date | None) -> OnDay:
    """The Code as on disk, bound; or as it read on a day, as known on a day."""
    from secc.cli.moments import Opening, moment  # what asks for no day binds the files without them

    opening = Opening(folder)
    if as_at is None and known is None:
        return OnDay(resolved_code(folder), None, None, files_hold(opening))
    day = opening.day(as_at)
    said = moment(day, known)
    return OnDay(opening.code(opening.wordings(day, known)), day, known, f"{said[0].upper()}{said[1:]}.")


def files_hold(opening: "Opening") -> str:
    """Which day an answer from the files is for; empty for a code without instruments, of which no day is known."""
    from secc.cli.in_time import has_instruments
    from secc.timeline.dates import printed_day

    days = opening.timeline.wording_days() if has_instruments(opening.place) else ()
    if not days:
        return ""
    last = printed_day(days[-1])
    return f"As the files hold it: with every change whose day is known, up to that of {last}. For a day: --as-at DATE."

"""Days as they are said on the command line: the day the law is asked about, and the day by which it was known."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click
from msgspec import Struct

from secc.cli.options import resolved_code

if TYPE_CHECKING:
    from secc.cli.moments import Opening
    from secc.instruments.when import OperationRef
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


def scope_option(command: _Command) -> _Command:
    """`--for 'region "North"'`: to whom."""
    return click.option(
        "--for",
        "whom",
        default="",
        metavar="WHOM",
        help='For whom: \'region "North" and User Role "Import Supplier"\'.',
    )(command)


def base_option(command: _Command) -> _Command:
    """`--base`: without variations."""
    words = "The text without the variations that hold on the day."
    return click.option("--base", is_flag=True, help=words)(command)


class OnDay(Struct, frozen=True):
    """The Code of a day, as known on a day; of the files, where no day is said. `words` tell a person which it is.

    `varied_by` are the variations with which it is read.
    """

    code: "ResolvedCode"
    as_at: date | None
    known: date | None
    words: str
    varied_by: Sequence["OperationRef"] = ()

    def beside(self, answer: Mapping[str, object]) -> str:
        """An answer as JSON, with the days that it is for."""
        as_at, known = (day.isoformat() if day is not None else None for day in (self.as_at, self.known))
        by = [{"instrument": ref.instrument, "paragraph": ref.number} for ref in self.varied_by]
        made = {"version": 1, "as_at": as_at, "known": known, "varied_by": by, **answer}
        return json.dumps(made, ensure_ascii=False, indent=2)

    def below(self, answer: str) -> str:
        """An answer in words, with the day that it is for below it."""
        return f"{answer}\n\n{self.words}" if self.words else answer


class Asked(Struct, frozen=True):
    """Which Code is asked about: that of the files; or of a day, with the variations that hold for some or without."""

    folder: Path | None
    as_at: date | None = None
    known: date | None = None
    whom: str = ""
    base: bool = False

    def code(self) -> OnDay:
        """It, bound: with the variations that hold then, as `secc show` prints it, unless it is to be without."""
        from secc.cli.moments import Opening, moment  # what asks for no day binds the files without them
        from secc.timeline.scopes import printed_scope

        opening = Opening(self.folder)
        if self.as_at is None and self.known is None and not (self.whom or self.base):
            return OnDay(resolved_code(self.folder), None, None, files_hold(opening))
        day = opening.day(self.as_at)
        said = moment(day, self.known)
        wordings, scope = opening.wordings(day, self.known), opening.scope(self.whom)
        held = () if self.base else opening.held(day, self.known, scope)
        if held:
            wordings = opening.effective(day, self.known, scope)
        words = f"{said[0].upper()}{said[1:]}{_as_varied(printed_scope(scope), held)}."
        return OnDay(opening.code(wordings), day, self.known, words, held)


def _as_varied(whom: str, held: Sequence["OperationRef"]) -> str:
    """That a text is read with variations, whose, and how to read it without."""
    if not held:
        return ""
    names = ", ".join(dict.fromkeys(ref.instrument for ref in held))
    return f", as varied for {whom} by {names}; --base leaves variations out"


def files_hold(opening: "Opening") -> str:
    """Which day an answer from the files is for; empty for a code without instruments, of which no day is known."""
    from secc.cli.in_time import has_instruments
    from secc.timeline.dates import printed_day

    days = opening.timeline.wording_days() if has_instruments(opening.place) else ()
    if not days:
        return ""
    last = printed_day(days[-1])
    return f"As the files hold it: with every change whose day is known, up to that of {last}. For a day: --as-at DATE."

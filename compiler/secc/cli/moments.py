"""What the commands about time share: the days that are asked about, and the timeline of the Code."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TypeVar

import click

from secc.check.asked_code import AskedCode
from secc.cli.days import DAY as DAY
from secc.cli.days import as_at_option as as_at_option
from secc.cli.days import known_option as known_option
from secc.cli.days import scope_option as scope_option
from secc.cli.options import cache_of, code_folder, shown
from secc.code.house_style import read_house_style
from secc.code.load import LoadedCode, load
from secc.code.settings import read_settings
from secc.code.standards import read_register
from secc.diagnostics import CannotProceed
from secc.history import Folder
from secc.instruments.model import Dimension, Limit, Scope
from secc.instruments.when import OperationRef
from secc.resolve.state import State
from secc.timeline.dates import printed_day
from secc.timeline.default_day import default_day
from secc.timeline.effect import Effects
from secc.timeline.log import Log, read_log
from secc.timeline.opening import Opened, open_timeline
from secc.timeline.replay import Wordings
from secc.timeline.scopes import EVERYBODY
from secc.timeline.states import code_of
from secc.timeline.timeline import Knowledge, Timeline, asking

_Command = TypeVar("_Command", bound=Callable[..., object])


def scope_of(said: str) -> Scope:
    """The scope that is said, as in print or in addresses: `region "North"`, `region=North&user-role=Supplier`.

    Raises `CannotProceed` where it is no scope.
    """
    limits = []
    for part in filter(None, (each for whole in said.split(" and ") for each in _limits(whole))):
        words = part.strip().replace("“", '"').replace("”", '"')
        dimension = next((each for each in Dimension if _begins_with(words, each)), None)
        name = words[len(dimension.value) :].strip(' "=') if dimension is not None else ""
        if dimension is None or not name:
            kinds = ", ".join(each.value for each in Dimension)
            raise CannotProceed(f"--for {said}: say one of {kinds}, and a name in quotes")
        limits.append(Limit(dimension, name))
    return Scope(tuple(sorted(limits, key=lambda limit: (limit.dimension, limit.name)))) if limits else EVERYBODY


def _limits(said: str) -> list[str]:
    """What is written as in an address, `region=North&user-role=Supplier` or with commas, taken apart."""
    parts = said.replace("&", ",").split(",")
    return parts if all("=" in each for each in parts) else [said]


def _begins_with(words: str, dimension: Dimension) -> bool:
    called = words[: len(dimension.value)].replace("-", " ")
    return called.casefold() == dimension.value.casefold()


@dataclass
class Opening:
    """The Code of a folder, in time. Everything is worked out when first asked for."""

    folder: Path | None
    _effects: dict[date | None, Effects] = field(default_factory=dict)
    _codes: dict[int, tuple[Wordings, AskedCode]] = field(default_factory=dict)

    @cached_property
    def place(self) -> Path:
        """The folder of its sources."""
        return code_folder(self.folder)

    @cached_property
    def on_disk(self) -> LoadedCode:
        """The Code as its files hold it."""
        prefix = shown(self.place)
        return load(Folder(self.place), cache_of(self.place), "" if prefix == "." else f"{prefix}/")

    @cached_property
    def frame(self) -> LoadedCode:
        """The Code on disk without its documents: the settings, the register and the house style."""
        tree = Folder(self.place)
        return LoadedCode(read_settings(tree), (), read_register(tree), read_house_style(tree))

    @cached_property
    def opened(self) -> Opened:
        """Its instruments, read. Raises `CannotProceed` where there are none."""
        opened = open_timeline(Folder(self.place), cache_of(self.place))
        if not opened.found:
            raise CannotProceed(
                f"there are no instruments in {shown(self.place)}/instruments: nothing is known of time"
            )
        return opened

    @property
    def timeline(self) -> Timeline:
        """Its instruments in time."""
        return self.opened.timeline

    @cached_property
    def log(self) -> Log:
        """Its document log."""
        return read_log(Folder(self.place))

    def day(self, as_at: date | None) -> date:
        """The day asked about; by default that of the site, or of the version recorded last."""
        return as_at or default_day(self.frame.settings, self.log, self.timeline) or date.max

    def scope(self, whom: str) -> Scope:
        """The scope that is said. Raises `CannotProceed` where it is none, or names one that there is not."""
        scope = scope_of(whom)
        for whole in self.timeline.wholes:
            known = [limit for limit in whole.limits if limit.dimension in {each.dimension for each in scope.limits}]
            absent = [
                each for each in scope.limits if known and each.dimension == known[0].dimension and each not in known
            ]
            if absent:
                names = ", ".join(f'"{limit.name}"' for limit in known)
                raise CannotProceed(f'there is no {absent[0].dimension} "{absent[0].name}"; there are {names}')
        return scope

    def warn(self, wordings: Wordings) -> None:
        """Say on standard error what keeps an answer from being whole: what could not be read, or carried out."""
        faults = len(self.opened.findings)
        if faults:
            told = "a fault" if faults == 1 else f"{faults} faults"
            click.echo(f"secc: the instruments have {told}, so this answer may not be whole: see secc check", err=True)
        for ref, refusal in wordings.refused.items():
            click.echo(f"secc: {ref} could not be carried out, and is left out here: {refusal.words}", err=True)

    def wordings(self, as_at: date | None, known: date | None) -> Wordings:
        """The base wording on a day."""
        return self.timeline.base(self.day(as_at), asking(known))

    def held(self, as_at: date, known: date | None, scope: Scope) -> tuple[OperationRef, ...]:
        """The variations that hold on a day for everybody in a scope, and can be carried out on its text."""
        held = self.timeline.held(as_at, asking(known), scope)
        refused = self.timeline.varied(as_at, held, asking(known)).refused
        return tuple(ref for ref, _ in held if ref not in refused)

    def effective(self, as_at: date, known: date | None, scope: Scope) -> Wordings:
        """The wording on a day with the variations that hold then for everybody in a scope."""
        return self.timeline.effective(as_at, asking(known), scope)

    @cached_property
    def files(self) -> AskedCode:
        """The Code as its files hold it; its documents are bound when they are asked for."""
        return AskedCode(State(self.on_disk, cache_of(self.place)))

    def code(self, wordings: Wordings) -> AskedCode:
        """A wording as a Code; its documents are bound when they are asked for."""
        if id(wordings) not in self._codes:
            state = State(code_of(wordings, self.frame, files=False), cache_of(self.place))
            self._codes[id(wordings)] = (wordings, AskedCode(state))
        return self._codes[id(wordings)][1]

    def effects(self, known: date | None) -> Effects:
        """What has effect, as known on a day."""
        if known not in self._effects:
            self._effects[known] = Effects(self.timeline, asking(known))
        return self._effects[known]


def moment(as_at: date, known: date | None) -> str:
    """`as at 10 November 2016, as known on 31 January 2016`."""
    return f"as at {printed_day(as_at)}" + (f", as known on {printed_day(known)}" if known is not None else "")


def knowledge(known: date | None) -> Knowledge:
    """What is asked as known on a day."""
    return asking(known)

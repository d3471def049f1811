"""What `secc check` is asked to do, and the options that mean nothing together, each refused in words."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from secc.cli.asked import Asked
from secc.cli.formats import WITH_THE_PAST
from secc.cli.formats.statistics import STATISTICS
from secc.cli.in_time import Moment
from secc.diagnostics import CannotProceed


@dataclass(frozen=True, slots=True)
class Choices:
    """The options that say what is to be done; None, or empty, where one was not given."""

    form: str
    what: Literal["prose"] | None
    mode: Literal["fix", "diff", "watch"] | None
    fixes: Literal["all"] | None
    show: Literal["statistics"] | None
    past: Literal["past"] | None
    target: Path | None
    as_at: date | None
    known: date | None
    against: tuple[str, str] | None
    about: str | None

    def moment(self) -> Moment | None:
        """The state to be checked instead of the files, if one was named for them and not for letters."""
        if (self.as_at is None and self.known is None) or self.what is not None:
            return None
        if self.as_at is None:
            raise CannotProceed("--known says by when instruments had been recorded: give --as-at with it")
        if self.mode is not None:
            raise CannotProceed("--as-at checks the text of a day: give it without --fix, --diff and --watch")
        return Moment(self.as_at, self.known)


def refuse_clashes(asked: Asked, choices: Choices) -> None:
    """Raises `CannotProceed` for the first options that do not go together."""
    _refuse_against(choices)
    _refuse_statistics(choices)
    _refuse_past(asked, choices)
    _refuse_writing(asked, choices)
    _refuse_fixes(choices)


def _refuse_against(choices: Choices) -> None:
    if choices.against is not None and choices.about is not None:
        raise CannotProceed("--against and --about both say what letters are about: give one of the two")
    option = "--against" if choices.against is not None else "--about"
    if (choices.against is not None or choices.about is not None) and choices.what is None:
        raise CannotProceed(f"{option} is the change that letters are about: give --prose with it")


def _refuse_statistics(choices: Choices) -> None:
    if choices.show is None:
        return
    if choices.form not in STATISTICS:
        raise CannotProceed(f"--statistics is printed as {', '.join(STATISTICS)}, not as {choices.form}")
    if choices.mode in ("diff", "watch"):
        raise CannotProceed(
            f"--statistics counts findings, and --{choices.mode} prints something else: give one of the two"
        )


def _refuse_past(asked: Asked, choices: Choices) -> None:
    if choices.past is None:
        return
    if choices.form not in WITH_THE_PAST:
        said = ", ".join(WITH_THE_PAST)
        raise CannotProceed(f"--past is printed as {said}; as {choices.form}, what is past would look as if it counted")
    if choices.what is not None:
        raise CannotProceed("--past lists what held in the text of the Code: give it without --prose")
    if asked.moment is not None:
        raise CannotProceed("--as-at checks the text of one day, of which nothing is past: give it without --past")
    if choices.mode is not None or choices.target is not None or choices.show is not None:
        raise CannotProceed(
            "nothing that is past is to be mended: give --past without --fix, --diff, --watch, --statistics and"
            " --write-baseline"
        )


def _refuse_writing(asked: Asked, choices: Choices) -> None:
    in_part = asked.part == "part" or asked.moment is not None
    if choices.target is not None and (in_part or asked.baseline is not None or choices.mode is not None):
        raise CannotProceed(
            "a baseline holds every finding: give --write-baseline without PATHS, --select, --ignore, --baseline,"
            " --as-at, --fix, --diff and --watch"
        )


def _refuse_fixes(choices: Choices) -> None:
    if choices.what is not None and choices.mode is not None:
        raise CannotProceed(f"--{choices.mode} is for the sources of a code; a letter is its author's to mend")
    if choices.fixes is not None and choices.mode not in ("fix", "diff"):
        raise CannotProceed("--unsafe-fixes says which fixes --fix or --diff is to carry out: give one of them")

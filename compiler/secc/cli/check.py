"""`secc check`: what a careful administrator would find."""

import sys
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Literal

import click

from secc.cli.asked import Answer, Asked
from secc.cli.days import as_at_option, known_option
from secc.cli.formats import FORMATS, WITH_THE_PAST
from secc.cli.formats.statistics import STATISTICS
from secc.cli.formats.text import colored, full, in_the_past
from secc.cli.in_time import Moment
from secc.cli.options import code_folder, code_option, color_option, wants_color
from secc.diagnostics import CannotProceed, Diagnostic, Safety
from secc.source import Source


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="full", help="How to print findings.")
@click.option("--select", multiple=True, metavar="RULE", help="Run these rules only (may be given again).")
@click.option("--ignore", multiple=True, metavar="RULE", help="Leave these rules out (may be given again).")
@click.option("--prose", "what", flag_value="prose", help="PATHS are letters or reports about the Code.")
@click.option("--fix", "mode", flag_value="fix", help="Mend what can be mended safely: spaces and marks.")
@click.option("--diff", "mode", flag_value="diff", help="Show what --fix would change, and write nothing.")
@click.option("--unsafe-fixes", "fixes", flag_value="all", help="With --fix or --diff: mend words too.")
@click.option("--watch", "mode", flag_value="watch", help="Check again whenever a file changes, until interrupted.")
@click.option("--statistics", "show", flag_value="statistics", help="Print how many findings there are of each rule.")
@click.option("--baseline", type=click.Path(path_type=Path), help="Leave out the findings that this file knows.")
@click.option("--write-baseline", "target", type=click.Path(path_type=Path), help="Write all findings to this file.")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="The day from which findings count.")
@click.option("--against", nargs=2, metavar="BEFORE AFTER", help="With --prose: the change that the letters are about.")
@click.option("--about", metavar="INSTRUMENT", help="With --prose: the instrument (or its pack) that they are about.")
@as_at_option
@known_option
@code_option
@color_option
def command(
    paths: tuple[Path, ...],
    form: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    what: Literal["prose"] | None,
    mode: Literal["fix", "diff", "watch"] | None,
    fixes: Literal["all"] | None,
    show: Literal["statistics"] | None,
    baseline: Path | None,
    target: Path | None,
    today: datetime | None,
    against: tuple[str, str] | None,
    about: str | None,
    as_at: date | None,
    known: date | None,
    folder: Path | None,
    color: str,
) -> None:
    """Find what is wrong in the Code. With PATHS, print the findings in these files or folders only.

    With --prose, check the letters, consultations or reports that PATHS name (text, Markdown or Word) instead.
    """
    day = today.date() if today else date.today()  # noqa: DTZ011
    asked = Asked(folder, paths, select, ignore, baseline, day, _moment(as_at, known, what, mode))
    _refuse_against(against, about, what)
    _refuse_statistics(form, show, mode)
    _refuse_writing(asked, target, mode)
    _refuse_fixes(what, mode, fixes)
    if mode == "watch":
        from secc.cli.watching import pauses, watch

        watch(asked, code_folder(folder), lambda new, of: _print(_formatted(new, of, form, color)), pauses())
        return
    findings: Sequence[Diagnostic]
    sources: Mapping[str, Source]
    past: Sequence[Diagnostic] = ()
    if mode is not None:
        findings, past, sources = _mended(asked, mode, frozenset(Safety) if fixes else frozenset((Safety.SAFE,)))
    else:
        findings, past, sources = _letters(asked, as_at, known, against or about) if what else _told(asked.answer())
    if target is not None:
        from secc.cli.baseline import write_baseline

        write_baseline(target, findings, sources)
        return
    told = [*findings, *past] if form in WITH_THE_PAST else findings
    _print(STATISTICS[form](findings) if show else _formatted(told, sources, form, color))
    if past and not show and form in ("full", "concise"):
        _print(f"\n{in_the_past(past, sources)}")
    sys.exit(1 if findings else 0)


def _refuse_against(against: tuple[str, str] | None, about: str | None, what: str | None) -> None:
    if against is not None and about is not None:
        raise CannotProceed("--against and --about both say what letters are about: give one of the two")
    option = "--against" if against is not None else "--about"
    if (against is not None or about is not None) and what is None:
        raise CannotProceed(f"{option} is the change that letters are about: give --prose with it")


def _refuse_statistics(form: str, show: str | None, mode: str | None) -> None:
    if show is not None and form not in STATISTICS:
        raise CannotProceed(f"--statistics is printed as {', '.join(STATISTICS)}, not as {form}")
    if show is not None and mode in ("diff", "watch"):
        raise CannotProceed(f"--statistics counts findings, and --{mode} prints something else: give one of the two")


def _refuse_writing(asked: Asked, target: Path | None, mode: str | None) -> None:
    in_part = asked.part == "part" or asked.moment is not None
    if target is not None and (in_part or asked.baseline is not None or mode is not None):
        raise CannotProceed(
            "a baseline holds every finding: give --write-baseline without PATHS, --select, --ignore, --baseline,"
            " --as-at, --fix, --diff and --watch"
        )


def _refuse_fixes(what: str | None, mode: str | None, fixes: str | None) -> None:
    if what is not None and mode is not None:
        raise CannotProceed(f"--{mode} is for the sources of a code; a letter is its author's to mend")
    if fixes is not None and mode not in ("fix", "diff"):
        raise CannotProceed("--unsafe-fixes says which fixes --fix or --diff is to carry out: give one of them")


def _moment(as_at: date | None, known: date | None, what: str | None, mode: str | None) -> Moment | None:
    if (as_at is None and known is None) or what is not None:
        return None
    if as_at is None:
        raise CannotProceed("--known says by when instruments had been recorded: give --as-at with it")
    if mode is not None:
        raise CannotProceed("--as-at checks the text of a day: give it without --fix, --diff and --watch")
    return Moment(as_at, known)


_Told = tuple[Sequence[Diagnostic], Sequence[Diagnostic], Mapping[str, Source]]


def _letters(asked: Asked, as_at: date | None, known: date | None, change: tuple[str, str] | str | None) -> _Told:
    from secc.cli.prose import Beside, checked_letters  # a check of the Code starts without what reads letters

    beside = Beside(as_at, known, change)
    findings, sources = checked_letters(asked.paths, asked.folder, asked.select, asked.ignore, beside)
    return findings, (), sources


def _mended(asked: Asked, mode: Literal["fix", "diff"], wanted: Collection[Safety]) -> _Told:
    """What is left once the files are mended; what `--diff` shows ends the program."""
    from secc.cli.mending import mend, show  # a check starts without what mends

    if mode == "diff":
        sys.exit(1 if show(asked, wanted) else 0)
    return _told(mend(asked, wanted))


def _told(answer: Answer) -> _Told:
    return answer.findings, answer.past, answer.sources


def _formatted(findings: Sequence[Diagnostic], sources: Mapping[str, Source], form: str, color: str) -> str:
    if form == "full" and wants_color(color):
        return full(findings, sources, colored)
    return FORMATS[form](findings, sources)


def _print(text: str) -> None:
    """On a terminal as it shows text; elsewhere UTF-8 and line feeds, whatever the machine's habits."""
    if text:
        click.echo(text if sys.stdout.isatty() else text.encode(), color=True)

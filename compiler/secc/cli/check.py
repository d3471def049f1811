"""`secc check`: what a careful administrator would find."""

import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Literal

import click

from secc.cli.asked import Answer, Asked
from secc.cli.clashes import Choices, refuse_clashes
from secc.cli.days import DAY, known_option
from secc.cli.formats import FORMATS
from secc.cli.formats.statistics import STATISTICS
from secc.cli.formats.text import colored, full, how_many_past, in_the_past
from secc.cli.options import code_folder, code_option, color_option, wants_color
from secc.cli.terminal import styled
from secc.diagnostics import Diagnostic, Safety
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
@click.option("--past", "past", flag_value="past", help="List too what held in the past and no longer.")
@click.option("--baseline", type=click.Path(path_type=Path), help="Leave out the findings that this file knows.")
@click.option("--write-baseline", "target", type=click.Path(path_type=Path), help="Write all findings to this file.")
@click.option("--today", type=DAY, help="The day from which findings count.")
@click.option("--against", nargs=2, metavar="BEFORE AFTER", help="With --prose: the change that the letters are about.")
@click.option("--about", metavar="INSTRUMENT", help="With --prose: the instrument (or its pack) that they are about.")
@click.option("--as-at", "as_at", type=DAY, help="Check the text of this day, as varied then, or letters beside it.")
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
    past: Literal["past"] | None,
    baseline: Path | None,
    target: Path | None,
    today: date | None,
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
    choices = Choices(form, what, mode, fixes, show, past, target, as_at, known, against, about)
    day = today or date.today()  # noqa: DTZ011
    asked = Asked(folder, paths, select, ignore, baseline, day, choices.moment())
    refuse_clashes(asked, choices)
    if mode == "watch":
        _watch(asked, form, color)
        return
    answer = _answer(asked, choices)
    if target is not None:
        from secc.cli.baseline import write_baseline

        write_baseline(target, answer.findings, answer.sources)
        return
    _print(_told(answer, choices, color))
    sys.exit(1 if answer.findings else 0)


def _watch(asked: Asked, form: str, color: str) -> None:
    from secc.cli.watching import pauses, watch

    watch(asked, code_folder(asked.folder), lambda new, of: _print(_formatted(new, of, form, color)), pauses())


def _answer(asked: Asked, choices: Choices) -> Answer:
    if choices.what is not None:
        return _letters(asked, choices)
    if choices.mode is not None:
        return _mended(asked, choices)
    return asked.answer()


def _letters(asked: Asked, choices: Choices) -> Answer:
    from secc.cli.prose import Beside, checked_letters  # a check of the Code starts without what reads letters

    beside = Beside(choices.as_at, choices.known, choices.against or choices.about)
    findings, sources = checked_letters(asked.paths, asked.folder, asked.select, asked.ignore, beside)
    return Answer(findings, (), sources)


def _mended(asked: Asked, choices: Choices) -> Answer:
    """What is left once the files are mended; what `--diff` shows ends the program."""
    from secc.cli.mending import mend, show  # a check starts without what mends

    wanted = frozenset(Safety) if choices.fixes else frozenset((Safety.SAFE,))
    if choices.mode == "diff":
        sys.exit(1 if show(asked, wanted) else 0)
    return mend(asked, wanted)


def _told(answer: Answer, choices: Choices, color: str) -> str:
    """What counts; then, for people, how much is past, or what."""
    if choices.show is not None:
        return STATISTICS[choices.form](answer.findings)
    if choices.form not in ("full", "concise"):
        shown = [*answer.findings, *answer.past] if choices.past else answer.findings
        return FORMATS[choices.form](shown, answer.sources)
    told = _formatted(answer.findings, answer.sources, choices.form, color)
    if not answer.past:
        return told
    past = in_the_past(answer.past, answer.sources) if choices.past else how_many_past(answer.past)
    return f"{told}\n\n{past}"


def _formatted(findings: Sequence[Diagnostic], sources: Mapping[str, Source], form: str, color: str) -> str:
    if form == "full" and wants_color(color):
        return full(findings, sources, colored)
    return FORMATS[form](findings, sources)


def _print(text: str) -> None:
    """On a terminal as it shows text; elsewhere UTF-8 and line feeds, whatever the machine's habits."""
    if text:
        styled(text if sys.stdout.isatty() else text.encode())

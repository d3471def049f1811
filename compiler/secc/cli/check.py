"""`secc check`: what a careful administrator would find."""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal

import click

from secc.check import check
from secc.cli.baseline import new_findings, write_baseline
from secc.cli.chosen import chosen_rules, without_settings
from secc.cli.formats import FORMATS
from secc.cli.formats.statistics import STATISTICS
from secc.cli.formats.text import colored, full
from secc.cli.options import code_option, color_option, resolved_code, shown, wants_color
from secc.cli.prose import checked_letters
from secc.diagnostics import CannotProceed, Diagnostic
from secc.resolve.model import ResolvedCode
from secc.source import Source


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="full", help="How to print findings.")
@click.option("--select", multiple=True, metavar="RULE", help="Run these rules only (may be given again).")
@click.option("--ignore", multiple=True, metavar="RULE", help="Leave these rules out (may be given again).")
@click.option("--prose", "what", flag_value="prose", help="PATHS are letters or reports about the Code.")
@click.option("--statistics", "show", flag_value="statistics", help="Print how many findings there are of each rule.")
@click.option("--baseline", type=click.Path(path_type=Path), help="Leave out the findings that this file knows.")
@click.option("--write-baseline", "target", type=click.Path(path_type=Path), help="Write all findings to this file.")
@code_option
@color_option
def command(
    paths: tuple[Path, ...],
    form: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    what: Literal["prose"] | None,
    show: Literal["statistics"] | None,
    baseline: Path | None,
    target: Path | None,
    folder: Path | None,
    color: str,
) -> None:
    """Find what is wrong in the Code. With PATHS, print the findings in these files or folders only.

    With --prose, check the letters, consultations or reports that PATHS name (text, Markdown or Word) instead.
    """
    if show is not None and form not in STATISTICS:
        raise CannotProceed(f"--statistics is printed as {', '.join(STATISTICS)}, not as {form}")
    part = bool(paths or select or ignore)
    if target is not None and (part or baseline is not None):
        raise CannotProceed(
            "a baseline holds every finding: give --write-baseline without PATHS, --select, --ignore and --baseline"
        )
    findings, sources = checked_letters(paths, folder, select, ignore) if what else _checked(folder, select, ignore)
    if target is not None:
        write_baseline(target, findings, sources)
        return
    if baseline is not None:
        findings = new_findings(baseline, findings, sources, "part" if part else "all")
    findings = findings if what else _within(findings, paths, sources)
    _print(STATISTICS[form](findings) if show else _formatted(form, findings, sources, color))
    sys.exit(1 if findings else 0)


def _checked(
    folder: Path | None, select: Sequence[str], ignore: Sequence[str]
) -> tuple[Sequence[Diagnostic], dict[str, Source]]:
    code = resolved_code(folder)
    return _findings(code, select, ignore), code.loaded.sources


def _findings(code: ResolvedCode, select: Sequence[str], ignore: Sequence[str]) -> tuple[Diagnostic, ...]:
    """Those of the rules chosen, but where code.toml leaves them out; in the order of its documents."""
    rules = chosen_rules(code.loaded.settings, select, ignore)
    findings = without_settings(check(code, rules), code, rules)
    order = {path: number for number, path in enumerate(code.loaded.sources)}
    return tuple(sorted(findings, key=lambda found: order[found.path]))


def _within(
    findings: Sequence[Diagnostic], paths: Sequence[Path], sources: Mapping[str, Source]
) -> Sequence[Diagnostic]:
    """The findings in the files or folders named; all where none is."""
    if not paths:
        return findings
    wanted: set[str] = set()
    for path in paths:
        if not path.exists():
            raise CannotProceed(f"there is no file or folder {path}")
        place = shown(path)
        below = {each for each in sources if place in (".", each) or each.startswith(f"{place}/")}
        if not below:
            raise CannotProceed(f"{path} is no document of this code: code.toml does not list it")
        wanted |= below
    return [found for found in findings if found.path in wanted]


def _formatted(form: str, findings: Sequence[Diagnostic], sources: Mapping[str, Source], color: str) -> str:
    if form == "full" and wants_color(color):
        return full(findings, sources, colored)
    return FORMATS[form](findings, sources)


def _print(text: str) -> None:
    """On a terminal as it shows text; elsewhere UTF-8 and line feeds, whatever the machine's habits."""
    if text:
        click.echo(text if sys.stdout.isatty() else text.encode(), color=True)

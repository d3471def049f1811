"""`secc check`: what a careful administrator would find."""

import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import click

from secc.check import check
from secc.check.rule import Rule
from secc.check.rules import RULES, named
from secc.cli import report
from secc.cli.options import code_option, color_option, resolved_code, shown, wants_color
from secc.diagnostics import CannotProceed, Diagnostic
from secc.source import Source

_FORMATS: dict[str, Callable[[Sequence[Diagnostic], Mapping[str, Source]], str]] = {
    "concise": report.concise,
    "json": report.as_json,
    "jsonl": report.as_json_lines,
}


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["full", *_FORMATS]), default="full", help="How to print findings.")
@click.option("--select", multiple=True, metavar="RULE", help="Run these rules only (may be given again).")
@click.option("--ignore", multiple=True, metavar="RULE", help="Leave these rules out (may be given again).")
@code_option
@color_option
def command(
    paths: tuple[Path, ...],
    form: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    folder: Path | None,
    color: str,
) -> None:
    """Find what is wrong in the Code. With PATHS, print the findings in these files or folders only."""
    rules = _rules(select, ignore)
    code = resolved_code(folder)
    ignored = {rule.name for rule in rules} & set(code.loaded.settings.ignored_rules)
    findings = _within(check(code, [rule for rule in rules if rule.name not in ignored]), paths, code.loaded.sources)
    if form == "full":
        click.echo(report.full(findings, code.loaded.sources, color=wants_color(color)), color=True)
    else:
        click.echo(_FORMATS[form](findings, code.loaded.sources))
    sys.exit(1 if findings else 0)


def _rules(select: Sequence[str], ignore: Sequence[str]) -> list[Rule]:
    for name in (*select, *ignore):
        if named(name) is None:
            raise CannotProceed(f"there is no rule `{name}`; see `secc rules`")
    return [rule for rule in RULES if (not select or rule.name in select) and rule.name not in ignore]


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

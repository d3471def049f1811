"""`secc rules`: the table of rules."""

import json
from pathlib import Path

import click

from secc.check.catalogue import every_rule
from secc.check.rule import NamedRule


@click.command("rules")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print the table.")
@click.option("--pages", type=click.Path(path_type=Path), help="Write a page for each rule into this folder instead.")
def command(form: str, pages: Path | None) -> None:
    """List the rules: name, how much its findings matter, what it finds."""
    if pages is not None:
        pages.mkdir(parents=True, exist_ok=True)
        for name, text in rule_pages().items():
            (pages / name).write_text(text, encoding="utf-8")
        return
    if form == "json":
        records = [{"name": rule.name, "severity": rule.severity.value, "finds": rule.summary} for rule in every_rule()]
        click.echo(json.dumps({"version": 1, "rules": records}, ensure_ascii=False, indent=2))
        return
    width = max(len(rule.name) for rule in every_rule())
    for rule in every_rule():
        click.echo(f"{rule.name:<{width}}  {rule.severity:<7}  {rule.summary}")


def rule_pages() -> dict[str, str]:
    """The pages of docs/rules: one for each rule, and their table."""
    rows = [f"| [{rule.name}]({rule.name}.md) | {rule.severity} | {rule.summary} |" for rule in every_rule()]
    table = "\n".join(["# The rules", "", "| rule | severity | finds |", "| --- | --- | --- |", *rows, ""])
    return {"README.md": table, **{f"{rule.name}.md": _page(rule) for rule in every_rule()}}


def _page(rule: NamedRule) -> str:
    return f"# {rule.name}\n\n{rule.page}\n"

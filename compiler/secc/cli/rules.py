"""`secc rules`: the table of rules."""

import json

import click

from secc.check.rules import RULES


@click.command("rules")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print the table.")
def command(form: str) -> None:
    """List the rules: name, how much its findings matter, what it finds."""
    if form == "json":
        records = [{"name": rule.name, "severity": rule.severity.value, "finds": rule.summary} for rule in RULES]
        click.echo(json.dumps({"version": 1, "rules": records}, ensure_ascii=False, indent=2))
        return
    width = max(len(rule.name) for rule in RULES)
    for rule in RULES:
        click.echo(f"{rule.name:<{width}}  {rule.severity:<7}  {rule.summary}")

"""`secc explain`: what a rule is for and how to mend what it finds."""

import click

from secc.check.catalogue import every_rule, rule_named
from secc.check.near import nearest
from secc.diagnostics import CannotProceed


@click.command("explain")
@click.argument("rule")
def command(rule: str) -> None:
    """Tell what RULE is for, with a wrong and a right example, and how to mend what it finds."""
    found = rule_named(rule)
    if found is None:
        near = nearest(rule, (each.name for each in every_rule()), limit=1, cutoff=50)
        hint = f"; did you mean `{near[0]}`?" if near else ""
        raise CannotProceed(f"there is no rule `{rule}`{hint}")
    click.echo(f"{found.name} ({found.severity})\n\n{found.page}")

"""The rules, each in a module of its own, in the order in which `secc rules` lists them."""

from secc.check.rule import Rule

RULES: tuple[Rule, ...] = ()


def named(name: str) -> Rule | None:
    """The rule of a name, or None."""
    return next((rule for rule in RULES if rule.name == name), None)

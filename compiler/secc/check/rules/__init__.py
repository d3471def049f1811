"""The rules, each in a module of its own, in the order in which `secc rules` lists them."""

from secc.check.rule import Rule
from secc.check.rules import (
    dangling_reference,
    duplicate_definition,
    duplicate_number,
    echoed_heading,
    out_of_order_number,
    placeholder,
    syntax,
    undefined_term,
    unused_definition,
    unused_suppression,
)

RULES: tuple[Rule, ...] = (
    syntax.RULE,
    duplicate_number.RULE,
    out_of_order_number.RULE,
    dangling_reference.RULE,
    echoed_heading.RULE,
    undefined_term.RULE,
    duplicate_definition.RULE,
    unused_definition.RULE,
    placeholder.RULE,
    unused_suppression.RULE,
)


def named(name: str) -> Rule | None:
    """The rule of a name, or None."""
    return next((rule for rule in RULES if rule.name == name), None)

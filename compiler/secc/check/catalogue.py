"""Every rule: those for the Code, those in time, then those that only letters have."""

from secc.check.rule import NamedRule
from secc.check.rules import RULES


def every_rule() -> tuple[NamedRule, ...]:
    """Every rule once, in the order in which they are listed."""
    from secc.check.in_time.rules import TIME_RULES  # a check of the Code starts without these
    from secc.check.prose.rules import PROSE_RULES

    return (*RULES, *TIME_RULES, *(rule for rule in PROSE_RULES if rule.like is None))


def rule_named(name: str) -> NamedRule | None:
    """The rule of a name, or None."""
    return next((rule for rule in every_rule() if rule.name == name), None)

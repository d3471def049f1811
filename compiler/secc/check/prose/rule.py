"""What a rule for letters is: as a rule for the Code, but it reads a letter, report or consultation."""

from collections.abc import Callable, Iterator

from secc.check.prose.reader import Reader
from secc.check.rule import Finding, NamedRule


class ProseRule(NamedRule, frozen=True):
    """A rule that reads one letter at a time. `like` is the rule for the Code that finds the same there, if any."""

    find: Callable[[Reader], Iterator[Finding]]
    like: NamedRule | None = None

    @property
    def page(self) -> str:
        """Its documentation, that of the rule for the Code where there is one."""
        return self.like.page if self.like is not None else NamedRule.page.__get__(self)


def as_in_the_code(rule: NamedRule, find: Callable[[Reader], Iterator[Finding]]) -> ProseRule:
    """The rule for letters that finds what a rule finds in the Code, under the same name."""
    return ProseRule(rule.name, rule.severity, find, rule)

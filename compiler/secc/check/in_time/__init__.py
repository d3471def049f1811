"""Findings about the Code in time: about its instruments, and about its text in every state, past and to come."""

from collections.abc import Sequence

from secc.check.in_time.known import KnownTime
from secc.check.in_time.rule import TimeRule
from secc.check.in_time.states import Held, held_findings
from secc.check.rule import Rule, diagnostic
from secc.diagnostics import Diagnostic, in_order

__all__ = ["Held", "KnownTime", "TimeRule", "about_instruments", "held_findings"]


def about_instruments(known: KnownTime, rules: Sequence[TimeRule | Rule]) -> tuple[Diagnostic, ...]:
    """What instruments break of their language, and what the rules in time find, where the operations stand."""
    found = [diagnostic(rule, each) for rule in rules if isinstance(rule, TimeRule) for each in rule.find(known)]
    return in_order([*known.opened.findings, *found])

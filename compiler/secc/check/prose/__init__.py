"""Findings about a letter, consultation or report: the checks of the Code held to a text that is not part of it."""

from collections.abc import Sequence

from secc.check.known import Known
from secc.check.prose.reader import Reader
from secc.check.prose.rule import ProseRule
from secc.check.rule import diagnostic
from secc.diagnostics import Diagnostic, in_order
from secc.reading.letter import Letter


def check_letter(
    letter: Letter, known: Known | None, rules: Sequence[ProseRule], changed: frozenset[str] | None = None
) -> tuple[Diagnostic, ...]:
    """Every finding in a letter, once, in the order of its text; `known` is the Code that it is about, if any.

    `changed` are the documents that the change changes which it is about, as they are printed, where that is given.
    """
    reader = Reader(letter, known, changed)
    return in_order([diagnostic(rule, found) for rule in rules for found in rule.find(reader)])

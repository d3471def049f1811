"""Findings that an instrument allows: `// allow RULE: reason` on the line above an operation, or above the header."""

from collections.abc import Iterator, Sequence
from datetime import date

from secc.diagnostics import Diagnostic, Edit, Fix, Safety, Severity
from secc.instruments.folder import FoundInstrument
from secc.source import Span
from secc.syntax.patterns import SUPPRESSION


class _Allowed:
    """A line that allows a rule, and the paragraph below it."""

    def __init__(self, rule: str, until: str, line: Span, covers: Span) -> None:
        self.rule = rule
        self.until = date.fromisoformat(until) if until else None
        self.line = line
        self.covers = covers

    def allows(self, found: Diagnostic, today: date) -> bool:
        """Whether it does on a day."""
        ended = self.until is not None and self.until <= today
        return self.rule == found.rule and not ended and self.covers.start <= found.span.start < self.covers.end


def without_allowed(
    findings: Sequence[Diagnostic], instruments: Sequence[FoundInstrument], today: date, rules: frozenset[str]
) -> tuple[Diagnostic, ...]:
    """The findings that no instrument allows, and the lines that allow nothing, of the rules that were run."""
    kept: list[Diagnostic] = []
    by_path: dict[str, list[Diagnostic]] = {}
    for found in findings:
        by_path.setdefault(found.path, []).append(found)
    for each in instruments:
        own = by_path.pop(each.source.path, [])
        allowed = list(_allowed(each)) if "// allow" in each.source.text else []
        kept += [found for found in own if not any(line.allows(found, today) for line in allowed)]
        for line in allowed:
            if line.rule in rules and not any(line.allows(found, today) for found in own):
                kept.append(_unused(each, line))
    kept += [found for of_path in by_path.values() for found in of_path]
    return tuple(kept)


def _allowed(found: FoundInstrument) -> Iterator[_Allowed]:
    spans = [found.instrument.span, *(each.span for each in found.instrument.operations)]
    position = 0
    for line in found.source.text.splitlines(keepends=True):
        said = SUPPRESSION.match(line.strip())
        start, position = position, position + len(line)
        if said is None or not said["reason"]:
            continue
        below = min((span for span in spans if span.start >= start), key=lambda span: span.start, default=None)
        if below is not None and _is_day(said["until"] or ""):
            yield _Allowed(said["rule"], said["until"] or "", Span(start, position), below)


def _is_day(text: str) -> bool:
    try:
        return not text or bool(date.fromisoformat(text))
    except ValueError:
        return False


def _unused(found: FoundInstrument, line: _Allowed) -> Diagnostic:
    return Diagnostic(
        rule="unused-suppression",
        severity=Severity.WARNING,
        headline=f"nothing here breaks `{line.rule}` any more",
        path=found.source.path,
        span=Span(line.line.start, line.line.end - 1),
        label="allows nothing",
        provision=found.instrument.name,
        helps=("delete this line",),
        fix=Fix("delete this line", (Edit(line.line, ""),), Safety.SAFE),
    )

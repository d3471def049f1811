"""Findings as they are printed: in full for a person, a line each, or for machines."""

import json
from collections.abc import Iterable, Mapping, Sequence

import click

from secc.diagnostics import Diagnostic, Severity
from secc.source import Source, Span

_COLORS = {Severity.ERROR: "red", Severity.WARNING: "yellow"}


def full(findings: Sequence[Diagnostic], sources: Mapping[str, Source], *, color: bool) -> str:
    """Every finding with the line it is on, what is wrong there and what to do, then how many there are."""
    pieces = [_full(found, sources[found.path], _Paint(color)) for found in findings]
    return "\n\n".join([*pieces, summary(findings)])


def concise(findings: Sequence[Diagnostic], sources: Mapping[str, Source]) -> str:
    """A line each: path:line:column: severity[rule] provision: headline."""
    lines: list[str] = []
    for found in findings:
        line, column = sources[found.path].place(found.span.start)
        provision = f"{found.provision}: " if found.provision else ""
        lines.append(f"{found.path}:{line}:{column}: {found.severity}[{found.rule}] {provision}{found.headline}")
    return "\n".join([*lines, summary(findings)])


def as_json(findings: Sequence[Diagnostic], sources: Mapping[str, Source]) -> str:
    """A JSON document: `version` and `findings`."""
    records = [_record(found, sources) for found in findings]
    return json.dumps({"version": 1, "findings": records}, ensure_ascii=False, indent=2)


def as_json_lines(findings: Sequence[Diagnostic], sources: Mapping[str, Source]) -> str:
    """A JSON object a line for each finding."""
    return "\n".join(json.dumps(_record(found, sources), ensure_ascii=False) for found in findings)


def summary(findings: Iterable[Diagnostic]) -> str:
    """`3 errors and 1 warning in 2 files`."""
    found = list(findings)
    if not found:
        return "nothing to mend"
    counts = [(severity, sum(each.severity is severity for each in found)) for severity in Severity]
    parts = [_count(number, severity) for severity, number in counts if number]
    return f"{' and '.join(parts)} in {_count(len({each.path for each in found}), 'file')}"


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


class _Paint:
    """Colours words, or leaves them."""

    def __init__(self, color: bool) -> None:  # noqa: FBT001  # the one thing that it is made of
        self._color = color

    def __call__(self, text: str, fg: str, *, bold: bool = False) -> str:
        return click.style(text, fg=fg, bold=bold) if self._color else text


def _full(found: Diagnostic, source: Source, paint: _Paint) -> str:
    line, column = source.place(found.span.start)
    width = len(str(line))
    bar = paint("|", "blue")
    head = paint(f"{found.severity}[{found.rule}]", _COLORS[found.severity], bold=True)
    where = f"   in {found.provision}" if found.provision else ""
    rows = [
        f"{head}: {found.headline}",
        f"{' ' * width}{paint('-->', 'blue')} {found.path}:{line}:{column}{where}",
        f"{' ' * width} {bar}",
        *_marked(source, found.span, found.label, paint, width),
    ]
    rows += [f"{' ' * width} {paint('=', 'blue')} help: {help_}" for help_ in found.helps]
    for related in found.related:
        at = source.place(related.span.start) if related.path == found.path else None
        place = f" (line {at[0]})" if at else f" ({related.path})"
        rows.append(f"{' ' * width} {paint('=', 'blue')} see: {related.message}{place}")
    rows.append(f"{' ' * width} {paint('=', 'blue')} help: secc explain {found.rule}")
    return "\n".join(rows)


def _marked(source: Source, span: Span, label: str, paint: _Paint, width: int) -> list[str]:
    """The line with carets below the marked words, cut around them where it is long."""
    line, column = source.place(span.start)
    text = source.line(line).replace("\t", " ")
    length = max(1, min(span.end - span.start, len(text) - column + 1))
    start = max(0, column - 1 - _BEFORE) if len(text) > _WIDE else 0
    stop = min(len(text), max(start + _WIDE, column - 1 + length)) if len(text) > _WIDE else len(text)
    shown = ("…" if start else "") + text[start:stop] + ("…" if stop < len(text) else "")
    before = column - 1 - start + (1 if start else 0)
    bar = paint("|", "blue")
    carets = paint("^" * length + (f" {label}" if label else ""), "red", bold=True)
    return [f"{line:>{width}} {bar} {_visible(shown)}", f"{' ' * width} {bar} {' ' * before}{carets}"]


_WIDE = 160
_BEFORE = 60


def _visible(text: str) -> str:
    """The text with characters that a terminal would not show, or would obey, as their numbers."""
    return "".join(letter if letter.isprintable() or letter == " " else f"<U+{ord(letter):04X}>" for letter in text)


def _record(found: Diagnostic, sources: Mapping[str, Source]) -> dict[str, object]:
    source = sources[found.path]
    return {
        "rule": found.rule,
        "severity": found.severity.value,
        "headline": found.headline,
        "provision": found.provision,
        "path": found.path,
        **_range(source, found.span),
        "label": found.label,
        "helps": list(found.helps),
        "related": [
            {"path": each.path, **_range(sources[each.path], each.span), "message": each.message}
            for each in found.related
        ],
    }


def _range(source: Source, span: Span) -> dict[str, int]:
    (line, column), (end_line, end_column) = source.place(span.start), source.place(span.end)
    return {"line": line, "column": column, "end_line": end_line, "end_column": end_column}

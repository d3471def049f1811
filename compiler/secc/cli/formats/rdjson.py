"""The Reviewdog Diagnostic Format (`reviewdog -f=rdjson`), which comments on changes in many forges."""

import json
from collections.abc import Mapping, Sequence

from secc.cli.formats.wording import in_sentences
from secc.diagnostics import Diagnostic, Severity
from secc.source import Source, Span

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING"}


def rdjson(findings: Sequence[Diagnostic], sources: Mapping[str, Source]) -> str:
    """A `DiagnosticResult`."""
    records = [_record(found, sources[found.path]) for found in findings]
    return json.dumps({"source": {"name": "secc"}, "diagnostics": records}, ensure_ascii=False, indent=2)


def _record(found: Diagnostic, source: Source) -> dict[str, object]:
    record: dict[str, object] = {
        "message": in_sentences(found),
        "location": {"path": found.path, "range": _range(source, found.span)},
        "severity": _SEVERITIES[found.severity],
        "code": {"value": found.rule},
    }
    if found.fix is not None:
        record["suggestions"] = [{"range": _range(source, each.span), "text": each.text} for each in found.fix.edits]
    return record


def _range(source: Source, span: Span) -> dict[str, dict[str, int]]:
    return {"start": _position(source, span.start), "end": _position(source, span.end)}


def _position(source: Source, offset: int) -> dict[str, int]:
    """The format counts columns from 1 in bytes of UTF-8 (reviewdog.proto, `Position`)."""
    line, column = source.place(offset)
    return {"line": line, "column": len(source.line(line)[: column - 1].encode()) + 1}

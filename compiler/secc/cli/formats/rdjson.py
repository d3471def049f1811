"""The Reviewdog Diagnostic Format (`reviewdog -f=rdjson`), which comments on changes in many forges."""

import json
from collections.abc import Mapping, Sequence

from secc.cli.formats.wording import in_sentences
from secc.diagnostics import Diagnostic, Severity
from secc.source import Source

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING"}


def rdjson(findings: Sequence[Diagnostic], sources: Mapping[str, Source]) -> str:
    """A `DiagnosticResult`."""
    records = [_record(found, sources[found.path]) for found in findings]
    return json.dumps({"source": {"name": "secc"}, "diagnostics": records}, ensure_ascii=False, indent=2)


def _record(found: Diagnostic, source: Source) -> dict[str, object]:
    return {
        "message": in_sentences(found),
        "location": {
            "path": found.path,
            "range": {"start": _position(source, found.span.start), "end": _position(source, found.span.end)},
        },
        "severity": _SEVERITIES[found.severity],
        "code": {"value": found.rule},
    }


def _position(source: Source, offset: int) -> dict[str, int]:
    """The format counts columns from 1 in bytes of UTF-8 (reviewdog.proto, `Position`)."""
    line, column = source.place(offset)
    return {"line": line, "column": len(source.line(line)[: column - 1].encode()) + 1}

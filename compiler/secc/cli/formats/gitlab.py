"""A Code Quality report for GitLab, whose merge requests then say what is new and what is mended."""

import json
from collections.abc import Mapping, Sequence

from secc.check.fingerprints import fingerprints
from secc.cli.formats.places import place_of
from secc.cli.formats.wording import in_sentences
from secc.diagnostics import Diagnostic, Severity
from secc.source import Source

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor"}


def gitlab(findings: Sequence[Diagnostic], sources: Mapping[str, Source]) -> str:
    """A JSON array. GitLab shows only the first of two equal fingerprints; these are all different."""
    marks = fingerprints(findings, sources)
    records = [_record(found, mark, sources[found.path]) for found, mark in zip(findings, marks, strict=True)]
    return json.dumps(records, ensure_ascii=False, indent=2)


def _record(found: Diagnostic, fingerprint: str, source: Source) -> dict[str, object]:
    place = place_of(source, found.span)
    return {
        "description": in_sentences(found),
        "check_name": found.rule,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[found.severity],
        "location": {"path": found.path, "lines": {"begin": place.line, "end": place.end_line}},
    }

"""For programs: JSON, as one document or a line each. Version 1; keys may be added, none changes its meaning."""

import json
from collections.abc import Mapping, Sequence

import msgspec

from secc.check.fingerprints import fingerprints
from secc.cli.formats.places import place_of
from secc.diagnostics import Diagnostic, Fix
from secc.source import Source

VERSION = 1


def as_json(findings: Sequence[Diagnostic], sources: Mapping[str, Source]) -> str:
    """A JSON document: `version` and `findings`."""
    return json.dumps({"version": VERSION, "findings": _records(findings, sources)}, ensure_ascii=False, indent=2)


def as_json_lines(findings: Sequence[Diagnostic], sources: Mapping[str, Source]) -> str:
    """A JSON object a line for each finding; nothing for none."""
    return "\n".join(json.dumps(each, ensure_ascii=False) for each in _records(findings, sources))


def _records(findings: Sequence[Diagnostic], sources: Mapping[str, Source]) -> list[dict[str, object]]:
    marks = fingerprints(findings, sources)
    return [_record(found, mark, sources) for found, mark in zip(findings, marks, strict=True)]


def _record(found: Diagnostic, fingerprint: str, sources: Mapping[str, Source]) -> dict[str, object]:
    return {
        "rule": found.rule,
        "severity": found.severity.value,
        "headline": found.headline,
        "provision": found.provision,
        "path": found.path,
        **msgspec.structs.asdict(place_of(sources[found.path], found.span)),
        "label": found.label,
        "helps": list(found.helps),
        "related": [
            {
                "path": each.path,
                **msgspec.structs.asdict(place_of(sources[each.path], each.span)),
                "message": each.message,
            }
            for each in found.related
        ],
        "fingerprint": fingerprint,
        "days": [{"from": first.isoformat(), "to": last.isoformat() if last else None} for first, last in found.days],
        "fix": _fix(found.fix, sources[found.path]) if found.fix is not None else None,
    }


def _fix(fix: Fix, source: Source) -> dict[str, object]:
    return {
        "says": fix.says,
        "safety": fix.safety.value,
        "edits": [{**msgspec.structs.asdict(place_of(source, each.span)), "text": each.text} for each in fix.edits],
    }

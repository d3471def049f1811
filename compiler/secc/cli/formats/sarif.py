"""SARIF 2.1.0 (OASIS), for code scanning and for viewers of it."""

import json
import textwrap
from collections.abc import Mapping, Sequence
from urllib.parse import quote

from secc.check.catalogue import every_rule
from secc.check.fingerprints import fingerprints
from secc.check.rule import NamedRule
from secc.cli.formats.places import place_of
from secc.cli.formats.wording import in_sentences, visible
from secc.diagnostics import Diagnostic, Fix, Safety, Severity
from secc.source import Source, Span

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning"}


def sarif(findings: Sequence[Diagnostic], sources: Mapping[str, Source]) -> str:
    """A log with one run, which names every rule, so that a result can be read without secc."""
    from importlib.metadata import version  # slow to import, and only needed here

    places = {rule.name: place for place, rule in enumerate(every_rule())}
    marks = fingerprints(findings, sources)
    run = {
        "tool": {
            "driver": {"name": "secc", "version": version("secc"), "rules": [_rule(rule) for rule in every_rule()]}
        },
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(found, places[found.rule], mark, sources) for found, mark in zip(findings, marks, strict=True)
        ],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _rule(rule: NamedRule) -> dict[str, object]:
    return {
        "id": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": _what_it_finds(rule)},
        "help": {"text": rule.page, "markdown": rule.page},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _what_it_finds(rule: NamedRule) -> str:
    """The section of that name, as a paragraph; GitHub will have one, of at most 1,024 characters."""
    section = rule.page.partition("## What it finds")[2].partition("\n## ")[0]
    return textwrap.shorten(section, 1_024, placeholder="…") or rule.summary


def _result(found: Diagnostic, rule: int, fingerprint: str, sources: Mapping[str, Source]) -> dict[str, object]:
    place: dict[str, object] = {"physicalLocation": _physical(found.path, found.span, sources)}
    if found.provision:
        place["logicalLocations"] = [{"fullyQualifiedName": found.provision, "kind": "provision"}]
    result: dict[str, object] = {
        "ruleId": found.rule,
        "ruleIndex": rule,
        "level": _LEVELS[found.severity],
        "message": _message(in_sentences(found)),
        "locations": [place],
        # GitHub looks at the first name alone; the second says how it was made (secc/check/fingerprints.py).
        "partialFingerprints": {"primaryLocationLineHash": fingerprint, "ruleProvisionText/v1": fingerprint},
    }
    if found.related:
        result["relatedLocations"] = [
            {
                "id": number,
                "message": _message(visible(each.message)),
                "physicalLocation": _physical(each.path, each.span, sources),
            }
            for number, each in enumerate(found.related, start=1)
        ]
    if found.fix is not None:
        result["fixes"] = [_fix(found.fix, found.path, sources[found.path])]
    return result


def _fix(fix: Fix, path: str, source: Source) -> dict[str, object]:
    words = " (changes words)" if fix.safety is Safety.UNSAFE else ""
    replacements = [
        {"deletedRegion": _region(source, each.span), "insertedContent": {"text": each.text}} for each in fix.edits
    ]
    return {
        "description": _message(f"{visible(fix.says)}{words}"),
        "artifactChanges": [{"artifactLocation": _artifact(path), "replacements": replacements}],
    }


def _message(text: str) -> dict[str, str]:
    """Words that look like a link, `[…](…)`, would be one (SARIF 3.11.6)."""
    return {"text": text.replace("](", "] (")}


def _physical(path: str, span: Span, sources: Mapping[str, Source]) -> dict[str, object]:
    source = sources[path]
    snippet = {"snippet": {"text": source.text[span.start : span.end]}}
    return {"artifactLocation": _artifact(path), "region": {**_region(source, span), **snippet}}


def _region(source: Source, span: Span) -> dict[str, object]:
    place = place_of(source, span)
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def _artifact(path: str) -> dict[str, str]:
    """Relative to the folder that secc ran in; a file outside it can only be named whole."""
    if path.startswith("/"):
        return {"uri": f"file://{quote(path)}"}
    return {"uri": quote(path), "uriBaseId": "%SRCROOT%"}

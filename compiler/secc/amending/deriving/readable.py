"""Texts with errors of syntax: they can be amended, but neither set out in full nor made worse."""

from collections import Counter
from collections.abc import Iterable

from secc.amending.refusal import Refusal
from secc.amending.version import DocumentVersion, Versions
from secc.diagnostics import Diagnostic, Severity
from secc.ids import Address


def refuse_unreadable(versions: Iterable[DocumentVersion]) -> None:
    """Refuse documents with errors, which are to be set out in full."""
    for each in versions:
        for found in _errors(each):
            raise _refusal(each, found)


def refuse_more_errors(start: Versions, goal: Versions) -> None:
    """Refuse a document that has errors which its old text has not: no operation is carried out that puts one in."""
    for document, version in goal.items():
        errors, known = _errors(version), Counter(found.headline for found in _errors(start[document]))
        if len(errors) <= known.total():
            continue
        for found in errors:
            if not known[found.headline]:
                raise _refusal(version, found)
            known[found.headline] -= 1


def _errors(version: DocumentVersion) -> list[Diagnostic]:
    return [found for found in version.loaded.findings if found.severity is Severity.ERROR]


def _refusal(version: DocumentVersion, found: Diagnostic) -> Refusal:
    """With the provision in which the error stands, and its line."""
    where = Address(version.id)
    for each in version.blocks:
        if each.block.span.start <= found.span.start:
            where = each.address
    line = version.text.count("\n", 0, found.span.start) + 1
    return Refusal(f"{where.printed} cannot be read: {found.headline} (line {line})", "mend the new text first")

"""Findings about a state of the Code: what its files break of the language, and what the rules find."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

import msgspec

from secc.check.known import Known
from secc.check.rule import CodeRule, Rule, diagnostic
from secc.code.load import LoadedCode, LoadedDocument
from secc.code.model import Definition, Suppression
from secc.code.walk import Placed, placed
from secc.diagnostics import Diagnostic, Severity, in_order
from secc.resolve.model import ResolvedCode

UNUSED_SUPPRESSION = "unused-suppression"


def check(code: ResolvedCode, rules: Sequence[Rule]) -> tuple[Diagnostic, ...]:
    """Every finding, once, in the order of the files; those that a suppression allows are left out."""
    unread = tuple(syntax_findings(code.loaded))
    allowed = _allowed(code.loaded, _rule_findings(code, rules), rules)
    return in_order([*unread, *_without_consequences(unread, allowed)])


def _without_consequences(unread: Sequence[Diagnostic], findings: Iterator[Diagnostic]) -> Iterator[Diagnostic]:
    """The findings but those that begin where a line begins that could not be read: they follow from that."""
    places = {(each.path, each.span.start) for each in unread if each.severity is Severity.ERROR}
    return (found for found in findings if (found.path, found.span.start) not in places)


def syntax_findings(code: LoadedCode) -> Iterator[Diagnostic]:
    """What the files themselves break, each with the provision in which it stands. No suppression allows these."""
    for document in code.documents:
        if document.findings:
            yield from _with_provisions(document)


def _with_provisions(document: LoadedDocument) -> Iterator[Diagnostic]:
    blocks = [(each.block.span.start, each.address.printed) for each in placed(document.document) if _names(each)]
    starts = [start for start, _ in blocks]
    for found in document.findings:
        place = bisect_right(starts, found.span.start) - 1
        provision = blocks[place][1] if place >= 0 else document.document.id.printed
        yield msgspec.structs.replace(found, provision=found.provision or provision)


def _names(each: Placed) -> bool:
    """Whether a finding in this block is said to stand at its address, its holder's for a broken definition."""
    return each.own or (isinstance(each.block, Definition) and not each.quoted)


def _rule_findings(code: ResolvedCode, rules: Sequence[Rule]) -> Iterator[Diagnostic]:
    known = Known(code)
    for rule in rules:
        if isinstance(rule, CodeRule):
            yield from (diagnostic(rule, found) for found in rule.find(code))
        else:
            for document in code.documents:
                yield from (diagnostic(rule, found) for found in rule.find(known, document))


def _allowed(code: LoadedCode, findings: Iterator[Diagnostic], rules: Sequence[Rule]) -> Iterator[Diagnostic]:
    """The findings that nothing suppresses, and the suppressions that suppress nothing."""
    suppressions = {each.source.path: each.document.suppressions for each in code.documents}
    used: set[tuple[str, int]] = set()
    for found in findings:
        covering = [each for each in suppressions[found.path] if _covers(each, found)]
        used.update((found.path, each.span.start) for each in covering)
        if not covering:
            yield found
    run = {rule.name for rule in rules}
    for path, each_of in suppressions.items():
        for each in each_of:
            if (path, each.span.start) not in used and (each.rule in run or not _known(each.rule)):
                yield _unused(path, each)


def _covers(suppression: Suppression, found: Diagnostic) -> bool:
    return suppression.rule == found.rule and suppression.covers.start <= found.span.start < suppression.covers.end


def _known(name: str) -> bool:
    from secc.check.rules import named

    return named(name) is not None


def _unused(path: str, suppression: Suppression) -> Diagnostic:
    if not _known(suppression.rule):
        headline, label = f"there is no rule `{suppression.rule}` to allow", "not a rule"
        help_ = "see `secc rules` for the names of the rules"
    else:
        headline, label = f"nothing here breaks `{suppression.rule}` any more", "allows nothing"
        help_ = "delete this line"
    return Diagnostic(
        rule=UNUSED_SUPPRESSION,
        severity=Severity.WARNING,
        headline=headline,
        path=path,
        span=suppression.span,
        label=label,
        helps=(help_,),
    )

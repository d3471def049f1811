"""Findings about a state of the Code: what its files break of the language, and what the rules find."""

from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import NamedTuple

import msgspec

from secc.check.checked_state import CheckedState
from secc.check.known import Known
from secc.check.looking import judged, looked_at
from secc.check.rule import Rule, diagnostic
from secc.code.load import DocumentCache, LoadedCode, LoadedDocument
from secc.code.model import Definition, Suppression
from secc.code.walk import Placed, placed
from secc.diagnostics import Diagnostic, Edit, Fix, Safety, Severity, in_order
from secc.resolve.model import ResolvedCode
from secc.source import Source, Span

UNUSED_SUPPRESSION = "unused-suppression"


def check(code: ResolvedCode, rules: Sequence[Rule], today: date | None = None) -> tuple[Diagnostic, ...]:
    """Every finding, once, in the order of the files; those that a suppression allows are left out.

    From the day on until which it holds, a suppression allows nothing; without `today`, none has ended.
    """
    known = Known(code)
    looked = [looked_at(known, rules, document) for document in code.documents]
    suppressions = {each.source.path: each.document.suppressions for each in code.loaded.documents}
    return told(code.loaded, suppressions, judged(known, rules, looked), rules, today)


class Checked(NamedTuple):
    """The findings about a Code, and the Code, whose documents are bound when they are asked for."""

    findings: tuple[Diagnostic, ...]
    code: ResolvedCode


def check_loaded(loaded: LoadedCode, rules: Sequence[Rule], cache: DocumentCache, today: date | None = None) -> Checked:
    """The same findings, looking again only where what was found before may no longer stand.

    States that share a cache share what they have in common: each document is looked at once for its words and what
    the rest of the Code offers to it.
    """
    state = CheckedState(loaded, rules, cache)
    return Checked(told(loaded, state.suppressions, state.findings(), rules, today), state.code)


def told(
    loaded: LoadedCode,
    suppressions: Mapping[str, Sequence[Suppression]],
    findings: Iterable[Diagnostic],
    rules: Sequence[Rule],
    today: date | None = None,
) -> tuple[Diagnostic, ...]:
    """What the files break of the language and what the rules found, in order, without what is allowed."""
    unread = tuple(syntax_findings(loaded))
    used: set[tuple[str, int]] = set()
    found = chain(findings, _beside(loaded, rules))
    allowed = [*_allowed(suppressions, found, today, used), *_left(loaded, suppressions, used, rules, today)]
    return in_order([*unread, *_without_consequences(unread, allowed)])


def _beside(loaded: LoadedCode, rules: Sequence[Rule]) -> Iterator[Diagnostic]:
    """What follows from the files that lie beside those of the documents, or do not."""
    # who only asks for a part needs no rules
    from secc.check.rules import missing_file, unlisted_document, withheld_picture

    for each in (unlisted_document, missing_file, withheld_picture):
        if each.RULE in rules:
            yield from (diagnostic(each.RULE, found) for found in each.found_beside(loaded))


def _without_consequences(unread: Sequence[Diagnostic], findings: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
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
        provision = blocks[place][1] if place >= 0 else document.id.printed
        yield msgspec.structs.replace(found, provision=found.provision or provision)


def _names(each: Placed) -> bool:
    """Whether a finding in this block is said to stand at its address, its holder's for a broken definition."""
    return each.own or (isinstance(each.block, Definition) and not each.quoted)


def _allowed(
    suppressions: Mapping[str, Sequence[Suppression]],
    findings: Iterable[Diagnostic],
    today: date | None,
    used: set[tuple[str, int]],
) -> Iterator[Diagnostic]:
    """The findings that nothing suppresses; the suppressions that do are added to `used`, by file and place."""
    for found in findings:
        covering = [
            each for each in suppressions.get(found.path, ()) if _covers(each, found) and not _ended(each, today)
        ]
        used.update((found.path, each.span.start) for each in covering)
        if not covering:
            yield found


def _left(
    loaded: LoadedCode,
    suppressions: Mapping[str, Sequence[Suppression]],
    used: Container[tuple[str, int]],
    rules: Sequence[Rule],
    today: date | None,
) -> Iterator[Diagnostic]:
    """The suppressions that suppress nothing."""
    run = {rule.name for rule in rules}
    for document in loaded.documents:
        path = document.source.path
        for each in suppressions[path]:
            if (path, each.span.start) not in used and (each.rule in run or not _known(each.rule)):
                yield _unused(document.source, each, today)


def _covers(suppression: Suppression, found: Diagnostic) -> bool:
    return suppression.rule == found.rule and suppression.covers.start <= found.span.start < suppression.covers.end


def _ended(suppression: Suppression, today: date | None) -> bool:
    return today is not None and suppression.until is not None and suppression.until <= today


def _known(name: str) -> bool:
    from secc.check.rules import named

    return named(name) is not None


def _unused(source: Source, suppression: Suppression, today: date | None) -> Diagnostic:
    fix = None
    if not _known(suppression.rule):
        headline, label = f"there is no rule `{suppression.rule}` to allow", "not a rule"
        help_ = "see `secc rules` for the names of the rules"
    elif _ended(suppression, today):
        headline, label = f"`{suppression.rule}` was allowed here until {suppression.until}", "this day has come"
        help_ = "mend what it allowed and delete this line, or write a later day and why"
    else:
        headline, label = f"nothing here breaks `{suppression.rule}` any more", "allows nothing"
        help_, fix = "delete this line", _deleted(source, suppression.span)
    return Diagnostic(
        rule=UNUSED_SUPPRESSION,
        severity=Severity.WARNING,
        headline=headline,
        path=source.path,
        span=suppression.span,
        label=label,
        helps=(help_,),
        fix=fix,
    )


def _deleted(source: Source, comment: Span) -> Fix:
    """The line of a comment taken out."""
    start, end = source.text.rfind("\n", 0, comment.start) + 1, source.text.find("\n", comment.end) + 1
    return Fix("delete this line", (Edit(Span(start, end or len(source.text)), ""),), Safety.SAFE)
